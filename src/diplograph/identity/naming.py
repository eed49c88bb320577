"""What an actor, place, topic or instrument is called, over all documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from diplograph.identity.directory import Directory, mint
from diplograph.identity.record import Resolved
from diplograph.vocabulary.authority import Entry


@dataclass(frozen=True, slots=True)
class Bearer:
    """The fullest name that one item has for the bearer of an IRI."""

    iri: str
    kind: str
    name: str
    unresolved: bool


@dataclass(frozen=True, slots=True)
class Use:
    """How many items call the bearer of an IRI by this name, as the fullest name they have."""

    kind: str
    name: str
    items: int


@dataclass(frozen=True, slots=True)
class Named:
    """What an IRI stands for.

    `kind` is a class of the ontology, `name` the canonical English name, `forms` all other names
    in the documents and the authority lists, sorted. `wikidata` is an id ("Q159"), `state` the IRI
    of the state a person serves or a place lies in, as the authority lists have it.
    """

    iri: str
    kind: str
    name: str
    forms: tuple[str, ...] = ()
    wikidata: str | None = None
    state: str | None = None


def bearers(resolved: Resolved, directory: Directory) -> Iterator[Bearer]:
    """Everyone and everything in the graph of one item, with the item's name for it."""
    entities = {entity.key: entity for entity in resolved.reading.entities}
    for key, iri in resolved.entity_iris.items():
        who = entities.get(key) or directory.known.get(iri)
        if who and who.kind != "Date":
            yield Bearer(iri, who.kind, who.name, key in resolved.unresolved)


def forms(resolved: Resolved) -> Iterator[tuple[str, str]]:
    """The IRI of everyone and everything that one item names, with each form it writes."""
    for entity in resolved.reading.entities:
        if entity.kind != "Date":
            yield from ((resolved.entity_iris[entity.key], form) for form in entity.forms)


def name(iri: str, uses: Iterable[Use], directory: Directory, written: Iterable[str] = ()) -> Named:
    """The name from the authority lists, else the one that most items use.

    `written` are the forms that documents write; they and the other names are its `forms`.

    Of names used equally often the longest is taken, of equally long ones the first in the
    alphabet, so that the order of the documents does not count.

    >>> name("…/actor/ann-lee", [Use("Person", "Ann Lee", 3), Use("Person", "ANN LEE", 1)],
    ...      Directory({}, {})).name
    'Ann Lee'
    """
    uses = tuple(uses)
    used = {*written, *(use.name for use in uses)}
    if entry := directory.known.get(iri):
        return _listed(iri, entry, used)
    best = min(uses, key=lambda use: (-use.items, -len(use.name), use.name, use.kind))
    return Named(iri, best.kind, best.name, tuple(sorted(used - {best.name})))


def _listed(iri: str, entry: Entry, used: set[str]) -> Named:
    listed = {form.text for form in entry.forms if form.use in ("name", "abbreviation")}
    return Named(
        iri,
        entry.kind,
        entry.name,
        tuple(sorted((listed | used) - {entry.name})),
        entry.wikidata,
        mint(entry.parent) if entry.parent and entry.parent.startswith("state/") else None,
    )
