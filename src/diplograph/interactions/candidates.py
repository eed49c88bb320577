"""What one sentence tells of an encounter, before the tellings of an item are put together."""

from __future__ import annotations

from dataclasses import dataclass

from diplograph.mentions.dates import When

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One telling of an encounter.

    `participants` are entity keys. `weak` says that the words fit any encounter ("discussed")
    and rather speak of one already told; `definite` that they refer back ("the talks").
    `host` and `guests` are set where the grammar says so, `partners` where it says "with" or
    "between". `vague` says that its time is spoken of but not given. `trigger` is the cue's place
    in the document.
    """

    kind: str
    participants: tuple[str, ...]
    modality: str
    evidence: Span
    trigger: int
    when: When | None = None
    place: str | None = None
    medium: str | None = None
    host: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()
    weak: bool = False
    definite: bool = False
    lead: bool = False
    topics: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    base: float = 0.7
    partners: bool = False
    vague: bool = False
