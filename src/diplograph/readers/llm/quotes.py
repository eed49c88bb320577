"""Finding in an item the words that an answer quotes: all of them, in order, or none."""

from __future__ import annotations

import re

from diplograph.items.record import Item

Span = tuple[int, int]

_MOST = 1_500  # characters; more is no evidence for anything
_LEAST = 2  # words
# Spellings of one character, each as long as the other, so that places stay what they are.
_ALIKE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\xa0": " "})


class Quotes:
    """The words of one item. Of a sentence that comes twice the nearest to the last find is meant.

    Spaces, line breaks and the shape of quotation marks may differ; letters may not.
    """

    def __init__(self, item: Item) -> None:
        self._text = item.text.translate(_ALIKE)
        self._start = item.start
        self._last = 0

    def start_from(self, place: int) -> None:
        """Look for the next quote near a place in the document."""
        self._last = place - self._start

    def find(self, quote: str) -> Span | None:
        """Where the document has these words; None where the item does not have them."""
        if not (words := quote.translate(_ALIKE).split()):
            return None
        if len(words) < _LEAST or len(quote) > _MOST:
            return None
        return self._nearest(words)

    def has(self, name: str) -> bool:
        """Whether the item has a name, of one word or more."""
        words = name.translate(_ALIKE).split()
        return bool(words) and _pattern(words).search(self._text) is not None

    def has_year(self, number: int) -> bool:
        """Whether the item writes a year."""
        return re.search(rf"(?<!\d){number}(?!\d)", self._text) is not None

    def _nearest(self, words: list[str]) -> Span | None:
        starts = [match.span() for match in _pattern(words).finditer(self._text)]
        if not starts:
            return None
        start, end = min(starts, key=lambda span: (abs(span[0] - self._last), span))
        self._last = start
        return self._start + start, self._start + end


def _pattern(words: list[str]) -> re.Pattern[str]:
    inner = r"\s+".join(map(re.escape, words))
    lead = r"(?<!\w)" if words[0][0].isalnum() else ""
    tail = r"(?!\w)" if words[-1][-1].isalnum() else ""
    return re.compile(f"{lead}{inner}{tail}")
