"""The ontology and the schemes: complete, sound, and nothing outside of them is ever used."""

import re
from pathlib import Path

import owlrl
import pyoxigraph
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, URIRef

from diplograph.errors import VocabularyError
from diplograph.vocabulary import cues, files, namespaces, ontology
from diplograph.vocabulary.namespaces import DIP, DIPC, DIPR, SCHEMA, SEM

ROOT = Path(__file__).parents[2]
HOME = URIRef("https://w3id.org/diplograph/ontology")
TERMS = sorted({s for s in ontology.graph().subjects() if s in DIP})
CONCEPTS = sorted(set(ontology.graph().subjects(RDF.type, SKOS.Concept)))
TURTLE = sorted(files.folder("ontology").rglob("*.ttl"))
KINDS_OF_TERM = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}

# The names fixed by the design of the ontology: tools outside of this project rely on them.
FIXED = """
    Actor Person State Organization Grouping Office Tenure officeOf holder office observedOn from
    until represents Interaction Encounter Visit Meeting Conference TelephoneCall PressConference
    WorkingMeal Correspondence Statement Deed AgreementAct Assistance Sanction Invitation
    Appointment Expulsion Protest participant host guest chair speaker addressee target agent
    recipient signatory party begin end earliest latest place Place inState medium topic Topic
    instrument Instrument partOf speechAct modality ploverType ploverMode evidence Evidence
    quotation Document contentHash Item inDocument textStart textEnd confidence amount
"""


@pytest.mark.parametrize("name", FIXED.split())
def test_every_fixed_term_is_defined(name: str) -> None:
    """A query written against the published names finds each of them."""
    assert ontology.term(name) == DIP[name]


@pytest.mark.parametrize("file", TURTLE, ids=lambda file: file.name)
def test_both_engines_read_the_same(file: Path) -> None:
    """Every file parses in rdflib and in Oxigraph, to the same number of triples."""
    ours = set(pyoxigraph.parse(path=str(file), format=pyoxigraph.RdfFormat.TURTLE))
    assert len(Graph().parse(file)) == len(ours) > 0


@pytest.mark.parametrize("one", TERMS)
def test_every_term_is_explained(one: URIRef) -> None:
    """A term has one kind, one English label, one plain sentence and a home."""
    graph = ontology.graph()
    assert len(KINDS_OF_TERM.intersection(graph.objects(one, RDF.type))) == 1
    for predicate in (RDFS.label, RDFS.comment):
        (text,) = graph.objects(one, predicate)
        assert isinstance(text, Literal) and text.language == "en"
    assert str(graph.value(one, RDFS.comment)).endswith(".")
    assert graph.value(one, RDFS.isDefinedBy) == HOME


@pytest.mark.parametrize("one", TERMS)
def test_every_term_is_aligned(one: URIRef) -> None:
    """A term leads to a vocabulary outside, itself or through a term above it."""
    graph = ontology.graph()
    above = {
        wider
        for predicate in (RDFS.subClassOf, RDFS.subPropertyOf)
        for wider in graph.transitive_objects(one, predicate)
    }
    near = {seen for wider in above for seen in graph.objects(wider, RDFS.seeAlso)}
    assert [term for term in above | near if term not in DIP]


@pytest.mark.parametrize(
    "one", [t for t in TERMS if (t, RDF.type, OWL.Class) not in ontology.graph()]
)
def test_properties_say_what_they_link(one: URIRef) -> None:
    """Each object property has a domain, except evidence, which interactions and tenures share."""
    graph = ontology.graph()
    annotation = (one, RDF.type, OWL.AnnotationProperty) in graph
    assert annotation or one == DIP.evidence or (one, RDFS.domain, None) in graph


def test_the_ontology_has_a_header() -> None:
    """Version and license are said in the file itself."""
    graph = ontology.graph()
    assert (HOME, RDF.type, OWL.Ontology) in graph
    assert (HOME, OWL.versionInfo, Literal("0.1.0")) in graph


def test_there_are_no_blank_nodes() -> None:
    """Loading the vocabulary twice gives the same triples, because nothing is anonymous."""
    assert not [node for node in ontology.graph().all_nodes() if isinstance(node, BNode)]


def test_nothing_is_two_kinds_of_term() -> None:
    """No IRI is a class and a property, or an object and a data property (OWL 2 DL)."""
    graph = ontology.graph()
    kinds = [*KINDS_OF_TERM, SKOS.Concept]
    declared = {one for kind in kinds for one in graph.subjects(RDF.type, kind)}
    twice = [o for o in declared if len(set(graph.objects(o, RDF.type)) & set(kinds)) > 1]
    assert not twice


def test_borrowed_terms_are_declared() -> None:
    """Every property in use, and every class above ours, has its kind declared here."""
    graph = ontology.graph()
    built_in = (str(RDF), str(RDFS), str(OWL))
    used = {*graph.predicates(), *graph.objects(None, RDFS.subPropertyOf)}
    used |= {*graph.objects(None, RDFS.subClassOf), *graph.objects(None, RDF.type)}
    undeclared = [
        str(one)
        for one in used
        if not str(one).startswith(built_in)
        and not KINDS_OF_TERM & set(graph.objects(one, RDF.type))
    ]
    assert not undeclared


def test_the_ontology_is_consistent() -> None:
    """The OWL 2 RL rules find no contradiction, also with one individual of every class."""
    graph = Graph() + ontology.graph()
    for kind in [*ontology.kinds(), "Person", "State", "Organization", "Grouping", "Office"]:
        graph.add((DIPR[f"test/{kind}"], RDF.type, DIP[kind]))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    assert not list(
        graph.objects(None, URIRef("http://www.daml.org/2002/03/agents/agent-ont#error"))
    )
    assert not list(graph.subjects(RDF.type, OWL.Nothing))


def test_a_contradiction_would_be_found() -> None:
    """The rules of the test above do bite: a person who is a state is an error."""
    graph = Graph() + ontology.graph()
    for kind in ("Person", "State"):
        graph.add((DIPR["test/x"], RDF.type, DIP[kind]))
    closure = owlrl.DeductiveClosure(owlrl.OWLRL_Semantics)
    closure.expand(graph)
    assert list(graph.objects(None, URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")))


@pytest.mark.parametrize("one", CONCEPTS)
def test_concepts_are_whole(one: URIRef) -> None:
    """A concept has one English label, one scheme, and a place in its hierarchy."""
    graph = ontology.graph()
    (label,) = graph.objects(one, SKOS.prefLabel)
    (scheme,) = graph.objects(one, SKOS.inScheme)
    assert isinstance(label, Literal) and label.language == "en"
    assert (scheme, RDF.type, SKOS.ConceptScheme) in graph
    assert ((one, SKOS.broader, None) in graph) != ((one, SKOS.topConceptOf, scheme) in graph)
    assert all(wider in CONCEPTS for wider in graph.objects(one, SKOS.broader))


@pytest.mark.parametrize(
    ("kind", "count"),
    [("SpeechAct", 10), ("Modality", 4), ("Medium", 4), ("PloverType", 16)],
)
def test_schemes_are_complete(kind: str, count: int) -> None:
    """The closed schemes hold exactly what their sources list."""
    assert len(ontology.concepts(kind)) == count


def test_topics_are_told_apart() -> None:
    """No phrase names two topics, however it is capitalized, and each topic has its slug as IRI."""
    topics = ontology.concepts("Topic")
    forms = [form.casefold() for topic in topics for form in (topic.label, *topic.forms)]
    assert len(forms) == len(set(forms))
    assert len(topics) >= 80
    assert all(topic.iri.startswith(namespaces.resource("topic", "")) for topic in topics)


MODALITIES = ("actual", "planned", "proposed", "denied")


@pytest.mark.parametrize(
    ("kind", "act", "expected"),
    [
        ("Visit", None, "CONSULT"),
        ("AgreementAct", None, "SUPPORT"),
        ("Assistance", None, "AID"),
        ("Expulsion", None, "SANCTION"),
        ("Statement", "condemn", "ACCUSE"),
        ("Statement", "request", "REQUEST"),
        ("Statement", "state", None),
    ],
)
def test_kinds_have_plover_types(kind: str, act: str | None, expected: str | None) -> None:
    """An interaction is coded as event data sets code it; mere comments are not coded."""
    code = cues.plover().get((kind, act or "", "" if act else "actual", ""))
    assert (code.type if code else None) == expected


def test_every_kind_of_encounter_and_deed_is_coded() -> None:
    """Every kind that happened, was planned, proposed or denied has a type that PLOVER has."""
    kinds = (*ontology.kinds("Encounter"), *ontology.kinds("Deed"))
    assert len(kinds) == 14
    codes = [cues.plover()[kind, "", modality, ""] for kind in kinds for modality in MODALITIES]
    assert all(ontology.plover_type(code.type) for code in codes)


def test_every_mode_is_one_of_its_type() -> None:
    """A mode of the table is a concept that the scheme relates to the type it stands with."""
    for code in cues.plover().values():
        if code.mode:
            related = set(ontology.graph().objects(ontology.plover_mode(code.mode), SKOS.related))
            assert ontology.plover_type(code.type) in related


def test_plover_types_lie_in_quads() -> None:
    """CONSULT is verbal cooperation, ASSAULT material conflict."""
    quads = {one.notation: one.broader for one in ontology.concepts("PloverType")}
    assert quads["CONSULT"] == DIPC.ploverVerbalCooperation.toPython()
    assert quads["ASSAULT"] == DIPC.ploverMaterialConflict.toPython()


@pytest.mark.parametrize(
    ("function", "argument"),
    [
        (ontology.term, "Sumit"),
        (ontology.concept, "perhaps"),
        (ontology.lineage, "Sumit"),
        (ontology.plover_type, "MEET"),
        (ontology.plover_mode, "fax"),
    ],
)
def test_undefined_names_are_refused(function, argument: str) -> None:
    """A name that the ontology does not have is an error, never a new term."""
    with pytest.raises(VocabularyError, match=argument):
        function(argument)


def test_a_broken_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever edits the vocabulary reads which file and which line does not parse."""
    (tmp_path / "shapes.ttl").write_text("@prefix dip: <x> .\ndip:A a .\n")
    monkeypatch.setattr(ontology, "folder", lambda name: tmp_path)
    ontology.shapes.cache_clear()
    try:
        with pytest.raises(VocabularyError, match=r"shapes\.ttl is not valid Turtle: at line 2"):
            ontology.shapes()
    finally:
        ontology.shapes.cache_clear()


# What follows reads the project's own files for names that nobody defined.

_NAME = re.compile(r"\b(dip|dipc):([A-Za-z]\w*)")
_ATTRIBUTE = re.compile(r"\b(DIP|DIPC)(?:\.([A-Za-z]\w*)|\[\"(\w+)\"\])")
_SKIPPED = {".venv", ".git", "build", "dist"}


def _sources() -> list[Path]:
    found = (path for suffix in ("py", "rq", "ttl", "trig") for path in ROOT.rglob(f"*.{suffix}"))
    others = (path for path in found if path != Path(__file__))  # which names some on purpose
    return sorted(path for path in others if not _SKIPPED & set(path.relative_to(ROOT).parts))


def _names(text: str) -> set[URIRef]:
    spaces = {"dip": DIP, "dipc": DIPC, "DIP": DIP, "DIPC": DIPC}
    found = {spaces[m[1]][m[2]] for m in _NAME.finditer(text)}
    return found | {spaces[m[1]][m[2] or m[3]] for m in _ATTRIBUTE.finditer(text)}


@pytest.mark.parametrize("file", _sources(), ids=lambda file: str(file.relative_to(ROOT)))
def test_no_undefined_term_is_used(file: Path) -> None:
    """Code, queries, shapes and samples use only what the ontology defines."""
    defined = set(ontology.graph().subjects())
    text = file.read_text(encoding="utf-8")
    assert not sorted(name for name in _names(text) if name not in defined)


def test_the_scan_sees_terms() -> None:
    """The scan above finds names in queries and in Python."""
    text = '?x a dip:Sumit . DIP.Conferense DIPC["maybe"] DIP[name]'
    assert _names(text) == {DIP.Sumit, DIP.Conferense, DIPC.maybe}


def test_namespaces_agree() -> None:
    """Prefixes mean in the Turtle files what they mean in the code."""
    for file in TURTLE:
        for prefix, namespace in Graph(bind_namespaces="none").parse(file).namespaces():
            assert namespaces.PREFIXES.get(prefix, str(namespace)) == str(namespace)


def test_aligned_vocabularies_are_the_usual_ones() -> None:
    """The event and article classes are those of SEM and schema.org."""
    graph = ontology.graph()
    assert (DIP.Interaction, RDFS.subClassOf, SEM.Event) in graph
    assert (DIP.Item, RDFS.subClassOf, SCHEMA.Article) in graph
