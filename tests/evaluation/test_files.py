"""Annotations are read with care: a slip of the pen is named, not passed over."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from diplograph.errors import UsageProblem
from diplograph.evaluation import load, written
from diplograph.evaluation.expected import expect
from diplograph.evaluation.files import parse


def test_an_annotation_survives_being_written(content: dict[str, Any], tmp_path: Path) -> None:
    """What was read and written is read the same again."""
    (tmp_path / "calls.json").write_text(written(parse(content, "calls.json")), encoding="utf-8")
    assert load(tmp_path) == (parse(content, "calls.json"),)


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        (("encounters", 1, "kind"), "Meetng", "encounters, entry 2, kind: 'Meetng' is not"),
        (("encounters", 0, "modality"), "past", "Write one of actual, denied, planned, proposed"),
        (("encounters", 0, "begin"), "14 March", "'14 March' is no date. Write 2025-06-24"),
        (("encounters", 0, "evidence"), [], "evidence: write at least one"),
        (("encounters", 0, "parties"), "Norway", "parties: write a list"),
        (("encounters", 0, "partys"), [], "'partys' is no field. Fields here are item, kind"),
        (("encounters", 0, "item"), "7", "'7' is none of the items. Items are 1."),
        (("people", 0, "name"), " ", "people, entry 1, name: write a text"),
        (("people", 1, "offices"), ["Minister"], "offices, entry 1: this must be an object"),
        (("document",), None, "document: write a text"),
    ],
)
def test_a_wrong_field_is_named_with_what_is_accepted(
    content: dict[str, Any], path: tuple[Any, ...], value: object, told: str
) -> None:
    """The message says which file, which entry, which field, and what to write."""
    *way, last = path
    place: Any = content
    for step in way:
        place = place[step]
    place[last] = value
    with pytest.raises(UsageProblem, match=r"^gold/calls\.json") as problem:
        parse(content, "gold/calls.json")
    assert told in str(problem.value)


def test_evidence_must_stand_in_the_document(content: dict[str, Any], text: str) -> None:
    """A quotation that was retyped is found out."""
    content["encounters"][1]["evidence"] = ["Otieno met a team from Egypt."]
    with pytest.raises(UsageProblem, match=r"calls\.txt, encounters, entry 2, evidence: 'Otieno"):
        expect(parse(content, "calls.json"), text)


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({}, "holds no annotations"),
        ({"gold/a.json": "{}"}, r"Did you mean \S+gold\?"),
        ({"a.json": "{"}, "a.json is no valid JSON: "),
        ({"a.json": '{"document": "x"}', "b.json": '{"document": "x"}'}, "both annotate x"),
        ({"a.json": '{"document": "x"}'}, "is of a document named like 'call'"),
    ],
)
def test_a_folder_without_annotations_is_told(
    tmp_path: Path, files: dict[str, str], told: str
) -> None:
    """No file, a broken one, one too many, none that is wanted."""
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    with pytest.raises(UsageProblem, match=told):
        load(tmp_path, only="call")


def test_only_some_documents_may_be_wanted(content: dict[str, Any], tmp_path: Path) -> None:
    """By any part of their names."""
    for name in ("calls.txt", "visit.txt"):
        text = json.dumps({**content, "document": name})
        (tmp_path / name).with_suffix(".json").write_text(text)
    assert [one.document for one in load(tmp_path, only="visit")] == ["visit.txt"]
