"""Finding what the authority lists know: "Russia", "NATO", "Minsk agreements", "Geneva".

A table from the first word of each form to the forms that begin with it, longest first, so
that one walk over the words of a text finds every longest match in linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from diplograph.vocabulary.authority import Entry, Use, entries

_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]\b\.?)*", re.UNICODE)
_SPACE = re.compile(r"\s+")
_PARENTHESIS = re.compile(r"\s*\((?:the )?[“\"]?([^()“”\"]{2,40})[”\"]?\)")


@dataclass(frozen=True, slots=True)
class Known:
    """A span of a text that writes one form of one entry."""

    start: int
    end: int
    entry: Entry
    use: Use


# In this order a form that two lists share is understood: "Vienna" is a capital before a city.
_ORDER = ("Instrument", "Organization", "Grouping", "State", "Place", "Person", "Topic")


@cache
def _table(topics: bool) -> dict[str, tuple[tuple[str, Entry, Use], ...]]:
    table: dict[str, list[tuple[str, Entry, Use]]] = {}
    wanted = (e for e in entries().values() if (e.kind == "Topic") == topics)
    for entry in sorted(wanted, key=lambda e: _ORDER.index(e.kind)):
        for form in entry.forms:
            if first := _WORD.match(form.text):
                table.setdefault(_key(first[0]), []).append(
                    (form.text.replace("’", "'"), entry, form.use)
                )
    return {word: tuple(sorted(forms, key=lambda f: -len(f[0]))) for word, forms in table.items()}


def _key(word: str) -> str:
    return word.casefold().replace(".", "")


def known(text: str, *, topics: bool = False) -> Iterator[Known]:
    """Every longest known form in `text`, from left to right, none inside another.

    Case counts, except that a text in capitals matches too ("UNITED STATES"). With `topics` the
    topics are found instead of names, in any case: "Climate change".
    """
    table = _table(topics)
    text = text.replace("’", "'")
    past = 0
    for word in _WORD.finditer(text):
        if word.start() < past:
            continue
        for form, entry, use in table.get(_key(word[0]), ()):
            end = _match(text, word.start(), form, topics)
            if end is not None:
                end = _with_abbreviation(text, end, entry)
                yield Known(word.start(), end, entry, use)
                past = end
                break


def _with_abbreviation(text: str, end: int, entry: Entry) -> int:
    """The end of "World Health Organization (WHO)", the form in parentheses included."""
    inside = _PARENTHESIS.match(text, end)
    forms = {form.text for form in entry.forms}
    return inside.end() if inside and inside[1] in forms else end


def _match(text: str, start: int, form: str, any_case: bool) -> int | None:
    """Where `form` ends if it stands at `start`; white space of any length matches a space."""
    end = start + len(form)
    piece = text[start:end]
    if piece != form and not (any_case and piece.casefold() == form.casefold()):
        if " " in form and (spaced := _spaced(form).match(text, start)):
            end = spaced.end()
            piece = _SPACE.sub(" ", spaced[0])
        elif len(form) < 4 or piece != form.upper():
            return None
    if end < len(text) and (text[end].isalnum() or _compound(text, end)):
        return None
    return end


@cache
def _spaced(form: str) -> re.Pattern[str]:
    pattern = r"\s+".join(re.escape(part) for part in form.split(" "))
    capitals = r"\s+".join(re.escape(part) for part in form.upper().split(" "))
    return re.compile(f"(?:{pattern}|{capitals})")


def _compound(text: str, at: int) -> bool:
    """Whether a hyphen and a small letter follow: "US-led" is no mention, "EU-Russia" is two."""
    return text[at] == "-" and text[at + 1 : at + 2].islower()
