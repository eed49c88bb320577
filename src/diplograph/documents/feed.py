"""RSS and Atom feeds: one article an entry."""

from __future__ import annotations

import io
from typing import Any

import feedparser

from diplograph.documents.compose import Article, compose, digest, one_line, storable, too_long
from diplograph.documents.fields import Columns
from diplograph.documents.markup import to_text
from diplograph.documents.record import CannotRead, Document


def read(identifier: str, content: bytes, columns: Columns) -> Document:
    """One section an entry, with the full text where the feed carries it, else the summary."""
    # A stream, because feedparser would take bytes for a file name or an address.
    feed = feedparser.parse(io.BytesIO(content), sanitize_html=False)
    entries = (_article(entry) for entry in feed.entries)
    articles = [article for article in entries if article.body or article.title]
    if not articles:
        raise CannotRead(_refusal(feed))
    text, sections = compose(article for article in articles if not too_long(article))
    return Document(
        identifier=identifier,
        text=text,
        digest=digest(content),
        media_type="application/atom+xml" if "atom" in feed.version else "application/rss+xml",
        title=_field(feed.feed, "title"),
        publisher=_field(feed.feed, "publisher"),
        link=_field(feed.feed, "link"),
        language=_field(feed.feed, "language"),
        sections=sections,
        problems=_problems(feed, articles),
    )


def _article(entry: Any) -> Article:
    full = "\n".join(part.get("value", "") for part in entry.get("content", []))
    summary = to_text(storable(entry.get("summary", "")))
    return Article(
        body=to_text(storable(full)) or summary,
        title=_field(entry, "title"),
        date=_field(entry, "published") or _field(entry, "updated"),
        link=_field(entry, "link"),
    )


def _field(mapping: Any, name: str) -> str | None:
    return one_line(to_text(storable(mapping.get(name) or ""))) or None


def _refusal(feed: Any) -> str:
    if feed.version:
        return "The feed has no entries."
    why = f" ({feed.bozo_exception})" if feed.get("bozo") else ""
    return f"This is no RSS or Atom feed{why}. Other kinds of XML are not read."


def _problems(feed: Any, articles: list[Article]) -> tuple[str, ...]:
    found = [
        f"The entry '{article.title}' is too long for one article; it is left out."
        for article in articles
        if too_long(article)
    ]
    error = feed.get("bozo_exception")
    if error and not isinstance(error, feedparser.CharacterEncodingOverride):
        found.append(f"The feed is malformed ({error}); entries may be missing.")
    return tuple(found)
