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
        "I express my deep sympathy.\n\nIngrid Dahl,\nForeign Minister\n\n"
        "Her Excellency Amina Otieno,\nMinister of Foreign Affairs of Kenya\n\n"
        "I congratulate you on your treaty.\n\nLars Holm,\nPrime Minister"
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


def test_letters_without_an_address(read: Read) -> None:
    """A letter that only greets goes to the person of the title and is whose name stands below."""
    text = "Your Excellency,\n\nI congratulate you on your treaty.\n\nIngrid Dahl, Foreign Minister"
    (found,) = read(text, title="Telegram to the President of Kenya Amina Otieno")[-1:]
    roles = {r.name: r.entity.partition("/")[2] for r in found.roles}
    assert roles == {"speaker": "ingrid-dahl", "target": "amina-otieno"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Question: What of Chad?\n\nAnswer: We condemn the attack.", ["norway: condemn"]),
        ("We condemn the attack in Chad.", ["norway: condemn"]),
        ("Our government regrets the vote in Chad.", ["norway: concern"]),
        ("“We condemn the attack in Chad.”", []),
        ("I am tired.\n\nWe condemn the attack in Chad.", []),
    ],
)
def test_publishers_speak(statements: Statements, text: str, expected: list[str]) -> None:
    """ "We" of nobody else in a ministry's text is its state; not so where somebody says "I"."""
    link = "https://www.regjeringen.no/en/whats-new"
    assert statements(text, title="Attack in Chad", link=link) == expected


@pytest.mark.parametrize(
    "text",
    [
        f'{DAHL} said:\n\n"We met yesterday.\n\nWe thank Kenya for the aid.\n\nIt rained."',
        f"{DAHL} said:\n\n“We met yesterday.\n\nWe thank Kenya for the aid.”",
        f'{DAHL} issued the following statement:\n\n"It rained.\n\nI thank Kenya for it."',
    ],
)
def test_quotations_of_several_paragraphs(statements: Statements, text: str) -> None:
    """A quotation goes on up to the mark that closes it; "said:" alone says nothing."""
    assert statements(text) == ["ingrid-dahl: courtesy"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Security Council,\n\nActing under Chapter VII,\n\n1. Strongly condemns the attack;"
            "\n\n2. Also urges Chad to act.",
            ["condemn", "request"],
        ),
        (
            "Meeting in Oslo, the European Council:\n\n1. Firmly rejects the vote;\n\n"
            "2. Also welcomes the truce.",
            ["reject", "support"],
        ),
    ],
)
def test_adverbs_in_preambles(read: Read, text: str, expected: list[str]) -> None:
    """ "Strongly condemns", "also urges": an adverb in front changes nothing."""
    found = [i for i in read(text, title="Resolution") if i.kind == "Statement"]
    assert [i.speech_act for i in found] == expected
