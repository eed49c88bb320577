"""Deeds told by nouns, in the passive and without a name: "the signing of", "it was agreed"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diplograph.interactions import Interaction

Deeds = Callable[..., list[str]]
Read = Callable[..., tuple[Interaction, ...]]

DAHL = "Norwegian Foreign Minister Ingrid Dahl"
QUISPE = "Peruvian President Tomas Quispe"
OTIENO = "Kenyan Foreign Minister Amina Otieno"
MET = f"{DAHL} met with {OTIENO} in Oslo. "
BOTH = "AgreementAct: amina-otieno, ingrid-dahl"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The signing of the treaty by Norway and Kenya took an hour.", "kenya, norway"),
        ("She welcomed Kenya's ratification of the convention.", "kenya"),
        ("Following the adoption of the plan by the Security Council, talks began.",
         "united-nations-security-council"),
        ("The conclusion of an accord between Peru and Chile was difficult.", "chile, peru"),
        ("The withdrawal of Peru from the Paris Agreement was criticized.", "peru"),
        ("Since Chile's exit from the treaty, trade has grown.", "chile"),
        ("We regret Kenya's withdrawal from the Ottawa Convention.", "kenya"),
        ("A stamp marks the anniversary of the establishment of diplomatic ties between "
         "Norway and Kenya.", "kenya, norway"),
        ("On the tenth anniversary of establishing diplomatic ties between Peru and Fiji, "
         "a stamp was issued.", "fiji, peru"),
        ("Talks between Norway and Kenya led to the Mombasa Accord.", "kenya, norway"),
    ],
)  # fmt: skip
def test_agreements_by_noun(deeds: Deeds, text: str, expected: str) -> None:
    """A noun of signing, leaving or founding tells of an agreement and of whose it is."""
    assert deeds(text) == [f"AgreementAct: {expected}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{MET}It was agreed to open a consulate.", BOTH),
        (f"{MET}The parties drafted a roadmap.", BOTH),
        (f"{MET}A memorandum was signed.", BOTH),
        (f"{MET}The two ministers tasked their teams to prepare a plan.", BOTH),
        (f"{MET}The sides will establish a working group on fisheries.", f"planned {BOTH}"),
        (f"{MET}Both sides committed to reduce emissions.", BOTH),
        (f"{MET}They agreed that experts will meet in May.", BOTH),
        ("The decision was taken by the Security Council.",
         "AgreementAct: united-nations-security-council"),
        ("The commission was established by the African Union.", "AgreementAct: african-union"),
        ("A treaty was ratified by Kenya in May.", "AgreementAct: kenya"),
        ("Diplomatic relations between Norway and Kenya were established in 1964.",
         "AgreementAct: kenya, norway"),
        ("The ambassador signed for Peru.", "AgreementAct: peru"),
    ],
)  # fmt: skip
def test_joint_decisions(deeds: Deeds, text: str, expected: str) -> None:
    """What "the parties" agree on is the deed of those who met; a body acts by its name."""
    assert deeds(text) == [expected]


def test_an_old_signature_is_not_the_work_of_those_who_meet_today(deeds: Deeds) -> None:
    """A date apart from the meeting's tells that others signed."""
    text = f"On 3 May 2024 {DAHL} met with {OTIENO}. The charter was signed in 1992."
    assert deeds(text) == []


def test_agreements_at_home_are_not_between_states(deeds: Deeds) -> None:
    """What a president and his own minister agree is told of nobody."""
    text = f"{QUISPE} met with Peruvian Minister of Trade Rosa Vega. A deal was reached."
    assert deeds(text) == []


def test_announced_and_done_is_one(deeds: Deeds) -> None:
    """A memorandum that will be signed and then is signed is one deed."""
    text = f"{MET}The two ministers will sign a memorandum. The two ministers signed a memorandum."
    assert deeds(text) == [BOTH]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway provided Malawi with generators.", "Assistance: norway > malawi"),
        ("Japan is supporting the people of Fiji with food aid.", "Assistance: japan > fiji"),
        ("The humanitarian aid that Norway sent to Malawi has arrived.",
         "Assistance: norway > malawi"),
        ("Weapons delivered to Ukraine by Poland were used.", "Assistance: poland > ukraine"),
        ("A donation of 500 tents from Japan to Fiji arrived.", "Assistance: japan > fiji"),
        ("The delivery of vaccines to Peru by Norway began.", "Assistance: norway > peru"),
        ("Kenya thanked Norway for the humanitarian aid.", "Assistance: norway > kenya"),
        ("Peru is grateful to Japan for its financial support.", "Assistance: japan > peru"),
        ("Norway is pleased to announce 20 million euros in aid for Malawi.",
         "planned Assistance: norway > malawi"),
        ("Sweden announced an aid package worth 30 million euros for Moldova.",
         "planned Assistance: sweden > moldova"),
        ("Ghana will continue to provide food aid to Malawi.",
         "planned Assistance: ghana > malawi"),
        ("The United States has provided nearly nine hundred million dollars in food aid.",
         "Assistance: united-states"),
    ],
)  # fmt: skip
def test_assistance_in_other_words(deeds: Deeds, text: str, expected: str) -> None:
    """Aid is told by participles and nouns, by "with", and by thanks for it."""
    assert deeds(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The sanctions imposed by Japan on Belarus remain.", "Sanction: japan > belarus"),
        ("Belarus was sanctioned by Japan.", "Sanction: japan > belarus"),
        ("The EU sanctions against Belarus remain in place.",
         "Sanction: european-union > belarus"),
        ("Japan's announcement of sanctions against Belarus was welcomed.",
         "Sanction: japan > belarus"),
        ("They noted the termination of the Liberia sanctions program.", "Sanction: liberia"),
        ("He warned of the possibility of sanctions against Mali.",
         "proposed Sanction: mali"),
        ("Canada raised tariffs on steel from China.", "Sanction: canada > china"),
        ("China will suspend its duties on goods of Canada.",
         "planned Sanction: china > canada"),
        ("The Norwegian Treasury is designating eleven individuals, including President Tomas "
         "Quispe of Peru.", "Sanction: norway > tomas-quispe"),
    ],
)  # fmt: skip
def test_sanctions_in_other_words(deeds: Deeds, text: str, expected: str) -> None:
    """Sanctions are imposed, threatened, kept and ended in nouns, too; tariffs are measures."""
    assert deeds(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{QUISPE} accepted the invitation of {DAHL}.", "ingrid-dahl > tomas-quispe"),
        (f"{QUISPE} received an invitation from {DAHL}.", "ingrid-dahl > tomas-quispe"),
        (f"{DAHL} extended an invitation to {QUISPE}.", "ingrid-dahl > tomas-quispe"),
        (f"{QUISPE} thanked {DAHL} for inviting him.", "ingrid-dahl > tomas-quispe"),
        ("Fiji and Peru were invited by Norway to the summit.", "norway > fiji, peru"),
        ("The invited countries, Fiji and Peru, took part.", "fiji, peru"),
    ],
)
def test_invitations_in_other_words(deeds: Deeds, text: str, expected: str) -> None:
    """Invitations are extended, accepted and thanked for."""
    assert deeds(text) == [f"Invitation: {expected}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway appointed Ingrid Dahl ambassador to Kenya.", "Appointment: norway > ingrid-dahl"),
        ("The representative from the Kenyan side will be Amina Otieno, Minister of Trade.",
         "planned Appointment: kenya > amina-otieno"),
        ("The expulsion of three Kenyan diplomats by Norway caused anger.",
         "Expulsion: norway > kenya"),
        ("Two Kenyan diplomats were declared persona non grata by Norway.",
         "Expulsion: norway > kenya"),
        ("The Norwegian ambassador was summoned to the Peruvian Foreign Ministry.",
         "Protest: peru > norway"),
        ("Peru handed a note of protest to the Norwegian embassy.", "Protest: peru > norway"),
    ],
)  # fmt: skip
def test_envoys_in_other_words(deeds: Deeds, text: str, expected: str) -> None:
    """Envoys are named, expelled and summoned by nouns and in the passive."""
    assert deeds(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "If Norway signs the treaty, Kenya will follow.",
        "Even if Kenya imposes sanctions on Belarus, trade will grow.",
        "In case Norway signs the treaty, talks will begin.",
        "Will Norway impose sanctions on Belarus?",
        "The law allows Norway to impose sanctions on Belarus.",
        "Norway can provide aid to Malawi.",
        "They discussed the lifting of sanctions on Mali.",
        f"{DAHL} spoke about the ratification of a charter by Kenya.",
        "The plan has three parts: imposing sanctions on Belarus and more.",
        f"{QUISPE} invited companies to invest.",
        "Ms Dahl secured the credentials for her staff.",
        "We welcome the normalization of relations with Peru.",
        "The Norwegian cabinet approved a plan for its schools.",
        "Norway allocated 20 million kroner to build a road.",
    ],
)
def test_what_is_only_thought_of_is_no_deed(deeds: Deeds, text: str) -> None:
    """Conditions, questions, powers, topics of talks and affairs at home are no deeds."""
    assert deeds(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway called on Kenya to sign the treaty.", "proposed AgreementAct: kenya"),
        ("Norway refused to sign the treaty.", "denied AgreementAct: norway"),
        ("Norway failed to ratify the convention.", "denied AgreementAct: norway"),
        ("Norway hopes to sign an agreement with Kenya.", "proposed AgreementAct: kenya, norway"),
        ("Norway threatened to expel Kenyan diplomats.", "proposed Expulsion: norway > kenya"),
        ("Norway promised to lift sanctions on Mali.", "planned Sanction: norway > mali"),
        ("Norway decided to place sanctions on Mali.", "Sanction: norway > mali"),
        ("Peru would lift sanctions on Mali if it held elections.",
         "proposed Sanction: peru > mali"),
    ],
)  # fmt: skip
def test_wishes_and_refusals(deeds: Deeds, text: str, expected: str) -> None:
    """What is asked for is proposed, what is promised planned, what is refused denied."""
    assert deeds(text) == [expected]


def test_remarks_by_two_are_joint(deeds: Deeds) -> None:
    """Where two speak in turn, what "we" signed both signed."""
    text = (
        "FOREIGN MINISTER DAHL: Minister Otieno is a friend of Norway.\n\n"
        "FOREIGN MINISTER OTIENO: Today we signed a memorandum of understanding.\n"
    )
    assert deeds(text, title=f"Remarks by {DAHL} and {OTIENO}") == [BOTH]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Norway gave Malawi $2.5 million in humanitarian aid.", "$2.5 million"),
        ("Norway sent 300 generators to Ukraine.", "300 generators"),
        ("Japan announced ¥3 billion in economic aid for Fiji.", "¥3 billion"),
        ("Norway sent aid to Malawi in 2024.", None),
    ],
)
def test_amounts_of_all_kinds(read: Read, text: str, amount: str | None) -> None:
    """Sums and quantities are kept in the words of the text; a year is none."""
    assert [i.amount for i in read(text) if i.kind == "Assistance"] == [amount]
