"""A reader of items that needs no language model, importable in worker processes.

It understands one form of sentence, "Ingrid Dahl (norway) met Amina Otieno (kenya) on 2025-03-14.",
in which the states may be missing. It breaks on the word BREAK, and on KILL it ends its process.
"""

from __future__ import annotations

import os
import re

from diplograph.interactions import Interaction, Role
from diplograph.items import Item
from diplograph.mentions import Entity
from diplograph.readers import Parts, Reader
from diplograph.vocabulary.namespaces import slug

_TOLD = re.compile(r"([A-Z][\w ]+?)(?: \((\w+)\))? met ([\w ]+?)(?: \((\w+)\))? on ([\d-]+)\.")


def load() -> Reader:
    """The reader, as `pipeline.build` wants it made."""
    return _read


def _read(item: Item) -> Parts:
    if "BREAK" in item.text:
        raise RuntimeError("this cannot be read")
    if "KILL" in item.text:
        os._exit(1)
    told = list(_TOLD.finditer(item.text))
    named = [pair for sentence in told for pair in (sentence.group(1, 2), sentence.group(3, 4))]
    people = {_key(name): _person(name, state) for name, state in named}
    states = {f"state/{state}": _state(state) for _, state in named if state}
    meetings = tuple(_meeting(sentence, item.start) for sentence in told)
    return Parts((*people.values(), *states.values()), (), (), meetings)


def _key(name: str) -> str:
    return f"person/{slug(name)}"


def _person(name: str, state: str | None) -> Entity:
    return Entity(_key(name), "Person", name, state=f"state/{state}" if state else None)


def _state(name: str) -> Entity:
    return Entity(f"state/{name}", "State", name.title())


def _meeting(sentence: re.Match[str], start: int) -> Interaction:
    day = sentence[5]
    return Interaction(
        "Meeting",
        "actual",
        tuple(Role("participant", _key(sentence[group])) for group in (1, 3)),
        tuple(f"state/{sentence[group]}" for group in (2, 4) if sentence[group]),
        ((start + sentence.start(), start + sentence.end()),),
        begin=day,
        end=day,
        earliest=day,
        latest=day,
    )
