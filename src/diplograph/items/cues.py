"""What `ontology/cues/furniture.csv` says about the lines of a page."""

from __future__ import annotations

import re
from functools import cache

from diplograph.vocabulary.tables import rows

_WHOLE = ("line", "rest", "more", "footer", "genre")
_PATTERNS = ("pattern", "chrome")
_EDGES = " \t\xa0:»→←«›‹>*_#|[]()"


@cache
def _table() -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for row in rows("cues", "furniture.csv", needs=("kind", "phrase", "example")):
        table.setdefault(row["kind"], []).append(row["phrase"])
    return table


@cache
def _whole() -> dict[str, str]:
    return {_plain(phrase): kind for kind in _WHOLE for phrase in _table()[kind]}


@cache
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    return [
        (re.compile("|".join(f"(?:{one})" for one in _table()[kind]), re.IGNORECASE), kind)
        for kind in _PATTERNS
    ]


@cache
def trimmings() -> str:
    """A pattern for the labels and genres that stand in a line with a date."""
    phrases = sorted(_table()["label"] + _table()["genre"], key=len, reverse=True)
    return r"\b(?:" + "|".join(map(re.escape, phrases)) + r")\b"


@cache
def credit() -> re.Pattern[str]:
    """Who wrote or edited a text, by a label: "Source: Xinhua", "WRITER: Anna Berg"."""
    labels = "|".join(map(re.escape, _table()["credit"]))
    return re.compile(rf"(?:{labels})\s*:[^|]*", re.IGNORECASE)


def kind(line: str) -> str | None:
    """What a line that is no text is: "line", "rest" (the start of a block of links), "more",
    "footer", "genre", "pattern", "chrome" (clock, telephone); None for everything else.

    >>> kind("See also"), kind("Moscow: 02:36"), kind("The ministers met.")
    ('rest', 'chrome', None)
    """
    if len(line) > 200:
        return None
    if whole := _whole().get(_plain(line)):
        return whole
    if line.lower().startswith(tuple(_table()["contact"])):
        return "chrome"
    if credit().fullmatch(line):
        return "pattern"
    return next((name for pattern, name in _patterns() if pattern.fullmatch(line)), None)


def is_archive(line: str) -> bool:
    """Whether a line heads a list of articles: "Tag Archives: Sergei Lavrov", "LATEST EVENTS"."""
    return len(line) < 120 and line.lower().lstrip("# ").startswith(tuple(_table()["archive"]))


def is_caption(line: str) -> bool:
    """Whether a line describes a picture: "L-R: Anna Berg, Foreign Minister; Credit: MFA"."""
    return line.lower().startswith(tuple(_table()["caption"]))


def _plain(line: str) -> str:
    return line.lower().strip(_EDGES) or line
