"""Whose words an item is: "Statement by …", "…'s remarks", the name in the lines above the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from diplograph.mentions.drafts import Draft
from diplograph.mentions.found import Reading, Reference
from diplograph.mentions.layout import Passage
from diplograph.mentions.names import stops
from diplograph.mentions.referring import references
from diplograph.vocabulary import cues

if TYPE_CHECKING:
    from diplograph.mentions.registry import Registry


_LONGEST_SIGNATURE = 150


@cache
def _speech() -> str:
    return "|".join(
        re.escape(w) for w in sorted(cues.words("speeches.csv"), key=lambda w: (-len(w), w))
    )


def authors(readings: list[Reading], registry: Registry) -> tuple[str, ...]:
    """The keys of those who speak in an item, in text order; empty where it does not say.

    The title decides ("Article by …", "Lavrov's remarks …"), else the lines between title and body,
    where they name one person.
    """
    for reading in readings:
        if reading.passage.role == "title":
            found = _of_title(reading.passage, reading.references)
            if found:
                return found
    header = [
        k for r in readings if r.passage.role == "header" for k in _persons(r.references, registry)
    ]
    distinct = tuple(dict.fromkeys(header))
    return distinct if len(distinct) == 1 else ()


_FIRST_PERSON = re.compile(r"(?<![“\"\w])I(?:\s|[’'])|\b[Mm]y\s")


def signed(readings: Sequence[Reading]) -> dict[int, tuple[str, ...]]:
    """Who wrote the passages above a signature such as "Anna Berg, Prime Minister".

    By the passages' starts. Letters that follow one another have each their own.
    """
    found: dict[int, tuple[str, ...]] = {}
    letter: list[int] = []
    personal = False
    for reading in (r for r in readings if r.passage.role == "body" and not r.passage.speaker):
        signer = _signer(reading)
        if signer and personal:
            found |= dict.fromkeys(letter, signer)
        elif not _address(reading):
            letter.append(reading.passage.start)
            personal = personal or bool(_FIRST_PERSON.search(reading.passage.text))
            continue
        letter, personal = [], False
    return found


def _signer(reading: Reading) -> tuple[str, ...]:
    """The one person whose name and office are all that a passage has."""
    text, at = reading.passage.text, reading.passage.start
    for ref in (r for r in reading.references if r.use == "person" and len(r.entities) == 1):
        rest = text[: ref.start - at] + text[ref.end - at :]
        named_first = "," in text or not stops(text.split()[0])
        if named_first and len(re.findall(r"\w+", rest)) < 2 and len(text) < _LONGEST_SIGNATURE:
            return ref.entities
    return ()


def _address(reading: Reading) -> bool:
    """Whether a passage is the line to whom a letter goes: "His Excellency Mr. Berg, Oslo"."""
    text = reading.passage.text
    titles = "|".join(re.escape(w) for w in cues.offices("honorific"))
    short = len(text) < _LONGEST_SIGNATURE
    return short and bool(re.match(rf"(?:to\s+)?(?:{titles})\b", text, re.IGNORECASE))


def _persons(references: tuple[Reference, ...], registry: Registry) -> list[str]:
    return [k for r in references if r.use == "person" for k in r.entities if k in registry.persons]


def author(title: Draft, registry: Registry) -> tuple[str, ...]:
    """The keys of those whose words a title announces; empty where it does not."""
    return _of_title(title.passage, references(title, registry))


def _of_title(passage: Passage, references: tuple[Reference, ...]) -> tuple[str, ...]:
    text, at = passage.text, passage.start
    for n, ref in enumerate(references):
        if ref.use not in ("person", "name", "organ", "office"):
            continue
        before, after = text[: ref.start - at], text[ref.end - at :]
        owns = re.match(rf"[’']s?\s+(?:[\w-]+\s+){{0,3}}(?:{_speech()})\b", after, re.IGNORECASE)
        by = re.search(
            rf"\b(?:{_speech()})\s+(?:[\w-]+\s+){{0,2}}(?:by|of|from)\s+(?:the\s+)?$",
            before,
            re.IGNORECASE,
        )
        after_others = by and by[0].split()[-1] == "from" and n > 0
        if owns or (by and not after_others):
            return (*ref.entities, *_joined(text, at, references[n:]))
    return ()


def _joined(text: str, at: int, following: tuple[Reference, ...]) -> tuple[str, ...]:
    """A co-author joined by "and"."""
    here, *rest = following
    if rest and rest[0].use == "person":
        between = text[here.end - at : rest[0].start - at]
        return rest[0].entities if re.fullmatch(r",?\s+and\s+(?:the\s+)?", between) else ()
    return ()
