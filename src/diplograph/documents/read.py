"""From a file's bytes to a `Document`, by the format that its name or its content tells."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from typing import cast

from diplograph.documents.fields import Columns
from diplograph.documents.formats import FORMATS, recognized, suffix
from diplograph.documents.record import (
    LARGEST_ARTICLE,
    CannotRead,
    Document,
    File,
    Unreadable,
    refused,
)


def fetch(file: File) -> bytes | Unreadable:
    """The bytes of `file` (standard input where it has no path), or why there are none."""
    try:
        return sys.stdin.buffer.read() if file.path is None else file.path.read_bytes()
    except OSError as error:
        return Unreadable(file.identifier, refused(error))


def read(file: File, content: bytes, columns: Columns | None = None) -> Document | Unreadable:
    """The document that `content`, the bytes of `file`, holds, or why it cannot be read.

    The file's suffix tells the format; standard input is recognized by its content. `columns`
    names the columns of a table where the usual names do not fit.

    >>> read(File("notes/call.txt", None), b"The ministers spoke by telephone.").text
    'The ministers spoke by telephone.'
    """
    if not content.strip():
        return Unreadable(file.identifier, "The file is empty.")
    try:
        return _checked(_reader(file, content)(file.identifier, content, columns or Columns()))
    except CannotRead as error:
        return Unreadable(file.identifier, str(error))


def _checked(document: Document) -> Document:
    if not document.text.strip("\ufeff \t\r\n\f\xa0"):
        raise CannotRead("The file holds no text, only white space.")
    if not document.sections and len(document.text) > LARGEST_ARTICLE:
        raise CannotRead(
            f"The text has {len(document.text):,} characters; one article may have "
            f"{LARGEST_ARTICLE:,}. Split it into several files, or give a table with a row each."
        )
    return document


Reader = Callable[[str, bytes, Columns], Document]


def _reader(file: File, content: bytes) -> Reader:
    """The reader for a file; each format's library is loaded only when it is first needed."""
    name = FORMATS.get(suffix(file.identifier)) or recognized(content)
    return cast(Reader, import_module(f"diplograph.documents.{name}").read)
