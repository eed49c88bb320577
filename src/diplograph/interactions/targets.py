"""At whom an act of speech aims: its object, or whose doing its object is.

"urged Peru to sign", "welcomed the decision of Peru to sign", "support for Peru's accession".
"""

from __future__ import annotations

from spacy.tokens import Token

from diplograph.interactions.clauses import Sentence, actors, behind, objects
from diplograph.interactions.wording import after, speaks_of, subject_of
from diplograph.vocabulary import cues

_TO_SOMEBODY = ("request", "courtesy", "condemn", "promise")
_OF_DOINGS = ("support", "condemn", "concern", "reject", "courtesy", "request")
_JUDGED = ("condemn", "support")
_MATTERS = ("for", "of", "at", "over", "about", "with", "against", "to", "on", "in")


def aim(sentence: Sentence, token: Token, done: str) -> tuple[str, ...]:
    """Those an act names as its object, or as doers of what it is about; empty where it does not.

    "asked Kenya to mediate between Sudan and Chad" aims at Kenya alone.
    """
    if not _tells(token):
        subject = subject_of(token) if done in _JUDGED else None
        return actors(sentence, subject) if subject is not None else ()
    if done == "agree":
        named = _object(sentence, token) or _doers_of_objects(sentence, token)
        return named or _declared(sentence, token)
    if done in _TO_SOMEBODY and (named := _object(sentence, token)):
        return named
    if done == "state":
        return tuple(k for n in objects(token) for k in actors(sentence, n))
    if done not in _OF_DOINGS:
        return ()
    return _doers_of_objects(sentence, token)


def _declared(sentence: Sentence, token: Token) -> tuple[str, ...]:
    """Whose declaration it is that others "align themselves with": the publisher's."""
    documents = cues.words("speeches.csv")
    joined = any(n.lemma_.casefold() in documents for n in after(token, "with"))
    side = sentence.found.side
    return (side,) if joined and side in sentence.found.entities else ()


def _tells(token: Token) -> bool:
    """Whether a word is one of speech or feeling, not any verb in somebody's own words."""
    return speaks_of(token) or token.lower_ in cues.statements("adjective")


def _doers_of_objects(sentence: Sentence, token: Token) -> tuple[str, ...]:
    return next((w for n in objects(token) if (w := _doers(sentence, n))), ())


def _object(sentence: Sentence, token: Token) -> tuple[str, ...]:
    """ "thanked Peru for its aid", "called on Peru to sign", "was asked by Peru"."""
    direct = tuple(k for n in objects(token) for k in actors(sentence, n))
    passive = (c for c in token.children if c.dep_ == "nsubjpass")
    direct = direct or next((k for c in passive if (k := actors(sentence, c))), ())
    return direct or behind(sentence, token, "on", "upon", "to")


def _doers(sentence: Sentence, noun: Token) -> tuple[str, ...]:
    """Whose decision, effort or accession a noun tells of, past "support for", "concern at"."""
    if noun.lemma_.casefold() in cues.statements("noun"):
        matters = after(noun, *_MATTERS)
        return next((w for n in matters if (w := actors(sentence, n) or _doers(sentence, n))), ())
    own = tuple(k for c in noun.children if c.dep_ == "poss" for k in actors(sentence, c))
    return own or behind(sentence, noun, "of", "by", "from")
