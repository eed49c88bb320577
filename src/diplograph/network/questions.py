"""What diplomats and historians ask a network: who matters, and who connects whom."""

from __future__ import annotations

from typing import Literal

import networkx as nx

from diplograph.errors import UsageProblem
from diplograph.network.record import Contact, Ranked, Step

Measure = Literal["degree", "betweenness", "pagerank"]

# Above this many actors, betweenness is estimated from the shortest paths of a sample of them.
EXACT_UP_TO = 1_000
SAMPLE = 250
_DIGITS = 9  # more would order equal actors by rounding noise


def rank(graph: nx.Graph[str], by: Measure = "degree") -> list[Ranked]:
    r"""Everyone in `graph` by importance, highest first, equals by name.

    `by="degree"`: the share of all others with whom an actor had contact, deg(v) / (n - 1)
    (Freeman 1978). The busiest: who sees most.

    `by="betweenness"`: the share of the shortest paths between all other pairs that lead through
    an actor, \sum \sigma(s,t|v) / \sigma(s,t) over 2 / ((n - 1)(n - 2)) (Freeman 1977, computed
    as in Brandes 2001). The go-between: who connects those that do not meet. Above 1,000 actors
    estimated from 250 of them (Brandes and Pich 2007), always the same ones.

    `by="pagerank"`: how often a walk along contacts, weighted by their number, comes by
    (Page et al. 1999, damping 0.85). The well-connected: who meets those whom many meet.

    Scores have nine decimals. Raises `UsageProblem` for another measure.

    Oslo met Cairo and Lima, who never met each other, so it is in contact with all others and
    between them:

    >>> talks = nx.Graph()
    >>> talks.add_nodes_from([(c, {"name": c, "kind": "State"}) for c in ("Cairo", "Lima", "Oslo")])
    >>> talks.add_edges_from([("Oslo", "Cairo"), ("Oslo", "Lima")], weight=1)
    >>> [(one.name, one.score) for one in rank(talks, "degree")]
    [('Oslo', 1.0), ('Cairo', 0.5), ('Lima', 0.5)]
    >>> [(one.name, one.score) for one in rank(talks, "betweenness")]
    [('Oslo', 1.0), ('Cairo', 0.0), ('Lima', 0.0)]
    >>> [(one.name, round(one.score, 3)) for one in rank(talks, "pagerank")]
    [('Oslo', 0.486), ('Cairo', 0.257), ('Lima', 0.257)]
    """
    ranked = [_ranked(graph, iri, score) for iri, score in _scores(graph, by).items()]
    return sorted(ranked, key=lambda one: (-one.score, one.name, one.iri))


def _scores(graph: nx.Graph[str], by: str) -> dict[str, float]:
    if by not in ("degree", "betweenness", "pagerank"):
        raise UsageProblem(f"Cannot rank by '{by}'. Choose degree, betweenness or pagerank.")
    if not graph:
        return {}
    if by == "degree":
        return dict(nx.degree_centrality(graph))
    if by == "pagerank":
        return dict(nx.pagerank(graph, weight="weight"))
    sample = SAMPLE if len(graph) > EXACT_UP_TO else None
    return dict(nx.betweenness_centrality(graph, k=sample, seed=0))


def _ranked(graph: nx.Graph[str], iri: str, score: float) -> Ranked:
    node = graph.nodes[iri]
    return Ranked(iri, node["name"], node["kind"], round(float(score), _DIGITS))


def path(graph: nx.Graph[str], a: str, b: str) -> list[Step]:
    """How `a` is connected with `b` (IRIs): the shortest chain of contacts, one step each.

    Among equally short ones, each step goes to whom the contacts are most, then first by name.
    An empty list where `a` is `b`. Raises `UsageProblem` where either has no contact in `graph`
    or no chain leads from one to the other, naming whom `a` does reach.

    >>> talks = nx.Graph()
    >>> talks.add_nodes_from([(c, {"name": c.title()}) for c in ("cairo", "lima", "oslo")])
    >>> talks.add_edges_from([("oslo", "cairo"), ("oslo", "lima")], weight=1, interactions=())
    >>> [(step.source, step.target) for step in path(talks, "cairo", "lima")]
    [('Cairo', 'Oslo'), ('Oslo', 'Lima')]
    """
    for actor in (a, b):
        if actor not in graph:
            raise UsageProblem(
                f"'{actor.rpartition('/')[2]}' has no contact with anyone in this network. "
                "Widen its dates, kinds or modalities."
            )
    remaining = nx.single_source_shortest_path_length(graph, b)
    if a not in remaining:
        raise UsageProblem(_unreachable(graph, a, b))
    return _walk(graph, a, remaining)


def _walk(graph: nx.Graph[str], here: str, remaining: dict[str, int]) -> list[Step]:
    steps = []
    while remaining[here]:
        there = _next(graph, here, remaining)
        contacts: tuple[Contact, ...] = graph.edges[here, there]["interactions"]
        steps.append(Step(graph.nodes[here]["name"], graph.nodes[there]["name"], contacts))
        here = there
    return steps


def _next(graph: nx.Graph[str], here: str, remaining: dict[str, int]) -> str:
    closer = [one for one in graph[here] if remaining[one] < remaining[here]]
    return min(
        closer, key=lambda one: (-graph.edges[here, one]["weight"], graph.nodes[one]["name"], one)
    )


def _unreachable(graph: nx.Graph[str], a: str, b: str) -> str:
    """The message that no chain leads from `a` to `b`."""
    reached = sorted(graph.nodes[one]["name"] for one in nx.node_connected_component(graph, a))
    reached.remove(graph.nodes[a]["name"])
    some = ", ".join(reached[:5]) + (f" and {len(reached) - 5} more" if len(reached) > 5 else "")
    return (
        f"No chain of contacts leads from {graph.nodes[a]['name']} to {graph.nodes[b]['name']}. "
        f"{graph.nodes[a]['name']} reaches {some}."
    )
