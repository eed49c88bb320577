"""Reading with a language model, alone or beside the rules."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from diplograph import mentions
from diplograph.items.record import Item
from diplograph.mentions import Model
from diplograph.readers import rules
from diplograph.readers.llm.asking import answers
from diplograph.readers.llm.cache import Replies
from diplograph.readers.llm.facts import facts
from diplograph.readers.merging import merged
from diplograph.readers.record import Parts, Reader


@dataclass(frozen=True, slots=True)
class Tandem:
    """Makes a reader of the answers that the language model `llm` gave, kept in `folder`.

    `model` is the spaCy model that finds who and what is named. `program` is what the rules are
    called beside the language model where both read; None where the language model reads alone.
    """

    llm: str
    folder: Path
    model: str | None = None
    program: str | None = None

    def __call__(self) -> Reader:
        """Load the spaCy model, and return what reads an item."""
        return partial(_read, mentions.load(self.model), self)


def _read(model: Model, how: Tandem, item: Item) -> Parts:
    with model.language.memory_zone():
        found = mentions.find(item, model)
        told = facts(item, found, answers(item, how.llm, Replies(how.folder)))
        if how.program is None:
            return told
        return merged(rules.parts(item, found), told, (how.program, how.llm), item)
