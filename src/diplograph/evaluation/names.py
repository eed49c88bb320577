"""When a name in an annotation and a name in the graph mean the same actor."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from diplograph.vocabulary import authority

_SIDES = ("State", "Organization", "Grouping")
_NAMES = ("name", "abbreviation")


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody: `name` to show, `forms` every folded form the name has."""

    name: str
    forms: frozenset[str]


def actor(name: str, others: Iterable[str] = ()) -> Actor:
    """An actor by the names it is known by."""
    return Actor(name, frozenset(fold(one) for one in (name, *others)))


@cache
def fold(name: str) -> str:
    """A name without what spellings differ in; states and organizations by their usual name.

    >>> fold("the Russian Federation"), fold("Sergei Lavrov") == fold("SERGEY LAVROV")
    ('russia', True)
    """
    text = _plain(name)
    text = _usual().get(text, text)
    return re.sub(r"(?<=[a-z])(ey|ei|iy|yi|yy|ij)\b", "y", text)


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name)
    text = "".join(c for c in letters if not unicodedata.combining(c)).casefold()
    text = re.sub(r"[’'`]s\b", "", text)
    text = re.sub(r"[^\w\s.-]", "", text).replace("-", " ").strip(" .")
    return re.sub(r"^(the|an?)\s+", "", re.sub(r"\s+", " ", text))


@cache
def _usual() -> dict[str, str]:
    """The usual name of whoever a form means alone: "european union" and "eu" are one."""
    meant: dict[str, set[str]] = {}
    for entry in authority.entries().values():
        if entry.kind in _SIDES:
            for form in entry.forms:
                if form.use in _NAMES:
                    meant.setdefault(_plain(form.text), set()).add(_plain(entry.name))
    return {form: names.pop() for form, names in meant.items() if len(names) == 1}


def same(one: Actor, other: Actor) -> bool:
    """Whether two share a name, or one is known only by the other's last name."""
    return _share_a_form(one, other) or any(_short(a, b) for a in one.forms for b in other.forms)


def _share_a_form(one: Actor, other: Actor) -> bool:
    return bool(one.forms & other.forms)


def _short(a: str, b: str) -> bool:
    """ "lavrov" is short for "sergy lavrov"; "john smith" and "ann smith" are two."""
    left, right = a.split(), b.split()
    return left[-1:] == right[-1:] and bool(left) and 1 in (len(left), len(right))


def shared(some: Iterable[Actor], others: Iterable[Actor]) -> float:
    """How much two groups have in common, of all in either: 0 to 1, 0 where one is empty.

    Who shares a full name is paired before last names are compared: "China" is China, though
    another is called "Nationalist China", too.
    """
    left, right = list(some), list(others)
    total = len(left) + len(right)
    for alike in (_share_a_form, same):
        for one in tuple(left):
            if match := next((other for other in right if alike(one, other)), None):
                left.remove(one)
                right.remove(match)
    common = (total - len(left) - len(right)) / 2
    return common / (total - common) if common else 0.0


def same_place(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two places are one, or one name holds the other: "Kremlin, Moscow" and "Moscow".

    Unknown is the same as unknown only.
    """
    if not one or not other:
        return not one and not other
    return any(a in b or b in a for a in one for b in other if a and b)
