"""What a reader makes of an item."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from diplograph.interactions.record import Interaction
from diplograph.items.record import Item
from diplograph.mentions.record import Entity, Mention, Tenure


@dataclass(frozen=True, slots=True)
class Parts:
    """What was recognized in one item.

    `dropped` counts what a reader was told and did not believe, by reason.
    """

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    tenures: tuple[Tenure, ...]
    interactions: tuple[Interaction, ...]
    dropped: Mapping[str, int] = field(default_factory=dict)


Reader = Callable[[Item], Parts]
