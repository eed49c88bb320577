"""What a store says of a document."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from diplograph import evaluation
from diplograph import store as stores
from diplograph.errors import UsageProblem
from diplograph.evaluation.files import parse


def test_a_store_says_what_its_annotation_does(
    tiny_store: Path, content: dict[str, Any], text: str
) -> None:
    """People, encounters and evidence come out of the graph as they went in."""
    content["people"][1]["offices"] = []
    with stores.open(tiny_store, read_only=True) as opened:
        found = evaluation.find(opened, ["calls.txt"])
    report = evaluation.score([parse(content, "")], {"calls.txt": text}, found)
    assert {name: tally.f1 for name, tally in report.lines.items() if tally.gold} == {
        "people": 1,
        "encounters": 1,
        "encounters strict": 1,
        "encounters: kind": 1,
        "encounters: date": 1,
        "encounters: place": 1,
        "encounters: modality": 1,
        "encounters: participants": 1,
        "evidence": 1,
    }


def test_what_is_less_certain_may_be_left_out(tiny_store: Path) -> None:
    """Nobody who takes part in such things only is found, either."""
    with stores.open(tiny_store, read_only=True) as opened:
        found = evaluation.find(opened, ["calls.txt"], min_confidence=0.9)["calls.txt"]
        nothing = evaluation.find(opened, ["calls.txt"], min_confidence=0.91)["calls.txt"]
    assert [one.kind for one in found.encounters] == ["TelephoneCall"]
    assert not nothing.encounters


def test_a_document_may_be_named_by_the_end_of_its_identifier(tiny_store: Path) -> None:
    """As far as it takes; what the store does not have is left out."""
    with stores.open(tiny_store, read_only=True) as opened:
        found = evaluation.find(opened, ["press/calls.txt", "calls.txt", "alls.txt", "other.txt"])
    assert list(found) == ["press/calls.txt", "calls.txt"]


def test_a_name_that_two_documents_share_is_refused() -> None:
    """Which one is meant, the annotation must say."""

    class Two:
        def query(self, text: str) -> Any:
            return type("", (), {"rows": [("d:1", "a/call.txt"), ("d:2", "b/call.txt")]})

    with pytest.raises(UsageProblem, match=r"two documents call\.txt: a/call\.txt and b/call"):
        evaluation.find(Two(), ["call.txt"])
