"""Letters, notes, telegrams, papers handed over: who wrote to whom."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from diplograph.interactions.candidates import Candidate, candidate, merged
from diplograph.interactions.clauses import Sentence, actors, behind, patients, phrase, subjects
from diplograph.interactions.participants import led, speaking
from diplograph.vocabulary import cues


def write(sentence: Sentence, verb: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """ "X wrote to Y"."""
    yield from _sent(sentence, verb, cue, subjects(sentence, verb), behind(sentence, verb, "to"))


def letter(sentence: Sentence, noun: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """ "sent a birthday message to Y", "a letter from X to Y", "our Note to Y".

    "In his message, X congratulated Y" is one from X to Y.
    """
    own = merged(*(actors(sentence, c) for c in noun.children if c.dep_ == "poss"))
    senders = merged(own, behind(sentence, noun, "from", "of", "by")) or led(sentence, noun)
    head = noun.head if noun.dep_ in ("dobj", "nsubjpass") else noun
    kind = [p for c in noun.children if c.lower_ == "of" for p in c.children]
    takers = merged(*(behind(sentence, word, "to") for word in (noun, head, *kind)))
    if head.lemma_ == "receive":
        senders = merged(own, behind(sentence, noun, "from"), behind(sentence, head, "from"))
        takers = takers or subjects(sentence, head)
    for clause in (c for c in noun.children if c.dep_ == "acl" and not takers):
        takers = behind(sentence, clause, "to")
    if takers and not senders and sentence.title:
        senders = speaking(sentence)
    if noun.dep_ == "pobj" and not (senders and takers):
        senders, given = _round(sentence, noun, senders)
        takers = takers or given
    yield from _sent(sentence, noun, cue, senders, takers)


def _round(
    sentence: Sentence, noun: Token, senders: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who wrote to whom in "In his message, X congratulated Y", "Y thanked X for his message"."""
    verb = noun.head.head
    subject, other = subjects(sentence, verb), patients(sentence, verb)
    if noun.head.lower_ in ("in", "with"):
        return senders or subject, other
    if noun.head.lower_ == "for" and verb.lemma_ in cues.encounter_words("thanking"):
        return other, subject
    return senders, ()


def condolences(sentence: Sentence, noun: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """ "sent condolences to Y": a letter only where they are sent."""
    if noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_ in cues.encounter_words("sending"):
        yield from letter(sentence, noun, cue)


def paper(sentence: Sentence, noun: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """ "the papers shared with Lima", "an offer relayed to Lima by Oslo", "Peru's written
    response to Norway": papers are letters where they are handed over or written.
    """
    for verb in (c for c in noun.children if c.dep_ in ("acl", "relcl")):
        if phrase(verb, cues.encounter_words("handing over")) is not None:
            givers = merged(subjects(sentence, verb), behind(sentence, verb, "by"))
            owners = merged(*(actors(sentence, c) for c in noun.children if c.dep_ == "poss"))
            takers = behind(sentence, verb, "to", "with")
            givers = givers or _whose(sentence, noun) or owners
            yield from _sent(
                sentence, noun, cue, _official(sentence, givers), _official(sentence, takers)
            )
            return
    if any(c.dep_ == "amod" and c.lower_ in cues.encounter_words("written") for c in noun.children):
        yield from letter(sentence, noun, cue)


def _whose(sentence: Sentence, noun: Token) -> tuple[str, ...]:
    """The states in "the Peruvian and NATO papers"."""
    refs = [sentence.reading.at(t) for c in noun.lefts for t in c.subtree]
    keys = [k for r in refs if r and r.use in ("adjective", "demonym", "name") for k in r.entities]
    return tuple(
        dict.fromkeys(k for k in keys if sentence.found.kind(k) in ("State", "Organization"))
    )


def handed(sentence: Sentence, verb: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """ "X handed a note to Y", "Russia submitted its proposals to NATO"."""
    things = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    words = {t.lemma_.casefold() for c in things for t in (c, *c.conjuncts)}
    if words & cues.encounter_words("paper"):
        takers = merged(
            behind(sentence, verb, "to", "with"),
            *(behind(sentence, thing, "to") for thing in things),
            _dative(sentence, verb),
        )
        givers = _official(sentence, subjects(sentence, verb))
        yield from _sent(sentence, verb, cue, givers, _official(sentence, takers))


def _dative(sentence: Sentence, verb: Token) -> tuple[str, ...]:
    return merged(*(actors(sentence, c) for c in verb.children if c.dep_ == "dative"))


def _sent(
    sentence: Sentence,
    trigger: Token,
    cue: cues.EncounterCue,
    senders: tuple[str, ...],
    takers: tuple[str, ...],
) -> Iterator[Candidate]:
    who = merged(senders, takers)
    if senders and takers and len(who) > 1:
        yield candidate(sentence, trigger, cue.kind, who, medium=cue.medium)


def _official(sentence: Sentence, keys: tuple[str, ...]) -> tuple[str, ...]:
    """ "relayed to us": papers go between governments, not to the person who says "us"."""
    own = sentence.reading.speakers
    return merged(*((sentence.found.party(k) or k,) if k in own else (k,) for k in keys))
