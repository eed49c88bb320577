"""Literals in the one lexical form that every store and every day gives."""

from __future__ import annotations

from decimal import Decimal

from rdflib import XSD, Literal, URIRef

from diplograph.vocabulary.namespaces import resource, slug

Object = URIRef | Literal
Triple = tuple[URIRef, URIRef, Object]
Quad = tuple[URIRef, URIRef, Object, URIRef]

_DATE_TYPES = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}


def label(text: str) -> Literal:
    """An English name: `"Geneva"@en`."""
    return Literal(text, lang="en")


def date(text: str) -> Literal:
    """A date as precise as it is given.

    >>> date("2020-06")
    rdflib.term.Literal('2020-06', datatype=rdflib.term.URIRef('http://www.w3.org/2001/XMLSchema#gYearMonth'))

    Raises `ValueError` for anything but "2020-02-28", "2020-02" or "2020".
    """
    if len(text) not in _DATE_TYPES:
        raise ValueError(f"{text!r} is no ISO date, month or year")
    return Literal(text, datatype=_DATE_TYPES[len(text)], normalize=False)


def decimal(number: float) -> Literal:
    """A number with up to four decimals, without needless zeros.

    >>> str(decimal(0.500)), str(decimal(1.0))
    ('0.5', '1')
    """
    shortest = Decimal(str(round(number, 4))).normalize()
    return Literal(f"{shortest:f}", datatype=XSD.decimal, normalize=False)


def integer(number: int) -> Literal:
    """A count or a position in a text."""
    return Literal(str(number), datatype=XSD.integer, normalize=False)


def address(text: str) -> Literal:
    """A web address as a value: what a document links to need not be a valid IRI."""
    return Literal(text, datatype=XSD.anyURI, normalize=False)


def software(name: str) -> URIRef:
    """A program or a model as an agent: "diplograph 0.1.0"."""
    return URIRef(resource("software", slug(name)))
