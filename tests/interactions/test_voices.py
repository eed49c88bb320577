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


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        (
            "Statement by H.E. Ms. Ingrid Dahl, Permanent Representative of Norway\n\n"
            "Mr. President,\n\nNorway welcomes the report of Kenya.",
            "Security Council, 12th meeting",
            ["ingrid-dahl: support"],
        ),
        (
            "Remarks by Ambassador Tomas Quispe of Peru\n\nExcellencies,\n\n"
            "My delegation is alarmed by the raids in Mali.",
            "General Assembly",
            ["tomas-quispe: concern"],
        ),
        (
            "Statement by Lars Holm, Ambassador of Norway\n\nMadam Chair,\n\n"
            "In May, Norway will triple its aid to the refugees.",
            "Human Rights Council, 3rd session",
            ["lars-holm: promise"],
        ),
        (
            "Statement by Lars Holm, Ambassador of Norway\n\nMadam Chair,\n\n"
            "Allow me to thank Kenya for the briefing.",
            "Human Rights Council, 3rd session",
            ["lars-holm: courtesy"],
        ),
        (
            f"{DAHL} opened the session.\n\nNorway welcomes the report of Kenya.",
            "General Assembly",
            ["norway: support"],
        ),
    ],
)
def test_lines_that_name_the_speaker(
    statements: Statements, text: str, title: str, expected: list[str]
) -> None:
    """ "Statement by …" above a speech says whose it is, also where it speaks for a state."""
    assert statements(text, title=title) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"We reject the raids on Mali."\n\n- Ingrid Dahl, Foreign Minister of Norway',
            ["ingrid-dahl: reject"],
        ),
        (
            "“We condemn the raids. We call on Belarus to withdraw.”\n\n"
            "— The Honourable Lars Holm, Minister of Defense of Norway",
            ["lars-holm: condemn", "lars-holm: request"],
        ),
        ('"We reject the raids on Mali."\n\n- An early draft', []),
    ],
)
def test_credited_quotations(statements: Statements, text: str, expected: list[str]) -> None:
    """A quotation is of whom the line with a dash below it names."""
    assert statements(text, title="New aid for Mali") == expected


def test_a_quotation_of_the_only_one_quoted(statements: Statements) -> None:
    """A paragraph that is all quotation goes on with the one person quoted before."""
    text = (
        f'"The talks in Lima were long and they went rather well," {DAHL} says.\n\n'
        'Ms Dahl will host a dinner on Friday.\n\n"I am disappointed that Belarus left the talks."'
    )
    assert statements(text) == ["ingrid-dahl: concern", "ingrid-dahl: state"]


def test_answers_of_the_one_who_is_named(statements: Statements) -> None:
    """ "A:" is the answer of the one whose press conference the title announces."""
    text = (
        "Q: Will Norway take part?\n\nA: We urge Belarus to sign the treaty.\n\n"
        "Q: And Kenya?\n\nA: We thank Kenya for its aid."
    )
    title = "Norwegian Foreign Ministry Spokesperson Lars Holm's Regular Press Conference"
    assert statements(text, title=title) == ["lars-holm: courtesy", "lars-holm: request"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Chair's Statement of the 9th European Union-Kenya Summit", {"european-union", "kenya"}),
        ("Outcome statement of the Peru-Chile Dialogue", {"peru", "chile"}),
        ("Statement of the Ministerial Meeting", set()),
    ],
)
def test_statements_of_two_sides(read: Read, title: str, expected: set[str]) -> None:
    """The "we" of what a meeting of two sides issues is both sides'."""
    found = [i for i in read("4. We condemned the raids in Mali.", title=title)]
    said = [i for i in found if i.kind == "Statement"]
    assert {r.entity.partition("/")[2] for i in said for r in i.roles if r.name == "speaker"} == (
        expected
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{DAHL} said that the talks had begun. Norway supports Kenya in the dispute.",
            ["ingrid-dahl: state", "ingrid-dahl: support"],
        ),
        (
            f"{DAHL} said that the talks had begun. Norway is ready to help Kenya. "
            "The Norwegian side hopes for a treaty.",
            ["ingrid-dahl: promise", "ingrid-dahl: state", "ingrid-dahl: support"],
        ),
        (
            f"{DAHL} said that the talks had begun.\n\nNorway supports Kenya in the dispute.",
            ["ingrid-dahl: state", "norway: support"],
        ),
        (
            f"{DAHL} said that the talks had begun. Peru supports Kenya in the dispute.",
            ["ingrid-dahl: state", "peru: support"],
        ),
    ],
)
def test_words_that_go_on(statements: Statements, text: str, expected: list[str]) -> None:
    """A state's present stance is its minister's word in the paragraph that tells it."""
    assert statements(text) == expected
