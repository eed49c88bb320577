"""The one place where rdflib's terms, which all code here uses, become Oxigraph's and back."""

from __future__ import annotations

import pyoxigraph as ox
from rdflib import BNode, Literal, URIRef

Term = URIRef | Literal | BNode
Quad = tuple[URIRef, URIRef, URIRef | Literal, URIRef]
OxTerm = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

_STRING = "http://www.w3.org/2001/XMLSchema#string"
_LANGUAGE_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"


def quad_to_oxigraph(quad: Quad) -> ox.Quad:
    """One of our quads as Oxigraph's."""
    subject, predicate, value, graph = quad
    return ox.Quad(
        ox.NamedNode(subject), ox.NamedNode(predicate), _object(value), ox.NamedNode(graph)
    )


def _object(value: URIRef | Literal) -> ox.NamedNode | ox.Literal:
    if isinstance(value, URIRef):
        return ox.NamedNode(value)
    text = _encodable(str(value))
    if value.language:
        return ox.Literal(text, language=value.language)
    return ox.Literal(text, datatype=ox.NamedNode(value.datatype or _STRING))


def _encodable(text: str) -> str:
    """`text` with "?" for half characters (lone surrogates), which no RDF file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def triple_from_oxigraph(triple: ox.Triple) -> tuple[Term, URIRef, Term]:
    """One of Oxigraph's triples as ours."""
    return (
        from_oxigraph(triple.subject),
        URIRef(triple.predicate.value),
        from_oxigraph(triple.object),
    )


def from_oxigraph(term: OxTerm) -> Term:
    """An Oxigraph term as rdflib's, its lexical form untouched.

    >>> from_oxigraph(ox.Literal("Geneva", language="en"))
    rdflib.term.Literal('Geneva', lang='en')
    """
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.Literal):
        return _literal(term)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    return Literal(str(term))  # a quoted triple, which only a query can make


def _literal(term: ox.Literal) -> Literal:
    if term.language:
        return Literal(term.value, lang=term.language)
    datatype = term.datatype.value
    if datatype in (_STRING, _LANGUAGE_STRING):
        return Literal(term.value)
    return Literal(term.value, datatype=URIRef(datatype), normalize=False)
