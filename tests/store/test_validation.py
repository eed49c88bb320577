"""The shapes: a complete example conforms, and whatever is missing or wrong is found."""

from pathlib import Path

import pytest

from diplograph import store as stores
from diplograph.store import Violation, validation

# Dahl of Norway met Otieno of Kenya in Nairobi, and called on Sudan to stop fighting.
COMPLETE = """
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix dip: <https://w3id.org/diplograph/ontology#> .
@prefix dipc: <https://w3id.org/diplograph/concept/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix actor: <https://w3id.org/diplograph/resource/actor/> .
@prefix document: <https://w3id.org/diplograph/resource/document/> .
@prefix evidence: <https://w3id.org/diplograph/resource/evidence/> .
@prefix graph: <https://w3id.org/diplograph/resource/graph/> .
@prefix interaction: <https://w3id.org/diplograph/resource/interaction/> .
@prefix item: <https://w3id.org/diplograph/resource/item/> .
@prefix office: <https://w3id.org/diplograph/resource/office/> .
@prefix place: <https://w3id.org/diplograph/resource/place/> .
@prefix selector: <https://w3id.org/diplograph/resource/selector/> .
@prefix tenure: <https://w3id.org/diplograph/resource/tenure/> .

item:visit-1 {
    document:visit a dip:Document ;
        dcterms:identifier "visit.txt" ;
        dip:contentHash "HASH" .
    item:visit-1 a dip:Item ;
        dip:inDocument document:visit ;
        dcterms:issued "2025-03-15"^^xsd:date ;
        dip:textStart 0 ;
        dip:textEnd 90 .
    actor:dahl a dip:Person .
    tenure:dahl a dip:Tenure ;
        dip:holder actor:dahl ;
        dip:office office:minister ;
        dip:observedOn "2025-03-14"^^xsd:date ;
        dip:evidence evidence:one .
    office:minister a dip:Office ;
        skos:prefLabel "Minister of Norway"@en ;
        dip:officeOf actor:norway .
    interaction:met a dip:Meeting, dip:Encounter, dip:Interaction ;
        dip:modality dipc:actual ;
        dip:confidence 0.8 ;
        dip:participant actor:dahl, actor:otieno ;
        dip:party actor:norway ;
        dip:begin "2025-03-14"^^xsd:date ;
        dip:earliest "2025-03-14"^^xsd:date ;
        dip:latest "2025-03-14"^^xsd:date ;
        dip:place place:nairobi ;
        dip:ploverType dipc:ploverConsult ;
        dip:evidence evidence:one .
    interaction:said a dip:Statement, dip:Interaction ;
        dip:confidence 0.5 ;
        dip:speaker actor:dahl ;
        dip:participant actor:dahl ;
        dip:speechAct dipc:request ;
        dip:evidence evidence:one .
    evidence:one a dip:Evidence ;
        oa:hasSource item:visit-1 ;
        oa:hasSelector selector:one .
    selector:one oa:start 3 ;
        oa:end 40 ;
        oa:exact "Dahl met Otieno in Nairobi on Friday." .
}
graph:actors {
    actor:dahl a dip:Person ; skos:prefLabel "Ingrid Dahl"@en .
    actor:otieno a dip:Person ; skos:prefLabel "Amina Otieno"@en .
    actor:norway a dip:State ; skos:prefLabel "Norway"@en .
    place:nairobi a dip:Place ; skos:prefLabel "Nairobi"@en .
}
""".replace("HASH", "ab" * 32)


def check(trig: str, folder: Path) -> tuple[Violation, ...]:
    """What the shapes find in a store with these graphs."""
    file = folder / "example.trig"
    file.write_text(trig, encoding="utf-8")
    with stores.open(folder / "store", create=True) as opened:
        opened.load(file)
        return stores.validate(opened)


def test_a_complete_example_conforms(tmp_path: Path) -> None:
    """Nothing is asked for that a good reading does not have."""
    assert check(COMPLETE, tmp_path) == ()


@pytest.mark.parametrize(
    ("right", "wrong", "path", "message"),
    [
        ("dip:modality dipc:actual ;", "", "dip:modality", "exactly one modality"),
        ("dipc:actual", "dipc:actual, dipc:planned", "dip:modality", "exactly one modality"),
        ("dipc:actual", "dipc:inPerson", "dip:modality", "exactly one modality"),
        ("dip:participant actor:dahl, actor:otieno ;", "", "dip:participant", "at least one"),
        ("actor:dahl, actor:otieno", "place:nairobi", "dip:participant", "every participant"),
        ("dip:party actor:norway", "dip:party actor:dahl", "dip:party", "A party is a state"),
        ("dip:Meeting, dip:Encounter,", "dip:Deed, dip:Encounter,", "", "exactly one of"),
        (
            'dip:begin "2025-03-14"^^xsd:date',
            'dip:begin "2025-03-14"^^xsd:date, "2025-03"^^xsd:gYearMonth',
            "dip:begin",
            "begins at most once",
        ),
        ('dip:begin "2025-03-14"^^xsd:date', 'dip:begin "Friday"', "dip:begin", "on a date"),
        ('dip:end "2025"^^xsd:gYear, "2026"^^xsd:gYear', None, "dip:end", "ends at most once"),
        ('earliest "2025-03-14"^^xsd:date', 'earliest "2025"^^xsd:gYear', "dip:earliest", "whole"),
        ('latest "2025-03-14"', 'latest "2025-03-13"', "dip:earliest", "not after the latest"),
        ('place:nairobi a dip:Place ; skos:prefLabel "Nairobi"@en .', "", "dip:place", "name"),
        ("dipc:ploverConsult", "dipc:request", "dip:ploverType", "PLOVER"),
        ("dip:confidence 0.8", "dip:confidence 1.5", "dip:confidence", "between 0 and 1"),
        ("dip:confidence 0.8", "dip:confidence 0.8e0", "dip:confidence", "decimal"),
        ("dip:medium dipc:telephone, dipc:video", None, "dip:medium", "one concept"),
        ("dip:instrument place:nairobi", None, "dip:instrument", "treaty"),
        ("dip:partOf actor:norway", None, "dip:partOf", "is an interaction"),
        ("dip:topic actor:nobody", None, "dip:topic", "A topic has a name"),
        ("dipc:ploverConsult ;\n        dip:evidence evidence:one", "dipc:ploverConsult",
         "dip:evidence", "at least one sentence"),
        ("dip:speaker actor:dahl ;", "", "dip:speaker", "has a speaker"),
        ("dip:speechAct dipc:request ;", "", "dip:speechAct", "exactly one speech act"),
        ("dipc:request", "dipc:request, dipc:state", "dip:speechAct", "exactly one speech act"),
        ("dip:holder actor:dahl ;", "", "dip:holder", "exactly one holder"),
        ("dip:office office:minister ;", "", "dip:office", "exactly one office"),
        ('observedOn "2025-03-14"^^xsd:date', "observedOn 2025", "dip:observedOn", "whole date"),
        ('skos:prefLabel "Minister of Norway"@en ;', "", "skos:prefLabel", "office has a name"),
        ("dip:officeOf actor:norway", "dip:officeOf actor:norway, actor:x", "dip:officeOf", "most"),
        ('skos:prefLabel "Ingrid Dahl"@en', "dip:represents actor:norway", "skos:prefLabel", "one"),
        ('"Ingrid Dahl"@en', '"Ingrid Dahl"@en, "I. Dahl"@en', "skos:prefLabel", "exactly one"),
        ('dcterms:identifier "visit.txt" ;', "", "dcterms:identifier", "exactly one identifier"),
        ("abab", "ABAB", "dip:contentHash", "SHA-256"),
        ("dip:inDocument document:visit ;", "", "dip:inDocument", "exactly one document"),
        ('issued "2025-03-15"^^xsd:date', 'issued "today"', "dcterms:issued", "one day"),
        ("dip:textEnd 90", "dip:textEnd 0", "dip:textStart", "before its end"),
        ("dip:textEnd 90", "dip:textEnd 90, 91", "dip:textEnd", "one place"),
        ("oa:hasSource item:visit-1 ;", "", "oa:hasSource", "exactly one item"),
        ("oa:start 3 ;", "oa:start 41 ;", "oa:hasSelector", "start before its end"),
        ("oa:end 40 ;", "", "oa:hasSelector", "exactly one selector"),
    ],
)  # fmt: skip
def test_what_is_missing_or_wrong_is_found(
    tmp_path: Path, right: str, wrong: str | None, path: str, message: str
) -> None:
    """Each mistake is found by the shape that is for it, and told in words."""
    if wrong is None:  # something that the complete example does not have
        right, wrong = "dip:place place:nairobi", f"{right} ; dip:place place:nairobi"
    assert right in COMPLETE
    found = [(one.path, one.message) for one in check(COMPLETE.replace(right, wrong, 1), tmp_path)]
    assert [told for where, told in found if where == path and message in told], found


def test_a_violation_leads_to_the_sentence(tmp_path: Path) -> None:
    """Whoever reads the report sees what is incomplete, in which item, and what was read."""
    trig = COMPLETE.replace("dip:modality dipc:actual ;", "", 1)
    (one,) = check(trig, tmp_path)
    assert one.focus.endswith("interaction/met")
    assert one.item.endswith("item/visit-1")
    assert one.sentence == "Dahl met Otieno in Nairobi on Friday."


def test_the_size_of_a_batch_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Items are checked some hundred at a time; names from other graphs are known to each."""
    trig = COMPLETE.replace("dipc:actual", "dipc:inPerson").replace('"Norway"@en', '"Norway"')
    trig += (
        trig.partition("graph:actors")[0]
        .partition("item:visit-1 {")[2]
        .replace("document:visit a", "item:other-1 { document:other a", 1)
    )
    together = check(trig, tmp_path)
    monkeypatch.setattr(validation, "GRAPHS_AT_ONCE", 1)
    with stores.open(tmp_path / "store") as opened:
        apart = stores.validate(opened)
    assert together == apart
    assert [one.path for one in apart] == ["skos:prefLabel", "dip:modality"]
