"""Encounters told by a noun: "talks with", "visit to", "summit in", "press conference"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diplograph.interactions import Interaction

Encounters = Callable[..., list[str]]
Read = Callable[..., tuple[Interaction, ...]]

DAHL = "Norwegian Foreign Minister Ingrid Dahl"
OTIENO = "Kenyan Foreign Minister Amina Otieno"
QUISPE = "Peruvian President Tomas Quispe"
BOTH = "amina-otieno, ingrid-dahl"


@pytest.mark.parametrize(
    "text",
    [
        f"{DAHL} held talks with {OTIENO}.",
        f"{DAHL} had a meeting with {OTIENO} in Oslo.",
        f"{DAHL} and {OTIENO} held talks in Oslo.",
        f"The meeting between {DAHL} and {OTIENO} took place in Oslo.",
        f"The talks between {DAHL} and {OTIENO} began on Monday.",
        f"During her meeting with {OTIENO}, {DAHL} spoke of trade.",
        f"{DAHL} spoke of trade at a meeting with {OTIENO}.",
        f"{DAHL} conducted negotiations with {OTIENO}.",
        f"{DAHL} had a conversation with {OTIENO}.",
        f"Consultations between {DAHL} and {OTIENO} were held in Oslo.",
    ],
)
def test_meetings(encounters: Encounters, text: str) -> None:
    """Talks, negotiations and consultations are meetings of those "with" and "between"."""
    assert encounters(text) == [f"Meeting: {BOTH}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{DAHL} paid an official visit to Kenya.", ["Visit: ingrid-dahl, kenya"]),
        (f"{DAHL} made a visit to Nairobi in May.", ["Visit: ingrid-dahl, kenya"]),
        (f"The visit of {DAHL} to Kenya was a success.", ["Visit: ingrid-dahl, kenya"]),
        (f"{DAHL}, on her first visit to Nairobi, spoke of trade.", ["Visit: ingrid-dahl, kenya"]),
        (f"{DAHL}'s visit to Kenya was short.", ["Visit: ingrid-dahl, kenya"]),
        (f"A visit to Kenya by {DAHL} was short.", ["Visit: ingrid-dahl, kenya"]),
        (f"{DAHL} began her trip to Peru on Monday.", ["Visit: ingrid-dahl, peru"]),
        (f"During a visit to Nairobi, {DAHL} spoke of trade.", ["Visit: ingrid-dahl, kenya"]),
        (f"{DAHL} spoke of visits to museums.", []),
    ],
)
def test_visits(encounters: Encounters, text: str, expected: list[str]) -> None:
    """A visit has its guests and the side of the place it goes to."""
    assert encounters(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"{DAHL} had a telephone conversation with {OTIENO}.",
        f"{DAHL} had a phone call with {OTIENO}.",
        f"{DAHL} held a telephone conversation with {OTIENO} on Monday.",
        f"In a phone call with {OTIENO}, {DAHL} spoke of trade.",
        f"{DAHL} held phone talks with {OTIENO}.",
        f"A telephone call between {DAHL} and {OTIENO} was held on Monday.",
    ],
)
def test_calls(encounters: Encounters, text: str) -> None:
    """A telephone conversation is a call, and no meeting besides."""
    assert encounters(text) == [f"TelephoneCall: {BOTH}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The NATO summit was held in Lima.",
            ["Conference: north-atlantic-treaty-organization"],
        ),
        (
            f"{DAHL} attended the NATO summit in Madrid.",
            ["Conference: ingrid-dahl, north-atlantic-treaty-organization"],
        ),
        (
            f"{DAHL} took part in the 2019 G7 summit in Lagos.",
            ["Conference: group-of-seven, ingrid-dahl"],
        ),
        (
            f"{DAHL} chaired the session of the Council of Europe.",
            ["Conference: council-of-europe, ingrid-dahl"],
        ),
        (f"{DAHL} opened the conference in Oslo on 3 May 2024.", ["Conference: ingrid-dahl"]),
        (f"{DAHL} spoke of a conference.", []),
    ],
)
def test_conferences(encounters: Encounters, text: str, expected: list[str]) -> None:
    """A gathering of a body, at a place or on a day is a conference; one in general is not."""
    assert encounters(text) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"{DAHL} and {OTIENO} gave a joint press conference.", "PressConference"),
        (f"{DAHL} and {OTIENO} held a joint news conference in Oslo.", "PressConference"),
        (f"{DAHL} held a press conference with {OTIENO}.", "PressConference"),
        (f"{DAHL} had a working dinner with {OTIENO}.", "WorkingMeal"),
        (f"{DAHL} and {OTIENO} had a working breakfast in Oslo.", "WorkingMeal"),
    ],
)
def test_press_conferences_and_meals(encounters: Encounters, text: str, kind: str) -> None:
    """Appearing before the press and eating together are encounters of their own kinds."""
    assert encounters(text) == [f"{kind}: {BOTH}"]


def test_meetings_with_several_are_one_each(encounters: Encounters) -> None:
    """ "Meetings with" two others are two meetings."""
    text = f"{DAHL} held meetings with {OTIENO} and {QUISPE}."
    assert encounters(text) == [f"Meeting: {BOTH}", "Meeting: ingrid-dahl, tomas-quispe"]


@pytest.mark.parametrize(
    "text",
    [
        f"{DAHL} spoke of regular meetings with {OTIENO}.",
        f"{DAHL} spoke of the need for talks.",
        "The meeting room in Oslo is large.",
        "The visit of the museum in Oslo was short.",
        "Norway and Kenya share a conference center.",
        f"{DAHL} read the letter.",
        "Trade talks are useful.",
        f"{DAHL} spoke of the summit.",
        f"{DAHL} thanked the conference staff.",
    ],
)
def test_no_encounter(encounters: Encounters, text: str) -> None:
    """Meetings in general, meeting rooms and talks of nobody in particular are no encounters."""
    assert encounters(text) == []


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        (f"{DAHL} and {OTIENO} met by video conference.", "video"),
        (f"{DAHL} held virtual talks with {OTIENO}.", "video"),
        (f"{DAHL} met {OTIENO} in Oslo.", None),
    ],
)
def test_medium(read: Read, text: str, medium: str | None) -> None:
    """Talks by video are told apart from those in person."""
    assert {i.medium for i in read(text) if i.kind == "Meeting"} == {medium}
