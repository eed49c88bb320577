"""One event told several times is one event; two events stay two."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diplograph.interactions import Interaction

Encounters = Callable[..., list[str]]
Read = Callable[..., tuple[Interaction, ...]]

DAHL = "Norwegian Foreign Minister Ingrid Dahl"
QUISPE = "Peruvian President Tomas Quispe"
TALKS = f"{DAHL} held talks with {QUISPE} in Oslo on 3 May 2024. "
BOTH = "ingrid-dahl, tomas-quispe"


@pytest.mark.parametrize(
    "more",
    [
        "They discussed trade.",
        "The two sides discussed trade.",
        "The ministers exchanged views on trade.",
        "The talks were useful.",
        "During the meeting, Dahl spoke of trade.",
        "Dahl and Quispe met in Oslo.",
        "The meeting between Dahl and Quispe lasted two hours.",
        "Norway and Peru held talks on trade.",
        f"{QUISPE} held talks with {DAHL}.",
        "The meeting took place on 3 May 2024.",
        "Quispe thanked Dahl for the talks.",
    ],
)
def test_later_tellings_add_no_event(encounters: Encounters, more: str) -> None:
    """Going on about the same talks, by whatever words, tells of no second meeting."""
    assert encounters(TALKS + more) == [f"Meeting: {BOTH}"]


@pytest.mark.parametrize(
    ("more", "second"),
    [
        (
            "She met Kenyan President Amina Otieno on 4 May 2024.",
            "Meeting: amina-otieno, ingrid-dahl",
        ),
        ("Dahl met Quispe in Lima on 7 June 2024.", f"Meeting: {BOTH}"),
        ("Dahl will meet Quispe in Lima in June.", f"planned Meeting: {BOTH}"),
        ("Norway and Kenya held talks in Geneva.", "Meeting: kenya, norway"),
        ("Dahl visited Kenya in June.", "Visit: ingrid-dahl, kenya"),
    ],
)
def test_other_events_stay_apart(encounters: Encounters, more: str, second: str) -> None:
    """Another day, another partner, another modality or kind is another event."""
    assert encounters(TALKS + more) == sorted([f"Meeting: {BOTH}", second])


def test_evidence_of_all_tellings_is_kept(read: Read) -> None:
    """The one event stands on every sentence that tells of it, in order."""
    text = TALKS + "Dahl and Quispe met for two hours."
    (one,) = (i for i in read(text) if i.kind == "Meeting")
    assert [text[s:e] for s, e in one.evidence] == [
        TALKS.strip(),
        "Dahl and Quispe met for two hours.",
    ]


def test_later_telling_fills_in_the_place(read: Read) -> None:
    """What a later sentence knows is added to the event."""
    text = f"{DAHL} met with {QUISPE}. Dahl and Quispe held talks in Geneva on 3 May 2024."
    (one,) = (i for i in read(text) if i.kind == "Meeting")
    assert (one.place, one.begin) == ("place/geneva", "2024-05-03")


def test_press_conference_after_talks_is_theirs(read: Read) -> None:
    """ "The press conference" after talks was held by those who talked."""
    text = TALKS + "The joint press conference was long."
    assert {r.entity for i in read(text) if i.kind == "PressConference" for r in i.roles} <= {
        "person/ingrid-dahl",
        "person/tomas-quispe",
    }


def test_meeting_within_a_visit_is_part_of_it(read: Read) -> None:
    """Talks on the day of a visit, by those who visit and are visited, are part of the visit."""
    text = (
        f"{DAHL} visited Peru on 3 May 2024. On 3 May 2024 Dahl held talks with the Peruvian side."
    )
    found = read(text)
    (talks,) = (i for i in found if i.kind == "Meeting")
    assert talks.part_of is not None
    assert found[talks.part_of].kind == "Visit"


def test_talks_in_the_margins_are_part_of_the_conference(read: Read) -> None:
    """Talks "in the margins of" a summit are part of it."""
    text = f"{DAHL} met with {QUISPE} on the margins of a NATO summit in Madrid."
    found = read(text)
    (talks,) = (i for i in found if i.kind == "Meeting")
    assert talks.part_of is not None
    assert found[talks.part_of].kind == "Conference"
