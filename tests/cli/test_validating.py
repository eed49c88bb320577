"""`validate` says in words what is incomplete."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from diplograph import store as stores

Run = Callable[..., Result]

INCOMPLETE = """
PREFIX dip: <https://w3id.org/diplograph/ontology#>
GRAPH <https://w3id.org/diplograph/resource/item/a-1> {
  <https://w3id.org/diplograph/resource/interaction/9>
    a dip:Meeting, dip:Encounter, dip:Interaction .
}
"""


@pytest.fixture
def incomplete(tmp_path: Path) -> Path:
    """A store that holds a meeting of nobody."""
    (tmp_path / "incomplete.trig").write_text(INCOMPLETE)
    with stores.open(tmp_path / "store", create=True) as opened:
        opened.load(tmp_path / "incomplete.trig")
    return tmp_path / "store"


def test_what_is_missing_is_told(run: Run, incomplete: Path) -> None:
    """A meeting without participants, modality and evidence has three faults or more."""
    done = run("validate", store=incomplete, fails=1)
    assert "interaction/9  dip:modality" in done.stdout
    assert "violations" in done.stderr


def test_programs_read_the_report(run: Run, incomplete: Path) -> None:
    """JSON names the thing and the item."""
    report = json.loads(run("validate", "--format", "json", store=incomplete, fails=1).stdout)
    assert {one["item"] for one in report} == {"https://w3id.org/diplograph/resource/item/a-1"}


def test_the_sample_is_complete(run: Run, sample_store: Path) -> None:
    """Nothing is missing in what we build."""
    assert run("validate", store=sample_store).stdout == ""
