"""Press conferences and briefings: who spoke to journalists."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from diplograph.interactions.candidates import Candidate, candidate, merged
from diplograph.interactions.clauses import Sentence, actors, behind, objects, patients, subjects
from diplograph.interactions.participants import convenes, led
from diplograph.vocabulary import cues


def press(sentence: Sentence, noun: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """ "X addressed a news conference", "remarks at the joint press conference with Y"."""
    if noun.tag_ in ("NNS", "NNPS") or (cue.word == "briefing" and not _for_press(sentence, noun)):
        return
    who = merged(
        _possessor_of_words(sentence, noun),
        led(sentence, noun),
        _addressed(sentence, noun),
        behind(sentence, noun, "with", "by", "of"),
    )
    persons = tuple(
        k for k in who or sentence.reading.speakers if sentence.found.kind(k) == "Person"
    )
    joint = any(c.lower_ == "joint" for c in noun.children)
    yield candidate(
        sentence,
        noun,
        cue.kind,
        persons or who,
        definite=len(who) < 1 or (joint and len(persons) < 2),
    )


def brief(sentence: Sentence, verb: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """ "X briefed the media on the talks": a briefing where those briefed are journalists."""
    listeners = {w for o in objects(verb) for t in o.subtree for w in (t.lower_, t.lemma_.lower())}
    who = subjects(sentence, verb)
    if who and listeners & cues.encounter_words("journalist"):
        yield candidate(sentence, verb, cue.kind, who)
    elif who:
        yield from address(sentence, verb, cue)


def address(sentence: Sentence, verb: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """ "X addressed the Security Council": a body sits to hear somebody."""
    bodies = tuple(k for k in patients(sentence, verb) if convenes(sentence, k))
    who = merged(bodies, subjects(sentence, verb))
    if bodies and len(who) > 1:
        yield candidate(sentence, verb, "Conference", who)


def _for_press(sentence: Sentence, noun: Token) -> bool:
    """Whether a briefing is one for journalists: it says so, or it is the title's or this one."""
    own = any(c.lower_ in ("this", "today", "daily") for c in noun.subtree)
    heard = {t.lemma_.casefold() for t in noun.subtree} & cues.encounter_words("journalist")
    return bool(heard) or sentence.title or (own and bool(sentence.reading.passage.speaker))


def _addressed(sentence: Sentence, noun: Token) -> tuple[str, ...]:
    head = noun.head
    return (
        subjects(sentence, head)
        if head.pos_ == "VERB"
        and noun.dep_ in ("dobj", "nsubj")
        and head.lemma_ in ("address", "hold", "give", "host")
        else ()
    )


def _possessor_of_words(sentence: Sentence, noun: Token) -> tuple[str, ...]:
    """ "Lavrov's remarks at the news conference": who speaks there."""
    word = noun
    for _ in range(6):
        if word.head == word:
            break
        word = word.head
        for child in word.children:
            if child.dep_ == "poss" and (keys := actors(sentence, child)):
                return keys
    return ()
