"""National bodies without a name of their own: "the Russian authorities", "Peru's parliament"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from diplograph.vocabulary import cues
from diplograph.vocabulary.tables import rows


def organ_end(text: str, start: int) -> int | None:
    """Where the national body ends that follows a state's name, which ends at `start`.

    >>> organ_end("Kenyan authorities said", 6)
    18
    """
    match = _organs().match(text, start)
    return match.end() if match else None


@cache
def _organs() -> re.Pattern[str]:
    ordered = sorted(cues.words("organs.csv"), key=lambda w: (-len(w), w))
    return re.compile(rf"(?:[’']s?)?\s+(?:{'|'.join(map(re.escape, ordered))})\b", re.IGNORECASE)


def own_organs(text: str) -> Iterator[tuple[int, int]]:
    """Where a text names a national body without saying whose: "the Government", "the Embassy".

    >>> list(own_organs("Today the Government of Peru met the Ministry."))
    [(37, 45)]
    """
    for match in _own().finditer(text):
        yield match.span("organ")


@cache
def _own() -> re.Pattern[str]:
    table = rows("cues", "organs.csv", needs=("word", "own"))
    names = sorted((r["word"] for r in table if r["own"]), key=lambda w: (-len(w), w))
    titles = "|".join(re.escape(_capitalized(n)) for n in names)
    return re.compile(rf"\b[Tt]he\s+(?P<organ>{titles})(?![\w-])(?!\s+(?:of|in|to|[^\W\d_a-z]))")


def _capitalized(words: str) -> str:
    """Words as a name has them: "Ministry of Foreign Affairs"."""
    return re.sub(r"\b(?!of\b|the\b)[a-z]", lambda m: m[0].upper(), words)
