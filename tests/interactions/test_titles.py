"""Encounters told by a title: in the present tense, without a verb, in the author's name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diplograph.interactions import Interaction

Encounters = Callable[..., list[str]]
Read = Callable[..., tuple[Interaction, ...]]

BODY = "Trade was on the agenda."
BOTH = "amina-otieno, ingrid-dahl"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "Foreign Minister Ingrid Dahl meets Kenyan Foreign Minister Amina Otieno",
            [f"Meeting: {BOTH}"],
        ),
        (
            "Meeting of Foreign Minister Ingrid Dahl with Kenyan Foreign Minister Amina Otieno",
            [f"Meeting: {BOTH}"],
        ),
        (
            "Foreign Minister Ingrid Dahl's meeting with Kenyan Foreign Minister Amina Otieno",
            [f"Meeting: {BOTH}"],
        ),
        (
            "Foreign Minister Ingrid Dahl’s call with Kenyan Foreign Minister Amina Otieno",
            [f"TelephoneCall: {BOTH}"],
        ),
        ("Norwegian Foreign Minister Ingrid Dahl visits Kenya", ["Visit: ingrid-dahl, kenya"]),
        (
            "Norwegian Foreign Minister Ingrid Dahl to visit Kenya",
            ["planned Visit: ingrid-dahl, kenya"],
        ),
        (
            "Norwegian Foreign Minister Ingrid Dahl to meet Kenyan President Amina Otieno",
            [f"planned Meeting: {BOTH}"],
        ),
        ("Statement on trade", []),
        ("Norwegian Foreign Minister Ingrid Dahl on trade with Kenya", []),
    ],
)
def test_titles(encounters: Encounters, title: str, expected: list[str]) -> None:
    """A headline tells of an encounter, and its "to meet" announces one."""
    assert encounters(BODY, title=title) == expected


def test_author_of_remarks_after_talks_took_part(encounters: Encounters) -> None:
    """In "Dahl's remarks following talks with Otieno" the talks are Dahl's."""
    title = (
        "Norwegian Foreign Minister Ingrid Dahl's remarks following talks with "
        "Kenyan Foreign Minister Amina Otieno"
    )
    assert encounters(BODY, title=title) == [f"Meeting: {BOTH}"]


def test_title_and_body_tell_of_one_meeting(encounters: Encounters) -> None:
    """What the title announces and the text repeats is one encounter."""
    title = "Foreign Minister Ingrid Dahl meets Kenyan Foreign Minister Amina Otieno"
    text = "Norwegian Foreign Minister Ingrid Dahl met Amina Otieno in Oslo on Monday."
    assert encounters(text, title=title) == [f"Meeting: {BOTH}"]


def test_encounter_of_the_title_has_the_day_of_the_item(read: Read) -> None:
    """The encounter an item is about took place on the item's day, where no other is told."""
    title = "Foreign Minister Ingrid Dahl meets Kenyan Foreign Minister Amina Otieno"
    (one,) = read(BODY, title=title, event_date="2024-05-03")
    assert one.begin == "2024-05-03"
