"""Stances: what somebody's own words do, where no verb of speech tells it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Statements = Callable[..., list[str]]

DAHL = "Norwegian Foreign Minister Ingrid Dahl"
OTIENO = "Kenyan Foreign Minister Amina Otieno"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Belarus must release the prisoners.", "request"),
        ("The European Union should lift the ban.", "request"),
        ("Uganda needs to open the border.", "request"),
        ("It is vital that Kenya takes part in the talks.", "request"),
        ("It is time for Peru to ratify the treaty.", "request"),
        ("Belarus has again violated the truce.", "condemn"),
        ("The brutal attack by Belarus has shocked the world.", "condemn"),
        ("The atrocities of the army of Myanmar are well documented.", "condemn"),
        ("This vote is illegal.", "condemn"),
        ("The accusations made by Belarus are baseless.", "reject"),
        ("Kenya is an indispensable partner.", "support"),
        ("The reforms of Peru are remarkable.", "support"),
        ("Unfortunately, Uganda has left the treaty.", "concern"),
    ],
)
def test_wording(statements: Statements, text: str, act: str) -> None:
    """In somebody's own speech a demand, a loaded word or a judgment is a stance."""
    assert statements(text, title=f"Speech by {DAHL}") == [f"ingrid-dahl: {act}"]


@pytest.mark.parametrize(
    "text",
    [
        "Belarus must release the prisoners.",
        "The accusations made by Belarus are baseless.",
        "Kenya is an indispensable partner.",
    ],
)
def test_wording_of_nobody(statements: Statements, text: str) -> None:
    """The same words are nobody's statement where nobody speaks."""
    assert statements(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "We must do more.",
        "Belarus has not violated the truce.",
        "That would undermine Kenya.",
        "The road to the airport is new.",
        "Kenya has two seaports.",
        "Thank you very much.",
        "Thank you for your question.",
        "We will see.",
        "Good to be with you.",
    ],
)
def test_plain_speech(statements: Statements, text: str) -> None:
    """Plain description, manners and what "we" must do ourselves are no stances."""
    assert statements(text, title=f"Speech by {DAHL}") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway is grateful to the people of Kenya.", "courtesy"),
        ("Let me welcome you all.", "courtesy"),
        ("Norway will stand with Ukraine.", "support"),
        ("Norway is committed to the treaty.", "promise"),
        ("Norway does not recognize the vote.", "reject"),
        ("My government regrets the decision.", "concern"),
        ("Our delegation supports the plan.", "support"),
    ],
)
def test_speaking_for_a_side(statements: Statements, text: str, expected: str) -> None:
    """In a transcript whoever has the word speaks for the side."""
    title = f"Press conference of {DAHL} and {OTIENO}"
    turns = f"MS DAHL: {text}\n\nMS OTIENO: The weather is fine."
    assert statements(turns, title=title) == [f"ingrid-dahl: {expected}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway is deeply concerned at the vote.", ["norway: concern"]),
        ("The European Union is alarmed by the arrests.", ["european-union: concern"]),
        ("Peru remains committed to the truce.", ["peru: promise"]),
        ("Kenya is ready to host the talks.", ["kenya: promise"]),
        ("Canada stands by Ukraine.", ["canada: support"]),
        ("Poland does not recognize the annexation.", ["poland: reject"]),
        ("Uganda cannot accept the border.", ["uganda: reject"]),
        ("EU leaders condemned the attack.", ["european-union: condemn"]),
        (
            "The members of the Security Council condemned the attack.",
            ["united-nations-security-council: condemn"],
        ),
        ("The city of Lima was alarmed.", []),
        ("Union leaders condemned the attack.", []),
    ],
)
def test_sides_speak(statements: Statements, text: str, expected: list[str]) -> None:
    """States and bodies are committed, alarmed and refuse in the present; bodies have leaders."""
    assert statements(text) == expected
