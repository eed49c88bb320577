"""From what one item says to IRIs that are the same in every document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from diplograph.identity.directory import Directory, locate, look_up
from diplograph.identity.record import Reading, Resolved
from diplograph.interactions.record import Interaction
from diplograph.vocabulary.namespaces import DIP, digest, resource
from diplograph.vocabulary.namespaces import item as item_iri
from diplograph.vocabulary.ontology import lineage

_WHOLE_DAY = len("2020-02-28")


def resolve(reading: Reading, directory: Directory) -> Resolved:
    """`reading` with an IRI for each of its entities and interactions.

    Two items' accounts of one encounter or deed get one IRI: same kind and modality, same whole
    days, same two or more participants; for a deed, who did what to whom with which instrument,
    too. Two interactions of one item never do.
    """
    item = item_iri(reading.source.identifier, reading.item.number)
    found = {entity.key: look_up(entity, item, directory) for entity in reading.entities}
    iris = {key: who.iri for key, who in found.items()}
    iris |= {key: locate(key, directory) for key in _pointed_to(reading) if key not in iris}
    return Resolved(
        reading,
        iris,
        tuple(_interaction_iris(reading.interactions, iris, item)),
        tuple(key for key, who in found.items() if who.unresolved),
    )


def _pointed_to(reading: Reading) -> Iterator[str]:
    """The keys that entities and tenures point to: Moscow's state need not be named itself."""
    yield from (entity.state for entity in reading.entities if entity.state)
    yield from (tenure.of for tenure in reading.tenures if tenure.of)


def _interaction_iris(
    interactions: tuple[Interaction, ...], iris: dict[str, str], item: str
) -> Iterator[str]:
    seen: Counter[tuple[str, ...]] = Counter()
    for interaction in interactions:
        facts = _same_event(interaction, iris) or _own_event(interaction, item)
        seen[facts] += 1
        ordinal = () if seen[facts] == 1 else (str(seen[facts]),)
        yield resource("interaction", digest(*facts, *ordinal))


def _same_event(interaction: Interaction, iris: dict[str, str]) -> tuple[str, ...] | None:
    """What two accounts of one event agree in, or None where they cannot be told to be one."""
    participants = sorted({iris[role.entity] for role in interaction.roles})
    begin, end = interaction.begin or "", interaction.end or interaction.begin or ""
    if interaction.kind == "Statement" or len(participants) < 2 or len(begin) != _WHOLE_DAY:
        return None
    facts = (interaction.kind, interaction.modality, begin, end)
    if DIP.Deed in lineage(interaction.kind):
        return (*facts, *_course(interaction, iris))
    return (*facts, *participants)


def _course(interaction: Interaction, iris: dict[str, str]) -> Iterator[str]:
    """What tells deeds of the same actors apart: expelling from being expelled, two treaties."""
    yield interaction.comment or ""
    yield from sorted(iris[instrument] for instrument in interaction.instruments)
    yield from sorted({f"{role.name} {iris[role.entity]}" for role in interaction.roles})


def _own_event(interaction: Interaction, item: str) -> tuple[str, ...]:
    spans = (f"{start}-{end}" for start, end in interaction.evidence)
    roles = sorted(f"{role.name} {role.entity}" for role in interaction.roles)
    return (item, interaction.kind, *spans, *roles)
