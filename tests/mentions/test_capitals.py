"""Telegrams in capitals."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diplograph.mentions import Found

Find = Callable[..., Found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "FOREIGN MINISTER JAN DAHL OF NORWAY ARRIVED NAIROBI THURSDAY ON OFFICIAL VISIT.",
            [("Jan Dahl", "state/norway")],
        ),
        (
            "SOVIET AMBASSADOR IVAN GROMOV EXPRESSED REGRET. GROMOV SAID TALKS WOULD CONTINUE.",
            [("Ivan Gromov", "state/soviet-union")],
        ),
        (
            "THE TWO MINISTERS REVIEWED SITUATION IN SOUTHERN AFRICA AND SIGNED AGREEMENT.",
            [],
        ),
        (
            "KENYAN PRESIDENT SAMUEL OTIENO RECEIVED CHARGE D'AFFAIRES DUPONT OF FRANCE TODAY.",
            [("Dupont", "state/france"), ("Samuel Otieno", "state/kenya")],
        ),
    ],
)
def test_people_of_a_telegram(find: Find, text: str, expected: list[tuple[str, str]]) -> None:
    """Names and their states are told from verbs and nouns though all is in capitals."""
    people = [e for e in find(text).entities.values() if e.kind == "Person"]
    assert sorted((e.name, e.state) for e in people) == expected


def test_positions_stay_in_a_telegram(find: Find) -> None:
    """Readings have small letters at the very places of the document's capitals."""
    text = "NORWEGIAN MINISTER JAN DAHL CALLED ON THE PRESIDENT OF KENYA YESTERDAY."
    reading = find(text).readings[-1]
    assert reading.passage.text == (
        "Norwegian minister Jan Dahl called on the president of Kenya yesterday."
    )
