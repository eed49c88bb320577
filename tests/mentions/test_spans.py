"""Whatever the text, every position that is found is true."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diplograph import mentions
from diplograph.items import Item
from diplograph.mentions import Model

Told = Callable[..., Item]

PIECES = [
    "Norwegian Foreign Minister Ingrid Dahl", "Dahl", "President of Kenya", "the two ministers",
    "They", "he", "the Secretary-General", "NATO", "Peru", "Russian authorities", "EU", "Oslo",
    "met", "said that", "visited", "his counterpart", "former", "will", "on 3 May 2024", "in",
    "with",
    " ", " ", " ", ", ", ". ", ".", ":", "\n", "\r\n", "\n\n", "\t", "\xa0",
    "’s", "'s", "(", ")", "“", "”", "-", "–",
    "😀", "👩🏽‍🚀", "שלום", "مرحبا", "\u202e", "\u200b", "\x07", "\x1b[31m",
    "ﬁ", "İ", "ß", "𝒟𝒶𝒽𝓁", "é",
    "A" * 300, "?!…", "QUESTION: ", "INGRID DAHL: ", "Mr ", "H.E. ", "J.", "1" * 40,
]  # fmt: skip
ODD_TEXTS = st.lists(st.sampled_from(PIECES), max_size=16).map("".join) | st.text(
    st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=80
)

odd = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def check(item: Item, model: Model) -> None:
    """Every span of what is found lies in the item and is not empty."""
    found = mentions.find(item, model)
    spans = [(m.start, m.end) for m in found.mentions] + [(t.start, t.end) for t in found.tenures]
    spans += [(d.start, d.end) for r in found.readings for d in r.dates]
    for start, end in spans:
        assert item.start <= start < end <= item.end
        assert item.text[start - item.start : end - item.start].strip()
    for mention in found.mentions:
        assert found.entities[mention.entity].kind == mention.kind
    for tenure in found.tenures:
        assert tenure.holder in found.entities
        assert tenure.of is None or tenure.of in found.entities


@odd
@given(text=ODD_TEXTS)
def test_any_text_is_read(model: Model, told: Told, text: str) -> None:
    """No text breaks the reader, and what it finds stands where it says."""
    check(told(text, issued="2024-05-06"), model)


@odd
@given(title=ODD_TEXTS.filter(str.strip), text=ODD_TEXTS)
def test_any_title_is_read(model: Model, told: Told, title: str, text: str) -> None:
    """No title breaks the reader either."""
    check(told(text, title=title), model)


def test_positions_are_the_documents(model: Model, told: Told) -> None:
    """In an item that begins later in its document all positions move along."""
    text = "Norwegian Foreign Minister Ingrid Dahl met Amina Otieno of Kenya in Oslo on 3 May 2024."
    item = told(text)
    moved = replace(item, start=1000, end=1000 + len(text), body=1000)
    here, there = mentions.find(item, model), mentions.find(moved, model)
    assert [(m.start + 1000, m.end + 1000, m.entity) for m in here.mentions] == [
        (m.start, m.end, m.entity) for m in there.mentions
    ]
    assert [t.start + 1000 for t in here.tenures] == [t.start for t in there.tenures]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_line_ends_keep_positions(model: Model, told: Told, newline: str) -> None:
    """A name broken by a line end is one mention that covers the break."""
    text = f"The talks of Norwegian Foreign Minister Ingrid{newline}Dahl went on."
    spans = {text[m.start : m.end] for m in mentions.find(told(text), model).mentions}
    assert f"Norwegian Foreign Minister Ingrid{newline}Dahl" in spans


def test_reading_twice_gives_the_same(model: Model, told: Told) -> None:
    """The same item gives the same entities, mentions and tenures every time."""
    item = told("Norwegian Foreign Minister Ingrid Dahl met the Kenyan side. She spoke of trade.")
    one, other = mentions.find(item, model), mentions.find(item, model)
    assert (one.entities, one.mentions, one.tenures) == (
        other.entities,
        other.mentions,
        other.tenures,
    )
