"""Which office each person is seen in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diplograph.mentions import Found

Find = Callable[..., Found]
ENGLISH = {"link": "https://www.state.gov/remarks/1"}


def held(found: Found) -> list[tuple[str, str, str | None]]:
    """Holder, title and side of each tenure, without the kinds of their keys."""
    return [(_bare(t.holder), t.title, t.of and _bare(t.of)) for t in found.tenures]


def _bare(key: str) -> str:
    return key.partition("/")[2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norwegian Foreign Minister Ingrid Dahl spoke.",
            [("ingrid-dahl", "Foreign Minister", "norway")],
        ),
        (
            "Ingrid Dahl, Norway's Foreign Minister, spoke.",
            [("ingrid-dahl", "Foreign Minister", "norway")],
        ),
        (
            "Ingrid Dahl, the Foreign Minister of Norway, spoke.",
            [("ingrid-dahl", "Foreign Minister", "norway")],
        ),
        (
            "The Minister of Foreign Affairs of Norway, Ingrid Dahl, spoke.",
            [("ingrid-dahl", "Minister of Foreign Affairs", "norway")],
        ),
        (
            "NATO Secretary General Pieter Meer spoke.",
            [("pieter-meer", "Secretary General", "north-atlantic-treaty-organization")],
        ),
        (
            "Foreign Ministers Ingrid Dahl of Norway and Tomas Quispe of Peru met.",
            [
                ("ingrid-dahl", "Foreign Ministers", "norway"),
                ("tomas-quispe", "Foreign Ministers", "peru"),
            ],
        ),
        ("President Amina Otieno of Kenya spoke.", [("amina-otieno", "President", "kenya")]),
        (
            "Ingrid Dahl (Foreign Minister of Norway) spoke.",
            [("ingrid-dahl", "Foreign Minister", "norway")],
        ),
        ("The President of Kenya Amina Otieno spoke.", [("amina-otieno", "President", "kenya")]),
        (
            "The Norwegian minister met her Peruvian counterpart Tomas Quispe.",
            [("tomas-quispe", "counterpart", "peru")],
        ),
        (
            "Norwegian Foreign Minister Ingrid Dahl met her Peruvian counterpart Tomas Quispe.",
            [
                ("ingrid-dahl", "Foreign Minister", "norway"),
                ("tomas-quispe", "Foreign Minister", "peru"),
            ],
        ),
        ("Journalist Tomas Quispe left Peru.", []),
        ("Ms Ingrid Dahl spoke.", []),
    ],
)
def test_office_of_a_person(find: Find, text: str, expected: list[tuple[str, str, str]]) -> None:
    """A person is seen in the office that stands beside the name, on the side it belongs to."""
    assert held(find(text)) == expected


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("Former Norwegian Prime Minister Kari Lund spoke.", True),
        ("Kari Lund, former Prime Minister of Norway, spoke.", True),
        ("Norwegian Prime Minister Kari Lund spoke.", False),
    ],
)
def test_former_tenures(find: Find, text: str, former: bool) -> None:
    """A past office is a former tenure and is not seen held on the item's day."""
    (tenure,) = find(text, issued="2024-05-03").tenures
    assert (tenure.former, tenure.observed) == (former, None if former else "2024-05-03")


def test_side_is_taken_from_elsewhere_in_the_item(find: Find) -> None:
    """An office without a side has the side that the item gives the same person."""
    text = "Minister Dahl spoke in Lima. Norwegian Foreign Minister Ingrid Dahl left."
    assert {t.of for t in find(text).tenures} == {"state/norway"}


def test_publisher_owns_offices_without_a_side(find: Find) -> None:
    """On a government's page "the Secretary" is its own."""
    assert held(find("Secretary Ingrid Dahl spoke.", **ENGLISH)) == [
        ("ingrid-dahl", "Secretary", "united-states")
    ]


def test_unknown_side_stays_unknown(find: Find) -> None:
    """Without any hint nobody guesses whose minister it is."""
    assert held(find("Minister Ingrid Dahl spoke.")) == [("ingrid-dahl", "Minister", None)]


def test_single_holder_of_a_silent_office(find: Find) -> None:
    """ "The President of Russia" is the only Russian the item names."""
    found = find("Vladimir Putin spoke. The President of Russia thanked the guests.")
    assert held(found) == [("vladimir-putin", "President", "russia")]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Norwegian Foreign Minister Ingrid Dahl spoke.", "state/norway"),
        (
            "NATO Secretary General Ingrid Dahl spoke.",
            "organization/north-atlantic-treaty-organization",
        ),
        (
            "Former Norwegian minister Ingrid Dahl spoke. NATO Secretary General Ingrid Dahl left.",
            "organization/north-atlantic-treaty-organization",
        ),
        ("Ms Ingrid Dahl spoke.", None),
    ],
)
def test_side_of_a_person(find: Find, text: str, state: str | None) -> None:
    """A person serves the side of a present office before that of a former one."""
    assert find(text).entities["person/ingrid-dahl"].state == state


def test_span_says_the_office(find: Find) -> None:
    """The span of a tenure holds the office, its side and the name."""
    text = "Yesterday Norwegian Foreign Minister Ingrid Dahl spoke."
    (tenure,) = find(text).tenures
    assert text[tenure.start : tenure.end] == "Norwegian Foreign Minister Ingrid Dahl"
