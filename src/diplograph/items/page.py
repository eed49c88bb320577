"""What of a page belongs to no article, and what inside an article is no text."""

from __future__ import annotations

import re

from diplograph.items import cues, header
from diplograph.items.dates import Dates
from diplograph.items.lines import Line
from diplograph.items.record import Span

_TOP = 15
_SEARCHED = 8
_OUTSIDE = ("line", "footer", "chrome")
_SENTENCE = re.compile(r".{100,}[.!?][\"”’)]*")


def start(lines: list[Line], dates: Dates) -> int:
    """The index of the first line below menus, clocks, addresses and banners.

    Below a clock or a telephone number the article starts at its title and date line, where
    these are near.
    """
    chrome = [at for at, line in enumerate(lines[:_TOP]) if cues.kind(line.text) == "chrome"]
    at = chrome[-1] + 1 if chrome else 0
    at = _skipped(lines, at)
    if chrome:
        near = range(at, min(at + _SEARCHED, len(lines) - 1))
        at = next((index for index in near if _is_dated(lines, index, dates)), at)
    return at


def _skipped(lines: list[Line], at: int) -> int:
    while at < len(lines) and (
        cues.kind(lines[at].text) in _OUTSIDE or cues.is_archive(lines[at].text)
    ):
        at += 1
    return at


def _is_dated(lines: list[Line], at: int, dates: Dates) -> bool:
    """Whether a title and a date line stand here, in either order."""
    one, two = lines[at].text, lines[at + 1].text
    if dates.line(one):
        return header.is_title(two)
    return header.is_title(one) and not _is_heading(one) and dates.line(two) is not None


def _is_heading(text: str) -> bool:
    """Whether a line heads a part of a page: "SPEECHES, INTERVIEWS, ARTICLES"."""
    return text.isupper() and len(text) < 60


def without_footer(lines: list[Line]) -> list[Line]:
    """`lines` without the footers and section headings they end in."""
    end = len(lines)
    while end and _is_footer(lines[end - 1].text):
        end -= 1
    return lines[:end]


def _is_footer(text: str) -> bool:
    return cues.kind(text) in ("footer", "genre") or cues.is_archive(text)


def without_heading(lines: list[Line]) -> list[Line]:
    """`lines` without the heading of a list that follows them ("MORE EVENTS")."""
    kept = without_footer(lines)
    while kept and _is_heading(kept[-1].text):
        kept = kept[:-1]
    return kept


def furniture(lines: list[Line]) -> tuple[Span, ...]:
    """The spans of what says nothing about the world: addresses, "Share", a block "See also"."""
    linked = frozenset(link.start for link in links(lines))
    return tuple(
        (line.start, line.end)
        for line in lines
        if line.start in linked or cues.kind(line.text) not in (None, "genre")
    )


def links(lines: list[Line]) -> list[Line]:
    """The lines of blocks such as "See also"; a block ends where a paragraph begins."""
    found: list[Line] = []
    inside = False
    for line in lines:
        inside = cues.kind(line.text) == "rest" or (inside and not _SENTENCE.fullmatch(line.text))
        if inside:
            found.append(line)
    return found
