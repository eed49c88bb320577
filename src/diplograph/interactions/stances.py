"""Stances in somebody's own words, where no verb of speech tells what is done by speaking.

"This is a very good sign", "Russia must stop its aggression", "You are a real friend".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from diplograph.interactions.clauses import Sentence, actors
from diplograph.interactions.speech import judged, obliges, subject_of
from diplograph.interactions.voices import Voice
from diplograph.vocabulary import cues

_KINDS = ("Person", "State", "Organization", "Grouping")
# "Good to be with you." alone is manners, no statement.
_BARE = 7


def stances(sentence: Sentence, voice: Voice) -> Iterator[tuple[str, float]]:
    """The acts of a sentence by its wording, and how sure they are."""
    if found := _formula(sentence):
        yield found, 0.55
    root = sentence.parse.root
    others = _others(sentence, voice)
    if found := _demanded(sentence, root, others):
        yield found, 0.55
    elif found := _loaded(sentence, others):
        yield found, 0.5
    elif (found := judged(root)) and (others or found not in ("support", "request")):
        yield found, 0.5


def _formula(sentence: Sentence) -> str | None:
    """ "It is a great pleasure to be here", "Our thoughts are with the families"."""
    if len(sentence.parse) < _BARE:
        return None
    text = sentence.text.casefold().replace("’", "'")
    match = _formulas().search(text)
    return cues.statements("formula")[match[0]].act if match else None


@cache
def _formulas() -> re.Pattern[str]:
    ordered = sorted(cues.statements("formula"), key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{'|'.join(re.escape(w) for w in ordered)})\b")


def _others(sentence: Sentence, voice: Voice) -> set[str]:
    """Those a sentence speaks of besides the speaker and the speaker's side."""
    own = {*voice.speakers, *(sentence.found.party(k) for k in voice.speakers)}
    named = {k for r in sentence.references() for k in r.entities if r.use not in ("place",)}
    return {k for k in named - own if sentence.found.kind(k) in _KINDS}


def _demanded(sentence: Sentence, root: Token, others: set[str]) -> str | None:
    """ "Kenya must act", "It is important that Kenya and Chad go on": others should do something."""
    clauses = [c for c in root.children if c.dep_ in ("ccomp", "advcl", "xcomp")]
    if judged(root) in ("support", "request"):
        found = any(_of_others(sentence, c, others) for c in clauses)
        return "request" if found else None
    told = [root, *(c for c in root.children if c.dep_ in ("conj", "ccomp"))]
    demanded = any(obliges(c) and _of_others(sentence, c, others) for c in told)
    return "request" if demanded else None


def _of_others(sentence: Sentence, clause: Token, others: set[str]) -> bool:
    """Whether a clause, or the one it is joined to, is about somebody else."""
    subject = subject_of(clause) or (subject_of(clause.head) if clause.dep_ == "conj" else None)
    return subject is not None and bool(others.intersection(actors(sentence, subject)))


def _loaded(sentence: Sentence, others: set[str]) -> str | None:
    """The act of a loaded word about somebody: "atrocities", "unprovoked", "indispensable"."""
    table = cues.statements("stance")
    if not others:
        return None
    words = (t for t in sentence.parse if not any(c.dep_ == "neg" for c in t.children))
    found = (table.get(t.lemma_.casefold()) or table.get(t.lower_) for t in words)
    return next((cue.act for cue in found if cue), None)
