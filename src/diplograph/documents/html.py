"""HTML pages: the main article, or the entries of a list page, without menus and footers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import trafilatura
from lxml import etree
from lxml import html as lxml_html

from diplograph.documents.compose import Article, compose, digest, one_line, storable
from diplograph.documents.encoding import decode_declared
from diplograph.documents.fields import Columns
from diplograph.documents.markup import to_text
from diplograph.documents.record import CannotRead, Document

# What a browser does not show.
_UNSEEN = (
    "//*[@hidden or self::template"
    " or contains(concat(' ', normalize-space(@class), ' '), ' hidden ')]"
)
_ENTRIES = (
    "//*[self::article or contains(@itemtype, 'schema.org/NewsArticle')"
    " or contains(@itemtype, 'schema.org/Article') or contains(@itemtype, 'schema.org/BlogPosting')"
    " or contains(concat(' ', normalize-space(@class), ' '), ' h-entry ')"
    " or contains(concat(' ', normalize-space(@class), ' '), ' hentry ')]"
)
_HEADING = ".//*[self::h1 or self::h2 or self::h3 or self::h4][1]"
_TIME = ".//time | .//*[contains(@itemprop, 'datePublished')]"
_NAME = ".//*[@itemprop='name' or @itemprop='headline' or contains(@class, 'entry-title')]"
_PLACE = "//*[contains(concat(' ', @class, ' '), ' p-location ')]"
_MARKED_BODY = "//*[contains(@itemprop, 'articleBody')]"
_ASIDES = ".//*[@role='complementary' or self::aside or self::nav or self::footer]"
_FEWEST_ENTRIES = 3


def read(identifier: str, content: bytes, columns: Columns) -> Document:
    """The page's article (title line, date line, text), or one section an entry of a list page.

    The metadata are those the page declares: Open Graph, schema.org, `<meta>`, `<time>`.
    """
    markup, problems = decode_declared(content)
    page = _tree(storable(markup))
    metadata = _extracted(page)
    entries = _listed(page)
    text, sections = compose(entries or [_main(page, metadata)])
    only = None if entries else sections[0]
    return Document(
        identifier=identifier,
        text=text,
        digest=digest(content),
        media_type="text/html",
        title=only.title if only else _title(page),
        date=only.date if only else None,
        publisher=metadata.get("sitename") or None,
        link=metadata.get("url") or None,
        language=(page.get("lang") or "")[:2].lower() or None,
        body=only.body if only else 0,
        sections=() if only else sections,
        problems=problems,
    )


def _tree(markup: str) -> Any:
    """The parsed page without what is not seen."""
    # An XML declaration with an encoding is not accepted in decoded text.
    plain = re.sub(r"^\s*<\?xml[^>]*\?>", "", markup.removeprefix("\ufeff"))
    parser = lxml_html.HTMLParser(remove_comments=True, remove_pis=True)
    try:
        page = lxml_html.document_fromstring(plain, parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise CannotRead(f"This is no HTML page ({error}).") from error
    for element in page.xpath(_UNSEEN):
        if element.getparent() is not None and element.tag not in ("html", "body"):
            element.drop_tree()
    return page


def _extracted(page: Any) -> dict[str, Any]:
    """Text and metadata as trafilatura finds them; dates only where the page declares them."""
    found = trafilatura.bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={
            "extensive_search": False,
            "original_date": True,
            "outputformat": "%Y-%m-%d",
            "max_date": "9999-12-31",
        },
    )
    return {} if found is None else {name: getattr(found, name) for name in _FIELDS}


_FIELDS = ("text", "title", "date", "description", "sitename", "url")


def _main(page: Any, found: dict[str, Any]) -> Article:
    places = page.xpath(_PLACE)
    return Article(
        body=_body(page, found.get("text") or ""),
        title=one_line(found.get("title") or "") or _title(page),
        date=found.get("date"),
        summary=_lead(page, found.get("description") or ""),
        place=_words(places[0]) if len(places) == 1 else None,
    )


def _body(page: Any, text: str) -> str:
    """The extracted text, kept inside the element that the page marks as the article's body."""
    marked = page.xpath(_MARKED_BODY)
    if len(marked) != 1:
        return text.strip() or to_text(lxml_html.tostring(page, encoding="unicode"))
    for aside in marked[0].xpath(_ASIDES):
        aside.drop_tree()
    inside = _words(marked[0])
    kept = [line for line in text.split("\n") if one_line(line) in inside]
    return "\n".join(kept) or to_text(lxml_html.tostring(marked[0], encoding="unicode"))


def _lead(page: Any, description: str) -> str | None:
    """The page's description where the page also shows it (as the lead above the article)."""
    lead = one_line(description)
    return lead if lead and lead in one_line(page.find("body").text_content()) else None


def _title(page: Any) -> str | None:
    heading = next(iter(page.xpath("//h1")), page.find(".//title"))
    return _words(heading) if heading is not None else None


def _listed(page: Any) -> list[Article]:
    """The dated entries of a list page; none where the page is about one article."""
    if page.xpath(_MARKED_BODY):
        return []
    entries = [entry for entry in page.xpath(_ENTRIES) if not entry.xpath("ancestor::article")]
    articles = [article for entry in entries for article in _entry(entry)]
    listed = sum(len(article.body) + len(article.title or "") for article in articles)
    outside = max(map(len, _paragraphs_outside(page, entries)), default=0)
    return articles if len(articles) >= _FEWEST_ENTRIES and listed > outside else []


def _paragraphs_outside(page: Any, entries: list[Any]) -> Iterator[str]:
    inside = {paragraph for entry in entries for paragraph in entry.iter("p")}
    return (_words(p) for p in page.iter("p") if p not in inside)


def _entry(entry: Any) -> Iterator[Article]:
    """One entry of a list page, where it has a heading and a date."""
    heading = next(iter(entry.xpath(_HEADING)), None)
    time = next(iter(entry.xpath(_TIME)), None)
    if heading is None or time is None:
        return
    title = _words(next(iter(heading.xpath(_NAME)), heading))
    places = [_words(place) for place in entry.xpath("." + _PLACE)]
    link = next(iter(entry.xpath(".//a/@href")), None)
    date = _words(time) or time.get("content") or time.get("datetime")
    for shown in (heading, time):
        shown.drop_tree()
    lines = to_text(lxml_html.tostring(entry, encoding="unicode")).split("\n")
    yield Article(
        body="\n".join(line for line in lines if re.search(r"[^\W\d]{2}", line)),
        title=title,
        date=date,
        link=link if link and link.startswith("http") else None,
        place=places[0] if places else None,
    )


def _words(element: Any) -> str:
    return one_line(element.text_content())
