"""What one sentence tells of an encounter, before the tellings of an item are put together."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Token

from diplograph.interactions.clauses import Sentence, modality
from diplograph.interactions.setting import instruments, place, topics, vague, verb_of, when
from diplograph.mentions.dates import When
from diplograph.vocabulary import cues

Span = tuple[int, int]

# Calls and letters join two places; neither is where it happened.
_NOWHERE = ("TelephoneCall", "Correspondence")
_VIDEO = re.compile(r"\bvideo|\bvirtual|\bVTC\b|\bteleconference", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One telling of an encounter.

    `participants` are entity keys. `weak` says that the words fit any encounter ("discussed")
    and rather speak of one already told; `definite` that they refer back ("the talks").
    `host` and `guests` are set where the grammar says so, `partners` where it says "with" or
    "between". `vague` says that its time is spoken of but not given. `trigger` is the cue's place
    in the document. `joins` says that it can only add to a conference already told ("the session"),
    `earlier` that it is another than the one the text is about ("our last meeting"), `also` that it
    goes on from the one told before ("she also met"), `next` that it is the next of its kind ("the
    next round"), of the same sides.
    """

    kind: str
    participants: tuple[str, ...]
    modality: str
    evidence: Span
    trigger: int
    when: When | None = None
    place: str | None = None
    medium: str | None = None
    host: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()
    weak: bool = False
    definite: bool = False
    lead: bool = False
    topics: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    base: float = 0.7
    partners: bool = False
    vague: bool = False
    joins: bool = False
    earlier: bool = False
    also: bool = False
    next: bool = False


def medium_of(sentence: Sentence, medium: str | None) -> str | None:
    """The medium of a cue, or "video" where the sentence says so."""
    return "video" if _VIDEO.search(sentence.text) else medium


def merged(*groups: tuple[str, ...]) -> tuple[str, ...]:
    """All keys once, in order."""
    return tuple(dict.fromkeys(key for group in groups for key in group))


def _spot(sentence: Sentence, trigger: Token) -> str | None:
    return place(sentence, trigger) or event_place(sentence, trigger)


def event_place(sentence: Sentence, noun: Token) -> str | None:
    """ "the Paris summit", "the conference in Berlin"."""
    for token in noun.children:
        ref = sentence.reading.at(token)
        if ref and token.dep_ in ("compound", "nmod", "amod") and ref.use in ("place", "capital"):
            return place(sentence, noun) or ref.entities[0]
    return None


def candidate(
    sentence: Sentence,
    trigger: Token,
    kind: str,
    who: tuple[str, ...],
    *,
    spot: str | None = None,
    medium: str | None = None,
    host: tuple[str, ...] = (),
    guests: tuple[str, ...] = (),
    weak: bool = False,
    undated: bool = False,
    definite: bool = False,
    base: float = 0.7,
    partners: bool = False,
    joins: bool = False,
) -> Candidate:
    """A telling of `kind` by `who` at a trigger, with the modality, date, place, topics and
    instruments its sentence gives; `undated` where these belong to something else.
    """
    who = tuple(k for k in who if sentence.found.kind(k) != "Place")
    return Candidate(
        kind,
        who,
        modality(trigger),
        sentence.span,
        sentence.reading.start(trigger),
        None if undated else when(sentence, trigger),
        None if undated or kind in _NOWHERE else spot or _spot(sentence, trigger),
        medium,
        host,
        guests,
        weak,
        definite,
        sentence.title,
        topics(sentence),
        instruments(sentence),
        base,
        partners,
        vague(sentence),
        joins,
        _is_earlier(trigger),
        any(c.lower_ == "also" for c in verb_of(trigger).children),
        any(c.lower_ == "next" for c in trigger.children),
    )


def _is_earlier(trigger: Token) -> bool:
    """ "our last meeting", "his recent visit", "the last time we met"."""
    near = [c for c in trigger.children if c.dep_ in ("amod", "advmod", "npadvmod")]
    near += [trigger.head, *trigger.head.children] if trigger.dep_ == "relcl" else []
    return any(t.lower_ in cues.encounter_words("earlier") for t in near)
