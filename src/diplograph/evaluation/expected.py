"""What an annotator says a document tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from diplograph.errors import UsageProblem
from diplograph.evaluation.annotation import Annotation, Deed, Encounter, Person, Statement
from diplograph.evaluation.names import Actor, actor, fold
from diplograph.evaluation.told import Event, Span, Told

_SHOWN = 80  # characters of a quotation in a message


def expect(annotation: Annotation, text: str) -> Told:
    """What `annotation` says of the document with this text.

    Raises `UsageProblem` for evidence that does not stand in the text word for word.
    """
    _check_evidence(annotation, text)
    reader = _Reader(text, {fold(p.name): _known(p) for p in annotation.people})
    return Told(
        people=tuple(map(_known, annotation.people)),
        offices=tuple(_offices(annotation.people)),
        encounters=tuple(map(reader.encounter, annotation.encounters)),
        statements=tuple(map(reader.statement, annotation.statements)),
        deeds=tuple(map(reader.deed, annotation.deeds)),
    )


def _check_evidence(annotation: Annotation, text: str) -> None:
    groups: dict[str, Iterable[tuple[str, ...]]] = {
        "encounters": (one.evidence for one in annotation.encounters),
        "statements": ((one.evidence,) for one in annotation.statements),
        "deeds": (one.evidence for one in annotation.deeds),
    }
    for group, entries in groups.items():
        for number, quotes in enumerate(entries, start=1):
            for quote in quotes:
                if quote not in text:
                    raise UsageProblem(
                        f"The annotation of {annotation.document}, {group}, entry {number}, "
                        f"evidence: '{_shortened(quote)}' does not stand in the document's text "
                        "word for word. Copy it from there, line breaks and quotes included."
                    )


def _shortened(quote: str) -> str:
    return quote if len(quote) <= _SHOWN else quote[:_SHOWN] + "…"


def _known(person: Person) -> Actor:
    return actor(person.name, person.aliases)


def _offices(people: Iterable[Person]) -> Iterator[tuple[Actor, Actor]]:
    """Everyone with each side served, however many offices of it."""
    pairs = {
        (known.forms, side.forms): (known, side)
        for person in people
        for known in (_known(person),)
        for side in (actor(office.of) for office in person.offices if office.of)
    }
    yield from pairs.values()


@dataclass(frozen=True, slots=True)
class _Reader:
    """The entries of one annotation; `people` are known by all their forms."""

    text: str
    people: dict[str, Actor]

    def encounter(self, entry: Encounter) -> Event:
        return Event(
            entry.kind,
            entry.modality,
            self._actors(*entry.participants, *entry.parties),
            self._spans(*entry.evidence),
            entry.begin or "",
            entry.end or "",
            frozenset({fold(entry.place)}) if entry.place else frozenset(),
        )

    def statement(self, entry: Statement) -> Event:
        return Event(
            "Statement",
            "actual",
            self._actors(entry.speaker),
            self._spans(entry.evidence),
            act=entry.act,
            speaker=self._actor(entry.speaker),
            targets=tuple(map(self._actor, entry.target)),
        )

    def deed(self, entry: Deed) -> Event:
        return Event(
            entry.kind,
            entry.modality,
            self._actors(*entry.agents, *entry.recipients),
            self._spans(*entry.evidence),
            entry.begin or "",
        )

    def _actors(self, *names: str) -> tuple[Actor, ...]:
        return tuple(map(self._actor, dict.fromkeys(names)))

    def _actor(self, name: str) -> Actor:
        return self.people.get(fold(name)) or actor(name)

    def _spans(self, *quotes: str) -> tuple[Span, ...]:
        return tuple(span for quote in quotes for span in self._places(quote))

    def _places(self, quote: str) -> Iterator[Span]:
        """Everywhere a quote stands: which of two places is meant, an annotation does not say."""
        at = self.text.find(quote)
        while at >= 0:
            yield at, at + len(quote)
            at = self.text.find(quote, at + len(quote))
