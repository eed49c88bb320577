"""Who takes part in an encounter told by a noun: "talks with Y", "a summit attended by A and B"."""

from __future__ import annotations

from spacy.tokens import Token

from diplograph.interactions.candidates import merged
from diplograph.interactions.clauses import (
    Sentence,
    actors,
    behind,
    both,
    listed_after,
    patients,
    phrase,
    subjects,
    surface,
)
from diplograph.mentions.found import Found
from diplograph.vocabulary import cues
from diplograph.vocabulary.authority import entries

_LENDING = frozenset(
    {"in", "at", "to", "for", "after", "before", "following", "during", "over", "of"}
)
_BODIES = ("Organization", "Grouping")


def who_takes_part(sentence: Sentence, noun: Token, kind: str) -> tuple[str, ...]:
    """Everyone an event noun names: possessor, modifiers, "with …", the verb's subject.

    "Their first meeting" has the possessor alone, "the Franco-German talks with Italy" three
    states. Keys in the order of the grammar, each once.
    """
    own = [c for c in noun.children if c.dep_ in ("poss", "nmod")]
    possessors = merged(*(actors(sentence, c) for c in own))
    named = merged(
        behind(sentence, noun, "with", "between", "among", "of"),
        _further(sentence, noun),
        _format(sentence, noun),
    )
    if kind == "WorkingMeal":
        named = merged(named, behind(sentence, noun, "for"))
    bodies = bodies_before(sentence, noun) if kind in _CONVENED else ()
    lent = led(sentence, noun) or _author(sentence, noun, named, kind)
    who = merged(
        possessors,
        lent,
        bodies,
        _paired(sentence, noun),
        named,
        _had(sentence, noun),
        gathered(sentence, noun),
    )
    return both(sentence, _whose(sentence, noun), who)


_CONVENED = ("Conference", "Meeting", "PressConference")


def _whose(sentence: Sentence, noun: Token) -> Token | None:
    """The "our" of "our meeting", the "we" of "we had a meeting"."""
    own = [c for c in noun.children if c.dep_ == "poss"]
    led_by = noun.head.children if noun.dep_ in ("dobj", "obj") and is_light(noun.head) else ()
    return next((t for t in (*own, *led_by) if t.dep_ in ("poss", "nsubj")), None)


def _format(sentence: Sentence, noun: Token) -> tuple[str, ...]:
    """The format in "a summit in the Normandy Format"."""
    inside = behind(sentence, noun, "in", "within")
    return tuple(k for k in inside if sentence.found.kind(k) in _BODIES)


def _paired(sentence: Sentence, noun: Token) -> tuple[str, ...]:
    """The states in "the U.S.-Kenya Fisheries Meeting", "Franco-German talks"."""
    lefts = list(noun.lefts)
    start = sentence.reading.start(min((*lefts[0].subtree,), key=lambda t: t.i)) if lefts else 0
    inside = sentence.reading.within(start, sentence.reading.start(noun)) if lefts else ()
    before = [r for r in inside if r.use in ("adjective", "demonym", "name")]
    keys = tuple(dict.fromkeys(k for r in before for k in r.entities if k.startswith("state/")))
    return keys if len(keys) > 1 else ()


def _had(sentence: Sentence, noun: Token) -> tuple[str, ...]:
    """ "the talks she had held with A, B and C"."""
    for clause in (c for c in noun.children if c.dep_ == "relcl" and is_light(c)):
        return merged(subjects(sentence, clause), behind(sentence, clause, "with"))
    return ()


def _further(sentence: Sentence, noun: Token) -> tuple[str, ...]:
    """Partners further off: "an exchange of views with Y", "talks took place between X and Y"."""
    views = [p for c in noun.children if c.lower_ == "of" for p in c.children if c.dep_ == "prep"]
    found = [behind(sentence, view, "with") for view in views]
    if noun.dep_ in ("nsubj", "nsubjpass") and noun.head.pos_ in ("VERB", "AUX"):
        found.append(behind(sentence, noun.head, "between", "with"))
    return merged(*found)


def gathered(sentence: Sentence, noun: Token) -> tuple[str, ...]:
    """Those said to be there: "attended by A", "in the presence of A", "bringing together A"."""
    verb = noun.head if noun.dep_ in ("nsubj", "nsubjpass", "dobj", "obj") else None
    clauses = [c for c in noun.children if c.dep_ in ("acl", "relcl")]
    clauses += [verb, *(c for c in verb.children if c.dep_ in ("conj", "advcl"))] if verb else []
    return merged(*(_there(sentence, clause, noun) for clause in clauses))


def _there(sentence: Sentence, clause: Token, noun: Token) -> tuple[str, ...]:
    presence = merged(
        *(
            behind(sentence, inner, "of", "by")
            for prep in (*clause.children, *noun.children)
            if prep.dep_ == "prep"
            for inner in prep.children
            if inner.lemma_ in cues.encounter_words("presence")
        )
    )
    if phrase(clause, cues.encounter_words("gathering")) is None:
        return presence
    passive = clause.tag_ == "VBN" and any(c.dep_ == "agent" for c in clause.children)
    if passive:
        return merged(presence, subjects(sentence, clause))
    if noun.head == clause and noun.dep_ in ("dobj", "obj"):
        return merged(presence, behind(sentence, clause, "for", "with", "of"))
    return merged(presence, patients(sentence, clause) or listed_after(sentence, clause))


def _author(sentence: Sentence, noun: Token, named: tuple[str, ...], kind: str) -> tuple[str, ...]:
    """In "Lavrov's remarks following talks with Makei" the talks are the author's; in "Remarks by A
    and B before Bilateral Meeting" and "A and B at a Signing Ceremony" those of A and B.
    """
    if not sentence.title or kind not in ("Meeting", "TelephoneCall", "WorkingMeal"):
        return ()
    if named:
        return tuple(a for a in speaking(sentence) if a not in named)[:1]
    return _headline(sentence, noun)


def speaking(sentence: Sentence) -> tuple[str, ...]:
    """Whose talks a title's "Conversation with Emir Hassan of Qatar" are: the author's, the other
    speaker's, or whoever the text begins with ("The President informed the Emir …").
    """
    found = sentence.found
    side = (found.side,) if found.side else ()
    return found.authors or sentence.pair or _opening(found) or _own(found) or side


def _own(found: Found) -> tuple[str, ...]:
    """The one person of the publisher's side, whose diary or journey a page is about."""
    own = [k for k in found.entities if found.kind(k) == "Person" and found.party(k) == found.side]
    return tuple(own) if found.side and len(own) == 1 else ()


def _opening(found: Found) -> tuple[str, ...]:
    """The person whose name begins the text."""
    bodies = (r for r in found.readings if r.passage.role == "body")
    for reading in bodies:
        first = next(iter(reading.references), None)
        if first and first.use == "person" and first.start == reading.passage.start:
            return first.entities
        return ()
    return ()


def _headline(sentence: Sentence, noun: Token) -> tuple[str, ...]:
    """The persons a title without a verb is about, where its last noun is an encounter."""
    words = list(noun.ancestors)
    if not words or any(t.pos_ == "VERB" for t in words):
        return ()
    about = (merged(actors(sentence, t), behind(sentence, t, "by", "of", "with")) for t in words)
    persons = (tuple(k for k in keys if sentence.found.kind(k) == "Person") for keys in about)
    return next((keys for keys in persons if len(keys) > 1), ())


def called_on(sentence: Sentence, token: Token) -> tuple[str, ...]:
    """Whom one calls on: persons, named or by office ("called on the King"), not states."""
    found: list[str] = []
    for prep in (c for c in token.children if c.lower_ in ("on", "upon")):
        for word in (c for c in prep.children if c.dep_ == "pobj"):
            ref = sentence.reading.at(word)
            if ref and ref.use in ("person", "office", "pronoun"):
                found += actors(sentence, word)
    return tuple(dict.fromkeys(found))


def absent(sentence: Sentence, noun: Token) -> tuple[str, ...]:
    """Who talks where only the others are named: "Talks with Prime Minister Manukyan are planned".

    The person of the governing clause ("she continues to Juba, where meetings with … are
    scheduled"), else whom the item is about; none where the encounter is another's.
    """
    if noun.dep_ not in ("nsubj", "nsubjpass", "ROOT", "attr"):
        return ()
    verbs = [t for t in noun.ancestors if t.pos_ == "VERB"][1:]
    around = next(filter(None, (subjects(sentence, v) for v in verbs)), ())
    about = around or speaking(sentence)
    return tuple(k for k in about if sentence.found.kind(k) == "Person")[:1]


def bodies_before(sentence: Sentence, noun: Token) -> tuple[str, ...]:
    """Organizations written before an event noun: "NATO summit", "OSCE Ministerial Council"."""
    found: list[str] = []
    for token in noun.lefts:
        for word in token.subtree:
            ref = sentence.reading.at(word)
            if ref and word.i < noun.i:
                found += [k for k in ref.entities if convenes(sentence, k)]
    ref = sentence.reading.at(noun)
    if ref and ref.use == "name":
        found += ref.entities
    return tuple(dict.fromkeys(found))


def led(sentence: Sentence, noun: Token) -> tuple[str, ...]:
    """The subject that a light verb lends: "Putin had a telephone conversation with …"."""
    word = noun
    for _ in range(4):
        head = word.head
        if word.dep_ == "conj":
            word = head
        elif word.dep_ in ("dobj", "obj", "attr", "nsubjpass") and (
            is_light(head) or _wishes(head)
        ):
            return merged(subjects(sentence, head), behind(sentence, head, "with"))
        elif _of_another(word):
            word = head.head
        elif word.dep_ != "pobj" or head.lower_ not in _LENDING:
            return ()
        elif _lends(head):
            there = _meeting_subjects(sentence, head.head)
            if not is_light(head.head) and _is_conference(noun):
                there = tuple(k for k in there if sentence.found.kind(k) == "Person")
            return merged(there, behind(sentence, head.head, "with"))
        elif head.head.lemma_ in cues.encounter_words("part"):
            word = head.head
        else:
            return ()
    return ()


def _is_conference(noun: Token) -> bool:
    """ "Berlin announced it during the summit": states that speak need not be there."""
    cue = cues.encounters("noun").get(noun.lemma_.casefold())
    return cue is not None and cue.kind == "Conference"


def _of_another(word: Token) -> bool:
    """ "after meetings with officials and talks with Y": a parser takes the talks for partners."""
    beside = word.dep_ == "pobj" and word.head.lower_ == "with"
    return beside and word.head.head.lemma_.casefold() in cues.encounters("noun")


def _wishes(verb: Token) -> bool:
    """Whether a verb takes an encounter that need not happen: "proposed a meeting with"."""
    return verb.pos_ == "VERB" and phrase(verb, cues.modality("governor")) is not None


def _lends(preposition: Token) -> bool:
    """Whether what stands before "in", "at", "to" says who took part: "took part in", "met at"."""
    governor = preposition.head
    return is_light(governor) or (
        governor.pos_ == "VERB"
        and preposition.lower_ in ("at", "during", "for", "in", "after", "following")
    )


def _meeting_subjects(sentence: Sentence, verb: Token) -> tuple[str, ...]:
    """Subjects of a verb; of "the exchange between X and Y took place" those who exchange."""
    if who := subjects(sentence, verb) or surface(sentence, verb):
        return who
    nouns = [
        c
        for c in verb.children
        if c.dep_ == "nsubj" and c.lemma_.casefold() in cues.encounters("noun")
    ]
    return merged(*(behind(sentence, n, "between", "of", "with") for n in nouns))


def is_light(verb: Token) -> bool:
    """Whether a verb only lends its subject to an encounter noun: "held", "attended"."""
    return verb.pos_ in ("VERB", "AUX") and phrase(verb, cues.light_verbs()) is not None


def attends(sentence: Sentence, noun: Token) -> tuple[str, ...]:
    """Who attended what a noun names: "X attended the Council", "to take part in a regatta"."""
    for word in (noun, *(t for t in noun.ancestors if t.dep_ == "conj")):
        head = word.head.head if word.dep_ == "pobj" else word.head
        inside = word.dep_ in ("dobj", "obj") or (
            word.dep_ == "pobj" and word.head.lower_ in ("in", "at")
        )
        for verb in (head, head.head) if inside else ():
            if verb.pos_ == "VERB" and phrase(verb, cues.encounter_words("attending")) is not None:
                return subjects(sentence, verb)
    return ()


def convenes(sentence: Sentence, key: str) -> bool:
    """Whether a body can gather: "the coalition against ISIS" is no meeting of ISIS."""
    entry = entries().get(key)
    body = sentence.found.kind(key) in _BODIES
    return body and (entry is None or entry.detail != "armed-group")
