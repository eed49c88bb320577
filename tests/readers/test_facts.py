"""Of what a language model claims, what the item bears out is kept; the rest is counted."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diplograph.interactions import Interaction
from diplograph.items import Item
from diplograph.mentions import Entity, Found, Mention
from diplograph.readers import Parts
from diplograph.readers.llm.answer import Deed, Encounter, Office, Person, Statement, parse
from diplograph.readers.llm.facts import ACTOR, DATE, KIND, NAME, QUOTE, RECORD, WITHOUT, facts
from diplograph.readers.llm.names import Names
from diplograph.readers.llm.passages import passages
from diplograph.vocabulary import ontology

TEXT = (
    "Foreign Minister Ingrid Dahl of Norway met Amina Otieno in Oslo on 3 May 2024. "
    "The sides signed the Oslo Fisheries Protocol. "
    "“We thank Kenya,” Dahl said. Norway will give Kenya ten million dollars for schools. "
    "The former ambassador, Jens Vik, attended. Dahl met Otieno again."
)
MET = TEXT[: TEXT.index(" The sides")]
THANKED = "“We thank Kenya,” Dahl said."
GAVE = "Norway will give Kenya ten million dollars for schools."

FIELDS = sorted(
    {f.name for kind in (Person, Office, Encounter, Statement, Deed) for f in fields(kind)}
)

Read = Callable[..., Parts]


@pytest.fixture
def read(told: Callable[..., Item], found: Found) -> Read:
    """What an answer about the item amounts to: `read(encounters=[MEETING])`."""

    def make(text: str = TEXT, item: dict[str, Any] | None = None, **answer: Any) -> Parts:
        one = told(text, start=500, **(item or {}))
        return facts(one, found, [(part, parse(json.dumps(answer))) for part in passages(one)])

    return make


def meeting(**change: Any) -> dict[str, Any]:
    """The meeting of the item, as an answer tells of it."""
    told = {
        "kind": "Meeting",
        "modality": "actual",
        "participants": ["Ingrid Dahl", "Amina Otieno"],
        "begin": "2024-05-03",
        "place": "Oslo",
        "medium": "inPerson",
        "evidence": [MET],
    }
    return told | change


def statement(**change: Any) -> dict[str, Any]:
    """The statement of the item."""
    told = {"speaker": "Dahl", "act": "courtesy", "targets": ["Kenya"], "evidence": THANKED}
    return told | change


def deed(**change: Any) -> dict[str, Any]:
    """The aid of the item."""
    told = {
        "kind": "Assistance",
        "modality": "planned",
        "agents": ["Norway"],
        "recipients": ["Kenya"],
        "amount": "ten million dollars",
        "evidence": [GAVE],
    }
    return told | change


def who(one: Interaction) -> list[str]:
    """Roles and actors in one line each."""
    return [f"{role.name} {role.entity.partition('/')[2]}" for role in one.roles]


def words(one: Interaction) -> list[str]:
    """The words of the evidence."""
    return [TEXT[start - 500 : end - 500] for start, end in one.evidence]


def test_a_meeting_is_kept_with_all_that_the_text_bears_out(read: Read) -> None:
    """Actors, parties, date with its bounds, place, PLOVER type and the words."""
    (met,) = read(encounters=[meeting()]).interactions
    assert who(met) == ["participant amina-otieno", "participant ingrid-dahl"]
    assert met.parties == ("state/kenya", "state/norway")
    assert (met.begin, met.end, met.latest) == ("2024-05-03", "2024-05-03", "2024-05-03")
    assert (met.place, met.medium, met.plover) == ("place/oslo", "inPerson", "CONSULT")
    assert words(met) == [MET]


def test_a_statement_is_kept_with_its_act_and_quotation(read: Read) -> None:
    """A surname means the one person it can mean; the quotation is the text's."""
    (said,) = read(statements=[statement(quotation="We thank Kenya")]).interactions
    assert who(said) == ["speaker ingrid-dahl", "target kenya"]
    assert (said.speech_act, said.quotation, said.plover) == (
        "courtesy",
        "We thank Kenya",
        "SUPPORT",
    )


def test_a_deed_is_kept_with_its_amount(read: Read) -> None:
    """Who gives what to whom."""
    (gave,) = read(deeds=[deed()]).interactions
    assert who(gave) == ["agent norway", "recipient kenya"]
    assert (gave.modality, gave.amount, gave.plover) == ("planned", "ten million dollars", "AGREE")


@pytest.mark.parametrize(
    ("claim", "reasons"),
    [
        ({"encounters": [meeting(evidence=["Dahl met Otieno in Paris."])]}, {QUOTE: 1, WITHOUT: 1}),
        ({"encounters": [meeting(evidence=[])]}, {WITHOUT: 1}),
        ({"encounters": [meeting(kind="Summit")]}, {KIND: 1}),
        ({"encounters": [meeting(kind="Sanction")]}, {KIND: 1}),
        ({"encounters": [meeting(modality="perhaps")]}, {KIND: 1}),
        ({"encounters": [meeting(participants=["Dahl", "Wang Wei"])]}, {ACTOR: 1, WITHOUT: 1}),
        ({"encounters": [meeting(participants=["Dahl", "China"])]}, {ACTOR: 1, WITHOUT: 1}),
        ({"encounters": [meeting(participants=["Ingrid Dahl"])]}, {WITHOUT: 1}),
        ({"encounters": ["a meeting"]}, {RECORD: 1}),
        ({"statements": [statement(act="shout")]}, {KIND: 1}),
        ({"statements": [statement(speaker="the angry crowd")]}, {ACTOR: 1, WITHOUT: 1}),
        ({"statements": [statement(evidence="“We thank Kenya!” Dahl said.")]},
         {QUOTE: 1, WITHOUT: 1}),
        ({"deeds": [deed(kind="Gift")]}, {KIND: 1}),
        ({"deeds": [deed(agents=[])]}, {WITHOUT: 1}),
        ({"people": [{"name": "Wang Wei"}]}, {NAME: 1}),
    ],
)  # fmt: skip
def test_what_the_text_does_not_bear_out_is_thrown_away_and_counted(
    read: Read, claim: dict[str, Any], reasons: dict[str, int]
) -> None:
    """Invented words, unknown kinds, actors of whom nobody reads."""
    parts = read(**claim)
    assert (parts.interactions, parts.dropped) == ((), reasons)


def test_sanctions_that_are_lifted_are_no_sanctions(read: Read) -> None:
    """The comment says which way it went; one that nobody knows says nothing."""
    lifting = deed(kind="Sanction", modality="actual", amount=None)
    parts = [read(deeds=[lifting | {"comment": told}]) for told in ("lifted", "tickled")]
    (lifted,), (other,) = (one.interactions for one in parts)
    assert (lifted.comment, other.comment) == ("lifted", None)
    assert lifted.plover != other.plover == "SANCTION"


def test_talks_during_a_visit_are_part_of_it(read: Read) -> None:
    """Within its days, with nobody else."""
    visit = meeting(kind="Visit", end="2024-05-04")
    visit, talks = read(encounters=[visit, meeting()]).interactions[::-1]
    assert (visit.kind, talks.part_of) == ("Visit", 1)


def test_one_good_quote_is_enough(read: Read) -> None:
    """What is invented beside it is counted, and the fact stands on the rest."""
    parts = read(encounters=[meeting(evidence=["They embraced warmly.", MET])])
    assert words(parts.interactions[0]) == [MET]
    assert parts.dropped == {QUOTE: 1}


def test_a_name_that_nobody_knows_does_not_take_the_others_along(read: Read) -> None:
    """Those who can be told did meet."""
    parts = read(encounters=[meeting(participants=["Dahl", "Otieno", "a tall stranger"])])
    assert who(parts.interactions[0]) == ["participant amina-otieno", "participant ingrid-dahl"]
    assert parts.dropped == {ACTOR: 1}


@pytest.mark.parametrize(
    ("begin", "end", "expected"),
    [
        ("2024-05-03", None, "2024-05-03"),
        ("2024-05", None, "2024-05"),
        ("2024", "2024", "2024"),
        ("2024-05-03", "2024-05-01", None),
        ("2024-02-30", None, None),
        ("in May", None, None),
        ("1998-05-03", None, None),
        ("2025-01-10", None, "2025-01-10"),
    ],
)
def test_a_date_must_be_one_that_the_text_can_give(
    read: Read, begin: str, end: str | None, expected: str | None
) -> None:
    """Its year is written there, or near the year in which the item was published."""
    parts = read(encounters=[meeting(begin=begin, end=end)], item={"issued": "2024-12-30"})
    assert parts.interactions[0].begin == expected
    assert parts.dropped == ({} if expected else {DATE: 1})


def test_an_amount_and_a_quotation_must_be_words_of_the_text(read: Read) -> None:
    """What the text does not say is left out of the fact."""
    parts = read(deeds=[deed(amount="ten billion")], statements=[statement(quotation="Thanks!")])
    assert [(one.amount, one.quotation) for one in parts.interactions] == [(None, None)] * 2


def test_persons_and_offices_are_kept_where_the_text_names_them(read: Read) -> None:
    """A person whom the rules missed is found; the office stands on its words."""
    vik = {
        "name": "Jens Vik",
        "offices": [
            {"title": "ambassador", "former": True, "evidence": "The former ambassador, Jens Vik"}
        ],
    }
    dahl = {
        "name": "Ingrid Dahl",
        "aliases": ["Dahl", "Lady Dahl"],
        "offices": [
            {
                "title": "Foreign Minister",
                "of": "Norway",
                "evidence": "Foreign Minister Ingrid Dahl of Norway",
            },
            {"title": "Queen", "of": "Norway", "evidence": "Queen Ingrid Dahl"},
        ],
    }
    parts = read(people=[vik, dahl], item={"issued": "2024-05-04"})
    held = [(t.holder, t.title, t.of, t.former, t.observed) for t in parts.tenures]
    assert held == [
        ("person/ingrid-dahl", "Foreign Minister", "state/norway", False, "2024-05-04"),
        ("person/jens-vik", "ambassador", None, True, None),
    ]
    assert {e.key for e in parts.entities if e.kind == "Person"} == {
        t.holder for t in parts.tenures
    }
    assert parts.dropped == {QUOTE: 1}


def test_persons_of_whom_the_answer_does_not_tell_are_left_out(read: Read) -> None:
    """The language model reads alone: what the rules took for a person is not asked."""
    parts = read(statements=[statement()])
    assert [e.key for e in parts.entities if e.kind == "Person"] == ["person/ingrid-dahl"]


def test_a_state_whose_minister_is_named_does_not_take_part_beside_her(read: Read) -> None:
    """Norway is there through its minister: a party, not a participant."""
    (met,) = read(encounters=[meeting(participants=["Norway", "Dahl", "Kenya"])]).interactions
    assert who(met) == ["participant ingrid-dahl", "participant kenya"]
    assert met.parties == ("state/kenya", "state/norway")


def test_an_instrument_may_have_a_name_of_its_own(read: Read) -> None:
    """A treaty that no list knows is one where the text has its name."""
    named = deed(kind="AgreementAct", instruments=["the Oslo Fisheries Protocol", "Bergen Treaty"])
    parts = read(deeds=[named])
    assert parts.interactions[0].instruments == ("instrument/oslo-fisheries-protocol",)
    assert "instrument/oslo-fisheries-protocol" in {e.key for e in parts.entities}


AGAIN = "Dahl met Otieno again."


def test_what_one_answer_tells_as_two_is_two(read: Read) -> None:
    """Two meetings of the same persons on one day."""
    parts = read(encounters=[meeting(), meeting(evidence=[AGAIN])])
    assert [words(one) for one in parts.interactions] == [[MET], [AGAIN]]


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        ({"encounters": [meeting()]}, {"encounters": [meeting(evidence=[AGAIN])]}, [[MET, AGAIN]]),
        ({"deeds": [deed()]}, {"deeds": [deed()]}, [[GAVE]]),
        ({"deeds": [deed()]}, {"deeds": [deed(evidence=[AGAIN])]}, [[GAVE], [AGAIN]]),
        ({"statements": [statement()]}, {"statements": [statement()]}, [[THANKED]]),
    ],
)
def test_what_two_passages_tell_alike_is_told_once(
    told: Callable[..., Item],
    found: Found,
    first: dict[str, Any],
    second: dict[str, Any],
    together: list[list[str]],
) -> None:
    """An encounter with the evidence of both; statements and deeds only by the same sentence."""
    item = told(TEXT, start=500)
    (whole,) = passages(item)
    answers = [(whole, parse(json.dumps(answer))) for answer in (first, second)]
    assert [words(one) for one in facts(item, found, answers).interactions] == together


PIECES = st.sampled_from(
    [*TEXT.split(". "), *TEXT.split(), "Kenya", "2024-05-03", "Meeting", "actual"]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | PIECES,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=6)
    ),
    max_leaves=12,
)
ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "people": VALUES,
        "encounters": st.lists(
            st.builds(
                lambda more: {**meeting(), **more}, st.dictionaries(st.sampled_from(FIELDS), VALUES)
            )
        ),
        "statements": VALUES,
        "deeds": st.lists(
            st.builds(
                lambda more: {**deed(), **more}, st.dictionaries(st.sampled_from(FIELDS), VALUES)
            )
        ),
    },
)


@given(ANSWERS)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_is_answered_only_sound_records_come_of_it(
    read: Read, answer: dict[str, Any]
) -> None:
    """Every span lies in the text, every actor is an entity, every kind is in the ontology."""
    if not answer:
        return
    parts = read(**answer)
    keys = {one.key for one in parts.entities}
    for one in parts.interactions:
        assert one.kind in ontology.kinds() and one.evidence and one.roles
        assert all(500 <= start < end <= 500 + len(TEXT) for start, end in one.evidence)
        named = {role.entity for role in one.roles} | {*one.parties, *one.topics, *one.instruments}
        assert named | ({one.place} if one.place else set()) <= keys
    assert all({tenure.holder, *filter(None, [tenure.of])} <= keys for tenure in parts.tenures)


NAMES = [
    ("Norway", "state/norway"),
    ("the Kingdom of Norway", None),
    ("Ingrid Dahl", "person/ingrid-dahl"),
    ("INGRID DAHL", "person/ingrid-dahl"),
    ("Foreign Minister Ingrid Dahl", "person/ingrid-dahl"),
    ("Mrs Dahl", "person/ingrid-dahl"),
    ("Otieno", "person/amina-otieno"),
    ("the Norwegian Foreign Ministry", "state/norway"),
    ("Dahlberg", None),
    ("the Minister", None),
    ("", None),
]


@pytest.mark.parametrize(("name", "key"), NAMES)
def test_names_mean_whom_the_text_means(
    told: Callable[..., Item], found: Found, name: str, key: str | None
) -> None:
    """The lists first, then the item's persons, then whatever the text has by these words."""
    text = "The Norwegian Foreign Ministry said that Dahl met Otieno."
    ministry = Mention(4, 30, "State", "state/norway")
    both = Found(found.entities, (ministry,), (), (), None)
    expected = "state/norway" if name == "the Kingdom of Norway" else key
    assert Names(told(text), both, ()).actor(name) == expected


def test_a_surname_that_two_bear_means_neither(told: Callable[..., Item], found: Found) -> None:
    """Nobody is guessed."""
    other = Entity("person/per-dahl", "Person", "Per Dahl")
    both = Found({**found.entities, other.key: other}, (), (), (), None)
    names = Names(told("Ingrid Dahl met Per Dahl."), both, ())
    assert (names.actor("Dahl"), names.actor("Per Dahl")) == (None, "person/per-dahl")


def test_two_of_one_family_are_two(told: Callable[..., Item], found: Found) -> None:
    """Both are "Dahl" for short, which means neither."""
    per = {"name": "Per Dahl", "aliases": ["Dahl"]}
    ingrid = {"name": "Ingrid Kari Dahl", "aliases": ["Dahl", "Ingrid Dahl"]}
    answer = parse(json.dumps({"people": [per, ingrid]}))
    names = Names(told("Ingrid Kari Dahl met Per Dahl. Dahl left."), found, answer.people)
    assert names.actor("Per Dahl") == "person/per-dahl"
    assert names.actor("Ingrid Kari Dahl") == "person/ingrid-dahl"
    assert names.actor("Dahl") is None


def test_a_person_may_be_called_as_the_answer_does(told: Callable[..., Item], found: Found) -> None:
    """The text has "J. Vlk" by a slip of the scanner, the answer "Jens Vik" with that alias."""
    answer = parse('{"people": [{"name": "Jens Vik", "aliases": ["J. Vlk"]}]}')
    names = Names(told("J. Vlk came."), found, answer.people)
    assert names.actor("Jens Vik") == "person/j-vlk"
    assert names.entities["person/j-vlk"].name == "J. Vlk"


def test_a_full_name_takes_the_place_of_a_bare_surname(told: Callable[..., Item]) -> None:
    """The rules found "Vik", the language model "Jens Vik": one person, with the full name."""
    vik = Entity("person/vik", "Person", "Vik")
    answer = parse('{"people": [{"name": "Jens Vik", "aliases": ["Vik"]}]}')
    text = "Jens Vik came. Vik left."
    names = Names(told(text), Found({vik.key: vik}, (), (), (), None), answer.people)
    assert names.entities == {vik.key: Entity(vik.key, "Person", "Jens Vik", ("Vik",))}
