"""Confidence is a probability, weighed from a few features of a fact."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from diplograph import mentions
from diplograph.errors import VocabularyError
from diplograph.interactions import Interaction, Role, certainty, surer, tell
from diplograph.items import Item
from diplograph.mentions import Model
from diplograph.vocabulary import tables

Read = Callable[..., tuple[Interaction, ...]]

TEXT = (
    "Norwegian Foreign Minister Ingrid Dahl met Kenyan Foreign Minister Amina Otieno in Oslo on 14 "
    "March 2025. She urged Sudan to open the road. Norway and Kenya signed an agreement on fishing."
)


@pytest.fixture
def fresh() -> Iterator[None]:
    """The table is read anew, and once more afterwards."""
    certainty.weights.cache_clear()
    yield
    certainty.weights.cache_clear()


def test_every_feature_has_its_weight(told: Callable[..., Item], model: Model) -> None:
    """The table names the features of each branch, no more and no less."""
    item = told(TEXT)
    found = mentions.find(item, model)
    facts = tell(item, found)
    context = certainty.Context.of(facts, found, item)
    features = {
        certainty.branch(one.kind): {certainty.BASE, *certainty.features(one, context)}
        for one in facts
    }
    assert features == {branch: set(table) for branch, table in certainty.weights().items()}


def test_features_say_how_a_fact_is_told(told: Callable[..., Item], model: Model) -> None:
    """Who is named in the sentence, who only meant; what the text gives."""
    item = told(TEXT)
    found = mentions.find(item, model)
    facts = tell(item, found)
    context = certainty.Context.of(facts, found, item)
    meeting, request, agreement = (certainty.features(one, context) for one in facts)
    assert (meeting["named"], meeting["persons"], meeting["dated"], meeting["sides"]) == (1,) * 4
    assert (request["named"], request["request"], request["person"]) == (0, 1, 1)
    assert (agreement["named"], agreement["person"], agreement["dated"]) == (1, 0, 0)
    assert all(0 <= value <= 1 for one in (meeting, request) for value in one.values())


def test_two_facts_of_one_sentence_crowd_it(told: Callable[..., Item], model: Model) -> None:
    """Each has the other beside it; a fact of another branch does not count."""
    item = told("Ingrid Dahl thanked Kenya. Ingrid Dahl condemned the attack and thanked Kenya.")
    found = mentions.find(item, model)
    facts = tell(item, found)
    context = certainty.Context.of(facts, found, item)
    assert [round(certainty.features(one, context)["crowded"] * 3) for one in facts] == [0, 1, 1]


@pytest.mark.parametrize(
    ("plainer", "vaguer"),
    [
        (
            "Foreign Minister Ingrid Dahl met President Amina Otieno of Kenya on 3 May 2025.",
            "Foreign Minister Ingrid Dahl met President Amina Otieno of Kenya.",
        ),
        (
            "Ingrid Dahl called on Sudan to open the road.",
            "Norway called on Sudan to open the road.",
        ),
    ],
)
def test_what_is_told_more_fully_is_more_certain(read: Read, plainer: str, vaguer: str) -> None:
    """Dates and persons speak for a fact."""
    (more,), (less,) = read(plainer), read(vaguer)
    assert more.confidence > less.confidence


@pytest.mark.usefixtures("fresh")
def test_weights_add_up_to_a_probability(monkeypatch: pytest.MonkeyPatch) -> None:
    """Log-odds of 0 are even chances; nothing is ever quite certain or impossible."""
    rows = [("base", "-1"), ("named", "1"), ("dated", "2"), ("gathering", "-9"), ("visit", "9")]
    table = [{"branch": "Encounter", "feature": f, "log_odds": w} for f, w in rows]
    monkeypatch.setattr(tables, "rows", lambda *_, **__: iter(table))
    expected = {"named": 0.5, "dated": 0.73, "gathering": 0.02, "visit": 0.98}
    found = {f: certainty.probability("Encounter", {f: 1.0}) for f in expected}
    assert found == expected


@pytest.mark.usefixtures("fresh")
def test_a_weight_must_be_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the row."""
    table = [{"branch": "Deed", "feature": "base", "log_odds": "high"}]
    monkeypatch.setattr(tables, "rows", lambda *_, **__: iter(table))
    with pytest.raises(VocabularyError, match=r"confidence\.csv, Deed, base: the weight 'high'"):
        certainty.weights()


def test_what_is_part_of_something_left_out_stays_alone() -> None:
    """The others keep what they are part of, wherever it moves to."""
    one = Interaction("Visit", "actual", (Role("guest", "person/dahl"),), (), ((0, 9),))
    facts = (
        replace(one, confidence=0.3),
        replace(one, kind="Meeting", confidence=0.9, part_of=0),
        replace(one, confidence=0.7),
        replace(one, kind="WorkingMeal", confidence=0.8, part_of=2),
    )
    kept = surer(facts, 0.7)
    assert [(fact.confidence, fact.part_of) for fact in kept] == [
        (0.9, None),
        (0.7, None),
        (0.8, 1),
    ]
    assert surer(facts, 0.0) == facts
