"""What a document says, in the one form that annotations and graphs are compared in."""

from __future__ import annotations

from dataclasses import dataclass

from diplograph.evaluation.names import Actor

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Event:
    """One encounter, statement or deed.

    `actors` are all who take part, in any role or as a party. `spans` are characters of the
    document's text. `place` holds every folded name of it. `act`, `speaker` and `targets` are for
    statements; whom something is told to is a target, too.
    """

    kind: str
    modality: str
    actors: tuple[Actor, ...]
    spans: tuple[Span, ...]
    begin: str = ""
    end: str = ""
    place: frozenset[str] = frozenset()
    act: str = ""
    speaker: Actor | None = None
    targets: tuple[Actor, ...] = ()

    @property
    def dates(self) -> tuple[str, str]:
        """First and last day; an event of which only the first is known ends on it."""
        return self.begin, self.end or self.begin

    def __str__(self) -> str:
        who = ", ".join(one.name for one in self.actors) or "nobody named"
        if self.speaker:
            about = ", ".join(one.name for one in self.targets)
            return f"{self.act}: {self.speaker.name}" + (f" to or about {about}" if about else "")
        modality = "" if self.modality == "actual" else f", {self.modality}"
        when = f", {self.begin}" if self.begin else ""
        return f"{self.kind}{modality}{when}: {who}"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of evidence and where they are said to stand."""

    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True)
class Told:
    """All that one document says; an office is somebody and the side served in it."""

    people: tuple[Actor, ...] = ()
    offices: tuple[tuple[Actor, Actor], ...] = ()
    encounters: tuple[Event, ...] = ()
    statements: tuple[Event, ...] = ()
    deeds: tuple[Event, ...] = ()
    evidence: tuple[Quote, ...] = ()
