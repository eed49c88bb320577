"""Asking the model which names are persons', only where its answer counts.

A model's guess makes a person of a name of two words or more that no list has. Few sentences hold
one, so the model reads only those names, each among as many words as it judges it by.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from diplograph.items.record import Span
from diplograph.mentions.gazetteer import Known
from diplograph.mentions.model import Model
from diplograph.mentions.names import name_at

# A capital at the beginning of a word, or the small letters of "al-Sisi".
_BEGINNING = re.compile(r"(?<![\w’'])(?:[^\W\d_a-z]|[a-z]{2}-[^\W\d_a-z])")
_WORD = re.compile(r"\S+")
# The usual networks look four words to either side.
_CONTEXT = 10


def guesses(texts: Iterable[tuple[str, Sequence[Known]]], model: Model) -> Iterator[list[Span]]:
    """For each text, where the model sees persons; `known` is what the lists know in it.

    In "She thanked Jane Doe of Oslo." that is "Jane Doe"; "She left Oslo." is not even asked about.
    """
    asked = [(text, list(_windows(text, known))) for text, known in texts]
    answers = model.persons(text[start:end] for text, windows in asked for start, end in windows)
    for _, windows in asked:
        answered = zip(windows, islice(answers, len(windows)), strict=True)
        yield [(at + start, at + end) for (at, _), found in answered for start, end in found]


def _windows(text: str, known: Sequence[Known]) -> Iterator[Span]:
    """The stretches of a text to ask about, in order and apart."""
    words = [word.span() for word in _WORD.finditer(text)]
    starts = [start for start, _ in words]
    first = last = 0  # the words of the stretch that is being put together
    for start, end in _names(text, known):
        begin = max(0, bisect(starts, start) - 1 - _CONTEXT)
        if last and begin > last:
            yield words[first][0], words[last - 1][1]
        first = first if last and begin <= last else begin
        last = min(len(words), bisect(starts, end - 1) + _CONTEXT)
    if last:
        yield words[first][0], words[last - 1][1]


def _names(text: str, known: Sequence[Known]) -> Iterator[Span]:
    """What may be names of two words or more: capitalized words that no list has."""
    closed = [(k.start, k.end) for k in known if k.entry.kind != "Person"]
    ends = [end for _, end in closed]
    past = 0
    for match in _BEGINNING.finditer(text):
        start = match.start()
        if start < past:
            continue
        ahead = bisect(ends, start)
        end = name_at(text, start, closed[ahead : ahead + 1])
        if end and " " in text[start:end]:
            yield start, end
            past = end
