"""Which names mean the same actor or place."""

from __future__ import annotations

import pytest

from diplograph.evaluation.names import actor, fold, same, same_place, shared


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Russian Federation", "Russia"),
        ("EU", "European Union"),
        ("Marija Pejčinović Burić", "Marija Pejcinovic Buric"),
        ("Sergey Lavrov", "SERGEI LAVROV"),
        ("Guinea-Bissau", "Guinea Bissau"),
    ],
)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    """Case, accents, articles, transliterations and official names do not count."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Ingrid Dahl", "Dahl", True),
        ("Dahl", "Minister Dahl", True),
        ("Ingrid Dahl", "Jonas Dahl", False),
        ("Norway", "Sweden", False),
    ],
)
def test_a_surname_alone_may_be_anybody_of_that_name(one: str, other: str, expected: bool) -> None:
    """Two full names are two persons, a surname and a full name may be one."""
    assert same(actor(one), actor(other)) is expected


def test_an_actor_is_known_by_each_of_its_names() -> None:
    """One shared form is enough."""
    assert same(actor("The Marshal", ["Omar Khalil"]), actor("Omar Khalil", ["O. K."]))


@pytest.mark.parametrize(
    ("some", "others", "expected"),
    [
        ("Dahl|Otieno", "Otieno|Dahl", 1.0),
        ("Dahl|Otieno|Khalil", "Dahl|Otieno", 2 / 3),
        ("Dahl|Dahl", "Dahl", 1 / 2),
        ("Dahl", "Otieno", 0.0),
    ],
)
def test_groups_share_what_is_in_both(some: str, others: str, expected: float) -> None:
    """Each member counts once."""
    groups = ([actor(name) for name in names.split("|")] for names in (some, others))
    assert shared(*groups) == pytest.approx(expected)


def test_full_names_are_paired_first() -> None:
    """Whoever could stand for several by a last name takes nobody's own partner away."""
    china, taiwan = actor("China"), actor("Taiwan", ["Nationalist China"])
    for groups in ([china, taiwan], [taiwan, china]):
        assert shared(groups, [actor("China"), actor("Taiwan")]) == 1


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Moscow", "Kremlin, Moscow", True),
        ("Geneva", "geneva", True),
        ("Oslo", "Nairobi", False),
        ("", "", True),
        ("Oslo", "", False),
    ],
)
def test_places_may_be_told_more_or_less_fully(one: str, other: str, expected: bool) -> None:
    """A hall in a city is in the city; nowhere is only nowhere."""
    places = (frozenset({fold(name)}) if name else frozenset[str]() for name in (one, other))
    assert same_place(*places) is expected
