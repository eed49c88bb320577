"""What readers of the cue tables may rely on: each word shows a use of its own, once."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from diplograph.vocabulary.files import folder

TABLES = sorted((folder("ontology") / "cues").glob("*.csv"))


def columns(table: Path) -> dict[str, list[str]]:
    """The cells of a table by the name of their column."""
    with table.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        found = list(reader)
        return {name: [row[name] for row in found] for name in reader.fieldnames or ()}


def repeated(cells: list[str]) -> list[str]:
    """The cells that are there more than once."""
    return [cell for cell, times in Counter(cells).items() if cell and times > 1]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_each_example_is_its_own(table: Path) -> None:
    """No two rows of a table share an example, so each shows what its own word does."""
    assert repeated(columns(table).get("example", [])) == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_no_plain_list_repeats_a_word(table: Path) -> None:
    """A table without classes, where a word has one meaning, says each word once."""
    cells = columns(table)
    assert set(cells) - {"word", "example"} or repeated(cells["word"]) == []
