"""One self-contained page: the drawing, its evidence, and nothing that the network could serve."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Any

import networkx as nx

from diplograph.html.drawing import draw
from diplograph.html.evidence import evidence
from diplograph.html.palette import Look, looks
from diplograph.network.questions import Measure, rank
from diplograph.store.writing import written

_MOST = 1_000  # nodes that a browser still draws at 60 frames a second
_VIS = "templates/lib/vis-9.1.2/vis-network.min.js"
_SAFE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def write(
    graph: nx.Graph[str],
    path: str | Path,
    *,
    title: str = "Who met whom",
    size: Measure = "pagerank",
    most: int = _MOST,
) -> None:
    """Write `graph`, as `network.project` makes it, to `path` as one interactive HTML file.

    The file needs no connection and makes none. See `page` for the arguments. Raises
    `UsageProblem` where it cannot be written; an old file is then left as it was.
    """
    drawn = page(graph, title=title, size=size, most=most)
    with written(Path(path)) as output:
        output.write(drawn.encode("utf-8"))


def page(
    graph: nx.Graph[str],
    *,
    title: str = "Who met whom",
    size: Measure = "pagerank",
    most: int = _MOST,
) -> str:
    """The HTML of `graph`: actors by kind and importance, and the sentences behind each tie.

    `size` is the measure of `network.rank` that makes an actor large. Of more than `most` actors
    the highest ranked are drawn, and the page says so. The same graph gives the same bytes.
    """
    ranked = rank(graph, size)[:most]
    shown = _ordered(graph, {one.iri for one in ranked})
    drawing = draw(shown, {one.iri: one.score for one in ranked})
    data = {**drawing, **evidence(shown)}
    return _assembled(title, _summary(shown, graph), data)


def _ordered(graph: nx.Graph[str], kept: set[str]) -> nx.Graph[str]:
    """The part of `graph` between the `kept` nodes, in a fixed order."""
    shown: nx.Graph[str] = nx.Graph()
    shown.add_nodes_from((iri, graph.nodes[iri]) for iri in sorted(kept))
    within = ((min(a, b), max(a, b), edge) for a, b, edge in graph.subgraph(kept).edges(data=True))
    shown.add_edges_from(sorted(within, key=lambda tie: tie[:2]))
    return shown


def _summary(shown: nx.Graph[str], graph: nx.Graph[str]) -> str:
    actors, ties = len(shown), shown.number_of_edges()
    if not actors:
        return "No contacts to show"
    of_all = f" (the most important of {len(graph):,})" if actors < len(graph) else ""
    return f"{actors:,} actors{of_all}, {ties:,} ties"


def _assembled(title: str, summary: str, data: dict[str, Any]) -> str:
    library = _library()
    script, style = _asset("page.js"), _asset("page.css") + _legend_style()
    return Template(_asset("page.html")).substitute(
        policy=_policy([library, script], style),
        title=html.escape(_one_line(title)),
        summary=html.escape(summary),
        nodes=_legend("node", {actor["kind"] for actor in data["actors"]}),
        edges=_legend("edge", {contact["branch"] for contact in data["contacts"]}),
        style=style,
        library=library,
        script=script,
        data=embedded(data),
    )


def embedded(data: object) -> str:
    """`data` as JSON that can stand inside a script element, whatever texts it holds.

    >>> embedded("</script>")
    '"\\\\u003c/script\\\\u003e"'
    """
    # ASCII also keeps out U+2028, U+2029 and lone surrogates.
    return json.dumps(data, ensure_ascii=True, separators=(",", ":")).translate(_SAFE)


def _one_line(text: str) -> str:
    return " ".join(text.encode("utf-8", "replace").decode("utf-8").split())


def _library() -> str:
    """vis-network as pyvis carries it, without the note where its source map would be fetched."""
    code = files("pyvis").joinpath(_VIS).read_text(encoding="utf-8")
    return re.sub(r"//# sourceMappingURL=.*", "", code)


def _asset(name: str) -> str:
    return files("diplograph.html").joinpath("assets", name).read_text(encoding="utf-8")


def _policy(scripts: list[str], style: str) -> str:
    """A Content-Security-Policy that runs these scripts only and lets nothing be fetched."""
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(_hash(one) for one in scripts)}",
            f"style-src {_hash(style)}",
            "img-src data:",
            "connect-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _hash(code: str) -> str:
    digest = hashlib.sha256(code.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _legend(part: str, present: set[str]) -> str:
    """A list entry for each look of a "node" or "edge" that the drawing has."""
    return "".join(
        f'<li><span class="key {part} {look.kind} {look.shape}"></span>{html.escape(look.label)}'
        "</li>"
        for look in looks(part).values()
        if look.kind in present
    )


def _legend_style() -> str:
    every = [*looks("node").values(), *looks("edge").values()]
    return "".join(_rule(look) for look in every)


def _rule(look: Look) -> str:
    return f".key.{look.kind} {{ color: {look.color}; }}\n"
