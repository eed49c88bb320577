"""Whose words they are by a line of its own: "Statement by …", "— Ingrid Dahl, Minister"."""

from __future__ import annotations

import re
from functools import cache

from diplograph.interactions.clauses import Sentence
from diplograph.mentions.found import Reference
from diplograph.vocabulary import cues

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_MARKS = ('"', "“", "«")
_DASHED = re.compile(r"\s*[-–—]")
_LINES = 5
_LONGEST = 200
_ADDRESS = 8


def finite(body: list[Sentence]) -> bool:
    """Whether a paragraph says something, unlike a name, a heading or an address."""
    return any(t.tag_ in _FINITE for s in body for t in s.parse)


def delivered(bodies: list[list[Sentence]]) -> bool:
    """Whether a text is a speech, addressed to those who listen: "Mr. Chair,", "Excellencies,"."""
    return any(_addresses(b) for b in bodies)


def _addresses(body: list[Sentence]) -> bool:
    text = body[0].reading.passage.text.strip()
    return text.endswith((",", "!")) and len(text.split()) <= _ADDRESS and not finite(body)


def stated_by(bodies: list[list[Sentence]]) -> tuple[str, ...]:
    """Who speaks in a text below the line "Statement by H.E. Ms. Ana Rojas of Costa Rica"."""
    for body in bodies[:_LINES]:
        if finite(body):
            return ()
        text = body[0].reading.passage.text
        people = _people(body)
        if len(people) == 1 and _spoken_by().search(text) and len(text) < _LONGEST:
            return people[0].entities
    return ()


@cache
def _spoken_by() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in cues.words("speeches.csv"))
    return re.compile(rf"\b(?:{words})\s+(?:\w+\s+){{0,2}}by\b", re.IGNORECASE)


def _people(body: list[Sentence]) -> list[Reference]:
    named = (r for s in body for r in s.references() if r.use == "person")
    return [r for r in named if len(r.entities) == 1]


def credited(bodies: list[list[Sentence]]) -> dict[int, tuple[str, ...]]:
    """Whose each quotation is that a line with a dash and a name follows, by its beginning.

    "“We stand with Haiti.”" is Dahl's above "— Ingrid Dahl, Minister of Foreign Affairs".
    """
    found: dict[int, tuple[str, ...]] = {}
    quotation: list[int] = []
    for body in bodies:
        passage = body[0].reading.passage
        if passage.text.lstrip().startswith(_MARKS):
            quotation.append(passage.start)
            continue
        if quotation and _DASHED.match(passage.text) and not finite(body):
            people = _people(body)
            found |= dict.fromkeys(quotation, people[0].entities if people else ())
        quotation = []
    return {start: who for start, who in found.items() if who}
