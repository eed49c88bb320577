"""Networks out of the store: who is tied to whom, and by which interactions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Literal

import networkx as nx

from diplograph.errors import UsageProblem
from diplograph.network import queries
from diplograph.network.answers import Queryable
from diplograph.network.contacts import find_contacts
from diplograph.network.people import Actor, everyone
from diplograph.network.projection import chosen
from diplograph.network.queries import Choice, Moment
from diplograph.network.record import Contact
from diplograph.network.ties import Tie, find_ties

Between = Literal["actors", "states"]


def project(
    store: Queryable,
    between: Between = "actors",
    *,
    kinds: Iterable[str] | None = None,
    modality: Iterable[str] = ("actual",),
    since: Moment | None = None,
    until: Moment | None = None,
    min_confidence: float = 0.0,
    statements: bool = False,
) -> nx.Graph[str]:
    """The network of those who took part in the same interactions.

    Nodes are IRIs of actors, with `name`, `kind` ("Person"), `state` (the name of the state or
    organization they represent, or ""), `wikidata` (IRI or "") and `offices` (a tuple of texts).
    Edges carry `interactions`, a tuple of `Contact` oldest first; `weight`, their number (times
    the weight of their kind in `ontology/projection.csv`); and `strength`, where an interaction
    of n actors counts 1 / (n - 1), so that a conference of fifty does not outweigh a private
    talk (M. E. J. Newman, "Scientific collaboration networks. II", Phys. Rev. E 64, 016132, 2001).

    `between="states"` ties the states that are party to the interactions. `kinds` limits them to
    classes or branches of the ontology (`["Visit", "Deed"]`), `modality` to what happened, was
    planned, proposed or denied; `since` and `until` to those that may lie between these days,
    both included ("2020", "2020-06" and "2020-06-24" will do); `min_confidence` (0 to 1) to the
    surer ones. `statements` also ties who speaks to whom they address or speak about.

    Raises `UsageProblem` for an unknown kind, modality or date, and for a time that ends before
    it begins.
    """
    choice = choose(between, kinds, modality, since, until, min_confidence, statements)
    people = everyone(store)
    ties = find_ties(store, choice, people)
    contacts = find_contacts(store, choice, ties)
    return _graph(ties, contacts, people)


def choose(
    between: str,
    kinds: Iterable[str] | None,
    modality: Iterable[str],
    since: Moment | None,
    until: Moment | None,
    min_confidence: float,
    statements: bool,
) -> Choice:
    """The arguments of `project`, checked; raises `UsageProblem`."""
    if between not in ("actors", "states"):
        raise UsageProblem(f"No network between '{between}'. Choose 'actors' or 'states'.")
    if not 0 <= min_confidence <= 1:
        raise UsageProblem(f"Confidence lies between 0 and 1, not at {min_confidence}.")
    first, last = queries.whole_day(since, last=False), queries.whole_day(until, last=True)
    if last and first > last:
        raise UsageProblem(f"The time ends on {last}, before it begins on {first}. Exchange them.")
    return Choice(
        projections=chosen(kinds, statements=statements),
        modality=queries.modalities(modality),
        since=first,
        until=last,
        min_confidence=min_confidence,
        states=between == "states",
    )


def query_text(
    between: Between = "actors",
    *,
    kinds: Iterable[str] | None = None,
    modality: Iterable[str] = ("actual",),
    since: Moment | None = None,
    until: Moment | None = None,
    min_confidence: float = 0.0,
    statements: bool = False,
) -> str:
    """The SPARQL with which `project` finds who took part, for the same arguments.

    >>> print(query_text(kinds=["Visit"]).splitlines()[2])
    SELECT DISTINCT ?interaction ?kind ?role ?actor WHERE {
    """
    choice = choose(between, kinds, modality, since, until, min_confidence, statements)
    return queries.roles(choice)


def _graph(
    ties: dict[str, Tie], contacts: dict[str, Contact], people: dict[str, Actor]
) -> nx.Graph[str]:
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for iri, tie in ties.items():
        for pair in tie.pairs:
            shared[pair].append(iri)
    graph: nx.Graph[str] = nx.Graph()
    for iri in sorted({actor for pair in shared for actor in pair}):
        graph.add_node(iri, **_node(people[iri]))
    for (one, other), iris in sorted(shared.items()):
        graph.add_edge(one, other, **_edge([ties[i] for i in iris], [contacts[i] for i in iris]))
    return graph


def _node(actor: Actor) -> dict[str, Any]:
    return {
        "name": actor.name,
        "kind": actor.kind,
        "state": actor.state_name,
        "wikidata": actor.wikidata,
        "offices": actor.offices,
    }


def _edge(ties: list[Tie], contacts: list[Contact]) -> dict[str, Any]:
    """The attributes of an edge on which `contacts` stand."""
    sizes = [len(tie.everyone) for tie in ties]
    weights = [tie.projection.weight for tie in ties]
    return {
        "weight": sum(weights),
        "strength": round(sum(w / (n - 1) for w, n in zip(weights, sizes, strict=True)), 6),
        "interactions": tuple(sorted(contacts, key=lambda c: (c.earliest or "9999", c.iri))),
    }
