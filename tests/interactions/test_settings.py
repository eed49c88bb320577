"""When and where, and about what."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diplograph.interactions import Interaction

Read = Callable[..., tuple[Interaction, ...]]

DAHL = "Norwegian Foreign Minister Ingrid Dahl"
QUISPE = "Peruvian President Tomas Quispe"


def meeting(found: tuple[Interaction, ...]) -> Interaction:
    """The only encounter among some interactions."""
    (one,) = (i for i in found if i.kind in ("Meeting", "Visit", "TelephoneCall"))
    return one


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        (f"{DAHL} met with {QUISPE} on 3 May 2024.", "2024-05-03"),
        (f"On 3 May 2024, {DAHL} met with {QUISPE}.", "2024-05-03"),
        (f"On 3 May 2024 in Oslo, {DAHL} held talks with {QUISPE}.", "2024-05-03"),
        (f"{DAHL} met with {QUISPE} in May 2024.", "2024-05"),
        (f"{DAHL} visited Kenya in 2019.", "2019"),
        (f"{DAHL} met with {QUISPE} on Friday.", "2024-05-03"),
        (f"{DAHL} met with {QUISPE} yesterday.", "2024-05-05"),
        (f"{DAHL} will meet with {QUISPE} on Friday.", "2024-05-10"),
        (f"Last month {DAHL} visited Kenya.", "2024-04"),
        (f"{DAHL} visited Kenya from 3 to 5 May 2024.", "2024-05-03"),
    ],
)
def test_day_of_an_encounter(read: Read, text: str, begin: str) -> None:
    """The day is the sentence's, counted from the item's own where it is not whole."""
    assert meeting(read(text, issued="2024-05-06")).begin == begin


@pytest.mark.parametrize(
    "text",
    [
        f"{DAHL} had met with {QUISPE} before.",
        f"It rained. {DAHL} will meet with {QUISPE}.",
        f"{DAHL} met with {QUISPE} on Friday.",
    ],
)
def test_unknown_day_is_not_guessed(read: Read, text: str) -> None:
    """Where neither the sentence nor the item gives a day there is none."""
    assert meeting(read(text)).begin is None


def test_bounds_of_a_vague_day(read: Read) -> None:
    """A month without a day still gives whole bounds."""
    one = meeting(read(f"{DAHL} met with {QUISPE} in June 2020."))
    assert (one.begin, one.end) == ("2020-06", "2020-06")
    assert (one.earliest, one.latest) == ("2020-06-01", "2020-06-30")


def test_several_days(read: Read) -> None:
    """An encounter of several days begins on the first and ends on the last."""
    one = meeting(read(f"{DAHL} met with {QUISPE} on 27 and 28 February 2020."))
    assert (one.begin, one.end) == ("2020-02-27", "2020-02-28")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"{DAHL} met with {QUISPE} in Geneva.", "place/geneva"),
        (f"In Geneva, {DAHL} met with {QUISPE}.", "place/geneva"),
        (f"{DAHL} held talks with {QUISPE} in Lima on Monday.", "place/lima"),
        (f"{DAHL} visited Nairobi.", "place/nairobi"),
        (f"{DAHL} traveled to Nairobi.", "place/nairobi"),
        (f"{DAHL} met with {QUISPE}.", None),
        (f"{DAHL} met with {QUISPE} to discuss Kenya.", None),
    ],
)
def test_place_of_an_encounter(read: Read, text: str, place: str | None) -> None:
    """The place is where the sentence says it was, not what was talked about."""
    assert meeting(read(text)).place == place


def test_dateline_gives_the_place(read: Read) -> None:
    """The item's own place is where its main encounter took place."""
    found = read(
        f"In a warm hall in Geneva {DAHL} met with {QUISPE}.",
        title="Ingrid Dahl meets Tomas Quispe",
        event_date="2024-05-03",
        place="Geneva",
    )
    assert meeting(found).place == "place/geneva"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{DAHL} discussed New START with {QUISPE}.", ("instrument/new-start",)),
        (
            f"{DAHL} and {QUISPE} held talks on the Paris Agreement.",
            ("instrument/paris-agreement",),
        ),
        (f"{DAHL} met with {QUISPE}.", ()),
    ],
)
def test_instruments_talked_about(read: Read, text: str, expected: tuple[str, ...]) -> None:
    """Treaties named in the sentence belong to the encounter."""
    assert meeting(read(text)).instruments == expected


def test_parties_are_the_sides(read: Read) -> None:
    """The parties are the states and organizations behind those who took part."""
    text = f"{DAHL} met NATO Secretary General Pieter Meer."
    assert meeting(read(text)).parties == (
        "organization/north-atlantic-treaty-organization",
        "state/norway",
    )


@pytest.mark.parametrize(
    "text",
    [
        f"{DAHL} met with {QUISPE} on 10/09/2020.",
        f"{DAHL} met with {QUISPE} in the 1990s.",
        f"{DAHL} met with {QUISPE} a few weeks ago.",
        f"{DAHL} has met with {QUISPE} many times since 2014.",
        f"{DAHL} visited Kenya 5000 years ago.",
    ],
)
def test_a_time_that_is_not_given_is_not_the_items_day(read: Read, text: str) -> None:
    """Where the text speaks of another time without giving it, the day stays unknown."""
    assert meeting(read(text, issued="2021-05-03")).begin is None


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        ("Norway donated 500,000 doses to Kenya on 14 March 2021.", "2021-03-14"),
        ("As of 30 April, Norway donated 500,000 doses to Kenya.", None),
        ("Norway donated 500,000 doses to Kenya in 2022.", None),
    ],
)
def test_what_was_done_is_not_dated_by_its_count_or_ahead(
    read: Read, text: str, begin: str | None
) -> None:
    """The day of a count is not that of the deed; nothing done lies ahead of the item's day."""
    deeds = [one for one in read(text, issued="2021-05-03") if one.kind == "Assistance"]
    assert [one.begin for one in deeds] == [begin]
