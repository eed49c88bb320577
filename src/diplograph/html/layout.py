"""Where each actor stands: computed here, once, so that the page need not simulate springs."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import networkx as nx

Position = tuple[float, float]
Size = tuple[float, float]

_SEED = 7
_SPACING = 130.0  # pixels between neighbors
_GAP = 60.0  # pixels between components
_ASPECT = 1.5  # width of the whole by its height
_ROUNDS = 60
_LOOSER = 6
_FLAT = 0.7  # labels are wide, so rows may stand closer than columns
_KAMADA_KAWAI_UP_TO = 200  # it draws small components better, but takes cubic time


@dataclass(frozen=True, slots=True)
class _Block:
    """A laid-out component, its upper left corner at (0, 0)."""

    positions: dict[str, Position]
    width: float
    height: float


def place(graph: nx.Graph[str], boxes: dict[str, Size]) -> dict[str, tuple[int, int]]:
    """Whole-pixel positions for the nodes of `graph`, the same for the same graph.

    `boxes` is the width and height in pixels that each node takes with its label; no two
    overlap unless the graph is too dense to part them. Components are laid out one by one
    (Kamada and Kawai 1989, larger ones Fruchterman and Reingold 1991) and packed in rows.
    """
    parts = sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    blocks = [_block(_ordered(graph, part), boxes) for part in parts]
    return {
        node: (round(x), round(y)) for block in _packed(blocks) for node, (x, y) in block.items()
    }


def _ordered(graph: nx.Graph[str], part: Iterable[str]) -> nx.Graph[str]:
    """The component in the graph's own order: a set's order would change from run to run."""
    ordered: nx.Graph[str] = nx.Graph()
    ordered.add_nodes_from(sorted(part))
    ordered.add_edges_from(sorted((min(e), max(e)) for e in graph.edges(ordered)))
    return ordered


def _block(component: nx.Graph[str], boxes: dict[str, Size]) -> _Block:
    drawn = _loosened(_drawn(component), boxes)
    return _framed(_parted(drawn, boxes), boxes)


def _loosened(positions: dict[str, Position], boxes: dict[str, Size]) -> dict[str, Position]:
    """`positions` in pixels, so large that few boxes overlap: what is pushed apart looks pushed."""
    scale = _SPACING * math.sqrt(len(positions))
    for _ in range(_LOOSER):
        larger = {node: (x * scale, y * scale * _FLAT) for node, (x, y) in positions.items()}
        overlaps = _overlaps({node: [*at] for node, at in larger.items()}, boxes)
        if sum(1 for _ in overlaps) <= len(positions) / 4:
            break
        scale *= 1.25
    return larger


def _drawn(component: nx.Graph[str]) -> dict[str, Position]:
    if len(component) <= _KAMADA_KAWAI_UP_TO:
        found = nx.kamada_kawai_layout(component)
    else:
        found = nx.spring_layout(component, seed=_SEED)
    # Six digits, since the last ones depend on the processor.
    return {node: (round(float(x), 6), round(float(y), 6)) for node, (x, y) in found.items()}


def _parted(positions: dict[str, Position], boxes: dict[str, Size]) -> dict[str, Position]:
    """`positions` with overlapping boxes pushed apart, each pair along its shorter way out."""
    moved = {node: [x, y] for node, (x, y) in positions.items()}
    for _ in range(_ROUNDS):
        overlaps = list(_overlaps(moved, boxes))
        for one, other, axis, depth in overlaps:
            sign = 1 if (moved[one][axis], one) < (moved[other][axis], other) else -1
            moved[one][axis] -= sign * depth / 2
            moved[other][axis] += sign * depth / 2
        if not overlaps:
            break
    return {node: (x, y) for node, (x, y) in moved.items()}


def _overlaps(
    moved: dict[str, list[float]], boxes: dict[str, Size]
) -> Iterator[tuple[str, str, int, float]]:
    """Pairs whose boxes overlap, with the axis (0 is x) and depth of the shorter way out."""
    order = sorted(moved, key=lambda node: (moved[node][0], node))
    widest = max(width for width, _ in boxes.values())
    for place, one in enumerate(order):
        for other in order[place + 1 :]:
            if moved[other][0] - moved[one][0] > widest:
                break
            depths = [
                (boxes[one][axis] + boxes[other][axis]) / 2
                - abs(moved[one][axis] - moved[other][axis])
                for axis in (0, 1)
            ]
            if min(depths) > 0.5:
                axis = 0 if depths[0] < depths[1] else 1
                yield one, other, axis, depths[axis]


def _framed(positions: dict[str, Position], boxes: dict[str, Size]) -> _Block:
    left = min(x - boxes[n][0] / 2 for n, (x, _) in positions.items())
    right = max(x + boxes[n][0] / 2 for n, (x, _) in positions.items())
    top = min(y - boxes[n][1] / 2 for n, (_, y) in positions.items())
    bottom = max(y + boxes[n][1] / 2 for n, (_, y) in positions.items())
    moved = {node: (x - left, y - top) for node, (x, y) in positions.items()}
    return _Block(moved, right - left, bottom - top)


def _packed(blocks: list[_Block]) -> Iterator[dict[str, Position]]:
    """The blocks' positions, set in rows from left to right like words on a page."""
    area = sum((b.width + _GAP) * (b.height + _GAP) for b in blocks)
    line = max([math.sqrt(area * _ASPECT), *(b.width for b in blocks)])
    x = y = tallest = 0.0
    for block in blocks:
        if x and x + block.width > line:
            x, y, tallest = 0.0, y + tallest + _GAP, 0.0
        yield {node: (x + dx, y + dy) for node, (dx, dy) in block.positions.items()}
        x, tallest = x + block.width + _GAP, max(tallest, block.height)
