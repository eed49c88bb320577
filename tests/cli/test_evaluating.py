"""`annotate` drafts what a document says, `evaluate` tells how much of it is found."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from diplograph.evaluation import ATTRIBUTES, LINES

Run = Callable[..., Result]

SAMPLES = Path(__file__).parents[2] / "graph" / "documents"
TALKS = """Talks in Oslo

Kenya's Foreign Minister Amina Otieno met Norwegian Foreign Minister Ingrid Dahl in Oslo on 14
March 2025. Amina Otieno urged Sudan to open the road. Norway and Kenya signed an agreement on
fisheries.
"""
TEXT = "Ingrid Dahl called Kenya's Amina Otieno on 14 March 2025.\nOtieno met an Egyptian team in"


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A folder with the document that the tiny store tells of, and an annotation of it."""
    (tmp_path / "calls.txt").write_text(f"{TEXT} <April>.")
    annotation = {
        "document": "calls.txt",
        "items": [{"id": "1"}],
        "people": [{"name": "Ingrid Dahl"}, {"name": "Omar Khalil"}],
    }
    (tmp_path / "calls.json").write_text(json.dumps(annotation))
    return tmp_path


def test_a_draft_agrees_with_what_was_found(run: Run, tmp_path: Path) -> None:
    """Uncorrected, it scores 1 on every line: nothing is lost on the way to the file and back."""
    (tmp_path / "talks.txt").write_text(TALKS, encoding="utf-8")
    documents = [tmp_path / "talks.txt", SAMPLES / "2025-06-20-contact-group-readouts.csv"]
    gold = tmp_path / "gold"
    for path in documents:
        run("annotate", str(path), "--output", str(gold / f"{path.stem}.json"))
    folders = (part for path in documents for part in ("--documents", str(path.parent)))
    report = json.loads(run("evaluate", str(gold), *folders, "--format", "json").stdout)
    assert {line: one["f1"] for line, one in report["lines"].items()} == dict.fromkeys(
        (*LINES, *ATTRIBUTES), 1.0
    )
    assert not report["differences"]


def test_a_draft_never_replaces_a_file(run: Run, tmp_path: Path) -> None:
    """It may hold corrections."""
    kept = tmp_path / "call.json"
    kept.write_text("corrected")
    done = run(
        "annotate",
        str(SAMPLES / "2025-07-30-condolences-kenya.txt"),
        "--output",
        str(kept),
        fails=2,
    )
    assert "may hold corrections" in done.stderr
    assert kept.read_text() == "corrected"


def test_a_draft_of_nothing_says_so(run: Run, tmp_path: Path) -> None:
    """Nothing is written, and the exit code is 1."""
    done = run("annotate", str(tmp_path / "none.txt"), fails=1)
    assert "no such file" in done.stderr
    assert done.stdout == ""


def test_a_table_shows_each_line(run: Run, tiny: Path, tiny_store: Path) -> None:
    """With precision, recall and F1, and how many there are."""
    arguments = ("evaluate", str(tiny), "--documents", str(tiny), "--store", str(tiny_store))
    told = run(*arguments, "--errors", "2", "--by-document").stdout
    (people,) = [line.split() for line in told.splitlines() if line.strip().startswith("people ")]
    assert people == ["people", "0.500", "0.500", "0.500", "2", "2"]
    assert "missed (people) in calls.txt: Omar Khalil" in told
    assert "spurious (people) in calls.txt: Amina Otieno" in told
    assert "spurious (offices)" not in told
    assert any(line.split()[:2] == ["calls.txt", "0.500"] for line in told.splitlines())


def test_what_is_less_certain_can_be_left_out(run: Run, tiny: Path, tiny_store: Path) -> None:
    """A threshold leaves the call of the two encounters."""
    arguments = ("evaluate", str(tiny), "--documents", str(tiny), "--store", str(tiny_store))
    done = run(*arguments, "--min-confidence", "0.9", "--format", "json")
    assert json.loads(done.stdout)["lines"]["encounters"]["found"] == 1


def test_a_document_that_the_store_has_not_is_told(run: Run, tiny: Path, tiny_store: Path) -> None:
    """All it says is missed, and the exit code is 1."""
    (tiny / "other.txt").write_text("Nothing.")
    (tiny / "other.json").write_text('{"document": "other.txt"}')
    arguments = ("evaluate", str(tiny), "--documents", str(tiny), "--store", str(tiny_store))
    assert "other.txt is not in the store" in run(*arguments, fails=1).stderr


@pytest.mark.parametrize(
    ("annotation", "told"),
    [
        ('{"document": "lost.txt"}', "lost.txt is not in"),
        ('{"document": "calls.txt", "deeds": [{}]}', "calls.json, deeds, entry 1, item: write"),
    ],
)
def test_a_wrong_annotation_is_wrong_usage(
    run: Run, tiny: Path, tiny_store: Path, annotation: str, told: str
) -> None:
    """Nothing is read, and the message says what to change."""
    (tiny / "calls.json").write_text(annotation)
    arguments = ("evaluate", str(tiny), "--documents", str(tiny), "--store", str(tiny_store))
    assert told in run(*arguments, fails=2).stderr
