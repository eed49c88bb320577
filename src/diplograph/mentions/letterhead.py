"""Whose page or paper it is, by the names at its top: "ROYAL DANISH EMBASSY", "Council of the EU"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from diplograph.items.record import Item
from diplograph.mentions.gazetteer import Known, known
from diplograph.vocabulary import cues

# A letterhead is a name, not a sentence: capitalized words and the small ones between them.
_SMALL = r"(?:of|the|to|for|and|in|on|at|de|des|du|&|[–—|/,.:()-])"
_NAME_ONLY = re.compile(rf"(?:From:?\s+)?(?:(?:[^\W\d_a-z]\S*|{_SMALL})\s*)+")
_LINES = 6
_LONGEST = 120


def letterhead(item: Item) -> str | None:
    """The key of the side whose body the first lines name: "Ministry of Foreign Affairs of Denmark"
    is `state/denmark`, "AFRICAN UNION" the organization; None where none or two are named.

    Where an item is one of several on a page, the lines above them count too.
    """
    found = list(dict.fromkeys(side for line in _top(item) if (side := _named(line))))
    states = [side for side in found if side.startswith("state/")]
    return found[0] if len(found) == 1 else states[0] if len(states) == 1 else None


def _top(item: Item) -> Iterator[str]:
    """The first short lines of the page and of the item."""
    for text in (item.above or "", item.text):
        for line in [row.strip() for row in text.splitlines() if row.strip()][:_LINES]:
            if len(line) > _LONGEST or not _NAME_ONLY.fullmatch(line):
                continue
            yield line


def _named(line: str) -> str | None:
    """The side of a line that is the name of a body."""
    inside = list(known(line))
    bodies = [k for k in inside if k.entry.kind == "Organization" and _is_most_of(line, k)]
    if bodies:
        return _served(bodies[0])
    states = (k.entry.key for k in inside if k.entry.kind == "State")
    return next(states, None) if _organ().search(line) else None


def _is_most_of(line: str, name: Known) -> bool:
    return (name.end - name.start) * 2 > len(line)


def _served(body: Known) -> str:
    """The state of a national body; an organization's own body stands for the organization."""
    return body.entry.parent or body.entry.key


@cache
def _organ() -> re.Pattern[str]:
    words: Iterable[str] = sorted(cues.words("organs.csv"), key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
