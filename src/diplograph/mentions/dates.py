"""Dates as diplomatic English writes them, with the precision the text gives.

"27 and 28 February 2020", "May 26, 2020", "3.04.2017", "in November", "last month", "on Friday",
"today". What is not whole in itself is resolved against an anchor: the date of the item, or the
nearest earlier whole date in the text.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import cache

from diplograph.vocabulary.tables import rows

_DAYS = {name.casefold(): number for number, name in enumerate(calendar.day_name)}
_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10,
}  # fmt: skip
_SHIFTS = {
    "the day before yesterday": -2, "yesterday": -1, "last night": -1, "the previous day": -1,
    "the day before": -1, "tomorrow": 1, "the day after tomorrow": 2,
}  # fmt: skip


_SIGNS = {"last": -1, "previous": -1, "next": 1}


@cache
def _months() -> dict[str, int]:
    table = rows("cues", "months.csv", needs=("name", "number"))
    return {row["name"].casefold(): int(row["number"]) for row in table}


def _patterns() -> list[tuple[str, str]]:
    """Each kind of date with its form, the fullest first."""
    month = "|".join(sorted(_months(), key=len, reverse=True))
    weekday = "|".join(_DAYS)
    one = r"\d{1,2}(?:st|nd|rd|th)?"
    to = r"(?:\s*(?:-|–|−|to|and|until|till|through|/)\s*(?:the\s+)?)"
    on = rf"(?:(?:{weekday}),?\s+(?:the\s+)?)?"
    own = r"(?:,?\s+(?P<y>\d{4})(?!\d)|,?\s+(?:of\s+)?(?P<whose>last|this|next)\s+year\b)?"
    season = r"(?:spring|summer|autumn|fall|winter)"
    return [
        # 28 December 2022 to 2 January 2023; Dec 30, 2022 – Jan 2, 2023
        ("years", rf"(?P<d1>{one})\s+(?P<m>{month})\.?,?\s+(?P<y>\d{{4}}){to}"
                  rf"(?P<d2>{one})\s+(?P<m2>{month})\.?,?\s+(?P<y2>\d{{4}})"),
        ("years", rf"(?P<m>{month})\.?\s+(?P<d1>{one}),?\s+(?P<y>\d{{4}}){to}"
                  rf"(?P<m2>{month})\.?\s+(?P<d2>{one}),?\s+(?P<y2>\d{{4}})"),
        # 30 May to 2 June 2024
        ("day-month-day-month", rf"(?P<d1>{one})\s+(?P<m>{month})\.?{to}(?P<d2>{one})"
                                rf"\s+(?P<m2>{month})\.?{own}"),
        # 27 and 28 February 2020; Monday 5 and Tuesday 6 June 2023; 1-2 August
        ("day-month", rf"{on}(?P<d1>{one})(?:{to}{on}(?P<d2>{one}))?(?:\s+of)?"
                      rf"\s+(?P<m>{month})\b\.?{own}"),
        # May 26, 2020; May 3 to May 9; September 20
        ("month-day", rf"{on}(?P<m>{month})[.,]?\s+(?P<d1>{one})"
                      rf"(?:{to}(?:(?P<m2>{month})\.?\s+)?(?P<d2>{one}))?{own}(?!\d)"),
        ("iso", rf"{on}(?P<y>\d{{4}})(?P<sep>[-/.])(?P<mm>\d{{2}})(?P=sep)(?P<d1>\d{{2}})"
                r"(?:T[\d:]+Z?)?(?!\d)"),
        ("dotted", rf"{on}(?:(?P<d0>\d{{1,2}})\.?\s*[-–]\s*)?(?P<d1>\d{{1,2}})\.(?P<mm>\d{{1,2}})"
                   r"\.(?P<y>\d{4})"),
        ("slashed", rf"(?:(?P<day>{weekday}),?\s+)?"
                    r"(?P<d1>\d{1,2})/(?P<mm>\d{1,2})/(?P<y>\d{4})"),
        ("instant", rf"(?P<d1>{one})\s+(?:of\s+)?(?P<inst>inst\.|instant|this\s+month|ult\.|ultimo"
                    r"|last\s+month)(?!\w)"),
        ("month-year", rf"(?P<m>{month})\.?,?\s+(?:of\s+)?(?P<y>\d{{4}})(?!\d)"),
        ("relative-month", rf"(?P<rel>last|this|next)\s+(?P<m>{month})\b"),
        ("month", rf"(?P<m>{month})\b\s+(?:of\s+)?(?P<whose>last|this|next)\s+year\b"),
        ("month", rf"(?:in|since|until|by|for|of|late|early|mid-)\s*(?P<m>{month})\b(?!\s+\d)"),
        ("relative-day", r"(?P<rel>last|this\s+past|this\s+coming|this|next|earlier|coming|on)\s+"
                         rf"(?:(?:past|coming)\s+)?(?P<day>{weekday})\b"),
        ("weekday", rf"(?P<day>{weekday})\b"),
        ("today", r"(?P<today>today|tonight|earlier\s+(?:on|in)\s+the\s+day|the\s+same\s+day"
                  r"|this\s+(?:morning|afternoon|evening))\b"),
        ("shift", rf"(?P<shift>{'|'.join(sorted(_SHIFTS, key=len, reverse=True))})\b"),
        ("unit", r"(?P<rel>last|this|next|previous)\s+(?P<unit>week|month|year)\b"),
        ("unit", r"(?P<rel>half|end|quarter|start|beginning|middle|course)\s+of\s+(?:the|this)\s+"
                 r"(?P<unit>year|month|week)\b"),
        ("unit", rf"(?P<rel>this)\s+(?P<unit>{season})\b"),
        ("ago", rf"(?P<n>\d+|a|{'|'.join(_NUMBERS)})\s+(?P<unit>day|week|month|year)s?\s+ago\b"),
        ("year", rf"(?:in|since|of|the|until|by|year|from|{season}|Q[1-4])\s+"
                 r"(?P<y>(?:19|20)\d{2})\b(?!-)"),
    ]  # fmt: skip


@cache
def _forms() -> list[tuple[str, re.Pattern[str]]]:
    return [
        (name, re.compile(rf"(?<![\w.])(?:{pattern})", re.IGNORECASE))
        for name, pattern in _patterns()
    ]


@dataclass(frozen=True, slots=True)
class When:
    """A date as far as the text gives it: `begin`/`end` are "2020-02-28", "2020-02" or "2020".

    `earliest` and `latest` are whole ISO dates, the bounds within which it lies.
    """

    begin: str
    end: str
    earliest: str
    latest: str

    @property
    def whole(self) -> bool:
        """Whether the day is known."""
        return len(self.begin) == 10


@dataclass(frozen=True, slots=True)
class DateMention:
    """A span of a text that gives a date; `when` is None where it cannot be resolved."""

    start: int
    end: int
    when: When | None
    explicit: bool


def day(value: date, until: date | None = None) -> When:
    """One day, or the days from `value` to `until`."""
    last = until or value
    return When(value.isoformat(), last.isoformat(), value.isoformat(), last.isoformat())


def month(year: int, number: int) -> When:
    """A whole month: `month(2020, 6)` lies between 2020-06-01 and 2020-06-30."""
    _check(year)
    text = f"{year:04d}-{number:02d}"
    last = calendar.monthrange(year, number)[1]
    return When(text, text, f"{text}-01", f"{text}-{last:02d}")


def year(number: int) -> When:
    """A whole year."""
    _check(number)
    return When(f"{number:04d}", f"{number:04d}", f"{number:04d}-01-01", f"{number:04d}-12-31")


def _check(number: int) -> None:
    """A year that a calendar date can have, as `datetime.date` knows them."""
    if not MINYEAR <= number <= MAXYEAR:
        raise ValueError(number)


def dates(text: str, anchor: date | None, future: bool = False) -> Iterator[DateMention]:
    """The dates of `text` in order, incomplete ones resolved against `anchor`.

    `future` says that the sentence looks ahead, so that "in November" is the next one.

    >>> [m.when.begin for m in dates("on Friday, 3 May 2024, and yesterday", date(2024, 5, 6))]
    ['2024-05-03', '2024-05-05']
    """
    taken: list[tuple[int, int]] = []
    found: list[DateMention] = []
    for name, pattern in _forms():
        for match in pattern.finditer(text):
            if any(s < match.end() and match.start() < e for s, e in taken):
                continue
            if (
                name == "month"
                and match["m"].casefold() in ("may", "mar")
                and not match["m"][0].isupper()
            ):
                continue
            taken.append(match.span())
            when, explicit = _resolve(name, match, anchor, future)
            found.append(DateMention(match.start(), match.end(), when, explicit))
    yield from sorted(found, key=lambda m: m.start)


def _resolve(
    name: str, match: re.Match[str], anchor: date | None, future: bool
) -> tuple[When | None, bool]:
    parts = match.groupdict()
    try:
        if name in ("iso", "dotted"):
            last = date(int(parts["y"]), int(parts["mm"]), int(parts["d1"]))
            first = int(parts.get("d0") or last.day)
            return (day(last.replace(day=first), last) if first <= last.day else None), True
        if name == "years":
            return _years(parts), True
        if name == "slashed":
            return _slashed(parts), True
        if parts.get("m"):
            return _with_month(parts, anchor, future)
        if name == "year":
            return year(int(parts["y"])), True
        return (_relative(name, parts, anchor, future) if anchor else None), False
    except (ValueError, OverflowError):
        return None, False


def _slashed(parts: dict[str, str | None]) -> When | None:
    """Day and month of 22/12/1972; where either order is possible, as the weekday before it tells,
    else None: "Monday, 6/2/2017".
    """
    first, second, year_ = (int(parts[key] or 0) for key in ("d1", "mm", "y"))
    orders = dict.fromkeys([(second, first), (first, second)])
    able = [date(year_, month_, day_) for month_, day_ in orders if month_ <= 12 and day_ <= 31]
    weekday = _DAYS.get((parts.get("day") or "").casefold())
    told = [one for one in able if weekday in (None, one.weekday())]
    return day(told[0]) if len(told) == 1 else None


def _years(parts: dict[str, str | None]) -> When | None:
    """The days of "28 December 2022 to 2 January 2023"."""
    begin, end = (
        date(int(y or 0), _months()[(m or "").casefold()], _number(d) or 0)
        for y, m, d in (
            (parts["y"], parts["m"], parts["d1"]),
            (parts["y2"], parts["m2"], parts["d2"]),
        )
    )
    return day(begin, end) if begin <= end else None


def _with_month(
    parts: dict[str, str | None], anchor: date | None, future: bool
) -> tuple[When | None, bool]:
    number = _months()[(parts["m"] or "").casefold()]
    explicit = bool(parts.get("y"))
    first = _number(parts.get("d1"))
    if explicit:
        chosen = int(parts["y"] or 0)
    elif anchor and parts.get("whose"):
        chosen = anchor.year + _SIGNS.get((parts["whose"] or "").casefold(), 0)
    elif anchor:
        chosen = _year_of(number, first, anchor, future, parts.get("rel"))
    else:
        return None, False
    if first is None:
        return month(chosen, number), explicit
    last_month = _months()[(parts.get("m2") or parts["m"] or "").casefold()]
    last = _number(parts.get("d2")) or first
    begin, end = date(chosen, number, first), date(chosen, last_month, last)
    return (day(begin, end) if begin <= end else None), explicit


def _number(text: str | None) -> int | None:
    """The number of "28th"."""
    return int(re.sub(r"\D", "", text)) if text else None


def _year_of(number: int, first: int | None, anchor: date, future: bool, rel: str | None) -> int:
    """The year of a day without one: the nearest to the anchor, after it when looking ahead.

    In a report of 10 February "February 14" is this year's and "in November" last year's.
    """
    middle = 15 if first is None else first
    if first is None and number == anchor.month:
        return anchor.year + {"last": -1, "next": 1}.get(rel or "", 0)
    near = {
        y: (_day_of(y, number, middle) - anchor).days
        for y in range(anchor.year - 1, anchor.year + 2)
    }
    if rel == "next" or future:
        return min((y for y in near if near[y] >= 0), key=lambda y: near[y])
    if rel == "last":
        return max((y for y in near if near[y] < 0), key=lambda y: near[y])
    return min(near, key=lambda y: (abs(near[y]), y))


def _day_of(year: int, month: int, number: int) -> date:
    """A day of a month, the month's last one where it has no such day."""
    return date(year, month, min(number, calendar.monthrange(year, month)[1]))


def _relative(name: str, parts: dict[str, str | None], anchor: date, future: bool) -> When | None:
    if name == "today":
        return day(anchor)
    if name == "shift":
        words = re.sub(r"\s+", " ", (parts["shift"] or "").casefold())
        return day(anchor + timedelta(days=_SHIFTS[words]))
    if name == "instant":
        past = (parts["inst"] or "").casefold().startswith(("ult", "last"))
        total = anchor.year * 12 + anchor.month - 1 - past
        return day(date(total // 12, total % 12 + 1, _number(parts["d1"]) or 0))
    if name in ("relative-day", "weekday"):
        return _weekday(
            _DAYS[(parts["day"] or "").casefold()],
            (parts.get("rel") or "").casefold(),
            anchor,
            future,
        )
    if name == "unit":
        return _unit((parts["rel"] or "").casefold(), parts["unit"] or "", anchor)
    if name == "ago":
        return _ago(parts["n"] or "", parts["unit"] or "", anchor)
    return None


def _weekday(number: int, rel: str, anchor: date, future: bool) -> When:
    """The nearest such day at or before the anchor, or at or after it when looking ahead."""
    if rel.endswith("coming"):
        return day(anchor + timedelta(days=(number - anchor.weekday()) % 7 or 7))
    if rel == "next" or (future and rel not in ("last", "earlier")):
        return day(
            anchor + timedelta(days=(number - anchor.weekday()) % 7 or (7 if rel == "next" else 0))
        )
    back = (anchor.weekday() - number) % 7
    return day(anchor - timedelta(days=back or (7 if rel in ("last", "earlier") else 0)))


def _unit(rel: str, unit: str, anchor: date) -> When | None:
    shift = _SIGNS.get(rel, 0)
    if unit.casefold() not in ("month", "week"):
        return year(anchor.year + shift)
    if unit.casefold() == "month":
        total = anchor.year * 12 + anchor.month - 1 + shift
        return month(total // 12, total % 12 + 1)
    monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=shift)
    return _spread(monday, monday + timedelta(days=6))


def _spread(first: date, last: date) -> When:
    """Some unknown day between two: the text's precision is the month, or the year."""
    same_month = (first.year, first.month) == (last.year, last.month)
    if same_month:
        text = f"{first.year:04d}-{first.month:02d}"
    else:
        text = f"{first.year:04d}" if first.year == last.year else ""
    return When(text, text, first.isoformat(), last.isoformat())


def _ago(count: str, unit: str, anchor: date) -> When | None:
    number = 1 if count.casefold() == "a" else _NUMBERS.get(count.casefold()) or int(count)
    if unit.casefold() == "day":
        return day(anchor - timedelta(days=number))
    if unit.casefold() == "year":
        return year(anchor.year - number)
    if unit.casefold() == "month":
        total = anchor.year * 12 + anchor.month - 1 - number
        return month(total // 12, total % 12 + 1)
    middle = anchor - timedelta(weeks=number)
    return _spread(
        middle - timedelta(days=middle.weekday()), middle + timedelta(days=6 - middle.weekday())
    )
