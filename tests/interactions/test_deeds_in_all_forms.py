"""Deeds in the forms of many publishers: passives, nouns, formulas of notes, telegrams."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diplograph.interactions import Interaction

Deeds = Callable[..., list[str]]
Read = Callable[..., tuple[Interaction, ...]]

DAHL = "Norwegian Foreign Minister Ingrid Dahl"
OTIENO = "Kenyan Foreign Minister Amina Otieno"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru welcomed Kenya's decision to send food aid to Malawi.",
         "Assistance: kenya > malawi"),
        ("Peru took note of the decision of Kenya to leave the treaty.", "AgreementAct: kenya"),
        ("Peru appealed to Norway to provide humanitarian aid to Malawi.",
         "proposed Assistance: norway > malawi"),
        ("Peru accused Norway of supplying weapons to Chad.", "Assistance: norway > chad"),
        ("Peru congratulated Kenya on ratifying the treaty.", "AgreementAct: kenya"),
        ("Ghana was the first state to send humanitarian aid to Fiji.",
         "Assistance: ghana > fiji"),
        (f"{DAHL} said that her government would give ten million kroner to Malawi.",
         "planned Assistance: norway > malawi"),
        ("Peru praised the fact that Norway has provided food aid to Malawi.",
         "Assistance: norway > malawi"),
    ],
)  # fmt: skip
def test_who_acts_in_subordinate_clauses(deeds: Deeds, text: str, expected: str) -> None:
    """Whoever decides, is asked, blamed or praised is the one who acts, not who speaks of it."""
    assert deeds(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No agreement was signed between Norway and Kenya.",
         "denied AgreementAct: kenya, norway"),
        ("Norway signed no agreement with Kenya.", "denied AgreementAct: kenya, norway"),
        ("Norway will not hesitate to impose sanctions on Belarus.",
         "proposed Sanction: norway > belarus"),
        ("Norway has not ruled out imposing sanctions on Belarus.",
         "proposed Sanction: norway > belarus"),
    ],
)  # fmt: skip
def test_refusals_and_their_denial(deeds: Deeds, text: str, expected: str) -> None:
    """What no document records did not happen; what is not ruled out may."""
    assert deeds(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The agreement on fishing between Peru and Chile entered into force in May.",
         "AgreementAct: chile, peru"),
        ("The Peru-Chile Trade Agreement took effect in May.", "AgreementAct: chile, peru"),
        ("They welcomed the entry into force of the convention between Peru and Chile.",
         "AgreementAct: chile, peru"),
        ("A treaty on friendship between Oman and Fiji could be signed in Muscat.",
         "proposed AgreementAct: fiji, oman"),
        (f"{DAHL} and {OTIENO} witnessed the signing of three documents.",
         "AgreementAct: amina-otieno, ingrid-dahl"),
        (f"{DAHL} and {OTIENO} issued a joint declaration.",
         "AgreementAct: amina-otieno, ingrid-dahl"),
        ("Kuwait and Oman agreed to an exchange of prisoners.", "AgreementAct: kuwait, oman"),
        ("Fiji and Tonga elevated their relations to a strategic partnership.",
         "AgreementAct: fiji, tonga"),
        ("NATO extended the mandate of its mission.",
         "AgreementAct: north-atlantic-treaty-organization"),
    ],
)  # fmt: skip
def test_agreements_in_other_words(deeds: Deeds, text: str, expected: str) -> None:
    """Treaties in force, signings witnessed, joint texts issued and mandates are agreements."""
    assert deeds(text) == [expected]


def test_agreements_of_those_an_item_is_about(deeds: Deeds) -> None:
    """What "the two neighbors" agreed is the work of the only two states that talk."""
    text = "Talks between Peru and Chile broke down. The two neighbors agreed to withdraw troops."
    assert deeds(text) == ["AgreementAct: chile, peru"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("India gifted two patrol boats to Fiji.", "Assistance: india > fiji"),
        ("Latvia has donated twelve beds to the clinic in Kisumu.", "Assistance: latvia > kenya"),
        ("Norway increased its humanitarian aid to Malawi.", "Assistance: norway > malawi"),
        ("Norway contributed three million euros to the electoral process.",
         "Assistance: norway"),
        ("Turkey sent a search and rescue team to Peru.", "Assistance: turkey > peru"),
        ("France wrote off the debt of Chad.", "Assistance: france > chad"),
        ("Peru thanked Japan for its help in the floods.", "Assistance: japan > peru"),
        ("A Danish contribution of ten million kroner to the repair of the Kenyan power grid will "
         "be announced.", "planned Assistance: denmark > kenya"),
        ("Norway will train two brigades.", "planned Assistance: norway"),
        ("Norway allocated ten million kroner to support Malawi.",
         "Assistance: norway > malawi"),
    ],
)  # fmt: skip
def test_aid_in_other_words(deeds: Deeds, text: str, expected: str) -> None:
    """Gifts, debt relief, rescue teams and training are aid; it goes to whose place it goes."""
    assert deeds(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected", "comment"),
    [
        ("Denmark suspended its development aid to Mali.", "Sanction: denmark > mali",
         "suspended aid"),
        ("All Danish humanitarian aid to Mali was suspended.", "Sanction: denmark > mali",
         "suspended aid"),
        ("Norway prolonged the restrictive measures against six individuals.", "Sanction: norway",
         "extended"),
        ("Fiji criticized Norway's unilateral restrictions against Belarus.",
         "Sanction: norway > belarus", None),
        ("Norway froze the assets of two Kenyan generals.", "Sanction: norway > kenya", None),
        ("The visas of five Kenyan officials were revoked by Norway.", "Sanction: norway > kenya",
         None),
        ("Norway removed Sudan from the list of sponsors of terrorism.",
         "Sanction: norway > sudan", "lifted"),
    ],
)  # fmt: skip
def test_sanctions_in_other_words(
    read: Read, deeds: Deeds, text: str, expected: str, comment: str | None
) -> None:
    """Stopped aid, frozen assets, revoked visas and lists are sanctions."""
    assert deeds(text) == [expected]
    assert [i.comment for i in read(text) if i.kind == "Sanction"] == [comment]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru orders two Kenyan diplomats to leave", "Expulsion: peru > kenya"),
        ("The Kenyan ambassador was given 48 hours to leave Peru.", "Expulsion: peru > kenya"),
        ("Peru has asked the Kenyan military attaché to leave the country.",
         "Expulsion: peru > kenya"),
        ("Four Kenyan diplomats were expelled from Peru in April.", "Expulsion: peru > kenya"),
        ("The expulsion from Peru of three Kenyan diplomats caused anger.",
         "Expulsion: peru > kenya"),
        ("Peru took note of the decision by Kenya to close its embassy in Lima.",
         "Expulsion: kenya > peru"),
    ],
)  # fmt: skip
def test_expulsions_in_other_words(deeds: Deeds, text: str, expected: str) -> None:
    """Who is told to leave a state is expelled by it."""
    assert deeds(text) == [expected]


def test_recalls_are_told_apart_from_expulsions(deeds: Deeds) -> None:
    """A state that expels diplomats and recalls its ambassador does two things."""
    text = "Peru expelled two Kenyan diplomats on Monday and recalled its ambassador from Nairobi."
    assert deeds(text) == ["Expulsion: peru > kenya", "Expulsion: peru > kenya"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Kenyan ambassador had been invited to the Peruvian Foreign Ministry.",
         "Protest: peru > kenya"),
        ("Peru called in the Kenyan ambassador.", "Protest: peru > kenya"),
        ("The Peruvian Embassy is instructed to protest against the arrest of a sailor.",
         "Protest: peru"),
        ("A strong protest was lodged by Peru with the Kenyan Embassy.",
         "Protest: peru > kenya"),
        ("Peru protested to Kenya against the arrest of a sailor.", "Protest: peru > kenya"),
        ("Peru handed Kenya a note protesting against the flights.", "Protest: peru > kenya"),
    ],
)  # fmt: skip
def test_protests_in_other_words(deeds: Deeds, text: str, expected: str) -> None:
    """An envoy invited to the foreign ministry is summoned; notes of protest are formal."""
    assert deeds(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway announced the appointment of Amina Otieno as special envoy for Chad.",
         "Appointment: norway > amina-otieno"),
        ("Kenya welcomed the decision of Norway to appoint Ambassador Tomas Quispe as mediator.",
         "Appointment: norway > tomas-quispe"),
        ("Norway granted agrément to Amina Otieno as Ambassador of Kenya.",
         "Appointment: norway > amina-otieno"),
    ],
)  # fmt: skip
def test_appointments_in_other_words(deeds: Deeds, text: str, expected: str) -> None:
    """Appointments are told by nouns, too, and an agrément is one."""
    assert deeds(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NORWAY AND KENYA SIGNED AN AGREEMENT ON FISHERIES IN NAIROBI.",
         "AgreementAct: kenya, norway"),
        ("KENYA THANKED NORWAY FOR ITS HELP IN RETURN OF REFUGEES.", "Assistance: norway > kenya"),
        ("NORWAY HAS LODGED STRONG PROTEST WITH KENYA OVER ARREST OF FISHERMEN.",
         "Protest: norway > kenya"),
    ],
)  # fmt: skip
def test_telegrams_in_capitals(deeds: Deeds, text: str, expected: str) -> None:
    """Telegrams in capitals are read like other texts."""
    assert deeds(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Norway paid two million kroner for the fish.",
        "The minister was invited to the theater.",
        "Norway closed its airspace at night.",
        "Norway increased its support for free trade.",
        "Norway asked two Kenyan diplomats to join the talks.",
        "Norway agreed to the proposal.",
        "Norway added a chapter to the list of topics.",
    ],
)
def test_what_only_sounds_like_a_deed(deeds: Deeds, text: str) -> None:
    """The same verbs tell of no deed where their objects are others."""
    assert deeds(text) == []
