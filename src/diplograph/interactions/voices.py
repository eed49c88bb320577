"""Whose words they are where a sentence does not say: turns, letters, preambles, quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from diplograph.interactions.clauses import Sentence, actors
from diplograph.interactions.speech import QUOTED
from diplograph.interactions.talks import Talk
from diplograph.vocabulary import cues

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ADDRESSED = ("His ", "Her ", "To ", "Your ")
_SHORT = 120
_MARKS = '“"'


@dataclass(frozen=True, slots=True)
class Voice:
    """Those whose "I" and "we" a sentence has.

    `spoken` says that somebody talks for a side: "Norway supports you" is then the speaker's word.
    `standing` are those a preamble speaks for: "The Security Council, / Recalling …". `joint` says
    that the text is a joint statement, in which "Peru will help" is a promise.
    """

    speakers: tuple[str, ...] = ()
    spoken: bool = False
    standing: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    joint: bool = False
    talks: tuple[Talk, ...] = ()
    about: tuple[str, ...] = ()


def voices(parts: list[Sentence], title: str, talks: tuple[Talk, ...] = ()) -> list[Voice]:
    """The voice of every sentence of an item.

    A speaker's turn is the speaker's, a text below a name and office is that person's.
    """
    preamble = _preamble(parts)
    bodies = _bodies(parts)
    byline = _byline(bodies)
    addressees = _addressees(bodies)
    about = _about(parts)
    joint = bool(_joint().search(title))
    return [
        Voice(
            s.reading.speakers or byline,
            s.reading.passage.speaker is not None or s.reading.passage.start in addressees,
            preamble.get(s.span, ()),
            addressees.get(s.reading.passage.start, ()),
            joint,
            talks,
            about,
        )
        for s in parts
    ]


def _about(parts: list[Sentence]) -> tuple[str, ...]:
    """The one state that a title names: Chad in "Press statement on the situation in Chad"."""
    named = (r for s in parts if s.title for r in s.references())
    states = dict.fromkeys(k for r in named for k in r.entities if r.use in ("name", "adjective"))
    keys = tuple(k for k in states if k.startswith("state/"))
    return keys if len(keys) == 1 else ()


@cache
def _joint() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in cues.words("speeches.csv"))
    return re.compile(rf"\bjoint\s+(?:\w+\s+)?(?:{words})\b", re.IGNORECASE)


def _preamble(parts: list[Sentence]) -> dict[tuple[int, int], tuple[str, ...]]:
    """Sentences without a subject of their own below the one that is the subject of them all.

    "The Security Council, / Recalling its resolutions, / 1. Condemns the attack;".
    """
    found: dict[tuple[int, int], tuple[str, ...]] = {}
    standing: tuple[str, ...] = ()
    for sentence in parts:
        if named := _only_named(sentence):
            standing = named
        elif _subjectless(sentence):
            found[sentence.span] = standing
        else:
            standing = ()
    return {span: who for span, who in found.items() if who}


def _only_named(sentence: Sentence) -> tuple[str, ...]:
    """Those whom a sentence names that is nothing but a subject: "The Security Council,"."""
    finite = any(t.tag_ in _FINITE for t in sentence.parse)
    if finite or sentence.title or not sentence.text.rstrip().endswith((",", ":")):
        return ()
    return actors(sentence, sentence.parse.root)


def _subjectless(sentence: Sentence) -> bool:
    """ "Recalling its resolutions,", "2. Calls upon the sides to withdraw;"."""
    verb = next((t for t in sentence.parse if t.is_alpha), None)
    if verb is None or verb.tag_ not in ("VBG", "VBZ", "NNS", "NNP", "NN"):
        return False
    root = sentence.parse.root
    return not any(c.dep_ in ("nsubj", "nsubjpass") for c in root.children) and (
        verb.tag_ in ("VBG", "VBZ") or verb == root
    )


def _bodies(parts: list[Sentence]) -> list[list[Sentence]]:
    """The sentences of each paragraph of the text itself."""
    passages = (list(inside) for _, inside in groupby(parts, key=lambda s: s.reading.passage.start))
    return [p for p in passages if p[0].reading.passage.role == "body"]


def _byline(bodies: list[list[Sentence]]) -> tuple[str, ...]:
    """Whose words all is below a name and office: "Ingrid Dahl, Foreign Minister".

    Not so below "Dahl and Otieno in Oslo", which is a caption.
    """
    text = bodies[0][0].reading.passage.text if bodies else ""
    if "," not in text or text.startswith(_ADDRESSED):
        return ()
    named = {k for s in bodies[0] for r in s.references() if r.use == "person" for k in r.entities}
    return _block(bodies[0]) if len(named) == 1 else ()


def _addressees(bodies: list[list[Sentence]]) -> dict[int, tuple[str, ...]]:
    """To whom the paragraphs of a letter go, up to its signature: "Her Excellency Amina Otieno"."""
    found: dict[int, tuple[str, ...]] = {}
    to: tuple[str, ...] = ()
    for inside in bodies:
        named = _block(inside)
        if named:
            to = named if inside[0].text.startswith(_ADDRESSED) else ()
        elif to:
            found[inside[0].reading.passage.start] = to
    return found


def _block(inside: list[Sentence]) -> tuple[str, ...]:
    """Who a passage names that is nothing but a name and an office: "Ingrid Dahl, / Minister"."""
    passage = inside[0].reading.passage
    finite = any(t.tag_ in _FINITE for s in inside for t in s.parse)
    if finite or len(passage.text) > _SHORT or passage.text.rstrip().endswith("."):
        return ()
    lead = passage.start + len(passage.text) - len(passage.text.lstrip())
    people = (r for s in inside for r in s.references() if r.use == "person")
    first = next(people, None)
    addressed = passage.text.lstrip().startswith(_ADDRESSED)
    return first.entities if first and (addressed or first.start - lead < 4) else ()


def quoted(parts: list[tuple[Sentence, tuple[str, ...]]]) -> dict[tuple[int, int], str]:
    """Whose "I" it is in sentences inside a quotation that goes on over several sentences.

    `parts` are the sentences with those who speak in them. A quotation is of the one speaker named
    outside its marks in the sentence where it opens or closes; one that is not closed goes on in
    the next paragraph.
    """
    found: dict[tuple[int, int], str] = {}
    carried: str | None = None
    for _, group in groupby(parts, key=lambda p: p[0].reading.passage.start):
        inside = list(group)
        text = inside[0][0].reading.passage.text
        goes_on = carried if text.lstrip()[:1] in _MARKS else None
        carried = None
        for start, end in _quotations(text):
            speaker, within = _speaker(inside, start, end)
            speaker = speaker or (goes_on if not text[:start].strip() else _last(inside, start))
            if speaker:
                found |= dict.fromkeys(within, speaker)
                carried = speaker if end == len(text) and not _closes(text) else carried
            goes_on = None
        if text.rstrip().endswith(":"):
            carried = _one(inside)
    return found


def _last(inside: list[tuple[Sentence, tuple[str, ...]]], start: int) -> str | None:
    """Who spoke in the sentence before a quotation that names nobody: "…,” Dahl said. “…”"."""
    at = inside[0][0].reading.passage.start + start
    before = [who for s, who in inside if s.span[1] <= at]
    return before[-1][0] if before and len(before[-1]) == 1 else None


def _one(inside: list[tuple[Sentence, tuple[str, ...]]]) -> str | None:
    """Who announces what follows: "The minister said:"."""
    named = inside[-1][1]
    return named[0] if len(named) == 1 else None


def _closes(text: str) -> bool:
    return text.rstrip().endswith(("”", '"'))


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    return (m.span() for m in QUOTED.finditer(text))


def _speaker(
    inside: list[tuple[Sentence, tuple[str, ...]]], start: int, end: int
) -> tuple[str | None, list[tuple[int, int]]]:
    """The speaker of a quotation and its sentences that are all quotation."""
    at = inside[0][0].reading.passage.start + start
    to = at + end - start
    touched = [(s, who) for s, who in inside if s.span[0] < to and at < s.span[1]]
    outer = {k for s, who in touched if not (at <= s.span[0] and s.span[1] <= to + 1) for k in who}
    within = [s.span for s, _ in touched if at <= s.span[0] and s.span[1] <= to + 1]
    return (next(iter(outer)) if len(outer) == 1 else None), within
