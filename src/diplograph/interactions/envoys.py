"""Who is invited, appointed and accredited."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from diplograph.interactions.clauses import (
    Sentence,
    actors,
    adjacent,
    behind,
    infinitive,
    patients,
    subjects,
)
from diplograph.interactions.done import (
    Done,
    Keys,
    are,
    called_to_ministry,
    done,
    envoys,
    of,
    owners,
    things,
    toward,
)
from diplograph.vocabulary.cues import DeedCue


def inviting(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "invited the King to visit Moscow", "was invited by the King", "the invited countries"."""
    if verb.dep_ == "amod":
        yield from _guests(sentence, verb, cue)
        return
    if called_to_ministry(sentence, verb):
        return
    who = subjects(sentence, verb) or _by_letter(sentence, verb)
    whom = patients(sentence, verb) or _thanking(sentence, verb)
    clauses = [c for c in verb.children if c.dep_ == "xcomp" and infinitive(c)]
    if whom and all(are([c], "attendance") for c in clauses):
        bare = verb.tag_ == "VBN" and not any(
            c.dep_ in ("nsubjpass", "aux", "auxpass") for c in verb.children
        )
        if (who or any(c.dep_ == "nsubjpass" for c in verb.children)) and not bare:
            yield from done(sentence, verb, cue, who, whom)


def _by_letter(sentence: Sentence, verb: Token) -> Keys:
    """ "a letter from the King inviting her to Oslo": the King."""
    letter = verb.head
    if verb.dep_ != "acl" or verb.tag_ != "VBG":
        return ()
    return behind(sentence, letter, "from", "of") or owners(sentence, letter)


def _thanking(sentence: Sentence, verb: Token) -> Keys:
    """ "X thanked Y for inviting him": X."""
    governor = verb.head.head
    thanked = verb.dep_ == "pcomp" and are([governor], "thanks")
    return subjects(sentence, governor) if thanked else ()


def _guests(sentence: Sentence, participle: Token, cue: DeedCue) -> Iterator[Done]:
    """ "the guest countries, Ghana and Peru"."""
    noun = participle.head
    if are([noun], "invited"):
        yield from done(sentence, participle, cue, (), _named_beside(sentence, noun))


def _named_beside(sentence: Sentence, noun: Token) -> Keys:
    return tuple(
        dict.fromkeys(
            k for c in noun.children if c.dep_ in ("appos", "conj") for k in actors(sentence, c)
        )
    )


def invitation(sentence: Sentence, noun: Token, cue: DeedCue) -> Iterator[Done]:
    """ "at his invitation", "extended an invitation to Peru"."""
    who = behind(sentence, noun, "of", "from", "by") or owners(sentence, noun)
    governor = noun.head.head if noun.dep_ == "pobj" else noun.head
    acting = subjects(sentence, governor) if governor.pos_ in ("VERB", "AUX") else ()
    taken = are([governor], "accepting") or noun.dep_ == "pobj"
    extended = [c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN"]
    guests = toward(sentence, extended, "to")
    to = guests or toward(sentence, [noun], "to") or behind(sentence, governor, "to")
    if taken:
        thanked = patients(sentence, governor) if are([governor], "thanks") else ()
        who = who or toward(sentence, [noun, governor], "from") or thanked
        whom = guests or acting
        who = who or tuple(k for c in extended for k in subjects(sentence, c))
    else:
        who, whom = who or acting, to
    got = noun.dep_ in ("dobj", "nsubjpass") or noun.head.lower_ == "for"
    if who or (whom and got and are([governor], "accepting") and not guests):
        yield from done(sentence, noun, cue, who, tuple(k for k in whom if k not in who))


def appointing(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "appointed a special envoy", "was accredited to Chad", "named X ambassador"."""
    if envoys(sentence, (*verb.subtree, *_as(verb))):
        who, whom = (
            subjects(sentence, verb),
            patients(sentence, verb) or _before_post(sentence, verb),
        )
        abroad = toward(sentence, [verb], "to")
        if who or whom or abroad:
            yield from done(sentence, verb, cue, who, whom or abroad)


def _as(verb: Token) -> Iterator[Token]:
    """ "decided to appoint her as envoy": the post, also where it hangs on "decided"."""
    governors = (t for t in verb.ancestors if t.i < verb.i)
    preps = (c for t in governors for c in t.children if c.lower_ == "as" and c.i > verb.i)
    return (p for c in preps for p in c.children if p.dep_ == "pobj")


def _before_post(sentence: Sentence, verb: Token) -> Keys:
    """ "named Ingrid Dahl ambassador to Kenya": the person is written before the post."""
    words = (c for t in things(verb) for c in t.children if c.dep_ in ("compound", "nmod"))
    keys = (k for c in words for k in actors(sentence, c))
    return tuple(k for k in keys if sentence.found.kind(k) == "Person")


def appointment(sentence: Sentence, noun: Token, cue: DeedCue) -> Iterator[Done]:
    """ "announced the appointment of X as special envoy", "her appointment as ambassador"."""
    whom = tuple(
        k
        for k in (*behind(sentence, noun, "of"), *owners(sentence, noun))
        if sentence.found.kind(k) == "Person"
    )
    posts = (
        p for c in (*noun.children, *noun.head.children) if c.lower_ == "as" for p in c.subtree
    )
    if whom and envoys(sentence, [*posts, *(t for p in of(noun) for t in p.subtree)]):
        governor = noun.head if noun.dep_ == "dobj" else noun
        announced = subjects(sentence, governor) if are([governor], "announcing") else ()
        yield from done(sentence, noun, cue, behind(sentence, noun, "by") or announced, whom)


def agreement(sentence: Sentence, noun: Token, cue: DeedCue) -> Iterator[Done]:
    """ "granted agrément to Ms Rojas as Ambassador of Chile"."""
    verb = noun.head
    if verb.pos_ == "VERB":
        who = subjects(sentence, verb)
        whom = tuple(k for h in (noun, verb) for k in behind(sentence, h, "to", "for"))
        if who or whom:
            yield from done(sentence, noun, cue, who, whom)


def representing(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "The representative from the Kenyan side will be X": Kenya appoints X."""
    will = any(c.lower_ == "will" for c in verb.children)
    for post in (c for c in verb.children if will and c.dep_ == "nsubj"):
        named = [c for c in verb.children if c.dep_ in ("attr", "nsubj") and c.i > verb.i]
        whom = tuple(k for c in named for k in actors(sentence, c))
        who = toward(sentence, [post], "from", "of", "for") or (
            owners(sentence, post) or actors(sentence, post)
        )
        persons = all(sentence.found.kind(k) == "Person" for k in whom)
        if envoys(sentence, [post]) and who and whom and persons:
            yield from done(sentence, verb, cue, who, whom)


def credentials(sentence: Sentence, noun: Token, cue: DeedCue) -> Iterator[Done]:
    """ "presented credentials to the President", "accepted credentials from …"."""
    verbs = (t for t in (*reversed(list(noun.lefts)), *noun.ancestors) if t.pos_ in ("VERB", "AUX"))
    verb = next(verbs, noun)
    who = subjects(sentence, verb) or adjacent(sentence, verb)
    givers = toward(sentence, [noun, verb], "of", "from", "by")
    takers = toward(sentence, [noun, verb], "to")
    if not are([verb], "presenting"):
        return
    if are([verb], "accepting"):
        yield from done(sentence, noun, cue, givers, who)
    else:
        agents = givers or tuple(k for k in who if k not in takers)
        yield from done(
            sentence, noun, cue, agents, takers or tuple(k for k in who if k not in agents)
        )
