"""Whose words they are: turns, letters, bylines, preambles, joint texts and long quotations."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diplograph.interactions import Interaction

Statements = Callable[..., list[str]]
Read = Callable[..., tuple[Interaction, ...]]

DAHL = "Norwegian Foreign Minister Ingrid Dahl"


def test_signed_letters(read: Read) -> None:
    """A letter is its signatory's and goes to whom it is addressed, also of several in a row."""
    text = (
        "His Excellency Tomas Quispe,\nMinister of Foreign Affairs of Peru\n\n"
        "I wish to express my deep sympathy.\n\nIngrid Dahl,\nForeign Minister\n\n"
        "Her Excellency Amina Otieno,\nMinister of Foreign Affairs of Kenya\n\n"
        "I congratulate you on the treaty.\n\nLars Holm,\nPrime Minister"
    )
    found = [i for i in read(text, title="Two letters") if i.kind == "Statement"]
    roles = [{r.name: r.entity.partition("/")[2] for r in i.roles} for i in found]
    assert roles == [
        {"speaker": "ingrid-dahl", "target": "tomas-quispe"},
        {"speaker": "lars-holm", "target": "amina-otieno"},
    ]


def test_bylines(statements: Statements) -> None:
    """A name with an office above the text says whose statement it is."""
    text = "Ingrid Dahl, Foreign Minister of Norway\n\nBelarus has violated the truce."
    assert statements(text, title="The truce in Belarus") == ["ingrid-dahl: condemn"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Security Council,\n\nRecalling its resolutions,\n\nWelcoming the truce,\n\n"
            "1. Condemns the attack on Mali;\n\n2. Calls upon the sides to withdraw.",
            ["state", "support", "condemn", "request"],
        ),
        (
            "The European Union,\n\nExpressing concern at the violence,\n\n"
            "Reaffirming its support for Chad,\n\n1. Urges calm.",
            ["concern", "support", "request"],
        ),
        ("The Security Council,\n\nThe rain fell.\n\nWelcoming guests takes time.", []),
    ],
)
def test_preambles(read: Read, text: str, expected: list[str]) -> None:
    """Below a subject that stands alone every participle and verb is said by it."""
    found = [i for i in read(text, title="Resolution") if i.kind == "Statement"]
    assert [i.speech_act for i in found] == expected
    assert len({i.roles[0].entity for i in found}) <= 1


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Joint Statement by Peru and Kenya", ["kenya: promise", "peru: promise"]),
        ("Joint communique of Kenya and Peru", ["kenya: promise", "peru: promise"]),
        ("Visas between Kenya and Peru", []),
    ],
)
def test_undertakings(statements: Statements, title: str, expected: list[str]) -> None:
    """In a joint statement what a side will do is a promise; elsewhere it is news."""
    text = "Kenya will lift the visa requirement. Peru shall open a consulate in Mombasa."
    assert statements(text, title=title) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"“We are shocked. We mourn the victims,” {DAHL} said.",
        f"{DAHL} said: “We are shocked. We mourn the victims.”",
        f"“We are shocked,” {DAHL} said. “We mourn the victims.”",
        f"{DAHL} issued this statement:\n\n“We are shocked.\n\n“We mourn the victims.”",
    ],
)
def test_long_quotations(statements: Statements, text: str) -> None:
    """Every sentence of a quotation is of whoever it is attributed to, over paragraphs too."""
    found = statements(text)
    assert {line.partition(":")[0] for line in found} == {"ingrid-dahl"}
    assert "ingrid-dahl: courtesy" in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{DAHL} recalled that Norway opposed the plan.", ["ingrid-dahl: reject"]),
        (f"{DAHL} said that Oslo welcomed the truce.", ["ingrid-dahl: support"]),
        (
            f"{DAHL} noted that Kenya had condemned the attack.",
            ["ingrid-dahl: state", "kenya: condemn"],
        ),
    ],
)
def test_speaking_for_the_own_side(statements: Statements, text: str, expected: list[str]) -> None:
    """What the speaker's own side holds is the speaker's word, what others said is theirs."""
    assert statements(text) == expected
