"""Which state or organization publishes an item."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diplograph.items import Item
from diplograph.mentions.side import side

Told = Callable[..., Item]


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("https://www.state.gov/readout/1", "state/united-states"),
        ("https://state.gov", "state/united-states"),
        ("https://WWW.STATE.GOV/readout", "state/united-states"),
        ("http://www.state.gov:80/readout", "state/united-states"),
        ("https://www.state.gov.example.org/readout", None),
        ("https://notkremlin.ru/readout", None),
        ("https://example.org/?from=www.state.gov", None),
        ("https://news.example/1", None),
        ("", None),
        (None, None),
    ],
)
def test_host_of_the_link(told: Told, link: str | None, expected: str | None) -> None:
    """The publisher is known by the host of the item's address, and only by a true host."""
    assert side(told("They met.", link=link)) == expected


def test_publisher_given_as_a_host(told: Told) -> None:
    """A publisher named by its host is known."""
    assert side(told("They met.", publisher="www.state.gov")) == "state/united-states"


def test_address_above_the_body(told: Told) -> None:
    """An address in the lines above the body counts."""
    item = told("They met.", title="Talks", header="https://www.state.gov/talks")
    assert side(item) == "state/united-states"


def test_address_inside_the_body_does_not_count(told: Told) -> None:
    """A link in the running text says nothing about the publisher."""
    assert side(told("They met, see https://www.state.gov/talks for more.", title="Talks")) is None


@pytest.mark.parametrize("link", ["://", "http://", "//", "http://:80", "http://%zz"])
def test_broken_addresses_say_nothing(told: Told, link: str) -> None:
    """A broken address is no publisher and no crash."""
    assert side(told("They met.", link=link)) is None
