"""Which program made which graph, out of which document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from rdflib import PROV, RDF, RDFS, Literal, URIRef

from diplograph.triples.graphs import PROVENANCE
from diplograph.triples.terms import Quad, Triple, label, software
from diplograph.vocabulary.namespaces import DIP, digest, document_of, resource, slug


class Run(Protocol):
    """What decides how documents are read: the program, the models, the vocabulary's files.

    `vocabulary` is a digest in hexadecimal, `options` what the user chose, in any form.
    """

    @property
    def software(self) -> str:
        """The version of diplograph, "0.1.0"."""

    @property
    def model(self) -> str:
        """The name of the model, "en_core_web_sm"."""

    @property
    def model_version(self) -> str:
        """Its version, "3.8.0"."""

    @property
    def vocabulary(self) -> str:
        """The digest of the vocabulary's files."""

    @property
    def options(self) -> str:
        """The user's choices."""

    @property
    def reader(self) -> str:
        """Who reads: "rules", "llm", "both"."""

    @property
    def llm(self) -> str:
        """The name of the language model that reads, or nothing."""


def describe_run(run: Run, items: Iterable[str]) -> list[Quad]:
    """The run, the program, the model and the vocabulary; and that each of `items` came of it.

    `items` are item IRIs. There is no clock in it: the same run on another day is the same run.
    """
    activity = URIRef(
        resource(
            "run",
            digest(
                run.software,
                run.model,
                run.model_version,
                run.vocabulary,
                run.options,
                run.reader,
                run.llm,
            ),
        )
    )
    triples = [*_run(run, activity), *_graphs(activity, items)]
    return [(*triple, PROVENANCE) for triple in triples]


def _run(run: Run, activity: URIRef) -> Iterator[Triple]:
    yield activity, RDF.type, PROV.Activity
    for name in filter(None, (f"diplograph {run.software}", run.llm)):
        agent = software(name)
        yield activity, PROV.wasAssociatedWith, agent
        yield agent, RDF.type, PROV.SoftwareAgent
        yield agent, RDFS.label, label(name)
    yield from _used(activity, f"{run.model} {run.model_version}", "model")
    yield from _vocabulary(activity, run.vocabulary)


def _used(activity: URIRef, name: str, kind: str) -> Iterator[Triple]:
    used = URIRef(resource(kind, slug(name)))
    yield activity, PROV.used, used
    yield used, RDF.type, PROV.Entity
    yield used, RDFS.label, label(name)


def _vocabulary(activity: URIRef, content: str) -> Iterator[Triple]:
    used = URIRef(resource("vocabulary", content[:16]))
    yield activity, PROV.used, used
    yield used, RDF.type, PROV.Entity
    yield used, DIP.contentHash, Literal(content)


def _graphs(activity: URIRef, items: Iterable[str]) -> Iterator[Triple]:
    for item in items:
        yield URIRef(item), PROV.wasGeneratedBy, activity
        yield URIRef(item), PROV.wasDerivedFrom, URIRef(document_of(item))
