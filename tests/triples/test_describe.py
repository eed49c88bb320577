"""Records become quads: one item's graph, names, provenance, vocabulary."""

from dataclasses import dataclass

import pytest
from rdflib import DCTERMS, PROV, RDF, RDFS, SKOS, XSD, BNode, Graph, Literal, URIRef

from diplograph import triples
from diplograph.errors import VocabularyError
from diplograph.identity.naming import Named
from diplograph.identity.record import Reading, Resolved, Source
from diplograph.interactions.record import Interaction, Role
from diplograph.items.record import Item
from diplograph.mentions.record import Entity, Tenure
from diplograph.triples.tenure import office_title
from diplograph.vocabulary import namespaces
from diplograph.vocabulary.namespaces import DIP, DIPC, DIPR, OA, WIKIDATA

TEXT = "Foreign Minister Ingrid Dahl met Amina Otieno in Nairobi on Friday."
SENTENCE = (0, len(TEXT))
OFFICE = (0, 28)
ITEM = URIRef(namespaces.item("press/visit.txt", 1))
MEETING = DIPR["interaction/m1"]
DAHL, OTIENO = DIPR["actor/ingrid-dahl"], DIPR["actor/amina-otieno"]
NORWAY, KENYA = DIPR["actor/norway"], DIPR["actor/kenya"]
IRIS = {
    "person/ingrid-dahl": str(DAHL),
    "person/amina-otieno": str(OTIENO),
    "state/norway": str(NORWAY),
    "state/kenya": str(KENYA),
    "place/nairobi": str(DIPR["place/nairobi"]),
    "topic/trade": str(DIPR["topic/trade"]),
    "instrument/new-start": str(DIPR["instrument/new-start"]),
    "date/friday": "",
}


def meeting(**change: object) -> Interaction:
    """A meeting of Dahl and Otieno, of which one sentence is known."""
    told: dict[str, object] = {
        "kind": "Meeting",
        "modality": "actual",
        "roles": (Role("guest", "person/ingrid-dahl"), Role("host", "person/amina-otieno")),
        "parties": ("state/norway", "state/kenya"),
        "evidence": (SENTENCE,),
    }
    return Interaction(**{**told, **change})  # type: ignore[arg-type]


def resolved(
    *interactions: Interaction,
    entities: tuple[Entity, ...] = (),
    tenures: tuple[Tenure, ...] = (),
    item: dict[str, object] | None = None,
) -> Resolved:
    """One item that says what is given."""
    said = Item("press/visit.txt", 1, 0, len(TEXT), 0, TEXT, **(item or {}))  # type: ignore[arg-type]
    source = Source("press/visit.txt", "ab" * 32, "text/plain")
    exact = {SENTENCE: TEXT, OFFICE: TEXT[:28]}
    reading = Reading(source, said, entities, (), tenures, interactions, exact)
    iris = tuple(str(DIPR[f"interaction/m{n}"]) for n, _ in enumerate(interactions, start=1))
    return Resolved(reading, IRIS, iris)


def graph(*interactions: Interaction, **parts: object) -> Graph:
    """The triples of the item's graph."""
    found = Graph()
    for s, p, o, name in triples.describe(resolved(*interactions, **parts)):  # type: ignore[arg-type]
        assert name == ITEM
        found.add((s, p, o))
    return found


def test_an_interaction_has_its_class_and_those_above() -> None:
    """Who asks for encounters finds meetings without inference."""
    kinds = set(graph(meeting()).objects(MEETING, RDF.type))
    assert kinds == {DIP.Meeting, DIP.Encounter, DIP.Interaction}


def test_everyone_in_a_role_is_a_participant() -> None:
    """Who asks for participants finds hosts and guests."""
    found = graph(meeting())
    assert found.value(MEETING, DIP.host) == OTIENO
    assert set(found.objects(MEETING, DIP.participant)) == {DAHL, OTIENO}
    assert set(found.objects(MEETING, DIP.party)) == {NORWAY, KENYA}


@pytest.mark.parametrize(
    ("begin", "datatype"),
    [("2025-03-14", XSD.date), ("2025-03", XSD.gYearMonth), ("2025", XSD.gYear)],
)
def test_dates_are_as_precise_as_the_text(begin: str, datatype: URIRef) -> None:
    """A month stays a month; the bounds are whole days."""
    found = graph(meeting(begin=begin, earliest="2025-03-14", latest="2025-03-31"))
    value = found.value(MEETING, DIP.begin)
    assert isinstance(value, Literal) and (str(value), value.datatype) == (begin, datatype)
    assert found.value(MEETING, DIP.latest) == Literal("2025-03-31", datatype=XSD.date)


def test_what_is_unknown_is_absent() -> None:
    """Nothing is guessed: no date, place, medium or topic where the text gives none."""
    about = set(graph(meeting()).predicates(MEETING))
    assert about == {
        *(RDF.type, DIP.modality, DIP.confidence, DIP.host, DIP.guest),
        *(DIP.participant, DIP.party, DIP.evidence),
    }


@pytest.mark.parametrize(
    ("told", "predicate", "expected"),
    [
        ({"modality": "planned"}, DIP.modality, DIPC.planned),
        ({"place": "place/nairobi"}, DIP.place, DIPR["place/nairobi"]),
        ({"medium": "inPerson"}, DIP.medium, DIPC.inPerson),
        ({"topics": ("topic/trade",)}, DIP.topic, DIPR["topic/trade"]),
        ({"instruments": ("instrument/new-start",)}, DIP.instrument, DIPR["instrument/new-start"]),
        ({"plover": "CONSULT"}, DIP.ploverType, DIPC.ploverConsult),
        ({"plover_mode": "third-party"}, DIP.ploverMode, DIPC.ploverModeThirdParty),
        ({"kind": "Statement", "speech_act": "request"}, DIP.speechAct, DIPC.request),
        ({"kind": "Statement", "quotation": "never"}, DIP.quotation, Literal("never")),
        ({"kind": "Assistance", "amount": "5 million"}, DIP.amount, Literal("5 million")),
        ({"kind": "Sanction", "comment": "lifted"}, RDFS.comment, Literal("lifted", lang="en")),
        ({"readers": ("m",)}, DIP.readBy, DIPR["software/m"]),
        ({"confidence": 0.500}, DIP.confidence, Literal("0.5", datatype=XSD.decimal)),
        ({"confidence": 1.0}, DIP.confidence, Literal("1", datatype=XSD.decimal)),
    ],
)
def test_fields_become_properties(
    told: dict[str, object], predicate: URIRef, expected: URIRef | Literal
) -> None:
    """Each field of the record has its property, in canonical form."""
    assert graph(meeting(**told)).value(MEETING, predicate) == expected


def test_a_meal_is_part_of_a_meeting() -> None:
    """`part_of` points to the other interaction of the same item."""
    found = graph(meeting(), meeting(kind="WorkingMeal", part_of=0))
    assert found.value(DIPR["interaction/m2"], DIP.partOf) == MEETING


def test_evidence_holds_the_words() -> None:
    """A fact leads to its item, the place in the text and the words themselves."""
    found = graph(meeting())
    evidence = found.value(MEETING, DIP.evidence)
    selector = found.value(evidence, OA.hasSelector)
    assert found.value(evidence, OA.hasSource) == ITEM
    start, end = found.value(selector, OA.start), found.value(selector, OA.end)
    assert (str(start), str(end)) == ("0", str(len(TEXT)))
    assert found.value(selector, OA.exact) == Literal(TEXT)


def test_an_item_names_nobody() -> None:
    """Names stand in the graph of actors alone, which knows the canonical one."""
    found = graph(
        entities=(
            Entity("person/ingrid-dahl", "Person", "Ingrid Dahl", ("Dahl",)),
            Entity("state/norway", "State", "Norway", ("Kingdom of Norway",)),
        )
    )
    assert not [*found.objects(None, SKOS.altLabel), *found.objects(DAHL, SKOS.prefLabel)]
    assert (DAHL, RDF.type, DIP.Person) in found


def test_persons_represent_and_places_lie_in_states() -> None:
    """The state of an entity means another thing for a person than for a place."""
    found = graph(
        entities=(
            Entity("person/ingrid-dahl", "Person", "Ingrid Dahl", state="state/norway"),
            Entity("place/nairobi", "Place", "Nairobi", state="state/kenya"),
        )
    )
    assert found.value(DAHL, DIP.represents) == NORWAY
    assert found.value(DIPR["place/nairobi"], DIP.inState) == KENYA


def test_dates_are_no_nodes() -> None:
    """A date is a value of an interaction, never a thing of its own."""
    found = graph(entities=(Entity("date/friday", "Date", "Friday"),))
    assert set(found.objects(None, RDF.type)) == {DIP.Document, DIP.Item, DIP.Evidence}


def test_a_tenure_links_holder_office_and_state() -> None:
    """The office is named with its state, and the holder represents it."""
    tenure = Tenure("person/ingrid-dahl", "Foreign Minister", "state/norway", *OFFICE, "2025-03-14")
    found = graph(tenures=(tenure,))
    (one,) = found.subjects(RDF.type, DIP.Tenure)
    office = found.value(one, DIP.office)
    assert found.value(one, DIP.holder) == DAHL
    assert found.value(one, DIP.observedOn) == Literal("2025-03-14", datatype=XSD.date)
    assert office == DIPR["office/foreign-minister-norway"]
    assert found.value(office, SKOS.prefLabel) == Literal("Foreign Minister of Norway", lang="en")
    assert found.value(office, DIP.officeOf) == found.value(DAHL, DIP.represents) == NORWAY


def test_a_former_minister_represents_nobody() -> None:
    """What the text calls past is not observed, and no longer represented."""
    tenure = Tenure("person/ingrid-dahl", "minister", "state/norway", *OFFICE, "2025-03-14", True)
    found = graph(tenures=(tenure,))
    assert (None, DIP.observedOn, None) not in found
    assert (DAHL, DIP.represents, None) not in found
    assert (None, RDFS.comment, Literal("former", lang="en")) in found


def test_nobody_knows_whose_office() -> None:
    """An office without its state stays, under its title alone."""
    found = graph(tenures=(Tenure("person/ingrid-dahl", "special envoy", None, *OFFICE),))
    office = DIPR["office/special-envoy"]
    assert found.value(office, SKOS.prefLabel) == Literal("Special Envoy", lang="en")
    assert (office, DIP.officeOf, None) not in found


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("foreign minister", "Foreign Minister"),
        ("FOREIGN MINISTER", "Foreign Minister"),
        ("Minister Of Foreign And European Affairs", "Minister of Foreign and European Affairs"),
        ("Secretary-General", "Secretary General"),
        ("EU Special Representative", "EU Special Representative"),
        ("Co-Chair", "Co-Chair"),
    ],
)
def test_office_titles_have_one_spelling(written: str, title: str) -> None:
    """The same office has the same name, however a text capitalizes it."""
    assert office_title(written) == title


def test_the_item_and_its_document_are_described() -> None:
    """Where it was said: file, digest, title, day, place in the text."""
    found = graph(item={"title": "Visit", "issued": "2025-03-15", "link": "https://a/b c"})
    document = found.value(ITEM, DIP.inDocument)
    assert found.value(document, DCTERMS.identifier) == Literal("press/visit.txt")
    assert found.value(document, DIP.contentHash) == Literal("ab" * 32)
    assert found.value(ITEM, DCTERMS.title) == Literal("Visit")
    assert found.value(ITEM, DCTERMS.issued) == Literal("2025-03-15", datatype=XSD.date)
    assert str(found.value(ITEM, DIP.textEnd)) == str(len(TEXT))


def test_undefined_names_stop_the_item() -> None:
    """A reader that invents a kind is a mistake in the program, not a new term."""
    with pytest.raises(VocabularyError, match="Sumit"):
        triples.describe(resolved(meeting(kind="Sumit")))


def test_the_same_reading_gives_the_same_quads() -> None:
    """Order and content never change, nothing is said twice, nothing is anonymous."""
    reading = resolved(meeting(topics=("topic/trade", "topic/trade")))
    first, second = triples.describe(reading), triples.describe(reading)
    assert first == second
    assert len(first) == len(set(first))
    assert not [term for quad in first for term in quad if isinstance(term, BNode)]


@dataclass(frozen=True)
class Program:
    """A run of the program."""

    software: str = "0.1.0"
    model: str = "en_core_web_sm"
    model_version: str = "3.8.0"
    vocabulary: str = "9f" * 32
    options: str = ""
    reader: str = "rules"
    llm: str = ""


def _graph(quads: list[triples.Quad], name: URIRef) -> Graph:
    found = Graph()
    for s, p, o, where in quads:
        assert where == name
        found.add((s, p, o))
    return found


def test_names_have_their_own_graph() -> None:
    """One preferred name, other names, the Wikidata entity."""
    named = Named(str(NORWAY), "State", "Norway", ("Kingdom of Norway",), "Q20")
    found = _graph(triples.describe_actors([named]), triples.ACTORS)
    assert set(found) == {
        (NORWAY, RDF.type, DIP.State),
        (NORWAY, SKOS.prefLabel, Literal("Norway", lang="en")),
        (NORWAY, SKOS.altLabel, Literal("Kingdom of Norway", lang="en")),
        (NORWAY, SKOS.exactMatch, WIKIDATA.Q20),
    }


def test_every_graph_has_its_origin() -> None:
    """An item's graph came of a run of a program with a model, out of a document."""
    found = _graph(triples.describe_run(Program(), [str(ITEM)]), triples.PROVENANCE)
    run = found.value(ITEM, PROV.wasGeneratedBy)
    document = URIRef(namespaces.document("press/visit.txt"))
    assert found.value(ITEM, PROV.wasDerivedFrom) == document
    assert found.value(run, RDF.type) == PROV.Activity
    agent = found.value(run, PROV.wasAssociatedWith)
    assert found.value(agent, RDFS.label) == Literal("diplograph 0.1.0", lang="en")
    used = {str(found.value(one, RDFS.label)) for one in found.objects(run, PROV.used)}
    assert "en_core_web_sm 3.8.0" in used


def test_a_language_model_that_reads_is_an_agent_of_the_run() -> None:
    """Beside the program, under the name by which facts say who found them."""
    found = _graph(triples.describe_run(Program(llm="m"), []), triples.PROVENANCE)
    agents = {DIPR["software/diplograph-0-1-0"], DIPR["software/m"]}
    assert set(found.subjects(RDF.type, PROV.SoftwareAgent)) == agents
    assert set(found.objects(None, PROV.wasAssociatedWith)) == agents


@pytest.mark.parametrize(
    "change", ["software", "model", "model_version", "vocabulary", "options", "reader", "llm"]
)
def test_another_program_is_another_run(change: str) -> None:
    """Whatever may change what is read makes another run; the day does not."""

    def run(program: Program) -> URIRef:
        (found,) = _graph(triples.describe_run(program, []), triples.PROVENANCE).subjects(
            RDF.type, PROV.Activity
        )
        return URIRef(str(found))

    assert run(Program(**{change: "other"})) != run(Program()) == run(Program())


def test_the_vocabulary_has_its_own_graph() -> None:
    """Who explores the store finds what each term means."""
    found = _graph(triples.describe_vocabulary(), triples.VOCABULARY)
    assert found.value(DIP.Meeting, RDFS.label) == Literal("meeting", lang="en")
    assert found.value(DIPC.condemn, SKOS.prefLabel) == Literal("condemn", lang="en")
