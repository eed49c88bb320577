"""Whatever the text, every fact stands on words of the item."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diplograph import interactions, mentions
from diplograph.items import Item
from diplograph.mentions import Model

Told = Callable[..., Item]

PIECES = [
    "Norwegian Foreign Minister Ingrid Dahl", "Peruvian President Tomas Quispe", "Dahl", "They",
    "she",
    "Norway", "Kenya", "the European Union", "the NATO summit", "Oslo", "Both sides",
    "met", "visited", "held talks", "signed a treaty", "condemned", "imposed sanctions on",
    "said that", "credentials",
    "invited", "telephoned", "will", "did not", "provided aid to", "at the invitation of",
    "press conference",
    "with", "to", "in", "on 3 May 2024", "and", "expelled", "thanked",
    " ", " ", " ", " ", " ", ", ", ". ", "\n", "\r\n", "\n\n", "“", "”",
    "\"", "’s", ":", "INGRID DAHL: ", "QUESTION: ",
    "😀", "שלום", "\u202e", "\u200b", "\x07", "…", "B" * 200, "--", "\xa0",
]  # fmt: skip
ODD_TEXTS = st.lists(st.sampled_from(PIECES), max_size=24).map("".join) | st.lists(
    st.sampled_from(PIECES), max_size=14
).map(" ".join)
ANY_TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=80)

odd = settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def check(item: Item, model: Model) -> None:
    """Every interaction stands on the item's words and on entities that were found."""
    found = mentions.find(item, model)
    made = interactions.find(item, found)
    for one in made:
        assert one.evidence
        for start, end in one.evidence:
            assert item.start <= start < end <= item.end
            words = item.text[start - item.start : end - item.start]
            assert words == words.strip() != ""
        keys = (*(r.entity for r in one.roles), *one.parties, *one.topics, *one.instruments)
        assert {*keys, *filter(None, [one.place])} <= found.entities.keys()
        assert 0 < one.confidence < 1
        assert one.modality in ("actual", "planned", "proposed", "denied")
        assert one.part_of is None or made[one.part_of] is not one
        assert (one.earliest is None) == (one.latest is None)
        if one.earliest and one.latest:
            assert date.fromisoformat(one.earliest) <= date.fromisoformat(one.latest)


@odd
@given(text=ODD_TEXTS | ANY_TEXT)
def test_any_text_is_read(model: Model, told: Told, text: str) -> None:
    """No text breaks the reader, and no fact stands on nothing."""
    check(told(text, issued="2024-05-06"), model)


@odd
@given(title=ODD_TEXTS.filter(str.strip), text=ODD_TEXTS)
def test_any_title_is_read(model: Model, told: Told, title: str, text: str) -> None:
    """No title breaks the reader, and no fact of it stands on nothing."""
    check(told(text, title=title), model)


def test_positions_are_the_documents(model: Model, told: Told) -> None:
    """In an item that begins later in its document the evidence moves along."""
    text = "Norway and Kenya signed a treaty. Norway condemned the attack."
    item = told(text)
    moved = replace(item, start=500, end=500 + len(text), body=500)
    here = interactions.find(item, mentions.find(item, model))
    there = interactions.find(moved, mentions.find(moved, model))
    assert here
    assert [((s + 500, e + 500),) for i in here for s, e in i.evidence] == [
        i.evidence for i in there
    ]


def test_reading_twice_gives_the_same(model: Model, told: Told) -> None:
    """The same item gives the same interactions in the same order."""
    item = told("Norway and Kenya held talks in Oslo. Norway thanked Kenya and condemned Belarus.")
    one, other = (interactions.find(item, mentions.find(item, model)) for _ in range(2))
    assert one == other
