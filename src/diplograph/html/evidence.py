"""What the side panel tells about a clicked actor or tie, as plain data."""

from __future__ import annotations

import re
from typing import Any

import networkx as nx

from diplograph.network.record import Contact, Sentence


def evidence(graph: nx.Graph[str]) -> dict[str, Any]:
    """{"actors": [...], "ties": [...], "contacts": [...]}, numbered as the drawing is.

    `contacts` stand newest first, those of unknown date last; each tie holds the numbers of
    its own, in that order.
    """
    contacts = _newest_first(graph)
    numbers = {contact.iri: number for number, contact in enumerate(contacts)}
    actors = {iri: number for number, iri in enumerate(graph)}
    return {
        "actors": [_actor(node) for _, node in graph.nodes(data=True)],
        "ties": [
            [actors[one], actors[other], sorted(numbers[c.iri] for c in edge["interactions"])]
            for one, other, edge in graph.edges(data=True)
        ],
        "contacts": [_contact(contact, actors) for contact in contacts],
    }


def _newest_first(graph: nx.Graph[str]) -> list[Contact]:
    found = {c.iri: c for _, _, edge in graph.edges(data=True) for c in edge["interactions"]}
    by_iri = sorted(found.values(), key=lambda contact: contact.iri)
    return sorted(by_iri, key=lambda contact: contact.latest, reverse=True)


def _actor(node: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": node["name"],
        "kind": node["kind"],
        "state": node["state"],
        "offices": list(node["offices"]),
        "wikidata": node["wikidata"].rsplit("/", 1)[-1],
    }


def _contact(contact: Contact, actors: dict[str, int]) -> dict[str, Any]:
    return {
        "kind": _words(contact.kind),
        "branch": contact.branch,
        "act": contact.speech_act,
        "when": _when(contact),
        "place": contact.place,
        "modality": contact.modality,
        "confidence": round(contact.confidence, 2),
        "with": [actors[iri] for iri in contact.participants if iri in actors],
        "sentences": [_sentence(one) for one in contact.sentences],
    }


def _sentence(sentence: Sentence) -> list[str | int]:
    return [sentence.text, sentence.title, sentence.document, sentence.start, sentence.end]


def _when(contact: Contact) -> str:
    """ "2025-03-14", "2025-03-14 to 2025-03-16", or "" where nothing is known."""
    first, last = contact.begin or contact.earliest, contact.end
    if not contact.begin and contact.latest != contact.earliest:
        last = contact.latest
    return f"{first} to {last}" if first and last and first != last else first or last


def _words(kind: str) -> str:
    """A class of the ontology in words.

    >>> _words("TelephoneCall")
    'Telephone call'
    """
    return re.sub(r"(?<=[a-z])[A-Z]", lambda letter: " " + letter[0].lower(), kind)
