"""Putting the parts of an article that a format keeps apart into one text with right offsets."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from diplograph.documents.record import LARGEST_ARTICLE, Section


@dataclass(frozen=True, slots=True)
class Article:
    """One article as a format gives it; `body` may have several paragraphs."""

    body: str
    title: str | None = None
    date: str | None = None
    link: str | None = None
    place: str | None = None
    publisher: str | None = None
    summary: str | None = None


def compose(articles: Iterable[Article]) -> tuple[str, tuple[Section, ...]]:
    """All articles' text, each "title, date, blank line, body", and where each stands in it.

    >>> text, sections = compose([Article("They met.", "Talks in Oslo", "3 May 2021")])
    >>> text
    'Talks in Oslo\\n3 May 2021\\n\\nThey met.'
    >>> text[sections[0].body : sections[0].end]
    'They met.'
    """
    parts: list[str] = []
    sections: list[Section] = []
    position = 0
    for article in articles:
        section, text = _section(article)
        sections.append(_moved(section, position))
        parts.append(text)
        position += len(text) + 2
    return "\n\n".join(parts), tuple(sections)


def too_long(article: Article) -> bool:
    """Whether the article has more characters than one article may have."""
    return len(article.body) > LARGEST_ARTICLE


def _section(article: Article) -> tuple[Section, str]:
    """An article's text and its section, both starting at 0."""
    header = "\n".join(part for part in (article.title, article.date) if part)
    body = _with_summary(article)
    text = "\n\n".join(part for part in (header, body) if part)
    return (
        Section(
            start=0,
            end=len(text),
            body=len(text) - len(body),
            title=article.title or None,
            date=article.date or None,
            link=article.link or None,
            place=article.place or None,
            publisher=article.publisher or None,
        ),
        text,
    )


def _moved(section: Section, by: int) -> Section:
    return replace(section, start=section.start + by, end=section.end + by, body=section.body + by)


def _with_summary(article: Article) -> str:
    """The body after its summary, where the body does not say the same."""
    summary = article.summary
    if not summary or one_line(summary)[:200] in one_line(article.body[:5000]):
        return article.body
    return f"{summary}\n\n{article.body}".strip()


def one_line(text: str) -> str:
    """`text` with every run of white space, no-break spaces too, as one space."""
    return re.sub(r"\s+", " ", text.replace("\ufeff", "")).strip()


def digest(content: bytes) -> str:
    """The SHA-256 of `content`, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def storable(text: str) -> str:
    """`text` without what no file or store accepts: lone surrogates and zero characters."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole.replace("\x00", " ")
