"""Readings survive being written down."""

from __future__ import annotations

from dataclasses import fields

from hypothesis import given, settings
from hypothesis import strategies as st

from diplograph.identity import Reading, Source, decode, encode
from diplograph.interactions.record import Interaction, Role
from diplograph.items.record import Item
from diplograph.mentions.record import Entity, Mention, Tenure

TEXT = st.text(max_size=8)
NUMBER = st.integers(0, 10**7)
SPAN = st.tuples(NUMBER, NUMBER)
SOURCE = Source("press/a.txt", "00", "text/plain")
RECORDS = (Item, Entity, Mention, Tenure, Interaction, Role)


def tuples(values: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    """Up to three values, as a tuple."""
    return st.lists(values, max_size=3).map(tuple)


BY_TYPE = {
    "str": TEXT,
    "str | None": st.none() | TEXT,
    "int": NUMBER,
    "int | None": st.none() | NUMBER,
    "bool": st.booleans(),
    "float": st.floats(0, 1),
    "Kind": st.sampled_from(["Person", "State"]),
    "Span | None": st.none() | SPAN,
    "tuple[Span, ...]": tuples(SPAN),
    "tuple[str, ...]": tuples(TEXT),
    "tuple[Role, ...]": tuples(st.builds(Role, TEXT, TEXT)),
}


def records(record: type) -> st.SearchStrategy[object]:
    """Any record of a class, with every field filled."""
    return st.builds(record, **{f.name: BY_TYPE[str(f.type)] for f in fields(record)})


@settings(max_examples=50)
@given(
    st.builds(
        Reading,
        st.just(SOURCE),
        records(Item),
        *(tuples(records(record)) for record in (Entity, Mention, Tenure, Interaction)),
        st.dictionaries(SPAN, TEXT, max_size=3),
    )
)
def test_a_reading_comes_back_as_it_was(reading: Reading) -> None:
    """Whatever an item says, the catalog gives it back unchanged."""
    assert decode(encode(reading), SOURCE) == reading


def test_equal_readings_are_equal_text() -> None:
    """The order in which the words of the evidence were collected does not show."""
    item = Item("press/a.txt", 1, 0, 9, 0, "")
    words = {(0, 4): "Oslo", (5, 9): "Bern"}
    one, other = (
        Reading(SOURCE, item, (), (), (), (), exact)
        for exact in (words, dict(reversed(words.items())))
    )
    assert encode(one) == encode(other)
