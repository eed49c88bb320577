"""The records of the third step: who and what is named, and who that is inside the item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "Person", "State", "Organization", "Grouping", "Office", "Place", "Date", "Instrument", "Topic"
]


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something of one item, under one key.

    `key` is unique inside the item. For what the authority files know it is their id
    (`state/russia`, `organization/nato`, `grouping/g7`, `place/moscow`, `instrument/new-start`),
    for a person found in the text `person/<slug of the fullest name>`, otherwise
    `<kind>/<slug>`. `name` is the canonical name (authority) or the fullest form in the item
    ("Ingrid Dahl"); `forms` every other form met ("Dahl"). `state` is the key of the
    state or organization a person serves or a place lies in, where the item or the authority
    files say so.
    """

    key: str
    kind: Kind
    name: str
    forms: tuple[str, ...] = ()
    state: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of the document's text that names an entity (`entity` is its key)."""

    start: int
    end: int
    kind: Kind
    entity: str


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person seen in one office: "Russian Foreign Minister Sergey Lavrov".

    `holder` and `of` are entity keys (`of` is None where the text does not say whose office it
    is), `title` the office as in the text ("Foreign Minister"), `start:end` the span that says so.
    `observed` is the ISO date at which it was seen held, where known. `former` says the text calls
    it past.
    """

    holder: str
    title: str
    of: str | None
    start: int
    end: int
    observed: str | None = None
    former: bool = False
