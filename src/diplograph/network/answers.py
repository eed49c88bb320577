"""Whatever answers SPARQL, and its answers as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol


class Queryable(Protocol):
    """Anything that answers SPARQL: a store on disk, or an endpoint."""

    def query(self, text: str) -> Any:
        """The solutions of a SELECT; their `rows` are tuples in the order of its variables."""


def rows(store: Queryable, text: str) -> Iterator[tuple[str, ...]]:
    """The rows that `store` answers `text` with, as text; "" where a variable is unbound."""
    for row in store.query(text).rows:
        yield tuple("" if term is None else str(term) for term in row)


def local(iri: str) -> str:
    """The last part of an IRI: "Meeting"."""
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
