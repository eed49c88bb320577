"""`query`, `show` and `stats` print what the store answers."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

NAMES = "SELECT ?name { ?who a dip:Person ; skos:prefLabel ?name } ORDER BY ?name"


@pytest.mark.parametrize(
    ("form", "printed"),
    [
        ("csv", "name\r\nAmina Otieno\r\nIngrid Dahl\r\n"),
        ("tsv", '?name\n"Amina Otieno"@en\n"Ingrid Dahl"@en\n'),
    ],
)
def test_rows_are_printed_as_asked(run: Run, form: str, printed: str) -> None:
    """Standard output holds the rows and nothing else."""
    assert run("query", NAMES, "--format", form).stdout_bytes.decode() == printed


def test_json_is_the_standard_one(run: Run) -> None:
    """Any SPARQL client reads it."""
    rows = json.loads(run("query", NAMES, "--format", "json").stdout)["results"]["bindings"]
    assert [row["name"]["value"] for row in rows] == ["Amina Otieno", "Ingrid Dahl"]


def test_a_table_is_for_people(run: Run) -> None:
    """Names are plain, IRIs short, the number of rows is a message."""
    done = run("query", "SELECT ?who ?name { ?who a dip:Person ; skos:prefLabel ?name }")
    assert "dipr:actor/ingrid-dahl" in done.stdout
    assert "Ingrid Dahl" in done.stdout
    assert "2 rows" in done.stderr


@pytest.mark.parametrize(("sparql", "word"), [("ASK {}", "yes"), ("ASK { <x:y> ?p ?o }", "no")])
def test_yes_or_no(run: Run, sparql: str, word: str) -> None:
    """ASK is answered in a word."""
    assert run("query", sparql).stdout == f"{word}\n"


def test_a_graph_is_printed_as_turtle(run: Run) -> None:
    """CONSTRUCT needs no format."""
    made = run("query", "CONSTRUCT WHERE { ?who a dip:State ; skos:prefLabel ?name }").stdout
    assert 'skos:prefLabel "Norway"@en' in made


def test_a_question_needs_no_braces(run: Run) -> None:
    """DESCRIBE with a name alone is SPARQL, too; RDF/XML is one of the formats."""
    described = run("query", "DESCRIBE dipr:actor\\/norway", "--format", "rdfxml").stdout
    assert "Norway</skos:prefLabel>" in described


def test_a_question_comes_from_anywhere(run: Run, tmp_path: Path) -> None:
    """The text, a file and standard input mean the same."""
    (tmp_path / "names.rq").write_text(NAMES)
    as_text = run("query", NAMES, "--format", "csv").stdout
    assert run("query", str(tmp_path / "names.rq"), "--format", "csv").stdout == as_text
    assert run("query", "-", "--format", "csv", input=NAMES).stdout == as_text


def test_a_saved_question_is_asked_by_name(run: Run) -> None:
    """The name is enough."""
    assert "Ingrid Dahl" in run("query", "calls").stdout


def test_saved_questions_are_listed_and_shown(run: Run) -> None:
    """A user sees what can be asked, and the SPARQL to change."""
    assert "Who telephoned whom" in run("query", "--list").stdout
    assert run("query", "calls", "--text").stdout.startswith("# question: Who telephoned whom")


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["query", "cals"], 2, "Did you mean calls"),
        (["query", "what is this"], 2, "diplograph query --list"),
        (["query"], 2, "--list"),
        (["query", "SELECT ?x { ?x dipp:host ?y }"], 4, "Did you mean 'dip:'"),
        (["query", "SELECT ?x {\n ?x dip:host }"], 4, "Line 2"),
        (["query", "SELECT * { SERVICE <http://x> {} }"], 4, "SERVICE"),
        (["query", "CONSTRUCT WHERE { ?s ?p ?o }", "--format", "csv"], 2, "turtle"),
        (["query", "ASK {}", "--format", "turtle"], 2, "json"),
        (["show", "Ingrid Dal"], 3, "Ingrid Dahl"),
        (["show", "Xqzzz"], 3, "diplograph rank"),
    ],
)
def test_a_wrong_question_is_explained(
    run: Run, arguments: list[str], code: int, told: str
) -> None:
    """The message names what is wrong and what would do; the exit code tells the kind."""
    done = run(*arguments, fails=code)
    assert told in done.stderr
    assert done.stdout == ""


def test_a_question_that_is_no_text_is_refused(run: Run, tmp_path: Path) -> None:
    """A file in another encoding is named."""
    (tmp_path / "names.rq").write_bytes(b"ASK { <x> <y> '\xff' }")
    assert "names.rq is not UTF-8" in run("query", str(tmp_path / "names.rq"), fails=2).stderr


def test_a_dossier_tells_who_and_what(run: Run) -> None:
    """Name, office and every contact with its sentence, newest first."""
    told = run("show", "otieno").stdout
    assert told.startswith("Amina Otieno  (Person)")
    assert "offices: Foreign Minister\n" in told
    assert told.index("2025-04  Meeting") < told.index("2025-03-14  TelephoneCall")
    assert "“Ingrid Dahl called Kenya's Amina Otieno on 14 March 2025.”" in told
    assert "press/calls.txt, characters 0–57" in told


def test_a_dossier_can_be_cut_and_read_by_programs(run: Run) -> None:
    """JSON holds the same, and says how much more there is."""
    told = json.loads(run("show", "Kenya", "--limit", "1", "--format", "json").stdout)
    assert told["count"] == 2
    (fact,) = told["facts"]
    assert fact["kind"] == "Meeting"
    assert fact["others"] == ["Amina Otieno", "Egypt"]


def test_stats_count_what_is_there(run: Run) -> None:
    """Kinds of actors and interactions are counted apart."""
    counts = json.loads(run("stats", "--format", "json").stdout)
    assert {"Person": 2, "State": 3, "Encounter": 2, "TelephoneCall": 1}.items() <= counts.items()
    assert "TelephoneCall" in run("stats").stdout
