"""What is done by saying something: condemning, promising, asking, thanking.

A word tells its act itself ("condemned", "grateful"), by its object ("voiced concern"), or by the
clause it governs ("said that the sides must withdraw"). The words are in
`ontology/cues/statements.csv`.
"""

from __future__ import annotations

import re

from spacy.tokens import Token

from diplograph.interactions.clauses import Sentence, actors, objects, phrase, stands_for
from diplograph.interactions.wording import (
    FIRST,
    after,
    beside_first,
    charged,
    declines,
    denied,
    first,
    first_person,
    future,
    idle,
    judged,
    obliges,
    ours,
    readies,
    refuses,
    reserves,
    speaks_of,
    subject_of,
    threatens,
    verbal,
)
from diplograph.vocabulary import cues

Act = tuple[str | None, float]

_NONE: Act = (None, 0.0)
QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)")
_CLAUSES = ("ccomp", "xcomp")
_SIDES = ("State", "Organization", "Grouping")


def act(sentence: Sentence, token: Token, who: tuple[str, ...]) -> Act:
    """The speech act of a word with what hangs on it, and how sure that is; `who` speaks.

    "voiced" in "voiced concern" gives ("concern", 0.75).
    """
    if felt := _felt(sentence, token):
        return felt, 0.6
    if not verbal(token):
        return _NONE
    if refuses(token):
        return "reject", 0.6
    if reserves(token):
        return "threaten", 0.5
    verbs, says = cues.statements("verb"), cues.statements("say")
    if word := phrase(token, verbs):
        return _own_act(sentence, token, word), 0.75
    if (word := phrase(token, says)) and not _treated(sentence, token):
        found = _by_content(sentence, token, says[word], who)
        if found[0] not in (None, "state"):
            return found
        return _announced(token) or found
    if token.lemma_.casefold() in cues.statements("feeling") and (kind := _manner(token)):
        return kind, 0.65
    return _announced(token) or _own_future(sentence, token, who) or _NONE


def _treated(sentence: Sentence, token: Token) -> bool:
    """ "recalled its ambassador", "declared two diplomats unwelcome": a deed, not a word."""
    if token.lemma_.casefold() not in cues.statements("treating"):
        return False
    unwelcome = "non grata" in sentence.text.casefold()
    return unwelcome or any(
        stands_for(n) or any(sentence.found.kind(k) == "Person" for k in actors(sentence, n))
        for n in objects(token)
    )


def _felt(sentence: Sentence, token: Token) -> str | None:
    """The act of an adjective of feeling: "I am grateful", "The EU is deeply alarmed"."""
    cue = cues.statements("adjective").get(token.lower_)
    if cue is None:
        return None
    if not (first_person(token) or ours(token)):
        return cue.act if _of_side(sentence, token) else None
    predicate = token.dep_ in ("acomp", "attr", "ROOT", "conj", "ccomp", "advcl", "oprd")
    stands = predicate or token.head.dep_ == "ROOT"
    active = token.tag_ == "VBD" and not beside_first(token)
    return cue.act if stands and not active else None


def _of_side(sentence: Sentence, adjective: Token) -> bool:
    """Whether a state or body is so now: "Peru remains committed", not "the crowd was alarmed"."""
    verb = adjective if adjective.tag_ == "VBN" and adjective.dep_ == "ROOT" else adjective.head
    stands = adjective == verb or adjective.dep_ in ("acomp", "attr", "oprd")
    present = verb.tag_ in ("VBZ", "VBP") or any(
        c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBZ", "VBP") for c in verb.children
    )
    subject = subject_of(verb)
    if not (stands and present and verb.dep_ == "ROOT" and subject is not None):
        return False
    return any(sentence.found.kind(k) in _SIDES for k in actors(sentence, subject))


def _announced(verb: Token) -> Act | None:
    """ "We will help" promises, "we will respond if they attack" threatens."""
    if not _will(verb):
        return None
    return ("threaten" if threatens(verb, own=True) else "promise"), 0.5


def _own_future(sentence: Sentence, verb: Token, who: tuple[str, ...]) -> Act | None:
    """ "Norway will help", said by somebody who speaks for Norway."""
    subject = subject_of(verb)
    sides = {sentence.found.party(k) for k in who if sentence.found.kind(k) == "Person"}
    main = verb.dep_ == "ROOT" or (verb.dep_ == "conj" and verb.head.dep_ == "ROOT")
    subject = subject or (subject_of(verb.head) if main and verb.dep_ == "conj" else None)
    if not main or subject is None or not sides or {*actors(sentence, subject)} != sides:
        return None
    if threatens(verb, own=True):
        return "threaten", 0.5
    will = any(c.dep_ == "aux" and c.lower_ == "will" for c in verb.children)
    if not will or idle(verb) or _meets(verb):
        return None
    return ("reject" if denied(verb) else "promise"), 0.5


def _will(verb: Token) -> bool:
    """ "We will discuss it": a first person's announcement of what the speaker will do."""
    main = verb.dep_ in ("ROOT", "conj") or (verb.dep_ == "ccomp" and verb.head.dep_ == "ROOT")
    announced = any(c.dep_ == "aux" and c.lower_ in ("will", "'ll", "’ll") for c in verb.children)
    return announced and main and first_person(verb) and not idle(verb) and not _holds(verb)


def _own_act(sentence: Sentence, token: Token, word: str) -> str | None:
    """The act of a verb that has one of its own, unless it is said of something else.

    Welcoming or greeting a person is a courtesy; agreeing to do something is a deed; hoping that
    others act is a request.
    """
    act = cues.statements("verb")[word].act
    if word == "commit" and not (after(token, "to") or _clauses(token)):
        return None
    if word == "agree" and _agrees_deed(sentence, token):
        return None
    if word == "welcome" and _welcomes_person(sentence, token):
        return "courtesy"
    if word in ("call", "ask") and not objects(token) and not _clauses(token):
        return None
    if word == "decline to" and any(speaks_of(c) for c in _clauses(token)):
        return None
    if word in ("call on", "call upon") and not _urges(token):
        return None
    if word == "accept" and not _accepts(token):
        return None
    if word == "invite" and any(_meets(c) for c in _clauses(token)):
        return None
    if word == "ask" and any(c.dep_ == "ccomp" and _inquires(c) for c in token.children):
        return None
    if word == "ask" and (found := _asks_to_convey(sentence, token)):
        return found
    if word == "hope" and any(_others_act(sentence, c) for c in _clauses(token)):
        return "request"
    return act


def _meets(verb: Token) -> bool:
    """ "visit", "hold talks", "discuss": what is told as an encounter or invitation."""
    return _holds(verb) or bool(phrase(verb, cues.encounters("verb")))


def _holds(verb: Token) -> bool:
    """ "hold talks", "have a meeting"."""
    light = verb.lemma_.casefold() in cues.light_verbs()
    return light and any(phrase(n, cues.encounters("noun")) for n in objects(verb))


def _urges(token: Token) -> bool:
    """ "called on the sides to withdraw", "on them for restraint", not "called on the King"."""
    asked = (t for t in token.subtree if t.i > token.i)
    return any(t.lower_ == "for" or (t.tag_ == "TO" and t.head.pos_ != "NOUN") for t in asked)


def _accepts(token: Token) -> bool:
    """ "has accepted", "accepted an invitation", not "accepted a medal", "please accept"."""
    if token.tag_ == "VB" and not any(c.dep_ == "aux" for c in token.children):
        return False
    verbs = cues.statements("verb")
    nouns = [*objects(token), *(c for c in token.children if c.dep_ == "nsubjpass")]
    return not nouns or any(f"accept {n.lemma_.casefold()}" in verbs for n in nouns)


def _asks_to_convey(sentence: Sentence, token: Token) -> str | None:
    """ "asked to convey his condolences" is a courtesy."""
    acts = (_object_act(sentence, c) for c in _clauses(token) if phrase(c, cues.statements("say")))
    return next((a for a in acts if a == "courtesy"), None)


def _inquires(clause: Token) -> bool:
    """ "asked what more could be done", "asked whether Peru would help"."""
    asked = clause.left_edge
    return asked.tag_ in ("WP", "WRB", "WDT") or asked.lower_ in ("if", "whether")


def _agrees_deed(sentence: Sentence, token: Token) -> bool:
    """ "agreed to meet", "agreed on a truce", "agreed that the envoy will visit" are decisions."""
    if any(c.dep_ == "xcomp" or (c.dep_ == "ccomp" and future(c)) for c in token.children):
        return True
    if any(c.dep_ == "ccomp" and _decided(sentence, c) for c in token.children):
        return True
    matters = after(token, "on", "to", "upon")
    return bool(matters) and not any(_noun_act(sentence, n) for n in matters)


def _decided(sentence: Sentence, clause: Token) -> bool:
    """ "that the committee should meet", not "that Iran should sign"."""
    subject = subject_of(clause)
    should = any(c.dep_ == "aux" and c.lower_ == "should" for c in clause.children)
    return should and subject is not None and not actors(sentence, subject) and _meets(clause)


def _welcomes_person(sentence: Sentence, token: Token) -> bool:
    """ "welcomed President Bongo", "welcome you", not "welcomed the commitment of Bongo"."""
    met = objects(token)
    kinds = (sentence.found.kind(k) for o in met for k in actors(sentence, o))
    return "Person" in kinds or any(o.lower_ == "you" for o in met)


def _by_content(
    sentence: Sentence, token: Token, cue: cues.StatementCue, who: tuple[str, ...]
) -> Act:
    """A verb of saying takes its act from its object ("voiced concern") or its clause ("must")."""
    act = cue.act
    if found := _object_act(sentence, token):
        return (act if found == "state" else found), 0.75
    if found := _manner(token):
        return found, 0.65
    clauses = _clauses(token)
    if cue.word == "expect" and any(_awaited(c) for c in clauses):
        return "request", 0.6
    if found := next((a for c in clauses if (a := _clause_act(sentence, c, who))), None):
        return found, 0.6
    if not _plainly_said(sentence, token, cue.word, clauses):
        return _NONE
    return ("state" if act == "request" and _asserts(clauses) else act), 0.65


def _awaited(clause: Token) -> bool:
    """ "expect Azerbaijan to guarantee it": somebody else should."""
    infinitive = any(c.dep_ == "aux" and c.tag_ == "TO" for c in clause.children)
    return infinitive and subject_of(clause) is not None


def _asserts(clauses: list[Token]) -> bool:
    """ "suggested that there were other ways", unlike "suggested reviving the talks"."""
    finite = ("VBZ", "VBD", "MD")
    words = (w for c in clauses if c.dep_ == "ccomp" for w in (c, *c.children))
    return any(w.tag_ in finite or w.dep_ == "expl" for w in words)


def _clauses(token: Token) -> list[Token]:
    """What is said: "that …", "saying that …" included; clauses joined by "and" too."""
    found = [c for c in token.children if c.dep_ in _CLAUSES]
    found += [
        c for p in token.children if p.dep_ == "prep" for c in p.children if c.dep_ == "pcomp"
    ]
    inner = [g for c in found if speaks_of(c) for g in c.children if g.dep_ in _CLAUSES]
    clear = [c for c in found if c.pos_ == "ADJ"]
    inner += [g for c in clear for g in c.children if g.dep_ in ("advcl", *_CLAUSES)]
    return [*found, *inner]


def _object_act(sentence: Sentence, token: Token) -> str | None:
    """ "voiced concern", "spoke of the need", "described the vote as positive"."""
    if found := _called(token):
        return found
    nouns = [*objects(token), *(c for c in token.children if c.dep_ == "nsubjpass")]
    if found := first((*(_noun_act(sentence, n) for n in nouns), *(charged(n) for n in nouns))):
        return found
    if nouns:
        return None
    return first(_noun_act(sentence, n) for n in after(token, "of", "on", "for", "about"))


def _called(token: Token) -> str | None:
    """ "described the vote as positive", "called the vote a provocation"."""
    words = [t for n in after(token, "as") for t in (n, *n.children)]
    words += [t for c in token.children if c.dep_ == "oprd" for t in (c, *c.children)]
    tables = (cues.statements("evaluative"), cues.statements("stance"))
    return first(t[w.lower_].act for w in words for t in tables if w.lower_ in t)


def _manner(token: Token) -> str | None:
    """ "note with concern", "noted with satisfaction"."""
    nouns = cues.statements("noun")
    words = (n.lemma_.casefold() for n in after(token, "with"))
    return first(nouns[w].act for w in words if w in nouns)


def _noun_act(sentence: Sentence, noun: Token) -> str | None:
    """The act of "concern", "a congratulatory message", "the importance for Peru to …"."""
    nouns = cues.statements("noun")
    for word in (noun, *noun.conjuncts):
        cue = nouns.get(word.lemma_.casefold()) or nouns.get(word.lower_)
        if cue:
            return "request" if cue.act == "support" and _asks(sentence, word) else cue.act
    return _message_act(noun)


def _message_act(noun: Token) -> str | None:
    """ "a message of condolence", "a congratulatory telegram"."""
    if noun.lemma_.casefold() not in cues.words("speeches.csv"):
        return None
    nouns, adjectives = cues.statements("noun"), cues.statements("evaluative")
    of = (n.lemma_.casefold() for n in after(noun, "of"))
    kinds = (c.lower_ for c in noun.children if c.dep_ in ("amod", "compound"))
    return first(
        [
            *(nouns[w].act for w in of if w in nouns),
            *(adjectives[w].act for w in kinds if w in adjectives),
            *(nouns[w].act for w in kinds if w in nouns),
        ]
    )


def _asks(sentence: Sentence, noun: Token) -> bool:
    """ "hope that the truce will be honored", "the importance for Peru to plant trees"."""
    head = noun.head
    inner = [c for c in noun.children if c.dep_ in ("acl", "advcl", "ccomp", "relcl")]
    inner += [c for c in head.children if c.dep_ in ("advcl", *_CLAUSES) and c.i > noun.i]
    return any(_others_act(sentence, c) for c in inner)


def _others_act(sentence: Sentence, clause: Token) -> bool:
    """Whether a wish is for what others do: "that the procedure would be completed"."""
    if any(c.dep_ == "auxpass" for c in clause.children):
        return True
    subject = subject_of(clause)
    if subject is None or subject.lower_ in FIRST:
        return False
    marked = any(c.dep_ == "mark" and c.lower_ == "for" for c in clause.children)
    return marked or (future(clause) and bool(actors(sentence, subject)))


def _clause_act(sentence: Sentence, clause: Token, who: tuple[str, ...]) -> str | None:
    """The act of what is said in "… said that", read in the clause.

    "that the sides must withdraw" is a request, "that Norway will help" a promise.
    """
    own = _is_own(sentence, clause, who)
    return first(
        (
            "reject" if own and (refuses(clause) or declines(clause)) else None,
            _own_words(sentence, clause, who, own),
            "threaten" if threatens(clause, own) else None,
            "request" if obliges(clause) else None,
            "promise" if readies(clause) or (own and future(clause)) else None,
            judged(clause),
            None if own or denied(clause) or future(clause) else charged(clause),
        )
    )


def _is_own(sentence: Sentence, clause: Token, who: tuple[str, ...]) -> bool:
    """Whether a clause is about the speaker, the speaker's side or "we"."""
    subject = subject_of(clause)
    if subject is None:
        return clause.dep_ == "xcomp"
    if subject.lower_ in FIRST or (
        subject.lower_ == "it" and len(who) == 1 and _is_side(sentence, who[0])
    ):
        return True
    mine = {*who, *(sentence.found.party(k) for k in who)}
    keys = actors(sentence, subject)
    return bool(keys) and mine.issuperset(keys)


def _is_side(sentence: Sentence, key: str) -> bool:
    return sentence.found.kind(key) in _SIDES


def _own_words(sentence: Sentence, clause: Token, who: tuple[str, ...], own: bool) -> str | None:
    """The act of "we wish to express solidarity" within “We wish to …”, says the minister.

    Also of "recalled that Norway opposed the plan", said for Norway.
    """
    for word in (clause, *(c for c in clause.children if c.dep_ in ("xcomp", "acomp"))):
        if own or first_person(word):
            found, _ = act(sentence, word, who) if not denied(clause) else _NONE
            if found not in (None, "state"):
                return found
    return None


def _plainly_said(sentence: Sentence, token: Token, word: str, clauses: list[Token]) -> bool:
    """Whether a verb of saying says anything: "said that …", not "issued a passport"."""
    quoted = bool(QUOTED.search(sentence.text))
    if token.dep_ == "relcl":
        return False
    if word in cues.statements("clause"):
        return bool(clauses) or quoted or _treats(sentence, token)
    return bool(clauses or objects(token) or quoted) or _free(token)


def _treats(sentence: Sentence, token: Token) -> bool:
    """ "briefed the press on the talks", not "presented awards on Monday"."""
    at = [sentence.reading.start(n) for n in after(token, "on", "about") if n.i > token.i]
    return any(not any(d.start <= a < d.end for d in sentence.dates()) for a in at)


def _free(token: Token) -> bool:
    """ "Trade was growing, he said", "She commented on the vote"."""
    return any(c.dep_ in ("prep", "parataxis") for c in token.children) or token.dep_ in (
        "parataxis",
        "ccomp",
        "ROOT",
    )
