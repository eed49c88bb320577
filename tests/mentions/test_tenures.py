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
    """ "The Russian President" is the only Russian the item names."""
    found = find("Vladimir Putin spoke. The President of Russia left early.")
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Fijian Deputy Prime Minister and Foreign Minister Tomas Quispe spoke.",
            [
                ("tomas-quispe", "Foreign Minister", "fiji"),
                ("tomas-quispe", "Deputy Prime Minister", "fiji"),
            ],
        ),
        (
            "Ingrid Dahl, Minister of Trade of Norway and Deputy Chair of the Commission, spoke.",
            [
                ("ingrid-dahl", "Minister of Trade", "norway"),
                ("ingrid-dahl", "Deputy Chair of the Commission", "norway"),
            ],
        ),
        (
            "The Permanent Representative of Kenya to the OPCW, Ambassador Amina Otieno, spoke.",
            [
                ("amina-otieno", "Ambassador", "kenya"),
                ("amina-otieno", "Permanent Representative", "kenya"),
            ],
        ),
        (
            "Ambassador Amina Otieno, Permanent Representative of Kenya to the UN, spoke.",
            [
                ("amina-otieno", "Ambassador", "kenya"),
                ("amina-otieno", "Permanent Representative", "kenya"),
            ],
        ),
        (
            "OSCE Chair-in-Office, Malta's Foreign Minister Ingrid Dahl, spoke.",
            [
                ("ingrid-dahl", "Foreign Minister", "malta"),
                (
                    "ingrid-dahl",
                    "Chair-in-Office",
                    "organization-for-security-and-co-operation-in-europe",
                ),
            ],
        ),
        (
            "Peru's defense minister General Tomas Quispe spoke.",
            [("tomas-quispe", "General", "peru"), ("tomas-quispe", "defense minister", "peru")],
        ),
    ],
)
def test_chains_of_offices_are_one_holders(
    find: Find, text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    """Offices that follow one another before or after a name are all of that person."""
    assert held(find(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The President and Foreign Minister Ingrid Dahl spoke.",
        "President Amina Otieno, Foreign Minister Ingrid Dahl and others spoke.",
        "The Kenyan President, Norwegian Foreign Minister Ingrid Dahl and others spoke.",
    ],
)
def test_offices_of_others_in_a_list_stay_theirs(find: Find, text: str) -> None:
    """An office beside another person's is not taken for a second one of hers."""
    titles = [t.title for t in find(text).tenures if t.holder == "person/ingrid-dahl"]
    assert titles == ["Foreign Minister"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Participants: Mr. Tomas Quispe, Undersecretary, Peru; Ms. Ingrid Dahl, Deputy "
            "Minister, Norway",
            [
                ("tomas-quispe", "Undersecretary", "peru"),
                ("ingrid-dahl", "Deputy Minister", "norway"),
            ],
        ),
        (
            "Among them was Senator Ingrid Dahl (Norway).",
            [("ingrid-dahl", "Senator", "norway")],
        ),
        (
            "Peru's Foreign Minister Tomas Quispe, Norway's Ingrid Dahl and Kenya's Amina Otieno "
            "met.",
            [
                ("tomas-quispe", "Foreign Minister", "peru"),
                ("ingrid-dahl", "Foreign Minister", "norway"),
                ("amina-otieno", "Foreign Minister", "kenya"),
            ],
        ),
        (
            "The Kenyan president Amina Otieno, the prime minister Njeri Kamau, and the speaker, "
            "Wanjiru Mwangi, met.",
            [
                ("amina-otieno", "president", "kenya"),
                ("njeri-kamau", "prime minister", "kenya"),
                ("wanjiru-mwangi", "speaker", "kenya"),
            ],
        ),
        (
            "She met her Slovak and Czech counterparts, Juraj Hora and Jan Skala.",
            [
                ("juraj-hora", "counterpart", "slovakia"),
                ("jan-skala", "counterpart", "czech-republic"),
            ],
        ),
    ],
)
def test_lists_of_participants(
    find: Find, text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    """In a list each name has its own office and side, also where a word is left out."""
    assert held(find(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ingrid Dahl, who serves as Norway's ambassador, spoke.", "norway"),
        ("Speaker of the National Assembly of Kenya Amina Otieno spoke.", "kenya"),
        ("Iranian parliament speaker Tomas Quispe spoke.", "iran"),
        ("The spokesman for the Peruvian Foreign Ministry, Tomas Quispe, spoke.", "peru"),
        ("Kenyan officials Amina Otieno and Njeri Kamau spoke.", "kenya"),
        (
            "Ingrid Dahl, deputy spokesperson for UN Secretary-General Jan Berg, spoke.",
            "united-nations",
        ),
        ("Under-Secretary-General Ingrid Dahl spoke.", "united-nations"),
        ("Mayor of Oslo Ingrid Dahl spoke.", "norway"),
    ],
)
def test_sides_of_offices(find: Find, text: str, expected: str) -> None:
    """The side is found also behind a body, an organ, another office or a capital."""
    assert held(find(text))[0][2] == expected


def test_address_blocks_and_signatures_of_letters(find: Find) -> None:
    """The lines of an address are one phrase, and so are those of a signature."""
    text = (
        "Her Excellency Amina Otieno\nPresident of the Republic of Kenya,\nNairobi.\n\n"
        "I send my congratulations.\n\nIngrid Dahl,\nPrime Minister of Norway\n"
    )
    assert held(find(text)) == [
        ("amina-otieno", "President", "kenya"),
        ("ingrid-dahl", "Prime Minister", "norway"),
    ]
