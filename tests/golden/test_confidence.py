"""Confidence means something: who asks for more of it gets what is right more often."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from diplograph import evaluation, pipeline
from diplograph import store as stores
from diplograph.documents import Document, File, read
from diplograph.evaluation import Tally

GOLDEN = Path(__file__).parent
FOLDERS = (GOLDEN.parents[1] / "graph" / "documents", GOLDEN / "documents")
BRANCHES = ("encounters", "statements", "deeds")
SLACK = 0.01  # a threshold that leaves few facts may by chance leave a wrong one


@pytest.fixture(scope="module")
def surer(tmp_path_factory: pytest.TempPathFactory) -> Callable[[float], Tally]:
    """All facts of the annotated documents that are at least so certain, in one tally."""
    gold = evaluation.load(GOLDEN / "gold")
    paths = {one.document: path_of(one.document) for one in gold}
    texts = {name: text_of(path) for name, path in paths.items()}
    store = tmp_path_factory.mktemp("golden") / "store"
    pipeline.build(map(str, paths.values()), store)

    def surer(least: float) -> Tally:
        with stores.open(store, read_only=True) as opened:
            found = evaluation.find(opened, paths, least)
        lines = evaluation.score(gold, texts, found).lines
        return sum((lines[branch] for branch in BRANCHES), Tally())

    return surer


def path_of(name: str) -> Path:
    """Where an annotated document is."""
    return next(folder / name for folder in FOLDERS if (folder / name).is_file())


def text_of(path: Path) -> str:
    """The text that annotations quote from."""
    document = read(File(path.name, path), path.read_bytes())
    assert isinstance(document, Document)
    return document.text


def test_a_threshold_trades_recall_for_precision(surer: Callable[[float], Tally]) -> None:
    """The higher it is, the more of what is left is right."""
    tallies = [surer(least) for least in (0.0, 0.6, 0.7, 0.8)]
    assert all(b.precision >= a.precision - SLACK for a, b in pairwise(tallies))
    assert tallies[-1].precision > tallies[0].precision + SLACK
    assert all(b.recall <= a.recall for a, b in pairwise(tallies))
    assert tallies[-1].recall < tallies[0].recall
