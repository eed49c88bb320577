"""The drawing itself: nodes, edges and options for vis-network, by way of pyvis."""

from __future__ import annotations

import json
import math
from typing import Any

import networkx as nx
from pyvis.network import Network

from diplograph.html.layout import place
from diplograph.html.palette import looks
from diplograph.network.record import Contact

_DASHES: dict[str, bool | list[int]] = {"solid": False, "dashed": [9, 5], "dotted": [2, 4]}
_LONGEST_LABEL = 40
_READABLE = 11  # pixels; below it the page draws its own labels, without overlaps
_MANY_EDGES = 500  # above this, dragging stutters unless the edges are hidden meanwhile


def draw(graph: nx.Graph[str], scores: dict[str, float]) -> dict[str, Any]:
    """What vis-network needs to draw `graph`: {"nodes": [...], "edges": [...], "options": {...}}.

    Nodes and edges are numbered in the graph's own order. A higher score makes a larger node.
    """
    drawing = Network(directed=True, cdn_resources="in_line")  # undirected, pyvis is quadratic
    numbers = {iri: number for number, iri in enumerate(graph)}
    _add_nodes(drawing, graph, _shares(scores))
    for number, (one, other, edge) in enumerate(graph.edges(data=True)):
        drawing.add_edge(numbers[one], numbers[other], id=number, **_edge(edge))
    drawing.set_options(json.dumps(_options(graph.number_of_edges())))
    nodes, edges, _, _, _, options = drawing.get_network_data()
    return {"nodes": nodes, "edges": edges, "options": json.loads(options)}


def _shares(scores: dict[str, float]) -> dict[str, float]:
    """Each score as a share of the highest, between 0 and 1."""
    highest = max(scores.values(), default=0.0) or 1.0
    return {iri: score / highest for iri, score in scores.items()}


def _add_nodes(drawing: Network, graph: nx.Graph[str], shares: dict[str, float]) -> None:
    styles = {iri: _node(node, shares[iri]) for iri, node in graph.nodes(data=True)}
    positions = place(graph, {iri: _box(style) for iri, style in styles.items()})
    for number, iri in enumerate(graph):
        x, y = positions[iri]
        drawing.add_node(number, x=x, y=y, **styles[iri])


def _node(node: dict[str, Any], share: float) -> dict[str, Any]:
    look = looks("node").get(node["kind"]) or looks("node")["Organization"]
    return {
        "label": _label(node["name"]),
        "shape": look.shape,
        "color": look.color,
        "size": round(7 + 17 * math.sqrt(share), 1),
        "font": {"size": round(12 + 8 * share)},
    }


def _label(name: str) -> str:
    one_line = " ".join(name.split())
    return one_line if len(one_line) <= _LONGEST_LABEL else one_line[: _LONGEST_LABEL - 1] + "…"


def _box(style: dict[str, Any]) -> tuple[float, float]:
    """The width and height in pixels of a node with its label below it."""
    font = style["font"]["size"]
    label = len(style["label"]) * font * 0.56
    return max(label, 2 * style["size"]) + 14, 2 * (style["size"] + font) + 12


def _edge(edge: dict[str, Any]) -> dict[str, Any]:
    look = looks("edge")[_branch(edge["interactions"])]
    return {
        "arrows": "",
        "color": look.color,
        "dashes": _DASHES[look.shape],
        "width": round(1.2 + 1.3 * math.log2(max(edge["weight"], 1)), 1),
    }


def _branch(contacts: tuple[Contact, ...]) -> str:
    """The branch that most of `contacts` belong to; of equal ones the first in the legend."""
    counts = [sum(c.branch == branch for c in contacts) for branch in looks("edge")]
    return list(looks("edge"))[counts.index(max(counts))]


def _options(edges: int) -> dict[str, Any]:
    many = edges > _MANY_EDGES
    return {
        "autoResize": True,
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "nodes": {
            "shadow": False,
            "borderWidth": 0,
            "font": {"face": "sans-serif"},
            "scaling": {"label": {"drawThreshold": _READABLE}},
        },
        "edges": {
            "smooth": False,
            "shadow": False,
            "selectionWidth": 2,
            "hoverWidth": 0,
            "color": {"inherit": False},
        },
        "interaction": {
            "hideEdgesOnDrag": many,
            "hideEdgesOnZoom": many,
            "hover": False,
            "keyboard": False,
            "selectConnectedEdges": True,
        },
    }
