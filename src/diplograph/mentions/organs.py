"""National bodies without a name of their own: "the Russian authorities", "Peru's parliament"."""

from __future__ import annotations

import re
from functools import cache

from diplograph.vocabulary import cues


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
