"""Who was there: attendance, meals and briefings that accompany talks, trips of several legs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diplograph.interactions import Interaction

Encounters = Callable[..., list[str]]
Read = Callable[..., tuple[Interaction, ...]]

DAHL = "Norwegian Foreign Minister Ingrid Dahl"
QUISPE = "Peruvian Foreign Minister Tomas Quispe"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{DAHL} attended the East Asia Summit at Lima.",
            ["Conference: east-asia-summit, ingrid-dahl"],
        ),
        (
            f"{DAHL} flew to Lima to take part in the African Union Summit.",
            ["Conference: african-union, ingrid-dahl", "Visit: ingrid-dahl, peru"],
        ),
        (
            "Kenya organized a conference on fisheries in Mombasa, bringing together Peru, Chile "
            "and Ghana.",
            ["Conference: chile, ghana, kenya, peru"],
        ),
        (
            "The UN Security Council met on Friday.",
            ["Conference: united-nations-security-council"],
        ),
        (
            "The President of Kenya convened the Moscow Format.",
            ["Conference: kenya, moscow-format"],
        ),
    ],
)
def test_who_gathers(encounters: Encounters, text: str, expected: list[str]) -> None:
    """Those who attend, are brought together or convene a body take part in its conference."""
    assert encounters(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{DAHL} held talks with {QUISPE}. A working lunch followed the talks.",
            ["Meeting: ingrid-dahl, tomas-quispe", "WorkingMeal: ingrid-dahl, tomas-quispe"],
        ),
        (
            f"{DAHL} briefed reporters on the talks.",
            ["PressConference: ingrid-dahl"],
        ),
        (
            f"{DAHL} briefed {QUISPE} on the talks.",
            [],
        ),
    ],
)
def test_what_accompanies(encounters: Encounters, text: str, expected: list[str]) -> None:
    """A lunch after talks is of those who talked; a briefing is one where journalists hear it."""
    assert encounters(text) == expected


def test_meetings_and_talks_in_one_sentence(encounters: Encounters) -> None:
    """Two encounters of one sentence with others taking part are two."""
    text = f"{DAHL} flew home after meetings with Peruvian officials and talks with {QUISPE}."
    assert encounters(text)[-2:] == [
        "Meeting: ingrid-dahl, peru",
        "Meeting: ingrid-dahl, tomas-quispe",
    ]


def test_legs_of_a_trip(read: Read) -> None:
    """Of a trip's legs only the month is known where the text dates the whole."""
    text = f"{DAHL} will travel to Peru, Chile and Ghana from July 8 to July 15, 2025."
    assert {i.begin for i in read(text) if i.kind == "Visit"} == {"2025-07"}


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        ("The last time we met, in Geneva, was useful.", 2),
        ("Our previous meeting was useful.", 2),
        ("We often meet.", 1),
        ("When could we meet again?", 1),
    ],
)
def test_we_of_two(encounters: Encounters, turn: str, expected: int) -> None:
    """In a conversation "we" that met are both; a habit and a question are no meeting."""
    text = (
        "Foreign Minister Dahl: I am happy to meet you today.\n\n"
        f"Foreign Minister of Peru Tomas Quispe: Thank you. {turn}"
    )
    title = f"Remarks by {DAHL}"
    found = encounters(text, title=title)
    assert sum("ingrid-dahl, tomas-quispe" in e for e in found) == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"{DAHL} met {QUISPE} ahead of the conference in Madrid.", None),
        (f"{DAHL} met {QUISPE} in the margins of a conference in Madrid.", "place/madrid"),
        (f"{DAHL} met {QUISPE} during the conference in Madrid.", "place/madrid"),
    ],
)
def test_place_of_what_is_beside(read: Read, text: str, place: str | None) -> None:
    """Talks beside a conference are where it is, talks ahead of it need not be."""
    assert next(i.place for i in read(text) if i.kind == "Meeting") == place


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{DAHL} is expected in Lima on Monday.", ["planned Visit: ingrid-dahl, peru"]),
        (f"{DAHL} will pay a state visit to Peru.", ["planned Visit: ingrid-dahl, peru"]),
        (
            f"{DAHL} telephoned the Presidents of Chad and Mali on Saturday.",
            ["TelephoneCall: chad, ingrid-dahl, mali"],
        ),
        (
            "The Emir of Qatar received a written message from the King of Bahrain.",
            ["Correspondence: bahrain, qatar"],
        ),
        ("Peruvian and Chilean officials will meet on Friday.", ["planned Meeting: chile, peru"]),
        (
            f"{DAHL} addressed the UN Security Council.",
            ["Conference: ingrid-dahl, united-nations-security-council"],
        ),
        (
            "The UN Security Council held an emergency meeting on Monday.",
            ["Conference: united-nations-security-council"],
        ),
        (
            f"{DAHL} did not rule out a meeting with {QUISPE}.",
            ["proposed Meeting: ingrid-dahl, tomas-quispe"],
        ),
        (
            f"{DAHL} met separately with the ambassadors of Chad and Mali.",
            ["Meeting: chad, ingrid-dahl", "Meeting: ingrid-dahl, mali"],
        ),
        (f"{DAHL} was on a state visit to Peru.", ["Visit: ingrid-dahl, peru"]),
    ],
)
def test_ordinary_tellings(encounters: Encounters, text: str, expected: list[str]) -> None:
    """What ministries and agencies say every day of visits, calls, messages and bodies that sit."""
    assert encounters(text) == expected
