"""The records of the first step: what was read, and what could not be."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

LARGEST_ARTICLE = 5_000_000
"""Characters that one article may have; a table or feed of many articles may be larger."""


@dataclass(frozen=True, slots=True)
class File:
    """One file that was found; `path` is None for standard input.

    `identifier` is what the document is called in the graph ("press/2022-02-15-call.txt").
    """

    identifier: str
    path: Path | None


@dataclass(frozen=True, slots=True)
class Section:
    """A part that the file's own format marks as an article: a table row, a feed entry.

    All positions are characters of `Document.text`; `start <= body <= end`.
    `title` and `date` are as the file gives them ("Mon, 5 Jun 2023 08:15:30 +0000"),
    `place` is where the file says the article comes from ("Sochi").
    """

    start: int
    end: int
    body: int
    title: str | None = None
    date: str | None = None
    link: str | None = None
    place: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One file as read: `text` is what every later span points into.

    For plain text and Markdown `text` is the decoded file, unchanged (a byte order
    mark and CRLF line ends included); for HTML, PDF, DOCX, feeds and tables it is the
    extracted text. `digest` is the SHA-256 of the file's bytes, in hexadecimal.
    `identifier` ends in the file's name. `sections` is empty where the format itself
    marks no articles. `body` is where the text proper starts (after front matter).
    `problems` are sentences for the user about parts that could not be read ("line 7: …").
    """

    identifier: str
    text: str
    digest: str
    media_type: str
    title: str | None = None
    date: str | None = None
    publisher: str | None = None
    link: str | None = None
    language: str | None = None
    body: int = 0
    sections: tuple[Section, ...] = field(default=())
    problems: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that could not be read, and why, in words for the user."""

    identifier: str
    reason: str


def refused(error: OSError) -> str:
    """Why the system does not let a file be read, as a reason for the user."""
    what = "Change the permissions" if isinstance(error, PermissionError) else "Repair it"
    return f"The system refuses: {error.strerror or error}. {what}, or leave it out."


class CannotRead(Exception):
    """Raised inside this folder only: `str(error)` becomes `Unreadable.reason`."""
