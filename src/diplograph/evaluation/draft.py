"""A first annotation of a document: what the reader finds, for a person to correct."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from diplograph.evaluation.annotation import (
    Annotation,
    Deed,
    Encounter,
    Item,
    Office,
    Person,
    Statement,
    accepted,
)
from diplograph.evaluation.names import fold
from diplograph.identity import Reading
from diplograph.interactions.record import Interaction
from diplograph.vocabulary.authority import entries

_FIRST_WORDS = 6


def draft(readings: Iterable[Reading]) -> Annotation:
    """The annotation that says what the readings of one document's items say.

    The readings hold their items' texts, as `pipeline.trace` gives them; there must be one at
    least.
    """
    drafts = [_Draft(reading) for reading in readings]
    document = drafts[0].reading.source.identifier.rpartition("/")[2]
    return Annotation(
        document,
        tuple(one.item() for one in drafts),
        tuple(_merged(person for one in drafts for person in one.people())),
        tuple(entry for one in drafts for entry in one.encounters()),
        tuple(entry for one in drafts for entry in one.statements()),
        tuple(entry for one in drafts for entry in one.deeds()),
    )


def _merged(people: Iterable[Person]) -> Iterator[Person]:
    """Persons that several items name, each once."""
    by_name: dict[str, list[Person]] = {}
    for person in people:
        by_name.setdefault(fold(person.name), []).append(person)
    for named in by_name.values():
        first = named[0]
        aliases = dict.fromkeys(form for one in named for form in (one.name, *one.aliases))
        offices = dict.fromkeys(office for one in named for office in one.offices)
        yield Person(first.name, tuple(a for a in aliases if a != first.name), tuple(offices))


@dataclass(frozen=True, slots=True)
class _Draft:
    """One item's part of the annotation."""

    reading: Reading

    def item(self) -> Item:
        item = self.reading.item
        words = item.text[item.body - item.start :].split()
        return Item(str(item.number), item.title, item.issued, " ".join(words[:_FIRST_WORDS]))

    def people(self) -> Iterator[Person]:
        """Everybody who holds an office or takes part in something."""
        active = {role.entity for one in self.reading.interactions for role in one.roles}
        active |= {tenure.holder for tenure in self.reading.tenures}
        for entity in self.reading.entities:
            if entity.kind == "Person" and entity.key in active:
                yield Person(entity.name, entity.forms, tuple(self._offices(entity.key)))

    def _offices(self, holder: str) -> Iterator[Office]:
        held = (tenure for tenure in self.reading.tenures if tenure.holder == holder)
        offices = (Office(one.title, self._name(one.of) if one.of else None) for one in held)
        yield from dict.fromkeys(offices)

    def encounters(self) -> Iterator[Encounter]:
        for one in self._kinds(accepted("Encounter")):
            yield Encounter(
                self._id,
                one.kind,
                one.modality,
                self._names(role.entity for role in one.roles),
                self._names(one.parties),
                one.begin,
                one.end,
                self._name(one.place) if one.place else None,
                self._names(one.topics),
                self._names(one.instruments),
                self._words(one),
            )

    def statements(self) -> Iterator[Statement]:
        for one in self._kinds(("Statement",)):
            yield Statement(
                self._id,
                self._names(r.entity for r in one.roles if r.name == "speaker")[0],
                one.speech_act or "state",
                self._names(r.entity for r in one.roles if r.name != "speaker"),
                self._names(one.topics),
                self._words(one)[0],
            )

    def deeds(self) -> Iterator[Deed]:
        for one in self._kinds(accepted("Deed")):
            yield Deed(
                self._id,
                one.kind,
                one.modality,
                self._names(r.entity for r in one.roles if r.name == "agent"),
                self._names(r.entity for r in one.roles if r.name != "agent"),
                one.begin,
                self._names(one.topics),
                self._names(one.instruments),
                self._words(one),
            )

    @property
    def _id(self) -> str:
        return str(self.reading.item.number)

    def _kinds(self, kinds: Sequence[str]) -> Iterator[Interaction]:
        return (one for one in self.reading.interactions if one.kind in kinds)

    def _names(self, keys: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(self._name, keys)))

    def _name(self, key: str) -> str:
        """The item's name for an entity; one it only points to has the authority's."""
        named = next((one.name for one in self.reading.entities if one.key == key), None)
        entry = entries().get(key)
        return named or (entry.name if entry else key.rpartition("/")[2])

    def _words(self, one: Interaction) -> tuple[str, ...]:
        return tuple(self.reading.exact[span] for span in one.evidence)
