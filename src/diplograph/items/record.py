"""The record of the second step: one article, speech or dated entry."""

from __future__ import annotations

from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Item:
    """One article inside a document.

    `start`, `end`, `body`, `title_span` and `furniture` are characters of the *document's*
    text; `text == document.text[start:end]`. `body` is where the running text starts
    (after title, dateline and header block). `furniture` are parts inside the item that
    say nothing about the world (share counts, "See also", a URL line, photo credits' markup) and
    must not be read for facts. `issued` is an ISO date ("2022-02-15") where the text gives
    the day of publication, else None. `event_date` is the ISO date a title or dateline
    gives for the main event ("…, Moscow, May 26, 2020") where there is one.
    `place` is the dateline's place as written ("Moscow"), `publisher` the side that speaks. `above`
    is what stands at the top of the page before the first article: its letterhead and menus.
    """

    document: str
    number: int
    start: int
    end: int
    body: int
    text: str
    title: str | None = None
    title_span: Span | None = None
    issued: str | None = None
    event_date: str | None = None
    place: str | None = None
    publisher: str | None = None
    link: str | None = None
    furniture: tuple[Span, ...] = ()
    above: str | None = None
