"""The saved questions: SPARQL files that begin with their question in words.

# question: Who met whom, when and where?
# description: Every meeting, visit and call, newest first.
SELECT ?one ?other ?date WHERE { … }
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from diplograph.vocabulary.files import folder

_COMMENT = re.compile(r"#\s*(question|description):\s*(.+)")


@dataclass(frozen=True, slots=True)
class Question:
    """One saved question: `name` is its file's name ("who-met-whom"), `query` the SPARQL."""

    name: str
    question: str
    description: str
    query: str


def saved() -> tuple[Question, ...]:
    """Every saved question of this installation, by name.

    Raises `VocabularyError` where the folder of queries is missing.

    >>> [q.question for q in saved() if q.name == "who-met-whom"]
    ['Who met whom, when and where?']
    """
    return tuple(_read(path) for path in sorted(folder("queries").glob("*.rq")))


def _read(path: Path) -> Question:
    query = path.read_text(encoding="utf-8")
    said = dict(_comments(query))
    return Question(path.stem, said.get("question", path.stem), said.get("description", ""), query)


def _comments(query: str) -> Iterator[tuple[str, str]]:
    for line in query.splitlines():
        if match := _COMMENT.match(line):
            yield match[1], match[2].strip()
