"""Deeds in the words of many publishers: gifts, recognition, borders, envoys."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Deeds = Callable[..., list[str]]

DAHL = "Norwegian Foreign Minister Ingrid Dahl"
OTIENO = "Kenyan Foreign Minister Amina Otieno"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Canada imposed sanctions on 14 individuals linked to the Haitian gangs.",
         "Sanction: canada"),
        ("The EU sanctioned three officials responsible for the repression of Georgian protesters.",
         "Sanction: european-union"),
        ("Japan imposed sanctions on five generals accused of abuses in Myanmar.",
         "Sanction: japan"),
        ("Norway imposed sanctions on two banks based in Belarus.", "Sanction: norway > belarus"),
        ("Canada levied tariffs on steel produced in China.", "Sanction: canada > china"),
    ],
)  # fmt: skip
def test_what_the_sanctioned_are_accused_of(deeds: Deeds, text: str, expected: str) -> None:
    """A state somebody has to do with is not the one sanctioned, but the one they sit in is."""
    assert deeds(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway deported 12 Kenyan diplomats.", ["Expulsion: norway > kenya"]),
        ("Latvia has sent home two Belarusian diplomats.", ["Expulsion: latvia > belarus"]),
        ("The Kenyan ambassador was ousted by Chad.", ["Expulsion: chad > kenya"]),
        ("Norway deported 12 Kenyan students.", []),
    ],
)  # fmt: skip
def test_envoys_sent_away(deeds: Deeds, text: str, expected: list[str]) -> None:
    """Envoys who are deported or sent home are expelled; of other people it is no such deed."""
    assert deeds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway recognised the State of Palestine.", ["AgreementAct: norway > palestine"]),
        ("Peru formally recognized Kosovo as a state.", ["AgreementAct: peru > kosovo"]),
        ("Chad welcomed Norway's recognition of Kosovo.", ["AgreementAct: norway > kosovo"]),
        ("Norway recognized Kenya for its generosity.", []),
        ("Norway recognized Kenya's generosity.", []),
        ("Kenya and Peru have recognized Fiji as a partner.", []),
        ("Chad and Fiji established relations in 1990.", ["AgreementAct: chad, fiji"]),
        ("Chad and Fiji established close relations.", []),
    ],
)  # fmt: skip
def test_recognition_and_relations(deeds: Deeds, text: str, expected: list[str]) -> None:
    """States recognize states and establish relations; merits and close ties are no deeds."""
    assert deeds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway and Kenya inked a deal on fish.", ["AgreementAct: kenya, norway"]),
        ("Norway and Kenya agreed that the commission should meet in Oslo.",
         ["AgreementAct: kenya, norway"]),
        ("The African Union decided to reopen its office in Chad.",
         ["AgreementAct: african-union"]),
        (f"{DAHL} decided to return to Oslo.", []),
        ("Norway and Kenya decided to set up a joint commission.",
         ["AgreementAct: kenya, norway"]),
        ("Chad deposited its instrument of ratification of the convention.",
         ["AgreementAct: chad"]),
        ("Iceland became a party to the protocol in 2011.", ["AgreementAct: iceland"]),
        (f"{OTIENO} hosted {DAHL} in Nairobi, where the two signed three agreements.",
         ["AgreementAct: amina-otieno, ingrid-dahl"]),
    ],
)  # fmt: skip
def test_joint_decisions(deeds: Deeds, text: str, expected: list[str]) -> None:
    """What several or a body decide is agreed; what one person decides is not."""
    assert deeds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Australia handed over four patrol boats to Fiji.", "Assistance: australia > fiji"),
        ("Norway will make ten million kroner available to Malawi.",
         "planned Assistance: norway > malawi"),
        ("Peru thanked Norway for the vaccines donated last year.", "Assistance: norway > peru"),
        ("Malawi thanked Poland for its decision to deliver 46 trucks.",
         "Assistance: poland > malawi"),
        ("Malawi appreciated Norway's contribution of two million dollars.",
         "Assistance: norway > malawi"),
        ("Malawi welcomed Norway's pledge of two million dollars for schools.",
         "planned Assistance: norway > malawi"),
        ("Norway collected ten million kroner, which was handed over to Malawi.",
         "Assistance: norway > malawi"),
    ],
)  # fmt: skip
def test_gifts_and_offers(deeds: Deeds, text: str, expected: str) -> None:
    """Goods handed over, money made available, pledges and gifts that somebody is thanked for."""
    assert deeds(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{DAHL} met {OTIENO} in Oslo. Norway will give two million dollars for schools.",
         ["planned Assistance: norway > kenya"]),
        ("Norway will give two million dollars for schools.", []),
    ],
)  # fmt: skip
def test_gifts_without_a_taker(deeds: Deeds, text: str, expected: list[str]) -> None:
    """Money that nobody is named to get is for whom the giver met, else an affair at home."""
    assert deeds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Latvia closed its border with Belarus.", ["Sanction: latvia > belarus"]),
        ("Peru did not rule out shutting its airspace to Chad.",
         ["proposed Sanction: peru > chad"]),
        ("The African Union suspended Mali from its activities.",
         ["Sanction: african-union > mali"]),
        ("Peru criticized Mali's suspension from the African Union.",
         ["Sanction: african-union > mali"]),
        ("Norway placed two Kenyan companies on the Entity List.", ["Sanction: norway > kenya"]),
        ("Norway closed the meeting with Kenya.", []),
        ("New Zealand banned three Russian officials from entering the country.",
         ["Sanction: new-zealand > russia"]),
        ("Kenya banned Peru from hosting the match.", []),
        ("Fiji announced sanctions targeting Iran's drone industry.", ["Sanction: fiji > iran"]),
    ],
)  # fmt: skip
def test_other_measures(deeds: Deeds, text: str, expected: list[str]) -> None:
    """Closed borders, suspended members and listed firms are measures against a state."""
    assert deeds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("China lodged stern representations with Japan.", ["Protest: china > japan"]),
        ("Kenya made strong representations to Norway.", ["Protest: kenya > norway"]),
        ("Kenya made representations in court for the families.", []),
        ("Norway summoned the Kenyan ambassador and handed him a note of protest.",
         ["Protest: norway > kenya"]),
    ],
)  # fmt: skip
def test_representations(deeds: Deeds, text: str, expected: list[str]) -> None:
    """Representations are a protest, and a note handed to the summoned is the same one."""
    assert deeds(text) == expected
