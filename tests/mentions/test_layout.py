"""Passages: title, paragraphs and speakers' turns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplograph.items import Item
from diplograph.mentions.layout import passages

Told = Callable[..., Item]


def turns(item: Item) -> list[tuple[str | None, str]]:
    """Speaker and words of each passage of the body."""
    return [(p.speaker, p.text) for p in passages(item) if p.role == "body"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\r\n\r\nTwo.", ["One.", "Two."]),
        ("One.\n \t\nTwo.", ["One.", "Two."]),
        ("One.\nTwo.", ["One.", "Two."]),
        (
            "The minister of foreign affairs of Norway met\nhis Kenyan counterpart.",
            ["The minister of foreign affairs of Norway met his Kenyan counterpart."],
        ),
        (
            "The minister of foreign affairs of Norway met Amina\nOtieno of Kenya.",
            ["The minister of foreign affairs of Norway met Amina Otieno of Kenya."],
        ),
        ("Present were Dahl,\nOtieno and Quispe.", ["Present were Dahl, Otieno and Quispe."]),
        (
            "- Amina Otieno, Director of the Office of Trade and Fisheries of Kenya\n- Jan Dahl",
            [
                "- Amina Otieno, Director of the Office of Trade and Fisheries of Kenya",
                "- Jan Dahl",
            ],
        ),
        ("Agenda\nTrade was discussed.", ["Agenda", "Trade was discussed."]),
        ("\n\n  One.  \n\n", ["One."]),
        ("---\n\n***", []),
        ("", []),
    ],
)
def test_paragraphs(told: Told, text: str, expected: list[str]) -> None:
    """Blank lines and hard line ends separate, a wrapped line is one sentence again."""
    assert [words for _, words in turns(told(text))] == expected


def test_title_and_header_are_told_apart(told: Told) -> None:
    """The title, the lines below it and the body have their roles."""
    item = told("They met.", title="Talks in Oslo", header="Oslo, 3 May 2024")
    assert [(p.role, p.text) for p in passages(item)] == [
        ("title", "Talks in Oslo"),
        ("header", "Oslo, 3 May 2024"),
        ("body", "They met."),
    ]


def test_furniture_is_not_read(told: Told) -> None:
    """What says nothing about the world is left out, and the text around it stays in place."""
    text = "One.\n\nShare this\n\nTwo."
    at = text.index("Share")
    item = replace(told(text), furniture=((at, at + len("Share this")),))
    assert [(p.start, p.text) for p in passages(item)] == [(0, "One."), (text.index("Two"), "Two.")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "MS DAHL: We urge calm.\n\nQUESTION: Why?",
            [("MS DAHL", "We urge calm."), ("QUESTION", "Why?")],
        ),
        (
            "Ingrid Dahl: We urge calm.\n\nAmina Otieno: So do we.",
            [("Ingrid Dahl", "We urge calm."), ("Amina Otieno", "So do we.")],
        ),
        (
            "MS DAHL: One.\n\nTwo.\n\nQUESTION: Why?\n\nMS DAHL: Because.",
            [
                ("MS DAHL", "One."),
                ("MS DAHL", "Two."),
                ("QUESTION", "Why?"),
                ("MS DAHL", "Because."),
            ],
        ),
        ("Question: Why? Answer: Because.", [("Question", "Why?"), ("Answer", "Because.")]),
        ("FOREIGN MINISTER DAHL: We urge calm.", [("FOREIGN MINISTER DAHL", "We urge calm.")]),
        ("Q: Why?\n\nA: Because.", [("Q", "Why?"), ("A", "Because.")]),
    ],
)
def test_turns(told: Told, text: str, expected: list[tuple[str, str]]) -> None:
    """A transcript is cut into turns, and a turn goes on until the next label."""
    assert turns(told(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Note: the talks were useful.",
        "Agenda: trade and visas.",
        "He had one aim: peace.",
        "They met at 10:30 in Oslo.",
        "See https://mfa.example/1 for more.",
        "The ministers discussed three matters: trade, visas and aid.",
        ": nothing before the colon.",
    ],
)
def test_colons_that_begin_no_turn(told: Told, text: str) -> None:
    """Headings, lists, clock times and addresses are nobody's turn."""
    assert [speaker for speaker, _ in turns(told(text))] == [None]


def test_label_has_its_place(told: Told) -> None:
    """A turn knows where its label stands."""
    text = "MS DAHL: One.\n\nQUESTION: Why?"
    assert [p.label for p in passages(told(text))] == [0, text.index("QUESTION")]


LINES = st.lists(
    st.sampled_from(
        [
            "Ingrid Dahl: ",
            "QUESTION:",
            "They met",
            " in Oslo.",
            "\n",
            "\r\n",
            "\n\n",
            "\t",
            "\xa0",
            "😀",
            "שלום",
            ":",
            "…",
        ]
    ),
    max_size=20,
).map("".join)


@given(text=LINES | st.text(max_size=80))
def test_passages_lie_in_order_in_the_item(told: Told, text: str) -> None:
    """A passage's letters stand in the item where it says, passages never overlap."""
    end = 0
    for passage in passages(told(text)):
        assert end <= passage.start < passage.end <= len(text)
        there = text[passage.start : passage.end]
        assert there.replace("\r\n", "  ").replace("\n", " ") == passage.text
        end = passage.end
