"""Who is tied to whom by each interaction."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations, product

from diplograph.network import queries
from diplograph.network.answers import Queryable, local, rows
from diplograph.network.people import Actor, state_of
from diplograph.network.projection import Projection, projections
from diplograph.network.queries import Choice


@dataclass(frozen=True, slots=True)
class Tie:
    """One interaction: its kind and who is at its two ends, sorted."""

    projection: Projection
    sources: tuple[str, ...]
    targets: tuple[str, ...]

    @property
    def everyone(self) -> tuple[str, ...]:
        """Whom the interaction connects, sorted."""
        return tuple(sorted({*self.sources, *self.targets}))

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Whom it connects with whom: each pair once, sorted."""
        if self.sources == self.targets:
            return list(combinations(self.sources, 2))
        met = product(self.sources, self.targets)
        return sorted({(min(a, b), max(a, b)) for a, b in met if a != b})


def find_ties(store: Queryable, choice: Choice, people: dict[str, Actor]) -> dict[str, Tie]:
    """The interactions that connect at least two actors, by IRI, sorted."""
    found: dict[str, _Cast] = {}
    for interaction, kind, role, actor in rows(store, queries.roles(choice)):
        stands = state_of(actor, people) if choice.states else actor
        if stands in people:
            cast = found.setdefault(interaction, _Cast(local(kind), defaultdict(set)))
            cast.roles[local(role)].add(stands)
    made = ((iri, _tie(cast)) for iri, cast in sorted(found.items()))
    return {iri: tie for iri, tie in made if tie.pairs}


@dataclass(frozen=True, slots=True)
class _Cast:
    """Who plays which role in one interaction, while its rows come in."""

    kind: str
    roles: dict[str, set[str]]


def _tie(cast: _Cast) -> Tie:
    projection = projections()[cast.kind]
    return Tie(projection, _playing(cast, projection.sources), _playing(cast, projection.targets))


def _playing(cast: _Cast, roles: tuple[str, ...]) -> tuple[str, ...]:
    """Who plays any of `roles`; parties stand in for participants where those were not asked."""
    played = [*roles, queries.PARTY] if queries.EVERYONE in roles else roles
    return tuple(sorted({actor for role in played for actor in cast.roles.get(role, ())}))
