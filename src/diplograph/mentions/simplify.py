"""Making sentences easy to parse: a long name becomes one word.

"Norway's Minister of Fisheries and Ocean Affairs, Ingrid Dahl, visited Lima" misleads a
parser that sees commas and nouns; "Jones, visited Lima" does not. Each reference of several words
is put before the parser as one word, a person as a common surname; `Parsed` remembers where every
word stands in the text, so that nothing is lost.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from diplograph.mentions.found import Reference

# Parsers know it for a person's name, which they often do not of rare names.
_COMMON_NAME = "Jones"
_MERGED = ("person", "office", "name", "instrument", "place")
# A date that opens a sentence, without the comma that would part it from the name behind it.
_OPENING_DATE = re.compile(
    r"(?:^|[.!?\n]\s*)On\s+(?:[A-Z]\w+day,?\s+)?"
    r"(?:\d{1,2}\s+[A-Z]\w+|[A-Z]\w+\.?\s+\d{1,2}|[A-Z]\w+day)(?:,?\s+\d{4})?\s+$"
)
_LONGEST_DATE = 50
_NAME = re.compile(r"[^\W\d_][\w’'.-]*")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A parse whose word `i` stands at `spans[i]` of the passage's text."""

    doc: Doc
    spans: tuple[tuple[int, int], ...]

    def start(self, token: Token) -> int:
        """Where a word begins in the passage's text."""
        return self.spans[token.i][0]

    def end(self, token: Token) -> int:
        """Where a word ends in the passage's text."""
        return self.spans[token.i][1]

    def part(self, part: Span) -> tuple[int, int]:
        """Where a stretch of words stands in the passage's text."""
        return self.spans[part.start][0], self.spans[part.end - 1][1]


def simplify(
    words: Doc, references: Sequence[Reference], offset: int
) -> tuple[Doc, tuple[tuple[int, int], ...]]:
    """The text with each reference of several words as one word, and where its words stand.

    `references` are positions in the document, `offset` is where the text of `words` begins there.
    """
    whole = words.text  # spaCy makes it anew each time
    merged = [(r.start - offset, r.end - offset) for r in references if r.use in _MERGED]
    people = {(r.start - offset, r.end - offset) for r in references if r.use == "person"}
    spans = tuple(_parted(_pieces(words, merged), people, whole))
    named = {*merged}
    texts = [
        ","
        if span[0] == span[1]
        else _COMMON_NAME
        if span in people
        else _word(whole[slice(*span)])
        if span in named
        else whole[slice(*span)]
        for span in spans
    ]
    spaces = [whole[end : end + 1].isspace() for _, end in spans]
    return Doc(words.vocab, words=texts, spaces=spaces), spans


def _parted(
    pieces: Iterator[tuple[int, int]], people: set[tuple[int, int]], whole: str
) -> Iterator[tuple[int, int]]:
    """The pieces with an empty one for the comma missing in "On 7 May Minister Petrulis met"."""
    for start, end in pieces:
        before = whole[max(0, start - _LONGEST_DATE) : start]
        if (start, end) in people and _OPENING_DATE.search(before):
            yield start, start
        yield start, end


def _pieces(words: Doc, merged: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The words, those inside one merged span as one piece; the spans are in order, none within
    another.
    """
    at = 0
    ahead = deque(merged)
    for token in words:
        start, end = token.idx, token.idx + len(token)
        if start < at:
            continue
        while ahead and ahead[0][1] <= start:
            ahead.popleft()
        if ahead and ahead[0][0] <= start and ahead[0][1] > end:
            start, end = max(at, ahead[0][0]), ahead[0][1]
        yield start, end
        at = end


def _word(text: str) -> str:
    """The word that stands for a name: its last one, without points."""
    found = [w for w in _NAME.findall(text) if w[0].isupper()]
    last: str = found[-1] if found else (_NAME.findall(text) or [text])[-1]
    return last.rstrip(".") if len(last) > 2 else last
