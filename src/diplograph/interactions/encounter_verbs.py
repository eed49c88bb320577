"""Encounters told by a verb: "met", "discussed trade with", "received", "telephoned".

One small function for each verb frame of `ontology/cues/encounters.csv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from diplograph.interactions.candidates import Candidate, candidate, medium_of, merged
from diplograph.interactions.clauses import (
    Sentence,
    actors,
    behind,
    both,
    objects,
    patients,
    subjects,
    surface,
)
from diplograph.interactions.letters import handed, write
from diplograph.interactions.participants import called_on, convenes
from diplograph.interactions.press import address, brief
from diplograph.interactions.visits import destinations, visits
from diplograph.vocabulary import cues

_BY_PHONE = re.compile(r"\b(?:by|on the|over the) (?:tele)?phone\b", re.IGNORECASE)
_PHONE = re.compile(r"\b(?:phone|telephone|call|line)\b", re.IGNORECASE)


def verb_tellings(sentence: Sentence, verb: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """The encounters an encounter verb tells of: "met" in "The minister met his counterpart".

    None where the verb speaks of a habit ("they often meet").
    """
    if any(c.lower_ in cues.encounter_words("habitual") for c in verb.children):
        return
    frames = {
        "with": _with,
        "discuss": _discuss,
        "travel": _travel,
        "host": _host,
        "welcome": _welcome,
        "object": _object,
        "speak": _speak,
        "letter": write,
        "call on": _call_on,
        "expected": _expected,
        "handed": handed,
        "brief": brief,
        "address": address,
        "convene": _convene,
    }
    yield from frames[cue.frame](sentence, verb, cue)


def _with(sentence: Sentence, verb: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """ "X met (with) Y", "X and Y met"; "The Council met" is a conference."""
    who = merged(subjects(sentence, verb), patients(sentence, verb), behind(sentence, verb, "with"))
    who = both(sentence, _subject(verb), who)
    if any(c.lower_ in cues.encounter_words("each") for c in verb.children):
        yield from _one_by_one(sentence, verb, cue)
        return
    kind = "Conference" if len(who) == 1 and convenes(sentence, who[0]) else cue.kind
    if len(who) > 1 or kind == "Conference":
        yield candidate(sentence, verb, kind, who, medium=medium_of(sentence, cue.medium))


def _one_by_one(sentence: Sentence, verb: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """ "X met separately with Y and Z": one meeting each."""
    who = subjects(sentence, verb)
    for other in merged(patients(sentence, verb), behind(sentence, verb, "with")):
        if who and other not in who:
            yield candidate(sentence, verb, cue.kind, merged(who, (other,)))


def _subject(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ == "nsubj"), None)


def _discuss(sentence: Sentence, verb: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """ "X discussed trade with Y": fits any encounter of the two; "by telephone" it is a call."""
    who = merged(
        subjects(sentence, verb),
        behind(sentence, verb, "with"),
        _object_with(sentence, verb),
        _medium_with(sentence, verb),
    )
    if len(who) > 1 and _BY_PHONE.search(sentence.text):
        yield candidate(sentence, verb, "TelephoneCall", who, medium="telephone")
    elif len(who) > 1:
        yield candidate(sentence, verb, cue.kind, who, weak=True, undated=True, base=0.55)


def _medium_with(sentence: Sentence, verb: Token) -> tuple[str, ...]:
    """ "discussed this by telephone with Y": a parser hangs the partner on the telephone."""
    means = [p for c in verb.children if c.dep_ == "prep" for p in c.children if c.lower_ == "by"]
    return merged(*(behind(sentence, word, "with") for word in means))


def _object_with(sentence: Sentence, verb: Token) -> tuple[str, ...]:
    """ "exchanged views with Y"."""
    return merged(*(behind(sentence, noun, "with") for noun in objects(verb)))


def _travel(sentence: Sentence, verb: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """ "X visited Moscow", "X will travel to Japan and Mongolia": one visit a state."""
    beside = [c for c in verb.children if c.dep_ == "advmod"]
    company = merged(*(behind(sentence, word, "with") for word in (verb, *beside)))
    guests = merged(subjects(sentence, verb), company)
    if guests and guests != company:
        yield from visits(sentence, verb, guests)


def _expected(sentence: Sentence, verb: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """ "X is expected in Paris on Monday", "X is due in Paris": a visit to come."""
    bare = not any(c.dep_ in ("xcomp", "ccomp") for c in verb.children)
    due = verb.pos_ == "ADJ" and verb.dep_ == "acomp"
    guests = subjects(sentence, verb.head) if due else surface(sentence, verb)
    if bare and guests:
        for telling in visits(sentence, verb, guests):
            yield replace(telling, modality="planned")


def _host(sentence: Sentence, verb: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """ "X received the ambassador of Y"."""
    hosts = subjects(sentence, verb)
    guests = tuple(
        g
        for g in patients(sentence, verb)
        if sentence.found.kind(g) in ("Person", "State", "Grouping")
    )
    if _passive_subject(verb):
        guests = guests or patients(sentence, verb)
    who = merged(hosts, guests)
    if hosts and guests and len(who) > 1:
        yield candidate(sentence, verb, cue.kind, who, host=hosts, guests=guests)


def _passive_subject(verb: Token) -> bool:
    return any(c.dep_ == "nsubjpass" for c in verb.children)


def _welcome(sentence: Sentence, verb: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """ "X welcomed Y to Australia": a visit when somebody is welcomed somewhere."""
    hosts = subjects(sentence, verb)
    guests = tuple(g for g in patients(sentence, verb) if sentence.found.kind(g) == "Person")
    hosts = hosts or (sentence.reading.speakers if verb.dep_ == "xcomp" else ())
    to = [c for c in verb.children if c.lower_ in ("to", "in", "at", "here")]
    named = destinations(sentence, verb)
    if hosts and guests and to:
        spot = named[0][0] if named else None
        yield candidate(
            sentence, verb, cue.kind, merged(hosts, guests), spot=spot, host=hosts, guests=guests
        )


def _object(sentence: Sentence, verb: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """ "X telephoned Y"; "called on" and "called X a liar" are something else."""
    others = _persons(sentence, verb)
    other_senses = any(
        c.dep_ in ("oprd", "ccomp", "prt") or (c.dep_ == "xcomp" and c.tag_ != "VB")
        for c in verb.children
    ) or bool(behind(sentence, verb, "on", "for", "upon"))
    who = merged(subjects(sentence, verb), others)
    if others and len(who) > 1 and not other_senses:
        yield candidate(sentence, verb, cue.kind, who, medium=cue.medium)


def _persons(sentence: Sentence, verb: Token) -> tuple[str, ...]:
    """Whom a verb's object means, if persons: named, or by offices ("the Presidents of …")."""
    offices = (
        ref
        for c in verb.children
        if c.dep_ in ("dobj", "obj") and (ref := sentence.reading.at(c)) and ref.use != "name"
    )
    named = {k for ref in offices for k in ref.entities}
    keys = patients(sentence, verb)
    return tuple(k for k in keys if sentence.found.kind(k) == "Person" or k in named)


def _speak(sentence: Sentence, verb: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """ "X spoke with Y", "X and Y will speak on the phone"; "with Y and with Z" is two."""
    whole = behind(sentence, verb, "with", "to") or _medium_with(sentence, verb)
    phone = bool(_PHONE.search(sentence.text))
    for partners in _apart(sentence, verb) or [whole]:
        who = merged(subjects(sentence, verb), partners)
        persons = any(sentence.found.kind(p) == "Person" for p in partners)
        if len(who) > 1 and (phone or persons):
            medium = medium_of(sentence, cue.medium)
            kind = "Meeting" if medium == "video" else cue.kind
            told = phone or medium == "video"
            yield candidate(sentence, verb, kind, who, medium=medium, weak=not told)


def _apart(sentence: Sentence, verb: Token) -> list[tuple[str, ...]]:
    """The partners of each "with", where there are several: "with Y and with Z"."""
    preps = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("with", "to")]
    preps += [c for p in preps for c in p.conjuncts if c not in preps]
    each = [merged(*(actors(sentence, c) for c in p.children if c.dep_ == "pobj")) for p in preps]
    named = [keys for keys in each if keys]
    return named if len(named) > 1 else []


def _call_on(sentence: Sentence, verb: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """ "X called on the King"; "called on the King to act" is a request."""
    persons = called_on(sentence, verb)
    asked = any(t.tag_ == "VB" and t.i > verb.i for t in verb.subtree)
    who = merged(subjects(sentence, verb), persons)
    if persons and len(who) > 1 and not asked:
        yield candidate(sentence, verb, cue.kind, who)


def _convene(sentence: Sentence, verb: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """ "X convened the Moscow format": a body or format is brought together."""
    bodies = tuple(k for k in patients(sentence, verb) if convenes(sentence, k))
    if bodies:
        yield candidate(sentence, verb, cue.kind, merged(bodies, subjects(sentence, verb)))
