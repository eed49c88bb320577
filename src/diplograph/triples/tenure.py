"""Who was seen in which office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rdflib import RDF, RDFS, SKOS, URIRef

from diplograph.identity.record import Resolved
from diplograph.mentions.record import Tenure
from diplograph.triples.evidence import evidence
from diplograph.triples.terms import Triple, date, label
from diplograph.vocabulary import authority
from diplograph.vocabulary.namespaces import DIP, digest, resource, slug

FORMER = "former"
_SMALL = frozenset({"a", "and", "at", "de", "for", "in", "of", "on", "the", "to", "with"})


def describe_tenure(tenure: Tenure, resolved: Resolved, item: URIRef) -> Iterator[Triple]:
    """One person in one office; the same person in the same office is one tenure everywhere."""
    holder = URIRef(resolved.entity_iris[tenure.holder])
    of = resolved.entity_iris.get(tenure.of or "")
    office = _office(tenure.title, of)
    iri = URIRef(resource("tenure", digest(holder, office)))
    yield iri, RDF.type, DIP.Tenure
    yield iri, DIP.holder, holder
    yield iri, DIP.office, office
    yield iri, DIP.evidence, evidence(item, (tenure.start, tenure.end))
    yield from _time(tenure, iri)
    yield from _described_office(office, tenure, of, resolved)
    if of and not tenure.former:
        yield holder, DIP.represents, URIRef(of)


def _time(tenure: Tenure, iri: URIRef) -> Iterator[Triple]:
    if tenure.former:
        yield iri, RDFS.comment, label(FORMER)
    elif tenure.observed:
        yield iri, DIP.observedOn, date(tenure.observed)


def _office(title: str, of: str | None) -> URIRef:
    """`…/office/foreign-minister-norway`, or `…/office/foreign-minister` of nobody knows what."""
    owner = [of.rpartition("/")[2]] if of else []
    return URIRef(resource("office", "-".join([slug(title), *owner])))


def _described_office(
    office: URIRef, tenure: Tenure, of: str | None, resolved: Resolved
) -> Iterator[Triple]:
    title = office_title(tenure.title)
    yield office, RDF.type, DIP.Office
    if of:
        yield office, DIP.officeOf, URIRef(of)
        title = f"{title} of {_name(tenure.of or '', resolved)}"
    yield office, SKOS.prefLabel, label(title)


def _name(key: str, resolved: Resolved) -> str:
    entry = authority.entries().get(key)
    if entry:
        return entry.name
    named = {entity.key: entity.name for entity in resolved.reading.entities}
    return named.get(key, key.rpartition("/")[2])


def office_title(title: str) -> str:
    """One spelling for the title of an office, however a text writes it.

    >>> office_title("SECRETARY-GENERAL"), office_title("minister of foreign affairs")
    ('Secretary General', 'Minister of Foreign Affairs')
    """
    shouted = title.isupper()
    words = re.split(r"\s+|(?<=\w{3})-", title.strip())
    return " ".join(
        _word(word.lower() if shouted else word, first=not i) for i, word in enumerate(words)
    )


def _word(word: str, *, first: bool) -> str:
    if word.lower() in _SMALL and not first:
        return word.lower()
    return word[:1].upper() + word[1:]
