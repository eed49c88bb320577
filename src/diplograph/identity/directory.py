"""Who is meant by a name, as far as the authority lists and all documents together can tell."""

from __future__ import annotations

from dataclasses import dataclass, field

from diplograph.identity.names import fold, is_full
from diplograph.identity.record import Reading
from diplograph.mentions.record import Entity
from diplograph.vocabulary import authority
from diplograph.vocabulary.authority import Entry
from diplograph.vocabulary.namespaces import digest, resource, slug

_ACTORS = ("state", "organization", "grouping", "person")


@dataclass(frozen=True, slots=True)
class Sighting:
    """A person's full name, folded, as one item has it, and the state the item puts them in."""

    name: str
    state: str | None


@dataclass(frozen=True)
class Directory:
    """What resolving one item needs to know of everything else.

    `known` are the entries of the authority lists by IRI, `people` those of persons by folded
    form. `shared` are the folded full names that the documents use in two or more states.
    """

    known: dict[str, Entry]
    people: dict[str, tuple[Entry, ...]]
    shared: frozenset[str] = field(default=frozenset())


def directory(shared: frozenset[str] = frozenset()) -> Directory:
    """The directory of the authority lists that this installation carries."""
    entries = authority.entries()
    return Directory(
        {mint(entry.key): entry for entry in reversed(entries.values())},
        _people(entries),
        shared,
    )


def _people(entries: dict[str, Entry]) -> dict[str, tuple[Entry, ...]]:
    people: dict[str, dict[str, Entry]] = {}
    for entry in entries.values():
        if entry.kind == "Person":
            for form in entry.forms:
                people.setdefault(fold(form.text), {})[entry.key] = entry
    return {name: tuple(found.values()) for name, found in people.items()}


def mint(key: str) -> str:
    """The IRI of what an authority list knows: "state/russia" is `…/actor/russia`."""
    section, _, local = key.partition("/")
    return resource("actor" if section in _ACTORS else section, local)


def sightings(reading: Reading) -> tuple[Sighting, ...]:
    """The full names of persons in one item that other items may use for someone else."""
    people = (entity for entity in reading.entities if entity.kind == "Person")
    found = {Sighting(fold(p.name), _state(p)) for p in people if is_full(p.name)}
    return tuple(sorted(found, key=lambda s: (s.name, s.state or "")))


def _state(person: Entity) -> str | None:
    # Organizations do not tell namesakes apart: one official is seen in a council, in its
    # secretariat and in the parent body.
    return person.state if person.state and person.state.startswith("state/") else None


@dataclass(frozen=True, slots=True)
class Found:
    """The IRI of an entity, and whether it stands for someone who could not be told."""

    iri: str
    unresolved: bool = False


def look_up(entity: Entity, item: str, directory: Directory) -> Found:
    """Who `entity` of the item with the IRI `item` is.

    "Sergei Lavrov" of Russia is the Sergey Lavrov of the authority lists. Any other full name is
    one person, unless documents use it in several states: then there is one person a state, and
    who is named without a state stays apart, as does a bare surname without a state.
    """
    if entity.kind == "Person":
        return _person(entity, item, directory)
    return Found(locate(entity.key, directory))


def locate(key: str, directory: Directory) -> str:
    """The IRI of anything but a person, by its key alone.

    An actor that no list knows has its kind in the IRI: a ministry that was read in one document
    and a person of the same name are two.
    """
    iri, section = mint(key), key.partition("/")[0]
    entry = directory.known.get(iri)
    if section not in _ACTORS or (entry and entry.key == key):
        return iri
    return f"{iri}-{section}"


def _person(person: Entity, item: str, directory: Directory) -> Found:
    if entry := _authority(person, directory):
        return Found(mint(entry.key))
    name, state = fold(person.name), _state(person)
    bare = resource("actor", name)
    if not is_full(person.name):
        return _apart(bare, person.state, item)
    if name in directory.shared or len(directory.people.get(name, ())) > 1:
        return _apart(bare, state, item)
    if bare in directory.known:
        return Found(f"{bare}-{_local(state)}" if state else f"{bare}-person")
    return Found(bare)


def _authority(person: Entity, directory: Directory) -> Entry | None:
    """The one person of the authority lists with this name in this state, if there is just one."""
    names = {fold(form) for form in (person.name, *person.forms) if is_full(form)}
    entries = {e.key: e for name in names for e in directory.people.get(name, ())}
    state = _state(person)
    matching = [e for e in entries.values() if not state or e.parent in (None, state)]
    return matching[0] if len(matching) == 1 else None


def _apart(bare: str, served: str | None, item: str) -> Found:
    if served:
        return Found(f"{bare}-{_local(served)}")
    return Found(f"{bare}-in-{digest(item)}", unresolved=True)


def _local(key: str) -> str:
    return slug(key.partition("/")[2])
