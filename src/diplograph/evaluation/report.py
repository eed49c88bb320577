"""The records of an evaluation: how many were found, and what was not."""

from __future__ import annotations

from dataclasses import dataclass, field

LINES = (
    "people",
    "offices",
    "encounters",
    "encounters strict",
    "statements",
    "statements strict",
    "deeds",
)
"""What has precision and recall; strict is right in kind, date, place, modality and actors, or
in act and target."""

ATTRIBUTES = (
    "encounters: kind",
    "encounters: date",
    "encounters: place",
    "encounters: modality",
    "encounters: participants",
    "statements: act",
    "statements: target",
    "evidence",
)
"""What has a share: of the pairs that were aligned, or of all evidence, so many are right."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many are annotated, how many found, and how many of these are the same."""

    hit: int = 0
    gold: int = 0
    found: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.hit + other.hit, self.gold + other.gold, self.found + other.found)

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.hit / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what is annotated that was found."""
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.hit / (self.gold + self.found) if self.hit else 0.0


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that annotation and graph do not share.

    `what` is "missed", "spurious" or, of a pair that is right in the main, "wrong"; `fact` says
    it in words, `words` are those of the document.
    """

    document: str
    line: str
    what: str
    fact: str
    words: str = ""


@dataclass(frozen=True)
class Report:
    """The tally of each line over all documents and for each, and every difference."""

    documents: dict[str, dict[str, Tally]] = field(default_factory=dict)
    differences: tuple[Difference, ...] = ()

    def __add__(self, other: Report) -> Report:
        documents = {**self.documents, **other.documents}
        return Report(documents, self.differences + other.differences)

    @property
    def lines(self) -> dict[str, Tally]:
        """Every line over all documents, in the order of `LINES` and `ATTRIBUTES`."""
        tallies = self.documents.values()
        return {
            name: sum((one.get(name, Tally()) for one in tallies), Tally())
            for name in (*LINES, *ATTRIBUTES)
        }
