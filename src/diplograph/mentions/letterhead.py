"""Whose page or paper it is, by the names at its top: "ROYAL DANISH EMBASSY", "AFRICAN UNION"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from diplograph.items.record import Item
from diplograph.mentions.gazetteer import Known, known
from diplograph.mentions.offices import offices
from diplograph.vocabulary import cues
from diplograph.vocabulary.authority import imprints
from diplograph.vocabulary.tables import rows

_MISSION = re.compile(
    r"\b(?:embassy|mission|consulate|commission)\b.*\b(?:to|in|at)\b", re.IGNORECASE
)
# A letterhead is a name, not a sentence: capitalized words and the small ones between them.
_SMALL = r"(?:of|the|to|for|on|by|and|in|at|attributable|de|des|du|&|\(?\d\S*|[–—|/,.:()-])"
_NAME_ONLY = re.compile(rf"(?:From:?\s+)?(?:(?:[^\W\d_a-z]\S*|{_SMALL})\s*)+")
_ABOUT = re.compile(r"\b(?:on|to|with|from)\s+(?:the\s+)?$", re.IGNORECASE)
_LINES = 6
_LONGEST = 120
# "VIENTIANE, Oct. 21 (Xinhua)", "MOSCOW, August 14. /TASS/"
_DATELINE = re.compile(r"[^\W\d_a-z][^()/]{0,40}(?:\([A-Za-z]+\)|/[A-Z]+/)")


def letterhead(item: Item) -> str | None:
    """The key of the side whose body the first lines name: "Ministry of Foreign Affairs of Denmark"
    is `state/denmark`, "AFRICAN UNION" the organization; None where none or two are named.

    Where an item is one of several on a page, the lines above them count too.
    """
    for text in (item.above or "", item.text):
        if side := _sender(_names(text)) or _imprint(text):
            return side
    return None


def _imprint(text: str) -> str | None:
    """The side of a name that only its own pages carry as a line or dateline: "MANAMA (BNA) -"."""
    rows = [row.strip().replace("’", "'") for row in text.splitlines() if row.strip()][:_LINES]
    for row in rows:
        begins = _DATELINE.match(row)
        words = row if len(row) <= _LONGEST and _NAME_ONLY.fullmatch(row) else ""
        words = begins[0] if begins else words
        if found := next((side for name, side in imprints() if name in words), None):
            return found
    return None


def _names(text: str) -> list[str]:
    """The first short lines that are names of bodies, not of office holders."""
    rows = [row.strip() for row in text.splitlines() if row.strip()][:_LINES]
    names = (r for r in rows if len(r) <= _LONGEST and _NAME_ONLY.fullmatch(r))
    return [r for r in names if not any(offices(r, tuple(known(r))))]


def _sender(lines: Sequence[str]) -> str | None:
    """The one body the lines name, else the one state beside an organ without a name of its own."""
    found = [(line, k) for line in lines for k in known(line)]
    bodies = list(dict.fromkeys(_served(k) for line, k in found if _is_body(line, k)))
    if bodies:
        return bodies[0] if len(bodies) == 1 else None
    organ = any(_organ().search(line) for line in lines)
    states = [k.entry.key for line, k in found if _owns(line, k)] if organ else []
    alone = len(set(states)) == 1 or (bool(states) and _posted(lines))
    return states[0] if alone else None


def _posted(lines: Sequence[str]) -> bool:
    """ "EMBASSY OF LITHUANIA TO GEORGIA": the first state named sends the mission."""
    return any(_MISSION.search(line) for line in lines)


def _is_body(line: str, name: Known) -> bool:
    """Whether an organization is what a line is about: all of it, or before "Press Statement"."""
    if name.entry.kind != "Organization":
        return False
    rest = line[name.end :].casefold()
    published = any(re.search(rf"\b{re.escape(w)}\b", rest) for w in cues.words("speeches.csv"))
    return (name.end - name.start) * 2 > len(line) or (name.start < 5 and published)


def _owns(line: str, name: Known) -> bool:
    """Whether a state may be whose organ it is: not "FROM ANKARA", "on Guinea-Bissau"."""
    owner = name.entry.kind == "State" and name.use != "capital"
    return owner and not _ABOUT.search(line[: name.start])


def _served(body: Known) -> str:
    """The state of a national body; an organization's own body stands for the organization."""
    return body.entry.parent or body.entry.key


def host(item: Item) -> str | None:
    """The state where an embassy is: "EMBASSY OF PERU IN KENYA", "Royal Embassy of Peru, Nairobi".

    None for other publishers, and where the top of the page names no or more than one other state.
    """
    lines = [r.strip() for r in f"{item.above or ''}\n{item.text}".splitlines() if r.strip()]
    top = [line for line in lines[:_LINES] if len(line) <= _LONGEST]
    at = next((n for n, line in enumerate(top) if _mission().search(line)), None)
    if at is None or not (own := _sender(top)):
        return None
    states = {
        k.entry.key: None
        for line in top[at : at + 2]
        if _NAME_ONLY.fullmatch(line)
        for k in known(line)
        if k.entry.kind == "State" and k.entry.key != own
    }
    return next(iter(states)) if len(states) == 1 else None


@cache
def _mission() -> re.Pattern[str]:
    words = "|".join(map(re.escape, cues.words("missions.csv")))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


@cache
def _organ() -> re.Pattern[str]:
    table = rows("cues", "organs.csv", needs=("word", "own"))
    words = sorted((r["word"] for r in table if r["own"]), key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
