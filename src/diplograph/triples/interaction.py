"""What happened: an encounter, a statement or a deed."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import RDF, RDFS, Literal, URIRef

from diplograph.identity.record import Resolved
from diplograph.interactions.record import Interaction
from diplograph.triples.evidence import evidence
from diplograph.triples.terms import Triple, date, decimal, label, software
from diplograph.vocabulary.namespaces import DIP
from diplograph.vocabulary.ontology import concept, lineage, plover_mode, plover_type, term


def describe_interaction(
    interaction: Interaction, iri: URIRef, resolved: Resolved, item: URIRef
) -> Iterator[Triple]:
    """Its class and those above it, who took part in which role, when, where, about what."""
    for kind in lineage(interaction.kind):
        yield iri, RDF.type, kind
    yield iri, DIP.modality, concept(interaction.modality)
    yield iri, DIP.confidence, decimal(interaction.confidence)
    yield from _taking_part(interaction, iri, resolved)
    yield from _time(interaction, iri)
    yield from _circumstances(interaction, iri, resolved)
    yield from _content(interaction, iri)
    for span in interaction.evidence:
        yield iri, DIP.evidence, evidence(item, span)
    for reader in interaction.readers:
        yield iri, DIP.readBy, software(reader)


def _taking_part(interaction: Interaction, iri: URIRef, resolved: Resolved) -> Iterator[Triple]:
    for role in interaction.roles:
        actor = URIRef(resolved.entity_iris[role.entity])
        yield iri, term(role.name), actor
        yield iri, DIP.participant, actor  # queries need no inference
    for party in interaction.parties:
        yield iri, DIP.party, URIRef(resolved.entity_iris[party])


def _time(interaction: Interaction, iri: URIRef) -> Iterator[Triple]:
    for name in ("begin", "end", "earliest", "latest"):
        if text := getattr(interaction, name):
            yield iri, DIP[name], date(text)


def _circumstances(interaction: Interaction, iri: URIRef, resolved: Resolved) -> Iterator[Triple]:
    if interaction.place:
        yield iri, DIP.place, URIRef(resolved.entity_iris[interaction.place])
    if interaction.medium:
        yield iri, DIP.medium, concept(interaction.medium)
    for topic in interaction.topics:
        yield iri, DIP.topic, URIRef(resolved.entity_iris[topic])
    for instrument in interaction.instruments:
        yield iri, DIP.instrument, URIRef(resolved.entity_iris[instrument])
    if interaction.part_of is not None:
        yield iri, DIP.partOf, URIRef(resolved.interaction_iris[interaction.part_of])


def _content(interaction: Interaction, iri: URIRef) -> Iterator[Triple]:
    if interaction.speech_act:
        yield iri, DIP.speechAct, concept(interaction.speech_act)
    if interaction.plover:
        yield iri, DIP.ploverType, plover_type(interaction.plover)
    if interaction.plover_mode:
        yield iri, DIP.ploverMode, plover_mode(interaction.plover_mode)
    if interaction.quotation:
        yield iri, DIP.quotation, Literal(interaction.quotation)
    if interaction.amount:
        yield iri, DIP.amount, Literal(interaction.amount)
    if interaction.comment:
        yield iri, RDFS.comment, label(interaction.comment)
