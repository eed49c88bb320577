"""Whose words an item is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diplograph.mentions import Found

Find = Callable[..., Found]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Statement by Norwegian Foreign Minister Ingrid Dahl", ["person/ingrid-dahl"]),
        ("Remarks by Foreign Minister Ingrid Dahl in Lima", ["person/ingrid-dahl"]),
        ("Norwegian Foreign Minister Ingrid Dahl's remarks in Lima", ["person/ingrid-dahl"]),
        ("Foreign Minister Ingrid Dahl’s opening remarks at the summit", ["person/ingrid-dahl"]),
        ("Foreign Minister Ingrid Dahl's speech in Lima", ["person/ingrid-dahl"]),
        ("Article by Foreign Minister Ingrid Dahl for the daily Prensa", ["person/ingrid-dahl"]),
        (
            "Op-ed by Norwegian Minister Ingrid Dahl and Kenyan Minister Amina Otieno",
            ["person/ingrid-dahl", "person/amina-otieno"],
        ),
        ("Message from Kenyan President Amina Otieno", ["person/amina-otieno"]),
        ("Statement by the European Union", ["organization/european-union"]),
        ("Foreign Minister Ingrid Dahl meets Kenyan Foreign Minister Amina Otieno", []),
        ("Statement on trade", []),
        ("Condolences to Kenya", []),
        ("Remarks to Foreign Minister Ingrid Dahl", []),
    ],
)
def test_title_names_the_author(find: Find, title: str, expected: list[str]) -> None:
    """A title says whose remarks or article it is, or it does not."""
    assert list(find("We welcome the accord.", title=title).authors) == expected


def test_line_below_the_title_names_the_author(find: Find) -> None:
    """One person in the lines above the text is its author."""
    found = find("We welcome it.", title="On trade", header="Foreign Minister Ingrid Dahl")
    assert found.authors == ("person/ingrid-dahl",)


def test_two_names_below_the_title_are_no_author(find: Find) -> None:
    """Where the lines above the text name two persons, the author stays unknown."""
    header = "Foreign Minister Ingrid Dahl\n\nKenyan President Amina Otieno"
    assert find("We welcome it.", title="On trade", header=header).authors == ()


def test_nobody_speaks_in_a_report(find: Find) -> None:
    """A report without a title has no author, whoever it names."""
    assert find("Norwegian Foreign Minister Ingrid Dahl spoke.").authors == ()


def test_letters_are_their_signers_words(find: Find) -> None:
    """Each of several letters belongs to the one whose name and office stand below it."""
    text = (
        "I express my sympathy.\n\nIngrid Dahl,\nPrime Minister of Norway\n\n"
        "I share your grief.\n\nKari Lund,\nForeign Minister of Norway\n"
    )
    spoken = [r.speakers for r in find(text).readings]
    assert spoken == [("person/ingrid-dahl",), (), ("person/kari-lund",), ()]


def test_caption_below_a_report_signs_nothing(find: Find) -> None:
    """A name and an office below a text that says no "I" is no signature."""
    found = find("The minister left for Lima.\n\nIngrid Dahl, Foreign Minister of Norway\n")
    assert [r.speakers for r in found.readings] == [(), ()]
