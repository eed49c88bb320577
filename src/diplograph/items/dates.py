"""Dates as publishers write them, and lines that hold nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from diplograph.items import cues
from diplograph.vocabulary.tables import rows

_TIME = r"\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?\s?m\b\.?)?"
_ZONE = r"\b(?:GMT|UTC|[CEMP][SD]?T|CET|CEST|EET|EEST|BST|MSK|IST|JST|AEDT|AEST|NA|Z|hrs?|h)\b"
_DAY = r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)\b\.?"
_POSTED_BY = re.compile(r"\b(?:posted|published|updated) by\b.*", re.IGNORECASE)
_BY = re.compile(r"\bby\s.*", re.IGNORECASE)
_SMALL = r"\b(?:at|on|in|the|of|local time)\b"
_WORD = r"[A-Z][\w.'’-]+"
_PLACE = re.compile(rf"{_WORD}(?:[ -](?:[a-z]{{2,3}} )?{_WORD}){{0,2}}(?:, {_WORD}(?: {_WORD})?)?")


@dataclass(frozen=True, slots=True)
class Found:
    """A date at `start:end` of the text searched; `iso` is None where it can be read two ways."""

    start: int
    end: int
    iso: str | None


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that holds a date and at most a label, a time, a genre and a place."""

    iso: str | None
    place: str | None


class Dates:
    """Reads the dates of one document, whose text tells whether 10/09 is September or October."""

    def __init__(self, text: str) -> None:
        self._text = text

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Found]:
        """The whole dates (day, month, year) in `text[start:end]`, in order.

        >>> [found.iso for found in Dates("").find("Minsk, June 19, 2020 and 27.05.2020")]
        ['2020-06-19', '2020-05-27']
        """
        for match in _pattern().finditer(text, start, len(text) if end is None else end):
            readings = _readings(match)
            if readings:
                yield Found(match.start(), match.end(), self._chosen(readings))

    def first(self, text: str | None) -> str | None:
        """The first date in `text`, as ISO date; None where there is none that is certain."""
        found = next(self.find(text or ""), None)
        return found.iso if found else None

    def line(self, text: str) -> DateLine | None:
        """`text` as a date line ("PUBLISHED : 22 Aug 2024 at 04:00"), or None where it is none."""
        if len(text) > 120:
            return None
        found = next(self.find(text), None)
        if found is None:
            return None
        before = _POSTED_BY.sub("", text[: found.start])
        around = f"{before} | {_BY.sub('', text[found.end :])}"
        rest = _without_trimmings(cues.credit().sub(" ", around))
        if not rest:
            return DateLine(found.iso, None)
        return DateLine(found.iso, rest) if _PLACE.fullmatch(rest) else None

    def _chosen(self, readings: list[str]) -> str | None:
        if len(readings) == 1:
            return readings[0]
        return readings[self._order] if self._order is not None else None

    @cached_property
    def _order(self) -> int | None:
        """0 where the document writes the day first, 1 for the month, None where unknown.

        Certain are dates such as 22/12/1972, then ambiguous ones that the document also
        writes in words.
        """
        matches = list(_pattern().finditer(self._text))
        numeric = [match for match in matches if match["n1"]]
        orders = {_certain_order(match) for match in numeric} - {None}
        if not orders:
            written = {iso for match in matches if not match["n1"] for iso in _readings(match)}
            readings = [both for match in numeric if len(both := _readings(match)) == 2]
            orders = {both.index(iso) for both in readings for iso in both if iso in written}
        return orders.pop() if len(orders) == 1 else None


def yearless(text: str, issued: str | None) -> str | None:
    """The ISO date that "June 3" means in a text issued on `issued`; the nearest year is taken."""
    match = _yearless().search(text)
    if match is None or issued is None:
        return None
    near = date.fromisoformat(issued)
    month = _months()[(match["m1"] or match["m2"]).lower()]
    days = (_iso(near.year + by, month, int(match["d1"] or match["d2"])) for by in (-1, 0, 1))
    known = [date.fromisoformat(day) for day in days if day]
    return min(known, key=lambda day: abs(day - near)).isoformat() if known else None


def yearless_span(text: str) -> tuple[int, int] | None:
    """Where a date without a year ("June 3") stands in `text`."""
    match = _yearless().search(text)
    return match.span() if match else None


@cache
def _months() -> dict[str, int]:
    return {row["name"].lower(): int(row["number"]) for row in rows("cues", "months.csv")}


@cache
def _pattern() -> re.Pattern[str]:
    """Every way to write a whole date that is read here."""
    month = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    return re.compile(
        rf"""(?<![\w/.-])(?:
        (?P<y0>\d{{4}})(?P<s0>[-./])(?P<m0>\d{{1,2}})(?P=s0)(?P<d0>\d{{1,2}})
            (?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s?(?:Z|[+-]\d\d:?\d\d)?)?
        | (?P<d1>\d{{1,2}})\.\s?(?P<m1>\d{{1,2}})\.\s?(?P<y1>\d{{4}})
        | (?P<n1>\d{{1,2}})(?P<s2>[/-])(?P<n2>\d{{1,2}})(?P=s2)(?P<y2>\d{{4}})
        | (?P<d3>\d{{1,2}})(?:st|nd|rd|th|\.)?(?:\s+of)?[\s-](?P<m3>{month})\b\.?,?
            [\s-](?P<y3>\d{{4}})
        | (?P<m4>{month})\b\.?\s+(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y4>\d{{4}})
        )(?![\w/-])""",
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _yearless() -> re.Pattern[str]:
    month = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    return re.compile(
        rf"\b(?P<m1>{month})\b\.?\s(?P<d1>\d{{1,2}})\b(?!,?\s\d{{4}})"
        rf"|\b(?P<d2>\d{{1,2}})\s(?P<m2>{month})\b(?!,?\s\d{{4}})",
        re.IGNORECASE,
    )


def _readings(match: re.Match[str]) -> list[str]:
    """What a date can mean: day first, then month first where both are possible."""
    if match["n1"]:
        year, one, two = int(match["y2"]), int(match["n1"]), int(match["n2"])
        both = dict.fromkeys((_iso(year, two, one), _iso(year, one, two)))
        return [iso for iso in both if iso]
    for n in (0, 1, 3, 4):
        if match[f"y{n}"]:
            month = match[f"m{n}"]
            number = int(month) if month.isdigit() else _months()[month.lower()]
            iso = _iso(int(match[f"y{n}"]), number, int(match[f"d{n}"]))
            return [iso] if iso else []
    return []


def _certain_order(match: re.Match[str]) -> int | None:
    one, two = int(match["n1"]), int(match["n2"])
    if one > 12 >= two:
        return 0
    return 1 if two > 12 >= one else None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _without_trimmings(rest: str) -> str:
    """What is left of a date line without label, time, zone, weekday and genre."""
    for pattern in (_TIME, r"[+-]\d{4}\b", _ZONE, _DAY, cues.trimmings(), _SMALL):
        rest = re.sub(pattern, " ", rest, flags=re.IGNORECASE)
    rest = _pattern().sub(" ", rest)
    return re.sub(r"\s+", " ", re.sub(r"[|():/·•–—\[\]*_#-]+", " ", rest)).strip(" ,.;")
