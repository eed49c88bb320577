"""What two readers found in one item, put together.

Two findings are one fact where they are of one family (a visit, talks, a conference and a meal are;
every other kind is by itself), stand on overlapping words, and tell mostly of the same actors. One
fact keeps what the first reader says, takes from the second what the first leaves open, stands on
the evidence of both and is more certain than either. Everything else is kept as each reader has it,
and says who found it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from diplograph.interactions.nesting import nested, ordered
from diplograph.interactions.plover import coded
from diplograph.interactions.record import Interaction, Role
from diplograph.items.record import Item
from diplograph.mentions import Found
from diplograph.mentions.record import Entity, Tenure
from diplograph.readers.record import Parts

_IN_PERSON = frozenset({"Visit", "Meeting", "Conference", "WorkingMeal"})
_MOSTLY = 0.5  # of all actors of two findings are those of both
_CERTAIN = 0.95

Entities = dict[str, Entity]


def merged(first: Parts, second: Parts, readers: tuple[str, str], item: Item) -> Parts:
    """The findings of two readers of an item, whose names are `readers`, as one."""
    entities = {one.key: one for one in (*first.entities, *second.entities)}
    pairs = _pairs(first.interactions, second.interactions, entities)
    mine, other = readers
    ones = [replace(one, readers=(mine,), part_of=None) for one in first.interactions]
    party = Found(entities, (), (), (), None).party
    for at, match in pairs.items():
        one = _one(ones[at], second.interactions[match], entities)
        ones[at] = replace(coded(one, party), readers=readers)
    paired = set(pairs.values())
    ones += [
        replace(one, readers=(other,), part_of=None)
        for at, one in enumerate(second.interactions)
        if at not in paired
    ]
    return Parts(
        tuple(entities.values()),
        first.mentions,
        tuple(_tenures(first.tenures, second.tenures)),
        tuple(nested(ordered(ones), item)),
        second.dropped,
    )


def _tenures(first: Sequence[Tenure], second: Sequence[Tenure]) -> Iterator[Tenure]:
    """The first reader's; of the second's those of offices in which the first sees nobody."""
    yield from first
    seen = {_post(one) for one in first}
    yield from (one for one in second if _post(one) not in seen)


def _post(one: Tenure) -> tuple[object, ...]:
    return one.holder, one.of, one.title.casefold(), one.former


# Which findings are one


def _pairs(
    first: Sequence[Interaction], second: Sequence[Interaction], entities: Entities
) -> dict[int, int]:
    """The findings of the first reader with those of the second that are the same fact.

    The most alike find each other first; each has one partner at most.
    """
    alike = sorted(
        (_distance(a, b), at, match)
        for at, a in enumerate(first)
        for match, b in enumerate(second)
        if _is_one(a, b, entities)
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, at, match in alike:
        if at not in pairs and match not in taken:
            pairs[at] = match
            taken.add(match)
    return pairs


def _distance(a: Interaction, b: Interaction) -> tuple[object, ...]:
    shared = len(_who(a) & _who(b))
    return (a.kind != b.kind, a.speech_act != b.speech_act, a.modality != b.modality, -shared)


def _is_one(a: Interaction, b: Interaction, entities: Entities) -> bool:
    return _family(a) == _family(b) and _overlap(a, b) and _same_actors(a, b, entities)


def _family(one: Interaction) -> str:
    return "in person" if one.kind in _IN_PERSON else one.kind


def _overlap(a: Interaction, b: Interaction) -> bool:
    return any(s < stop and start < e for s, e in a.evidence for start, stop in b.evidence)


def _same_actors(a: Interaction, b: Interaction, entities: Entities) -> bool:
    if a.kind == "Statement":
        return _mostly(_who(a, "speaker"), _who(b, "speaker"))
    if _mostly(_who(a), _who(b)):
        return True
    return _mostly({*a.parties}, {*b.parties}) and not _rivals(a, b, entities)


def _who(one: Interaction, role: str = "") -> set[str]:
    return {r.entity for r in one.roles if role in ("", r.name)}


def _mostly(a: set[str], b: set[str]) -> bool:
    return bool(a & b) and len(a & b) >= _MOSTLY * len(a | b)


def _rivals(a: Interaction, b: Interaction, entities: Entities) -> bool:
    """Whether one side is there by other persons: presidents met, and so did their ministers."""
    mine, other = _delegations(a, entities), _delegations(b, entities)
    return any(mine[side].isdisjoint(other[side]) for side in mine.keys() & other.keys())


def _delegations(one: Interaction, entities: Entities) -> dict[str | None, set[str]]:
    """The persons of each side."""
    found: dict[str | None, set[str]] = {}
    for key in _who(one):
        if _is_person(entities[key]):
            found.setdefault(entities[key].state, set()).add(key)
    return found


def _is_person(one: Entity) -> bool:
    return one.kind == "Person"


# One fact of two


def _one(a: Interaction, b: Interaction, entities: Entities) -> Interaction:
    roles = tuple(_roles(a, b, entities))
    when = b if a.begin is None else a
    return replace(
        a,
        roles=roles,
        parties=_union(a.parties, b.parties),
        evidence=_union(a.evidence, b.evidence),
        begin=when.begin,
        end=when.end,
        earliest=when.earliest,
        latest=when.latest,
        place=a.place or b.place,
        medium=a.medium or b.medium,
        topics=_union(a.topics, b.topics),
        instruments=_union(a.instruments, b.instruments),
        quotation=a.quotation or b.quotation,
        amount=a.amount or b.amount,
        comment=a.comment or b.comment,
        confidence=_confidence(a.confidence, b.confidence),
    )


def _roles(a: Interaction, b: Interaction, entities: Entities) -> Iterator[Role]:
    """The first reader's; of the second's those who met, and the roles that the first leaves empty.

    A state for which a person is named does not take part beside the person.
    """
    filled = {role.name for role in a.roles}
    meeting = a.kind != "Statement" and "agent" not in filled
    there = _who(a)
    more = [r for r in b.roles if r.entity not in there and (meeting or r.name not in filled)]
    every = (*a.roles, *more)
    served = {e.state for r in every if _is_person(e := entities[r.entity])} if meeting else set()
    return (r for r in every if entities[r.entity].kind != "State" or r.entity not in served)


def _union(a: tuple[Any, ...], b: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(sorted({*a, *b}))


def _confidence(a: float, b: float) -> float:
    """Two readers who are wrong independently of each other are rarely wrong together."""
    return round(max(a, b, min(_CERTAIN, 1 - (1 - a) * (1 - b))), 2)
