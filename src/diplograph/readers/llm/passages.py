"""Long items in pieces that a language model can answer for at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from diplograph.items.record import Item

_LONGEST = 12_000  # characters; an answer grows with the text, and servers cut long ones off
_SHORTEST = 1_000
# Where a text may be parted, best first: between paragraphs, lines, sentences, words.
_BREAKS = [re.compile(pattern) for pattern in (r"\n\s*\n", r"\n", r"[.!?][”\"’']?\s", r"\s")]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the document's text; `text` leaves out the item's furniture."""

    start: int
    end: int
    text: str


def passages(item: Item) -> Iterator[Passage]:
    """The item in order, cut between paragraphs where it is long."""
    start = item.start
    while item.end - start > _LONGEST:
        cut = _break(item, start + _LONGEST // 2, start + _LONGEST)
        yield _passage(item, start, cut)
        start = cut
    yield _passage(item, start, item.end)


def halves(item: Item, passage: Passage) -> tuple[Passage, ...]:
    """A passage whose answer was too long in two; nothing where it is short already."""
    length = passage.end - passage.start
    if length < 2 * _SHORTEST:
        return ()
    cut = _break(item, passage.start + length // 3, passage.end - length // 3)
    return _passage(item, passage.start, cut), _passage(item, cut, passage.end)


def _passage(item: Item, start: int, end: int) -> Passage:
    parts, at = [], start
    for begin, stop in sorted(item.furniture):
        if begin >= at and stop <= end:
            parts.append((at, begin))
            at = stop
    parts.append((at, end))
    shift = item.start
    return Passage(start, end, "".join(item.text[a - shift : b - shift] for a, b in parts))


def _break(item: Item, low: int, high: int) -> int:
    """The last good place to part the text between two positions of the document."""
    text = item.text[low - item.start : high - item.start]
    for pattern in _BREAKS:
        ends = [match.end() for match in pattern.finditer(text)]
        if ends:
            return low + ends[-1]
    return high
