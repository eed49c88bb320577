"""Which kinds of file are read, and by which module."""

from __future__ import annotations

import os
import re

from diplograph.documents.fields import is_header

FORMATS = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
    ".csv": "table",
    ".tsv": "table",
    ".jsonl": "table",
    ".ndjson": "table",
    ".pdf": "pdf",
    ".docx": "docx",
}


def suffix(name: str) -> str:
    """The part of a file's name that tells its kind: "Call.TXT" -> ".txt"."""
    return os.path.splitext(name)[1].lower()


def is_accepted(name: str) -> bool:
    """Whether a file of this name is read at all."""
    return suffix(name) in FORMATS


def accepted() -> str:
    """The accepted suffixes, as a list for a message."""
    return " ".join(FORMATS)


# How content without a name begins.
_BEGINNINGS = [
    (rb"%PDF-", "pdf"),
    (rb"PK\x03\x04", "docx"),
    (rb"\s*<!doctype html|\s*<html", "html"),
    (rb"\s*(<\?xml[^>]*>)?\s*(<!--.*?-->\s*)*<(rss|feed|rdf:RDF)\b", "feed"),
    (rb'\s*\{\s*"', "table"),
]


def recognized(content: bytes) -> str:
    """The module that reads content of which no name is known (standard input).

    >>> recognized(b"title,date,text")
    'table'
    """
    start = content[:2000].removeprefix(b"\xef\xbb\xbf")
    for pattern, module in _BEGINNINGS:
        if re.match(pattern, start, re.IGNORECASE | re.DOTALL):
            return module
    return "table" if is_header(start.decode("utf-8", "replace").partition("\n")[0]) else "text"
