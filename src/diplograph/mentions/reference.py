"""Who "he", "the two ministers" and "we" are: exactly one answer, or none.

Sentences are walked in order. "He" is the one person who was the subject last; "the ministers",
"both sides", "they" are the two or more who were last named together. Where two answers are
possible there is none, and it is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from spacy.tokens import Span, Token

from diplograph.mentions.found import Reading, Reference
from diplograph.vocabulary import cues

if TYPE_CHECKING:
    from diplograph.mentions.registry import Registry

_SINGULAR = frozenset({"he", "she", "his", "her", "him", "himself", "herself"})
_SECOND = frozenset({"you", "your", "yours", "yourself"})
_FIRST = frozenset({"i", "we", "my", "our", "us", "me", "ourselves", "myself"})
_PERSONS = (
    dict.fromkeys(_SINGULAR, "he") | dict.fromkeys(_FIRST, "we") | dict.fromkeys(_SECOND, "you")
)
# An item's main event is told in its title or its first two sentences.
_OPENING = 3
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_OBJECTS = ("dobj", "dative", "pobj", "iobj")
_PARTY = ("name", "person", "office", "organ", "capital")


@dataclass(slots=True)
class Memory:
    """What earlier sentences left in mind: the last subject and those last named together.

    `main` are the two of different sides with whom the item opens: in a readout "the leaders" are
    these. `plural` is the last subject of several, `speakers` everyone whose turn it ever is.
    """

    subject: str | None = None
    fresh: int = 0
    together: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()
    main: tuple[str, ...] = ()
    plural: tuple[str, ...] = ()
    sentences: int = 0
    speakers: tuple[str, ...] = ()


def resolve(readings: Sequence[Reading], registry: Registry) -> tuple[list[Reading], int]:
    """The readings with pronouns and group phrases resolved, and how many could not be."""
    turns = (s for r in readings if r.passage.speaker for s in r.speakers)
    memory = Memory(speakers=tuple(dict.fromkeys(turns)))
    resolved: list[Reading] = []
    missed = 0
    for reading in readings:
        added: list[Reference] = []
        for sentence in reading.parse.doc.sents:
            new, lost = _sentence(reading, sentence, memory, registry, added)
            added += new
            missed += lost
        merged = sorted((*reading.references, *added), key=lambda r: (r.start, -r.end))
        resolved.append(replace(reading, references=tuple(merged)))
    return resolved, missed


def _sentence(
    reading: Reading, sentence: Span, memory: Memory, registry: Registry, before: list[Reference]
) -> tuple[list[Reference], int]:
    inside = list(reading.within(*reading.span(sentence)))
    added: list[Reference] = []
    missed = 0
    for kind, at, end in _phrases(reading, sentence):
        if any(r.start < end and at < r.end for r in inside):
            continue
        words = reading.passage.text[at - reading.passage.start : end - reading.passage.start]
        earlier = [r for r in inside if r.end <= at]
        who = _who(kind, words.casefold(), reading, memory, registry, earlier)
        if kind == "he" and (own := _own_subject(reading, sentence, at, [*earlier, *added])):
            who = own
        near = sorted((*inside, *added), key=lambda r: r.start)
        subject = _clause_subject(reading, sentence, at, near) if kind == "he" else ()
        if who and who[0] in subject:
            who = _other(subject, [r for r in near if r.end <= at])
        if who:
            added.append(
                Reference(at, end, who, "pronoun" if kind in ("he", "we", "you") else "group")
            )
        else:
            missed += kind not in ("we", "you")
    _remember(reading, sentence, [*inside, *added], memory, registry)
    return added, missed


def _own_subject(
    reading: Reading, sentence: Span, at: int, references: list[Reference]
) -> tuple[str, ...]:
    """The one person who is the subject of a pronoun's own sentence: "Berg told Lund that he …".

    Not for an object of the same verb: in "Berg thanked him" he is another.
    """
    token = next((t for t in sentence if reading.start(t) == at), None)
    who = _subject(reading, sentence, [r for r in references if r.end <= at])
    if token is None or len(who) != 1 or not who[0].startswith("person/"):
        return ()
    return () if token.dep_ in _OBJECTS and _verb(token) == sentence.root else who


def _verb(token: Token) -> Token:
    """The verb whose object a pronoun is: "thanked him", "spoke to him"."""
    return token.head.head if token.dep_ == "pobj" else token.head


def _other(subject: tuple[str, ...], earlier: Sequence[Reference]) -> tuple[str, ...]:
    """The one person named before in the sentence who is not the subject."""
    persons = (k for r in earlier for k in r.entities if k.startswith("person/"))
    others = tuple(dict.fromkeys(k for k in persons if k not in subject))
    return others if len(others) == 1 else ()


def _clause_subject(
    reading: Reading, sentence: Span, at: int, references: list[Reference]
) -> tuple[str, ...]:
    """The subject of the clause of which a pronoun is the object: "Lund" in "Lund called him"."""
    token = next((t for t in sentence if reading.start(t) == at), None)
    if token is None or token.dep_ not in _OBJECTS:
        return ()
    verb = _verb(token)
    while verb.dep_ in ("conj", "xcomp") and not any(c.dep_ in _SUBJECTS for c in verb.children):
        verb = verb.head
    subjects = [child for child in verb.children if child.dep_ in _SUBJECTS]
    return _keys(reading, subjects[0], references) if subjects else ()


def _phrases(reading: Reading, sentence: Span) -> Iterator[tuple[str, int, int]]:
    """Pronouns and group phrases of a sentence: what they ask for, start, end."""
    offset = reading.passage.start + reading.parse.part(sentence)[0]
    for match in _groups().finditer(reading.text(sentence)):
        start = offset + match.start()
        words = re.sub(r"\s+", " ", match[0].casefold())
        means = cues.groups()[_NUMBER.sub("two", words)]
        two = means == "persons" and _count(words)
        if words.split()[-1] in _COUNTS and _is_counted(reading, sentence, start + len(match[0])):
            continue
        yield "two" if two else means, start, start + len(match[0])
    styles = [m.span() for m in _styles().finditer(reading.text(sentence))]
    for token in sentence:
        kind = _PERSONS.get(token.lower_)
        at = reading.start(token) - offset
        if kind and not any(start <= at < end for start, end in styles):
            yield kind, reading.start(token), reading.end(token)


def _is_counted(reading: Reading, sentence: Span, end: int) -> bool:
    """Whether a noun follows a number: "the two |neighbors" is not "the two"."""
    after = next((t for t in sentence if reading.start(t) >= end), None)
    return after is not None and (after.pos_ in ("NOUN", "ADJ", "PROPN") or after.tag_ == "VBG")


_NUMBER = re.compile(r"\b(?:three|four|five|six)\b")
_COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def _count(words: str) -> int | None:
    """How many a phrase says they are: "the three ministers", "both leaders"."""
    return next((_COUNTS[w] for w in words.split() if w in _COUNTS), None)


@cache
def _styles() -> re.Pattern[str]:
    """Courtesy titles that begin like pronouns: "Her Majesty"."""
    styles = "|".join(w for w in cues.offices("honorific") if w[:4] in ("his ", "her "))
    return re.compile(rf"\b(?:{styles})\b", re.IGNORECASE)


@cache
def _groups() -> re.Pattern[str]:
    ordered = sorted(cues.groups(), key=lambda w: (-len(w), w))
    alternatives = "|".join(
        re.escape(w).replace(r"\ ", r"\s+").replace("two", "(?:two|three|four|five|six)")
        for w in ordered
    )
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])(?!\s+of\b)", re.IGNORECASE)


def _who(
    kind: str,
    words: str,
    reading: Reading,
    memory: Memory,
    registry: Registry,
    earlier: list[Reference],
) -> tuple[str, ...]:
    if kind == "we":
        return reading.speakers
    if kind == "you":
        others = [s for s in memory.speakers if s not in reading.speakers]
        return tuple(others) if reading.speakers and len(others) == 1 else ()
    if kind == "he":
        return _he(memory, registry, earlier)
    named = _distinct(earlier, registry)
    met = memory.plural if words == "they" and memory.plural else memory.main or memory.pairs
    persons = [k for k in met if k in registry.persons]
    if kind in ("two", "persons"):
        fitting = _in_office(persons, words, registry)
        wanted = _count(words) or len(fitting)
        return tuple(fitting) if len(fitting) == wanted > 1 else ()
    if kind == "states":
        sides = dict.fromkeys(registry.sides.get(k, k) for k in met)
        return tuple(sides) if len(sides) == (_count(words) or len(sides)) > 1 else ()
    who = met or (tuple(named) if len(named) > 1 else ())
    if words == "they" and reading.passage.speaker and not set(reading.speakers).isdisjoint(who):
        return ()  # whoever says in a turn "they imposed sanctions on us" speaks of others
    counted = _count(words)
    return _sides(who, counted, registry) if counted and len(who) > counted else who


def _sides(who: tuple[str, ...], counted: int, registry: Registry) -> tuple[str, ...]:
    """Both sides of a meeting of more than two: the two states or organizations they are of."""
    sides = tuple(dict.fromkeys(registry.sides.get(k, k) for k in who))
    return sides if len(sides) == counted else ()


def _in_office(persons: list[str], phrase: str, registry: Registry) -> list[str]:
    """Of more than two, those whose office the phrase names: "the heads of state"."""
    if len(persons) < 3:
        return persons
    wanted = phrase.split()[-1].removesuffix("s")
    leaders = "leader" in phrase or "heads" in phrase
    fitting = [
        p
        for p in persons
        if any(
            registry.leads(o) if leaders else o.head.partition(" to ")[0].endswith(wanted)
            for o in registry.titles[p]
        )
    ]
    return fitting if len(fitting) > 1 else persons


def _he(memory: Memory, registry: Registry, earlier: list[Reference]) -> tuple[str, ...]:
    """The subject so far in this sentence if it is one person, else the last subject."""
    here = [r.entities[0] for r in earlier if r.use == "person" and len(r.entities) == 1]
    if len(set(here)) == 1 and memory.subject in (None, here[0]):
        return (here[0],)
    if memory.subject:
        return (memory.subject,)
    return (here[0],) if len(set(here)) == 1 else ()


def _distinct(references: list[Reference], registry: Registry) -> list[str]:
    keys = [k for r in references if r.use in _PARTY for k in r.entities]
    return list(
        dict.fromkeys(k for k in keys if k in registry.persons or k.split("/")[0] == "state")
    )


def _remember(
    reading: Reading,
    sentence: Span,
    references: list[Reference],
    memory: Memory,
    registry: Registry,
) -> None:
    """Note the sentence's subject, and those it names together."""
    subject = _subject(reading, sentence, references)
    own = set(reading.speakers) if reading.passage.speaker else set()
    subject = tuple(k for k in subject if k not in own)
    persons = [k for k in subject if k in registry.persons]
    memory.plural = tuple(subject) if len(subject) > 1 else ()
    if len(persons) == 1:
        memory.subject, memory.fresh = persons[0], 0
    else:
        memory.fresh += 1
        if memory.fresh > 2 or len(persons) > 1:
            memory.subject = None
    together = _together(references, registry)
    people = [k for k in together if k in registry.persons]
    if len(people) > 1 or (together and not any(k in registry.persons for k in memory.pairs)):
        memory.pairs = together
    memory.sentences += reading.passage.role in ("title", "body")
    different = len({registry.sides.get(k, k) for k in people}) == 2
    if len(people) == 2 and different and memory.sentences <= _OPENING and not memory.main:
        memory.main = tuple(people)


def _subject(reading: Reading, sentence: Span, references: list[Reference]) -> tuple[str, ...]:
    """Who the main clause is about; "according to X" and a quotation's speaker count too."""
    root = sentence.root
    for token in (root, *[t for t in root.children if t.dep_ in ("ccomp", "conj")]):
        for child in token.children:
            if child.dep_ in _SUBJECTS:
                return _keys(reading, child, references)
    return ()


def _keys(reading: Reading, token: Token, references: list[Reference]) -> tuple[str, ...]:
    """The entities a subject and those joined to it by "and" refer to."""
    keys: list[str] = []
    for word in (token, *token.conjuncts):
        start, end = reading.start(word), reading.end(word)
        for ref in references:
            if (
                ref.start < end
                and start < ref.end
                and ref.use not in ("adjective", "demonym", "place")
            ):
                keys += ref.entities
    return tuple(dict.fromkeys(keys))


def _together(references: list[Reference], registry: Registry) -> tuple[str, ...]:
    """Those who can be "they": the persons named, else the states, when there are two or more."""
    persons = list(
        dict.fromkeys(
            k
            for r in references
            if r.use in ("person", "pronoun")
            for k in r.entities
            if k in registry.persons
        )
    )
    if len(persons) > 1:
        return tuple(persons)
    states = list(
        dict.fromkeys(
            k
            for r in references
            if r.use in ("name", "office", "organ", "person")
            for k in r.entities
            if k.split("/")[0] == "state"
        )
    )
    sides = [registry.sides.get(p) for p in persons]
    mixed = persons + [s for s in states if s not in sides]
    return (
        tuple(mixed)
        if len(mixed) == 2 and not persons
        else tuple(mixed)
        if len(mixed) > 1 and persons and any(r.use == "office" for r in references)
        else ()
    )
