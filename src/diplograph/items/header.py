"""What stands above an article's text: title, date, address, dateline."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from diplograph.items import cues
from diplograph.items.dates import Dates, yearless, yearless_span
from diplograph.items.lines import Line
from diplograph.items.record import Span
from diplograph.vocabulary.cues import offices
from diplograph.vocabulary.tables import rows, several

_MOST_LINES = 8
_PLACE_LINES = 4
_LONGEST_DATELINE = 90
_LONGEST_PLACE = 40
_LONGEST_TITLE = 300
_MARKUP = re.compile(
    r"(?:#{1,6}\s+|[*•▪]\s+)?(?:\*\*|__)?\[?(?P<words>.+?)(?:\]\([^)]*\))?(?:\*\*|__)?\s*#*"
)
_ABBREVIATION = re.compile(r".*(?:\b[A-Z]\.){2,}|.*\b(?:Jr|Sr|St|Inc|Ltd|Co)\.")
_ENDS = (".", ",", ";", ":", "")
_NAME = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?, [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*)?")
_BYLINE = re.compile(
    r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}, ((?:[A-Z][\w.'’-]*|of|for|the|and|to)"
    r"(?: (?:[A-Z][\w.'’-]*|of|for|the|and|to)){0,8})"
)
_AUTHOR = re.compile(r"By:? [A-Z].{2,60}")
_URL = re.compile(r"<?(https?://[^\s<>]+)>?")
_DATED_TITLE = re.compile(r"\s*(?:[-–—:|]\s+|\|\s*)(?=\S)")
_TITLE_AND_DATE = re.compile(r"(?:\d{1,3}[.)]\s+)?(?P<title>.+?)\s*(?:\(|\||\s[–—-])\s*")
_NUMBER = re.compile(r"\d{1,3}[.)]\s+")
_DATELINE_END = re.compile(r"(?<=/)\.?\s+|(?<=/\.)\s+|(?<=\)):\s+|\s+(?:[—–-]|--)\s+|\s*—\s*")
_AGENCY = re.compile(r"\([A-Z][\w .-]{1,20}\)|/[A-Z][\w .-]{1,20}/")
_CITY = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}"
_PLACE = re.compile(r"[A-Z][\w.'’]+(?:[ -][A-Z][\w.'’]+){0,2}")


@dataclass(frozen=True, slots=True)
class Header:
    """What an article's first lines say; `body` is where its running text starts."""

    body: int
    title: str | None = None
    title_span: Span | None = None
    issued: str | None = None
    event_date: str | None = None
    place: str | None = None
    link: str | None = None


def read(lines: list[Line], dates: Dates, *, listed: bool = False) -> Header:
    """The header of the article whose lines these are (at least one).

    Recognized are title and date line in either order ("27.05.2020" above the title, "June 13,
    2017" below it), "24.06.2020 - Title", addresses, genres ("Media Release"), names
    ("Whitlam, Gough") and a dateline ("MOSCOW, June 3 —") before the first sentence. An entry
    of a list (`listed`) has its title also where the text follows without an empty line.
    """
    header = _one_line(lines, dates, listed)
    rest = lines[1:] if header.body > lines[0].start else lines
    if header.body == lines[0].start or header.title:
        header, rest = _block(header, rest, dates, listed)
        header = replace(header, body=rest[0].start if rest else lines[-1].end)
    return with_dateline(with_event(header, dates), rest, dates)


def _one_line(lines: list[Line], dates: Dates, listed: bool) -> Header:
    """The header that a line with title and date makes; else one that says nothing."""
    line = lines[0]
    split = dated_title(line, dates) or (titled_date(line, dates) if listed else None)
    if split is None:
        return Header(line.start)
    iso, (start, end) = split
    words = line.text[start - line.start : end - line.start]
    if not is_title(words):
        return Header(start, issued=iso)
    after = lines[1].start if len(lines) > 1 else line.end
    return Header(after, words, (start, end), issued=iso)


DatedSpan = tuple[str | None, Span]
"""The date of a line, and where in the document its title stands."""


def titled_date(line: Line, dates: Dates) -> DatedSpan | None:
    """Date and title of a line such as "Talks in Oslo (3 June 2021)"."""
    if len(line.text) > _LONGEST_TITLE:
        return None
    found = next((one for one in dates.find(line.text) if one.end >= len(line.text) - 1), None)
    parts = _TITLE_AND_DATE.fullmatch(line.text, 0, found.start) if found else None
    if found is None or parts is None or not is_title(parts["title"]):
        return None
    start, end = parts.span("title")
    return found.iso, (line.start + start, line.start + end)


def dated_title(line: Line, dates: Dates) -> DatedSpan | None:
    """Date and title of a line such as "24.06.2020 - Article by …"."""
    number = _NUMBER.match(line.text)
    at = number.end() if number else 0
    found = next(dates.find(line.text, at, at + 40), None)
    if found is None or found.start > at:
        return None
    dash = _DATED_TITLE.match(line.text, found.end)
    words = line.text[dash.end() :] if dash else ""
    if dash is None or cues.kind(words) or len(words.split()) < 2:
        return None
    return found.iso, (line.start + dash.end(), line.end)


def _block(
    header: Header, lines: list[Line], dates: Dates, listed: bool
) -> tuple[Header, list[Line]]:
    """Read title, dates, addresses, genres and names; the lines below them come back."""
    at = 0
    while at < min(len(lines), _MOST_LINES):
        line = lines[at]
        used = 1
        if _is_small_print(header, line) or _names_publisher(header, lines, at, dates):
            header = replace(header, link=header.link or _link(line))
        elif (date_line := dates.line(line.text)) and _dates_header(header, lines, at, dates):
            header = replace(
                header,
                issued=header.issued or date_line.iso,
                place=header.place or date_line.place,
            )
        elif header.title is None and (used := _title_lines(lines, at, dates, listed)):
            header = _with_title(header, lines[at : at + used])
        else:
            break
        at += used
    if header.title is None and at and not listed and cues.kind(lines[0].text) == "genre":
        header = _with_title(header, lines[:1])
    return header, lines[at:]


def _is_small_print(header: Header, line: Line) -> bool:
    """An address, genre or label anywhere, a byline below the title, an author right under it."""
    if cues.kind(line.text) in ("genre", "line", "pattern"):
        return True
    if header.title and _is_byline(line.text):
        return True
    by = _NAME.fullmatch(line.text) or _AUTHOR.fullmatch(line.text)
    return bool(header.title and by and line.gap == 0)


def _names_publisher(header: Header, lines: list[Line], at: int, dates: Dates) -> bool:
    """Whether a line names the publisher or its city, above a title or between it and a date."""
    if header.title is None:
        return _heads_title(header, lines, at, dates)
    named = _is_letterhead(lines[at].text) or _place_line().fullmatch(lines[at].text)
    below = lines[at + 1 : at + 4]
    return bool(named and any(dates.line(line.text) for line in below))


def _heads_title(header: Header, lines: list[Line], at: int, dates: Dates) -> bool:
    """Whether a line only names the publisher above a title: "Ministry of Foreign Affairs"."""
    if header.title or not _is_letterhead(lines[at].text):
        return False
    for below in range(at + 1, min(len(lines), at + _MOST_LINES)):
        text = lines[below].text
        small = _is_small_print(header, lines[below]) or dates.line(text)
        if not small and not _is_letterhead(text):
            return _title_lines(lines, below, dates) > 0
    return False


def _is_letterhead(text: str) -> bool:
    """Whether a line is the name of a body: "AFRICAN UNION", "Embassy of Peru in Kenya"."""
    plain = " ".join(text.casefold().split()).removeprefix("from: ")
    if len(text) > _LONGEST_DATELINE or not _LETTERHEAD.fullmatch(text):
        return False
    return plain in _bodies() or bool(_organ().fullmatch(plain))


_LETTERHEAD = re.compile(
    r"(?:From: )?(?:(?:[^\W\d_a-z][^\d\s]*|of|the|to|for|and|in|at|&|[–—|-])\s*)+"
)


@cache
def _bodies() -> frozenset[str]:
    table = rows("authority", "organizations.csv", needs=("name", "abbreviations", "aliases"))
    imprints = rows("authority", "imprints.csv", needs=("words",))
    return frozenset(
        form.casefold()
        for row in table
        for form in (row["name"], *several(row["abbreviations"]), *several(row["aliases"]))
    ) | {text.casefold() for text in (*(row["words"] for row in imprints), *_capitals())}


def _capitals() -> tuple[str, ...]:
    """Cities that stand below an embassy's name."""
    table = rows("authority", "states.csv", needs=("capital",))
    return tuple(row["capital"] for row in table if row["capital"])


@cache
def _organ() -> re.Pattern[str]:
    """A body's name by its noun: "ministry of …", "royal danish embassy"."""
    table = rows("cues", "organs.csv", needs=("word", "own"))
    own = sorted((r["word"] for r in table if r["own"]), key=lambda w: (-len(w), w))
    words = "|".join(map(re.escape, [*own, "press office"]))
    return re.compile(rf"(?:{words}),? (?:of|for|to) .*|(?:\S+ ){{1,3}}(?:{words})(?: bulletin)?")


def _dates_header(header: Header, lines: list[Line], at: int, dates: Dates) -> bool:
    """Whether a date line dates the article, and is not a letter's date or the title itself.

    A first line such as "Department Press Briefing – June 29, 2021" is the title where no other
    title follows.
    """
    date_line = dates.line(lines[at].text)
    if at == 0 and date_line and date_line.place and is_title(lines[at].text):
        return _title_lines(lines, 1, dates) > 0
    return header.issued is None or lines[at].gap == 0


def _link(line: Line) -> str | None:
    match = _URL.fullmatch(line.text)
    return match[1] if match else None


def _title_lines(lines: list[Line], at: int, dates: Dates, listed: bool = False) -> int:
    """How many lines the title at `lines[at]` has; 0 where none stands there.

    A title is followed by an empty line or by small print; a line of running text is not.
    """
    dated = dates.line(lines[at].text) if at < len(lines) else None
    if dated and not dated.place:
        return 0
    for used in range(1, 4):
        line = lines[at + used - 1] if at + used <= len(lines) else None
        if line is None or not is_title(line.text) or (used > 1 and line.gap):
            return 0
        below = lines[at + used] if at + used < len(lines) else None
        if below is None:
            return 0 if used > 1 or at == 0 else 1
        if below.gap or dates.line(below.text) or _is_small_print(Header(0, "title"), below):
            return used
        if listed and below.text.endswith((".", "…")):
            return used
    return 0


def _with_title(header: Header, lines: list[Line]) -> Header:
    match = _MARKUP.fullmatch(lines[0].text) if len(lines) == 1 else None
    if match:
        start, end = (lines[0].start + place for place in match.span("words"))
        return replace(header, title=match["words"], title_span=(start, end))
    words = " ".join(line.text for line in lines)
    return replace(header, title=words, title_span=(lines[0].start, lines[-1].end))


def issued_before(header: Header, issued: str | None) -> Header:
    """`header` with the day that the document's metadata give, where they give one."""
    return replace(header, issued=issued or header.issued)


def is_title(text: str) -> bool:
    """Whether a line may be a title: no running text, no caption, no page furniture.

    >>> is_title("Telephone conversation with King Salman"), is_title("The two leaders met.")
    (True, False)
    """
    words = text.lstrip("#*•_[“‘\"'«( ")
    if not words or len(text) > _LONGEST_TITLE or not (words[0].isupper() or words[0].isdigit()):
        return False
    if text.rstrip('*_"”’») ')[-1:] in _ENDS and not _ABBREVIATION.fullmatch(text):
        return False
    return not cues.is_caption(text) and cues.kind(text) is None and not _is_byline(text)


def _is_byline(text: str) -> bool:
    """Whether a line is a name and an office: "Anna Berg, Minister of Foreign Affairs"."""
    match = _BYLINE.fullmatch(text)
    return match is not None and not offices("head").keys().isdisjoint(match[1].lower().split())


def with_event(header: Header, dates: Dates) -> Header:
    """`header` with the place and day that its title ends in: "…, Minsk, June 19, 2020"."""
    event, place = title_end(header.title, dates)
    return replace(header, event_date=event, place=header.place or place)


def title_end(title: str | None, dates: Dates) -> tuple[str | None, str | None]:
    """The day and the place at the end of a title.

    >>> title_end("Remarks following talks, Minsk, June 19, 2020", Dates(""))
    ('2020-06-19', 'Minsk')
    """
    if title is None:
        return None, None
    found = [date for date in dates.find(title) if date.end == len(title.rstrip(" )"))]
    if not found:
        return None, None
    parts = title[: found[-1].start].rstrip(" ,(").split(", ")
    place = parts[-1] if len(parts) > 1 and _PLACE.fullmatch(parts[-1]) else None
    return found[-1].iso, place


def with_dateline(header: Header, lines: list[Line], dates: Dates) -> Header:
    """`header` with what a dateline says: "MOSCOW, June 3 —", "BRUSSELS (Reuters) -".

    A line "Bali, Indonesia" among the first ones tells the place too.
    """
    named = (line.text for line in lines[:_PLACE_LINES] if _place_line().fullmatch(line.text))
    header = replace(header, place=header.place or next(named, None))
    for first in (row for row in lines[:_PLACE_LINES] if row.start >= header.body):
        end = _DATELINE_END.search(first.text, 0, _LONGEST_DATELINE)
        line = _dateline(first.text[: end.start()], header.issued, dates) if end else None
        if end and line:
            begins = first.start == lines[0].start
            return replace(
                header,
                body=first.start + end.end() if begins else header.body,
                issued=header.issued or line.written,
                event_date=header.event_date or line.day,
                place=line.place if not begins else header.place or line.place,
            )
    return header


@dataclass(frozen=True, slots=True)
class _Dateline:
    """`written` is a whole date, `day` also one whose year comes from the day of issue."""

    place: str
    written: str | None
    day: str | None


def _dateline(text: str, issued: str | None, dates: Dates) -> _Dateline | None:
    """What stands before the dash of a first sentence, if it is place, date and agency.

    A place alone must be in capitals and name no office ("KYIV", not "MINISTER BERG").
    """
    plain = _AGENCY.sub("", text)
    found = next(dates.find(plain), None)
    span = (found.start, found.end) if found else yearless_span(plain)
    place = (plain[: span[0]] + plain[span[1] :] if span else plain).strip(" ,.")
    if not _PLACE.fullmatch(place.partition(", ")[0]) or len(place) > _LONGEST_PLACE:
        return None
    office = place.lower().split()[0].rstrip(".") in offices("head")
    if not span and plain == text and (office or not place.isupper() or len(place) < 4):
        return None
    written = found.iso if found else None
    return _Dateline(place, written, written or yearless(plain, issued))


@cache
def _place_line() -> re.Pattern[str]:
    """A city and its state, or the capital of the United States, alone in a line."""
    table = rows("authority", "states.csv", needs=("name", "aliases"))
    states = [name for row in table for name in (row["name"], *several(row["aliases"]))]
    return re.compile(rf"{_CITY}, (?:{'|'.join(map(re.escape, states))}|D\.?C\.?)")
