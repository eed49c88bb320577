"""Deeds: agreements, aid, sanctions, invitations, appointments, expulsions, protests.

One small function for each frame of `ontology/cues/deeds.csv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from diplograph.interactions.clauses import (
    Sentence,
    actors,
    adjacent,
    behind,
    modality,
    objects,
    patients,
    phrase,
    subjects,
)
from diplograph.interactions.setting import instruments, topics, when
from diplograph.mentions.dates import When
from diplograph.vocabulary import cues

_AMOUNT = re.compile(
    r"[€$£¥]\s?\d[\d.,]*(?:\s(?:million|billion|trillion))?"
    r"|\d[\d.,]*\s(?:million|billion|trillion)?\s?"
    r"(?:euros?|dollars?|pounds|yen|kroner|francs|tons?|tonnes|(?:[A-Z][a-z]+ )?(?:vaccine )?doses)"
)


@dataclass(frozen=True, slots=True)
class Done:
    """One deed told by one sentence; positions are the document's.

    `together` says that "we" did it, or that nobody is named: then it is the work of those who met.
    """

    kind: str
    agents: tuple[str, ...]
    recipients: tuple[str, ...]
    modality: str
    evidence: tuple[int, int]
    when: When | None
    comment: str | None
    amount: str | None
    topics: tuple[str, ...]
    instruments: tuple[str, ...]
    base: float
    together: bool = False


def deeds(sentence: Sentence) -> Iterator[Done]:
    """The deeds one sentence tells of.

    "The EU imposed sanctions on Belarus" gives a Sanction by the EU against Belarus.
    """
    if sentence.reading.questioner:
        return
    seen: set[tuple[str, *tuple[tuple[str, ...], ...]]] = set()
    for token in sentence.parse:
        for cue in _cues(token):
            for done in _FRAMES[cue.frame](sentence, token, cue):
                key = (done.kind, done.agents, done.recipients, done.instruments)
                if key not in seen:
                    seen.add(key)
                    yield done


def _cues(token: Token) -> tuple[cues.DeedCue, ...]:
    table = (
        cues.deeds("verb")
        if token.pos_ in ("VERB", "AUX")
        else cues.deeds("noun")
        if token.pos_ in ("NOUN", "PROPN")
        else {}
    )
    word = phrase(token, table)
    return table[word] if word else ()


def _lemmas(nouns: list[Token]) -> set[str]:
    """The lemmas of nouns with the nouns they are "of": "a package of aid"."""
    return {
        t.lemma_.casefold()
        for n in nouns
        for t in n.subtree
        if abs(t.i - n.i) < 6 and t.pos_ in ("NOUN", "PROPN", "SYM", "NUM")
    }


def _things(verb: Token) -> list[Token]:
    """What is done to: the object, or the subject of the passive."""
    return objects(verb) or [c for c in verb.children if c.dep_ == "nsubjpass"]


def _instrument(sentence: Sentence, verb: Token, cue: cues.DeedCue) -> Iterator[Done]:
    """ "signed a memorandum with Y", "The Memorandum of Understanding is signed"."""
    things = _things(verb)
    named = [t for t in things if (r := sentence.reading.at(t)) and r.use == "instrument"]
    words = {t.lemma_.casefold() for t in things} | {t.lower_ for t in things}
    if named or words & cues.instrument_words():
        agents = subjects(sentence, verb)
        partners = behind(sentence, verb, "with") or tuple(
            k for t in things for k in behind(sentence, t, "with")
        )
        between = tuple(k for t in things for k in behind(sentence, t, "between"))
        signed = verb.lemma_ == "sign" and any(c.dep_ == "nsubjpass" for c in verb.children)
        if agents or between or signed:
            yield _done(sentence, verb, cue, (*agents, *partners) if agents else between)


def _agree(sentence: Sentence, verb: Token, cue: cues.DeedCue) -> Iterator[Done]:
    """ "agreed to resume flights", "agreed on a roadmap"."""
    to_do = any(c.dep_ == "xcomp" for c in verb.children)
    on = [
        p
        for c in verb.children
        if c.dep_ == "prep" and c.lower_ in ("on", "upon")
        for p in c.children
    ]
    done_on = on and not any(p.lemma_ in ("need", "importance", "necessity") for p in on)
    who = subjects(sentence, verb)
    if who and (to_do or done_on):
        yield _done(sentence, verb, cue, who)


def _relations(sentence: Sentence, verb: Token, cue: cues.DeedCue) -> Iterator[Done]:
    """ "established diplomatic relations with Y", "severed ties"."""
    things = _things(verb)
    diplomatic = any(
        t.lemma_ in cues.things("relation") and any(c.lower_ == "diplomatic" for c in t.children)
        for t in things
    )
    who = subjects(sentence, verb)
    others = behind(sentence, verb, "with") + tuple(
        k for t in things for k in behind(sentence, t, "with", "between")
    )
    if diplomatic and (who or others):
        yield _done(sentence, verb, cue, who or others, others if who else ())


def _withdraw(sentence: Sentence, verb: Token, cue: cues.DeedCue) -> Iterator[Done]:
    """ "withdrew from the agreement"."""
    out = [p for c in verb.children if c.dep_ == "prep" and c.lower_ == "from" for p in c.children]
    treaty = any((r := sentence.reading.at(p)) and r.use == "instrument" for p in out)
    who = subjects(sentence, verb)
    if who and (treaty or {p.lemma_.casefold() for p in out} & cues.instrument_words()):
        yield _done(sentence, verb, cue, who)


def _give(sentence: Sentence, verb: Token, cue: cues.DeedCue) -> Iterator[Done]:
    """ "will provide an additional €1 million to each partner", "donated doses to Peru"."""
    things = _things(verb)
    giver = subjects(sentence, verb)
    if verb.dep_ in ("acl", "relcl") and verb.tag_ == "VBN":
        things = [verb.head]
    if giver and _lemmas(things) & cues.things("aid"):
        taker = (
            behind(sentence, verb, "to", "for")
            or _dative(sentence, verb)
            or tuple(k for t in things for k in behind(sentence, t, "to", "for"))
            or _sides_of(sentence, [verb, *things], "to", "for")
        )
        yield _done(sentence, verb, cue, _sides(sentence, giver), _sides(sentence, taker))


def _sides_of(sentence: Sentence, heads: list[Token], *prepositions: str) -> tuple[str, ...]:
    """The states in "sanctions on Russia's largest bank", "aid to the Yemeni people"."""
    found: dict[str, None] = {}
    for prep in (c for h in heads for c in h.children if c.lower_ in prepositions):
        for word in prep.subtree:
            ref = sentence.reading.at(word)
            if ref and ref.use in ("adjective", "name", "organ", "demonym", "capital"):
                found |= {
                    k: None for k in ref.entities if k.startswith(("state/", "organization/"))
                }
    return tuple(found)


def _dative(sentence: Sentence, verb: Token) -> tuple[str, ...]:
    """ "granted Kenya a loan"."""
    return tuple(k for c in verb.children if c.dep_ == "dative" for k in actors(sentence, c))


def _sides(sentence: Sentence, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Those who can give and take: not people whom a verb's subject merely speaks of."""
    return tuple(k for k in keys if sentence.found.kind(k) != "Place")


def _help(sentence: Sentence, verb: Token, cue: cues.DeedCue) -> Iterator[Done]:
    """ "Australia assisted Fiji"."""
    who, whom = subjects(sentence, verb), patients(sentence, verb)
    if who and whom:
        yield _done(sentence, verb, cue, who, whom)


def _giver(sentence: Sentence, noun: Token, cue: cues.DeedCue) -> Iterator[Done]:
    """ "the assistance Australia was providing to Gabon", "humanitarian aid from Japan to Gaza"."""
    for clause in (c for c in noun.children if c.dep_ in ("relcl", "acl")):
        if clause.lemma_ in ("provide", "give", "deliver", "send", "grant", "offer", "pledge"):
            giver = subjects(sentence, clause)
            taker = behind(sentence, clause, "to", "in", "for") or behind(
                sentence, noun, "to", "for"
            )
            if giver:
                yield _done(sentence, clause, cue, giver, taker)
                return
    giver, taker = behind(sentence, noun, "from"), behind(sentence, noun, "to", "for")
    if giver and taker:
        yield _done(sentence, noun, cue, giver, taker)


def _sanction(sentence: Sentence, verb: Token, cue: cues.DeedCue) -> Iterator[Done]:
    """ "imposed sanctions on five officials", "sanctions imposed by the EU"."""
    things = _things(verb)
    if verb.dep_ in ("acl", "relcl") and not things:
        things = [verb.head]
    if {t.lemma_.casefold() for t in things} & cues.things("sanction"):
        who = subjects(sentence, verb)
        against = ("on", "against", "upon")
        whom = behind(sentence, verb, *against) or tuple(
            k for t in things for k in behind(sentence, t, *against, "from")
        )
        whom = whom or _sides_of(sentence, [verb, *things], *against)
        if who or whom:
            yield _done(sentence, verb, cue, who, whom)


def _direct(sentence: Sentence, verb: Token, cue: cues.DeedCue) -> Iterator[Done]:
    """ "sanctioned 27 entities", "expelled three diplomats", "summoned the ambassador of Y"."""
    who = subjects(sentence, verb)
    whom = patients(sentence, verb) or _adjective_of(sentence, verb)
    envoys = {t.lemma_.casefold() for t in _things(verb)} & cues.things("envoy")
    meant = whom or envoys or cue.kind == "Sanction"
    if who and meant and set(who) != set(whom):
        yield _done(sentence, verb, cue, who, whom)


def _adjective_of(sentence: Sentence, verb: Token) -> tuple[str, ...]:
    """The state of "three Russian diplomats", "five Burmese individuals"."""
    found: list[str] = []
    for thing in _things(verb):
        for token in thing.children:
            ref = sentence.reading.at(token)
            if ref and ref.use in ("adjective", "demonym", "name"):
                found += ref.entities
    return tuple(dict.fromkeys(found))


def _invite(sentence: Sentence, verb: Token, cue: cues.DeedCue) -> Iterator[Done]:
    """ "invited the King to visit Moscow"."""
    who, whom = subjects(sentence, verb), patients(sentence, verb)
    if (who and whom and verb.tag_ != "VBN") or (
        who and whom and any(c.dep_ in ("nsubjpass", "aux") for c in verb.children)
    ):
        yield _done(sentence, verb, cue, who, whom)


def _inviter(sentence: Sentence, noun: Token, cue: cues.DeedCue) -> Iterator[Done]:
    """ "At the invitation of his counterpart, X visited …", "thank you for your invitation"."""
    own = tuple(k for c in noun.children if c.dep_ == "poss" for k in actors(sentence, c))
    who = behind(sentence, noun, "of", "from") or own
    governor = noun.head.head if noun.dep_ == "pobj" else noun.head
    whom = subjects(sentence, governor) if governor.pos_ in ("VERB", "AUX") else ()
    whom = tuple(k for k in behind(sentence, noun, "to") or whom if k not in who)
    if who and whom:
        yield _done(sentence, noun, cue, who, whom)


def _appoint(sentence: Sentence, verb: Token, cue: cues.DeedCue) -> Iterator[Done]:
    """ "appointed a special envoy", "was accredited to Chad"."""
    office = {t.lemma_.casefold() for t in verb.subtree} & cues.things("envoy")
    who, whom = subjects(sentence, verb), patients(sentence, verb) or behind(sentence, verb, "to")
    if office and (who or whom):
        yield _done(sentence, verb, cue, who or whom, whom if who else ())


def _credentials(sentence: Sentence, noun: Token, cue: cues.DeedCue) -> Iterator[Done]:
    """ "presented credentials to the President", "accepted credentials from …"."""
    head = next(
        (t for t in (*reversed(list(noun.lefts)), *noun.ancestors) if t.pos_ in ("VERB", "AUX")),
        noun,
    )
    who = subjects(sentence, head) or adjacent(sentence, head)
    givers = behind(sentence, noun, "of", "from", "by") or behind(sentence, head, "from", "by")
    takers = behind(sentence, noun, "to") or behind(sentence, head, "to")
    if head.lemma_ in ("accept", "receive"):
        yield from _if_given(sentence, noun, cue, givers, who)
    elif givers or takers or who:
        agents = givers or tuple(k for k in who if k not in takers)
        yield from _if_given(
            sentence, noun, cue, agents, takers or tuple(k for k in who if k not in agents)
        )


def _if_given(
    sentence: Sentence, token: Token, cue: cues.DeedCue, who: tuple[str, ...], whom: tuple[str, ...]
) -> Iterator[Done]:
    if who:
        yield _done(sentence, token, cue, who, whom)


def _ambassador(sentence: Sentence, verb: Token, cue: cues.DeedCue) -> Iterator[Done]:
    """ "recalled its ambassador from Madrid"."""
    things = _things(verb)
    who = subjects(sentence, verb)
    if who and {t.lemma_.casefold() for t in things} & cues.things("envoy"):
        yield _done(
            sentence, verb, cue, who, behind(sentence, verb, "from", "to") or _from(sentence, verb)
        )


def _from(sentence: Sentence, verb: Token) -> tuple[str, ...]:
    """The state behind a capital: "from Madrid"."""
    party = sentence.found.party
    keys = [k for r in sentence.references() if r.use == "place" for k in r.entities]
    return tuple(p for p in (party(k) for k in keys) if p and p.startswith("state/"))


def _mission(sentence: Sentence, verb: Token, cue: cues.DeedCue) -> Iterator[Done]:
    """ "closed its embassy in Kabul"."""
    who = subjects(sentence, verb)
    if who and {t.lemma_.casefold() for t in _things(verb)} & cues.things("mission"):
        yield _done(sentence, verb, cue, who, _from(sentence, verb))


def _grata(sentence: Sentence, verb: Token, cue: cues.DeedCue) -> Iterator[Done]:
    """ "declared two diplomats persona non grata"."""
    if "non grata" in sentence.text.casefold():
        yield from _direct(sentence, verb, cue)


def _protest(sentence: Sentence, verb: Token, cue: cues.DeedCue) -> Iterator[Done]:
    """ "protested against the arrest", "protested to the embassy"."""
    who, whom = subjects(sentence, verb), behind(sentence, verb, "to", "with")
    official = any(sentence.found.kind(k) in ("State", "Organization") for k in who)
    if official and (whom or any(c.lower_ in ("against", "over", "at") for c in verb.children)):
        yield _done(sentence, verb, cue, who, whom)


def _note(sentence: Sentence, verb: Token, cue: cues.DeedCue) -> Iterator[Done]:
    """ "lodged a protest with the embassy"."""
    who = subjects(sentence, verb)
    if who and {t.lemma_.casefold() for t in _things(verb)} & cues.things("protest"):
        notes = (behind(sentence, thing, "with", "to") for thing in _things(verb))
        whom = behind(sentence, verb, "with", "to") or next(filter(None, notes), ())
        yield _done(sentence, verb, cue, who, whom)


_FRAMES = {
    "instrument": _instrument,
    "agree": _agree,
    "relations": _relations,
    "withdraw": _withdraw,
    "give": _give,
    "help": _help,
    "giver": _giver,
    "sanction": _sanction,
    "direct": _direct,
    "invite": _invite,
    "inviter": _inviter,
    "appoint": _appoint,
    "credentials": _credentials,
    "ambassador": _ambassador,
    "mission": _mission,
    "grata": _grata,
    "protest": _protest,
    "note": _note,
}


def _done(
    sentence: Sentence,
    token: Token,
    cue: cues.DeedCue,
    who: tuple[str, ...],
    whom: tuple[str, ...] = (),
) -> Done:
    amount = _AMOUNT.search(sentence.text) if cue.kind == "Assistance" else None
    spoken = modality(token)
    pledged = cue.word in ("pledge", "announce") and cue.kind == "Assistance" and spoken == "actual"
    return Done(
        cue.kind,
        tuple(dict.fromkeys(who)),
        tuple(k for k in dict.fromkeys(whom) if k not in who),
        "planned" if pledged else spoken,
        sentence.span,
        when(sentence, token),
        cue.comment,
        amount[0] if amount else None,
        topics(sentence),
        instruments(sentence),
        0.65,
        not who or any(c.dep_ == "nsubj" and c.lower_ == "we" for c in token.children),
    )
