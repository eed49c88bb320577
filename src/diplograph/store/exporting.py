"""Writing the whole dataset: the same content gives the same bytes, and memory stays flat."""

from __future__ import annotations

import heapq
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby, islice
from pathlib import Path
from typing import IO

import pyoxigraph as ox

from diplograph.errors import StoreError, UsageProblem
from diplograph.store.writing import explained, written
from diplograph.vocabulary.namespaces import PREFIXES

FORMATS = {
    "nquads": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "turtle": ox.RdfFormat.TURTLE,
    "jsonld": ox.RdfFormat.JSON_LD,
}
LINES_IN_MEMORY = 200_000
_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


def export(engine: ox.Store, format: str, target: str | Path | IO[bytes]) -> None:
    """Write all of `engine` in one of `FORMATS` to a path, to "-" or to a binary stream."""
    if format not in FORMATS:
        raise UsageProblem(f"Unknown format '{format}'. Choose from {', '.join(FORMATS)}.")
    with _opened(target) as output:
        if format == "nquads":
            output.writelines(_sorted_lines(f"{quad} .\n" for quad in engine))
        elif format == "turtle":
            _serialize(_merged(engine), output, format)
        else:
            _serialize(_by_graph(engine), output, format)


def format_of(path: Path) -> ox.RdfFormat:
    """The quads format that a file's name says; raises `StoreError` for any other name."""
    form = ox.RdfFormat.from_extension(path.suffix.lstrip("."))
    if form is None or not form.supports_datasets:
        raise StoreError(f"{path} is no file of quads. Accepted are .nq, .trig and .jsonld.")
    return form


def _serialize(
    statements: Iterable[ox.Quad] | Iterable[ox.Triple], output: IO[bytes], format: str
) -> None:
    ox.serialize(statements, output=output, format=FORMATS[format], prefixes=_prefixes())


def _prefixes() -> dict[str, str]:
    return dict(sorted(PREFIXES.items()))


def _by_graph(engine: ox.Store) -> Iterator[ox.Quad]:
    for graph in sorted(engine.named_graphs(), key=_text):
        yield from sorted(engine.quads_for_pattern(None, None, None, graph), key=_reading_order)


def _reading_order(quad: ox.Quad) -> tuple[str, bool, str, str]:
    return _text(quad.subject), quad.predicate != _TYPE, _text(quad.predicate), str(quad.object)


def _text(term: object) -> str:
    return str(term).rstrip(">")  # so that "…/nato" comes before "…/nato-council"


def _merged(engine: ox.Store) -> Iterator[ox.Triple]:
    lines = _sorted_lines(f"{quad.triple} .\n" for quad in engine)
    for line, _ in groupby(lines):
        for quad in ox.parse(line, format=ox.RdfFormat.N_TRIPLES):
            yield quad.triple


def _sorted_lines(lines: Iterable[str]) -> Iterator[bytes]:
    """`lines` in the order of their bytes, by parts on disk where they are many."""
    encoded = (line.encode("utf-8") for line in lines)
    part = sorted(islice(encoded, LINES_IN_MEMORY))
    if len(part) < LINES_IN_MEMORY:
        yield from part
        return
    parts: list[IO[bytes]] = []
    try:
        while part:
            parts.append(_on_disk(part))
            part = sorted(islice(encoded, LINES_IN_MEMORY))
        yield from heapq.merge(*parts)
    finally:
        for file in parts:
            file.close()


def _on_disk(lines: list[bytes]) -> IO[bytes]:
    file = tempfile.TemporaryFile()  # noqa: SIM115 (closed by the caller, who reads it back)
    file.writelines(lines)
    file.seek(0)
    return file


@contextmanager
def _opened(target: str | Path | IO[bytes]) -> Iterator[IO[bytes]]:
    if not isinstance(target, str | Path):
        yield target
    elif str(target) == "-":
        with explained("Standard output"):
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
    else:
        with written(Path(target)) as output:
            yield output
