"""One item's graph: the item, who is named in it, who holds which office, what happened."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import DCTERMS, RDF, Literal, URIRef

from diplograph.identity.record import Resolved, Source
from diplograph.items.record import Item
from diplograph.mentions.record import Entity
from diplograph.triples.evidence import describe_evidence
from diplograph.triples.interaction import describe_interaction
from diplograph.triples.tenure import describe_tenure
from diplograph.triples.terms import Quad, Triple, address, date, integer
from diplograph.vocabulary import namespaces
from diplograph.vocabulary.namespaces import DIP, SCHEMA
from diplograph.vocabulary.ontology import term

_NO_NODE = frozenset({"Date", "Office"})  # dates are values, offices belong to tenures


def describe(resolved: Resolved) -> list[Quad]:
    """The quads of one item, each once, in the graph that has the item's IRI as its name.

    For an item that says "Ingrid Dahl met Amina Otieno in Oslo" they tell of the document, the
    item, the two persons, the place, the meeting and the sentence.
    """
    reading = resolved.reading
    graph = URIRef(namespaces.item(reading.item.document, reading.item.number))
    return [(*triple, graph) for triple in dict.fromkeys(_triples(resolved, graph))]


def _triples(resolved: Resolved, item: URIRef) -> Iterator[Triple]:
    reading = resolved.reading
    yield from _document(reading.source)
    yield from _item(reading.item, item)
    for entity in reading.entities:
        if entity.kind not in _NO_NODE:
            yield from _entity(entity, resolved)
    for tenure in reading.tenures:
        yield from describe_tenure(tenure, resolved, item)
    for interaction, iri in zip(reading.interactions, resolved.interaction_iris, strict=True):
        yield from describe_interaction(interaction, URIRef(iri), resolved, item)
    for span, exact in sorted(reading.exact.items()):
        yield from describe_evidence(span, exact, item)


def _document(source: Source) -> Iterator[Triple]:
    document = URIRef(namespaces.document(source.identifier))
    yield document, RDF.type, DIP.Document
    yield document, DCTERMS.identifier, Literal(source.identifier)
    yield document, DIP.contentHash, Literal(source.digest)
    if source.publisher:
        yield document, DCTERMS.publisher, Literal(source.publisher)
    if source.link:
        yield document, SCHEMA.url, address(source.link)


def _item(item: Item, iri: URIRef) -> Iterator[Triple]:
    yield iri, RDF.type, DIP.Item
    yield iri, DIP.inDocument, URIRef(namespaces.document(item.document))
    yield iri, DIP.textStart, integer(item.start)
    yield iri, DIP.textEnd, integer(item.end)
    if item.title:
        yield iri, DCTERMS.title, Literal(item.title)
    if item.issued:
        yield iri, DCTERMS.issued, date(item.issued)
    if item.publisher:
        yield iri, DCTERMS.publisher, Literal(item.publisher)
    if item.link:
        yield iri, SCHEMA.url, address(item.link)


def _entity(entity: Entity, resolved: Resolved) -> Iterator[Triple]:
    iri = URIRef(resolved.entity_iris[entity.key])
    yield iri, RDF.type, term(entity.kind)
    state = resolved.entity_iris.get(entity.state or "")
    if state and entity.kind == "Person":
        yield iri, DIP.represents, URIRef(state)
    if state and entity.kind == "Place":
        yield iri, DIP.inState, URIRef(state)
