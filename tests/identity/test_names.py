"""When two spellings are one name."""

from __future__ import annotations

import pytest

from diplograph.identity.names import fold, is_full


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergey Lavrov", "SERGEI LAVROV"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ("Marija Pejčinović Burić", "Marija Pejcinovic Buric"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Mevlüt Çavuşoğlu", "Mevlut Cavusoglu"),
    ],
)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    """Case, accents, hyphens and transliterated endings do not tell two people apart."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("John Kerry", "Jon Kerry"), ("Wang Yi", "Wang Li"), ("王毅", "习近平")],
)
def test_different_names_stay_different(one: str, other: str) -> None:
    """Folding joins spellings, not names."""
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Ingrid Dahl", True),
        ("Ban Ki-moon", True),
        ("Dahl", False),
        ("al-Assad", False),
        ("von der Leyen", False),
    ],
)
def test_particles_do_not_make_a_full_name(name: str, full: bool) -> None:
    """A surname with particles is still only a surname."""
    assert is_full(name) is full
