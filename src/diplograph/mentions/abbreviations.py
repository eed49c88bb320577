"""Abbreviations that a text introduces itself: "the Peace and Security Council (PSC)"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from diplograph.mentions.gazetteer import Known
from diplograph.mentions.layout import Passage
from diplograph.vocabulary.authority import Entry

Part = tuple[Passage, tuple[Known, ...]]

INTRODUCED = re.compile(
    r"\s*\((?:hereinafter\s+)?(?:the\s+)?[“\"‘']?(?P<short>[A-Z][A-Z0-9/&-]{1,9})[”\"’']?\)"
)


def abbreviated(parts: Sequence[Part]) -> list[Part]:
    """The parts with what later abbreviations mean: "PSC" where it was introduced in parentheses.

    An abbreviation that is introduced for two, or that the lists know, is left alone.
    """
    meant = _introduced(parts)
    return [(part, _with(part.text, found, meant)) for part, found in parts]


def _introduced(parts: Sequence[Part]) -> dict[str, Entry]:
    given: dict[str, dict[str, Entry]] = defaultdict(dict)
    for part, found in parts:
        for k in (k for k in found if k.entry.kind in ("Organization", "Grouping", "Instrument")):
            if match := INTRODUCED.match(part.text, k.end):
                given[match["short"]][k.entry.key] = k.entry
    return {short: next(iter(of.values())) for short, of in given.items() if len(of) == 1}


def _with(text: str, found: tuple[Known, ...], meant: Mapping[str, Entry]) -> tuple[Known, ...]:
    added = tuple(k for k in _uses(text, meant) if not _overlaps(k, found))
    return tuple(sorted((*found, *added), key=lambda k: k.start)) if added else found


def _uses(text: str, meant: Mapping[str, Entry]) -> Iterator[Known]:
    for short, entry in meant.items():
        for match in re.finditer(rf"(?<![\w-]){re.escape(short)}(?![\w-])", text):
            yield Known(match.start(), match.end(), entry, "abbreviation")


def _overlaps(known: Known, others: Sequence[Known]) -> bool:
    return any(o.start < known.end and known.start < o.end for o in others)
