"""What publishers call the fields of an article, in tables and in front matter."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

NAMES: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline", "heading", "subject"),
    "date": (
        "date",
        "published",
        "published_time",
        "publication_date",
        "pubdate",
        "published_at",
        "issued",
        "datetime",
    ),
    "body": ("body", "text", "content", "html", "article", "fulltext", "full_text", "transcript"),
    "summary": ("summary", "description", "lead", "teaser", "abstract"),
    "link": ("link", "url", "source_url", "canonical_url", "permalink"),
    "publisher": ("publisher", "site_name", "sitename", "site", "source", "outlet"),
    "place": ("place", "location", "dateline"),
    "language": ("language", "lang", "locale"),
}
"""The names of each field, the likeliest first; case, spaces and hyphens do not matter."""

DELIMITERS = ",\t;|"


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a table holds what; None means: the first of the usual names.

    >>> Columns(title="Titel", body="Volltext").body
    'Volltext'
    """

    title: str | None = None
    date: str | None = None
    body: str | None = None
    link: str | None = None
    publisher: str | None = None
    summary: str | None = None
    place: str | None = None
    language: str | None = None

    def of(self, names: Iterable[str]) -> dict[str, str]:
        """Which of a table's columns `names` holds each field: {"title": "headline", …}."""
        present = {_plain(name): name for name in names}
        chosen = {field: getattr(self, field) or first(field, present) for field in NAMES}
        return {field: name for field, name in chosen.items() if name is not None}


def first(field: str, present: Mapping[str, str]) -> str | None:
    """The entry of `present` under the likeliest usual name of `field`."""
    return next((present[name] for name in NAMES[field] if present.get(name)), None)


def plain_keys(metadata: Mapping[str, str]) -> dict[str, str]:
    """`metadata` with its keys in the form that `NAMES` uses: "Source-URL" -> "source_url"."""
    return {_plain(key): value for key, value in metadata.items()}


def is_header(line: str) -> bool:
    """Whether `line` looks like the first line of a table: it names a body and another field."""
    cells = {_plain(cell) for cell in next(csv.reader([line], delimiter=delimiter(line)), [])}
    named = [field for field, names in NAMES.items() if not cells.isdisjoint(names)]
    return len(named) > 1 and ("body" in named or "summary" in named)


def delimiter(header: str) -> str:
    """What separates the cells of a table with this first line."""
    return max(DELIMITERS, key=header.count)


def _plain(name: str) -> str:
    return re.sub(r"[\s-]+", "_", name.strip("\ufeff \t").lower())
