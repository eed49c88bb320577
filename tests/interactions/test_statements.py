"""Statements: who said it, what was done by saying it, to and about whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diplograph.interactions import Interaction

Statements = Callable[..., list[str]]
Read = Callable[..., tuple[Interaction, ...]]

DAHL = "Norwegian Foreign Minister Ingrid Dahl"
OTIENO = "Kenyan Foreign Minister Amina Otieno"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (f"{DAHL} welcomed the agreement.", "support"),
        (f"{DAHL} praised the reforms in Kenya.", "support"),
        (f"{DAHL} reiterated her support for Ukraine.", "support"),
        (f"{DAHL} expressed solidarity with Chile.", "support"),
        (f"{DAHL} commended Kenya for its role.", "support"),
        (f"{DAHL} stressed the importance of the treaty.", "support"),
        (f"{DAHL} agreed that the talks were useful.", "agree"),
        (f"{DAHL} pledged to help Kenya.", "promise"),
        (f"{DAHL} promised that Norway would help.", "promise"),
        (f"{DAHL} reaffirmed the commitment of Norway to peace.", "promise"),
        (f"{DAHL} expressed her readiness to help.", "promise"),
        (f"{DAHL} urged Kenya to ratify the treaty.", "request"),
        (f"{DAHL} called on Kenya to ratify the treaty.", "request"),
        (f"{DAHL} called for an end to the fighting.", "request"),
        (f"{DAHL} demanded the release of the crew.", "request"),
        (f"{DAHL} asked Kenya to ratify the treaty.", "request"),
        (f"{DAHL} proposed a conference.", "request"),
        (f"{DAHL} stressed the need for cleaner rivers.", "request"),
        (f"{DAHL} said that the parties must stop the fighting.", "request"),
        (f"{DAHL} encouraged the parties to talk.", "request"),
        (f"{DAHL} expressed concern about the violence.", "concern"),
        (f"{DAHL} voiced alarm over the strikes.", "concern"),
        (f"{DAHL} regretted the decision.", "concern"),
        (f"{DAHL} condemned the attack.", "condemn"),
        (f"{DAHL} strongly condemned the attack on the embassy.", "condemn"),
        (f"{DAHL} accused Belarus of breaking the rules.", "condemn"),
        (f"{DAHL} criticized the vote.", "condemn"),
        (f"{DAHL} blamed Belarus for the crisis.", "condemn"),
        (f"{DAHL} said the attack was unacceptable.", "condemn"),
        (f"{DAHL} rejected the claims of Belarus.", "reject"),
        (f"{DAHL} did not share the view of Belarus.", "reject"),
        (f"{DAHL} did not approve of the plan.", "reject"),
        (f"{DAHL} did not rule out further sanctions.", "threaten"),
        (f"{DAHL} asked for more observers.", "request"),
        (f"{DAHL} apprised the Council of the raids.", "state"),
        (f"{DAHL} denied the reports.", "reject"),
        (f"{DAHL} opposed the plan.", "reject"),
        (f"{DAHL} ruled out new talks.", "reject"),
        (f"{DAHL} warned of serious consequences.", "threaten"),
        (f"{DAHL} threatened to close the border.", "threaten"),
        (f"{DAHL} thanked Kenya for the welcome.", "courtesy"),
        (f"{DAHL} congratulated Kenya on its anniversary.", "courtesy"),
        (f"{DAHL} offered her condolences to Chile.", "courtesy"),
        (f"{DAHL} conveyed her condolences to the families.", "courtesy"),
        (f"{DAHL} said that trade was growing.", "state"),
        (f"{DAHL} noted that trade was growing.", "state"),
        (f"{DAHL} told reporters that trade was growing.", "state"),
        (f"{DAHL} explained that trade was growing.", "state"),
        (f"{DAHL} has confirmed that trade is growing.", "state"),
        (f"Trade was growing, {DAHL} said.", "state"),
    ],
)
def test_acts(statements: Statements, text: str, act: str) -> None:
    """A verb, its object or its clause says what was done by speaking."""
    assert statements(text) == [f"ingrid-dahl: {act}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{DAHL} and {OTIENO} condemned the attack.",
            ["amina-otieno: condemn", "ingrid-dahl: condemn"],
        ),
        ("Norway condemned the attack.", ["norway: condemn"]),
        ("The Norwegian Foreign Ministry condemned the attack.", ["norway: condemn"]),
        ("The European Union condemned the attack.", ["european-union: condemn"]),
        ("The attack was condemned by Norway.", ["norway: condemn"]),
        ("Oslo condemned the attack.", ["norway: condemn"]),
        (f"{DAHL} visited Lima. She condemned the attack.", ["ingrid-dahl: condemn"]),
        (f"{DAHL} visited Lima. Dahl condemned the attack.", ["ingrid-dahl: condemn"]),
        (f"{DAHL} visited Lima. The Minister condemned the attack.", ["ingrid-dahl: condemn"]),
        (
            f"{DAHL} met {OTIENO}. Both ministers condemned the attack.",
            ["amina-otieno: condemn", "ingrid-dahl: condemn"],
        ),
        ("The Ambassador of Peru condemned the attack.", ["peru: condemn"]),
        ("NATO condemned the attack.", ["north-atlantic-treaty-organization: condemn"]),
        ("According to the Norwegian Foreign Ministry, trade is growing.", ["norway: state"]),
        (
            f"{DAHL} condemned the attack and called on Kenya to help.",
            ["ingrid-dahl: condemn", "ingrid-dahl: request"],
        ),
        (
            f"Expressing concern over the strikes, {DAHL} urged Kenya to help.",
            ["ingrid-dahl: concern", "ingrid-dahl: request"],
        ),
    ],
)
def test_speakers(statements: Statements, text: str, expected: list[str]) -> None:
    """The speaker is the verb's subject: persons, states, ministries, pronouns, groups."""
    assert statements(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The attack was condemned.",
        "Nobody condemned the attack.",
        "He condemned the attack.",
        f"{DAHL} did not condemn the attack.",
        f"{DAHL} would welcome an agreement.",
        f"{DAHL} visited Lima.",
        f"{DAHL} met {OTIENO} in Oslo.",
        f"{DAHL} arrived.",
        "A statement was published in Oslo.",
        "The long awaited report on Kenya is out.",
        f"If {DAHL} condemned the attack, it would help.",
        "The condemned men left Kenya.",
    ],
)
def test_nothing_said(statements: Statements, text: str) -> None:
    """Without a speaker, in a condition or under a "not", nothing was said."""
    assert statements(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We thank our friends for the welcome.", ["ingrid-dahl: courtesy"]),
        ("I condemn the attack.", ["ingrid-dahl: condemn"]),
        ("We call on all parties to stop the fighting.", ["ingrid-dahl: request"]),
        ("I would like to thank the people of Kenya.", ["ingrid-dahl: courtesy"]),
        ("We are deeply concerned about the violence.", ["ingrid-dahl: concern"]),
        ("I am grateful to the nurses of Kenya.", ["ingrid-dahl: courtesy"]),
        ("We will discuss this in May.", ["ingrid-dahl: promise"]),
        ("Let me thank the people of Kenya.", ["ingrid-dahl: courtesy"]),
        ("It is a rare pleasure to be in Lima.", ["ingrid-dahl: courtesy"]),
        ("Our thoughts are with the families.", ["ingrid-dahl: courtesy"]),
        ("We stand with the farmers of Chile.", ["ingrid-dahl: support"]),
        ("We support the plan.", ["ingrid-dahl: support"]),
        ("The weather is fine.", []),
        ("I said that before.", []),
        ("We have two embassies.", []),
    ],
)
def test_first_person(statements: Statements, text: str, expected: list[str]) -> None:
    """In a speech "I" and "we" are its author, and only a stance counts."""
    assert statements(text, title=f"Remarks by {DAHL}") == expected


def test_turns_have_their_speakers(statements: Statements) -> None:
    """In a transcript each stance is of whoever has the word, and questions are nobody's."""
    text = (
        "MS DAHL: We condemn the attack.\n\nMS OTIENO: I thank my colleague for her words.\n\n"
        "QUESTION: Do you condemn the vote? I condemn it."
    )
    title = f"Press conference of {DAHL} and {OTIENO}"
    assert statements(text, title=title) == ["amina-otieno: courtesy", "ingrid-dahl: condemn"]


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        (f"“The talks were useful,” {DAHL} said.", "The talks were useful"),
        (f"{DAHL} said: “The talks were useful.”", "The talks were useful"),
        (f'"The talks were useful," {DAHL} said.', "The talks were useful"),
        (f"“The talks were useful,” said {DAHL}.", "The talks were useful"),
        (f"{DAHL} said that the talks were useful.", None),
        (f"{DAHL} said that the “talks” were useful.", None),
    ],
)
def test_quotations(read: Read, text: str, quotation: str | None) -> None:
    """The words between quotation marks are kept, a single word in marks is no quotation."""
    (one,) = (i for i in read(text) if i.kind == "Statement")
    assert (one.roles[0].entity, one.quotation) == ("person/ingrid-dahl", quotation)


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        (f"{DAHL} condemned Belarus.", "target", ["state/belarus"]),
        (
            f"{DAHL} urged Kenya and Uganda to ratify the treaty.",
            "target",
            ["state/kenya", "state/uganda"],
        ),
        (f"{DAHL} thanked {OTIENO}.", "target", ["person/amina-otieno"]),
        (f"{DAHL} offered her condolences to Chile.", "addressee", ["state/chile"]),
        (f"{DAHL} accused Belarus of aggression.", "target", ["state/belarus"]),
        (f"{DAHL} said that Norway must not stop.", "target", []),
        (f"{DAHL} condemned the attack.", "target", []),
    ],
)
def test_targets(read: Read, text: str, role: str, expected: list[str]) -> None:
    """Whoever else the sentence names is a target, the speaker's own side is not."""
    (one,) = (i for i in read(text) if i.kind == "Statement")
    assert [r.entity for r in one.roles if r.name == role] == expected


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (f"{DAHL} hoped that Kenya would ratify the treaty.", "request"),
        (f"{DAHL} expressed hope that the truce would be honored.", "request"),
        (f"{DAHL} voiced hope for a lasting peace.", "support"),
        (f"{DAHL} stressed the importance for Chad to stay neutral.", "request"),
        (f"{DAHL} announced that Norway would send observers.", "promise"),
        (f"{DAHL} confirmed that she would attend the talks.", "promise"),
        (f"{DAHL} said that Norway was going to study the plan.", "promise"),
        (f"{DAHL} said that Norway would not negotiate.", "reject"),
        (f"{DAHL} made it clear that Oslo would never recognize the vote.", "reject"),
        (f"{DAHL} warned that an attack would have severe consequences.", "threaten"),
        (f"{DAHL} said that Norway would impose sanctions if the talks failed.", "threaten"),
        (f"{DAHL} noted that an invasion would meet a united response.", "threaten"),
        (f"{DAHL} described the talks as fruitful.", "support"),
        (f"{DAHL} called the vote a provocation.", "condemn"),
        (f"{DAHL} raised the brutal crackdown in Belarus.", "condemn"),
        (f"{DAHL} noted with concern the fighting in Mali.", "concern"),
        (f"{DAHL} suggested that there were other ways.", "state"),
        (f"{DAHL} suggested reviving the talks.", "request"),
        (f"{DAHL} sent a congratulatory letter to Kenya.", "courtesy"),
        (f"{DAHL} asked to convey her condolences to the families.", "courtesy"),
        (f"The need for restraint was stressed by {DAHL}.", "request"),
        (f"{DAHL} paid tribute to the nurses.", "courtesy"),
    ],
)
def test_acts_by_what_is_said(statements: Statements, text: str, act: str) -> None:
    """What is said decides: hope that others act, a promise of one's own, a condition."""
    assert statements(text) == [f"ingrid-dahl: {act}"]


@pytest.mark.parametrize(
    "text",
    [
        f"{DAHL} and {OTIENO} agreed to meet again.",
        f"{DAHL} and {OTIENO} agreed on a truce.",
        f"{DAHL} and {OTIENO} agreed that an envoy will travel to Mali.",
        f"{DAHL} asked what more could be done.",
        f"{DAHL} worked to support the truce.",
        f"{DAHL} declined to comment.",
        "Norway declared a Belarusian diplomat persona non grata.",
        f"{DAHL} recalled Ambassador Lars Holm from Minsk.",
        f"{DAHL} will report on Friday to the Council.",
        f"{DAHL} met {OTIENO} to brief her on the vote.",
        f"{DAHL} is known for supporting the truce.",
        f"{DAHL} presented awards on Monday.",
        f"The aid that {DAHL} promised has arrived.",
        f"{DAHL} and {OTIENO} shared views on Mali.",
    ],
)
def test_deeds_and_questions_are_no_statements(statements: Statements, text: str) -> None:
    """Decisions, questions, works and what a clause only mentions are not said."""
    assert statements(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"A statement by the Norwegian Foreign Ministry said that {OTIENO} was welcome.",
            ["norway: state"],
        ),
        (f"Trade is growing, according to a statement by {DAHL}.", ["ingrid-dahl: state"]),
        (
            f"{DAHL} said that Lima and Quito often quarreled but called for talks.",
            ["ingrid-dahl: request", "ingrid-dahl: state"],
        ),
        (f"{DAHL} went on to praise the plan.", ["ingrid-dahl: support"]),
        (f"{DAHL} met {OTIENO} to reaffirm her support for Mali.", ["ingrid-dahl: support"]),
    ],
)
def test_speakers_further_away(statements: Statements, text: str, expected: list[str]) -> None:
    """A document speaks for its author, a second verb for the first one's subject."""
    assert statements(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{DAHL} and {OTIENO} agreed that trade mattered.", {"amina-otieno", "ingrid-dahl"}),
        (f"{DAHL} and {OTIENO} welcomed the growth of trade.", {"amina-otieno", "ingrid-dahl"}),
        (f"{DAHL} and {OTIENO} condemned Belarus.", {"belarus"}),
        (f"{DAHL} welcomed the UN resolution.", set()),
    ],
)
def test_targets_of_several(read: Read, text: str, expected: set[str]) -> None:
    """Of two who speak together each means the other, unless they name somebody else."""
    found = [i for i in read(text) if i.kind == "Statement"]
    targets = {r.entity.partition("/")[2] for i in found for r in i.roles if r.name == "target"}
    assert targets == expected


def test_no_more_than_two_acts_of_one_speaker(read: Read) -> None:
    """A long sentence gives a speaker two acts at most."""
    text = f"{DAHL} condemned the attack, thanked the press, urged calm and rejected the plan."
    assert len(read(text)) <= 2


def test_statement_stands_on_its_sentence(read: Read) -> None:
    """The evidence of a statement is its sentence, not the one before."""
    text = f"It rained. {DAHL} condemned the attack. It stopped."
    (one,) = read(text)
    ((start, end),) = one.evidence
    assert text[start:end] == f"{DAHL} condemned the attack."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Satisfaction was expressed at the relations.", ["kenya: support", "norway: support"]),
        ("Concern was voiced over the fighting.", ["kenya: concern", "norway: concern"]),
        ("It was noted that trade was growing.", ["kenya: state", "norway: state"]),
        ("The figures were presented.", []),
        ("Concern was voiced by Peru.", ["peru: concern"]),
    ],
)
def test_what_is_said_at_talks(statements: Statements, text: str, expected: list[str]) -> None:
    """What "was expressed" at talks of two sides, both said."""
    talks = f"{DAHL} held talks with {OTIENO} in Oslo."
    assert statements(f"{talks} {text}") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway condemned the attack. It urged Chad to act.", ["condemn", "request"]),
        (
            "The European Union regrets the vote. It calls on Peru to repeat it.",
            ["concern", "request"],
        ),
        (f"{DAHL} thanked Kenya. It was late.", ["courtesy"]),
    ],
)
def test_it_goes_on_speaking(read: Read, text: str, expected: list[str]) -> None:
    """ "It" after what a state said is that state."""
    found = [i for i in read(text) if i.kind == "Statement"]
    assert [i.speech_act for i in found] == expected
    assert len({i.roles[0].entity for i in found}) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{DAHL} has accepted.", ["ingrid-dahl: agree"]),
        (f"{DAHL} accepted the invitation of Peru.", ["ingrid-dahl: agree"]),
        (f"{DAHL} accepted a medal.", []),
        (f"{DAHL} will call on the President of Kenya.", []),
        (f"{DAHL} called on Kenya for help.", ["ingrid-dahl: request"]),
        ("Norway recalled its ambassador from Minsk.", []),
        ("Norway recalled that the treaty was in force.", ["norway: state"]),
        (f"{DAHL} expects Peru to sign the treaty.", ["ingrid-dahl: request"]),
        ("The Government of Norway has learned with regret of the vote.", ["norway: concern"]),
        ("Norway views with alarm the raids in Chad.", ["norway: concern"]),
        ("Norway watches the raids in Chad.", []),
        (f"{DAHL} is unable to accept the plan.", ["ingrid-dahl: reject"]),
        ("The Government of Norway is not prepared to accept the plan.", ["norway: reject"]),
        (
            "Norway, Iceland and Georgia align themselves with this declaration.",
            ["georgia: agree", "iceland: agree", "norway: agree"],
        ),
        (
            "The candidate countries Albania and Georgia align themselves with this declaration.",
            ["albania: agree", "georgia: agree"],
        ),
    ],
)
def test_words_with_two_uses(statements: Statements, text: str, expected: list[str]) -> None:
    """Accepting, calling on, recalling or viewing is speech only with the right object."""
    assert statements(text) == expected
