"""From an item's characters to passages: title, paragraphs and speaker turns.

A passage is what is parsed at once. Its `text` has as many characters as the span it stands
for (soft line ends become spaces), so that positions in it are positions in the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from diplograph.items.record import Item, Span
from diplograph.mentions.gazetteer import known
from diplograph.mentions.names import stops
from diplograph.vocabulary import cues

# A line at least this long was broken by a typist or a mail program, not to end a paragraph.
_WRAPPED = 45
_BLANK = re.compile(r"(?:\r?\n[ \t\xa0]*){2,}")
_BREAK = re.compile(r"\r?\n")
# A parser's time and memory for a text without any paragraph; far longer than real paragraphs.
_LONGEST = 10_000
_SENTENCE_END = re.compile(r"[.!?][”\"’)]?\s")
# Before an entry of a list: "- Jan Berg, Minister of Trade".
_BULLET = re.compile(r"[-•*▪·][ \t\xa0]+[^\W\d_a-z]")
_TERMINAL = tuple('.?!:;”"’)]…')
_WORD = r"[^\W\d_][\w.'’\-]*"
_LABEL = re.compile(
    rf"(?P<label>(?:{_WORD}[ \t\n\r\xa0]+){{0,9}}{_WORD}(?:\s*\([^)\n]{{1,40}}\))?)[ \t]*:(?=\s|$)"
)
_INLINE = re.compile(
    rf"(?<=[.?!*…”\"’)>])\s+(?P<label>(?:{_WORD}[ \xa0]){{0,9}}{_WORD}(?:\s\([^)\n]{{1,40}}\))?)"
    r"[ ]?:(?=\s[A-Z“\"‘(])"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A title, paragraph or speaker's turn; `text[i]` stands at `start + i` in the document.

    `speaker` is the label before the colon ("MS PORTER"), None outside transcripts, and `label`
    where that label stands in the document. `role` is "title", "header" (lines between title and
    body), "body" or "label".
    """

    start: int
    text: str
    role: str
    speaker: str | None = None
    label: int | None = None

    @property
    def end(self) -> int:
        """One past the last character, in the document."""
        return self.start + len(self.text)


# A speaker's label and where it stands; nothing outside transcripts.
Turn = tuple[str | None, int | None]


def passages(item: Item) -> Iterator[Passage]:
    """The readable passages of an item in order, furniture left out.

    >>> from diplograph.items.record import Item
    >>> text = "MS PORTER: We urge restraint.\\n\\nQUESTION: Why?"
    >>> item = Item("doc", 1, 0, len(text), 0, text)
    >>> [(p.speaker, p.text) for p in passages(item)]
    [('MS PORTER', 'We urge restraint.'), ('QUESTION', 'Why?')]
    """
    if item.title_span:
        yield _passage(item, item.title_span, "title")
    blocks = [
        block
        for part in _readable(item)
        for block in _paragraphs(item, part)
        if not _overlaps(block, item.title_span)
    ]
    speakers = _speakers(item, blocks)
    turn: Turn = (None, None)
    for block in blocks:
        for start, end, found in _turns(item, block, speakers):
            turn = found if found[0] else turn
            role = "body" if start >= item.body else "header"
            for part in _pieces(item, (start, end)):
                yield from _filled(_passage(item, part, role, turn))


def _pieces(item: Item, block: Span) -> Iterator[Span]:
    """A block in pieces that end with a sentence and are not much longer than `_LONGEST`."""
    text = _slice(item, *block)
    at = 0
    while len(text) - at > _LONGEST:
        stop = _SENTENCE_END.search(text, at + _LONGEST, at + 2 * _LONGEST)
        cut = stop.end() if stop else at + _LONGEST
        yield block[0] + at, block[0] + cut
        at = cut
    yield block[0] + at, block[1]


def _passage(item: Item, span: Span, role: str, turn: Turn = (None, None)) -> Passage:
    text = item.text[span[0] - item.start : span[1] - item.start]
    return Passage(span[0], _BREAK.sub(lambda m: " " * len(m[0]), text), role, *turn)


def _filled(passage: Passage) -> Iterator[Passage]:
    """The passage without white space at either end; nothing where it has no words."""
    lead = len(passage.text) - len(passage.text.lstrip())
    text = passage.text.strip()
    if re.search(r"\w", text):
        yield replace(passage, start=passage.start + lead, text=text)


def _readable(item: Item) -> Iterator[Span]:
    """What lies between the pieces of furniture."""
    at = item.start
    for start, end in sorted(item.furniture):
        if start > at:
            yield at, start
        at = max(at, end)
    if at < item.end:
        yield at, item.end


def _paragraphs(item: Item, part: Span) -> Iterator[Span]:
    """Blocks between blank lines, and within them between hard line ends."""
    text = item.text[part[0] - item.start : part[1] - item.start]
    at = 0
    for blank in [*(m.span() for m in _BLANK.finditer(text)), (len(text), len(text))]:
        for start, end in _lines(text[at : blank[0]]):
            if end > start:
                yield part[0] + at + start, part[0] + at + end
        at = blank[1]


def _lines(block: str) -> Iterator[Span]:
    """Parts one after another of a block, cut where a line end is not a soft one."""
    at = 0
    line = 0
    for end in _BREAK.finditer(block):
        if not _soft(block[line : end.start()].rstrip(), block[end.end() :].lstrip()):
            yield at, end.start()
            at = end.end()
        line = end.end()
    yield at, len(block)


def _soft(before: str, after: str) -> bool:
    """Whether a line end only wraps a sentence: no end mark before it, and it goes on after.

    An initial ends no sentence ("… Donald J. / Trump"), and a holder's line and that of the office
    belong together ("Her Excellency Anna Berg / Minister of Trade").
    """
    if not before or not after or _BULLET.match(after) or _is_entry(before, after):
        return False
    if before.endswith(_TERMINAL):
        return bool(_INITIAL.search(before)) and len(before) >= _WRAPPED
    if before.endswith(",") or after[0].islower() or len(before) >= _WRAPPED:
        return True
    if not _titled().match(after):
        return False
    signed = _SIGNER.fullmatch(before) and _OFFICE_LINE.match(after)
    plain = not any(stops(word) for word in before.split())
    return bool(_holder().fullmatch(before)) or bool(signed and plain)


def _is_entry(before: str, after: str) -> bool:
    """Whether a line begins the next entry of a list of people: "Mr. Jan Berg, Minister of Trade",
    or is the name of the next state in it.
    """
    line = after.splitlines()[0].strip(" :")
    if _person_line().match(line):
        return bool(_person_line().match(before)) or _is_state(before.strip(" :"))
    return bool(_person_line().match(before)) and _is_state(line)


def _is_state(line: str) -> bool:
    found = next(known(line), None) if len(line) < _WRAPPED else None
    return (
        found is not None and found.entry.kind == "State" and found.end - found.start == len(line)
    )


@cache
def _person_line() -> re.Pattern[str]:
    """A line that is a title, a name, a comma and an office."""
    kinds = ("honorific", "head", "rank")
    titles = sorted({w for kind in kinds for w in cues.offices(kind)}, key=lambda w: (-len(w), w))
    return re.compile(
        rf"(?:(?:the\s+)?(?i:{'|'.join(map(re.escape, titles))})\.?\s+)+"
        r"(?:[^\W\d_a-z][\w.'’-]*\s+){0,4}[^\W\d_a-z][\w.'’-]*,\s+[^\W\d_a-z][^.]*(?:\(.*\))?$"
    )


# A signature: "Anna Berg / Prime Minister of Peru".
_SIGNER = re.compile(r"[^\W\d_a-z][\w.'’-]+(?: [^\W\d_a-z][\w.'’-]*){1,4}")
_OFFICE_LINE = re.compile(
    r"(?:(?:[^\W\d_a-z][\w'’&-]*|of|the|for|and|to),?[ \t]*){2,14}(?:\r?\n|$)"
)


_INITIAL = re.compile(r"(?:^|[\s.])[^\W\d_a-z]\.$")


@cache
def _holder() -> re.Pattern[str]:
    """A line that is a courtesy title and a name: "His Excellency Mr. Jan Berg"."""
    titles = "|".join(
        re.escape(w) for w in sorted(cues.offices("honorific"), key=lambda w: (-len(w), w))
    )
    return re.compile(rf"(?:(?i:{titles})\.?\s+)+(?:[^\W\d_a-z][\w.'’-]*\s*){{1,5}}")


def _overlaps(block: Span, other: Span | None) -> bool:
    return other is not None and block[0] < other[1] and other[0] < block[1]


def _speakers(item: Item, blocks: list[Span]) -> frozenset[str]:
    """Labels that stand at the start of a block or, at least twice, inside one.

    "Question:" and its like are always labels; a heading such as "Note:" that occurs once and
    does not look like a name is not.
    """
    leading = [m["label"] for s, e in blocks if (m := _LABEL.match(_slice(item, s, e)))]
    inline = [m["label"] for s, e in blocks for m in _INLINE.finditer(_slice(item, s, e))]
    generic = frozenset(cues.words("speakers.csv"))
    return frozenset(
        label
        for label in {*leading, *inline}
        if label.casefold() in generic
        or (
            _nameish(label)
            and (label in leading or inline.count(label) > 1 or _titled().match(label))
        )
    )


@cache
def _titled() -> re.Pattern[str]:
    """A label that begins with an office: "President of Russia Vladimir Putin"."""
    heads = sorted((w.title() for w in cues.offices("head")), key=lambda w: (-len(w), w))
    return re.compile(rf"(?:[^\W\d_a-z][\w-]+ )?(?:{'|'.join(map(re.escape, heads))})\b")


def _nameish(label: str) -> bool:
    """Two words at least, each with a capital but for small particles: "Yury Ushakov"."""
    words = re.sub(r"\([^)]*\)", "", label).split()
    small = {"of", "the", "and", "for", "to", "bin", "al", "de", "von", "van", "da", "el"}
    return len(words) > 1 and all(w[0].isupper() or w in small for w in words)


def _slice(item: Item, start: int, end: int) -> str:
    return item.text[start - item.start : end - item.start]


def _turns(item: Item, block: Span, speakers: frozenset[str]) -> Iterator[tuple[int, int, Turn]]:
    """The parts of a block by speaker; the label itself belongs to none."""
    text = _slice(item, *block)
    cuts: list[tuple[int, int, str]] = []
    if (first := _LABEL.match(text)) and first["label"] in speakers:
        cuts.append((0, first.end(), first["label"]))
    cuts += [
        (m.start("label"), m.end(), m["label"])
        for m in _INLINE.finditer(text)
        if m["label"] in speakers and m.start() > 0
    ]
    at = 0
    turn: Turn = (None, None)
    for start, end, label in cuts:
        if start > at:
            yield block[0] + at, block[0] + start, turn
        at, turn = end, (label, block[0] + start)
    yield block[0] + at, block[1], turn
