"""Assistance: what is given, lent, sent or pledged by one to another."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from diplograph.interactions.clauses import Sentence, actors, behind, infinitive, patients, subjects
from diplograph.interactions.done import (
    Done,
    Keys,
    are,
    behalf,
    core,
    done,
    lemmas,
    of,
    owners,
    spoken_of,
    things,
    toward,
)
from diplograph.vocabulary import cues
from diplograph.vocabulary.cues import DeedCue

_TO = ("to", "for")


def giving(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "will provide €5 million to each clinic", "aid delivered by Norway"."""
    given = [*things(verb), *_form(verb)]
    if _provided(verb):
        yield from equipping(sentence, verb, cue)
    elif are(given, "aid") or are(given, "money") or _helpers(given):
        thanked, thanking = _gratitude(sentence, verb)
        acting = subjects(sentence, verb) or _collecting(sentence, verb)
        who = behalf(sentence, verb, acting) or thanked
        whom = (
            toward(sentence, [verb, *_values(verb)], *_TO)
            or _dative(sentence, verb)
            or toward(sentence, given, *_TO)
            or tuple(k for t in given for k in owners(sentence, t))
            or spoken_of(sentence, given, *_TO)
            or _supported(sentence, verb)
            or _aid_in(sentence, verb)
            or thanking
        )
        yield from _between(sentence, verb, cue, who, whom, given)


def _values(verb: Token) -> list[Token]:
    """ "delivered equipment worth two million euros to Malawi": "to" may hang on "worth"."""
    return [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "worth"]


def _aid_in(sentence: Sentence, verb: Token) -> Keys:
    """ "set aside ten million euros for humanitarian aid in Malawi": Malawi."""
    inner = [t for t in verb.subtree if t.i > verb.i and are([t], "aid") and by_name([t])]
    return toward(sentence, inner, "in")


def _gratitude(sentence: Sentence, verb: Token) -> tuple[Keys, Keys]:
    """Who gave and who got it in "thanked Japan for the doses donated", "for deciding to send"."""
    above = (t for t in verb.ancestors if t.dep_ in ("pobj", "pcomp"))
    noun = next(above, None)
    thanks = _thanked(sentence, noun) if noun is not None else None
    whose = owners(sentence, noun) if noun is not None else ()
    if thanks and (not whose or set(whose) <= set(thanks[0])):
        return thanks
    return (), ()


def _collecting(sentence: Sentence, verb: Token) -> Keys:
    """ "Norway collected ten million kroner, which was handed over to Malawi": Norway."""
    governor = verb.head.head
    passive = verb.dep_ == "relcl" and any(c.dep_ == "auxpass" for c in verb.children)
    collected = passive and verb.head.dep_ == "dobj" and are([governor], "collecting")
    return subjects(sentence, governor) if collected else ()


def available(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "made ten million kroner available to Malawi", "Two boats were made available by Norway"."""
    for word in (c for c in verb.children if are([c], "available")):
        subject = [core(c) for c in word.children if c.dep_ == "nsubj"]
        given = [t for t in (*subject, *things(verb)) if are([t], "aid") or are([t], "money")]
        if given:
            who = behalf(sentence, verb, subjects(sentence, verb))
            whom = toward(sentence, [verb, word, *given], *_TO)
            inside = spoken_of(sentence, [word], "in")
            yield from _between(sentence, verb, cue, who, whom or inside, given)


def promised(sentence: Sentence, noun: Token, cue: DeedCue) -> Iterator[Done]:
    """ "Norway's pledge of two million dollars", "the American offer of military aid"."""
    if are(of(noun), "money") or are(of(noun), "aid"):
        yield from aid(sentence, noun, cue)


def _helpers(given: list[Token]) -> bool:
    """ "a search and rescue team", "medical experts"."""
    return any(are([t], "helper") and _of_a_kind(t) for t in given)


def forgiving(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "canceled Somalia's debt", "wrote off the debts of Chad"."""
    debts = [t for t in things(verb) if are([t], "debt")]
    who = behalf(sentence, verb, subjects(sentence, verb))
    whom = toward(sentence, debts, "of", "owed") or tuple(
        k for t in debts for k in owners(sentence, t)
    )
    if who and whom:
        yield from done(sentence, verb, cue, who, _others(sentence, who, whom))


def donating(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "donated an X-ray machine to the hospital in Gondar": whatever is given away is aid.

    "contributed two million euros to the process": of what may be no gift, aid and money is.
    """
    thanked, thanking = _gratitude(sentence, verb)
    who = behalf(sentence, verb, subjects(sentence, verb)) or thanked
    if cue.frame == "contribute" and not (are(things(verb), "aid") or are(things(verb), "money")):
        return
    whom = (
        toward(sentence, [verb, *things(verb)], *_TO)
        or _dative(sentence, verb)
        or spoken_of(sentence, things(verb), *_TO)
        or thanking
    )
    if who and things(verb) and (whom or by_name(things(verb)) or _official(sentence, who)):
        yield from done(sentence, verb, cue, who, _others(sentence, who, whom))


def _others(sentence: Sentence, who: Keys, whom: Keys) -> Keys:
    """Those of other sides than the givers."""
    givers = {sentence.found.party(k) for k in who}
    return tuple(k for k in whom if sentence.found.party(k) not in givers)


def _supported(sentence: Sentence, verb: Token) -> Keys:
    """ "allocated 20 million euros to support Moldova": Moldova."""
    purposes = (t for t in verb.subtree if t.i > verb.i and are([t], "helping") and infinitive(t))
    return next(filter(None, (patients(sentence, t) for t in purposes)), ())


def _form(verb: Token) -> list[Token]:
    """ "provided two billion dollars in humanitarian assistance": the assistance."""
    return [p for c in verb.children if c.lower_ == "in" for p in c.children if p.dep_ == "pobj"]


def equipping(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "provided Ukraine with generators", "supports the Afghan people with food aid"."""
    given = _provided(verb)
    who = behalf(sentence, verb, subjects(sentence, verb))
    whom = patients(sentence, verb) or tuple(k for t in things(verb) for k in owners(sentence, t))
    if given and whom:
        yield from _between(sentence, verb, cue, who, whom, given)


def _provided(verb: Token) -> list[Token]:
    """The aid after "with": "provided Ukraine with generators"."""
    behind_with = (p for c in verb.children if c.lower_ == "with" for p in c.children)
    return [t for t in map(core, behind_with) if are([t], "aid") or _of_a_kind(t)]


def _between(
    sentence: Sentence, token: Token, cue: DeedCue, who: Keys, whom: Keys, given: list[Token]
) -> Iterator[Done]:
    """Aid from one to another.

    Where nobody is named who gets it, it is aid by its name ("medical equipment") or goes "to each
    of the three partners".
    """
    givers = {sentence.found.party(k) for k in who}
    takers = _others(sentence, who, whom)
    receivers = [
        p for c in token.children if c.lower_ in _TO for p in c.children if p.dep_ == "pobj"
    ]
    plain = [core(p) for p in receivers]
    known = not any(p.pos_ == "PRON" for p in plain)
    partners = are((t for t in plain if t.tag_ == "NNS"), "party")
    meant = not whom and known and (by_name(given) or partners)
    if who and any(givers) and (takers or not whom):
        yield from done(sentence, token, cue, who, takers, loose=not (takers or meant))


def by_name(given: list[Token]) -> bool:
    """ "humanitarian support", "vaccine doses"; mere "support" and "funds" may be anything."""
    plain = lemmas(given) & (cues.things("aid") - cues.things("vague-aid"))
    return bool(plain) or any(_of_a_kind(t) for t in given)


def _of_a_kind(thing: Token) -> bool:
    before = (c for c in thing.children if c.dep_ in ("amod", "compound", "nmod"))
    kinds = [k for c in before for k in (c, *c.conjuncts)]
    return are(kinds, "aid-kind")


def _dative(sentence: Sentence, verb: Token) -> Keys:
    """ "granted Kenya a loan"."""
    return tuple(k for c in verb.children if c.dep_ == "dative" for k in actors(sentence, c))


def helping(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "Australia assisted Fiji", "The mission trains Somali officers"."""
    who = behalf(sentence, verb, subjects(sentence, verb))
    whom = patients(sentence, verb) or tuple(k for t in things(verb) for k in owners(sentence, t))
    troops = are(things(verb), "trainee") and any(sentence.found.party(k) for k in who)
    if who and (set(whom) - set(who) or troops):
        yield from done(sentence, verb, cue, who, whom)


def _official(sentence: Sentence, who: Keys) -> bool:
    return any(sentence.found.kind(k) in ("State", "Organization") for k in who)


def aid(sentence: Sentence, noun: Token, cue: DeedCue) -> Iterator[Done]:
    """ "humanitarian aid from Japan to Gaza", "thanked Japan for its financial support".

    "A loan from China to Laos" is aid by its two ends, "China's support for Laos" may be anything.
    """
    heads = [noun, *of(noun)]
    whom, source = toward(sentence, heads, *_TO), toward(sentence, heads, "from", "by")
    gift = are(of(noun), "money") or are(of(noun), "aid")
    vague = noun.lemma_.casefold() in cues.things("vague-aid") and not (_of_a_kind(noun) or gift)
    if (vague and not (whom and source)) or _stopped(noun):
        return
    thanked = _thanked(sentence, noun)
    who = source or owners(sentence, noun)
    if gift and not whom:
        whom = _welcoming(sentence, noun, who)
    if thanked and not who:
        who, whom = thanked[0], whom or thanked[1]
    giver = tuple(k for k in who if k not in whom)
    sent = any(c.lower_ in _TO for h in heads for c in h.children)
    if giver and (whom or thanked or sent or gift):
        yield from _between(sentence, noun, cue, giver, whom, [noun, *of(noun)])


def _welcoming(sentence: Sentence, noun: Token, who: Keys) -> Keys:
    """Who gets it in "Malawi welcomed Norway's gift of rice", "… to the Red Cross"."""
    verb = noun.head
    if noun.dep_ not in ("dobj", "conj") or not are([verb], "accepting"):
        return ()
    return toward(sentence, [verb], "to") or _others(sentence, who, subjects(sentence, verb))


def _stopped(noun: Token) -> bool:
    """ "Norwegian aid to Mali was suspended": a sanction, no aid."""
    frames = cues.deeds("verb").get(noun.head.lemma_.casefold(), ())
    return noun.dep_ in ("dobj", "nsubjpass") and any(c.frame == "stop-aid" for c in frames)


def delivery(sentence: Sentence, noun: Token, cue: DeedCue) -> Iterator[Done]:
    """ "the delivery of wheat to Yemen by Poland"."""
    given = of(noun)
    if are(given, "aid"):
        who = toward(sentence, [noun, *given], "by") or owners(sentence, noun)
        whom = toward(sentence, [noun, *given], *_TO)
        if who:
            yield from _between(sentence, noun, cue, who, whom, given)


def _thanked(sentence: Sentence, noun: Token) -> tuple[Keys, Keys] | None:
    """Whom somebody thanks for what, and who thanks: "thanked Japan for the food aid"."""
    prep = noun.head
    word = prep.head
    if word.pos_ == "AUX":  # "is grateful to Japan for the food aid"
        word = next((c for c in word.children if c.dep_ == "acomp"), word)
    if noun.dep_ not in ("pobj", "pcomp") or prep.lower_ != "for" or not are([word], "thanks"):
        return None
    if word.pos_ == "VERB":
        return patients(sentence, word), subjects(sentence, word)
    governor = word.head
    return behind(sentence, word, "to") or behind(sentence, governor, "to"), subjects(
        sentence, governor
    )
