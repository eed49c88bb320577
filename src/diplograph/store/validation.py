"""Is what is stored complete? The shapes of `ontology/shapes.ttl`, checked with pySHACL.

pySHACL is quick over a graph in memory and slow over a store, so the graphs of items are copied
into memory some hundred at a time, with what the store knows of those who are named in them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

import pyshacl
from rdflib import RDF, SH, Graph, URIRef
from rdflib.term import Node

from diplograph.store.oxigraph import Store
from diplograph.vocabulary import ontology
from diplograph.vocabulary.namespaces import DIP, DIPR, OA, PREFIXES, resource

GRAPHS_AT_ONCE = 200
_ITEMS = resource("item", "")


@dataclass(frozen=True, slots=True)
class Violation:
    """Something that is missing or wrong: `message` says what, in words.

    `focus` is the IRI of the incomplete thing, `path` the property ("dip:modality") or "",
    `value` the wrong value or "", `item` the IRI of the item it was read in or "", `sentence`
    the words it was read from or "".
    """

    focus: str
    path: str
    message: str
    value: str = ""
    item: str = ""
    sentence: str = ""


def validate(store: Store) -> tuple[Violation, ...]:
    """Everything in the store that the shapes find incomplete, each once, sorted."""
    graphs = (graph for graph in store.graphs() if graph.startswith(_ITEMS))
    batches = iter(lambda: tuple(islice(graphs, GRAPHS_AT_ONCE)), ())
    found = chain.from_iterable(_violations(*_in_memory(store, batch)) for batch in batches)
    first: dict[tuple[str, str, str], Violation] = {}
    for one in found:
        first.setdefault((one.focus, one.path, one.message), one)
    return tuple(first[key] for key in sorted(first))


def _in_memory(store: Store, graphs: tuple[str, ...]) -> tuple[Graph, dict[Node, str]]:
    """The items' triples with all that is known of what they name; and each subject's item."""
    data, item_of = Graph(), dict[Node, str]()
    data += ontology.graph()
    for graph in graphs:
        for subject, predicate, value in store.triples(graph):
            data.add((subject, predicate, value))
            item_of.setdefault(subject, graph)
    named = {str(one) for one in data.all_nodes() if isinstance(one, URIRef)}
    for iri in sorted(one for one in named if one in DIPR):
        for triple in store.about(iri):
            data.add(triple)
    return data, item_of


def _violations(data: Graph, item_of: dict[Node, str]) -> Iterator[Violation]:
    _, report, _ = pyshacl.validate(data, shacl_graph=ontology.shapes(), advanced=False)
    for result in report.subjects(RDF.type, SH.ValidationResult):
        focus = report.value(result, SH.focusNode)
        yield Violation(
            str(focus),
            _short(report.value(result, SH.resultPath)),
            _message(report, result),
            str(report.value(result, SH.value) or ""),
            item_of.get(focus, ""),
            _sentence(data, focus),
        )


def _message(report: Graph, result: Node) -> str:
    return min(str(message) for message in report.objects(result, SH.resultMessage))


def _short(path: Node | None) -> str:
    text = str(path or "")
    for prefix, namespace in PREFIXES.items():
        if text.startswith(namespace):
            return f"{prefix}:{text.removeprefix(namespace)}"
    return text


def _sentence(data: Graph, focus: Node | None) -> str:
    words = [
        *data.objects(focus, DIP.evidence / OA.hasSelector / OA.exact),
        *data.objects(focus, OA.hasSelector / OA.exact),
    ]
    return min((str(one) for one in words), default="")
