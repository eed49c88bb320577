"""What is part of what: a lunch of a visit, talks beside a summit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from diplograph.interactions.record import Interaction
from diplograph.items.record import Item

_MARGINS = re.compile(r"\b(?:margins|sidelines|fringes) of\b", re.IGNORECASE)


def ordered(interactions: Iterable[Interaction]) -> list[Interaction]:
    """Interactions as an item tells them, in the order of their evidence."""
    return sorted(interactions, key=lambda i: (i.evidence[0], i.kind, [r.entity for r in i.roles]))


def nested(ordered: list[Interaction], item: Item) -> Iterator[Interaction]:
    """Say which encounter is part of which: a lunch of a visit, talks beside a summit."""
    for one in ordered:
        whole = _whole(one, ordered, item)
        yield replace(one, part_of=ordered.index(whole)) if whole else one


def _whole(one: Interaction, ordered: list[Interaction], item: Item) -> Interaction | None:
    if one.kind not in ("Meeting", "WorkingMeal", "PressConference") or one.modality != "actual":
        return None
    for other in ordered:
        if other.kind == "Visit" and _inside(one, other):
            return other
        if other.kind == "Conference" and _in_margins(one, other, item):
            return other
    return None


def _inside(part: Interaction, visit: Interaction) -> bool:
    """Whether talks or a meal lie within the days of a visit, with nobody else taking part."""
    there = {*(r.entity for r in visit.roles), *visit.parties}
    present = {r.entity for r in part.roles}
    return visit.modality == "actual" and _during(part, visit) and present <= there


def _in_margins(part: Interaction, gathering: Interaction, item: Item) -> bool:
    """Whether one sentence tells of both: "met in the margins of a fair"."""
    shared = set(part.evidence) & set(gathering.evidence)
    return any(_MARGINS.search(item.text[s - item.start : e - item.start]) for s, e in shared)


def _during(part: Interaction, whole: Interaction) -> bool:
    if not (part.earliest and part.latest and whole.earliest and whole.latest):
        return False
    return whole.earliest <= part.earliest and part.latest <= whole.latest
