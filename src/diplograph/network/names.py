"""Finding the actor whom a user means by a name."""

from __future__ import annotations

from collections import defaultdict

from rapidfuzz import fuzz, process

from diplograph.errors import UnknownActor
from diplograph.network import queries
from diplograph.network.answers import Queryable, rows
from diplograph.vocabulary.namespaces import slug

Names = dict[str, dict[str, set[str]]]  # rank -> folded name -> IRIs


def find_actor(store: Queryable, name: str) -> str:
    """The IRI of the actor called `name`; case, accents and punctuation do not matter.

    A canonical name goes before any other form that documents use ("Dahl"). An IRI is taken
    as it is where the store knows it. Raises `UnknownActor`: with close names where nobody is
    called so, with all of them where several are.
    """
    canonical: dict[str, str] = {}
    forms: Names = {"1": defaultdict(set), "2": defaultdict(set)}
    for iri, rank, label in rows(store, queries.names()):
        forms[rank][slug(label)].add(iri)
        if rank == "1":
            canonical[iri] = min(label, canonical.get(iri, label))
    if name in canonical:
        return name
    called = forms["1"].get(slug(name)) or forms["2"].get(slug(name)) or set()
    if len(called) == 1:
        return next(iter(called))
    raise UnknownActor(_several(name, called, canonical) if called else _nobody(name, canonical))


def _several(name: str, called: set[str], canonical: dict[str, str]) -> str:
    """The message that `name` names several actors."""
    listed = "".join(f"\n  {canonical.get(iri, iri)}  {iri}" for iri in sorted(called))
    return f"'{name}' may be any of these; give the full name or the IRI:{listed}"


def _nobody(name: str, canonical: dict[str, str]) -> str:
    """The message that nobody is called `name`, with the closest canonical names."""
    close = process.extract(
        slug(name), {n: slug(n) for n in sorted(set(canonical.values()))}, scorer=fuzz.WRatio,
        limit=5, score_cutoff=60,
    )  # fmt: skip
    if not close:
        return (
            f"Nobody in the store is called '{name}', and no name is close to it. "
            "See who is there with: diplograph rank"
        )
    return f"Nobody in the store is called '{name}'. Close to it: {', '.join(c[2] for c in close)}."
