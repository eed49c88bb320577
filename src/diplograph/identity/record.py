"""The records of the fifth step: what one item says, and which IRI each entity has."""

from __future__ import annotations

from dataclasses import dataclass

from diplograph.interactions.record import Interaction
from diplograph.items.record import Item
from diplograph.mentions.record import Entity, Mention, Tenure


@dataclass(frozen=True, slots=True)
class Source:
    """What is kept of a document once its text has been read.

    `identifier`, `digest` (SHA-256 of the bytes, hexadecimal) and the metadata are those of
    `documents.Document`.
    """

    identifier: str
    digest: str
    media_type: str
    title: str | None = None
    publisher: str | None = None
    link: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything one item says, before it is compared with other items.

    `exact` holds the words of every evidence and tenure span, so that the text itself need not
    be kept: `exact[(start, end)] == document.text[start:end]`.
    """

    source: Source
    item: Item
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    tenures: tuple[Tenure, ...]
    interactions: tuple[Interaction, ...]
    exact: dict[tuple[int, int], str]


@dataclass(frozen=True, slots=True)
class Resolved:
    """A reading in which everyone has an IRI that is the same in every document.

    `entity_iris` maps each entity key of the item to its IRI, and each key that its entities and
    tenures only point to (the state a place lies in). `interaction_iris[i]` is the IRI of
    `reading.interactions[i]`. `unresolved` are the keys of persons who could not be told: their
    IRI holds for this item alone.
    """

    reading: Reading
    entity_iris: dict[str, str]
    interaction_iris: tuple[str, ...]
    unresolved: tuple[str, ...] = ()
