"""Statements: who said what kind of thing, to or about whom.

Attributed speech in the third person ("Lavrov confirmed that …"), and speech in the first person in
transcripts and quotations ("I thank my colleagues"), where only a stance counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from diplograph.interactions.clauses import Sentence, actors, behind, objects, phrase, subjects
from diplograph.vocabulary import cues

_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)")
_CLOSED = re.compile(r"[”\",][”\"]?\s*[–—-]?\s*(?:the\s+)?$")
_OBLIGING = frozenset({"must", "should", "need", "ought"})
_FIRST = frozenset({"i", "we"})
_UNREAL = frozenset({"would", "could", "might", "should", "if", "whether", "unless"})
_DEPENDENT = ("acl", "advcl", "ccomp", "relcl", "xcomp", "pcomp")
_MOST = 2


@dataclass(frozen=True, slots=True)
class Said:
    """One speaker's act in one sentence; positions are the document's."""

    speaker: str
    act: str
    evidence: tuple[int, int]
    targets: tuple[str, ...]
    addressees: tuple[str, ...]
    quotation: str | None
    base: float


def statements(sentence: Sentence, speakers: tuple[str, ...]) -> Iterator[Said]:
    """The statements of one sentence; `speakers` are those whose "I" and "we" it is.

    "He also expressed hope for peace and reiterated that the accord is key" gives two acts.
    """
    if sentence.reading.questioner:
        return
    made: dict[str, dict[str, Said]] = {}
    for token in sentence.parse:
        for said in (*_attributed(sentence, token, speakers), *_according(sentence, token)):
            acts = made.setdefault(said.speaker, {})
            if not (acts and said.act == "state" and token.dep_ in _DEPENDENT):
                acts.setdefault(said.act, said)
    for said in _formula(sentence, speakers):
        made.setdefault(said.speaker, {}).setdefault(said.act, said)
    for acts in made.values():
        yield from _plain(acts)


def _formula(sentence: Sentence, speakers: tuple[str, ...]) -> Iterator[Said]:
    """ "It is a great pleasure to be here", "Our thoughts are with the families"."""
    text = sentence.text.casefold().replace("’", "'")
    for phrase_, cue in cues.statements("formula").items():
        if re.search(rf"\b{re.escape(phrase_)}\b", text):
            for speaker in speakers:
                yield _said(sentence, sentence.parse.root, speaker, cue.act, speakers, 0.55)
            return


def _plain(acts: dict[str, Said]) -> list[Said]:
    """At most two acts of one speaker."""
    return list(acts.values())[:_MOST]


def _attributed(sentence: Sentence, token: Token, speakers: tuple[str, ...]) -> Iterator[Said]:
    act, weight = _act(sentence, token)
    if act is None or _unreal(token):
        return
    who = _speakers(sentence, token)
    if _first_person(token):
        if act == "state":
            return
        who = speakers
    elif not who and _bare_courtesy(token) and len(sentence.parse) > 4:
        who = speakers
    for one in who:
        if sentence.found.kind(one) not in ("Place", "Instrument", "Topic"):
            yield _said(sentence, token, one, act, who, weight)


def _speakers(sentence: Sentence, token: Token) -> tuple[str, ...]:
    if token.pos_ == "VERB" and (named := _beside(sentence, token)):
        return named
    if token.pos_ in ("VERB", "AUX"):
        return subjects(sentence, _joined_to(token) or token)
    if token.head.pos_ in ("AUX", "VERB"):
        return subjects(sentence, token.head)
    return ()


def _joined_to(verb: Token) -> Token | None:
    """The verb of speech that a second one belongs to, past what the first one tells.

    "commended the role Jordan plays and welcomed the summit": who commended also welcomed, though a
    parser joins "plays" and "welcomed".
    """
    if verb.dep_ != "conj" or any(c.dep_ == "nsubj" for c in verb.children):
        return None
    if _speaks_of(verb.head):
        return None
    outer = (t for t in verb.ancestors if t.pos_ == "VERB" and t != verb.head)
    return next((t for t in outer if _speaks_of(t)), None)


def _speaks_of(verb: Token) -> bool:
    return bool(phrase(verb, cues.statements("say")) or phrase(verb, cues.statements("verb")))


def _beside(sentence: Sentence, verb: Token) -> tuple[str, ...]:
    """The speaker written right beside a verb of saying after a quotation: "…,” Lavrov said"."""
    if _is_plain(verb):
        return ()
    start, end = sentence.reading.start(verb), sentence.reading.end(verb)
    text, at = sentence.reading.passage.text, sentence.reading.passage.start
    for ref in sentence.references():
        if ref.use not in ("person", "name", "office", "organ", "pronoun"):
            continue
        if ref.end <= start:
            beside = not text[ref.end - at : start - at].strip()
            if beside and _CLOSED.search(text[: ref.start - at]):
                return ref.entities
        elif text[end - at : ref.start - at].strip() in ("", "the") and _CLOSED.search(
            text[: start - at]
        ):
            return ref.entities
    return ()


def _is_plain(verb: Token) -> bool:
    """Whether a verb never follows a quotation."""
    return verb.lemma_.casefold() not in cues.statements("say")


def _act(sentence: Sentence, token: Token) -> tuple[str | None, float]:
    """The speech act of a verb or adjective with what hangs on it, and how sure that is."""
    if token.pos_ == "ADJ" or token.dep_ == "acomp":
        cue = cues.statements("adjective").get(token.lower_)
        stands = token.dep_ in ("acomp", "attr", "ROOT", "conj") or token.head.dep_ == "ROOT"
        return (cue.act, 0.6) if cue and stands and _first_person(token) else (None, 0.0)
    if felt := _felt(token):
        return felt, 0.6
    if token.pos_ not in ("VERB", "AUX"):
        return None, 0.0
    verbs, says = cues.statements("verb"), cues.statements("say")
    if word := phrase(token, verbs):
        return _own(sentence, token, verbs[word].act), 0.75
    if word := phrase(token, says):
        found = _by_content(sentence, token, says[word].act)
        if found[0] not in (None, "state"):
            return found
        return ("promise", 0.5) if _will(token) else found
    return ("promise", 0.5) if _will(token) else (None, 0.0)


def _will(verb: Token) -> bool:
    """ "We will discuss it": a first person's announcement of what the speaker will do."""
    future = any(c.dep_ == "aux" and c.lower_ in ("will", "'ll", "’ll") for c in verb.children)
    main = verb.dep_ in ("ROOT", "conj") or (verb.dep_ == "ccomp" and verb.head.dep_ == "ROOT")
    return (
        future
        and main
        and verb.lemma_ not in ("be", "have", "take", "say", "see", "get")
        and _first_person(verb)
    )


def _felt(token: Token) -> str | None:
    """The act of "We are deeply alarmed", where a parser sees a passive."""
    cue = cues.statements("adjective").get(token.lower_)
    passive = token.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in token.children)
    first = any(c.dep_ == "nsubjpass" and c.lower_ in _FIRST for c in token.children)
    return cue.act if cue and passive and first else None


def _own(sentence: Sentence, token: Token, act: str) -> str | None:
    """A verb with an act of its own, unless it is said of something else.

    Welcoming or greeting a person is a courtesy; agreeing to do something is a deed.
    """
    lemma = token.lemma_.casefold()
    if lemma == "agree" and any(c.dep_ == "xcomp" for c in token.children):
        return None
    if lemma == "welcome" and any(
        sentence.found.kind(k) == "Person" for o in objects(token) for k in actors(sentence, o)
    ):
        return "courtesy"
    if lemma == "call" and not any(c.lower_ in ("on", "upon", "for") for c in token.children):
        return None
    if lemma == "hope" and _obliges(token):
        return "request"
    return act


def _by_content(sentence: Sentence, token: Token, act: str) -> tuple[str | None, float]:
    """A verb of saying takes its act from its object ("voiced concern") or its clause ("must")."""
    for noun in objects(token):
        if found := _noun_act(noun):
            return found, 0.75
    for prep in token.children:
        if prep.dep_ == "prep" and prep.lower_ in ("of", "on", "for"):
            for noun in (c for c in prep.children if c.dep_ == "pobj"):
                if found := _noun_act(noun):
                    return found, 0.65
    clauses = [c for c in token.children if c.dep_ in ("ccomp", "xcomp")]
    if inner := next((a for c in clauses if (a := _own_words(sentence, c))), None):
        return inner, 0.6
    if any(_obliges(c) for c in clauses):
        return "request", 0.65
    if any(_readies(c) for c in clauses):
        return "promise", 0.6
    if found := next((a for c in clauses if (a := _judged(c))), None):
        return found, 0.6
    if token.dep_ == "relcl" or (
        token.lemma_.casefold() in cues.statements("clause")
        and not clauses
        and not _QUOTED.search(sentence.text)
    ):
        return None, 0.0
    if (
        not clauses
        and not objects(token)
        and not _QUOTED.search(sentence.text)
        and not _speaks(token)
    ):
        return None, 0.0
    return act, 0.65


def _speaks(token: Token) -> bool:
    return any(c.dep_ in ("prep", "parataxis") for c in token.children) or token.dep_ in (
        "parataxis",
        "ccomp",
        "ROOT",
    )


def _noun_act(noun: Token) -> str | None:
    nouns = cues.statements("noun")
    cue = nouns.get(noun.lemma_.casefold()) or nouns.get(noun.lower_)
    if cue is None:
        cue = next(
            (nouns[c.lemma_.casefold()] for c in noun.conjuncts if c.lemma_.casefold() in nouns),
            None,
        )
    return cue.act if cue else None


def _obliges(clause: Token) -> bool:
    """ "… that the sides must withdraw", not "that we must"."""
    modal = any(
        (c.dep_ == "aux" and c.lower_ in _OBLIGING) for c in clause.children
    ) or clause.lemma_ in ("need",)
    own = any(c.dep_ == "nsubj" and c.lower_ in _FIRST for c in clause.children)
    denied = any(c.dep_ == "neg" for c in clause.children)
    return modal and not own and not denied


def _readies(clause: Token) -> bool:
    """ "… that Germany was ready for dialogue"."""
    promising = {"ready", "prepared", "committed", "willing", "determined"}
    return (
        any(c.dep_ == "acomp" and c.lower_ in promising for c in clause.children)
        or clause.lower_ in promising
    )


def _own_words(sentence: Sentence, clause: Token) -> str | None:
    """The act of "we wish to express solidarity" within “We wish to …”, says the minister."""
    for word in (clause, *(c for c in clause.children if c.dep_ in ("xcomp", "acomp"))):
        if _first_person(word):
            act, _ = _act(sentence, word)
            if act not in (None, "state"):
                return act
    return None


def _judged(clause: Token) -> str | None:
    """The act in a judgment: "… is unacceptable", "considers it important to …"."""
    table = cues.statements("evaluative")
    for word in (
        clause,
        *(c for c in clause.children if c.dep_ in ("acomp", "attr", "oprd", "amod")),
    ):
        if cue := table.get(word.lower_):
            return cue.act
    return None


def _unreal(token: Token) -> bool:
    """Whether the words were not spoken: "did not say", "would welcome", "to urge"."""
    if token.dep_ in ("amod", "compound") or (
        token.tag_ == "VBN" and token.dep_ in ("acl", "amod")
    ):
        return True
    verb = token if token.pos_ in ("VERB", "AUX") else token.head
    for child in verb.children:
        if child.dep_ == "neg" or (child.dep_ in ("aux", "mark") and child.lower_ in _UNREAL):
            return not _polite(verb, child)
    if verb.dep_ == "xcomp":
        return verb.head.lemma_ not in (
            "want",
            "like",
            "wish",
            "let",
            "begin",
            "continue",
            "go",
            "allow",
            "take",
        )
    return verb.dep_ == "acl" and verb.tag_ == "VB"


def _polite(verb: Token, child: Token) -> bool:
    """ "I would like to thank", "we would note": politeness, no condition."""
    return child.lower_ == "would" and _first_person(verb)


def _first_person(token: Token) -> bool:
    """Whether the clause's subject is "I" or "we"."""
    verb = token if token.pos_ in ("VERB", "AUX") else token.head
    for _ in range(4):
        subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is not None:
            return subject.lower_ in _FIRST
        if verb.dep_ in ("xcomp", "conj", "advcl", "ccomp") and verb.head != verb:
            verb = verb.head
            continue
        return False
    return False


def _bare_courtesy(token: Token) -> bool:
    """ "Thank you for …", "Let me thank …" without a subject."""
    return token.lemma_.casefold() in ("thank", "congratulate") and not any(
        c.dep_ == "nsubj" for c in token.children
    )


def _according(sentence: Sentence, token: Token) -> Iterator[Said]:
    """ "according to the Russian ministry"."""
    if token.lower_ != "according":
        return
    for who in behind(sentence, token, "to"):
        yield _said(sentence, token, who, "state", (who,), 0.6)


def _said(
    sentence: Sentence, token: Token, speaker: str, act: str, together: tuple[str, ...], base: float
) -> Said:
    addressees = tuple(k for k in behind(sentence, token, "to", "with") if k not in together)
    return Said(
        speaker,
        act,
        sentence.span,
        _targets(sentence, together, act),
        tuple(
            k
            for k in addressees
            if sentence.found.kind(k) in ("Person", "State", "Organization", "Grouping")
        ),
        _quotation(sentence),
        base,
    )


def _targets(sentence: Sentence, speakers: tuple[str, ...], act: str) -> tuple[str, ...]:
    """Everyone else the sentence names; the speakers' own sides are no targets."""
    own = {*speakers, *(sentence.found.party(s) for s in speakers)}
    uses = {"name", "organ", "office", "person", "group", "capital"}
    uses |= {"adjective", "demonym"} if act in ("condemn", "concern", "courtesy") else set()
    found = [k for r in sentence.references() if r.use in uses for k in r.entities if k not in own]
    return tuple(
        dict.fromkeys(
            k
            for k in found
            if sentence.found.kind(k) in ("Person", "State", "Organization", "Grouping")
        )
    )


def _quotation(sentence: Sentence) -> str | None:
    quoted = [m[0].strip('“”" ,.') for m in _QUOTED.finditer(sentence.text)]
    longest = max(quoted, key=len, default="")
    return longest if " " in longest else None


def quoted_speakers(parts: list[tuple[Sentence, list[Said]]]) -> dict[tuple[int, int], str]:
    """Whose "I" it is in sentences inside a quotation that goes on over several sentences.

    A quotation belongs to the one speaker of the sentence that it opens or closes in.
    """
    spans: dict[tuple[int, int], str] = {}
    by_passage: dict[int, list[tuple[Sentence, list[Said]]]] = {}
    for sentence, said in parts:
        by_passage.setdefault(sentence.reading.passage.start, []).append((sentence, said))
    for start, inside in by_passage.items():
        text = inside[0][0].reading.passage.text
        for quote in _QUOTED.finditer(text):
            touched = [
                (s, said)
                for s, said in inside
                if s.span[0] < start + quote.end() and start + quote.start() < s.span[1]
            ]
            speakers = {x.speaker for _, said in touched for x in said}
            if len(touched) > 1 and len(speakers) == 1:
                spans |= {s.span: next(iter(speakers)) for s, said in touched if not said}
    return spans
