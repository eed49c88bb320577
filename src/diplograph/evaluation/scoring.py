"""Precision and recall of a graph, line by line, and what was missed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from diplograph.evaluation import align
from diplograph.evaluation.annotation import Annotation
from diplograph.evaluation.expected import expect
from diplograph.evaluation.names import Actor, same, same_place, shared
from diplograph.evaluation.report import Difference, Report, Tally
from diplograph.evaluation.told import Event, Told

_MOSTLY, _HALF = 0.8, 0.5
_SHOWN = 160  # characters of the words of a difference

Office = tuple[Actor, Actor]
Known = TypeVar("Known", Actor, Office)


def score(
    gold: Iterable[Annotation], texts: Mapping[str, str], found: Mapping[str, Told]
) -> Report:
    """How what was `found` agrees with the annotations; both maps have documents' names as keys.

    A document of which nothing was found counts as one that says nothing.
    """
    reports = [
        compare(one.document, text, expect(one, text), found.get(one.document, Told()))
        for one in gold
        for text in (texts[one.document],)
    ]
    return sum(reports, Report())


def compare(document: str, text: str, expected: Told, found: Told) -> Report:
    """The report on one document with this text."""
    comparison = _Comparison(document, text)
    comparison.known("people", expected.people, found.people, same, _name)
    comparison.known("offices", expected.offices, found.offices, _same_office, _office)
    comparison.events("encounters", expected.encounters, found.encounters, align.encounters)
    comparison.events("statements", expected.statements, found.statements, align.statements)
    comparison.events("deeds", expected.deeds, found.deeds, align.deeds)
    comparison.evidence(found)
    return Report({document: comparison.tallies}, tuple(comparison.differences))


@dataclass(slots=True)
class _Comparison:
    """The tallies and differences of one document, as they are collected."""

    document: str
    text: str
    tallies: dict[str, Tally] = field(default_factory=dict)
    differences: list[Difference] = field(default_factory=list)

    def known(
        self,
        line: str,
        expected: Sequence[Known],
        found: Sequence[Known],
        alike: Callable[[Known, Known], bool],
        shown: Callable[[Known], str],
    ) -> None:
        """People and offices: each counts that has its like on the other side."""
        missed = [one for one in expected if not any(alike(one, other) for other in found)]
        spurious = [one for one in found if not any(alike(other, one) for other in expected)]
        hit = min(len(expected) - len(missed), len(found) - len(spurious))
        self._count(line, Tally(hit, len(expected), len(found)))
        self._note(line, "missed", map(shown, missed))
        self._note(line, "spurious", map(shown, spurious))

    def events(
        self,
        line: str,
        expected: Sequence[Event],
        found: Sequence[Event],
        likeness: align.Likeness,
    ) -> None:
        """Encounters, statements and deeds: each counts that has a partner of its own."""
        pairs = align.align(expected, found, likeness)
        self._count(line, Tally(len(pairs), len(expected), len(found)))
        matched, partners = {row for row, _ in pairs}, {column for _, column in pairs}
        self._tell(line, "missed", (e for n, e in enumerate(expected) if n not in matched))
        self._tell(line, "spurious", (e for n, e in enumerate(found) if n not in partners))
        if attributes := _ATTRIBUTES.get(line):
            right = [
                self._pair(line, expected[row], found[column], attributes) for row, column in pairs
            ]
            self._count(f"{line} strict", Tally(sum(right), len(expected), len(found)))

    def _pair(self, line: str, expected: Event, found: Event, attributes: Attributes) -> bool:
        """Count each attribute of two events that are one; whether it is right in all of them."""
        for name, agree in attributes.items():
            self._count(f"{line}: {name}", Tally(int(agree(expected, found)), 1, 1))
        wrong = [name for name, agree in attributes.items() if not agree(expected, found)]
        if wrong:
            fact = f"{', '.join(wrong)}: {found}, not {expected}"
            self._note(line, "wrong", [fact], self._words(found))
        return _STRICT[line](expected, found)

    def evidence(self, found: Told) -> None:
        """Evidence is grounded where its words stand at its place."""
        grounded = sum(self.text[one.start : one.end] == one.exact for one in found.evidence)
        self._count("evidence", Tally(grounded, len(found.evidence), len(found.evidence)))

    def _count(self, line: str, tally: Tally) -> None:
        self.tallies[line] = self.tallies.get(line, Tally()) + tally

    def _tell(self, line: str, what: str, events: Iterable[Event]) -> None:
        for event in events:
            self._note(line, what, [str(event)], self._words(event))

    def _note(self, line: str, what: str, facts: Iterable[str], words: str = "") -> None:
        self.differences += (Difference(self.document, line, what, fact, words) for fact in facts)

    def _words(self, event: Event) -> str:
        start, end = event.spans[0] if event.spans else (0, 0)
        return " ".join(self.text[start:end].split())[:_SHOWN]


def _name(person: Actor) -> str:
    return person.name


def _office(office: Office) -> str:
    holder, side = office
    return f"{holder.name} of {side.name}"


def _same_office(one: Office, other: Office) -> bool:
    return same(one[0], other[0]) and same(one[1], other[1])


Attributes = dict[str, Callable[[Event, Event], bool]]


def _kind(expected: Event, found: Event) -> bool:
    return expected.kind == found.kind


def _date(expected: Event, found: Event) -> bool:
    return expected.dates == found.dates


def _place(expected: Event, found: Event) -> bool:
    return same_place(found.place, expected.place)


def _modality(expected: Event, found: Event) -> bool:
    return expected.modality == found.modality


def _participants(expected: Event, found: Event) -> bool:
    return shared(found.actors, expected.actors) == 1


def _act(expected: Event, found: Event) -> bool:
    return expected.act == found.act


def _target(expected: Event, found: Event) -> bool:
    if not expected.targets or not found.targets:
        return not expected.targets and not found.targets
    return shared(found.targets, expected.targets) >= _HALF


_ATTRIBUTES: dict[str, Attributes] = {
    "encounters": {
        "kind": _kind,
        "date": _date,
        "place": _place,
        "modality": _modality,
        "participants": _participants,
    },
    "statements": {"act": _act, "target": _target},
}


def _strict_encounter(expected: Event, found: Event) -> bool:
    """Right in everything, and in nearly everyone."""
    right = (_kind, _date, _place, _modality)
    mostly = shared(found.actors, expected.actors) >= _MOSTLY
    return mostly and all(agree(expected, found) for agree in right)


def _strict_statement(expected: Event, found: Event) -> bool:
    return _act(expected, found) and _target(expected, found)


_STRICT = {"encounters": _strict_encounter, "statements": _strict_statement}
