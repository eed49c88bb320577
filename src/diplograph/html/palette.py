"""Colors and shapes by kind: `ontology/palette.csv` as Python sees it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from diplograph.vocabulary import tables


@dataclass(frozen=True, slots=True)
class Look:
    """How one kind of node or edge is drawn: `color` "#0072B2", `shape` "dot" or "dashed"."""

    kind: str
    label: str
    color: str
    shape: str


@cache
def looks(part: str) -> dict[str, Look]:
    """The looks of every kind of "node" or "edge", by kind, in the order of the legend.

    Raises `VocabularyError` where the file is malformed.
    """
    table = tables.rows("palette.csv", needs=("part", "kind", "label", "color", "shape"))
    return {
        row["kind"]: Look(row["kind"], row["label"], row["color"], row["shape"])
        for row in table
        if row["part"] == part
    }
