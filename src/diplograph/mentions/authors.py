"""Whose words an item is: "Statement by …", "…'s remarks", the name in the lines above the text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from diplograph.mentions.found import Reading, Reference
from diplograph.vocabulary import cues

if TYPE_CHECKING:
    from diplograph.mentions.registry import Registry


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
        if reading.passage.role == "title" and (found := _of_title(reading)):
            return found
    header = [
        k for r in readings if r.passage.role == "header" for k in _persons(r.references, registry)
    ]
    distinct = tuple(dict.fromkeys(header))
    return distinct if len(distinct) == 1 else ()


def _persons(references: tuple[Reference, ...], registry: Registry) -> list[str]:
    return [k for r in references if r.use == "person" for k in r.entities if k in registry.persons]


def _of_title(reading: Reading) -> tuple[str, ...]:
    text, at = reading.passage.text, reading.passage.start
    for n, ref in enumerate(reading.references):
        if ref.use not in ("person", "name", "organ"):
            continue
        before, after = text[: ref.start - at], text[ref.end - at :]
        owns = re.match(rf"[’']s?\s+(?:[\w-]+\s+){{0,3}}(?:{_speech()})\b", after, re.IGNORECASE)
        by = re.search(
            rf"\b(?:{_speech()})\s+(?:[\w-]+\s+){{0,2}}(?:by|of|from)\s+(?:the\s+)?$",
            before,
            re.IGNORECASE,
        )
        if owns or by:
            return (*ref.entities, *_joined(reading, n))
    return ()


def _joined(reading: Reading, first: int) -> tuple[str, ...]:
    """A co-author joined by "and"."""
    text, at = reading.passage.text, reading.passage.start
    here, *rest = reading.references[first:]
    if (
        rest
        and re.fullmatch(r",?\s+and\s+(?:the\s+)?", text[here.end - at : rest[0].start - at])
        and rest[0].use == "person"
    ):
        return rest[0].entities
    return ()
