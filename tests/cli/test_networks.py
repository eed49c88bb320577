"""`rank`, `path`, `draw` and `export` of networks."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


def test_the_go_between_ranks_first(run: Run) -> None:
    """Otieno talks to both others, who do not talk to each other."""
    ranked = json.loads(run("rank", "--format", "json").stdout)
    assert [one["name"] for one in ranked] == ["Amina Otieno", "Egypt", "Ingrid Dahl"]
    assert ranked[0]["score"] == 1.0


def test_a_ranking_is_a_table_of_names(run: Run) -> None:
    """With places and scores, cut at the limit."""
    table = run("rank", "--between", "states", "--by", "degree", "--limit", "1").stdout
    assert "Kenya" in table
    assert "1.0000" in table
    assert "Norway" not in table


def test_a_path_shows_the_evidence_of_each_step(run: Run) -> None:
    """Who, when, how surely, and the sentence with its place."""
    told = run("path", "Norway", "Egypt", "--between", "states").stdout
    assert told.splitlines()[0] == "Norway – Kenya"
    assert "Kenya – Egypt" in told
    assert "2025-03-14  TelephoneCall  (confidence 0.90)" in told
    assert "press/calls.txt, characters 0–57" in told


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["path", "Norwy", "Egypt"], 3, "Norway"),
        (["path", "Norway", "norway"], 2, "'Norway' and 'norway' are the same actor"),
        (["path", "Ingrid Dahl", "Egypt", "--since", "2025-04"], 2, "'ingrid-dahl' has no contact"),
        (["rank", "--since", "2025-04", "--until", "2025-03"], 2, "ends on 2025-03-31"),
        (["rank", "--since", "April"], 2, "2020-06-24"),
        (["rank", "--kind", "Meal"], 2, "Meal"),
        (["export", "--format", "gexf", "--output", "-"], 2, "--output"),
        (["draw", "--output", "no/such/folder/page.html"], 2, "page.html"),
    ],
)
def test_a_wrong_wish_is_explained(run: Run, arguments: list[str], code: int, told: str) -> None:
    """The message names the word that is wrong."""
    assert told in run(*arguments, fails=code).stderr


def test_a_page_is_drawn(run: Run, tmp_path: Path) -> None:
    """The page holds the names; the message says how many."""
    page = tmp_path / "page.html"
    assert "3 actors and 2 ties" in run("draw", "--output", str(page)).stderr
    assert "Amina Otieno" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["nquads", "trig", "turtle", "jsonld"])
def test_the_graph_is_written_to_a_file_or_to_standard_output(
    run: Run, tmp_path: Path, form: str
) -> None:
    """Both hold the same."""
    target = tmp_path / "graph"
    run("export", "--format", form, "--output", str(target))
    printed = run("export", "--format", form, "--output", "-").stdout_bytes
    assert target.read_bytes() == printed
    assert b"Ingrid Dahl" in printed


@pytest.mark.parametrize(
    ("form", "files"),
    [("graphml", ["n.graphml"]), ("gexf", ["n.gexf"]), ("csv", ["n-edges.csv", "n-nodes.csv"])],
)
def test_the_network_is_written_for_other_programs(
    run: Run, tmp_path: Path, form: str, files: list[str]
) -> None:
    """The options of a network hold here, too."""
    target = tmp_path / f"n.{form}"
    run("export", "--format", form, "--between", "states", "--output", str(target))
    assert sorted(path.name for path in tmp_path.iterdir()) == files
    assert any("Kenya" in path.read_text(encoding="utf-8") for path in tmp_path.iterdir())
