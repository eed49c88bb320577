"""At whom a statement aims: its object, the doer of what it is about, the partner, the title's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diplograph.interactions import Interaction

Read = Callable[..., tuple[Interaction, ...]]

DAHL = "Norwegian Foreign Minister Ingrid Dahl"
OTIENO = "Kenyan Foreign Minister Amina Otieno"


def aims(found: tuple[Interaction, ...]) -> list[str]:
    """Each statement with those it aims at: "request: kenya"."""
    return [
        f"{i.speech_act}: {', '.join(sorted(_aimed(i)))}".rstrip(": ")
        for i in found
        if i.kind == "Statement"
    ]


def _aimed(statement: Interaction) -> set[str]:
    aimed = (r for r in statement.roles if r.name in ("target", "addressee"))
    return {r.entity.partition("/")[2] for r in aimed}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{DAHL} welcomed the decision of Peru and thanked Kenya.",
            ["support: peru", "courtesy: kenya"],
        ),
        (
            f"{DAHL} condemned the strike by Belarus and urged Moldova to show restraint.",
            ["condemn: belarus", "request: moldova"],
        ),
        (
            f"{DAHL} praised Peru, adding that she regretted the vote in Chile.",
            ["support: peru", "concern: chile"],
        ),
        (
            f"{DAHL} expressed concern at the raids and called on Belarus to withdraw.",
            ["concern", "request: belarus"],
        ),
    ],
)
def test_each_act_has_its_own_targets(read: Read, text: str, expected: list[str]) -> None:
    """Of two acts in a sentence each aims at those its own words name."""
    assert sorted(aims(read(text))) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{DAHL} asked Kenya to mediate between Sudan and Chad.", "request: kenya"),
        (f"{DAHL} thanked Peru for its contribution to the mission in Mali.", "courtesy: peru"),
        (f"{DAHL} called on Belarus to respect the border with Poland.", "request: belarus"),
        (f"{DAHL} welcomed the decision of Peru to send troops to Mali.", "support: peru"),
        (f"{DAHL} expressed support for Moldova's accession to the EU.", "support: moldova"),
        (f"{DAHL} supported the efforts of Kenya to reconcile Sudan and Chad.", "support: kenya"),
        (
            f"{DAHL}, who met the King of Sweden on Monday, regretted the vote in Peru.",
            "concern: peru",
        ),
        (f"{DAHL} informed {OTIENO} that Peru would sign.", "state: amina-otieno"),
        ("Kenya has been asked by Norway to mediate in Chad.", "request: kenya"),
    ],
)
def test_objects_and_doers(read: Read, text: str, expected: str) -> None:
    """Whoever is asked, thanked or said to have done something is meant, nobody behind."""
    assert aims(read(text)) == [expected]


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Press statement on Chad", "Norway condemned the attack.", "condemn: chad"),
        ("Elections in Belarus", "Norway called for new elections.", "request: belarus"),
        ("Attack in Chad", "Norway condemned the strike of Sudan.", "condemn: sudan"),
        ("Chad and Sudan", "Norway condemned the attack.", "condemn"),
        ("Press statement on Chad", "Norway noted that trade was growing.", "state"),
    ],
)
def test_the_state_of_the_title(read: Read, title: str, text: str, expected: str) -> None:
    """A demand or reproach that names nobody is for the one state its title names."""
    assert aims(read(text, title=title)) == [expected]


def test_the_state_of_the_heading(read: Read) -> None:
    """In a briefing of several subjects the heading above counts."""
    text = (
        "1. Chad – Attack\n\nNorway condemned it.\n\n2. Peru – Vote\n\nNorway regretted the vote."
    )
    assert aims(read(text, title="Press briefing")) == ["condemn: chad", "concern: peru"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{DAHL} received {OTIENO}. Otieno expressed her gratitude.", ["courtesy: ingrid-dahl"]),
        (f"{DAHL} met {OTIENO} in Oslo. Dahl voiced her support.", ["support: amina-otieno"]),
        (f"{DAHL} met {OTIENO} in Oslo. Dahl condemned the attack.", ["condemn"]),
    ],
)
def test_partners_in_talks(read: Read, text: str, expected: list[str]) -> None:
    """Thanks and support that name nobody go to whom the speaker talks with."""
    assert sorted(aims(read(text))) == sorted(expected)
