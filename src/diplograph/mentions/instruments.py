"""Instruments that no list has, by the form of their names.

"the Naivasha Ceasefire Agreement", "the Treaty on Friendship and Cooperation", "the Memorandum of
Understanding on Nuclear Safety", "Security Council resolution 2719 (2023)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from diplograph.mentions.drafts import Draft
from diplograph.mentions.found import Reference
from diplograph.mentions.names import stops
from diplograph.vocabulary import cues
from diplograph.vocabulary.namespaces import slug

_CAPITAL = r"[^\W\d_a-z][\w’'-]*"
_LINK = r"(?:of|and|on|the|for|in)"
_ABOUT = r"(?:on|for|concerning|regarding|against|relating to)"
_RESOLUTION = re.compile(
    r"(?:\b(?:UN|U\.N\.|United Nations) )?\b"
    r"(?:(?P<assembly>UNGA|General Assembly)|(?P<council>UNSC|Security Council))"
    r" [Rr]esolution (?:No\.? ?)?(?P<number>\d+(?:/\d+)?)"
    r"|\bUNSCR ?(?P<short>\d{3,4})"
)


def agreements(draft: Draft) -> Iterator[Reference]:
    """The unlisted instruments of a passage, none within another or within one that is listed."""
    at, text = draft.passage.start, draft.passage.text
    taken = [(k.start, k.end) for k in draft.known if k.entry.kind == "Instrument"]
    for start, end, key in (*_resolutions(text), *_titled(text), *_named(text)):
        if not any(s < end and start < e for s, e in taken):
            taken.append((start, end))
            yield Reference(at + start, at + end, (f"instrument/{key}",), "instrument")


def _resolutions(text: str) -> Iterator[tuple[int, int, str]]:
    """ "UN Security Council Resolution 2231", "UNSCR 1701": one key however it is written."""
    for match in _RESOLUTION.finditer(text):
        body = "general-assembly" if match["assembly"] else "security-council"
        number = slug(match["number"] or match["short"])
        yield match.start(), match.end(), f"un-{body}-resolution-{number}"


def _titled(text: str) -> Iterator[tuple[int, int, str]]:
    """ "the Treaty on Friendship and Cooperation between Peru and Fiji", without the parties."""
    for match in _title().finditer(text):
        yield match.start(), match.end(), slug(match[0])


@cache
def _title() -> re.Pattern[str]:
    rest = rf"(?:the )?{_CAPITAL}(?:(?: {_LINK}){{0,2}} {_CAPITAL}){{0,9}}"
    nouns = rf"(?:(?:{_nouns()}) of Understanding|{_nouns()})"
    return re.compile(rf"(?<![\w-]){nouns} {_ABOUT} {rest}")


def _named(text: str) -> Iterator[tuple[int, int, str]]:
    """ "the Naivasha Ceasefire Agreement", "the Mombasa Accords"."""
    for match in _name().finditer(text):
        if not stops(match[0].split()[0]):
            yield match.start(), match.end(), slug(match[0])


@cache
def _name() -> re.Pattern[str]:
    between = rf"(?:\s+(?:{_CAPITAL}|{_LINK})){{0,6}}?"
    number = r"(?:\s+(?:No\.?\s*)?\d+)?"
    return re.compile(rf"(?<![\w-])[^\W\d_a-z][\w’'-]+{between}\s+(?:{_nouns()}){number}(?![\w-])")


def _nouns() -> str:
    names = (re.escape(w.title()) for w in cues.instrument_names())
    return "|".join(sorted(names, key=lambda w: (-len(w), w)))
