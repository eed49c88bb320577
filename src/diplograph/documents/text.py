"""Plain text and Markdown, with or without YAML front matter."""

from __future__ import annotations

import re
from collections.abc import Mapping

import yaml

from diplograph.documents.compose import digest, one_line
from diplograph.documents.encoding import decode
from diplograph.documents.fields import Columns, first, plain_keys
from diplograph.documents.record import Document

_FRONT = re.compile(
    r"\ufeff?---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_LONGEST_FRONT = 50_000


def read(identifier: str, content: bytes, columns: Columns) -> Document:
    """The decoded file as it is; `body` starts after the front matter, which is the metadata."""
    text, problems = decode(content)
    front = _FRONT.match(text, 0, min(len(text), _LONGEST_FRONT))
    metadata, unread = _metadata(front["yaml"]) if front else ({}, ())
    return Document(
        identifier=identifier,
        text=text,
        digest=digest(content),
        media_type="text/markdown" if identifier.endswith(("md", "markdown")) else "text/plain",
        title=first("title", metadata),
        date=first("date", metadata),
        publisher=first("publisher", metadata),
        link=first("link", metadata),
        language=first("language", metadata),
        body=front.end() if front and (metadata or unread) else 0,
        problems=problems + unread,
    )


def _metadata(front: str) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """The scalar fields of `front`, and what was wrong with it; a plain rule has neither."""
    try:
        loaded = yaml.load(front, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as error:
        where = getattr(error, "problem_mark", None)
        line = f"line {where.line + 2}" if where else "its start"
        return {}, (f"The front matter is no valid YAML at {line}; it is left out.",)
    if not isinstance(loaded, dict):
        return {}, ()
    scalars = {str(key): one_line(value) for key, value in loaded.items() if isinstance(value, str)}
    return plain_keys(scalars), ()
