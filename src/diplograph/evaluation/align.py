"""Which event of an annotation is which event of a graph."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

from diplograph.evaluation.names import same, same_place, shared
from diplograph.evaluation.told import Event

# Kinds of encounter that a reader may call either way; a call is never a visit.
_FAMILIES = {"PressConference": "press", "TelephoneCall": "call", "Correspondence": "letter"}
_IN_PERSON = "in person"
_HALF, _QUARTER = 0.5, 0.25
# What decides between events with the same actors; never more than a difference in actors.
_KIND, _DATES, _MODALITY, _PLACE, _SPANS, _ACT = 0.04, 0.03, 0.02, 0.01, 0.01, 0.1

Likeness = Callable[[Event, Event], float]


def align(
    expected: Sequence[Event], found: Sequence[Event], likeness: Likeness
) -> list[tuple[int, int]]:
    """The pairs (place in `expected`, place in `found`) that together are most alike.

    A likeness of 0 makes no pair.
    """
    if not expected or not found:
        return []
    matrix = np.array([[likeness(one, other) for other in found] for one in expected])
    pairs = zip(*linear_sum_assignment(-matrix), strict=True)
    return [(int(row), int(column)) for row, column in pairs if matrix[row, column] > 0]


def encounters(expected: Event, found: Event) -> float:
    """The same family of kinds, shared evidence, and half of all who took part."""
    if _family(expected) != _family(found) or not _touch(expected, found):
        return 0.0
    who = shared(found.actors, expected.actors)
    return who + _ties(expected, found) if who >= _HALF else 0.0


def statements(expected: Event, found: Event) -> float:
    """The same speaker and shared evidence."""
    if not expected.speaker or not found.speaker or not _touch(expected, found):
        return 0.0
    return (
        1.0 + _ACT * (expected.act == found.act) if same(expected.speaker, found.speaker) else 0.0
    )


def deeds(expected: Event, found: Event) -> float:
    """The same kind, shared evidence, and a quarter of all whom it concerns."""
    if expected.kind != found.kind or not _touch(expected, found):
        return 0.0
    unnamed = not expected.actors and not found.actors
    who = 1.0 if unnamed else shared(found.actors, expected.actors)
    return who + _ties(expected, found) if who >= _QUARTER else 0.0


def _family(event: Event) -> str:
    return _FAMILIES.get(event.kind, _IN_PERSON)


def _touch(expected: Event, found: Event) -> bool:
    """Whether two stand on some of the same words."""
    return any(a < d and c < b for a, b in expected.spans for c, d in found.spans)


def _ties(expected: Event, found: Event) -> float:
    return (
        _KIND * (expected.kind == found.kind)
        + _DATES * (expected.dates == found.dates)
        + _MODALITY * (expected.modality == found.modality)
        + _PLACE * same_place(found.place, expected.place)
        + _SPANS * (set(expected.spans) == set(found.spans))
    )
