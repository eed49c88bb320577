"""How certain a fact is: the probability that a careful reader of the document would agree.

A fact has a few features, such as how plainly it is worded and whether its actors are named in its
sentence; `ontology/confidence.csv` holds the weight of each, in log-odds. The weights are fitted
to annotated documents by `scripts/calibrate.py`.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, islice

from diplograph.errors import VocabularyError
from diplograph.interactions.record import Interaction, Span
from diplograph.items.record import Item
from diplograph.mentions.found import Found, Reference
from diplograph.vocabulary import tables
from diplograph.vocabulary.ontology import kinds

BASE = "base"
_LEAST, _MOST = 0.02, 0.98  # nobody is surer than this of what a program reads
_FAINT = 0.5  # the strength of words that hardly tell of what was read in them
_OFTEN, _SIDES = 3, 2
_SHORT = 80  # characters; headlines and captions
_AGAINST = ("concern", "condemn", "reject", "threaten")
_REFERRING = ("pronoun", "group")
_PASSIVE = ("target", "addressee", "recipient")

Features = dict[str, float]


@dataclass(frozen=True)
class Context:
    """Who is referred to where in an item, in order.

    `crowds` counts the facts of a branch that stand on one span.
    """

    item: Item
    found: Found
    references: tuple[Reference, ...]
    crowds: Counter[tuple[str, Span]]

    @classmethod
    def of(cls, told: Iterable[Interaction], found: Found, item: Item) -> Context:
        """The context of all facts of an item."""
        references = sorted((r for one in found.readings for r in one.references), key=_start)
        crowds = Counter((branch(one.kind), span) for one in told for span in one.evidence)
        return cls(item, found, tuple(references), crowds)

    def within(self, span: Span) -> Iterator[Reference]:
        """The references inside a span of the document."""
        first = bisect_left(self.references, span[0], key=_start)
        for reference in islice(self.references, first, None):
            if reference.start >= span[1]:
                return
            if reference.end <= span[1]:
                yield reference

    def is_person(self, key: str) -> bool:
        """Whether an entity key is a person's."""
        return self.found.kind(key) == "Person"

    def is_author(self, key: str) -> bool:
        """Whether an entity key is that of somebody whose speech or article the item is."""
        return key in self.found.authors

    def writes_name(self, key: str, reference: Reference) -> bool:
        """Whether a reference to a person is by name: "Dahl", not "the minister"."""
        start = self.item.start
        words = self.item.text[reference.start - start : reference.end - start].casefold()
        person = self.found.entities[key]
        names = (name.split()[-1:] for name in (person.name, *person.forms))
        return any(name[0].casefold() in words for name in names if name)


def _start(reference: Reference) -> int:
    return reference.start


def weigh(told: Sequence[Interaction], found: Found, item: Item) -> Iterator[Interaction]:
    """Each fact with a probability as its confidence, in place of the strength of its wording."""
    context = Context.of(told, found, item)
    for one in told:
        yield replace(one, confidence=probability(branch(one.kind), features(one, context)))


def surer(told: tuple[Interaction, ...], least: float) -> tuple[Interaction, ...]:
    """The facts of an item whose confidence is `least` or more; what was part of one left out is
    part of nothing.
    """
    kept = [place for place, one in enumerate(told) if one.confidence >= least]
    moved = {old: new for new, old in enumerate(kept)}
    return tuple(
        replace(one, part_of=None if one.part_of is None else moved.get(one.part_of))
        for one in (told[place] for place in kept)
    )


def probability(branch: str, features: Features) -> float:
    """The probability of a fact of a branch of the ontology with these features.

    >>> probability("Encounter", {"wording": 0.9, "named": 1.0}) > probability(
    ...     "Encounter", {"wording": 0.4, "named": 0.0})
    True
    """
    table = weights()[branch]
    odds = table[BASE] + sum(table[name] * value for name, value in features.items())
    return round(min(_MOST, max(_LEAST, 1 / (1 + math.exp(-odds)))), 2)


def branch(kind: str) -> str:
    """The branch a kind belongs to: "Meeting" is an "Encounter"."""
    if kind == "Statement":
        return kind
    return "Encounter" if kind in kinds("Encounter") else "Deed"


@cache
def weights() -> dict[str, dict[str, float]]:
    """The weight of each feature, by branch; raises `VocabularyError` for what is no number."""
    found: dict[str, dict[str, float]] = {}
    for row in tables.rows("confidence.csv", needs=("branch", "feature", "log_odds")):
        try:
            found.setdefault(row["branch"], {})[row["feature"]] = float(row["log_odds"])
        except ValueError as error:
            raise VocabularyError(
                f"confidence.csv, {row['branch']}, {row['feature']}: "
                f"the weight '{row['log_odds']}' is not a number."
            ) from error
    return found


def features(told: Interaction, context: Context) -> Features:
    """What speaks for a fact or against it; all lie between 0 and 1."""
    return {
        "wording": max(0.0, (told.confidence - _FAINT) / (1 - _FAINT)),
        "named": _share_named(told, context),
        "alone": float(len({role.entity for role in told.roles}) < 2),
        "sides": min(len(told.parties), _SIDES) / _SIDES,
        "crowded": min(_companions(told, context), _OFTEN) / _OFTEN,
        "short": float(_length(told) < _SHORT),
        **_OWN[branch(told.kind)](told, context),
    }


def _encounter(told: Interaction, context: Context) -> Features:
    return {
        **_event(told),
        "persons": float(any(context.is_person(role.entity) for role in told.roles)),
        "told by one of them": float(any(context.is_author(role.entity) for role in told.roles)),
        "gathering": float(told.kind == "Conference"),
        "visit": float(told.kind == "Visit"),
        "meal": float(told.kind == "WorkingMeal"),
        "topics": float(bool(told.topics)),
    }


def _statement(told: Interaction, context: Context) -> Features:
    speakers = [role.entity for role in told.roles if role.name == "speaker"]
    return {
        "person": float(any(map(context.is_person, speakers))),
        "author": float(any(map(context.is_author, speakers))),
        "several targets": float(len(told.roles) - len(speakers) > 1),
        "plain": float(told.speech_act == "state"),
        "against": float(told.speech_act in _AGAINST),
        "request": float(told.speech_act == "request"),
        "courtesy": float(told.speech_act == "courtesy"),
    }


def _deed(told: Interaction, context: Context) -> Features:
    agents = [role.entity for role in told.roles if role.name == "agent"]
    return {
        **_event(told),
        "received": float(len(told.roles) > len(agents)),
        "person": float(any(map(context.is_person, agents))),
    }


def _event(told: Interaction) -> Features:
    """What encounters and deeds have, and statements have not."""
    return {
        "retold": min(len(told.evidence) - 1, _OFTEN) / _OFTEN,
        "unreal": float(told.modality in ("proposed", "denied")),
        "planned": float(told.modality == "planned"),
        "dated": float(told.begin is not None),
    }


_OWN: dict[str, Callable[[Interaction, Context], Features]] = {
    "Encounter": _encounter,
    "Statement": _statement,
    "Deed": _deed,
}


def _share_named(told: Interaction, context: Context) -> float:
    """The share of those who speak, act or take part that the evidence names."""
    actors = {role.entity for role in told.roles if role.name not in _PASSIVE}
    named = (_is_named(one, told, context) for one in actors)
    return sum(named) / len(actors) if actors else 0.0


def _is_named(key: str, told: Interaction, context: Context) -> bool:
    """Whether a person's name is in the evidence, or whatever means anybody else but a pronoun."""
    references = chain.from_iterable(map(context.within, told.evidence))
    own = (r for r in references if key in r.entities and r.use not in _REFERRING)
    return any(not context.is_person(key) or context.writes_name(key, one) for one in own)


def _companions(told: Interaction, context: Context) -> int:
    """How many more facts of its branch its sentences tell of, at the least."""
    return min(context.crowds[branch(told.kind), span] for span in told.evidence) - 1


def _length(told: Interaction) -> int:
    return min(end - start for start, end in told.evidence)
