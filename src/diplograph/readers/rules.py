"""The built-in reader: grammar, word lists and a small language model for names and syntax."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from diplograph import interactions, mentions
from diplograph.items.record import Item
from diplograph.mentions import Found, Model
from diplograph.readers.record import Parts, Reader


@dataclass(frozen=True, slots=True)
class Rules:
    """Makes the built-in reader; a worker process makes its own, once.

    `model` is the spaCy model to read with, None the best one installed.
    """

    model: str | None = None

    def __call__(self) -> Reader:
        """Load the model, and return what reads an item with it."""
        return partial(read, mentions.load(self.model))


def read(model: Model, item: Item) -> Parts:
    """Who and what an item names, and what it says happened."""
    # Else every word ever seen stays; what leaves the zone holds texts and places, no tokens.
    with model.language.memory_zone():
        return parts(item, mentions.find(item, model))


def parts(item: Item, found: Found) -> Parts:
    """What the rules make of an item in which the mentions are found."""
    return Parts(
        tuple(found.entities.values()),
        found.mentions,
        found.tenures,
        interactions.find(item, found),
    )
