"""What everyone and everything in use is called: the graph of actors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rdflib import RDF, SKOS, URIRef

from diplograph.identity.naming import Named
from diplograph.triples.graphs import ACTORS
from diplograph.triples.terms import Quad, Triple, label
from diplograph.vocabulary.namespaces import DIP, WIKIDATA
from diplograph.vocabulary.ontology import term


def describe_actors(named: Iterable[Named]) -> list[Quad]:
    """Kind, canonical name, further names and Wikidata entity of each, in the graph of actors.

    Names stand in no other graph: which one is canonical, only all documents together decide.
    """
    return [(*triple, ACTORS) for one in named for triple in dict.fromkeys(_triples(one))]


def _triples(named: Named) -> Iterator[Triple]:
    iri = URIRef(named.iri)
    yield iri, RDF.type, term(named.kind)
    yield iri, SKOS.prefLabel, label(named.name)
    for form in named.forms:
        yield iri, SKOS.altLabel, label(form)
    if named.wikidata:
        yield iri, SKOS.exactMatch, WIKIDATA[named.wikidata]
    if named.state and named.kind == "Place":
        yield iri, DIP.inState, URIRef(named.state)
