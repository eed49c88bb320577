"""Whose words they are where a sentence does not say: turns, letters, preambles, quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from diplograph.interactions.clauses import Sentence, actors
from diplograph.interactions.credits import credited, delivered, stated_by
from diplograph.interactions.speech import QUOTED
from diplograph.interactions.talks import Talk
from diplograph.vocabulary import cues

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ADDRESSED = ("His ", "Her ", "To ", "Your ")
_SIDES = ("State", "Organization", "Grouping")
_SHORT = 120
_MARKS = '“"'
_CLOSING = re.compile(r"\W*")
_CLAUSE_END = re.compile(r",\s+(?:the\s+)?$", re.IGNORECASE)
_GREETING = re.compile(r"\s*(?:Dear|Your|Excellenc|Sir|Madam|Mr|Mrs|Ms|Monsieur)\b[^.]*,\s*")
_PLURAL = re.compile(r"\b(?:[Ww]e|[Oo]ur)\b")
_SINGULAR = re.compile(r"\bI\b")
_MARK = re.compile(r"[“”\"]")
_LONG = 8
_LONGEST = 200
_PHRASE = 40


@dataclass(frozen=True, slots=True)
class Voice:
    """Those whose "I" and "we" a sentence has.

    `spoken` says that somebody talks for a side: "Norway supports you" is then the speaker's word.
    `standing` are those a preamble speaks for: "The Security Council, / Recalling …". `joint` says
    that the text is a joint statement, in which "Peru will help" is a promise. `talks` are the
    conversations the item tells of, `about` is the one state that its title names.
    `it` is the state or body that spoke in the sentence before, `teller` the person whose words
    the paragraph tells: "Dahl said so. Norway supports the plan."
    """

    speakers: tuple[str, ...] = ()
    spoken: bool = False
    standing: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    joint: bool = False
    talks: tuple[Talk, ...] = ()
    about: tuple[str, ...] = ()
    it: tuple[str, ...] = ()
    teller: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """From whom and to whom a letter is."""

    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()


def voices(parts: list[Sentence], title: str, talks: tuple[Talk, ...] = ()) -> list[Voice]:
    """The voice of every sentence of an item.

    A speaker's turn is the speaker's, a text below a name and office is that person's.
    """
    preamble = _preamble(parts)
    bodies = _bodies(parts)
    byline = _byline(bodies) or stated_by(bodies)
    credit = credited(bodies)
    speech = delivered(bodies)
    sides = _joint_sides(parts)
    letters = _letters(bodies, _titled(parts))
    abouts = _abouts(parts)
    joint = bool(_joint().search(title))
    personal = _personal(bodies)
    talking = any(s.reading.passage.speaker is not None for s in parts)
    answerer = _answerer(parts)
    return [
        Voice(
            credit.get(s.reading.passage.start, ())
            or s.reading.speakers
            or _written(s, letters).by
            or byline
            or _answering(s, answerer)
            or (() if personal else _together(s, sides) or _publisher(s)),
            _speaks(s, letters)
            or s.reading.passage.start in credit
            or ((talking or speech) and bool(s.reading.speakers or byline)),
            preamble.get(s.span, ()),
            _written(s, letters).to,
            joint,
            talks,
            about,
        )
        for s, about in zip(parts, abouts, strict=True)
    ]


def _abouts(parts: list[Sentence]) -> Iterator[tuple[str, ...]]:
    """The one state that the title or heading above each sentence names.

    Chad in "Press statement on the situation in Chad", Niger below "1. Niger – Expulsion of the
    envoy"; the publisher's own state does not count.
    """
    about: tuple[str, ...] = ()
    for sentence in parts:
        if _heads(sentence):
            about = _only_state(sentence) or about
        yield about


def _heads(sentence: Sentence) -> bool:
    """Whether a passage is a title or a heading: short, no sentence of its own."""
    passage = sentence.reading.passage
    text = passage.text.rstrip()
    return sentence.title or (
        passage.role == "body"
        and len(text) < _LONGEST
        and not text.endswith((".", ",", ";", '"', "”", "?"))
    )


def _only_state(sentence: Sentence) -> tuple[str, ...]:
    named = (r for r in sentence.references() if r.use in ("name", "adjective"))
    keys = dict.fromkeys(k for r in named for k in r.entities if k != sentence.found.side)
    states = tuple(k for k in keys if k.startswith("state/"))
    return states if len(states) == 1 else ()


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
        elif any(t.is_alpha for t in sentence.parse):  # not "6." alone
            standing = ()
    return {span: who for span, who in found.items() if who}


def _only_named(sentence: Sentence) -> tuple[str, ...]:
    """Those whom a sentence names that is nothing but a subject: "The Security Council,"."""
    finite = any(t.tag_ in _FINITE for t in sentence.parse)
    if finite or sentence.title or not sentence.text.rstrip().endswith((",", ":")):
        return ()
    return actors(sentence, sentence.parse.root) or _named_last(sentence)


def _named_last(sentence: Sentence) -> tuple[str, ...]:
    """ "The Council" of "Acting under Article 7 of its Protocol, the Council:"."""
    references = sentence.references()
    last = references[-1] if references else None
    if last is None or sentence.parse.root.tag_ != "VBG" or last.use not in ("name", "organ"):
        return ()
    start, end = last.start - sentence.span[0], last.end - sentence.span[0]
    alone = _CLOSING.fullmatch(sentence.text[end:]) and _CLAUSE_END.search(sentence.text[:start])
    return last.entities if alone else ()


def _subjectless(sentence: Sentence) -> bool:
    """ "Recalling its resolutions,", "2. Strongly urges the sides to withdraw;"."""
    verb = next((t for t in sentence.parse if t.is_alpha and t.pos_ != "ADV"), None)
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


def _written(sentence: Sentence, letters: dict[int, Letter]) -> Letter:
    return letters.get(sentence.reading.passage.start, Letter())


def _speaks(sentence: Sentence, letters: dict[int, Letter]) -> bool:
    """Whether somebody talks or writes in person, as in a turn of talk or a letter."""
    return sentence.reading.passage.speaker is not None or bool(_written(sentence, letters).by)


def _answerer(parts: list[Sentence]) -> tuple[str, ...]:
    """The one person who talks to journalists: whose turns are named, or whom the title names."""
    turns = (k for s in parts if not s.reading.questioner for k in _talker(s))
    people = tuple(dict.fromkeys(turns)) or _titled(parts)
    return people if len(people) == 1 else ()


def _talker(sentence: Sentence) -> tuple[str, ...]:
    return sentence.reading.speakers if sentence.reading.passage.speaker is not None else ()


def _answering(sentence: Sentence, answerer: tuple[str, ...]) -> tuple[str, ...]:
    """Whose answer it is that follows "Answer:" or "A:": the author's, else the one answerer's,
    else the publisher's.
    """
    label = sentence.reading.passage.speaker
    if label is None or label.casefold() not in cues.words("speakers.csv"):
        return ()
    if sentence.reading.questioner or label.casefold() in cues.words("questioners.csv"):
        return ()
    found = sentence.found
    return (found.authors if len(found.authors) == 1 else answerer) or _side(sentence)


def _joint_sides(parts: list[Sentence]) -> tuple[str, ...]:
    """The two of the title of what both say: "Chair's statement of the ASEAN-Canada Dialogue"."""
    title = [s for s in parts if s.title]
    if not title or not _issued().search(title[0].reading.passage.text):
        return ()
    keys = dict.fromkeys(k for s in title for r in s.references() for k in r.entities)
    sides = tuple(k for k in keys if title[0].found.kind(k) in _SIDES)
    return sides if len(sides) == 2 else ()


@cache
def _issued() -> re.Pattern[str]:
    """A document and the meeting it is of: "Statement of the 5th … Summit"."""
    words = "|".join(re.escape(w) for w in cues.words("speeches.csv"))
    met = "|".join(
        re.escape(w) for w, cue in sorted(cues.encounters("noun").items()) if cue.kind != "Visit"
    )
    return re.compile(rf"\b(?:{words})\b.*\b(?:{met})\b", re.IGNORECASE)


def _together(sentence: Sentence, sides: tuple[str, ...]) -> tuple[str, ...]:
    """Whose "we" it is in what two sides say together."""
    return sides if _publishes(sentence) else ()


def _side(sentence: Sentence) -> tuple[str, ...]:
    side = sentence.found.side
    return (side,) if side and side in sentence.found.entities else ()


def _publisher(sentence: Sentence) -> tuple[str, ...]:
    """Whose "we" a text without an author has: the state or body that publishes it.

    Words within quotation marks are somebody else's.
    """
    return _side(sentence) if _publishes(sentence) else ()


def _publishes(sentence: Sentence) -> bool:
    """Whether a sentence has "we" or "our" outside turns and quotations."""
    passage = sentence.reading.passage
    if passage.role != "body" or passage.speaker is not None or _MARK.search(sentence.text):
        return False
    return bool(_PLURAL.search(sentence.text)) and sentence.text in _unquoted(passage.text)


def _unquoted(text: str) -> str:
    return QUOTED.sub("", text)


def _personal(bodies: list[list[Sentence]]) -> bool:
    """Whether somebody says "I" in a text, outside quotations: its "we" is then that person's."""
    texts = (b[0].reading.passage.text for b in bodies)
    return any(_SINGULAR.search(_unquoted(t)) for t in texts)


def _titled(parts: list[Sentence]) -> tuple[str, ...]:
    """The one person a title names: Otieno in "Message to the President of Kenya Amina Otieno"."""
    named = (r for s in parts if s.title for r in s.references() if r.use == "person")
    keys = tuple(dict.fromkeys(k for r in named for k in r.entities))
    return keys if len(keys) == 1 else ()


def _letters(bodies: list[list[Sentence]], titled: tuple[str, ...]) -> dict[int, Letter]:
    """From whom and to whom each paragraph of a letter goes, by where the paragraph begins.

    A letter opens with "Her Excellency Amina Otieno" or "Your Excellency," and ends with a name.
    """
    found: dict[int, Letter] = {}
    inside: list[int] = []
    to: tuple[str, ...] | None = None
    for body in bodies:
        opened = _opening(body)
        named = () if opened is not None else _block(body)
        if opened is None and not named:
            inside.append(body[0].reading.passage.start)
            continue
        if to is not None and inside:
            given = to or tuple(k for k in titled if k not in named)
            found |= dict.fromkeys(inside, Letter(named, given))
        to, inside = opened, []
    if to:
        found |= dict.fromkeys(inside, Letter((), to))
    return found


def _opening(body: list[Sentence]) -> tuple[str, ...] | None:
    """To whom a letter goes that a passage opens: "Her Excellency Amina Otieno", "Dear Sir,"."""
    text = body[0].reading.passage.text
    if _GREETING.fullmatch(text):
        return tuple(k for s in body for r in s.references() for k in r.entities)
    return (_block(body) or None) if text.lstrip().startswith(_ADDRESSED) else None


def _block(inside: list[Sentence]) -> tuple[str, ...]:
    """Who a passage names that is nothing but a name and an office: "Ingrid Dahl, / Minister"."""
    passage = inside[0].reading.passage
    addressed = passage.text.lstrip().startswith(_ADDRESSED)
    finite = any(t.tag_ in _FINITE for s in inside for t in s.parse)
    ended = passage.text.rstrip().endswith(".") and not addressed
    if finite or len(passage.text) > _SHORT or ended:
        return ()
    lead = passage.start + len(passage.text) - len(passage.text.lstrip())
    people = (r for s in inside for r in s.references() if r.use == "person")
    first = next(people, None)
    return first.entities if first and (addressed or first.start - lead < 4) else ()


def quoted(parts: list[tuple[Sentence, tuple[str, ...]]]) -> dict[tuple[int, int], str]:
    """Whose "I" it is in sentences inside a quotation that goes on over several sentences.

    `parts` are the sentences with those who speak in them. A quotation is of the one speaker named
    outside its marks in the sentence where it opens or closes; one that is not closed goes on in
    the next paragraph. A paragraph that is all quotation is of the only one quoted before.
    """
    found: dict[tuple[int, int], str] = {}
    carried: str | None = None
    lone: set[str] = set()
    groups = [list(g) for _, g in groupby(parts, key=lambda p: p[0].reading.passage.start)]
    for n, inside in enumerate(groups):
        text = inside[0][0].reading.passage.text
        if carried and _goes_on(groups[n : n + _LONG]):
            end = inside[0][0].reading.passage.start + (_first_mark(text) or len(text))
            found |= dict.fromkeys((s.span for s, _ in inside if s.span[0] < end), carried)
            carried = carried if _first_mark(text) is None else None
            continue
        goes_on = carried if text.lstrip()[:1] in _MARKS else None
        if goes_on is None and len(lone) == 1 and _all_quoted(text):
            goes_on = next(iter(lone))
        carried = None
        for start, end in _quotations(text):
            speaker, within = _speaker(inside, start, end)
            lone |= {speaker} if speaker and _quotes_person(inside, speaker, end - start) else set()
            speaker = speaker or (goes_on if not text[:start].strip() else _last(inside, start))
            if speaker:
                found |= dict.fromkeys(within, speaker)
                carried = speaker if end == len(text) and not _closes(text) else carried
            goes_on = None
        if text.rstrip().endswith(":"):
            carried = _one(inside)
    return found


def _quotes_person(
    inside: list[tuple[Sentence, tuple[str, ...]]], speaker: str, length: int
) -> bool:
    """Whether it is a person whom a paragraph quotes with more than a phrase."""
    return length > _PHRASE and inside[0][0].found.kind(speaker) == "Person"


def _all_quoted(text: str) -> bool:
    """Whether a paragraph is a quotation from end to end."""
    return text.lstrip()[:1] in _MARKS and not re.search(r"\w", _unquoted(text))


def _goes_on(groups: list[list[tuple[Sentence, tuple[str, ...]]]]) -> bool:
    """Whether paragraphs without a mark go on up to one that only closes the quotation."""
    texts = (inside[0][0].reading.passage.text for inside in groups)
    marked = next((t for t in texts if _first_mark(t) is not None), "")
    at = _first_mark(marked)
    return bool(at and not marked[at - 1].isspace() and marked[at] in '”"')


def _first_mark(text: str) -> int | None:
    """Where the first quotation mark of a paragraph stands."""
    mark = _MARK.search(text)
    return mark.start() if mark else None


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
