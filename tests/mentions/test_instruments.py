"""Treaties, agreements and resolutions that no list has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diplograph import mentions
from diplograph.items import Item
from diplograph.mentions import Model


@pytest.fixture
def named(model: Model) -> Callable[[str], list[str]]:
    """The instruments in a text: "the Oslo Pact" gives "oslo-pact"."""

    def find(text: str) -> list[str]:
        found = mentions.find(Item("press/a.txt", 1, 0, len(text), 0, text, None, None), model)
        keys = (k for r in found.readings for ref in r.references for k in ref.entities)
        return [k.partition("/")[2] for k in keys if k.startswith("instrument/")]

    return find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They signed the Naivasha Ceasefire Agreement.", ["naivasha-ceasefire-agreement"]),
        ("Both praised the Mombasa Accords of last year.", ["mombasa-accords"]),
        ("The Treaty on Friendship and Cooperation between Peru and Fiji is old.",
         ["treaty-on-friendship-and-cooperation"]),
        ("A Memorandum of Understanding on Ferry Safety was signed.",
         ["memorandum-of-understanding-on-ferry-safety"]),
        ("Peru joined the Convention against the Trade in Ivory in 2020.",
         ["convention-against-the-trade-in-ivory"]),
        ("UN Security Council resolution 2799 was adopted.",
         ["un-security-council-resolution-2799"]),
        ("They recalled UNSCR 2799 and the mandate.", ["un-security-council-resolution-2799"]),
        ("General Assembly resolution 76/300 was adopted.",
         ["un-general-assembly-resolution-76-300"]),
        ("The Memorandum of Understanding was signed.", []),
        ("They reached an agreement on trade.", []),
        ("The Agreement was signed on Monday.", []),
    ],
)  # fmt: skip
def test_unlisted_instruments(
    named: Callable[[str], list[str]], text: str, expected: list[str]
) -> None:
    """A name in capitals with a noun of agreement is an instrument; a mere noun is none."""
    assert named(text) == expected
