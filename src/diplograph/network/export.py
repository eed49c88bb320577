"""Networks as files for Gephi, Cytoscape, R and spreadsheets."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import networkx as nx

from diplograph.errors import UsageProblem
from diplograph.network.record import Contact
from diplograph.store.writing import is_device, written

# What XML 1.0 cannot hold, whatever the escaping.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What a spreadsheet takes for a formula.
_FORMULA = ("=", "+", "-", "@")
# The only clock that networkx writes.
_CLOCK = re.compile(r' lastmodifieddate="[^"]*"')


def export(graph: nx.Graph[str], format: str, path: str | Path) -> None:
    """Write `graph` as "graphml", "gexf" or "csv" to `path`.

    "csv" makes two files: `path` "talks.csv" becomes "talks-nodes.csv" and "talks-edges.csv"; a
    text that a spreadsheet would take for a formula gets an apostrophe in front.
    Edges carry `weight`, `strength`, `kinds`, `first` and `last` day, the IRIs of their
    `interactions` and one `evidence` sentence. Raises `UsageProblem` for another format or
    where the file cannot be written; an old file is then left as it was.
    """
    if format not in _FORMATS:
        raise UsageProblem(f"Unknown format '{format}'. Choose from {', '.join(_FORMATS)}.")
    for file, text in _FORMATS[format](_plain(graph), Path(path)):
        with written(file) as output:
            output.write(text.encode("utf-8", "replace"))


def _plain(graph: nx.Graph[str]) -> nx.Graph[str]:
    """`graph` with nothing but texts and numbers as attributes."""
    plain: nx.Graph[str] = nx.Graph()
    for iri, node in graph.nodes(data=True):
        plain.add_node(iri, **_node(iri, node))
    for one, other, edge in graph.edges(data=True):
        plain.add_edge(one, other, **_edge(edge))
    return plain


def _node(iri: str, node: dict[str, Any]) -> dict[str, str]:
    texts = {key: _text(node[key]) for key in ("name", "kind", "state", "wikidata")}
    return {"label": texts["name"], **texts, "offices": _text(" | ".join(node["offices"]))}


def _edge(edge: dict[str, Any]) -> dict[str, str | float]:
    contacts: tuple[Contact, ...] = edge["interactions"]
    days = sorted(day for c in contacts for day in (c.earliest, c.latest) if day)
    words = [s.text for c in contacts for s in c.sentences]
    return {
        "weight": float(edge["weight"]),
        "strength": float(edge["strength"]),
        "kinds": "|".join(sorted({c.kind for c in contacts})),
        "first": days[0] if days else "",
        "last": days[-1] if days else "",
        "interactions": " ".join(c.iri for c in contacts),
        "evidence": _text(words[0]) if words else "",
    }


def _text(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


Files = Iterable[tuple[Path, str]]


def _graphml(graph: nx.Graph[str], path: Path) -> Files:
    yield path, "\n".join(nx.generate_graphml(graph)) + "\n"


def _gexf(graph: nx.Graph[str], path: Path) -> Files:
    yield path, _CLOCK.sub("", "\n".join(nx.generate_gexf(graph)), count=1) + "\n"


def _csv(graph: nx.Graph[str], path: Path) -> Files:
    if is_device(path):
        raise UsageProblem(f"csv makes two files; {path} takes one. Name a file such as talks.csv.")
    nodes = [{"iri": iri, **node} for iri, node in graph.nodes(data=True)]
    edges = [{"source": a, "target": b, **edge} for a, b, edge in graph.edges(data=True)]
    node_columns = ["iri", "label", "name", "kind", "state", "wikidata", "offices"]
    edge_columns = ["source", "target", "weight", "strength", "kinds", "first", "last"]
    yield _beside(path, "nodes"), _table(nodes, node_columns)
    yield _beside(path, "edges"), _table(edges, [*edge_columns, "interactions", "evidence"])


def _beside(path: Path, what: str) -> Path:
    return path.with_name(f"{path.stem}-{what}{path.suffix or '.csv'}")


def _table(records: list[dict[str, Any]], columns: list[str]) -> str:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: _cell(value) for key, value in record.items()} for record in records)
    return text.getvalue()


def _cell(value: str | float) -> str | float:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


_FORMATS: dict[str, Callable[[nx.Graph[str], Path], Files]] = {
    "graphml": _graphml,
    "gexf": _gexf,
    "csv": _csv,
}
