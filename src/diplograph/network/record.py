"""The records of the network: what an edge stands on, and what the questions answer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words a fact was read from, and where they are.

    `start` and `end` are characters of the document's text, `item` the IRI of the article,
    `title` its headline ("" where it has none), `document` the identifier of the file.
    """

    text: str
    start: int
    end: int
    item: str
    title: str
    document: str


@dataclass(frozen=True, slots=True)
class Contact:
    """One interaction on an edge, with the sentences behind it.

    `kind` is a class of the ontology ("Meeting"), `branch` one of "Encounter", "Statement",
    "Deed". `begin` and `end` have the precision of the text ("2020-06"), `earliest` and `latest`
    are whole ISO dates; all four are "" where unknown, and so are `place` and `speech_act`.
    `participants` are the IRIs of the actors whom it connects, sorted.
    """

    iri: str
    kind: str
    branch: str
    modality: str
    participants: tuple[str, ...]
    begin: str = ""
    end: str = ""
    earliest: str = ""
    latest: str = ""
    place: str = ""
    speech_act: str = ""
    confidence: float = 0.0
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranked:
    """One actor in a ranking; a higher `score` comes first."""

    iri: str
    name: str
    kind: str
    score: float


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path: `source` and `target` are names, `contacts` what connects the two."""

    source: str
    target: str
    contacts: tuple[Contact, ...]
