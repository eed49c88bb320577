"""Deeds: what they did to or for each other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diplograph.interactions import Interaction

Deeds = Callable[..., list[str]]
Read = Callable[..., tuple[Interaction, ...]]

DAHL = "Norwegian Foreign Minister Ingrid Dahl"
OTIENO = "Kenyan Foreign Minister Amina Otieno"
ENVOY = "Kenyan Ambassador Amina Otieno"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{DAHL} and {OTIENO} signed an agreement on visas.",
            "AgreementAct: amina-otieno, ingrid-dahl",
        ),
        (f"{DAHL} signed a memorandum with {OTIENO}.", "AgreementAct: amina-otieno, ingrid-dahl"),
        ("Norway and Kenya signed a treaty.", "AgreementAct: kenya, norway"),
        ("Kenya ratified the treaty.", "AgreementAct: kenya"),
        ("Norway and Kenya concluded an agreement on trade.", "AgreementAct: kenya, norway"),
        ("A memorandum was signed by Norway and Kenya.", "AgreementAct: kenya, norway"),
        (
            f"{DAHL} and {OTIENO} agreed to resume flights.",
            "AgreementAct: amina-otieno, ingrid-dahl",
        ),
        ("Norway and Kenya established diplomatic relations.", "AgreementAct: kenya, norway"),
        ("Norway and Kenya restored diplomatic relations.", "AgreementAct: kenya, norway"),
        ("Peru withdrew from the treaty.", "AgreementAct: peru"),
        ("The European Union adopted the declaration.", "AgreementAct: european-union"),
        (
            f"{DAHL} and {OTIENO} adopted a joint statement.",
            "AgreementAct: amina-otieno, ingrid-dahl",
        ),
        ("Norway and Kenya extended the agreement by five years.", "AgreementAct: kenya, norway"),
        ("Norway and Kenya renewed the treaty.", "AgreementAct: kenya, norway"),
    ],
)
def test_agreements(deeds: Deeds, text: str, expected: str) -> None:
    """Signing, ratifying, extending and agreeing to do something are agreements of all who did."""
    assert deeds(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway donated two million doses to Peru.", "Assistance: norway > peru"),
        ("Norway provided humanitarian aid to Malawi.", "Assistance: norway > malawi"),
        ("Norway has provided aid to Malawi and Zambia.", "Assistance: norway > malawi, zambia"),
        ("Norway delivered generators to Ukraine.", "Assistance: norway > ukraine"),
        ("Japan granted Kenya a loan.", "Assistance: japan > kenya"),
        ("Japan granted a loan to Kenya.", "Assistance: japan > kenya"),
        ("Australia assisted Fiji after the storm.", "Assistance: australia > fiji"),
        ("Humanitarian aid was delivered to Malawi by Norway.", "Assistance: norway > malawi"),
        (
            "The European Union allocated 20 million euros to Moldova.",
            "Assistance: european-union > moldova",
        ),
        ("The support provided by Norway to Moldova was vital.", "Assistance: norway > moldova"),
        ("Norway will provide aid to Malawi.", "planned Assistance: norway > malawi"),
        ("Sweden pledged humanitarian aid to Yemen.", "planned Assistance: sweden > yemen"),
        ("Norway refused to provide aid to Malawi.", "denied Assistance: norway > malawi"),
    ],
)
def test_assistance(deeds: Deeds, text: str, expected: str) -> None:
    """Aid has a giver and a taker; what is pledged is planned."""
    assert deeds(text) == [expected]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Norway provided 20 million euros to Malawi.", "20 million euros"),
        ("Norway provided €20 million in aid to Malawi.", "€20 million"),
        ("Norway donated 300,000 vaccine doses to Peru.", "300,000 vaccine doses"),
        ("Norway delivered 40 tons of food to Malawi.", "40 tons"),
        ("Norway provided aid to Malawi.", None),
    ],
)
def test_amounts(read: Read, text: str, amount: str | None) -> None:
    """The sum or number given is kept as the text has it."""
    assert [i.amount for i in read(text) if i.kind == "Assistance"] == [amount]


@pytest.mark.parametrize(
    ("text", "expected", "comment"),
    [
        (
            "The European Union imposed sanctions on Belarus.",
            "Sanction: european-union > belarus",
            None,
        ),
        ("The United States sanctioned Belarus.", "Sanction: united-states > belarus", None),
        ("Norway lifted sanctions on Belarus.", "Sanction: norway > belarus", "lifted"),
        (
            "The European Union extended sanctions against Belarus.",
            "Sanction: european-union > belarus",
            "extended",
        ),
        (
            "Norway suspended the sanctions against Belarus.",
            "Sanction: norway > belarus",
            "suspended",
        ),
        ("Sanctions were imposed on Belarus by Norway.", "Sanction: norway > belarus", None),
        ("Japan tightened sanctions on Belarus.", "Sanction: japan > belarus", "tightened"),
        ("Norway will impose sanctions on Belarus.", "planned Sanction: norway > belarus", None),
        ("Norway has imposed an embargo on Belarus.", "Sanction: norway > belarus", None),
    ],
)
def test_sanctions(read: Read, deeds: Deeds, text: str, expected: str, comment: str | None) -> None:
    """Sanctions are against somebody, and it is said whether they are imposed or lifted."""
    assert deeds(text) == [expected]
    assert [i.comment for i in read(text) if i.kind == "Sanction"] == [comment]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{DAHL} invited {OTIENO} to visit Oslo.", "Invitation: ingrid-dahl > amina-otieno"),
        (
            f"{OTIENO} was invited by {DAHL} to visit Oslo.",
            "Invitation: ingrid-dahl > amina-otieno",
        ),
        (f"{DAHL} has invited {OTIENO} to Oslo.", "Invitation: ingrid-dahl > amina-otieno"),
        (
            f"At the invitation of {DAHL}, {OTIENO} visited Oslo.",
            "Invitation: ingrid-dahl > amina-otieno",
        ),
        (
            f"{OTIENO} visited Oslo at the invitation of {DAHL}.",
            "Invitation: ingrid-dahl > amina-otieno",
        ),
    ],
)
def test_invitations(deeds: Deeds, text: str, expected: str) -> None:
    """One invites, another is invited, in the active, the passive and by the noun."""
    assert deeds(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{ENVOY} presented her credentials to President Tomas Quispe of Peru.",
            "Appointment: amina-otieno > tomas-quispe",
        ),
        (
            f"President Tomas Quispe of Peru received credentials from {ENVOY}.",
            "Appointment: amina-otieno > tomas-quispe",
        ),
        ("Poland expelled three Belarusian diplomats.", "Expulsion: poland > belarus"),
        ("Three Belarusian diplomats were expelled by Poland.", "Expulsion: poland > belarus"),
        ("Algeria recalled its ambassador from Madrid.", "Expulsion: algeria > spain"),
        ("Nicaragua severed diplomatic relations with Peru.", "Expulsion: nicaragua > peru"),
        ("Norway closed its embassy in Lima.", "Expulsion: norway > peru"),
        ("Poland summoned the Belarusian ambassador.", "Protest: poland > belarus"),
        (
            "The Polish Foreign Ministry summoned the ambassador of Belarus.",
            "Protest: poland > belarus",
        ),
        ("The Belarusian ambassador was summoned by Poland.", "Protest: poland > belarus"),
    ],
)
def test_appointments_expulsions_and_protests(deeds: Deeds, text: str, expected: str) -> None:
    """Credentials, expulsions, recalls and protests have who acts and against whom."""
    assert deeds(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        f"{DAHL} signed the guest book.",
        f"{DAHL} provided an overview of the talks.",
        f"{DAHL} lifted her glass.",
        f"{DAHL} extended her thanks to Kenya.",
        f"{DAHL} agreed that trade should grow.",
        f"{DAHL} agreed on the importance of trade.",
        f"{DAHL} recalled the accord.",
        f"{DAHL} delivered a speech in Kenya.",
        f"{DAHL} closed the meeting.",
        f"{DAHL} named three reasons.",
        "Norway and Kenya restored the temple.",
        "Peru withdrew its troops from the valley.",
        "The sanctions hurt Belarus.",
        "Norway imposed a fee.",
        f"{DAHL} established contact.",
        "A treaty was mentioned.",
    ],
)
def test_no_deed(deeds: Deeds, text: str) -> None:
    """The same verbs with another object are no deeds."""
    assert deeds(text) == []


def test_same_deed_told_twice_is_one(deeds: Deeds) -> None:
    """An agreement known by its name is one deed however often it is told."""
    text = "Russia and Norway extended New START. Russia and Norway extended New START by a year."
    assert deeds(text) == ["AgreementAct: norway, russia"]


def test_instruments_are_named(read: Read) -> None:
    """A treaty that the authority list knows is the deed's instrument."""
    (one,) = (i for i in read("Russia ratified New START.") if i.kind == "AgreementAct")
    assert one.instruments == ("instrument/new-start",)


def test_two_deeds_of_one_sentence_are_two(deeds: Deeds) -> None:
    """The same actor's second deed is kept when it is done to somebody else."""
    text = "The EU imposed sanctions on Belarus and imposed sanctions on Syria."
    found = deeds(text)
    assert [line.rpartition("> ")[2] for line in found] == ["belarus", "syria"]


@pytest.mark.parametrize("words", ["They imposed", "This year they have imposed"])
def test_whoever_speaks_is_not_among_them(read: Read, words: str) -> None:
    """In a turn, "they" are neither the speaker nor the two who talk with each other."""
    talks = (
        "President of Peru Ana Quispe: Mr. Lund and I discussed trade today.\n\n"
        f"President of Norway Jan Lund: Thank you. {words} five sanctions packages on Norway."
    )
    found = [one for one in read(talks) if one.kind == "Sanction"]
    assert not [r.entity for one in found for r in one.roles if r.name == "agent"]
    assert found
