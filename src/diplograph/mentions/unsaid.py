"""Whose official somebody is where no state stands beside the office.

A text introduces its own officials without their state ("Foreign Minister Dahl") and says
elsewhere who they are: "the Norwegian minister", "its foreign minister", "a delegation of Peru, led
by", "In Berlin, Foreign Minister Lindemann said". One clue settles it; two that differ do not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from diplograph.mentions.drafts import Draft
from diplograph.mentions.gazetteer import Known
from diplograph.mentions.offices import Office
from diplograph.mentions.people import Person, Seen
from diplograph.mentions.registry import fits
from diplograph.mentions.tenures import leaders

_LED = re.compile(
    r"[^.;]{0,60}?\b(?:led|headed|chaired|represented)\s+by\s+(?:[\w.’'&]+,?\s+){0,4}",
    re.IGNORECASE,
)
_ITS = re.compile(r"\bits\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_IN = re.compile(r"\b(?:in|from|to)\s+$", re.IGNORECASE)
# Between a capital and the official met there: "In Berlin, ", "talks in Nairobi with ".
_THERE = re.compile(
    r",\s*(?:the\s+)?|[^.;:]{0,90}?\b(?:with|by|meet|meets|met|where)\b[^.;:]{0,60}", re.IGNORECASE
)
_SIDE_BY_SIDE = re.compile(r"\s*[-–—/&]\s*|\s+and\s+|,\s+")
_STOP = re.compile(r"[.!?][”\"’)]*\s+(?=[“\"‘(]?[^\W\d_a-z])")


def unsaid(
    drafts: Sequence[Draft], persons: Sequence[Person], dateline: str | None
) -> dict[str, str]:
    """The side of each person that only the context gives, by person key.

    `dateline` is the state in whose capital a news report was written, where it was. In "The
    Russian Minister rejected this" after "Foreign Minister Velichko telephoned …", where he is the
    only minister without a state, Velichko serves `state/russia`.
    """
    open_ones = [p for p in persons if _is_open(p)]
    clues: dict[str, dict[str, None]] = defaultdict(dict)
    for draft in drafts:
        for person, name in _seen(draft, open_ones):
            for side in _beside(draft, name):
                clues[person.key][side] = None
        for key, side in _described(draft, open_ones, persons):
            clues[key][side] = None
    for key, side in _of_pair(drafts, open_ones, persons):
        clues[key][side] = None
    told = {key: next(iter(sides)) for key, sides in clues.items() if len(sides) == 1}
    return _at_home([p for p in open_ones if p.key not in told], dateline) | told


def _at_home(open_ones: Sequence[Person], dateline: str | None) -> dict[str, str]:
    """The officials whom a report from their own capital names without their state; each top office
    once.
    """
    if dateline is None:
        return {}
    heads: dict[str, list[str]] = defaultdict(list)
    for person in open_ones:
        for head in {o.office.head for o in person.offices if o.office and _is_top(o.office)}:
            heads[head].append(person.key)
    return {keys[0]: dateline for keys in heads.values() if len(keys) == 1}


def _of_pair(
    drafts: Sequence[Draft], open_ones: Sequence[Person], persons: Sequence[Person]
) -> Iterator[tuple[str, str]]:
    """In "Japan-Slovakia Foreign Ministers' Meeting" the foreign minister without a state is
    Japan's where the other is Slovakia's.
    """
    pair = _pair(next((d for d in drafts if d.passage.role == "title"), None))
    for person in open_ones if pair else ():
        posts = {_post(o.office) for o in person.offices if o.office and _is_top(o.office)} - {""}
        taken = {
            of
            for p in persons
            for o in p.offices
            if o.office and _post(o.office) in posts
            for of in o.of
        }
        left = [side for side in pair if side not in taken]
        if len(left) == 1:
            yield person.key, left[0]


def _pair(title: Draft | None) -> tuple[str, ...]:
    """The two states that a title names side by side: "Japan-Slovakia", "Peru and Chile"."""
    states = [k for k in title.known if k.entry.kind == "State"] if title else []
    for first, second in pairwise(states):
        if title and _SIDE_BY_SIDE.fullmatch(title.passage.text[first.end : second.start]):
            return first.entry.key, second.entry.key
    return ()


def _post(office: Office) -> str:
    """Foreign ministers and leaders by what they are, whatever their title's wording."""
    if "foreign" in office.title.casefold():
        return "foreign"
    return office.head if office.head in leaders() else ""


def _is_open(person: Person) -> bool:
    """Whether a person has an office and no side."""
    known = person.entry and person.entry.parent
    return bool(person.offices) and not known and not any(o.of for o in person.offices)


def _seen(draft: Draft, persons: Sequence[Person]) -> Iterator[tuple[Person, Seen]]:
    for person in persons:
        for name in draft.names:
            if name.office and name in person.offices:
                yield person, name


def _beside(draft: Draft, name: Seen) -> Iterator[str]:
    office = name.office
    if office is None:
        return
    text, start = draft.passage.text, min(name.start, office.start)
    states = [k for k in draft.known if k.entry.kind == "State"]
    before = [k for k in states if k.end <= start]
    if before and _LED.fullmatch(text[before[-1].end : start]):
        yield before[-1].entry.key
    elif _ITS.search(text[:start]) and (owner := _subject(text, before, start)):
        yield owner
    elif before and _is_top(office) and _is_there(text, before[-1], start, draft):
        yield before[-1].entry.key


def _subject(text: str, before: Sequence[Known], start: int) -> str | None:
    """The state that begins this sentence or the one before: whose "its foreign minister" is."""
    begins = [0, *(m.end() for m in _STOP.finditer(text, 0, start))][-2:]
    for begin in reversed(begins):
        first = (k for k in before if begin <= k.start <= begin + 4 and k.use != "adjective")
        if known := next(first, None):
            return known.entry.key
    return None


def _is_top(office: Office) -> bool:
    """Presidents, heads of government, ministers: those who receive in their own capital."""
    return office.head in leaders() or office.head.endswith("minister")


def _is_there(text: str, capital: Known, start: int, draft: Draft) -> bool:
    """ "In Berlin, Foreign Minister Lindemann", "will hold talks in Nairobi with President Wekesa";
    not the traveler, who is named before the place.
    """
    if capital.use != "capital" or draft.passage.role == "title":
        return False
    gap = text[capital.end : start]
    return bool(_IN.search(text[: capital.start]) and _THERE.fullmatch(gap))


def _described(
    draft: Draft, open_ones: Sequence[Person], persons: Sequence[Person]
) -> Iterator[tuple[str, str]]:
    """ "The Russian Minister" of the one minister without a side, where no Russian one is named."""
    for office in draft.offices:
        if office.plural or office.former or len(office.of) != 1 or office.determiner != "the":
            continue
        if any(n.office == office for n in draft.names):
            continue
        able = [p for p in open_ones if any(o.office and fits(office, o.office) for o in p.offices)]
        taken = any(
            o.of == office.of and o.office and fits(office, o.office)
            for p in persons
            for o in p.offices
        )
        if len(able) == 1 and not taken:
            yield able[0].key, office.of[0]
