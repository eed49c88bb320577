"""Measures against somebody: sanctions, expulsions, closed missions, protests."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from diplograph.interactions.assistance import by_name
from diplograph.interactions.clauses import (
    Sentence,
    actors,
    behind,
    infinitive,
    objects,
    patients,
    subjects,
)
from diplograph.interactions.done import (
    Done,
    Keys,
    adjective,
    are,
    behalf,
    called_to_ministry,
    done,
    envoys,
    lemmas,
    of,
    owners,
    spoken_of,
    things,
    toward,
)
from diplograph.vocabulary import cues
from diplograph.vocabulary.cues import DeedCue

_AGAINST = ("on", "against", "upon", "over")


def sanctioning(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "imposed sanctions on five officials", "sanctions lifted by the EU", "tariffs on steel"."""
    measures = things(verb)
    if are(measures, "sanction"):
        who = behalf(sentence, verb, subjects(sentence, verb))
        whom = (
            toward(sentence, [verb, *measures], *_AGAINST)
            or spoken_of(sentence, objects(verb), *_AGAINST, "from")
            or toward(sentence, [verb], "from")
            or _targeted(sentence, measures)
        )
        own = tuple(k for t in measures for k in owners(sentence, t) if not _program(t))
        if whom or (who and _plainly(measures)):
            yield from done(sentence, verb, cue, who or own, whom)


def _targeted(sentence: Sentence, measures: list[Token]) -> Keys:
    """ "sanctions targeting Belarusian banks", "measures aimed at Belarus"."""
    clauses = [c for t in measures for c in t.children if c.dep_ == "acl" and are([c], "targeting")]
    hit = [t for c in clauses for t in objects(c)]
    direct = tuple(k for t in hit for k in (actors(sentence, t) or owners(sentence, t)))
    return direct or toward(sentence, clauses, "at", "against")


def banning(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "banned three Kenyan officials from entering the country"."""
    out = [p for c in verb.children if c.lower_ == "from" for p in c.children]
    if are(out, "entering"):
        yield from against(sentence, verb, cue)


def aid_stopped(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "suspended all development aid to Mali", "Norwegian aid was frozen"."""
    stopped = things(verb)
    if are(stopped, "aid") and by_name(stopped):
        who = behalf(sentence, verb, subjects(sentence, verb))
        own = tuple(k for t in stopped for k in owners(sentence, t))
        whom = toward(sentence, [verb, *stopped], "to", "for")
        yield from done(sentence, verb, cue, who or own, whom)


def seizing(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "froze the assets of two generals", "revoked the visas of five Kenyan officials"."""
    seized = [t for t in things(verb) if are([t], "seizable")]
    whom = spoken_of(sentence, seized, "of", "for") or tuple(
        k for t in seized for k in (*behind(sentence, t, "of", "for"), *owners(sentence, t))
    )
    if whom:
        yield from done(sentence, verb, cue, behalf(sentence, verb, subjects(sentence, verb)), whom)


def restrictions(sentence: Sentence, noun: Token, cue: DeedCue) -> Iterator[Done]:
    """ "Washington's restrictions against Khartoum": only with both ends a measure of states."""
    who = behind(sentence, noun, "by") or owners(sentence, noun)
    whom = toward(sentence, [noun], *_AGAINST)
    if {sentence.found.party(k) for k in who} - {sentence.found.party(k) for k in whom} and whom:
        yield from done(sentence, noun, cue, who, whom)


def ordering(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "ordered two diplomats to leave", "The ambassador was given 48 hours to leave"."""
    told = things(verb) + [c for c in verb.children if c.dep_ in ("dative", "nsubjpass")]
    leaves = [c for c in verb.subtree if c.i > verb.i and are([c], "leaving") and infinitive(c)]
    if leaves and (envoys(sentence, told) or are(told, "mission")):
        left = tuple(k for c in leaves for t in objects(c) for k in actors(sentence, t))
        who = behalf(sentence, verb, subjects(sentence, verb)) or left
        whom = patients(sentence, verb) or tuple(
            k for t in told for k in (actors(sentence, t) or owners(sentence, t))
        )
        yield from done(sentence, verb, cue, who, tuple(k for k in whom if k not in who))


def called_in(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "The ambassador was invited to the Foreign Ministry", "called in the envoy"."""
    at = called_to_ministry(sentence, verb)
    inside = [p for c in verb.children if c.lower_ == "in" for p in c.children]
    if at or (cue.word.endswith(" in") and envoys(sentence, [*things(verb), *inside])):
        who = subjects(sentence, verb) or tuple(k for t in at for k in actors(sentence, t))
        whom = patients(sentence, verb) or behind(sentence, verb, "in")
        yield from done(sentence, verb, cue, who, whom)


def _plainly(measures: list[Token]) -> bool:
    """ "an embargo", "restrictive measures"; mere "measures" and "bans" may be anything."""
    kinds = [c for t in measures for c in t.children if c.dep_ in ("amod", "compound")]
    plain = lemmas(measures) & (cues.things("sanction") - cues.things("vague-measure"))
    return bool(plain) or are(kinds, "measure-kind")


def _program(noun: Token) -> bool:
    """ "the Zimbabwe sanctions program": the state is the one sanctioned."""
    return noun.dep_ in ("compound", "nmod") and are([noun.head], "program")


def sanctions(sentence: Sentence, noun: Token, cue: DeedCue) -> Iterator[Done]:
    """ "the threat of sanctions against Peru", "The EU sanctions remain in place"."""
    head = noun.head if _program(noun) else noun
    own = (
        (*owners(sentence, noun), *owners(sentence, head))
        if head != noun
        else owners(sentence, noun)
    )
    who = behind(sentence, noun, "by", "from") or (() if _program(noun) else own)
    whom = toward(sentence, [noun], *_AGAINST) or (own if _program(noun) else ())
    who = who or (owners(sentence, noun.head.head) if _in_prospect(head) else ())
    whom = tuple(k for k in whom if k not in who)
    if (
        (who and (whom or _in_prospect(head)))
        or (whom and _in_prospect(head))
        or (who and _stays(head))
    ):
        yield from done(sentence, noun, cue, who, whom)


def _in_prospect(noun: Token) -> bool:
    """ "the possibility of sanctions", "the termination of the sanctions program"."""
    word = noun.head.head
    talked_of = word.dep_ == "attr" or are([word.head], "talking")
    of_it = noun.dep_ == "pobj" and noun.head.lower_ == "of" and are([word], "prospect")
    return of_it and not talked_of


def _stays(noun: Token) -> bool:
    """ "The sanctions will stay in place": kept."""
    return noun.dep_ == "nsubj" and are([noun.head], "staying")


def against(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "sanctioned 27 entities", "expelled three Russian diplomats", "summoned the envoy of Y"."""
    who = behalf(sentence, verb, subjects(sentence, verb))
    targets = things(verb)
    whom = (
        patients(sentence, verb)
        or tuple(k for t in targets for k in owners(sentence, t))
        or toward(sentence, targets, "of", "from", "in")
        or _including(sentence, targets)
    )
    sent = bool(envoys(sentence, targets))
    named = bool(whom) and (bool(who) or sent or cue.kind == "Sanction")
    if set(who) != set(whom) and (named or (who and (sent or cue.kind == "Sanction"))):
        where = "from" if cue.kind == "Expulsion" else "to"
        yield from done(sentence, verb, cue, who or _seat(sentence, verb, where), whom)


def deporting(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "deported twelve diplomats": a deed between states only of envoys."""
    if envoys(sentence, things(verb)):
        yield from against(sentence, verb, cue)


def barring(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "suspended Mali from the African Union", "Mali was suspended by the African Union"."""
    whom = tuple(k for k in patients(sentence, verb) if k.startswith("state/"))
    body = _members_of(behind(sentence, verb, "from"))
    who = behalf(sentence, verb, subjects(sentence, verb)) or body
    if whom and who and (body or any(c.lower_ == "from" for c in verb.children)):
        yield from done(sentence, verb, cue, who, whom)


def barred(sentence: Sentence, noun: Token, cue: DeedCue) -> Iterator[Done]:
    """ "Mali's suspension from the African Union"."""
    ends = owners(sentence, noun) or behind(sentence, noun, "of")
    whom = tuple(k for k in ends if k.startswith("state/"))
    body = _members_of(toward(sentence, [noun, *of(noun)], "from"))
    if whom and body:
        yield from done(sentence, noun, cue, body, whom)


def _members_of(keys: Keys) -> Keys:
    return tuple(k for k in keys if k.startswith(("organization/", "grouping/")))


def closing_border(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "closed its border with Belarus", "shut its airspace to Kenyan aircraft"."""
    borders = [t for t in things(verb) if are([t], "frontier")]
    who = behalf(sentence, verb, subjects(sentence, verb))
    whom = toward(sentence, [verb, *borders], "with", "to", "for")
    whom = tuple(k for k in whom if k not in who)
    if borders and who and whom:
        yield from done(sentence, verb, cue, who, whom)


def _including(sentence: Sentence, targets: list[Token]) -> Keys:
    """ "eleven individuals, including President X and businessman Y"."""
    preps = [c for t in targets for c in (*t.children, *t.head.children) if c.lower_ == "including"]
    return tuple(dict.fromkeys(k for p in preps for c in p.children for k in actors(sentence, c)))


def _seat(sentence: Sentence, verb: Token, where: str) -> Keys:
    """ "was summoned to the Polish Foreign Ministry", "was expelled from Poland": by Poland."""
    return behind(sentence, verb, where)


def removal(sentence: Sentence, noun: Token, cue: DeedCue) -> Iterator[Done]:
    """ "the expulsion of three Kenyan diplomats by Norway", "Peru's recall of its ambassador"."""
    removed = of(noun)
    if envoys(sentence, removed) or are(removed, "mission"):
        who = toward(sentence, [noun, *removed], "by") or owners(sentence, noun)
        if not who and cue.comment is None:  # "the expulsion of its diplomats from Peru"
            who = toward(sentence, [noun, *removed], "from")
        ends = tuple(k for t in removed for k in (actors(sentence, t) or owners(sentence, t)))
        whom = tuple(
            k for k in (*ends, *toward(sentence, [noun, *removed], "from")) if k not in who
        )
        yield from done(sentence, noun, cue, who, whom)


def recalling(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "recalled its ambassador from Madrid"."""
    who = behalf(sentence, verb, subjects(sentence, verb))
    if who and envoys(sentence, things(verb)):
        heads = [verb, *things(verb)]
        whom = tuple(k for h in heads for k in behind(sentence, h, "from", "to"))
        yield from done(sentence, verb, cue, who, whom or _of_place(sentence))


def closing(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "closed its embassy in Kabul"."""
    who = behalf(sentence, verb, subjects(sentence, verb)) or tuple(
        k for t in things(verb) for k in (actors(sentence, t) or owners(sentence, t))
    )
    if who and are(things(verb), "mission"):
        yield from done(sentence, verb, cue, who, _of_place(sentence))


def _of_place(sentence: Sentence) -> Keys:
    """The state of a city: "from Madrid", "in Kabul"."""
    places = [k for r in sentence.references() if r.use == "place" for k in r.entities]
    states = (sentence.found.party(k) for k in places)
    return tuple(dict.fromkeys(s for s in states if s and s.startswith("state/")))


def listing(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "removed Sudan from the list of sponsors of terrorism", "put the bank on its blacklist"."""
    lists = [
        p for c in verb.children if c.dep_ == "prep" for p in c.children if are([p], "black-list")
    ]
    listed = tuple(k for t in things(verb) for k in owners(sentence, t))
    whom = (patients(sentence, verb) or listed) if lists else ()
    who = behalf(sentence, verb, subjects(sentence, verb)) if lists else ()
    if (whom or who) and (are(lists, "sanction") or _of_the_accused(lists)):
        yield from done(sentence, verb, cue, who, whom)


def _of_the_accused(lists: list[Token]) -> bool:
    """ "the list of state sponsors of terrorism", "the sanctions list"."""
    return any(are([t], "accused") or are([t], "sanction") for n in lists for t in n.subtree)


def unwelcome(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "declared two Kenyan diplomats persona non grata"."""
    if "non grata" in sentence.text.casefold():
        who = behalf(sentence, verb, subjects(sentence, verb)) or tuple(
            k for c in verb.children if c.dep_ == "oprd" for k in behind(sentence, c, "by")
        )
        near = [t for t in verb.subtree if t.i > verb.i or t.dep_ == "nsubjpass"]
        sent = (c for t in envoys(sentence, near) for c in (t, *t.children))
        whom = tuple(
            dict.fromkeys(k for t in sent for k in (actors(sentence, t) or adjective(sentence, t)))
        )
        whom = whom or spoken_of(sentence, near, "of", "from", "at")
        yield from done(sentence, verb, cue, who, tuple(k for k in whom if k not in who))


def protesting(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "protested against the arrest", "protested to the embassy"."""
    who, whom = subjects(sentence, verb), toward(sentence, [verb], "to", "with")
    official = any(sentence.found.kind(k) in ("State", "Organization") for k in who)
    if official and (whom or any(c.lower_ in ("against", "over", "at") for c in verb.children)):
        yield from done(sentence, verb, cue, who, whom)


def noting(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "lodged a protest with the embassy", "handed the ambassador a note of protest"."""
    if _told_before(verb):
        return
    notes = things(verb)
    about = (c for n in notes for c in n.children if c.dep_ == "acl")  # "a note protesting"
    words = {*lemmas(notes), *lemmas(t for n in notes for t in of(n)), *lemmas(about)}
    if words & (cues.things("protest") - {"note"}):
        heads = [verb, *notes, *(t for n in notes for t in of(n))]
        whom = toward(sentence, heads, "with", "to") or patients(sentence, verb)
        yield from done(sentence, verb, cue, subjects(sentence, verb), whom)


def remonstrating(sentence: Sentence, verb: Token, cue: DeedCue) -> Iterator[Done]:
    """ "made strong representations to the ministry", not "in court"."""
    if toward(sentence, [verb, *things(verb)], "with", "to"):
        yield from noting(sentence, verb, cue)


def _told_before(verb: Token) -> bool:
    """ "summoned the envoy and handed him a note": the protest is told with "summoned"."""
    before = cues.deeds("verb").get(verb.head.lemma_.casefold(), ())
    return verb.dep_ == "conj" and any(c.kind == "Protest" for c in before)
