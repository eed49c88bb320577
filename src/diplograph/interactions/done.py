"""One deed as a sentence tells it, and the questions all kinds of deeds ask of a clause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from diplograph.interactions.clauses import (
    Sentence,
    actors,
    behind,
    infinitive,
    modality,
    objects,
    supposed,
)
from diplograph.interactions.setting import instruments, topics, when
from diplograph.mentions.dates import When
from diplograph.vocabulary import cues

Keys = tuple[str, ...]

_NOUNS = ("NOUN", "PROPN")
# How far a thing may stand behind its measure: "a package of humanitarian aid".
_DEEP = 4
# Ranks of those who did something: "the first country to".
_RANKS = ("first", "second", "third", "last", "latest", "only")
_LIST_MARKS = (":", ";", "-", "–", "•")


@dataclass(frozen=True, slots=True)
class Done:
    """One deed told by one sentence; positions are the document's.

    `together` says that "we" or "the sides" did it: then it is the work of those who met;
    `domestic` that it may be an affair of one side's own: "we approved a strategy". `about` is the
    noun of what is signed: "memorandum".
    """

    kind: str
    agents: Keys
    recipients: Keys
    modality: str
    evidence: tuple[tuple[int, int], ...]
    when: When | None
    comment: str | None
    amount: str | None
    topics: Keys
    instruments: Keys
    base: float
    together: bool = False
    domestic: bool = False
    about: str = ""


def done(
    sentence: Sentence,
    token: Token,
    cue: cues.DeedCue,
    who: Keys,
    whom: Keys = (),
    *,
    together: bool = False,
    loose: bool = False,
    about: str = "",
) -> Iterator[Done]:
    """The deed a token tells of, if anybody is known to have part in it.

    `loose` says that its words fit what one side does by itself, too.
    """
    if who or whom or together:
        told = modality(token)
        we = any(c.dep_ == "nsubj" and c.lower_ in ("we", "i") for c in token.children)
        yield Done(
            cue.kind,
            tuple(dict.fromkeys(who)),
            tuple(k for k in dict.fromkeys(whom) if k not in who),
            "planned" if told == "actual" and cue.pledge else told,
            (sentence.span,),
            when(sentence, token),
            cue.comment,
            _sum(sentence) if cue.kind == "Assistance" else None,
            topics(sentence),
            instruments(sentence),
            0.65,
            together or we,
            loose,
            about,
        )


def _sum(sentence: Sentence) -> str | None:
    """ "20 million euros", "€1.5 billion", "500,000 doses": the text's own words."""
    found = _amounts().search(sentence.text)
    return found[0] if found else None


@cache
def _amounts() -> re.Pattern[str]:
    scale = "|".join(sorted(cues.things("scale")))
    units = "|".join(
        sorted((re.escape(w) for w in cues.things("unit")), key=lambda w: (-len(w), w))
    )
    return re.compile(
        rf"(?:[A-Z]{{1,3}})?[€$£¥]\s?\d[\d.,]*\d?(?:[\s-](?i:{scale}))?"
        rf"|\d[\d.,]*(?:\s(?i:{scale}))?(?:\s[A-Z][a-z]+)?(?:\s[a-z]+)?\s(?:{units})s?\b",
    )


def asserted(token: Token) -> bool:
    """Whether a deed is told at all, be it as a wish: not "if X signs", "allows X to impose".

    What somebody can or may do is no deed, nor is a purpose ("in order to sign"). An infinitive
    tells of one only under a word that plans, wishes, refuses or begins it, a gerund after a noun
    ("the procedure for ratifying") only where that noun does.
    """
    if any(c.dep_ == "aux" and c.lower_ in cues.modality("ability") for c in token.children):
        return False
    if supposed(token) or _talked_of(token) or _bare_gerund(token):
        return False
    if token.dep_ == "conj" and token.tag_ == "VB" and not infinitive(token):
        return asserted(token.head)
    if infinitive(token):
        return token.dep_ == "ROOT" or _leads(token.head) or _first(token.head)
    if token.dep_ == "pcomp" and token.head.head.pos_ in _NOUNS and token.tag_ == "VBG":
        noun = token.head.head.lemma_.casefold()
        return noun in cues.modality("governor") or noun in cues.things("occasion")
    return True


def _talked_of(token: Token) -> bool:
    """ "discussed the extension of the treaty": a subject of talks, no deed."""
    governed = token
    if token.dep_ == "conj" and token.tag_ == "VBG" and token.head.tag_ != "VBG":
        return are([token.head], "talking")  # "discussed aid, as well as raising tariffs"
    for word in token.ancestors:
        if word.lemma_.casefold() in cues.things("talking"):
            return governed.dep_ in ("dobj", "prep", "xcomp")
        if word.pos_ in ("VERB", "AUX") and word.dep_ not in ("xcomp", "acl", "pcomp"):
            return False
        governed = word
    return False


def _bare_gerund(token: Token) -> bool:
    """ "Expanding sanctions", an item of a list."""
    helped = any(c.dep_ in ("aux", "nsubj") for c in token.children)
    fragment = token.dep_ == "pcomp" and token.head.dep_ == "ROOT"
    listed = token.i > token.sent.start and token.nbor(-1).text in _LIST_MARKS
    alone = token.dep_ in ("ROOT", "appos", "dep") or fragment or listed
    return token.tag_ == "VBG" and alone and not helped


def _first(head: Token) -> bool:
    """ "Ghana was the first state to send tents": it did."""
    return head.dep_ == "attr" and any(c.lower_ in _RANKS for c in head.lefts)


def _leads(head: Token) -> bool:
    """Whether a word tells how an infinitive's deed stands: "decided to", "is expected to"."""
    if head.dep_ == "acl" and head.tag_ == "VBN":
        head = head.head  # "the plan drawn up by X to extend the treaty"
    lemma = head.lemma_.casefold()
    known = lemma in cues.modality("governor") or lemma in cues.modality("governor-infinitive")
    return known and asserted(head) if head.pos_ in ("VERB", "AUX") else known


def things(verb: Token) -> list[Token]:
    """What is done to: the object, the subject of the passive, or what a clause hangs on.

    "provided aid", "aid was provided", "aid provided by", "the aid that Norway provided".
    """
    found = [t for t in objects(verb) if t.dep_ != "dative"] or [
        t
        for c in verb.children
        if c.dep_ == "nsubjpass"
        for t in (c, *(j for j in c.conjuncts if j.i > c.i))
    ]
    relative = not found or all(t.tag_ in ("WDT", "WP") or t.lower_ == "that" for t in found)
    if relative and (verb.dep_ == "relcl" or (verb.dep_ == "acl" and verb.tag_ == "VBN")):
        found = [verb.head]
    return [core(t) for t in found or _next_noun(verb)]


def _next_noun(verb: Token) -> list[Token]:
    """The noun written right after a finite verb that the parser left without an object."""
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children) or verb.pos_ != "VERB":
        return []
    for word in verb.doc[verb.i + 1 : verb.sent.end]:
        if word.pos_ in _NOUNS and word.dep_ != "poss":
            return [word]
        if word.pos_ not in ("DET", "PRON", "ADJ", "NUM") or word.dep_ in ("nsubj", "dobj"):
            break
    return []


def core(noun: Token) -> Token:
    """What a measure is of: "document" in "a number of documents", "aid" in "a package of aid"."""
    for _ in range(_DEEP):
        inner = [
            p
            for c in noun.children
            if c.dep_ == "prep" and c.lower_ in ("of", "in")
            for p in c.children
            if p.dep_ == "pobj"
        ]
        measure = noun.lemma_.casefold() in cues.things("quantity") or noun.pos_ in ("NUM", "SYM")
        if not (measure and inner):
            return noun
        noun = inner[0]
    return noun


def lemmas(nouns: Iterable[Token]) -> set[str]:
    """The lemmas of nouns, with those joined to them: "visa" and "restriction"."""
    words: set[str] = set()
    for noun in nouns:
        parts = [c for c in noun.children if c.dep_ in ("compound", "nmod", "conj")]
        words |= {t.lemma_.casefold() for t in (noun, *parts)} | {noun.lower_}
    return words


def are(nouns: Iterable[Token], kind: str) -> bool:
    """Whether one of the nouns is of a class of `things.csv`."""
    return bool(lemmas(nouns) & cues.things(kind))


def envoys(sentence: Sentence, nouns: Iterable[Token]) -> list[Token]:
    """Those of the nouns that are envoys, also where office and side are one word to the parser.

    "three diplomats", "the Kenyan ambassador".
    """
    return [t for t in nouns if are([t], "envoy") or own_words(sentence, t) & _posts()]


def own_words(sentence: Sentence, token: Token) -> set[str]:
    """The words that a token stands for: "kenyan", "ambassador", "amina", "otieno"."""
    start = sentence.reading.passage.start
    at, end = sentence.reading.start(token) - start, sentence.reading.end(token) - start
    return set(re.findall(r"[\w’'-]+", sentence.reading.passage.text[at:end].casefold()))


@cache
def _posts() -> frozenset[str]:
    return frozenset(f for w in cues.things("envoy") for f in (w, f"{w}s"))


def agreed_on(sentence: Sentence, nouns: Iterable[Token], use: str | None = None) -> bool:
    """Whether one of the nouns is a treaty or another document states agree on."""
    heads = list(nouns)
    named = any((r := sentence.reading.at(t)) and r.use == "instrument" for t in heads)
    words = {t.lemma_.casefold() for t in heads} | {t.lower_ for t in heads}
    return named or bool(words & cues.instrument_words(use))


def of(noun: Token) -> list[Token]:
    """What a noun of doing is done to: "the treaty" in "the signing of the treaty"."""
    return [
        core(t)
        for c in noun.children
        if c.dep_ == "prep" and c.lower_ in ("of", "in")
        for p in c.children
        if p.dep_ == "pobj"
        for t in (p, *p.conjuncts)
    ]


def owners(sentence: Sentence, noun: Token) -> Keys:
    """Whose a noun is: "Norway's aid", "his invitation", "the Kenyan exit", "EU sanctions"."""
    return tuple(
        dict.fromkeys(
            k
            for first in noun.children
            if first.dep_ in ("poss", "amod", "compound", "nmod") and first.i < noun.i
            for c in (first, *(t for t in first.conjuncts if first.dep_ == "amod"))
            for k in (actors(sentence, c) or adjective(sentence, c) or _ours(sentence, c))
        )
    )


def _ours(sentence: Sentence, token: Token) -> Keys:
    """ "our aid" in the words of a state's ministry, where no person is known to speak."""
    publisher = sentence.found.side
    side = sentence.found.party(publisher) if publisher else None
    spoken = sentence.reading.at(token) is None and not sentence.reading.speakers
    ours = token.dep_ == "poss" and token.lower_ == "our" and spoken
    return (side,) if ours and side and side.startswith("state/") else ()


def adjective(sentence: Sentence, token: Token) -> Keys:
    """The side an adjective speaks of: "Russian", "EU"."""
    ref = sentence.reading.at(token)
    return ref.entities if ref and ref.use in ("adjective", "demonym", "name") else ()


def called_to_ministry(sentence: Sentence, verb: Token) -> list[Token]:
    """The foreign ministry an envoy is "invited to", which is no invitation but a protest."""
    to = (p for c in verb.children if c.lower_ == "to" for p in c.children if p.dep_ == "pobj")
    seats = [t for t in to if own_words(sentence, t) & cues.things("ministry")]
    return seats if envoys(sentence, things(verb)) else []


def spoken_of(sentence: Sentence, nouns: Iterable[Token], *prepositions: str) -> Keys:
    """The sides after a preposition anywhere within nouns: "the rate of duty on goods of China"."""
    return _sides_of(sentence, (t for n in nouns for t in _meant(n)), *prepositions)


def toward(sentence: Sentence, heads: Iterable[Token], *prepositions: str) -> Keys:
    """Those after a preposition, else the states spoken of there.

    "sanctions on Belarus", "sanctions on Peru's largest bank", "aid to the farmers of Fiji".
    """
    heads = list(heads)
    direct = tuple(k for h in heads for k in behind(sentence, h, *prepositions))
    return tuple(dict.fromkeys(direct)) or _sides_of(sentence, heads, *prepositions)


def _sides_of(sentence: Sentence, heads: Iterable[Token], *prepositions: str) -> Keys:
    found: dict[str, None] = {}
    places: dict[str, None] = {}
    for prep in (c for h in heads for c in h.children if c.lower_ in prepositions):
        for word in _meant(prep):
            ref = sentence.reading.at(word)
            if ref and ref.use in ("adjective", "name", "organ", "demonym", "capital"):
                found |= {
                    k: None for k in ref.entities if k.startswith(("state/", "organization/"))
                }
            elif ref and ref.use == "place":
                places |= {s: None for k in ref.entities if (s := sentence.found.party(k))}
    return tuple(found) or tuple(k for k in places if k.startswith("state/"))


def _meant(token: Token) -> Iterator[Token]:
    """The words of a phrase, without what somebody is said to have to do with.

    Not "Belarus" in "generals linked to Belarus", "officials responsible for crimes in Belarus",
    but in "banks based in Belarus".
    """
    yield token
    for child in token.children:
        if not _tied(child):
            yield from _meant(child)


def _tied(word: Token) -> bool:
    clause = word.dep_ in ("acl", "relcl") and not are([word], "seated")
    behind_it = word.dep_ == "amod" and word.i > word.head.i
    parts = {c.dep_ for c in word.children}
    return clause or (behind_it and "prep" in parts and "npadvmod" not in parts)


def behalf(sentence: Sentence, verb: Token, keys: Keys) -> Keys:
    """Whose deed a verb tells of: what a speaker says that "we" gave, a country gave."""
    if any(c.dep_ == "nsubj" and c.lower_ == "we" for c in verb.children):
        return tuple(dict.fromkeys(sentence.found.party(k) or k for k in keys))
    return tuple(k for k in keys if sentence.found.kind(k) != "Place")


def several(token: Token) -> bool:
    """Whether a subject means more than one whom nobody names: "the parties", "the two"."""
    plural = token.tag_ in ("NNS", "NNPS") and token.lemma_.casefold() in cues.things("party")
    return plural or (token.lower_ in ("two", "both") and not list(token.rights))
