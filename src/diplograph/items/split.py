"""From a document to its articles."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from operator import attrgetter
from urllib.parse import urlsplit

from diplograph.documents.record import Document, Section
from diplograph.items import entries, header, page
from diplograph.items.dates import Dates
from diplograph.items.header import Header
from diplograph.items.lines import Line, lines
from diplograph.items.record import Item

_SHORTEST_MAIN_ARTICLE = 200
_ABOVE = 600

Part = tuple[list[Line], Header]
"""The lines of one article, at least one, and what its header says."""


def split(document: Document) -> Iterator[Item]:
    """The articles of `document`, in order; when unsure, one.

    Feeds and tables say themselves where their articles are. A page with several dated entries
    gives one item an entry, and one for a main article above them; clocks, banners, menus and
    footers belong to none.
    """
    dates = Dates(document.text)
    parts = _sections(document, dates) if document.sections else _articles(document, dates)
    above: str | None = None
    for number, (rows, head) in enumerate(parts, 1):
        above = document.text[: rows[0].start][:_ABOVE] if above is None else above
        yield _item(document, number, rows, head, above)


def _sections(document: Document, dates: Dates) -> Iterator[Part]:
    for section in document.sections:
        rows = lines(document.text, section.start, section.end)
        if rows:
            yield rows, _given(rows, section, section.start, dates)


def _articles(document: Document, dates: Dates) -> Iterator[Part]:
    """The articles of a document whose format marks none."""
    every = page.without_footer(lines(document.text, document.body, len(document.text)))
    links = frozenset(link.start for link in page.links(every))
    rows = [row for row in every if row.start not in links]
    heads = entries.heads(rows, dates)
    if len(heads) > 1:
        yield from _entries(every, rows, heads, dates)
    elif every:
        yield _only(document, every[page.start(every, dates) :] or every, dates)


def _entries(every: list[Line], rows: list[Line], heads: list[int], dates: Dates) -> Iterator[Part]:
    """The entries of a list page, after the main article above them where there is one."""
    begins = [bisect_left(every, rows[at].start, key=attrgetter("start")) for at in heads]
    main = page.without_heading(every[: begins[0]])
    main = main[page.start(main, dates) :]
    if sum(len(row.text) for row in main) >= _SHORTEST_MAIN_ARTICLE:
        yield main, header.read(main, dates)
    for begin, end in pairwise([*begins, len(every)]):
        entry = page.without_footer(every[begin:end])
        yield entry, header.read(entry, dates, listed=True)


def _only(document: Document, rows: list[Line], dates: Dates) -> Part:
    """The one article of a document, whose metadata go before what its lines say."""
    if document.title is None:
        head = header.read(rows, dates)
        return rows, header.issued_before(head, dates.first(document.date))
    start = 0 if document.text.startswith(document.title) else rows[0].start
    section = Section(
        start, rows[-1].end, rows[0].start, document.title, document.date, document.link
    )
    above = lines(document.text, start, rows[0].start)
    return above + rows, _given([*above, *rows], section, start, dates)


def _given(rows: list[Line], section: Section, start: int, dates: Dates) -> Header:
    """The header that a format's own fields make, with the dateline of the text below."""
    title = section.title
    printed = title is not None and rows[0].text.startswith(title)
    head = Header(
        body=section.body,
        title=title,
        title_span=(start, start + len(title)) if title and printed else None,
        issued=dates.first(section.date),
        place=section.place,
        link=section.link,
    )
    running = [row for row in rows if row.start >= section.body]
    return header.with_dateline(header.with_event(head, dates), running, dates)


def _item(document: Document, number: int, rows: list[Line], head: Header, above: str) -> Item:
    start, end = rows[0].start, rows[-1].end
    link = head.link or document.link
    return Item(
        document=document.identifier,
        number=number,
        start=start,
        end=end,
        body=min(head.body, end),
        text=document.text[start:end],
        title=head.title,
        title_span=head.title_span,
        issued=head.issued,
        event_date=head.event_date,
        place=head.place,
        publisher=document.publisher or host(link),
        link=link,
        furniture=page.furniture([row for row in rows if (row.start, row.end) != head.title_span]),
        above=above or None,
    )


def host(link: str | None) -> str | None:
    """The site a link leads to: "https://www.state.gov/briefings/…" -> "state.gov"."""
    try:
        name = urlsplit(link or "").hostname
    except ValueError:
        return None
    return name.removeprefix("www.") if name else None
