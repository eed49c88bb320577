"""When two spellings of a person's name are the same name."""

from __future__ import annotations

from diplograph.mentions import names
from diplograph.vocabulary.namespaces import slug


def fold(name: str) -> str:
    """`name` as the IRI segment that all its spellings share.

    Case, accents, punctuation and what transliterations differ in do not count.

    >>> fold("Volodymyr Zelenskyy"), fold("VOLODYMYR ZELENSKIY")
    ('volodymyr-zelensky', 'volodymyr-zelensky')
    """
    return slug(names.fold(name))


def is_full(name: str) -> bool:
    """Whether `name` has two or more words besides particles, so that it may stand for one person.

    >>> is_full("Ban Ki-moon"), is_full("Otieno"), is_full("von der Leyen")
    (True, False, False)
    """
    return sum(not word[0].islower() for word in name.split()) > 1
