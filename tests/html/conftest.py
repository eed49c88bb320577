"""Small networks to draw."""

from __future__ import annotations

import networkx as nx
import pytest

from diplograph.network import Contact, Sentence


class Drawn:
    """A network that tests fill with contacts of named people."""

    def __init__(self) -> None:
        self.graph: nx.Graph[str] = nx.Graph()
        self.count = 0

    def person(self, key: str, /, **said: object) -> None:
        """An actor whose IRI ends in `key`, which is also its name."""
        node = {"kind": "Person", "state": "", "wikidata": "", "offices": (), "name": key}
        self.graph.add_node(f"https://example.org/{key}", **{**node, **said})

    def contact(self, one: str, other: str, sentence: str = "They met.", **said: object) -> None:
        """One more contact between two people."""
        ends = tuple(sorted(f"https://example.org/{name}" for name in (one, other)))
        for name in (one, other):
            if f"https://example.org/{name}" not in self.graph:
                self.person(name)
        self.count += 1
        usual = {"kind": "Meeting", "branch": "Encounter", "modality": "actual"}
        proof = Sentence(sentence, 3, 12, "https://example.org/item", "A headline", "press/one.txt")
        contact = Contact(
            iri=f"https://example.org/interaction/{self.count:03}",
            participants=ends,
            sentences=(proof,),
            **{**usual, **said},
        )
        before = self.graph.get_edge_data(*ends, default={}).get("interactions", ())
        contacts = (*before, contact)
        self.graph.add_edge(
            *ends, weight=len(contacts), strength=len(contacts), interactions=contacts
        )


@pytest.fixture
def drawn() -> Drawn:
    """An empty network."""
    return Drawn()
