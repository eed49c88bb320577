"""The record of the fourth step: what happened between whom."""

from __future__ import annotations

from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Role:
    """One actor in one role: `name` is a role property of the ontology ("host"), `entity` a key."""

    name: str
    entity: str


@dataclass(frozen=True, slots=True)
class Interaction:
    """An encounter, a statement or a deed, as one item tells it.

    `kind` is a class of the ontology ("Meeting", "Statement", "Sanction"), `modality` a concept
    ("actual", "planned", "proposed", "denied"). `parties` are keys of states and organizations.
    `begin` and `end` are "2020-02-28", "2020-02" or "2020" (the precision the text gives) or None;
    `earliest` and `latest` are always whole ISO dates, or None where nothing is known.
    `place`, `topics` and `instruments` are entity keys, too (a state may be a topic).
    `evidence` are spans of the document's text, at least one, in order. `part_of` is the place of
    the enclosing interaction in the item's tuple. `confidence` is the probability that a
    careful reader finds it, too.
    `speech_act`, `quotation` are for statements, `amount` for deeds, `comment` for what the
    class does not say ("lifted", "extended"). `plover` and `plover_mode` are how event data sets
    code it ("CONSULT", "phone"). `readers` names the programs and models that found it, where more
    than one reads.
    """

    kind: str
    modality: str
    roles: tuple[Role, ...]
    parties: tuple[str, ...]
    evidence: tuple[Span, ...]
    begin: str | None = None
    end: str | None = None
    earliest: str | None = None
    latest: str | None = None
    place: str | None = None
    medium: str | None = None
    topics: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    speech_act: str | None = None
    quotation: str | None = None
    amount: str | None = None
    comment: str | None = None
    plover: str | None = None
    plover_mode: str | None = None
    part_of: int | None = None
    confidence: float = 0.5
    readers: tuple[str, ...] = ()
