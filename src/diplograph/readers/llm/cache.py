"""Answers on the disk, by what was asked: nothing is asked twice."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from diplograph.errors import StoreError
from diplograph.vocabulary.namespaces import digest

_FILE = "answers.sqlite"
_TABLE = """CREATE TABLE IF NOT EXISTS answers (
    question TEXT PRIMARY KEY, model TEXT NOT NULL, text TEXT NOT NULL, cut INTEGER NOT NULL
) WITHOUT ROWID"""
_PATIENCE = 60.0  # seconds that another process may write


@dataclass(frozen=True, slots=True)
class Reply:
    """What the server said; `cut` where it stopped for length."""

    text: str
    cut: bool = False


def key(model: str, *asked: object) -> str:
    """What stands for a question to a model: the same for the same words."""
    return digest(model, json.dumps(asked, sort_keys=True))


@dataclass(frozen=True, slots=True)
class Replies:
    """The answers kept in a folder, shared by threads and processes."""

    folder: Path

    def get(self, key: str) -> Reply | None:
        """The answer to a question, if it has been asked."""
        if not self._file.is_file():
            return None
        rows = self._run("SELECT text, cut FROM answers WHERE question = ?", (key,))
        return next((Reply(text, bool(cut)) for text, cut in rows), None)

    def put(self, key: str, model: str, reply: Reply) -> None:
        """Keep an answer; it is on the disk when this returns."""
        self._run(
            "INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?)",
            (key, model, reply.text, reply.cut),
        )

    @property
    def _file(self) -> Path:
        return self.folder / _FILE

    def _run(self, statement: str, values: Sequence[object]) -> list[tuple[str, int]]:
        with (
            _translated(self._file),
            closing(sqlite3.connect(self._file, _PATIENCE)) as opened,
            opened,  # commits
        ):
            opened.execute(_TABLE)
            return opened.execute(statement, values).fetchall()


@contextmanager
def _translated(file: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(
            f"{file}, which keeps the answers of the language model, cannot be used ({error}). "
            "Check the disk and its permissions; a damaged file may be removed: all is asked anew."
        ) from error
