"""How certain a fact is: the probability that a careful reader finds it in the document, too.

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
from diplograph.mentions.found import Found, Reference
from diplograph.vocabulary import tables
from diplograph.vocabulary.ontology import kinds

BASE = "base"
_LEAST, _MOST = 0.02, 0.98  # nobody is surer than this of what a program reads
_OFTEN = 3
_LONG = 600  # characters; a sentence of more is as hard as one of so many
_MANY = 5
_ACTS = ("support", "agree", "promise", "request", "concern", "condemn", "reject", "courtesy")
_REFERRING = ("pronoun", "group")

Features = dict[str, float]


@dataclass(frozen=True)
class Context:
    """Who is referred to where in an item, in order, and which of its passages are titles.

    `crowds` counts the facts of a branch that stand on one span.
    """

    found: Found
    references: tuple[Reference, ...]
    titles: tuple[Span, ...]
    crowds: Counter[tuple[str, Span]]

    @classmethod
    def of(cls, told: Iterable[Interaction], found: Found) -> Context:
        """The context of all facts of an item."""
        references = sorted((r for one in found.readings for r in one.references), key=_start)
        passages = (one.passage for one in found.readings)
        titles = tuple((one.start, one.end) for one in passages if one.role == "title")
        crowds = Counter((branch(one.kind), span) for one in told for span in one.evidence)
        return cls(found, tuple(references), titles, crowds)

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


def _start(reference: Reference) -> int:
    return reference.start


def weigh(told: Sequence[Interaction], found: Found) -> Iterator[Interaction]:
    """Each fact with a probability as its confidence, in place of the strength of its wording."""
    context = Context.of(told, found)
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
        "wording": told.confidence,
        "named": _share_named(told, context),
        "resolved": float(_is_resolved(told, context)),
        "title only": float(_is_title_only(told, context)),
        "length": min(_length(told), _LONG) / _LONG,
        "crowded": min(_companions(told, context), _OFTEN) / _OFTEN,
        **_OWN[branch(told.kind)](told, context),
    }


def _event(told: Interaction) -> Features:
    """What encounters and deeds have, and statements have not."""
    return {
        "retold": min(len(told.evidence) - 1, _OFTEN) / _OFTEN,
        "unreal": float(told.modality in ("proposed", "denied")),
        "planned": float(told.modality == "planned"),
        "dated": float(told.begin is not None),
    }


def _encounter(told: Interaction, context: Context) -> Features:
    return {
        "one side": float(len(told.parties) < 2),
        "many": float(len(told.roles) >= _MANY),
        "persons": float(any(context.is_person(role.entity) for role in told.roles)),
        **_event(told),
        "placed": float(told.place is not None),
        "gathering": float(told.kind == "Conference"),
        "visit": float(told.kind == "Visit"),
        "beside": float(told.kind in ("PressConference", "WorkingMeal")),
        "letter": float(told.kind == "Correspondence"),
    }


def _statement(told: Interaction, context: Context) -> Features:
    speakers = [role.entity for role in told.roles if role.name == "speaker"]
    return {
        **{act: float(told.speech_act == act) for act in _ACTS},
        "author": float(any(one in context.found.authors for one in speakers)),
        "targeted": float(len(told.roles) > len(speakers)),
        "person": float(any(map(context.is_person, speakers))),
        "quoted": float(told.quotation is not None),
    }


def _deed(told: Interaction, context: Context) -> Features:
    return {
        "received": float(any(role.name == "recipient" for role in told.roles)),
        "instrument": float(bool(told.instruments)),
        "agreement": float(told.kind == "AgreementAct"),
        "aid": float(told.kind == "Assistance"),
        **_event(told),
    }


_OWN: dict[str, Callable[[Interaction, Context], Features]] = {
    "Encounter": _encounter,
    "Statement": _statement,
    "Deed": _deed,
}


def _share_named(told: Interaction, context: Context) -> float:
    """The share of the actors that some sentence of evidence names, by name or by office."""
    actors = {role.entity for role in told.roles}
    return len(actors & _meant(told, context, referring=False)) / len(actors)


def _is_resolved(told: Interaction, context: Context) -> bool:
    """Whether some actor is only meant by "he", "we" or "both sides"."""
    unnamed = {role.entity for role in told.roles} - _meant(told, context, referring=False)
    return bool(unnamed & _meant(told, context, referring=True))


def _meant(told: Interaction, context: Context, *, referring: bool) -> set[str]:
    """Everybody whom the evidence names, or else refers to."""
    references = chain.from_iterable(map(context.within, told.evidence))
    wanted = (r for r in references if (r.use in _REFERRING) is referring)
    return {key for reference in wanted for key in reference.entities}


def _is_title_only(told: Interaction, context: Context) -> bool:
    return all(any(_inside(span, title) for title in context.titles) for span in told.evidence)


def _inside(span: Span, whole: Span) -> bool:
    return whole[0] <= span[0] and span[1] <= whole[1]


def _companions(told: Interaction, context: Context) -> int:
    """How many more facts of its branch its sentences tell of, at the least."""
    return min(context.crowds[branch(told.kind), span] for span in told.evidence) - 1


def _length(told: Interaction) -> int:
    return min(end - start for start, end in told.evidence)
