"""The page inside a notebook cell."""

from __future__ import annotations

import html
from dataclasses import dataclass

import networkx as nx

from diplograph.html.page import page
from diplograph.network.questions import Measure


@dataclass(frozen=True, slots=True)
class Inline:
    """A page that a notebook shows in a frame of `height` pixels, shut off from the notebook."""

    page: str
    height: int

    def _repr_html_(self) -> str:
        return (
            f'<iframe srcdoc="{html.escape(self.page)}" sandbox="allow-scripts" '
            f'title="Network of contacts" width="100%" height="{self.height}"></iframe>'
        )


def inline(
    graph: nx.Graph[str],
    *,
    title: str = "Who met whom",
    size: Measure = "pagerank",
    most: int = 1_000,
    height: int = 600,
) -> Inline:
    """`graph` as the last value of a notebook cell; the arguments are those of `page`."""
    return Inline(page(graph, title=title, size=size, most=most), height)
