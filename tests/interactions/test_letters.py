"""Letters, notes and papers: from whom to whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Encounters = Callable[..., list[str]]

DAHL = "Norwegian Foreign Minister Ingrid Dahl"
QUISPE = "Peruvian Foreign Minister Tomas Quispe"
BOTH = ["Correspondence: ingrid-dahl, tomas-quispe"]
STATES = ["Correspondence: norway, peru"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{DAHL} sent condolences to {QUISPE}.", BOTH),
        (f"In his new year's message, {QUISPE} congratulated {DAHL} on her election.", BOTH),
        (f"{QUISPE} thanked {DAHL} for her message on the anniversary.", BOTH),
        (f"{DAHL} handed a note to {QUISPE} on Monday.", BOTH),
        ("Norway submitted its proposals to Peru in March.", STATES),
        ("Peru studied the papers shared with Lima by Norway last month.", STATES),
        ("The proposals relayed to Peru by Norway were modest.", STATES),
        (
            "Norway awaits the written response of Peru to the Norwegian Government.",
            ["proposed Correspondence: norway, peru"],
        ),
    ],
)
def test_letters(encounters: Encounters, text: str, expected: list[str]) -> None:
    """A letter joins who wrote it and who got it, also where it is only handed over or thanked."""
    assert encounters(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Norway's proposals were discussed in Peru.",
        f"{DAHL} said that Peru had a good response to the crisis.",
        f"{DAHL} expressed her condolences and flew home to Oslo.",
    ],
)
def test_no_letters(encounters: Encounters, text: str) -> None:
    """Papers, responses and condolences that nobody sent to anybody are no letters."""
    assert not [e for e in encounters(text) if "Correspondence" in e]
