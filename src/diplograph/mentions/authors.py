"""Whose words an item is: "Statement by …", "…'s remarks", the name in the lines above the text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from diplograph.mentions.drafts import Draft
from diplograph.mentions.found import Reading, Reference
from diplograph.mentions.layout import Passage
from diplograph.mentions.referring import references
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
        if reading.passage.role == "title":
            found = _of_title(reading.passage, reading.references)
            if found:
                return found
    header = [
        k for r in readings if r.passage.role == "header" for k in _persons(r.references, registry)
    ]
    distinct = tuple(dict.fromkeys(header))
    return distinct if len(distinct) == 1 else ()


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
        if owns or by:
            return (*ref.entities, *_joined(text, at, references[n:]))
    return ()


def _joined(text: str, at: int, following: tuple[Reference, ...]) -> tuple[str, ...]:
    """A co-author joined by "and"."""
    here, *rest = following
    if rest and rest[0].use == "person":
        between = text[here.end - at : rest[0].start - at]
        return rest[0].entities if re.fullmatch(r",?\s+and\s+(?:the\s+)?", between) else ()
    return ()
