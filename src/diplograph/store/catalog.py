"""What has been read: `catalog.sqlite`, beside the graph.

The graph can be drawn anew from it without reading a file again, and it knows what the graph does
not show yet, so that a build that was cut off is taken up where it ended.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import astuple, dataclass
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Any

from diplograph.documents.record import Unreadable
from diplograph.errors import StoreError
from diplograph.identity import (
    Directory,
    Named,
    Reading,
    Resolved,
    Source,
    Use,
    bearers,
    decode,
    encode,
    forms,
    name,
    sightings,
)
from diplograph.store import layout
from diplograph.vocabulary.namespaces import digest
from diplograph.vocabulary.namespaces import item as item_iri

FORMAT = 2

_TABLES = """
-- Every file as last looked at, whether or not it could be read.
CREATE TABLE files (
    identifier TEXT PRIMARY KEY, digest TEXT NOT NULL, fingerprint TEXT NOT NULL
) WITHOUT ROWID;
-- What of a file could not be read; `failed` where the fault is the program's.
CREATE TABLE skipped (
    identifier TEXT NOT NULL REFERENCES files ON DELETE CASCADE,
    reason TEXT NOT NULL, place TEXT NOT NULL, failed INTEGER NOT NULL
);
CREATE INDEX skipped_file ON skipped (identifier);
CREATE TABLE documents (
    identifier TEXT PRIMARY KEY, digest TEXT NOT NULL, media_type TEXT NOT NULL,
    title TEXT, publisher TEXT, link TEXT, language TEXT, fingerprint TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX documents_fingerprint ON documents (fingerprint, identifier);
-- One row an item; `described` says that its graph is in the store and up to date.
CREATE TABLE readings (
    id INTEGER PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
    number INTEGER NOT NULL, graph TEXT NOT NULL UNIQUE, json TEXT NOT NULL,
    described INTEGER NOT NULL DEFAULT 0, UNIQUE (document, number)
);
CREATE INDEX readings_to_describe ON readings (document, number) WHERE NOT described;
-- Graphs in the store whose item is gone.
CREATE TABLE stale (graph TEXT PRIMARY KEY) WITHOUT ROWID;
-- Full names of persons with the state that the item puts them in ('' where it says none).
CREATE TABLE sightings (
    reading INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
    name TEXT NOT NULL, state TEXT NOT NULL, PRIMARY KEY (reading, name, state)
) WITHOUT ROWID;
CREATE INDEX sightings_name ON sightings (name, state);
-- The names that were used in two or more states when the graphs were last described.
CREATE TABLE shared (name TEXT PRIMARY KEY) WITHOUT ROWID;
-- Who and what is in the graphs.
CREATE TABLE names (
    reading INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
    iri TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, unresolved INTEGER NOT NULL,
    PRIMARY KEY (reading, iri, kind, name)
) WITHOUT ROWID;
CREATE INDEX names_iri ON names (iri, kind, name, unresolved);
-- How documents write them.
CREATE TABLE forms (
    reading INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
    iri TEXT NOT NULL, form TEXT NOT NULL, PRIMARY KEY (reading, iri, form)
) WITHOUT ROWID;
CREATE INDEX forms_iri ON forms (iri, form);
CREATE TABLE happenings (
    reading INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
    iri TEXT NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (reading, iri)
) WITHOUT ROWID;
CREATE INDEX happenings_kind ON happenings (kind, iri);
-- The programs that read the documents.
CREATE TABLE programs (
    fingerprint TEXT PRIMARY KEY, software TEXT NOT NULL, model TEXT NOT NULL,
    model_version TEXT NOT NULL, vocabulary TEXT NOT NULL, options TEXT NOT NULL,
    reader TEXT NOT NULL, llm TEXT NOT NULL
) WITHOUT ROWID;
-- One row: whether the graphs show all that is here, and the program that described them.
CREATE TABLE state (complete INTEGER NOT NULL, described_by TEXT NOT NULL);
INSERT INTO state VALUES (0, '');
"""

_SHARED_NOW = """SELECT name FROM sightings WHERE state != ''
    GROUP BY name HAVING min(state) < max(state)"""

_OUTDATE_SHARED = f"""UPDATE readings SET described = 0 WHERE id IN (
    SELECT reading FROM sightings WHERE name IN (
        SELECT name FROM ({_SHARED_NOW}) WHERE name NOT IN shared
        UNION SELECT name FROM shared WHERE name NOT IN ({_SHARED_NOW})))"""

_TO_DESCRIBE = """SELECT json, identifier, digest, media_type, title, publisher, link, language
    FROM readings JOIN documents ON identifier = document
    WHERE NOT described ORDER BY document, number LIMIT ?"""

_READ_BY = """SELECT graph FROM documents JOIN readings ON document = identifier
    WHERE fingerprint = ? ORDER BY identifier, number"""

_ACTORS = "('Person', 'State', 'Organization', 'Grouping')"

_COUNTS = f"""SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM readings),
    count(DISTINCT iri), count(DISTINCT CASE WHEN unresolved THEN iri END)
    FROM names WHERE kind IN {_ACTORS}"""


@dataclass(frozen=True, slots=True)
class Program:
    """What turns a file into readings, and readings into a graph; all versions are names.

    `vocabulary` is the digest of the vocabulary's files, `options` what the user chose that
    changes how files are read. `reader` is "rules", "llm" or "both", `llm` the language model's
    name where it reads.
    """

    software: str
    model: str
    model_version: str
    vocabulary: str
    options: str = ""
    reader: str = "rules"
    llm: str = ""

    @property
    def reads(self) -> str:
        """The same for two programs that read a file alike."""
        return digest(*astuple(self))

    @property
    def describes(self) -> str:
        """The same for two programs that describe a reading alike."""
        return digest(self.software, self.vocabulary)


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that could not be read: a whole file, or `place` in it ("item 3").

    `failed` says that the program is at fault, not the file; `again` that neither is, so that the
    next build should try again.
    """

    identifier: str
    reason: str
    place: str = ""
    failed: bool = False
    again: bool = False

    @property
    def shown(self) -> Unreadable:
        """The same for the user, with the place in the reason."""
        where = f"{self.place}: " if self.place else ""
        return Unreadable(self.identifier, where + self.reason)


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the store holds. `interactions` counts each class, in alphabetical order."""

    documents: int
    items: int
    actors: int
    unresolved: int
    interactions: dict[str, int]


class Catalog:
    """The readings of a store; made by `catalog.open`. Every change is one transaction."""

    def __init__(self, folder: Path, connection: sqlite3.Connection) -> None:
        self.folder = folder
        self._connection = connection

    # What is known of the files

    def is_unchanged(self, identifier: str, digest: str, program: Program) -> bool:
        """Whether a file with these bytes was looked at by this program."""
        query = "SELECT 1 FROM files WHERE (identifier, digest, fingerprint) = (?, ?, ?)"
        return self._one(query, identifier, digest, program.reads) is not None

    def is_known(self, identifier: str) -> bool:
        """Whether a document with this identifier has been read, now or earlier."""
        return self._one("SELECT 1 FROM documents WHERE identifier = ?", identifier) is not None

    def skipped(self, identifier: str) -> Iterator[Skipped]:
        """What of one file could not be read, in the order it was noticed."""
        query = """SELECT identifier, reason, place, failed FROM skipped
            WHERE identifier = ? ORDER BY rowid"""
        for file, reason, place, failed in self._rows(query, identifier):
            yield Skipped(file, reason, place, bool(failed))

    def identifiers(self) -> tuple[str, ...]:
        """Every file that was looked at and every document, sorted."""
        query = "SELECT identifier FROM files UNION SELECT identifier FROM documents ORDER BY 1"
        return tuple(identifier for (identifier,) in self._rows(query))

    # What a build adds and takes away

    def put(
        self, source: Source, program: Program, outcomes: Iterable[Reading | Skipped]
    ) -> tuple[Skipped, ...]:
        """Keep the readings of one document in place of its earlier ones; returns what failed."""
        with self._change():
            self._forget_document(source.identifier)
            self._look_at(source.identifier, source.digest, program)
            self._run(
                "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                *astuple(source),
                program.reads,
            )
            kept = tuple(self._keep(source.identifier, outcome) for outcome in outcomes)
            self._run(
                "DELETE FROM stale WHERE graph IN (SELECT graph FROM readings WHERE document = ?)",
                source.identifier,
            )
        return tuple(skipped for skipped in kept if skipped)

    def put_unreadable(self, skipped: Skipped, digest: str, program: Program) -> None:
        """Note that a file with these bytes cannot be read; what it said before stays."""
        with self._change():
            self._look_at(skipped.identifier, digest, program)
            self._skip(skipped)

    def look_again(self, identifier: str) -> None:
        """Have the next build read a document anew, though it is unchanged."""
        with self._change():
            self._run("DELETE FROM files WHERE identifier = ?", identifier)

    def forget(self, identifier: str) -> None:
        """Take a document and all it said away."""
        with self._change():
            self._forget_document(identifier)
            self._run("DELETE FROM files WHERE identifier = ?", identifier)

    def _look_at(self, identifier: str, digest: str, program: Program) -> None:
        self._run("DELETE FROM files WHERE identifier = ?", identifier)
        self._run("INSERT INTO files VALUES (?, ?, ?)", identifier, digest, program.reads)
        self._run(
            "INSERT OR IGNORE INTO programs VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            program.reads,
            *astuple(program),
        )

    def _forget_document(self, identifier: str) -> None:
        self._run(
            "INSERT OR IGNORE INTO stale SELECT graph FROM readings WHERE document = ?", identifier
        )
        self._run("DELETE FROM documents WHERE identifier = ?", identifier)

    def _keep(self, identifier: str, outcome: Reading | Skipped) -> Skipped | None:
        if isinstance(outcome, Skipped):
            self._skip(outcome)
            return outcome
        number = outcome.item.number
        row = self._run(
            "INSERT INTO readings (document, number, graph, json) VALUES (?, ?, ?, ?)",
            identifier,
            number,
            item_iri(identifier, number),
            encode(outcome),
        ).lastrowid
        for seen in sightings(outcome):
            self._run("INSERT INTO sightings VALUES (?, ?, ?)", row, seen.name, seen.state or "")
        return None

    def _skip(self, skipped: Skipped) -> None:
        self._run(
            "INSERT INTO skipped VALUES (?, ?, ?, ?)",
            skipped.identifier,
            skipped.reason,
            skipped.place,
            skipped.failed,
        )

    # What the graphs do not show yet

    def is_complete(self, program: Program) -> bool:
        """Whether the graphs show all that is here, as `program` describes it."""
        query = "SELECT 1 FROM state WHERE complete AND described_by = ?"
        return self._one(query, program.describes) is not None

    def outdate(self, program: Program) -> None:
        """Mark the items whose graph no longer holds, though their document did not change.

        Whoever bears a name becomes someone else when documents begin, or cease, to use it in two
        states: every item with such a name. Another program: every item.
        """
        with self._change():
            if self._one("SELECT 1 FROM state WHERE described_by != ?", program.describes):
                self._run("UPDATE readings SET described = 0")
                self._run("UPDATE state SET described_by = ?", program.describes)
            self._run(_OUTDATE_SHARED)
            self._run("DELETE FROM shared")
            self._run(f"INSERT INTO shared {_SHARED_NOW}")

    def shared(self) -> frozenset[str]:
        """The folded full names that documents use in two or more states."""
        return frozenset(name for (name,) in self._rows("SELECT name FROM shared"))

    def stale(self) -> tuple[str, ...]:
        """The graphs in the store whose item is gone, sorted."""
        return tuple(graph for (graph,) in self._rows("SELECT graph FROM stale ORDER BY graph"))

    def forget_stale(self) -> None:
        """Note that the stale graphs are no longer in the store."""
        with self._change():
            self._run("DELETE FROM stale")

    def to_describe(self, limit: int) -> tuple[Reading, ...]:
        """The first items, by document and number, whose graph is missing or outdated."""
        rows = self._rows(_TO_DESCRIBE, limit)
        return tuple(decode(json, Source(*source)) for json, *source in rows)

    def mark_described(self, resolved: Iterable[Resolved], directory: Directory) -> None:
        """Note that the graphs of these items are in the store, and who is in them."""
        with self._change():
            for one in resolved:
                self._mark(one, directory)

    def note_failed(self, skipped: Skipped) -> None:
        """Note, once, that an item could not be described."""
        with self._change():
            self._run(
                "DELETE FROM skipped WHERE (identifier, reason, place) = (?, ?, ?)",
                skipped.identifier,
                skipped.reason,
                skipped.place,
            )
            self._skip(skipped)

    def mark_complete(self) -> None:
        """Note that the graphs show all that is here."""
        with self._change():
            self._run("UPDATE state SET complete = 1")

    def _mark(self, resolved: Resolved, directory: Directory) -> None:
        reading = resolved.reading
        (row,) = self._one(
            "UPDATE readings SET described = 1 WHERE (document, number) = (?, ?) RETURNING id",
            reading.source.identifier,
            reading.item.number,
        ) or (None,)
        self._run("DELETE FROM names WHERE reading = ?", row)
        self._run("DELETE FROM forms WHERE reading = ?", row)
        self._run("DELETE FROM happenings WHERE reading = ?", row)
        for bearer in bearers(resolved, directory):
            self._run("INSERT OR IGNORE INTO names VALUES (?, ?, ?, ?, ?)", row, *astuple(bearer))
        for iri, form in forms(resolved):
            self._run("INSERT OR IGNORE INTO forms VALUES (?, ?, ?)", row, iri, form)
        for iri, interaction in zip(resolved.interaction_iris, reading.interactions, strict=True):
            self._run("INSERT INTO happenings VALUES (?, ?, ?)", row, iri, interaction.kind)

    # What is in the graphs

    def named(self, directory: Directory) -> Iterator[Named]:
        """The names of everyone and everything in the graphs, by IRI."""
        rows = self._rows("SELECT iri, kind, name, count(*) FROM names GROUP BY 1, 2, 3 ORDER BY 1")
        for iri, group in groupby(rows, key=lambda row: str(row[0])):
            uses = [Use(*use) for _, *use in group]
            yield name(iri, uses, directory, self._forms(iri))

    def _forms(self, iri: str) -> Iterator[str]:
        for (form,) in self._rows("SELECT DISTINCT form FROM forms WHERE iri = ?", iri):
            yield form

    def programs(self) -> Iterator[tuple[Program, tuple[str, ...]]]:
        """Each program that read documents of the store, with the graphs of their items."""
        for fingerprint, *fields in self._rows("SELECT * FROM programs ORDER BY fingerprint"):
            if graphs := tuple(graph for (graph,) in self._rows(_READ_BY, fingerprint)):
                yield Program(*fields), graphs

    def counts(self) -> Counts:
        """How much the graphs hold."""
        documents, items, actors, unresolved = self._one(_COUNTS) or (0, 0, 0, 0)
        kinds = self._rows("SELECT kind, count(DISTINCT iri) FROM happenings GROUP BY 1 ORDER BY 1")
        return Counts(documents, items, actors, unresolved, dict(kinds))

    # SQLite

    @contextmanager
    def _change(self) -> Iterator[None]:
        """One transaction; whatever it changes, the graphs are no longer complete."""
        self._run("BEGIN IMMEDIATE")
        try:
            self._run("UPDATE state SET complete = 0")
            yield
            self._run("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.rollback()
            raise

    def _run(self, statement: str, *values: object) -> sqlite3.Cursor:
        with _translated(self.folder):
            return self._connection.execute(statement, values)

    def _rows(self, query: str, *values: object) -> Iterator[tuple[Any, ...]]:
        with _translated(self.folder):
            yield from self._connection.execute(query, values)

    def _one(self, query: str, *values: object) -> tuple[Any, ...] | None:
        return next(self._rows(query, *values), None)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Catalog:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def exists(folder: Path) -> bool:
    """Whether the store in `folder` has a catalog already."""
    return _file(folder).is_file()


def open(folder: Path) -> Catalog:
    """The catalog of the store in `folder`, which is made where it is not there.

    Raises `StoreError` where the folder is no store, or the catalog is damaged, of another
    version, or cannot be written.
    """
    layout.check(folder)
    with _translated(folder), ExitStack() as unless_ready:
        connection = sqlite3.connect(_file(folder), isolation_level=None)
        unless_ready.callback(connection.close)
        connection.execute("PRAGMA foreign_keys = ON")
        _prepare(folder, connection)
        unless_ready.pop_all()
    return Catalog(folder, connection)


def _file(folder: Path) -> Path:
    return folder / "catalog.sqlite"


def _prepare(folder: Path, connection: sqlite3.Connection) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version not in (0, FORMAT):
        raise StoreError(
            f"The store {folder} was written by another version of diplograph (catalog format "
            f"{version}, this one reads {FORMAT}). Build a new store from the documents."
        )
    if version == 0:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(f"BEGIN; {_TABLES} PRAGMA user_version = {FORMAT}; COMMIT;")


@contextmanager
def _translated(folder: Path) -> Iterator[None]:
    """SQLite's complaints, in words for the user."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(_explained(_file(folder), error)) from error


def _explained(file: Path, error: sqlite3.Error) -> str:
    match getattr(error, "sqlite_errorname", "").split("_"):
        case [_, "FULL"] | [_, "IOERR", "WRITE" | "SHMSIZE"]:
            return (
                f"The disk is full: {file} cannot grow. What was stored before is kept. "
                "Free some space, then build again."
            )
        case [_, "BUSY", *_]:
            return f"Another process is writing to {file}. Wait until it has ended, then try again."
        case [_, "NOTADB" | "CORRUPT", *_]:
            return f"{file} is damaged. Build a new store from the documents."
        case [_, "READONLY" | "CANTOPEN", *_]:
            return f"No permission to write {file}. Change its permissions and its folder's."
        case _:
            return f"{file} cannot be used ({error}). Check its permissions and the disk."
