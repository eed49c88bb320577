"""Agreements: signed, adopted, agreed, withdrawn from; relations established or restored."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from diplograph.interactions.clauses import Sentence, actors, behind, infinitive, phrase, subjects
from diplograph.interactions.done import (
    Done,
    Keys,
    agreed_on,
    are,
    done,
    of,
    owners,
    several,
    things,
    toward,
)
from diplograph.vocabulary import cues
from diplograph.vocabulary.cues import DeedCue

# Auxiliaries of "agreed that a minister will visit": something is to be done.
_TO_BE_DONE = ("will", "would", "shall", "going")
_SUBJECTS = ("nsubj", "nsubjpass")


def by_instrument(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "signed a memorandum with Y", "The treaty was ratified by Y", "the accord signed by X"."""
    documents = [*things(verb), *_come_to(verb)]
    if agreed_on(sentence, documents):
        shared = _between_states(sentence, documents)
        who = subjects(sentence, verb)
        among = _among(sentence, documents)
        signed = _just_done(verb) and (shared or cue.frame == "sign")
        yield from done(
            sentence,
            verb,
            cue,
            (*who, *_with(sentence, [verb, *documents])) if who else among,
            together=_unnamed(verb) or (signed and not who and not among),
            loose=not shared,
            about=" ".join(sorted({t.lemma_.casefold() for t in documents})),
        )


def _among(sentence: Sentence, documents: list[Token]) -> Keys:
    """The parties of a document: "an agreement on trade between Norway and Kenya"."""
    inside = [t for d in documents for t in d.subtree]
    direct = next(filter(None, (behind(sentence, t, "between", "among") for t in inside)), ())
    spoken = () if len(direct) > 1 else toward(sentence, inside, "between", "among")
    return spoken if len(spoken) > 1 else direct


def by_issuing(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "issued a joint statement": only what several issue together is agreed."""
    kinds = [c for t in things(verb) for c in t.children if c.dep_ == "amod"]
    if are(kinds, "shared"):
        yield from by_instrument(sentence, verb, cue)


def by_signing(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "signed a memorandum", "X signed for Ghana"."""
    on_behalf = behind(sentence, verb, "for")
    if on_behalf and not things(verb):
        yield from done(sentence, verb, cue, on_behalf)
    else:
        yield from by_instrument(sentence, verb, cue)


def by_ratifying(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "ratified the treaty", "ratified the accession of X"."""
    entries = [t for t in things(verb) if are([t], "entry")]
    if entries:
        whom = tuple(k for t in entries for k in toward(sentence, [t], "of"))
        yield from done(sentence, verb, cue, subjects(sentence, verb), whom)
    else:
        yield from by_instrument(sentence, verb, cue)


def _between_states(sentence: Sentence, documents: list[Token]) -> bool:
    """Whether documents must be those of several states: "a treaty", "bilateral documents"."""
    kinds = [c for t in documents for c in t.children if c.dep_ == "amod"]
    return agreed_on(sentence, documents, "document") or are(kinds, "shared")


def _come_to(verb: Token) -> list[Token]:
    """ "came to an agreement", "acceded to the treaty"."""
    return [
        p
        for c in verb.children
        if c.dep_ == "prep" and c.lower_ in ("to", "into", "on", "in")
        for p in c.children
        if p.dep_ == "pobj"
    ]


def _with(sentence: Sentence, heads: list[Token]) -> Keys:
    return tuple(dict.fromkeys(k for h in heads for k in behind(sentence, h, "with")))


def _unnamed(verb: Token) -> bool:
    """ "the parties drafted a framework": several did, but the sentence does not say who.

    "The meeting adopted a declaration" is the work of those who met, too.
    """
    return any(
        c.dep_ == "nsubj" and (several(c) or (c.tag_ == "NN" and are([c], "convened")))
        for c in verb.children
    )


def _just_done(verb: Token) -> bool:
    """ "A memorandum was signed", with nobody named: those who met signed it."""
    passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)
    return passive and not any(c.dep_ == "agent" for c in verb.children)


def acceding(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "Peru acceded to the convention", "joined the treaty"."""
    if agreed_on(sentence, [*things(verb), *_come_to(verb)], "document"):
        yield from done(sentence, verb, cue, subjects(sentence, verb))


def becoming(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "Peru became a party to the convention"."""
    parties = [c for c in verb.children if c.dep_ == "attr" and are([c], "party")]
    treaties = [t for p in (verb, *parties) for t in _come_to(p)]
    if parties and agreed_on(sentence, treaties, "document"):
        yield from done(sentence, verb, cue, subjects(sentence, verb))


def depositing(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "deposited its instrument of ratification of the convention"."""
    instruments = [t for t in things(verb) if are([t], "ratifying")]
    if any(are(of(t), "ratified") for t in instruments):
        who = subjects(sentence, verb)
        yield from done(sentence, verb, cue, who, together=_unnamed(verb) and not who)


def by_agreeing(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "agreed to resume flights", "agreed on a roadmap", "agreed that X will visit Y".

    "It was agreed to dredge the river" is the work of those who met.
    """
    if any(c.dep_ == "nsubjpass" and c.lower_ == "it" for c in verb.children):
        yield from done(sentence, verb, cue, (), together=True)
    elif _to_do(verb) or _on(verb, "on", "upon") or _that(verb) or _on(verb, "to"):
        who = subjects(sentence, verb)
        if who or not _unnamed(verb):  # "the two agreed to meet with X": not X agreed
            who = (*who, *_with(sentence, [verb]))
        alone = len(who) < 2
        if alone and not (_to_do(verb) or _on(verb, "on", "upon") or _that(verb)):
            return  # "agreed to the proposal" is one side's consent
        person = alone and any(sentence.found.kind(k) == "Person" for k in who)
        if not person or _joined(verb):
            yield from done(
                sentence, verb, cue, who, together=alone and _many(verb), loose=_said_by_us(verb)
            )


def _said_by_us(verb: Token) -> bool:
    """ "We agreed with the governor" may be an affair at home."""
    return any(c.dep_ == "nsubj" and c.lower_ in ("we", "i") for c in verb.children)


def _many(verb: Token) -> bool:
    """Whether more agree than are named: "we agreed", "the sides agreed", "A and B agreed"."""
    return _unnamed(verb) or _joined(verb)


def _joined(verb: Token) -> bool:
    return any(
        c.dep_ == "nsubj" and (c.lower_ in ("we", "they") or bool(c.conjuncts))
        for c in verb.children
    )


def _to_do(verb: Token, *clauses: str) -> bool:
    return any(c.dep_ in (clauses or ("xcomp",)) and infinitive(c) for c in verb.children)


def _on(verb: Token, *prepositions: str) -> bool:
    """ "agreed on the need to talk" is an opinion, "agreed on a date" an agreement."""
    topics = [
        p
        for c in verb.children
        if c.dep_ == "prep" and c.lower_ in prepositions
        for p in c.children
    ]
    return bool(topics) and not are(topics, "opinion")


def _that(verb: Token) -> bool:
    """ "agreed that the Secretary will visit Beijing": somebody is to do something."""
    clauses = [c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i]
    if any(_should_meet(c) for c in clauses):
        return True
    return any(
        any(a.dep_ == "aux" and a.lower_ in _TO_BE_DONE for a in c.children)
        or (c.lower_ in _TO_BE_DONE and any(infinitive(x) for x in c.children))
        for c in clauses
        if c.pos_ == "VERB" and any(s.dep_ == "nsubj" for s in c.children)
    )


def _should_meet(verb: Token) -> bool:
    """ "agreed that the commission should meet in May": a meeting arranged, no opinion."""
    should = any(c.dep_ == "aux" and c.lower_ == "should" for c in verb.children)
    called = (c for c in verb.children if c.dep_ == "nsubjpass" and are([c], "convened"))
    return should and (are([verb], "attendance") or any(called))


def by_deciding(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "The decision was taken by the Council", "The two leaders made a decision"."""
    who = subjects(sentence, verb)
    if are(things(verb), "decision") and (len(who) > 1 or _bodies(sentence, who)):
        yield from done(sentence, verb, cue, who)


def _bodies(sentence: Sentence, who: Keys) -> Keys:
    return tuple(k for k in who if sentence.found.kind(k) in ("Organization", "Grouping"))


def by_resolving(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "The Assembly decided to send observers": what a body decides its members agree on.

    Not "decided to adopt a declaration" or "to ask Norway for help", which tell of that deed.
    """
    who = subjects(sentence, verb)
    clauses = [c for c in verb.children if c.dep_ == "xcomp" and infinitive(c)]
    acts = [c for c in clauses if c.lemma_.casefold() not in cues.statements("verb")]
    plain = [c for c in acts if not (_of_deeds(sentence, things(c)) or _founding(c))]
    if plain and (_bodies(sentence, who) or len(who) > 1 or _unnamed(verb)):
        yield from done(sentence, verb, cue, who, together=len(who) < 2 and _unnamed(verb))


def _of_deeds(sentence: Sentence, nouns: list[Token]) -> bool:
    """Whether what is done to nouns is a deed of its own."""
    kinds = ("aid", "money", "sanction", "envoy", "relation")
    return any(are(nouns, kind) for kind in kinds) or agreed_on(sentence, nouns)


def _founding(verb: Token) -> bool:
    """ "set up a joint commission"."""
    word = phrase(verb, cues.deeds("verb"))
    frames = {c.frame for c in cues.deeds("verb")[word]} if word else set()
    return "found" in frames and are(things(verb), "body")


def recognizing(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "recognized Kosovo", "recognized the State of Palestine", not "Kosovo for its efforts"."""
    roles = [p for c in verb.children if c.lower_ == "as" for p in c.children]
    merits = any(c.lower_ in ("for", "that") for c in verb.children)
    if not merits and (not roles or are(roles, "statehood")):
        states = _states(sentence, things(verb))
        who = tuple(k for k in subjects(sentence, verb) if sentence.found.kind(k) != "Place")
        if who and states:
            yield from done(sentence, verb, cue, who, states)


def recognition(sentence: Sentence, noun: Token, cue: DeedCue) -> Iterator[Done]:
    """ "Norway's recognition of Kosovo", "the recognition of Kosovo by Norway"."""
    who = owners(sentence, noun) or behind(sentence, noun, "by")
    states = _states(sentence, of(noun))
    if who and states:
        yield from done(sentence, noun, cue, who, states)


def _states(sentence: Sentence, nouns: list[Token]) -> Keys:
    """The states that nouns name: "Kosovo", "the State of Palestine"."""
    refs = [r for t in nouns if (r := sentence.reading.at(t)) and r.use == "name"]
    return tuple(k for r in refs for k in r.entities if k.startswith("state/"))


def by_tasking(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "The leaders tasked their experts with a study": what two order is agreed between them."""
    staff = [t for t in things(verb) if any(c.lower_ == "their" for c in t.children)]
    if are(staff, "staff"):
        who = subjects(sentence, verb) or subjects(sentence, sentence.parse.root)
        if len(who) > 1 or _unnamed(verb):
            yield from done(sentence, verb, cue, who, together=len(who) < 2)


def by_drafting(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "The parties drafted a peace framework": only what several draft is agreed."""
    who = (*subjects(sentence, verb), *_with(sentence, [verb]))
    active = any(c.dep_ == "nsubj" for c in verb.children)
    if active and agreed_on(sentence, things(verb)) and (len(who) > 1 or _unnamed(verb)):
        yield from done(sentence, verb, cue, who, together=len(who) < 2)


def by_founding(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "The parties established a court", "a fund established by the Council"."""
    if are(things(verb), "body"):
        who = subjects(sentence, verb)
        if who or not _unnamed(verb):
            who = (*who, *_with(sentence, [verb]))
        if _bodies(sentence, who) or len(who) > 1 or _unnamed(verb):
            yield from done(sentence, verb, cue, who, together=_unnamed(verb))


def by_commitment(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "The parties commit to share flood data"."""
    who = subjects(sentence, verb)
    if (_to_do(verb, "xcomp", "advcl") or _come_to(verb)) and (len(who) > 1 or _unnamed(verb)):
        yield from done(sentence, verb, cue, who, together=len(who) < 2)


def relations(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "established diplomatic relations with Y", "severed ties", "relations were restored"."""
    ties = [t for t in things(verb) if _diplomatic(t, cue)]
    if ties:
        who = subjects(sentence, verb)
        others = tuple(k for h in (verb, *ties) for k in behind(sentence, h, "with", "between"))
        ends = others or tuple(k for t in ties for k in owners(sentence, t))
        if len({*who, *ends}) > 1 or (who and cue.kind == "Expulsion"):
            yield from done(sentence, verb, cue, who or ends, ends if who else ())


def of_relations(sentence: Sentence, noun: Token, cue: DeedCue) -> Iterator[Done]:
    """ "the establishment of diplomatic relations between X and Y"."""
    ties = [t for t in of(noun) if _diplomatic(t, cue)]
    heads = (noun, *ties)
    who = tuple(k for h in heads for k in behind(sentence, h, "between"))
    whom = tuple(k for h in heads for k in behind(sentence, h, "with"))
    who = (*who, *owners(sentence, noun))
    if ties and len({*who, *whom}) > 1:
        yield from done(sentence, noun, cue, who, whom)


def _diplomatic(tie: Token, cue: DeedCue) -> bool:
    """Whether ties are those of states: any that are cut, but only diplomatic ones established."""
    kinds = [c for c in tie.children if c.dep_ in ("amod", "compound")]
    official = are(kinds, "relation-kind") or (not kinds and tie.tag_ == "NNS")
    return are([tie], "relation") and (official or cue.comment is not None)


def leaving(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "withdrew from the agreement", "left the treaty"."""
    preps = [g for c in (verb, *verb.children) for g in c.children if g.lower_ in ("from", "of")]
    out = [p for c in preps if c.head.dep_ not in ("dobj", "nsubj") for p in c.children]
    if agreed_on(sentence, out or things(verb)):
        yield from done(sentence, verb, cue, subjects(sentence, verb))


def departure(sentence: Sentence, noun: Token, cue: DeedCue) -> Iterator[Done]:
    """ "the withdrawal of X from the agreement", "Peru's accession to the convention"."""
    treaties = [
        p
        for c in (*noun.children, *(g for t in of(noun) for g in t.children))
        if c.dep_ == "prep" and c.lower_ in ("from", "to")
        for p in c.children
    ]
    if agreed_on(sentence, treaties):
        who = (*behind(sentence, noun, "of", "by"), *owners(sentence, noun))
        yield from done(sentence, noun, cue, who)


def doing(sentence: Sentence, noun: Token, cue: DeedCue) -> Iterator[Done]:
    """ "the signing of the treaty by X", "the adoption of a roadmap", "Peru's ratification"."""
    documents = of(noun)
    if agreed_on(sentence, documents):
        heads = [noun, *documents]
        by = tuple(k for h in heads for k in behind(sentence, h, "by", "between"))
        who = by or owners(sentence, noun) or _witnesses(sentence, noun)
        joint = not who and noun.dep_ in ("nsubj", "nsubjpass", "dobj")
        yield from done(sentence, noun, cue, (*who, *_with(sentence, heads)), together=joint)


def _witnesses(sentence: Sentence, noun: Token) -> Keys:
    """ "The two leaders witnessed the signing of the accord": those of two sides had it signed.

    "The two ministers welcomed the entry into force of the agreement" is of theirs, too.
    """
    seen = noun.dep_ == "dobj" and (are([noun.head], "witnessing") or are([noun.head], "accepting"))
    who = subjects(sentence, noun.head) if seen else ()
    return who if len({sentence.found.party(k) for k in who}) > 1 else ()


def taking_force(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "The treaty between Norway and Kenya entered into force", "the accord took effect"."""
    into = are([*things(verb), *_come_to(verb)], "force")
    for treaty in (c for c in verb.children if into and c.dep_ in _SUBJECTS):
        if agreed_on(sentence, [treaty], "document"):
            who = _among(sentence, [treaty]) or _titled(sentence, treaty)
            yield from done(sentence, verb, cue, who)


def entry(sentence: Sentence, noun: Token, cue: DeedCue) -> Iterator[Done]:
    """ "the entry into force of the treaty between Norway and Kenya"."""
    parts = [noun, *(p for p in _come_to(noun) if are([p], "force"))]
    treaties = [t for n in parts for t in of(n) if agreed_on(sentence, [t], "document")]
    if len(parts) > 1 and treaties:
        named = tuple(k for t in treaties for k in _titled(sentence, t))
        who = _among(sentence, treaties) or named or _witnesses(sentence, noun)
        yield from done(sentence, noun, cue, who)


def _titled(sentence: Sentence, treaty: Token) -> Keys:
    """The sides in a treaty's name: "the Norway-Kenya Trade Agreement"."""
    start, end = (
        sentence.reading.start(next(iter(treaty.subtree))),
        sentence.reading.end(treaty),
    )
    return tuple(
        dict.fromkeys(
            k
            for r in sentence.references()
            if start <= r.start and r.end <= end
            for k in r.entities
            if k.startswith(("state/", "organization/"))
        )
    )


def outcome(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "talks between A and B led to the Oslo agreement"."""
    if agreed_on(sentence, _come_to(verb)):
        talks = next((c for c in verb.children if c.dep_ in _SUBJECTS), verb)
        if verb.dep_ == "relcl":
            talks = verb.head
        who = behind(sentence, talks, "between", "among") or actors(sentence, talks)
        if len(who) > 1:
            yield from done(sentence, verb, cue, who)
