"""What the authority lists know is found wherever a text writes it."""

from __future__ import annotations

import pytest

from diplograph.mentions.gazetteer import known


def written(text: str) -> list[tuple[str, str]]:
    """The known forms of a text with their entries."""
    return [(text[k.start : k.end], k.entry.key) for k in known(text)]


def uses(text: str) -> list[str]:
    """How each known form of a text is used."""
    return [k.use for k in known(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru signed.", [("Peru", "state/peru")]),
        ("Trade with the Republic of Peru grew.", [("Republic of Peru", "state/peru")]),
        (
            "NATO and the European Union",
            [
                ("NATO", "organization/north-atlantic-treaty-organization"),
                ("European Union", "organization/european-union"),
            ],
        ),
        ("the EU's envoy", [("EU", "organization/european-union")]),
        ("a U.S. delegation", [("U.S.", "state/united-states")]),
        (
            "the G7 and the Normandy Format",
            [("G7", "grouping/group-of-seven"), ("Normandy Format", "grouping/normandy-format")],
        ),
        (
            "under New START and the JCPOA",
            [
                ("New START", "instrument/new-start"),
                ("JCPOA", "instrument/joint-comprehensive-plan-of-action"),
            ],
        ),
        (
            "in Geneva, Switzerland",
            [("Geneva", "place/geneva"), ("Switzerland", "state/switzerland")],
        ),
        (
            "Kenya, Chile, Laos",
            [("Kenya", "state/kenya"), ("Chile", "state/chile"), ("Laos", "state/laos")],
        ),
        ("Oslo–Nairobi", [("Oslo", "state/norway"), ("Nairobi", "state/kenya")]),
    ],
)
def test_known_names_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    """States, organizations, groupings, treaties and places are found by every name they go by."""
    assert written(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("South Sudan", ["state/south-sudan"]),
        ("Papua New Guinea", ["state/papua-new-guinea"]),
        ("Equatorial Guinea and Guinea-Bissau", ["state/equatorial-guinea", "state/guinea-bissau"]),
        ("the Democratic Republic of the Congo", ["state/democratic-republic-of-the-congo"]),
        ("the UN Security Council", ["organization/united-nations-security-council"]),
        ("the Council of Europe", ["organization/council-of-europe"]),
        ("the European Council", ["organization/european-council"]),
        ("the North Atlantic Council", ["organization/north-atlantic-council"]),
        ("New Zealand", ["state/new-zealand"]),
    ],
)
def test_longest_name_wins(text: str, expected: list[str]) -> None:
    """A longer name is never taken for the shorter one inside it."""
    assert [k.entry.key for k in known(text)] == expected


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("Kenya", "name"),
        ("Kenyan tea", "adjective"),
        ("Nairobi", "capital"),
        ("UK", "name"),
        ("NATO", "abbreviation"),
        ("Kremlin", "metonym"),
    ],
)
def test_use_is_told(text: str, use: str) -> None:
    """Whether a form names a state, describes something of it or stands for it is said."""
    assert uses(text) == [use]


@pytest.mark.parametrize(
    "text",
    [
        "a US-led coalition",
        "the Russia-backed force",
        "peruse the text",
        "who said so",
        "nato",
        "turkey for dinner",
        "IranAir",
        "a jordanian-style tent",
        "mali",
    ],
)
def test_words_that_only_look_alike_are_left_out(text: str) -> None:
    """Parts of words, small letters and compounds such as "US-led" name nobody."""
    assert written(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NORWAY AND KENYA", ["state/norway", "state/kenya"]),
        ("REPUBLIC OF PERU", ["state/peru"]),
        ("EUROPEAN UNION", ["organization/european-union"]),
    ],
)
def test_capitals_match(text: str, expected: list[str]) -> None:
    """A headline in capitals names the same states."""
    assert [k.entry.key for k in known(text)] == expected


@pytest.mark.parametrize("gap", ["\n", "  ", "\r\n", "\xa0", "\t"])
def test_white_space_inside_a_name_does_not_matter(gap: str) -> None:
    """A name broken over two lines is one name, and its span covers both parts."""
    text = f"Ministers of South{gap}Africa came."
    assert written(text) == [(f"South{gap}Africa", "state/south-africa")]


def test_curly_and_straight_apostrophes_are_alike() -> None:
    """A name with an apostrophe is found however the apostrophe is typed."""
    assert [written(f"Côte d{mark}Ivoire")[0][1] for mark in "'’"] == ["state/cote-divoire"] * 2


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Lima", "capital"), ("Kiev", "capital"), ("Chisinau", "capital"), ("Kremlin", "metonym")],
)
def test_every_spelling_of_a_capital_is_the_capital(name: str, expected: str) -> None:
    """An older or plainer spelling of a capital's name is a place as the usual one is."""
    assert [k.use for k in known(f"Talks in {name} began.")] == [expected]
