"""What an annotator writes down of one document: the records behind the JSON."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from diplograph.vocabulary import ontology


@dataclass(frozen=True, slots=True)
class Item:
    """One article of the document; `issued` is an ISO date, `first_words` are verbatim."""

    id: str
    title: str | None = None
    issued: str | None = None
    first_words: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """An office as in the text, and the state or organization it serves, where the text says."""

    title: str
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A named individual by the fullest name in the text, with the other forms met there."""

    name: str
    aliases: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()


@dataclass(frozen=True, slots=True)
class Encounter:
    """One encounter of one item, however many sentences of `evidence` tell of it.

    `participants` are persons, or states and organizations for which nobody is named; `parties`
    the states and organizations present, in their own name or by somebody who holds their office.
    """

    item: str
    kind: str
    modality: str
    participants: tuple[str, ...]
    parties: tuple[str, ...]
    begin: str | None
    end: str | None
    place: str | None
    topics: tuple[str, ...]
    instruments: tuple[str, ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """Something said; `target` is whom it is addressed to or about."""

    item: str
    speaker: str
    act: str
    target: tuple[str, ...]
    topics: tuple[str, ...]
    evidence: str


@dataclass(frozen=True, slots=True)
class Deed:
    """Something done by `agents` to, for or with `recipients`."""

    item: str
    kind: str
    modality: str
    agents: tuple[str, ...]
    recipients: tuple[str, ...]
    begin: str | None
    topics: tuple[str, ...]
    instruments: tuple[str, ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Annotation:
    """All that one document says; `document` is its file's name."""

    document: str
    items: tuple[Item, ...]
    people: tuple[Person, ...]
    encounters: tuple[Encounter, ...]
    statements: tuple[Statement, ...]
    deeds: tuple[Deed, ...]


@cache
def accepted(what: str) -> tuple[str, ...]:
    """The values that a field may have: accepted("Modality") holds "actual", "planned" …

    `what` is a branch of the ontology ("Encounter", "Deed") or a class of concepts.
    """
    if what in ("Encounter", "Deed"):
        return ontology.kinds(what)
    return tuple(one.iri.rpartition("/")[2] for one in ontology.concepts(what))
