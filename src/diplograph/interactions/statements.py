"""Statements: who said what kind of thing, to or about whom.

Attributed speech in the third person ("Lavrov confirmed that …"), and speech in the first person in
transcripts, letters and quotations ("I thank my colleagues"), where only a stance counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from diplograph.interactions.clauses import Sentence, actors, behind, objects, phrase
from diplograph.interactions.speakers import according, joined_to, speakers
from diplograph.interactions.speech import QUOTED, act
from diplograph.interactions.stances import stances, undertaking
from diplograph.interactions.talks import both_sides, counterpart, talks
from diplograph.interactions.targets import aim
from diplograph.interactions.tellings import Event
from diplograph.interactions.voices import Voice, quoted, voices
from diplograph.interactions.wording import (
    after,
    barred,
    first_person,
    ours,
    refuses,
    reserves,
    speaks_of,
    subject_of,
    verbal,
)
from diplograph.mentions.found import Reference
from diplograph.vocabulary import cues

_DEPENDENT = ("acl", "advcl", "ccomp", "relcl", "xcomp", "pcomp")
_ACTORS = ("Person", "State", "Organization", "Grouping")
_ADDRESSED = frozenset({"you", "your", "yours"})
_GIVEN = ("courtesy", "support")
_MUTUAL = ("promise", "support", "courtesy", "state")
_AIMED = ("condemn", "concern", "request", "reject", "threaten")
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


def told(parts: list[Sentence], title: str, met: Iterable[Event] = ()) -> Iterator[Said]:
    """All that is said in an item of that title, sentence by sentence; `met` are its encounters.

    In "“We are shocked. We mourn the victims,” Dahl said" both sentences are Dahl's.
    """
    whose = voices(parts, title, talks(met, parts[0].found) if parts else ())
    first = list(_in_turn(parts, whose))
    inner = quoted([(s, tuple({x.speaker: None for x in said})) for s, _, said in first])
    for sentence, voice, said in first:
        if sentence.title and len(parts) > 1:
            continue
        speaker = inner.get(sentence.span)
        if speaker:
            told_by = Voice((speaker,), spoken=True, talks=voice.talks, about=voice.about)
            yield from statements(sentence, told_by)
        else:
            yield from (s for s in said if not _announces(s, sentence))


def _in_turn(
    parts: list[Sentence], whose: list[Voice]
) -> Iterator[tuple[Sentence, Voice, list[Said]]]:
    """What is said sentence by sentence: "it" goes on with the state or body that spoke last, a
    paragraph with the person whose words it tells.
    """
    last: tuple[str, ...] = ()
    teller: tuple[str, ...] = ()
    where = -1
    for sentence, voice in zip(parts, whose, strict=True):
        here = sentence.reading.passage.start
        teller, where = (teller if here == where else ()), here
        said = list(statements(sentence, replace(voice, it=last, teller=teller)))
        yield sentence, voice, said
        named = tuple(dict.fromkeys(x.speaker for x in said))
        people = tuple(k for k in named if sentence.found.kind(k) == "Person")
        last = named if len(named) == 1 and not people else ()
        teller = (people if len(named) == 1 else ()) if named else teller


def _announces(said: Said, sentence: Sentence) -> bool:
    """ "The minister said:" only announces what the next paragraph says."""
    if said.act != "state" or not sentence.text.rstrip().endswith(":"):
        return False
    documents = cues.words("speeches.csv")
    return all(n.lemma_.casefold() in documents for n in objects(sentence.parse.root))


def statements(sentence: Sentence, voice: Voice) -> Iterator[Said]:
    """The statements of one sentence, two acts of a speaker at most.

    "He also expressed hope for peace and reiterated that the accord is key" gives two acts.
    """
    if sentence.reading.questioner:
        return
    made: dict[str, dict[str, Said]] = {}
    for token in sentence.parse:
        for said in (*_attributed(sentence, token, voice), *_according(sentence, token)):
            acts = made.setdefault(said.speaker, {})
            if not (acts and said.act == "state" and _leads(token).dep_ in _DEPENDENT):
                acts.setdefault(said.act, said)
    for said in _by_wording(sentence, voice, made):
        made.setdefault(said.speaker, {}).setdefault(said.act, said)
    for acts in made.values():
        yield from list(acts.values())[:_MOST]


def _by_wording(
    sentence: Sentence, voice: Voice, made: dict[str, dict[str, Said]]
) -> Iterator[Said]:
    """Stances without a verb of speech, of speakers who have said nothing else."""
    root = sentence.parse.root
    if not made and voice.joint:
        for who in undertaking(sentence, root):
            yield _said(sentence, root, who, "promise", (), 0.55, voice)
    if not made:
        for done, weight in stances(sentence, voice):
            for who in voice.speakers:
                yield _said(sentence, root, who, done, voice.speakers, weight, voice)


def _attributed(sentence: Sentence, token: Token, voice: Voice) -> Iterator[Said]:
    if not (verbal(token) or token.lower_ in cues.statements("adjective")) or _unreal(token):
        return
    who = _who(sentence, token, voice)
    done, weight = act(sentence, token, who)
    if done is None or (done == "state" and _only_said(token, who, voice)):
        return
    for one in who:
        if sentence.found.kind(one) in _ACTORS:
            yield _said(sentence, token, one, done, who, weight, voice)


def _only_said(token: Token, who: tuple[str, ...], voice: Voice) -> bool:
    """Whether bare saying is no act of its own: "I note", "will report", "met them to brief them".

    Two sides who say "we reaffirmed" tell what they said together.
    """
    if who == voice.speakers and _own_voice(token):
        return len(who) != 2
    to_come = any(c.dep_ == "aux" and c.lower_ == "will" for c in token.children)
    purpose = token.dep_ == "advcl" and any(
        c.dep_ == "aux" and c.lower_ == "to" for c in token.children
    )
    clauses = any(c.dep_ == "ccomp" for c in token.children)
    return (to_come or (purpose and _occasion(token.head))) and not clauses


def _own_voice(token: Token) -> bool:
    """ "I note", "Let me be clear": in the first person only a stance counts."""
    subject = subject_of(token)
    return first_person(token) or (subject is not None and subject.lower_ == "me")


def _who(sentence: Sentence, token: Token, voice: Voice) -> tuple[str, ...]:
    """The speakers of a word: those named, else those whose "we" or preamble it is."""
    if first_person(token) or ours(token) or _lets(token):
        return voice.speakers
    who = speakers(sentence, token) or _affected(sentence, token)
    if who and voice.spoken and {sentence.found.party(k) for k in voice.speakers}.issuperset(who):
        return voice.speakers
    if who and _goes_on(sentence, token, who, voice):
        return voice.teller
    if not who and _bare_courtesy(token):
        return voice.speakers
    if not who and voice.standing and token.dep_ in ("ROOT", "conj", "advcl"):
        return voice.standing
    if not who and _is_it(sentence, token):
        return voice.it
    if not who and _by_all(sentence, token):
        return both_sides(voice.talks, sentence)
    return who


def _lets(token: Token) -> bool:
    """ "thank" of "Allow me to thank the Chair"."""
    subject = subject_of(token)
    me = subject is not None and subject.lower_ == "me"
    return me and token.dep_ in ("ccomp", "xcomp") and token.head.tag_ == "VB"


def _goes_on(sentence: Sentence, token: Token, who: tuple[str, ...], voice: Voice) -> bool:
    """ "Norway supports", "Norway is willing to": told as the words of Norway's minister go on."""
    if {sentence.found.party(k) for k in voice.teller} != {*who}:
        return False
    felt = token.lower_ in cues.statements("adjective")
    return (felt or speaks_of(token)) and _present(token)


def _present(token: Token) -> bool:
    """ "supports", "is willing to", "will support"."""
    verb = _leads(token if verbal(token) else token.head)
    words = (verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass")))
    return any(w.tag_ in ("VBZ", "VBP") or w.lower_ == "will" for w in words)


def _is_it(sentence: Sentence, token: Token) -> bool:
    """ "It urges the government to act", where "it" was found to mean nobody else."""
    subject = subject_of(_leads(token))
    if subject is None or subject.dep_ != "nsubj" or subject.lower_ != "it":
        return False
    return sentence.reading.at(subject) is None


def _by_all(sentence: Sentence, token: Token) -> bool:
    """ "Satisfaction was expressed at the talks", "It was noted that …": nobody alone says it."""
    if not phrase(token, cues.statements("say")) or token.dep_ not in ("ROOT", "conj"):
        return False
    if any(c.dep_ == "agent" or c.tag_ == "MD" for c in token.children):
        return False
    subject = next((c for c in token.children if c.dep_ == "nsubjpass"), None)
    if subject is None or actors(sentence, subject):
        return False
    told = any(c.dep_ == "ccomp" for c in token.children)
    felt = cues.statements("noun").get(subject.lemma_.casefold())
    return told or (felt is not None and felt.act != "state")


def _affected(sentence: Sentence, token: Token) -> tuple[str, ...]:
    """ "The EU" of "The EU is alarmed by the vote", where a parser sees a passive."""
    subject = subject_of(token) if token.lower_ in cues.statements("adjective") else None
    return actors(sentence, subject) if subject is not None else ()


def _unreal(token: Token) -> bool:
    """Whether the words were not spoken: "did not say", "would welcome", "to urge"."""
    if token.dep_ in ("amod", "compound") or (
        token.tag_ == "VBN" and token.dep_ in ("acl", "prep")
    ):
        return True
    verb = token if verbal(token) else token.head
    if refuses(verb) or reserves(verb):
        return _unspoken(_leads(verb))
    unreal = cues.statements("unreal")
    for child in verb.children:
        if child.dep_ == "neg" or (child.dep_ in ("aux", "mark") and child.lower_ in unreal):
            return not _polite(verb, child)
    return _unspoken(_leads(verb))


def _leads(verb: Token) -> Token:
    """The first of verbs that share a subject: "prevent" of "prevent and denounce"."""
    if outer := joined_to(verb):
        return outer
    while verb.dep_ == "conj" and not any(_own_clause(c) for c in verb.children):
        verb = verb.head
    return verb


def _own_clause(child: Token) -> bool:
    """Whether a word makes a joined verb a clause of its own: "and he said", "and will say"."""
    return child.dep_ == "nsubj" or (child.dep_ == "aux" and child.lower_ != "to")


def _unspoken(verb: Token) -> bool:
    """Whether a dependent verb tells what is done, not said: "worked to support", "for backing"."""
    infinitive = verb.tag_ == "VB" and any(c.lower_ == "to" for c in verb.children)
    if verb.dep_ == "xcomp" and barred(verb.head):
        return False
    if verb.dep_ == "xcomp" or (verb.dep_ == "ccomp" and infinitive):
        return verb.head.lemma_.casefold() not in cues.statements("leading")
    if verb.dep_ == "advcl" and infinitive:
        led = verb.head.lemma_.casefold() in cues.statements("leading")
        return not (led or first_person(verb) or _occasion(verb.head))
    if verb.dep_ == "pcomp":
        return verb.head.lower_ in ("for", "in", "of", "at")
    if verb.dep_ == "relcl":
        return not any(c.dep_ == "nsubj" and c.lower_ in ("who", "which") for c in verb.children)
    return verb.dep_ == "acl" and verb.tag_ == "VB" and not _taken(verb.head.head)


def _occasion(verb: Token) -> bool:
    """ "met to reaffirm their support", "wrote to thank him"."""
    lemma = verb.lemma_.casefold()
    return lemma in cues.encounters("verb") or lemma in cues.light_verbs() or speaks_of(verb)


def _taken(verb: Token) -> bool:
    """ "take" in "take this opportunity to thank"."""
    return verb.lemma_.casefold() in cues.statements("leading") and first_person(verb)


def _polite(verb: Token, child: Token) -> bool:
    """ "I would like to thank", "we would note": politeness, no condition."""
    return child.lower_ == "would" and first_person(verb)


def _bare_courtesy(token: Token) -> bool:
    """ "Thank you for the welcome", "Let me thank …", "Please convey my condolences"."""
    if any(c.dep_ == "nsubj" for c in token.children):
        return False
    if token.tag_ == "VB" and any(c.lower_ == "please" for c in token.children):
        return True
    if token.lemma_.casefold() not in ("thank", "congratulate"):
        return False
    behind_ = [c for p in token.children if p.lower_ == "for" for c in p.children]
    routine = any(c.lemma_.casefold() in cues.statements("routine") for c in behind_)
    named = any(c.dep_ in ("dobj", "dative") and c.lower_ != "you" for c in token.children)
    return (bool(behind_) or named) and not routine


def _according(sentence: Sentence, token: Token) -> Iterator[Said]:
    who = according(sentence, token)
    for one in who:
        yield _said(sentence, token, one, "state", who, 0.6, Voice())


def _said(
    sentence: Sentence,
    token: Token,
    speaker: str,
    done: str,
    together: tuple[str, ...],
    base: float,
    voice: Voice,
) -> Said:
    addressees = tuple(
        k
        for k in behind(sentence, token, "to", "with")
        if k not in together and sentence.found.kind(k) in _ACTORS
    )
    targets = (
        *voice.addressee,
        *_targets(sentence, token, speaker, together, done),
        *addressees,
    )
    if not targets and len(together) < 2 and done in _GIVEN:
        targets = counterpart(voice.talks, sentence, speaker)
    own = {sentence.found.party(speaker), *together}
    if not targets and done in _AIMED and own.isdisjoint(voice.about):
        targets = voice.about
    return Said(
        speaker,
        done,
        sentence.span,
        tuple(dict.fromkeys(targets)),
        addressees,
        _quotation(sentence),
        base,
    )


def _targets(
    sentence: Sentence,
    token: Token,
    speaker: str,
    together: tuple[str, ...],
    done: str,
) -> tuple[str, ...]:
    """Everyone else the words of one act name; the speaker's own side is no target.

    Those who agree have each other for targets.
    """
    partners = tuple(k for k in together if k != speaker)
    if done == "agree" and partners and not after(token, "with"):
        return partners
    own = {speaker, sentence.found.party(speaker), *together}
    if aimed := _keys(sentence, aim(sentence, token, done), own):
        return aimed
    beside = _references(sentence, _told_beside(token))
    later = _references(sentence, _said_later(token))
    every = [r for r in sentence.references() if r not in beside and r not in later]
    near = [r for r in _references(sentence, _scope(token)) if r not in beside]
    found = _named(sentence, near, own, done) or _named(sentence, every, own, done)
    return found or (partners if done in _MUTUAL and not first_person(token) else ())


def _told_beside(token: Token) -> list[Token]:
    """The words of a clause on the subject: "who met the King" in "Dahl, who …, said"."""
    verb = token if verbal(token) else token.head
    subject = subject_of(verb)
    clauses = (c for c in subject.children if c.dep_ == "relcl") if subject is not None else ()
    return [t for c in clauses for t in c.subtree]


def _references(sentence: Sentence, words: list[Token]) -> list[Reference]:
    """What the words refer to."""
    starts = [sentence.reading.start(t) for t in words]
    return [r for r in sentence.references() if any(r.start <= s < r.end for s in starts)]


def _named(
    sentence: Sentence, references: list[Reference], own: set[str | None], done: str
) -> tuple[str, ...]:
    """The actors among references, in text order, but those of the speaker's side."""
    uses = {"name", "organ", "office", "person", "group", "capital"}
    uses |= {"adjective", "demonym"} if done in ("condemn", "concern", "courtesy") else set()
    keys = [
        k
        for r in references
        if (r.use in uses and not _aside(sentence, r)) or _spoken_to(sentence, r)
        for k in r.entities
    ]
    return _keys(sentence, keys, own)


def _keys(sentence: Sentence, keys: Iterable[str], own: set[str | None]) -> tuple[str, ...]:
    actors = (k for k in keys if k not in own and sentence.found.kind(k) in _ACTORS)
    return tuple(dict.fromkeys(actors))


def _spoken_to(sentence: Sentence, ref: Reference) -> bool:
    """ "you" and "your"."""
    text, at = sentence.reading.passage.text, sentence.reading.passage.start
    return ref.use == "pronoun" and text[ref.start - at : ref.end - at].casefold() in _ADDRESSED


def _said_later(token: Token) -> list[Token]:
    """The words of the next act: "asked Peru for aid" of "voiced concern and asked …"."""
    verb = token if verbal(token) else token.head
    joined = (c for c in verb.children if c.dep_ == "conj" and speaks_of(c))
    return [t for c in joined for t in c.subtree]


def _scope(token: Token) -> list[Token]:
    """The words of one act: "thanked Peru" of "welcomed the truce and thanked Peru"."""
    verb = token if verbal(token) else token.head
    other = [
        c for c in verb.children if c.dep_ in ("conj", "advcl") and c.i > verb.i and speaks_of(c)
    ]
    outside = {t.i for c in other for t in c.subtree}
    return [t for t in verb.subtree if t.i not in outside]


def _aside(sentence: Sentence, ref: Reference) -> bool:
    """ "the UN Charter" names a text, no one who is spoken of."""
    word = next((t for t in sentence.parse if sentence.reading.start(t) >= ref.start), None)
    if word is None:
        return False
    named = sentence.found.kind(ref.entities[0])
    return word.dep_ == "compound" and named == "Organization"


def _quotation(sentence: Sentence) -> str | None:
    found = (m[0].strip('“”" ,.') for m in QUOTED.finditer(sentence.text))
    longest = max(found, key=len, default="")
    return longest if " " in longest else None
