"""Who is in the store: names, kinds, offices, and whom they represent."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from diplograph.network import queries
from diplograph.network.answers import Queryable, local, rows


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone in the store; `state` is the IRI and `state_name` the name of whom they represent.

    `wikidata` is an IRI; all are "" where unknown. `offices` are in words.
    """

    iri: str
    name: str
    kind: str
    wikidata: str = ""
    state: str = ""
    state_name: str = ""
    offices: tuple[str, ...] = ()


def everyone(store: Queryable) -> dict[str, Actor]:
    """Everyone in the store, by IRI, sorted."""
    states, held = _represented(store), _offices(store)
    people: dict[str, Actor] = {}
    for iri, kind, name, wikidata in sorted(rows(store, queries.actors()), reverse=True):
        state, state_name = states.get(iri, ("", ""))
        offices = held.get(iri, ())
        people[iri] = Actor(iri, name, local(kind), wikidata, state, state_name, offices)
    return dict(sorted(people.items()))


def _represented(store: Queryable) -> dict[str, tuple[str, str]]:
    """Whom each person represents most often, as (IRI, name)."""
    most: dict[str, tuple[int, str, str]] = {}
    for person, state, name, seen in rows(store, queries.represented()):
        claim = (-int(seen), name, state)
        most[person] = min(most.get(person, claim), claim)
    return {person: (state, name) for person, (_, name, state) in most.items()}


def _offices(store: Queryable) -> dict[str, tuple[str, ...]]:
    """The offices of each person in words, with the first and last day they were seen in it."""
    seen: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for person, office, observed in rows(store, queries.offices()):
        seen[person][office].add(observed)
    return {
        person: tuple(_office(office, held[office]) for office in sorted(held))
        for person, held in seen.items()
    }


def _office(office: str, observed: set[str]) -> str:
    days = sorted(observed - {""})
    if not days:
        return office
    span = days[0] if days[0] == days[-1] else f"{days[0]} to {days[-1]}"
    return f"{office} (seen {span})"


def state_of(actor: str, people: dict[str, Actor]) -> str:
    """The state that `actor` is or represents, else ""."""
    known = people.get(actor)
    if known is None:
        return ""
    state = actor if known.kind == "State" else known.state
    return state if state in people and people[state].kind == "State" else ""
