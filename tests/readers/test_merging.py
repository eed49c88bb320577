"""What two readers find in one item becomes one, and each fact says who found it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from diplograph.interactions import Interaction, Role
from diplograph.items import Item
from diplograph.mentions import Entity, Tenure
from diplograph.readers import Parts
from diplograph.readers.merging import merged

PEOPLE = {"dahl": "norway", "vik": "norway", "otieno": "kenya", "juma": "kenya", "wang": "china"}
STATES = ("norway", "kenya", "china")
ENTITIES = (
    *(Entity(f"person/{name}", "Person", name, (), f"state/{of}") for name, of in PEOPLE.items()),
    *(Entity(f"state/{name}", "State", name) for name in STATES),
    *(Entity(f"place/{name}", "Place", name) for name in ("oslo", "bergen")),
)
HERE, THERE = (0, 40), (100, 140)
ITEM = Item("press/a.txt", 1, 0, 200, 0, "x" * 200)
BY = ("diplograph 0.1.0", "some-model")


def fact(
    kind: str = "Meeting", *roles: str, at: tuple[int, int] = HERE, **more: Any
) -> Interaction:
    """`fact("Meeting", "dahl", "kenya")`, `fact("Statement", "speaker dahl", "target china")`."""
    pairs = [("participant " + one).split()[-2:] for one in roles or ("dahl", "otieno")]
    told = tuple(Role(role, key(name)) for role, name in pairs)
    sides = {f"state/{PEOPLE.get(name, name)}" for _, name in pairs}
    made = Interaction(kind, "actual", told, tuple(sorted(sides)), (at,), confidence=0.7)
    return replace(made, **more)


def key(name: str) -> str:
    """The key of "dahl" or "norway"."""
    return f"person/{name}" if name in PEOPLE else f"state/{name}"


def merge(first: list[Interaction], second: list[Interaction]) -> tuple[Interaction, ...]:
    """The interactions of both readers."""
    return merged(
        Parts(ENTITIES, (), (), tuple(first)), Parts(ENTITIES, (), (), tuple(second)), BY, ITEM
    ).interactions


SAYS = ("speaker dahl", "target china")

ONE = [
    (fact(), fact()),
    (fact(), fact(at=(30, 60))),
    (fact("Visit"), fact("Meeting")),
    (fact("Conference"), fact("WorkingMeal")),
    (fact(), fact("Meeting", "dahl", "kenya")),
    (fact("Meeting", "norway", "kenya"), fact()),
    (fact("Meeting", "dahl", "otieno", "juma"), fact()),
    (fact("Statement", *SAYS, speech_act="condemn"), fact("Statement", *SAYS, speech_act="state")),
    (fact("Statement", "speaker dahl"), fact("Statement", *SAYS)),
    (fact("Sanction", "agent norway", "recipient china"), fact("Sanction", "agent norway")),
    (fact(), fact(modality="planned")),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_two_accounts_of_one_fact_are_one(one: Interaction, other: Interaction) -> None:
    """Of one family, on overlapping words, mostly of the same actors."""
    (only,) = merge([one], [other])
    assert (only.kind, only.modality, only.speech_act) == (one.kind, one.modality, one.speech_act)
    assert only.evidence == tuple(sorted({*one.evidence, *other.evidence}))
    assert (only.readers, only.confidence) == (BY, 0.91)


TWO = [
    (fact(), fact(at=THERE)),
    (fact(), fact("TelephoneCall")),
    (fact(), fact("Meeting", "dahl", "wang")),
    (fact(), fact("Meeting", "vik", "juma")),
    (fact("Sanction", "agent norway"), fact("Assistance", "agent norway")),
    (fact("Statement", "speaker dahl"), fact("Statement", "speaker otieno")),
    (fact("Statement", *SAYS), fact("Statement", "speaker otieno", "target china")),
]


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_facts_stay_two_and_say_who_found_them(one: Interaction, other: Interaction) -> None:
    """Other words, another family, other actors: nothing is lost and nothing is more certain."""
    both = merge([one], [other])
    assert sorted(found.readers for found in both) == [(BY[0],), (BY[1],)]
    assert {found.confidence for found in both} == {0.7}


def test_the_most_alike_find_each_other() -> None:
    """Of two meetings in one sentence each is told by both readers, in whatever order."""
    first = [fact("Meeting", "dahl", "otieno"), fact("Meeting", "dahl", "wang")]
    second = [fact("Meeting", "dahl", "wang"), fact("Meeting", "dahl", "otieno")]
    assert [one.readers for one in merge(first, second)] == [BY, BY]
    acts = [fact("Statement", *SAYS, speech_act=act) for act in ("condemn", "request")]
    assert [one.speech_act for one in merge(acts, acts[::-1])] == ["condemn", "request"]


def test_one_account_is_the_partner_of_one() -> None:
    """A second account of the same fact by the same reader stays by itself."""
    assert [one.readers for one in merge([fact()], [fact(), fact("Visit")])] == [BY, (BY[1],)]


def test_what_the_first_leaves_open_comes_from_the_second() -> None:
    """Its own place stays; a date, a medium and further actors are added."""
    day = {"begin": "2024-05-03", "end": "2024-05-03"}
    bounds = {"earliest": "2024-05-03", "latest": "2024-05-03"}
    told = fact(
        "Meeting", "dahl", "otieno", "juma", place="place/bergen", medium="video", **day, **bounds
    )
    (only,) = merge([fact("Meeting", "dahl", "kenya", "otieno", place="place/oslo")], [told])
    assert (only.place, only.medium, only.begin) == ("place/oslo", "video", "2024-05-03")
    assert [role.entity for role in only.roles] == ["person/dahl", "person/otieno", "person/juma"]


def test_roles_of_a_statement_and_a_deed_are_not_mixed() -> None:
    """Who speaks and who acts is what the first reader says; a missing target is taken over."""
    (said,) = merge(
        [fact("Statement", "speaker dahl", "addressee kenya")],
        [fact("Statement", "speaker dahl", "addressee wang", "target china")],
    )
    assert [role.name for role in said.roles] == ["speaker", "addressee", "target"]
    (done,) = merge(
        [fact("Sanction", "agent norway", "recipient china")],
        [fact("Sanction", "agent norway", "agent kenya", "recipient china")],
    )
    assert [role.entity for role in done.roles] == ["state/norway", "state/china"]


def test_talks_that_one_reader_finds_are_part_of_the_visit_that_the_other_does() -> None:
    """What is part of what is said once all is known."""
    day = dict.fromkeys(("begin", "end", "earliest", "latest"), "2024-05-03")
    visit, talks = fact("Visit", at=(50, 90), **day), fact("Meeting", at=THERE, **day)
    order = merge([talks], [fact("TelephoneCall", part_of=None), visit])
    assert [one.kind for one in order] == ["TelephoneCall", "Visit", "Meeting"]
    assert [one.part_of for one in order] == [None, None, 1]


def test_offices_are_told_once() -> None:
    """The first reader's words stand; an office that only the second sees is added."""
    minister = Tenure("person/dahl", "Foreign Minister", "state/norway", 0, 20)
    again = replace(minister, title="foreign minister", start=3)
    envoy = Tenure("person/vik", "Envoy", "state/norway", 30, 40)
    both = merged(
        Parts(ENTITIES, (), (minister,), ()), Parts(ENTITIES, (), (again, envoy), ()), BY, ITEM
    )
    assert both.tenures == (minister, envoy)
