"""Names that a state's own body shares with an organization's: "the Security Council"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from diplograph.mentions.gazetteer import Known
from diplograph.mentions.layout import Passage
from diplograph.vocabulary import cues

Part = tuple[Passage, tuple[Known, ...]]

_NATIONAL = re.compile(r"(?<!\w)(?:\w+\s+)?National\s+$")
_OF = re.compile(r"\s+of\s+(?:the\s+)?")


def without_own(parts: Sequence[Part], publisher: str | None) -> list[Part]:
    """The passages without what is a state's own body: "permanent members of the Security Council"
    on the page of a state that speaks of no United Nations, "the National Security Council".
    """
    told = {
        key for part in parts for k in part[1] if not _is_shared(part[0], k) for key in _family(k)
    }
    own = (publisher or "").startswith("state/")
    return [
        (part, tuple(k for k in found if not _is_own(part, k, found, told, own)))
        for part, found in parts
    ]


def _is_own(
    part: Passage, known: Known, found: Sequence[Known], told: set[str], own_page: bool
) -> bool:
    if not _is_shared(part, known):
        return False
    before, after = part.text[: known.start][-40:], _OF.match(part.text, known.end)
    of_state = after and any(k.start == after.end() and k.entry.kind == "State" for k in found)
    return bool(
        _NATIONAL.search(before) or of_state or (own_page and told.isdisjoint(_family(known)))
    )


def _family(known: Known) -> tuple[str, ...]:
    """A body and the organization it is of, which one name tells of."""
    return tuple(filter(None, (known.entry.key, known.entry.parent)))


def _is_shared(part: Passage, known: Known) -> bool:
    return known.entry.kind == "Organization" and part.text[known.start : known.end] in _names()


@cache
def _names() -> frozenset[str]:
    return frozenset(cues.words("shared-names.csv"))
