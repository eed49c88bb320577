"""A `Reading` as JSON text and back, for keeping it in the catalog."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from diplograph.identity.record import Reading, Source
from diplograph.interactions.record import Interaction, Role
from diplograph.items.record import Item
from diplograph.mentions.record import Entity, Mention, Tenure

Span = tuple[int, int]


def encode(reading: Reading) -> str:
    """`reading` without its source, as JSON in which equal readings are equal text."""
    record = {
        "item": asdict(reading.item),
        "entities": [asdict(entity) for entity in reading.entities],
        "mentions": [asdict(mention) for mention in reading.mentions],
        "tenures": [asdict(tenure) for tenure in reading.tenures],
        "interactions": [asdict(interaction) for interaction in reading.interactions],
        "exact": [[start, end, words] for (start, end), words in sorted(reading.exact.items())],
    }
    return json.dumps(record, separators=(",", ":"))


def decode(text: str, source: Source) -> Reading:
    """The reading that `encode` wrote, of a document known by `source`."""
    record = json.loads(text)
    return Reading(
        source,
        _item(record["item"]),
        tuple(_entity(entity) for entity in record["entities"]),
        tuple(Mention(**mention) for mention in record["mentions"]),
        tuple(Tenure(**tenure) for tenure in record["tenures"]),
        tuple(_interaction(interaction) for interaction in record["interactions"]),
        {(start, end): words for start, end, words in record["exact"]},
    )


def _item(record: dict[str, Any]) -> Item:
    title_span = record["title_span"]
    return Item(
        **record
        | {
            "title_span": tuple(title_span) if title_span else None,
            "furniture": _spans(record["furniture"]),
        }
    )


def _entity(record: dict[str, Any]) -> Entity:
    return Entity(**record | {"forms": tuple(record["forms"])})


def _interaction(record: dict[str, Any]) -> Interaction:
    return Interaction(
        **record
        | {
            "roles": tuple(Role(**role) for role in record["roles"]),
            "parties": tuple(record["parties"]),
            "evidence": _spans(record["evidence"]),
            "topics": tuple(record["topics"]),
            "instruments": tuple(record["instruments"]),
            "readers": tuple(record["readers"]),
        }
    )


def _spans(pairs: Iterable[Iterable[int]]) -> tuple[Span, ...]:
    return tuple((start, end) for start, end in pairs)
