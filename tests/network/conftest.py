"""A small store and a small diplomatic world to put into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from diplograph import store
from diplograph.store import Store
from diplograph.vocabulary.namespaces import PREFIXES


@dataclass
class World:
    """A world that tests fill with actors and interactions, as the triples step writes them."""

    folder: Path
    trig: list[str] = field(default_factory=list)
    count: int = 0
    opened: list[Store] = field(default_factory=list)

    def actor(self, key: str, name: str, kind: str = "Person", state: str = "") -> None:
        """An actor `dipr:actor/<key>`, who represents the actor `state`."""
        label = f'"{_escaped(name)}"@en'
        self.trig.append(
            f"<{iri('graph/actors')}> {{ <{iri('actor/' + key)}> a dip:{kind}, dip:Actor ; "
            f"skos:prefLabel {label} . }}"
        )
        if state:
            self._in_item(f"<{iri('actor/' + key)}> dip:represents <{iri('actor/' + state)}> .")

    def alias(self, key: str, form: str) -> None:
        """Another form by which documents name an actor."""
        self.trig.append(
            f"<{iri('graph/actors')}> {{ <{iri('actor/' + key)}> "
            f'skos:altLabel "{_escaped(form)}"@en . }}'
        )

    def office(self, key: str, office: str, observed: str) -> None:
        """An office that a person is seen in on a day."""
        self.count += 1
        tenure, post = iri(f"tenure/{self.count}"), iri(f"office/{self.count}")
        self._in_item(
            f"<{tenure}> a dip:Tenure ; dip:holder <{iri('actor/' + key)}> ; "
            f'dip:office <{post}> ; dip:observedOn "{observed}"^^xsd:date . '
            f'<{post}> skos:prefLabel "{_escaped(office)}"@en .'
        )

    def interaction(
        self,
        kind: str,
        *participants: str,
        day: str = "",
        modality: str = "actual",
        place: str = "",
        confidence: str = "0.8",
        sentence: str = "They met.",
        title: str = "A headline",
        document: str = "press/one.txt",
        roles: dict[str, str] | None = None,
        parties: tuple[str, ...] = (),
        same_as: int | None = None,
    ) -> int:
        """One interaction in an item of its own; `same_as` reports an earlier one again."""
        self.count += 1
        number = same_as or self.count
        lines = [f"a dip:{kind}, dip:Interaction", f"dip:modality dipc:{modality}"]
        lines += [f"dip:participant <{iri('actor/' + p)}>" for p in participants]
        lines += [f"dip:{role} <{iri('actor/' + p)}>" for role, p in (roles or {}).items()]
        lines += [f"dip:party <{iri('actor/' + p)}>" for p in parties]
        lines += [f"dip:confidence {confidence}", f"dip:evidence <{iri(f'evidence/{self.count}')}>"]
        if day:
            lines += [f'dip:{p} "{day}"^^xsd:date' for p in ("begin", "earliest", "latest")]
        if place:
            lines.append(f"dip:place <{iri(f'place/{self.count}')}>")
            self._in_item(f'<{iri(f"place/{self.count}")}> skos:prefLabel "{_escaped(place)}"@en .')
        self._in_item(f"<{iri(f'interaction/{number}')}> {' ; '.join(lines)} .")
        self._evidence(sentence, title, document)
        return number

    def _evidence(self, sentence: str, title: str, document: str) -> None:
        item, selector = iri(f"item/{self.count}"), iri(f"selector/{self.count}")
        file = iri(f"document/{self.count}")
        self._in_item(
            f"<{iri(f'evidence/{self.count}')}> oa:hasSource <{item}> ; "
            f"oa:hasSelector <{selector}> . "
            f'<{selector}> oa:start 10 ; oa:end 19 ; oa:exact "{_escaped(sentence)}" . '
            f'<{item}> dip:inDocument <{file}> ; dcterms:title "{_escaped(title)}" . '
            f'<{file}> dcterms:identifier "{_escaped(document)}" .'
        )

    def _in_item(self, triples: str) -> None:
        self.trig.append(f"<{iri(f'item/{self.count}')}> {{ {triples} }}")

    def store(self) -> Store:
        """A new store that holds this world."""
        number = len(self.opened)
        file = self.folder / f"world-{number}.trig"
        prefixes = [f"@prefix {name}: <{namespace}> ." for name, namespace in PREFIXES.items()]
        file.write_text("\n".join([*prefixes, *self.trig]), encoding="utf-8")
        self.opened.append(store.open(self.folder / f"store-{number}", create=True))
        self.opened[-1].load(file)
        return self.opened[-1]


def iri(path: str) -> str:
    """`path` under the namespace of everything minted."""
    return PREFIXES["dipr"] + path


def _escaped(text: str) -> str:
    return "".join(c if c.isalnum() and c.isascii() else f"\\U{ord(c):08X}" for c in text)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """An empty made."""
    made = World(tmp_path / "world")
    made.folder.mkdir()
    yield made
    for opened in made.opened:
        opened.close()


@pytest.fixture
def talks(world: World) -> World:
    """Dahl met Otieno twice and Haddad once; Otieno and Haddad never; Petrov stands apart."""
    for key, name in (("norway", "Norway"), ("kenya", "Kenya"), ("jordan", "Jordan")):
        world.actor(key, name, "State")
    world.actor("dahl", "Ingrid Dahl", state="norway")
    world.actor("otieno", "Amina Otieno", state="kenya")
    world.actor("haddad", "Samir Haddad", state="jordan")
    world.actor("petrov", "Pavel Petrov")
    world.actor("horak", "Jana Horák")
    world.interaction(
        "Meeting", "dahl", "otieno", day="2025-03-14", place="Oslo",
        sentence="Dahl met Otieno in Oslo.", parties=("norway", "kenya"),
    )  # fmt: skip
    world.interaction("TelephoneCall", "dahl", "otieno", day="2025-04-01")
    world.interaction("Visit", "dahl", "haddad", day="2025-05-02", parties=("norway", "jordan"))
    world.interaction("Meeting", "petrov", "horak", day="2025-05-03")
    world.interaction("Meeting", "otieno", "haddad", day="2025-06-01", modality="planned")
    return world


@pytest.fixture
def actor() -> Callable[[str], str]:
    """The IRI of an actor by its key."""
    return lambda key: iri(f"actor/{key}")
