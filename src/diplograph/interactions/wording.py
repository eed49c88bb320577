"""What a word or clause says by its own wording: "must", "is unacceptable", "will never accept".

These are questions about one word or clause of a parse; who says it, and what verb tells of it, is
for the modules that use them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Token

from diplograph.interactions.clauses import objects, phrase, stands_for
from diplograph.vocabulary import cues

FIRST = frozenset({"i", "we"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_FUTURE = frozenset({"will", "would", "shall", "'ll", "’ll"})
_PREDICATES = ("acomp", "attr", "oprd", "amod")


def verbal(token: Token) -> bool:
    """Whether a word is a verb, also "condemn" after its subject that a parser takes for a noun."""
    if token.pos_ in ("VERB", "AUX"):
        return True
    if token.pos_ not in ("NOUN", "PROPN") or token.dep_ != "ROOT":
        return False
    return _opens(token) or any(c.dep_ == "nsubj" and c.i < token.i for c in token.children)


def _opens(token: Token) -> bool:
    """ "Calls" of "2. Calls upon the sides to withdraw"."""
    return token == next((t for t in token.sent if t.is_alpha), None) and token.tag_ == "NNS"


def speaks_of(verb: Token) -> bool:
    """Whether a verb is one of saying: "commended", "pointed out"."""
    return bool(phrase(verb, cues.statements("say")) or phrase(verb, cues.statements("verb")))


def subject_of(clause: Token) -> Token | None:
    """The word a clause is about: "Norway" in "that Norway would help"."""
    return next((c for c in clause.children if c.dep_ in _SUBJECTS), None)


def first_person(token: Token) -> bool:
    """Whether the clause's subject is "I" or "we": "I want to thank", "we’re deeply alarmed"."""
    if beside_first(token) or _after_first(token):
        return True
    verb = token if token.pos_ in ("VERB", "AUX") else token.head
    for _ in range(4):
        subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is not None:
            return subject.lower_ in FIRST
        if verb.dep_ in ("xcomp", "conj", "advcl", "ccomp", "acl") and verb.head != verb:
            verb = verb.head
            continue
        return False
    return False


def beside_first(token: Token) -> bool:
    """ "we’re deeply" before "alarmed": parsers stumble over the short forms of verbs."""
    for step in range(1, 5):
        if token.i - step < token.sent.start:
            return False
        before = token.nbor(-step)
        if before.lower_ in FIRST:
            return True
        if before.pos_ not in ("AUX", "ADV") and before.text[0] not in "’'":
            return False
    return False


def _after_first(verb: Token) -> bool:
    """ "praise" of "Let me take an evening to praise", where a parser turns the two round."""
    wishes = [c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i]
    if verb.tag_ != "VB" or any(c.dep_ == "nsubj" for c in verb.children):
        return False
    subjects = (subject_of(c) for c in wishes)
    return any(s is not None and s.lower_ in FIRST for s in subjects)


def after(token: Token, *prepositions: str) -> list[Token]:
    """The words after a preposition that hangs on a token."""
    preps = (c for c in token.children if c.dep_ == "prep" and c.lower_ in prepositions)
    return [c for p in preps for c in p.children if c.dep_ in ("pobj", "pcomp", "amod", "advcl")]


def first(found: Iterable[str | None]) -> str | None:
    """The first act that is one."""
    return next((a for a in found if a), None)


def future(clause: Token) -> bool:
    """ "that Norway will help", "was going to study it"."""
    coming = any(c.dep_ == "aux" and c.lower_ in _FUTURE for c in clause.children)
    going = clause.lower_ == "going" and any(c.dep_ == "xcomp" for c in clause.children)
    return (coming and not idle(clause) and not denied(clause)) or going


def idle(verb: Token) -> bool:
    """ "We will see", "I will be brief": no promise."""
    lemma = verb.lemma_.casefold()
    return lemma in ("be", "have") or lemma in cues.statements("idle")


def denied(clause: Token) -> bool:
    """ "did not say", "would never say"."""
    return any(c.dep_ == "neg" or c.lower_ == "never" for c in clause.children)


def declines(clause: Token) -> bool:
    """ "that Norway would not negotiate", "we will never bow to threats"."""
    return any(c.dep_ == "aux" and c.lower_ in _FUTURE for c in clause.children) and (
        denied(clause) and not idle(clause)
    )


def refuses(token: Token) -> bool:
    """ "does not recognize", "never accept", "is unable to accept", "do not share a view"."""
    never = any(c.dep_ == "neg" or c.lower_ == "never" for c in token.children)
    never = never or (token.dep_ == "xcomp" and barred(token.head))
    more = any(c.lower_ == "more" for c in token.children)
    verb = cues.statements("verb").get(phrase(token, cues.statements("verb")) or "")
    shared = verb is not None and verb.act == "agree" and " " in verb.word
    return never and not more and (shared or token.lemma_.casefold() in cues.statements("refusing"))


def reserves(token: Token) -> bool:
    """ "did not rule out sanctions"."""
    return denied(token) and bool(phrase(token, cues.statements("reserving")))


def ours(token: Token) -> bool:
    """ "My government regrets", "Our delegation supports", "My delegation is alarmed"."""
    subject = subject_of(token) or (subject_of(token.head) if token.dep_ == "acomp" else None)
    if subject is None or not stands_for(subject):
        return False
    return any(c.dep_ == "poss" and c.lower_ in ("my", "our") for c in subject.children)


def barred(word: Token) -> bool:
    """ "unable" of "is unable to accept it", "not prepared" of "is not prepared to accept it"."""
    if word.lower_ in cues.statements("barring"):
        return True
    negated = any(c.dep_ == "neg" for c in word.head.children)
    return word.dep_ == "acomp" and word.lower_ in _promising() and negated


def obliges(clause: Token) -> bool:
    """ "… that the sides must withdraw", "have to withdraw", not "that we must"."""
    subject = subject_of(clause)
    own = subject is not None and subject.lower_ in FIRST
    return _obliged(clause) and not own


def _obliged(clause: Token) -> bool:
    table = cues.statements("obliging")
    if any(c.dep_ == "aux" and c.tag_ == "MD" and c.lower_ in table for c in clause.children):
        return True
    todo = any(
        c.dep_ == "xcomp" and any(g.lower_ == "to" for g in c.children) for c in clause.children
    )
    return todo and clause.lemma_.casefold() in table


def readies(clause: Token) -> bool:
    """ "… that Peru was ready for talks"."""
    words = (clause, *(c for c in clause.children if c.dep_ == "acomp"))
    return any(w.lower_ in _promising() for w in words)


@cache
def _promising() -> frozenset[str]:
    """The adjectives that promise: "ready", "committed"."""
    adjectives = cues.statements("adjective").values()
    return frozenset(cue.word for cue in adjectives if cue.act == "promise")


def threatens(clause: Token, own: bool) -> bool:
    """ "that Norway would respond in the event of an attack", "that an attack would have costs"."""
    if not any(c.dep_ == "aux" and c.lower_ in _FUTURE for c in clause.children):
        return False
    verbs = [clause, *(c for c in clause.children if c.dep_ == "conj")]
    nouns = [n for v in verbs for n in (*objects(v), *after(v, "in", "with", "on"))]
    table = cues.statements("consequence")
    hard = any(n.lower_ in table for n in nouns)
    struck = any(v.lemma_.casefold() in table for v in verbs)
    if denied(clause):
        return False
    return (hard and (struck or not own)) or ((hard or struck) and _conditional(clause))


def _conditional(clause: Token) -> bool:
    """ "if …", "in the event of …", "should it …"."""
    marks = any(t.dep_ == "mark" and t.lower_ in ("if", "unless") for t in clause.subtree)
    return marks or any(
        t.lower_ in ("event", "case") and t.dep_ == "pobj" and t.head.lower_ == "in"
        for t in clause.subtree
    )


def judged(clause: Token) -> str | None:
    """The act in a judgment: "… is unacceptable", "considers it important to …"."""
    table = cues.statements("evaluative")
    predicates = (c for c in clause.children if c.dep_ in _PREDICATES)
    words = (clause, *(t for p in predicates for t in _with_adjectives(p)))
    return first(table[w.lower_].act for w in words if w.lower_ in table)


def _with_adjectives(word: Token) -> Iterator[Token]:
    """ "sign" and "good" of "is a good sign"."""
    yield word
    yield from (c for c in word.children if c.dep_ in ("amod", "conj"))


def charged(noun: Token) -> str | None:
    """ "raised the brutal war": a loaded word that condemns what it is said of."""
    table = cues.statements("stance")
    words = (noun, *(c for c in noun.children if c.dep_ in ("amod", "compound", "conj")))
    acts = (table[w.lemma_.casefold()].act for w in words if w.lemma_.casefold() in table)
    return next((a for a in acts if a == "condemn"), None)
