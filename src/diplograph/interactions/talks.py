"""Who is in conversation where a sentence stands: to whom words go that name nobody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from diplograph.interactions.clauses import Sentence
from diplograph.interactions.tellings import Event
from diplograph.mentions.found import Found

_KINDS = ("Meeting", "TelephoneCall", "Visit", "WorkingMeal")
_SIDES = ("State", "Organization", "Grouping")


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation of two sides, and where it is first told."""

    start: int
    participants: tuple[str, ...]


def talks(met: Iterable[Event], found: Found) -> tuple[Talk, ...]:
    """The conversations of two sides among the encounters of an item, in the order of the text."""
    told = (
        Talk(event.evidence[0][0], _present(event, found))
        for event in met
        if event.kind in _KINDS and event.modality != "denied"
    )
    two = (t for t in told if len({found.party(k) for k in t.participants}) == 2)
    return tuple(sorted(two, key=lambda t: t.start))


def _present(event: Event, found: Found) -> tuple[str, ...]:
    """Those who take part, without a state or body for which a person is named."""
    people = {found.party(k) for k in event.participants if found.kind(k) == "Person"}
    return tuple(k for k in event.participants if found.kind(k) == "Person" or k not in people)


def counterpart(told: tuple[Talk, ...], sentence: Sentence, speaker: str) -> tuple[str, ...]:
    """Whom a speaker talks with where a sentence stands; the side where it sent several.

    In "Dahl received Otieno. She expressed her support." the support is Otieno's.
    """
    before = (t for t in told if t.start < sentence.span[1] and speaker in t.participants)
    talk = max(before, key=lambda t: t.start, default=None)
    if talk is None:
        return ()
    side = sentence.found.party(speaker)
    others = tuple(k for k in talk.participants if sentence.found.party(k) != side)
    if len(others) == 1:
        return others
    party = sentence.found.party(others[0]) if others else None
    return (party,) if party else ()


def both_sides(told: tuple[Talk, ...], sentence: Sentence) -> tuple[str, ...]:
    """The states or bodies whose talks a sentence without a speaker tells of."""
    before = (t for t in told if t.start < sentence.span[1])
    talk = max(before, key=lambda t: t.start, default=None)
    sides = dict.fromkeys(sentence.found.party(k) for k in talk.participants) if talk else {}
    keys = tuple(k for k in sides if k and sentence.found.kind(k) in _SIDES)
    return keys if len(keys) == 2 else ()
