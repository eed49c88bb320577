"""Who says it: the subject of a verb of speech, or whoever is named beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from diplograph.interactions.clauses import Sentence, actors, behind, subjects
from diplograph.interactions.wording import speaks_of, verbal
from diplograph.vocabulary import cues

_CLOSED = re.compile(r"[”\",][”\"]?\s*[–—-]?\s*(?:the\s+)?$")
_NAMED = ("person", "name", "office", "organ", "pronoun")
_SUBJECTS = ("nsubj", "nsubjpass")


def speakers(sentence: Sentence, token: Token) -> tuple[str, ...]:
    """Whoever a verb or adjective of speech has for its subject.

    "Dahl" and "Otieno" of "Dahl and Otieno stressed", the ministry of "a statement by the ministry
    said", Dahl of "…,” Dahl said".
    """
    if verbal(token):
        if named := _beside(sentence, token):
            return named
        verb = joined_to(token) or token
        named = subjects(sentence, verb) or _led(sentence, verb) or _by_document(sentence, verb)
        return on_behalf(sentence, token, named)
    if token.head.pos_ in ("AUX", "VERB"):
        return subjects(sentence, token.head)
    return ()


def according(sentence: Sentence, token: Token) -> tuple[str, ...]:
    """ "according to the Norwegian ministry", "according to a statement by the ministry"."""
    if token.lower_ != "according":
        return ()
    if named := behind(sentence, token, "to"):
        return named
    nouns = (n for p in token.children if p.lower_ == "to" for n in p.children)
    return next((w for n in nouns if (w := _author(sentence, n))), ())


def _led(sentence: Sentence, verb: Token) -> tuple[str, ...]:
    """The subject of "raised" for "noted" in "Dahl raised the treaty, noted the delay and …"."""
    if any(c.dep_ in _SUBJECTS for c in verb.children):
        return ()
    before = (c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i and speaks_of(c))
    return next((w for c in before if (w := subjects(sentence, c))), ())


def on_behalf(sentence: Sentence, token: Token, named: tuple[str, ...]) -> tuple[str, ...]:
    """Who speaks for a side: "Dahl recalled that Norway opposed the plan" is Dahl's word.

    So it is where nothing says whose minister Dahl is.
    """
    outer = (t for t in _telling(token) if speaks_of(t))
    for verb in outer:
        people = tuple(k for k in subjects(sentence, verb) if sentence.found.kind(k) == "Person")
        sides = {sentence.found.party(k) for k in people}
        if named and people and (sides.issuperset(named) or sides == {None}):
            return people
    return named


def _telling(token: Token) -> Iterator[Token]:
    """The verbs that a clause hangs on, or that hang on it where a parser turns them round."""
    yield from (t for t in token.ancestors if t.pos_ == "VERB")
    yield from (c for c in token.children if c.dep_ == "ccomp" and c.i < token.i)


def _by_document(sentence: Sentence, verb: Token) -> tuple[str, ...]:
    """ "says a statement of the Kenyan Treasury"."""
    nouns = (c for c in verb.children if c.dep_ in _SUBJECTS)
    return next((w for n in nouns if (w := _author(sentence, n))), ())


def _author(sentence: Sentence, noun: Token) -> tuple[str, ...]:
    """Whose a speech or document is: "a statement by the ministry", "the ministry's statement"."""
    if noun.lemma_.casefold() not in cues.words("speeches.csv"):
        return ()
    own = tuple(k for c in noun.children if c.dep_ == "poss" for k in actors(sentence, c))
    return own or behind(sentence, noun, "by", "of", "from")


def joined_to(verb: Token) -> Token | None:
    """The verb of speech that a second one belongs to, past what the first one tells.

    "commended the role Jordan plays and welcomed the summit": who commended also welcomed, though a
    parser joins "plays" and "welcomed".
    """
    if verb.dep_ != "conj" or any(c.dep_ == "nsubj" for c in verb.children):
        return None
    if speaks_of(verb.head):
        return None
    outer = (t for t in verb.ancestors if t.pos_ == "VERB" and t != verb.head)
    return next((t for t in outer if speaks_of(t)), None)


def _beside(sentence: Sentence, verb: Token) -> tuple[str, ...]:
    """The speaker written right beside a verb of saying after a quotation: "…,” Lavrov said"."""
    if verb.lemma_.casefold() not in cues.statements("say"):
        return ()
    start, end = sentence.reading.start(verb), sentence.reading.end(verb)
    text, at = sentence.reading.passage.text, sentence.reading.passage.start
    for ref in sentence.references():
        if ref.use not in _NAMED:
            continue
        if ref.end <= start:
            beside = not text[ref.end - at : start - at].strip()
            if beside and _CLOSED.search(text[: ref.start - at][-12:]):
                return ref.entities
        elif text[end - at : ref.start - at].strip() in ("", "the") and _CLOSED.search(
            text[: start - at][-12:]
        ):
            return ref.entities
    return ()
