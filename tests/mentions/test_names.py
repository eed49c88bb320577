"""Personal names: where they end, and which spellings are one name."""

from __future__ import annotations

import pytest

from diplograph.mentions.names import fold, name_at, words


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ingrid Dahl met", "Ingrid Dahl"),
        ("Ingrid Dahl's visit", "Ingrid Dahl"),
        ("Ingrid Dahl’s visit", "Ingrid Dahl"),
        ("Jean-Luc Moreau arrived", "Jean-Luc Moreau"),
        ("Pieter van der Meer spoke", "Pieter van der Meer"),
        ("Khalid bin Rashid Al Amri said", "Khalid bin Rashid Al Amri"),
        ("Antony J. Marlow flew", "Antony J. Marlow"),
        ("Maria dos Santos Lima, minister", "Maria dos Santos Lima"),
        ("Ñusta Quispe llegó", "Ñusta Quispe"),
        ("Seán O'Malley left", "Seán O'Malley"),
        ("Seán O’Malley left", "Seán O’Malley"),
        ("Ingrid\nDahl met", "Ingrid\nDahl"),
        ("Ingrid Dahl. He left", "Ingrid Dahl"),
        ("Ingrid Dahl in Oslo", "Ingrid Dahl"),
        ("Ingrid Dahl and Amina Otieno", "Ingrid Dahl"),
        ("Ingrid Dahl, Amina Otieno", "Ingrid Dahl"),
        ("Henry Marlow Jr. met", "Henry Marlow Jr."),
        ("DAHL met", "DAHL"),
    ],
)
def test_where_a_name_ends(text: str, name: str) -> None:
    """A name takes its particles, initials and suffixes, and stops before everything else."""
    assert text[: name_at(text, 0)] == name


@pytest.mark.parametrize(
    "text",
    [
        "met Dahl",
        "the Minister",
        "President",
        "Monday",
        "1999",
        "",
        " Dahl",
        "“Dahl",
        "In Oslo",
        "Foreign Minister",
    ],
)
def test_no_name_begins(text: str) -> None:
    """Common words, titles, days and marks begin no name."""
    assert name_at(text, 0) is None


def test_closed_spans_are_kept_out() -> None:
    """A name does not run into what is already known to be a state."""
    assert name_at("Ingrid Dahl Norway", 0, [(12, 18)]) == 11
    assert name_at("Norway", 0, [(0, 6)]) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei Petrov", "Sergey PETROV"),
        ("José Muñoz", "Jose Munoz"),
        ("Dmitrii Belov", "Dmitry Belov"),
        ("Andrei Orlovskiy", "Andrey Orlovsky"),
        ("Abdul-Rahman Saleh", "Abdul Rahman Saleh"),
        ("Ilham Karaliyev", "Ilham Karaliev"),
        ("O’Malley", "O'Malley"),
        ("  Ingrid   Dahl ", "Ingrid Dahl"),
    ],
)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    """Case, accents, hyphens and the usual transliterations do not make another name."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ingrid Dahl", "Ingvild Dahl"),
        ("Amina Otieno", "Amina Odhiambo"),
        ("Li Wei", "Lu Wei"),
        ("Ivan Petrov", "Ivan Petrova"),
    ],
)
def test_different_names_stay_different(one: str, other: str) -> None:
    """Folding brings no two different names together."""
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Antony J. Marlow", ["antony", "marlow"]),
        ("Henry Marlow Jr.", ["henry", "marlow"]),
        ("Jean-Luc Moreau", ["jean", "luc", "moreau"]),
        ("", []),
    ],
)
def test_words_of_a_name(name: str, expected: list[str]) -> None:
    """Initials and suffixes do not count when names are compared."""
    assert words(name) == expected
