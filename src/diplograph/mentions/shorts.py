"""Short names that an item gives to what it has named in full: "the Alliance", "the Kingdom"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from diplograph.vocabulary import cues
from diplograph.vocabulary.authority import entries
from diplograph.vocabulary.tables import rows, several


def shorts(text: str, named: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Where a text means one of the `named` entities by a short name, and which.

    Where several could be meant, none is.

    >>> list(shorts("The Alliance met.", ["organization/north-atlantic-treaty-organization"]))
    [(4, 12, 'organization/north-atlantic-treaty-organization')]
    """
    known = set(named)
    for match in _pattern().finditer(text):
        fitting = [key for key in _meant(match["word"].casefold()) if key in known]
        if len(fitting) == 1:
            yield *match.span("word"), fitting[0]


def meant(word: str, named: Iterable[str]) -> str | None:
    """The one of the `named` that a short name means: the "council" of "Council President"."""
    known = set(named)
    fitting = [key for key in _meant(word) if key in known] if word in _table() else []
    return fitting[0] if len(fitting) == 1 else None


@cache
def _pattern() -> re.Pattern[str]:
    """ "the Alliance", "the bloc"; not "the Council of Europe", "the Commission President"."""
    names = "|".join(_either(w) for w in sorted(_table(), key=lambda w: (-len(w), w)))
    return re.compile(rf"\b[Tt]he\s+(?P<word>{names})(?![\w-])(?!\s+(?:of\b|[^\W\d_a-z]))")


def _either(word: str) -> str:
    """A short name with its capital; also without, where only one thing is ever called so."""
    first = f"[{word[0]}{word[0].upper()}]" if _table()[word] else word[0].upper()
    return f"{first}(?i:{re.escape(word[1:])})"


@cache
def _table() -> dict[str, tuple[str, ...]]:
    """Each short name to the entities of the list; none where the full names tell."""
    table = rows("cues", "short-names.csv", needs=("word", "entities"))
    given = {row["word"]: tuple(several(row["entities"])) for row in table}
    return {word: () for word in cues.offices("body")} | given


@cache
def _meant(word: str) -> tuple[str, ...]:
    """Everyone whom a short name can mean: by the list, else by the words of a full name."""
    if given := _table()[word]:
        return given
    last = re.compile(rf"(?:^|.* ){word}(?:$| of\b.*)", re.IGNORECASE)
    return tuple(
        key
        for key, entry in entries().items()
        if entry.kind in ("State", "Organization", "Grouping")
        and any(f.use == "name" and last.fullmatch(f.text) for f in entry.forms)
    )
