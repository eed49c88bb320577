"""How an interaction becomes edges: `ontology/projection.csv` as Python sees it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from diplograph.errors import UsageProblem, VocabularyError
from diplograph.vocabulary import tables


@dataclass(frozen=True, slots=True)
class Projection:
    """One kind of interaction: everyone in a `sources` role is tied to everyone in `targets`.

    Where both are the same role, everyone in it is tied to everyone else in it. `branch` is the
    branch of the ontology ("Encounter"), `weight` what one interaction adds to its edges.
    """

    kind: str
    branch: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    weight: float


@cache
def projections() -> dict[str, Projection]:
    """Every kind of interaction that makes edges, by kind, sorted.

    Raises `VocabularyError` where the file is malformed.
    """
    table = tables.rows("projection.csv", needs=("kind", "branch", "from", "to", "weight"))
    made = sorted((_projection(row) for row in table), key=lambda one: one.kind)
    return {one.kind: one for one in made}


def _projection(row: dict[str, str]) -> Projection:
    sources, targets = tables.several(row["from"]), tables.several(row["to"])
    try:
        return Projection(row["kind"], row["branch"], sources, targets, float(row["weight"]))
    except ValueError as error:
        raise VocabularyError(
            f"projection.csv, {row['kind']}: the weight '{row['weight']}' is not a number."
        ) from error


def chosen(kinds: Iterable[str] | None, *, statements: bool) -> tuple[Projection, ...]:
    """The projections of `kinds`, which may name branches ("Deed"); none given means all.

    Statements take part where `statements` is true or `kinds` names them.
    Raises `UsageProblem` for a kind that the ontology does not have.
    """
    table = projections()
    asked = set(kinds or ())
    if not asked:
        return tuple(p for p in table.values() if statements or p.branch != "Statement")
    wanted = asked | ({"Statement"} if statements else set())
    known = set(table) | {p.branch for p in table.values()}
    if unknown := sorted(wanted - known):
        raise UsageProblem(
            f"Unknown kind of interaction: {', '.join(unknown)}. "
            f"Known are {', '.join(sorted(known))}."
        )
    return tuple(p for p in table.values() if p.kind in wanted or p.branch in wanted)
