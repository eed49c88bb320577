"""When, where and about what: the circumstances of an interaction within its sentence."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Token

from diplograph.interactions.clauses import Sentence
from diplograph.mentions.dates import When
from diplograph.mentions.found import Reference
from diplograph.vocabulary import cues
from diplograph.vocabulary.authority import entries


def when(sentence: Sentence, trigger: Token) -> When | None:
    """The date that belongs to a trigger: the sentence's only one, else the nearest.

    Where the sentence gives none, that of a diary's heading; None where there is neither, or the
    nearest cannot be resolved.
    """
    if not sentence.dates():
        return sentence.heading
    at = sentence.reading.start(trigger)
    found = sorted(sentence.dates(), key=lambda d: (_distance(d.start, d.end, at), d.start))
    if not found or (_distance(found[0].start, found[0].end, at) > 160 and len(found) > 1):
        return None
    return found[0].when if _attached(sentence, trigger, found[0].start) else None


def vague(sentence: Sentence) -> bool:
    """Whether a sentence speaks of a time it does not give: "in the 1990s", "on 10/09/2020"."""
    return any(d.when is None for d in sentence.dates()) or bool(_vague().search(sentence.text))


@cache
def _vague() -> re.Pattern[str]:
    alternatives = "|".join(map(re.escape, cues.words("vague-dates.csv")))
    return re.compile(rf"\b(?:{alternatives})\b", re.IGNORECASE)


def _distance(start: int, end: int, at: int) -> int:
    """Characters between; a date after the trigger is nearer than one before."""
    return start - at if start >= at else (at - end) * 2


def _attached(sentence: Sentence, trigger: Token, start: int) -> bool:
    """Whether a date belongs to the trigger's clause: not "since 2014", "the agreement of 2011"."""
    token = next(
        (
            t
            for t in sentence.parse
            if sentence.reading.start(t) <= start <= sentence.reading.end(t)
        ),
        None,
    )
    if token is None:
        return True
    lead = token.head if token.dep_ == "pobj" else token
    if lead.dep_ == "prep" and _is_instrument(sentence, lead.head):
        return False
    number = token.dep_ in ("nummod", "compound") and token.shape_ == "dddd"
    if (
        lead.lower_ == "since"
        or _is_a_count(lead)
        or (number and token.head.pos_ in ("NOUN", "PROPN") and token.head != trigger)
    ):
        return False
    return trigger in token.ancestors or verb_of(token) in (verb_of(trigger), *_governors(trigger))


def _is_a_count(first: Token) -> bool:
    """ "As of 30 June, 500,000 doses were delivered": the day of the count, not of the deed.

    `first` is the first word of the date.
    """
    before = [t.lower_ for t in first.doc[max(0, first.i - 2) : first.i]]
    return before in (["as", "of"], ["as", "at"])


def verb_of(token: Token) -> Token:
    """The verb of the clause a word stands in; the word itself where there is none."""
    return next((t for t in (token, *token.ancestors) if t.pos_ in ("VERB", "AUX")), token)


def _governors(trigger: Token) -> list[Token]:
    """Verbs that share a clause with the trigger's: "is scheduled to meet", "met and spoke"."""
    verb = verb_of(trigger)
    found = list(verb.conjuncts)
    while verb.dep_ in ("xcomp", "conj", "acl", "advcl") and verb.head != verb:
        verb = verb.head
        found.append(verb)
    return found


def _is_instrument(sentence: Sentence, noun: Token) -> bool:
    """ "the agreement of 20 June 2011": the date is the agreement's."""
    ref = sentence.reading.at(noun)
    return noun.lemma_.casefold() in cues.instrument_words() or bool(
        ref and ref.use == "instrument"
    )


def place(sentence: Sentence, trigger: Token) -> str | None:
    """Where: the place nearest after the trigger that hangs on "in", "at" or "to"."""
    at = sentence.reading.start(trigger)
    if there := _where(sentence, trigger):
        return there
    spots = [
        r
        for r in sentence.references()
        if r.use == "place" and _is_spot(r) and _located(sentence, trigger, r)
    ]
    nearest = min(spots, key=lambda r: (_distance(r.start, r.end, at), r.start), default=None)
    if nearest is None or _distance(nearest.start, nearest.end, at) > 200:
        return None
    return nearest.entities[0]


def _where(sentence: Sentence, trigger: Token) -> str | None:
    """The place before "where": "travelled to Tunis, where she met the President"."""
    verb = verb_of(trigger)
    where = next((c for c in verb.children if c.dep_ == "advmod" and c.lower_ == "where"), None)
    if where is None:
        return None
    end = sentence.reading.start(where)
    before = [r for r in sentence.references() if r.use == "place" and r.end <= end]
    near = before and end - before[-1].end < 40
    return before[-1].entities[0] if near and _is_spot(before[-1]) else None


def _is_spot(place: Reference) -> bool:
    """Whether one can meet there: in a city or a region, not in a sea or on a continent."""
    entry = entries().get(place.entities[0])
    return entry is not None and entry.detail not in ("sea", "continent")


def _located(sentence: Sentence, trigger: Token, spot: Reference) -> bool:
    """Whether a place is said where, not from where or about which.

    "met in Juba"; not "discussed the situation in the Sahel", "the embassy in Juba".
    """
    for token in sentence.parse:
        if sentence.reading.start(token) <= spot.start < sentence.reading.end(token):
            while token.dep_ in ("compound", "appos", "conj", "nmod") and token.head != token:
                token = token.head
            if token.dep_ == "pobj":
                holder = token.head.head
                own = holder == trigger or holder in list(trigger.ancestors)
                return token.head.lower_ in ("in", "at", "to") and (own or _is_venue(spot, holder))
            return token.dep_ in ("dobj", "npadvmod", "ROOT", "dep")
    return False


def _is_venue(spot: Reference, holder: Token) -> bool:
    """Whether a city may still be where it happened: "in the margins of a fair in Milan"."""
    entry = entries().get(spot.entities[0])
    city = entry is not None and entry.detail in ("city", "building")
    gathering = holder.lemma_.casefold() in cues.encounters("noun") and not _apart(holder)
    return city and (gathering or holder.pos_ in ("PROPN", "VERB"))


def _apart(gathering: Token) -> bool:
    """Whether what happened did so before or after a gathering: "ahead of the Lagos fair"."""
    before = gathering.head
    if before.dep_ == "prep" and before.lower_ == "of":
        before = before.head
    return before.lower_ in cues.encounter_words("apart")


def topics(sentence: Sentence) -> tuple[str, ...]:
    """The topics named in a sentence."""
    start, end = sentence.span
    inside = (r for r in sentence.reading.topics if start <= r.start and r.end <= end)
    return tuple(dict.fromkeys(k for r in inside for k in r.entities))


def instruments(sentence: Sentence) -> tuple[str, ...]:
    """The treaties, agreements and plans named in a sentence."""
    named = (k for r in sentence.references() if r.use == "instrument" for k in r.entities)
    return tuple(dict.fromkeys(named))
