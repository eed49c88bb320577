"""The words behind a fact, as a Web Annotation target with one selector."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import RDF, Literal, URIRef

from diplograph.triples.terms import Triple, integer
from diplograph.vocabulary.namespaces import DIP, OA, resource

Span = tuple[int, int]


def describe_evidence(span: Span, exact: str, item: URIRef) -> Iterator[Triple]:
    """`exact` is `text[start:end]` of the *document's* text, for `span == (start, end)`."""
    iri, selector = evidence(item, span), URIRef(resource("selector", _segment(item, span)))
    yield iri, RDF.type, DIP.Evidence
    yield iri, OA.hasSource, item
    yield iri, OA.hasSelector, selector
    yield selector, OA.start, integer(span[0])
    yield selector, OA.end, integer(span[1])
    yield selector, OA.exact, Literal(exact)


def evidence(item: URIRef, span: Span) -> URIRef:
    """The IRI of the words `span` of an item's document."""
    return URIRef(resource("evidence", _segment(item, span)))


def _segment(item: URIRef, span: Span) -> str:
    return f"{item.rpartition('/')[2]}-{span[0]}-{span[1]}"
