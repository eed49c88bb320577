"""What counts as found, and what as right."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from diplograph.evaluation import LINES, Report, Told, score
from diplograph.evaluation.annotation import Annotation
from diplograph.evaluation.expected import expect
from diplograph.evaluation.files import parse
from diplograph.evaluation.names import actor
from diplograph.evaluation.scoring import compare
from diplograph.evaluation.told import Event, Quote

DAHL, OTIENO, KHALIL = actor("Ingrid Dahl"), actor("Amina Otieno"), actor("Omar Khalil")
NORWAY, KENYA = actor("Norway"), actor("Kenya")
MEETING = Event("Meeting", "actual", (DAHL, OTIENO, NORWAY, KENYA), ((0, 50),), "2025-03-14")
SAID = Event("Statement", "actual", (DAHL,), ((0, 50),), act="request", speaker=DAHL)
AID = Event("Assistance", "planned", (NORWAY, KENYA), ((0, 50),))


@pytest.fixture
def annotation(content: dict[str, Any]) -> Annotation:
    """The annotation of two encounters."""
    return parse(content, "calls.json")


def compared(expected: Told, found: Told, text: str = "") -> Report:
    """The report on a document of which this is annotated and that is found."""
    return compare("calls.txt", text, expected, found)


def test_what_is_found_in_full_scores_one(annotation: Annotation, text: str) -> None:
    """An annotation agrees with itself on every line that it has something on."""
    found = expect(annotation, text)
    report = score([annotation], {"calls.txt": text}, {"calls.txt": found})
    assert {name: report.lines[name].f1 for name in LINES if report.lines[name].gold} == {
        "people": 1,
        "offices": 1,
        "encounters": 1,
        "encounters strict": 1,
    }
    assert not report.differences


def test_a_document_of_which_nothing_was_found_counts_as_missed(
    annotation: Annotation, text: str
) -> None:
    """Its entries are all missed, each is listed with its sentence."""
    report = score([annotation], {"calls.txt": text}, {})
    assert report.lines["encounters"].recall == 0
    missed = [(one.line, one.fact) for one in report.differences if one.what == "missed"]
    assert missed == [
        ("people", "Ingrid Dahl"),
        ("people", "Amina Otieno"),
        ("offices", "Amina Otieno of Republic of Kenya"),
        ("encounters", "TelephoneCall, 2025-03-14: Ingrid Dahl, Amina Otieno, Norway, Kenya"),
        ("encounters", "Meeting, 2025-04: Amina Otieno, Egypt, Kenya"),
    ]


@pytest.mark.parametrize(
    ("change", "counts"),
    [
        ({"kind": "Conference"}, True),
        ({"kind": "TelephoneCall"}, False),
        ({"modality": "planned", "begin": "", "place": frozenset({"oslo"})}, True),
        ({"spans": ((40, 90),)}, True),
        ({"spans": ((50, 90),)}, False),
        ({"actors": (DAHL, OTIENO)}, True),
        ({"actors": (DAHL, KHALIL)}, False),
    ],
)
def test_an_encounter_counts_by_family_evidence_and_actors(
    change: dict[str, Any], counts: bool
) -> None:
    """The same family of kinds, shared words, and half of all who take part."""
    report = compared(Told(encounters=(MEETING,)), Told(encounters=(replace(MEETING, **change),)))
    assert report.lines["encounters"].hit == counts


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"kind": "Conference"}, "kind"),
        ({"begin": "2025-03"}, "date"),
        ({"end": "2025-03-15"}, "date"),
        ({"place": frozenset({"oslo"})}, "place"),
        ({"modality": "planned"}, "modality"),
        ({"actors": (DAHL, OTIENO, NORWAY)}, "participants"),
    ],
)
def test_a_strict_encounter_is_right_in_everything(change: dict[str, Any], wrong: str) -> None:
    """Each attribute is counted by itself, and what is wrong is listed."""
    report = compared(Told(encounters=(MEETING,)), Told(encounters=(replace(MEETING, **change),)))
    assert report.lines[f"encounters: {wrong}"].hit == 0
    assert report.lines["encounters strict"].hit == 0
    (difference,) = report.differences
    assert difference.what == "wrong"
    assert difference.fact.startswith(f"{wrong}: ")


def test_the_last_day_may_be_left_out() -> None:
    """An event with a first day only lasts that day."""
    found = replace(MEETING, end=MEETING.begin)
    report = compared(Told(encounters=(MEETING,)), Told(encounters=(found,)))
    assert report.lines["encounters strict"].hit == 1


def test_of_two_alike_each_gets_its_own_partner() -> None:
    """The assignment is the best for all together; the date tells which is which."""
    later = replace(MEETING, begin="2025-05-02")
    report = compared(Told(encounters=(MEETING, later)), Told(encounters=(later, MEETING)))
    assert report.lines["encounters strict"].hit == 2
    report = compared(Told(encounters=(MEETING,)), Told(encounters=(later, MEETING)))
    assert report.lines["encounters strict"].hit == 1
    (difference,) = report.differences
    assert difference.fact.startswith("Meeting, 2025-05-02")


@pytest.mark.parametrize(
    ("change", "hits"),
    [
        ({}, (1, 1, 1, 1)),
        ({"speaker": KHALIL}, (0, 0, 0, 0)),
        ({"act": "concern"}, (1, 0, 1, 0)),
        ({"targets": (KENYA,)}, (1, 1, 0, 0)),
    ],
)
def test_a_statement_counts_by_speaker_and_evidence(
    change: dict[str, Any], hits: tuple[int, ...]
) -> None:
    """Strictly, by act and targets, too."""
    report = compared(Told(statements=(SAID,)), Told(statements=(replace(SAID, **change),)))
    lines = ("statements", "statements: act", "statements: target", "statements strict")
    assert tuple(report.lines[line].hit for line in lines) == hits


@pytest.mark.parametrize(
    ("change", "counts"),
    [
        ({"modality": "actual"}, True),
        ({"actors": (NORWAY,)}, True),
        ({"actors": (KHALIL,)}, False),
        ({"kind": "Sanction"}, False),
    ],
)
def test_a_deed_counts_by_kind_evidence_and_some_actors(
    change: dict[str, Any], counts: bool
) -> None:
    """A quarter of all whom it concerns is enough."""
    report = compared(Told(deeds=(AID,)), Told(deeds=(replace(AID, **change),)))
    assert report.lines["deeds"].hit == counts


def test_people_and_offices_count_once() -> None:
    """Two names for one annotated person are one hit, and no gain in precision."""
    expected = Told(people=(DAHL, OTIENO), offices=((DAHL, NORWAY),))
    found = Told(people=(actor("Dahl"), DAHL, KHALIL), offices=((DAHL, KENYA),))
    report = compared(expected, found)
    people, offices = report.lines["people"], report.lines["offices"]
    assert (people.hit, people.gold, people.found) == (1, 2, 3)
    assert (offices.hit, offices.gold, offices.found) == (0, 1, 1)


def test_evidence_is_grounded_where_its_words_stand() -> None:
    """One of two quotes is not at its place."""
    quotes = (Quote(0, 4, "They"), Quote(5, 8, "saw"))
    report = compared(Told(), Told(evidence=quotes), "They met.")
    assert report.lines["evidence"].precision == 0.5


def test_precision_recall_and_their_mean() -> None:
    """One right of two found, of three annotated."""
    others = [replace(AID, spans=((n, n + 9),)) for n in (100, 200, 300)]
    expected = Told(deeds=(AID, *others[:2]))
    tally = compared(expected, Told(deeds=(AID, others[2]))).lines["deeds"]
    assert (tally.precision, tally.recall) == (pytest.approx(1 / 2), pytest.approx(1 / 3))
    assert tally.f1 == pytest.approx(0.4)
