"""The ontology and the concept schemes, for those who explore the store."""

from __future__ import annotations

from rdflib import Literal, URIRef

from diplograph.triples.graphs import VOCABULARY
from diplograph.triples.terms import Quad
from diplograph.vocabulary import ontology


def describe_vocabulary() -> list[Quad]:
    """Every triple of `ontology/diplomacy.ttl` and of the schemes, sorted."""
    return [
        (s, p, o, VOCABULARY)
        for s, p, o in sorted(ontology.graph())
        if isinstance(s, URIRef) and isinstance(p, URIRef) and isinstance(o, URIRef | Literal)
    ]
