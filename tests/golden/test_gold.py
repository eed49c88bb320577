"""What the golden annotations promise, so that a score against them means something."""

import json
import re
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "graph" / "documents"
GOLD = sorted([*(HERE / "gold").glob("*.json"), *(HERE / "unseen" / "gold").glob("*.json")])
KINDS = {
    "encounters": (
        "Visit Meeting Conference TelephoneCall PressConference WorkingMeal Correspondence"
    ),
    "deeds": "AgreementAct Assistance Sanction Invitation Appointment Expulsion Protest",
}
ACTS = "support agree promise request concern condemn reject threaten courtesy state"
MODALITIES = "actual planned proposed denied"
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")

each_gold = pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)


def text_of(gold):
    """The text of the document that an annotation belongs to."""
    folders = (HERE / "documents", HERE / "unseen" / "documents", SAMPLES)
    paths = (folder / gold["document"] for folder in folders)
    return next(path for path in paths if path.exists()).read_text(encoding="utf-8")


def entries_of(gold):
    """Every encounter, statement and deed of an annotation."""
    return gold["encounters"] + gold["statements"] + gold["deeds"]


def evidence_of(entry):
    """The sentences an entry stands on: a list, or a single one for a statement."""
    evidence = entry["evidence"]
    return [evidence] if isinstance(evidence, str) else evidence


def test_every_own_document_is_annotated():
    """No document waits in the folder without its annotation."""
    documents = {path.stem for path in HERE.glob("**/documents/*.txt")}
    assert documents
    assert documents <= {path.stem for path in GOLD}


@each_gold
def test_evidence_is_verbatim(path):
    """Every piece of evidence, title and opening can be found in the document, to the letter."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = text_of(gold)
    quotes = [quote for entry in entries_of(gold) for quote in evidence_of(entry)]
    quotes += [item["first_words"] for item in gold["items"]]
    quotes += [item["title"] for item in gold["items"] if item["title"]]
    assert [quote for quote in quotes if quote not in text] == []
    assert all(evidence_of(entry) for entry in entries_of(gold))


@each_gold
def test_values_are_known(path):
    """Kinds, acts, modalities and dates are those of the guidelines; items are listed."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    items = {item["id"] for item in gold["items"]}
    assert {entry["item"] for entry in entries_of(gold)} <= items
    assert {statement["act"] for statement in gold["statements"]} <= set(ACTS.split())
    for part, kinds in KINDS.items():
        assert {entry["kind"] for entry in gold[part]} <= set(kinds.split())
        assert {entry["modality"] for entry in gold[part]} <= set(MODALITIES.split())
    dates = [entry.get(key) for entry in entries_of(gold) for key in ("begin", "end")]
    dates += [item["issued"] for item in gold["items"]]
    assert [date for date in dates if date and not DATE.fullmatch(date)] == []


@each_gold
def test_actors_go_by_their_canonical_names(path):
    """An actor is never written as one of a person's aliases, and every role is filled."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    aliases = {alias for person in gold["people"] for alias in person["aliases"]}
    roles = ("participants", "parties", "target", "agents", "recipients")
    actors = {
        actor for entry in entries_of(gold) for role in roles for actor in entry.get(role, [])
    }
    actors |= {statement["speaker"] for statement in gold["statements"]}
    assert actors & aliases == set()
    assert all(encounter["participants"] for encounter in gold["encounters"])
    assert all(deed["agents"] for deed in gold["deeds"])
