"""What a query answers, in rdflib's terms or written in a standard format."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pyoxigraph as ox
from rdflib import URIRef

from diplograph.errors import UsageProblem
from diplograph.store.failures import translated
from diplograph.store.terms import Term, from_oxigraph, triple_from_oxigraph
from diplograph.vocabulary.namespaces import PREFIXES

Format = TypeVar("Format")

TABLES = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
GRAPHS = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
_XML_ANSWER = (
    '<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#">'
    "<head></head><boolean>{}</boolean></sparql>"
)


class Solutions:
    """The rows of a SELECT: `variables` names the columns, `rows` gives them one by one, once."""

    def __init__(self, variables: tuple[str, ...], answer: ox.QuerySolutions, folder: Path) -> None:
        self.variables = variables
        self._answer = answer
        self._folder = folder

    @property
    def rows(self) -> Iterator[tuple[Term | None, ...]]:
        """One tuple a solution, in the order of `variables`; None where nothing is bound."""
        with translated(self._folder):
            for solution in self._answer:
                yield tuple(None if term is None else from_oxigraph(term) for term in solution)

    def serialize(self, format: str) -> bytes:
        """The rows as "json", "xml", "csv" or "tsv" (the W3C result formats)."""
        with translated(self._folder):
            return _written(self._answer.serialize(format=_choice(TABLES, format, "rows")))


class Triples:
    """The triples of a CONSTRUCT or DESCRIBE, given one by one, once."""

    def __init__(self, answer: ox.QueryTriples, folder: Path) -> None:
        self._answer = answer
        self._folder = folder

    def __iter__(self) -> Iterator[tuple[Term, URIRef, Term]]:
        with translated(self._folder):
            yield from map(triple_from_oxigraph, self._answer)

    def serialize(self, format: str) -> bytes:
        """The triples, sorted, as "turtle", "ntriples", "jsonld" or "rdfxml"."""
        form = _choice(GRAPHS, format, "triples")
        with translated(self._folder):
            triples = sorted(set(self._answer), key=str)
        return _written(ox.serialize(triples, format=form, prefixes=dict(PREFIXES)))


def serialize(answer: Solutions | Triples | bool, format: str) -> bytes:
    """Any answer of `Store.query` in a standard format; ASK's in one of `TABLES`.

    Raises `UsageProblem` for a format that cannot hold such an answer.
    """
    if isinstance(answer, bool):
        return _boolean(answer, format)
    return answer.serialize(format)


def _boolean(answer: bool, format: str) -> bytes:
    _choice(TABLES, format, "yes or no")
    word = json.dumps(answer)
    if format == "json":
        return b'{"head":{},"boolean":%s}' % word.encode()
    return (_XML_ANSWER.format(word) if format == "xml" else word).encode()


def _choice(choices: dict[str, Format], format: str, what: str) -> Format:
    if format not in choices:
        raise UsageProblem(
            f"The query gives {what}, which cannot be written as '{format}'. "
            f"Choose from {', '.join(choices)}."
        )
    return choices[format]


def _written(content: bytes | None) -> bytes:
    return content or b""
