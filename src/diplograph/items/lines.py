"""A text as lines with their place in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINE = re.compile(r"[^\s\ufeff](?:[^\r\n]*[^\s\ufeff])?")
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that holds something; `text` is `document.text[start:end]`, stripped.

    `gap` counts the empty lines directly above it.
    """

    start: int
    end: int
    text: str
    gap: int


def lines(text: str, start: int, end: int) -> list[Line]:
    r"""The lines of `text[start:end]` that hold more than white space.

    >>> [(line.text, line.gap) for line in lines("Talks in Oslo\n\nThey met.\n", 0, 25)]
    [('Talks in Oslo', 0), ('They met.', 1)]
    """
    found: list[Line] = []
    after = start
    for match in _LINE.finditer(text, start, end):
        ends = len(_LINE_END.findall(text, after, match.start()))
        found.append(Line(match.start(), match.end(), match[0], max(0, ends - bool(found))))
        after = match.end()
    return found
