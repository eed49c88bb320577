"""The ontology and the concept schemes: which classes, roles and concepts there are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rdflib import RDF, RDFS, SKOS, Graph, URIRef

from diplograph.errors import VocabularyError
from diplograph.vocabulary.files import folder
from diplograph.vocabulary.namespaces import DIP, DIPC


@dataclass(frozen=True, slots=True)
class Concept:
    """One concept of a scheme: `Concept("dipc:… IRI", "climate change", ("global warming",))`.

    `forms` are the other phrases by which documents name it, sorted; `broader` is the IRI of the
    wider concept, `notation` the code of a coding scheme ("CONSULT").
    """

    iri: str
    label: str
    forms: tuple[str, ...] = ()
    broader: str | None = None
    notation: str | None = None


@cache
def graph() -> Graph:
    """The ontology and all schemes as one rdflib graph, which must not be changed.

    Raises `VocabularyError` (file and place) where a file is missing or malformed.
    """
    return _parsed(_files())


@cache
def shapes() -> Graph:
    """What complete interactions, tenures, items and evidence must have (SHACL)."""
    return _parsed([folder("ontology") / "shapes.ttl"])


def _files() -> list[Path]:
    schemes = sorted((folder("ontology") / "schemes").glob("*.ttl"))
    return [folder("ontology") / "diplomacy.ttl", *schemes]


def _parsed(files: list[Path]) -> Graph:
    found = Graph()
    for file in files:
        try:
            found.parse(file, format="turtle")
        except FileNotFoundError as error:
            raise VocabularyError(f"{file} is missing. Reinstall diplograph.") from error
        except SyntaxError as error:
            raise VocabularyError(f"{file} is not valid Turtle: {error}") from error
    return found


@cache
def lineage(kind: str) -> tuple[URIRef, ...]:
    """The class `kind` and every class of ours above it, most specific first.

    >>> [str(one).rpartition("#")[2] for one in lineage("Visit")]
    ['Visit', 'Encounter', 'Interaction']

    Raises `VocabularyError` where the ontology has no such class.
    """
    return tuple(_upwards(DIP[kind]))


def _upwards(one: URIRef) -> Iterator[URIRef]:
    _defined(one)
    yield one
    parents = (str(parent) for parent in graph().objects(one, RDFS.subClassOf))
    for parent in sorted(parents):
        if parent in DIP:
            yield from _upwards(URIRef(parent))


@cache
def term(name: str) -> URIRef:
    """The IRI of a class or property of ours; raises `VocabularyError` for an undefined one.

    >>> term("host")
    rdflib.term.URIRef('https://w3id.org/diplograph/ontology#host')
    """
    return _defined(DIP[name])


@cache
def concept(name: str) -> URIRef:
    """The IRI of a speech act, a modality or a medium: `concept("inPerson")`."""
    return _defined(DIPC[name])


def _defined(one: URIRef) -> URIRef:
    if (one, RDF.type, None) not in graph():
        raise VocabularyError(f"The ontology does not define {one}.")
    return one


@cache
def kinds(branch: str = "Interaction") -> tuple[str, ...]:
    """The names of the most specific classes below `branch`, sorted.

    >>> kinds("Encounter")[:3]
    ('Conference', 'Correspondence', 'Meeting')
    """
    below = graph().transitive_subjects(RDFS.subClassOf, term(branch))
    leaves = {str(one) for one in below if (None, RDFS.subClassOf, one) not in graph()}
    return tuple(sorted(leaf.removeprefix(str(DIP)) for leaf in leaves))


@cache
def roles() -> tuple[str, ...]:
    """The names of the role properties, sorted: "addressee", "agent", "chair" and so on."""
    found = graph().subjects(RDFS.subPropertyOf, term("participant"))
    return tuple(sorted(str(one).removeprefix(str(DIP)) for one in found))


@cache
def concepts(kind: str) -> tuple[Concept, ...]:
    """Every concept of a class ("SpeechAct", "Modality", "Medium", "PloverType", "PloverMode",
    "Topic").

    Sorted by IRI. A form of a topic is a phrase by which documents name it.
    """
    found = {str(one) for one in graph().subjects(RDF.type, term(kind))}
    return tuple(_concept(URIRef(one)) for one in sorted(found))


@cache
def choices(kind: str) -> tuple[str, ...]:
    """The names of the concepts of a class, sorted: what `concept` takes.

    >>> choices("Modality")
    ('actual', 'denied', 'planned', 'proposed')
    """
    return tuple(one.iri.rpartition("/")[2] for one in concepts(kind))


def _concept(node: URIRef) -> Concept:
    broader = graph().value(node, SKOS.broader)
    notation = graph().value(node, SKOS.notation)
    return Concept(
        str(node),
        str(graph().value(node, SKOS.prefLabel)),
        tuple(sorted(str(form) for form in graph().objects(node, SKOS.altLabel))),
        None if broader is None else str(broader),
        None if notation is None else str(notation),
    )


def plover_type(notation: str) -> URIRef:
    """The concept of a PLOVER type: `plover_type("CONSULT")`.

    Raises `VocabularyError` for a type that PLOVER does not have.
    """
    return _noted("PloverType", notation)


def plover_mode(notation: str) -> URIRef:
    """The concept of a PLOVER mode: `plover_mode("phone")`.

    Raises `VocabularyError` for a mode that PLOVER does not have.
    """
    return _noted("PloverMode", notation)


@cache
def _noted(kind: str, notation: str) -> URIRef:
    for one in concepts(kind):
        if one.notation == notation:
            return URIRef(one.iri)
    raise VocabularyError(f"PLOVER has no {kind.removeprefix('Plover').lower()} {notation!r}.")


@cache
def gloss(name: str) -> str:
    """What the ontology says a class of ours, or a concept, is.

    >>> gloss("TelephoneCall")
    'Talks on the telephone.'
    """
    one = DIP[name] if (DIP[name], None, None) in graph() else DIPC[name]
    found = graph().value(one, RDFS.comment) or graph().value(_defined(one), SKOS.definition)
    return str(found)
