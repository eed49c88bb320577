"""Where the entries of a list or archive page begin."""

from __future__ import annotations

from diplograph.items import cues, header
from diplograph.items.dates import Dates
from diplograph.items.lines import Line

_NEAR_TOP = 15
_SHORTEST_PARAGRAPH = 60
_LONGEST_UNDATED_TITLE = 150


def heads(lines: list[Line], dates: Dates) -> list[int]:
    """The indexes of the lines that begin an entry; fewer than two means: this is no list.

    The pattern with the most entries is taken: "24.06.2020 - Title", date line above title,
    title above date line, and, on a page that says it is an archive, title above paragraph.
    """
    by_date = [
        _date_dash_title(lines, dates),
        *_date_lines(lines, dates),
        _title_dash_date(lines, dates),
    ]
    best = max(by_date, key=len)
    if len(best) > 1 or not _is_archive_page(lines):
        return best
    return max(_undated(lines, dates), _dates_alone(lines, dates), key=len)


def _date_dash_title(lines: list[Line], dates: Dates) -> list[int]:
    """Lines such as "24.06.2020 - Title"; if sentences follow the dash, three make a list."""
    found = [at for at, line in enumerate(lines) if header.dated_title(line, dates)]
    titles = [at for at in found if header.is_title(lines[at].text)]
    return found if len(found) > 2 or len(titles) > 1 else []


def _title_dash_date(lines: list[Line], dates: Dates) -> list[int]:
    """Lines such as "Talks in Oslo (3 June 2021)", each with a paragraph below."""
    return [
        at
        for at in range(len(lines) - 1)
        if len(lines[at + 1].text) >= _SHORTEST_PARAGRAPH and header.titled_date(lines[at], dates)
    ]


def _dates_alone(lines: list[Line], dates: Dates) -> list[int]:
    """Date lines with a paragraph below: the entries have no titles."""
    return [
        at
        for at in range(len(lines) - 1)
        if len(lines[at + 1].text) >= _SHORTEST_PARAGRAPH and dates.line(lines[at].text)
    ]


def _date_lines(lines: list[Line], dates: Dates) -> tuple[list[int], list[int]]:
    """Titles above a date line, and date lines above a title."""
    dated = [at for at, line in enumerate(lines) if dates.line(line.text)]
    above = [at - 1 for at in dated if at and _titles(lines, at - 1, dates) and lines[at].gap < 2]
    below = [
        at
        for at in dated
        if at + 1 < len(lines) and _titles(lines, at + 1, dates) and lines[at + 1].gap < 2
    ]
    return [at for at in above if at == 0 or lines[at].gap], below


def _titles(lines: list[Line], at: int, dates: Dates) -> bool:
    line = lines[at].text
    return header.is_title(line) and not dates.line(line) and not cues.is_archive(line)


def _is_archive_page(lines: list[Line]) -> bool:
    """Whether the page names itself an archive, or ends its entries with "Read more"."""
    more = sum(cues.kind(line.text) == "more" for line in lines)
    return more > 1 or any(cues.is_archive(line.text) for line in lines[:_NEAR_TOP])


def _undated(lines: list[Line], dates: Dates) -> list[int]:
    """Short lines without a full stop, set off by empty lines, with a paragraph below."""
    return [at for at in range(len(lines) - 1) if _is_undated_head(lines, at, dates)]


def _is_undated_head(lines: list[Line], at: int, dates: Dates) -> bool:
    line, below = lines[at], lines[at + 1]
    return (
        (at == 0 or line.gap > 0)
        and below.gap > 0
        and len(line.text) <= _LONGEST_UNDATED_TITLE
        and _titles(lines, at, dates)
        and (len(below.text) >= _SHORTEST_PARAGRAPH or below.text.rstrip("”\"’'")[-1:] in ".!?")
    )
