"""The dataset on disk: Oxigraph, embedded, one folder, one writer."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO

import pyoxigraph as ox
from rdflib import URIRef

from diplograph.errors import StoreError
from diplograph.store import exporting, layout, question
from diplograph.store.failures import translated
from diplograph.store.results import Solutions, Triples
from diplograph.store.terms import Quad, Term, quad_to_oxigraph, triple_from_oxigraph
from diplograph.vocabulary.namespaces import PREFIXES

ATTEMPTS = 5
PAUSE = 0.05  # seconds


class Store:
    """Named graphs on disk that answer SPARQL 1.1; made by `store.open`.

    The default graph of a query is the union of all named graphs.
    """

    def __init__(self, folder: Path, engine: ox.Store, *, read_only: bool) -> None:
        self.folder = folder
        self.read_only = read_only
        self._engine: ox.Store | None = engine

    def replace(self, graphs: Iterable[str], quads: Iterable[Quad]) -> None:
        """Remove the named `graphs` and add `quads`: either all of it is stored or nothing.

        `quads` may lie in other graphs, too, which are then added to. What is stored survives
        the death of this process; `flush` makes it survive the death of the machine. Raises
        `StoreError` where the store is read-only or the disk is full.
        """
        self._update([*_drops(graphs), *_inserts(quads)])

    def remove(self, graphs: Iterable[str]) -> None:
        """Remove the named `graphs`; those that are not there are passed over."""
        self._update(list(_drops(graphs)))

    def _update(self, operations: list[str]) -> None:
        self._check_writable()
        if not operations:
            return
        with translated(self.folder):
            self._open.update(" ;\n".join(operations))  # one transaction, however many operations

    def _check_writable(self) -> None:
        if self.read_only:
            raise StoreError(f"The store {self.folder} was opened for reading only.")

    def flush(self) -> None:
        """Force everything onto the disk (20 ms or more: once a batch, not once a document)."""
        with translated(self.folder):
            self._open.flush()

    def load(self, path: str | Path) -> None:
        """Add the quads of an N-Quads or TriG file, such as an export of another store.

        Raises `StoreError` for a file that is missing or malformed; nothing is added then.
        """
        self._check_writable()
        form = exporting.format_of(Path(path))
        if not Path(path).is_file():
            raise StoreError(f"There is no file {path} to load.")
        try:
            with translated(self.folder):
                self._open.load(path=str(path), format=form)
        except SyntaxError as error:
            raise StoreError(f"{path} is not valid {form.name}: {error}") from error

    def query(self, text: str) -> Solutions | Triples | bool:
        """The answer to a SPARQL query; our prefixes need not be declared.

        `store.query("SELECT ?who { ?who a dip:Person }")` gives `Solutions`, CONSTRUCT and
        DESCRIBE give `Triples`, ASK gives a bool. Raises `QueryError`, with line, column and a
        hint, for a query that is wrong, or that wants to change data or ask another server.
        """
        question.refuse(text)
        try:
            with translated(self.folder):
                answer = self._open.query(
                    text,
                    prefixes=dict(PREFIXES),
                    use_default_graph_as_union=True,
                )
        except SyntaxError as error:
            raise question.explained(text, error) from error
        return self._wrapped(answer)

    def _wrapped(
        self, answer: ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean
    ) -> Solutions | Triples | bool:
        if isinstance(answer, ox.QuerySolutions):
            names = tuple(variable.value for variable in answer.variables)
            return Solutions(names, answer, self.folder)
        if isinstance(answer, ox.QueryTriples):
            return Triples(answer, self.folder)
        return bool(answer)

    def graphs(self) -> Iterator[str]:
        """The names of all graphs, sorted."""
        with translated(self.folder):
            yield from sorted(graph.value for graph in self._open.named_graphs())

    def triples(self, graph: str) -> Iterator[tuple[Term, URIRef, Term]]:
        """The triples of one named graph, in no particular order."""
        yield from self._matching(None, ox.NamedNode(graph))

    def about(self, subject: str) -> Iterator[tuple[Term, URIRef, Term]]:
        """The triples of all graphs that have this subject, in no particular order."""
        yield from self._matching(ox.NamedNode(subject), None)

    def _matching(
        self, subject: ox.NamedNode | None, graph: ox.NamedNode | None
    ) -> Iterator[tuple[Term, URIRef, Term]]:
        with translated(self.folder):
            for quad in self._open.quads_for_pattern(subject, None, None, graph):
                yield triple_from_oxigraph(quad.triple)

    def export(self, format: str, target: str | Path | IO[bytes]) -> None:
        """Write everything as "nquads", "trig", "turtle" or "jsonld" to a file or a stream.

        "nquads" is in canonical order: the same documents give the same bytes. "turtle" merges
        the graphs into one. "-" is standard output; a file appears only once it is complete.
        Raises `UsageProblem` for an unknown format, or where the file cannot be written.
        """
        with translated(self.folder):
            exporting.export(self._open, format, target)

    def __len__(self) -> int:
        """The number of quads."""
        return len(self._open)

    def __bool__(self) -> bool:
        return True  # an empty store is a store

    @property
    def _open(self) -> ox.Store:
        if self._engine is None:
            raise StoreError(f"The store {self.folder} is closed already.")
        return self._engine

    def close(self) -> None:
        """Flush, and let go of the folder, so that others may write to it."""
        if self._engine is not None and not self.read_only:
            self.flush()
        self._engine = None

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def open(location: str | Path, *, create: bool = False, read_only: bool = False) -> Store:
    """Open the store in the folder `location`; one process may write, any number may read.

    `create` makes the folder where it is not there. A read-only store shows what was stored when
    it was opened, also while another process writes. Raises `StoreError` where the folder is
    missing, is no store, has another version, or is being written to by another process.
    """
    folder = Path(location)
    with translated(folder):
        if create:
            layout.create(folder)
        layout.check(folder)
        path = str(layout.data(folder))
        engine = _reader(path) if read_only else ox.Store(path)
    return Store(folder, engine, read_only=read_only)


def _reader(path: str) -> ox.Store:
    """A view of what is stored now; a writer may tidy a file away while it is being opened."""
    for _ in range(ATTEMPTS - 1):
        with suppress(OSError, RuntimeError):
            return ox.Store.read_only(path)
        time.sleep(PAUSE)
    return ox.Store.read_only(path)


def _drops(graphs: Iterable[str]) -> Iterator[str]:
    for graph in sorted(set(graphs)):
        yield f"DROP SILENT GRAPH {ox.NamedNode(graph)}"


def _inserts(quads: Iterable[Quad]) -> Iterator[str]:
    by_graph: dict[str, list[str]] = {}
    for quad in map(quad_to_oxigraph, quads):
        by_graph.setdefault(str(quad.graph_name), []).append(f"{quad.triple} .")
    for graph, lines in by_graph.items():
        body = "\n".join(lines)
        yield f"INSERT DATA {{ GRAPH {graph} {{\n{body}\n}} }}"
