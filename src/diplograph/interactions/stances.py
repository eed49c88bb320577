"""Stances in somebody's own words, where no verb of speech tells what is done by speaking.

"This is a splendid plan", "Russia must stop its aggression", "You are a real friend".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from diplograph.interactions.clauses import Sentence, actors
from diplograph.interactions.voices import Voice
from diplograph.interactions.wording import judged, obliges, subject_of, verbal
from diplograph.vocabulary import cues

_KINDS = ("Person", "State", "Organization", "Grouping")
# "Good to be with you." alone is manners, no statement.
_BARE = 7


def stances(sentence: Sentence, voice: Voice) -> Iterator[tuple[str, float]]:
    """The acts of a sentence by its wording, and how sure they are; most often one.

    "Belarus flouts the treaty and must withdraw" condemns and demands.
    """
    found = _formula(sentence)
    if found:
        yield found, 0.55
    root = sentence.parse.root
    if not verbal(root) or _of_colleague(sentence, root, voice):
        return
    others = _others(sentence, voice)
    demand, charge = _demanded(sentence, root, others), _loaded(sentence, others)
    if demand:
        yield demand, 0.55
    if charge and (not (found or demand) or charge == "condemn"):
        yield charge, 0.5
    elif not (found or demand):
        yield from _judgment(root, others)


def _judgment(root: Token, others: set[str]) -> Iterator[tuple[str, float]]:
    """ "The vote is illegal", "Kenya is a reliable partner": praise needs somebody to praise."""
    found = judged(root)
    if found and (others or found not in ("support", "request")):
        yield found, 0.5


def undertaking(sentence: Sentence, root: Token) -> tuple[str, ...]:
    """Who undertakes something in a joint statement: "Peru will lift the duties"."""
    subject = subject_of(root)
    if subject is None or not any(c.lower_ in ("will", "shall") for c in root.children):
        return ()
    sides = ("State", "Organization", "Grouping")
    return tuple(k for k in actors(sentence, subject) if sentence.found.kind(k) in sides)


def _of_colleague(sentence: Sentence, root: Token, voice: Voice) -> bool:
    """ "Our President spoke of the reckless policy": what another of one's own side said or did."""
    subject = subject_of(root)
    keys = actors(sentence, subject) if subject is not None else ()
    sides = {sentence.found.party(k) for k in voice.speakers}
    return any(
        sentence.found.kind(k) == "Person"
        and k not in voice.speakers
        and sentence.found.party(k) in sides
        for k in keys
    )


def _formula(sentence: Sentence) -> str | None:
    """ "It is a joy to be in Lima", "Our thoughts are with the families"."""
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
    """ "Kenya must act", "It is important that Kenya goes on": others should do something."""
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
    words = (t for t in sentence.parse if not _hedged(t))
    found = (table.get(t.lemma_.casefold()) or table.get(t.lower_) for t in words)
    acts = (cue.act for cue in found if cue)
    return next((a for a in acts if others or a == "reject"), None)


def _hedged(word: Token) -> bool:
    """ "did not violate", "would undermine": nothing is charged or praised."""
    unreal = cues.statements("unreal")
    return any(
        c.dep_ == "neg" or (c.dep_ in ("aux", "mark") and c.lower_ in unreal) for c in word.children
    )
