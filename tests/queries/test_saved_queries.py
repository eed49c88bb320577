"""Every saved question is answered rightly on a story small enough to check by eye."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest
from rdflib.plugins.sparql import prepareQuery

from diplograph.vocabulary.files import folder

QUERIES = {path.stem: path for path in folder("queries").glob("*.rq")}

# What each question finds in story.trig; None where a column has no value in a row.
EXPECTED: dict[str, list[tuple[str | None, ...]]] = {
    "agreements": [
        (
            "2025-03-14",
            "2025-03-14",
            side,
            "Fisheries Accord",
            "actual",
            "They signed the Fisheries Accord.",
            "oslo/visit.txt",
        )
        for side in ("Kenya", "Norway")
    ],
    "aid": [
        (
            "2025-03-14",
            "2025-03-14",
            "Norway",
            "Kenya",
            "NOK 120 million",
            "planned",
            "Norway will give NOK 120 million.",
            "oslo/visit.txt",
        )
    ],
    "calls": [
        ("2025-03-01", "2025-03-31", "Grace Muthoni", "Rebecca Lual", None),
        ("2025-03-20", "2025-03-20", "Grace Muthoni", "Osman Khalafalla", "ceasefire"),
    ],
    "contacts-between-states": [
        ("Kenya", "Norway", "3", "2025-03-14", "2025-03-14"),
        ("Kenya", "South Sudan", "1", "2025-03-01", "2025-03-31"),
        ("Kenya", "Sudan", "1", "2025-03-20", "2025-03-20"),
    ],
    "contacts-by-month": [
        ("2025-03", "Meeting", "1"),
        ("2025-03", "TelephoneCall", "2"),
        ("2025-03", "Visit", "1"),
    ],
    "evidence-of": [
        (day, kind, modality, sentence, document, start, str(int(start) + 50))
        for day, kind, modality, sentence, document, start in (
            (
                None,
                "WorkingMeal",
                "actual",
                "Muthoni gave a dinner for Hauge.",
                "oslo/visit.txt",
                "600",
            ),
            (
                "2025-03-10",
                "Meeting",
                "planned",
                "Norway and Kenya were to meet.",
                "nairobi/readout.txt",
                "300",
            ),
            (
                "2025-03-14",
                "Meeting",
                "actual",
                "Grace Muthoni received Ingrid Hauge.",
                "nairobi/readout.txt",
                "100",
            ),
            (
                "2025-03-14",
                "Visit",
                "actual",
                "Foreign Minister Ingrid Hauge visited Kenya.",
                "oslo/visit.txt",
                "100",
            ),
            (
                "2025-03-14",
                "Meeting",
                "actual",
                "Hauge met Grace Muthoni.",
                "oslo/visit.txt",
                "200",
            ),
            (
                "2025-03-14",
                "Assistance",
                "planned",
                "Norway will give NOK 120 million.",
                "oslo/visit.txt",
                "400",
            ),
            (
                "2025-03-14",
                "AgreementAct",
                "actual",
                "They signed the Fisheries Accord.",
                "oslo/visit.txt",
                "500",
            ),
        )
    ],
    "instruments-cited-together": [("Fisheries Accord", "Charter of the United Nations", "2")],
    "least-certain": [
        ("0.3", "Protest", "Norway summoned the ambassador of Sudan.", "oslo/visit.txt"),
        ("0.4", "Visit", "Khalafalla may travel to Oslo.", "nairobi/readout.txt"),
        ("0.5", "Meeting", "Norway and Kenya were to meet.", "nairobi/readout.txt"),
        ("0.5", "Meeting", "They will meet on 2 May.", "nairobi/readout.txt"),
        ("0.5", "TelephoneCall", "She telephoned both sides.", "nairobi/readout.txt"),
        ("0.6", "Assistance", "Norway will give NOK 120 million.", "oslo/visit.txt"),
        ("0.6", "Meeting", "The meeting of 2 May was called off.", "oslo/visit.txt"),
        ("0.7", "Statement", "Muthoni urged Sudan to show restraint.", "nairobi/readout.txt"),
        ("0.7", "Statement", "Hauge condemned Sudan's raid.", "oslo/visit.txt"),
        ("0.8", "Meeting", "Grace Muthoni received Ingrid Hauge.", "nairobi/readout.txt"),
        ("0.8", "Meeting", "Hauge met Grace Muthoni.", "oslo/visit.txt"),
        ("0.8", "Sanction", "Norway extended sanctions on Sudan.", "oslo/visit.txt"),
        ("0.8", "TelephoneCall", "She telephoned both sides.", "nairobi/readout.txt"),
        ("0.8", "WorkingMeal", "Muthoni gave a dinner for Hauge.", "oslo/visit.txt"),
        ("0.9", "AgreementAct", "They signed the Fisheries Accord.", "oslo/visit.txt"),
        ("0.9", "Visit", "Foreign Minister Ingrid Hauge visited Kenya.", "oslo/visit.txt"),
    ],
    "most-active": [
        ("Grace Muthoni", "Person", "4", "0", "3"),
        ("Ingrid Hauge", "Person", "3", "0", "2"),
        ("Norway", "State", "0", "3", "2"),
        ("Kenya", "State", "1", "1", "2"),
        ("Sudan", "State", "0", "2", "1"),
        ("Osman Khalafalla", "Person", "1", "0", "1"),
        ("Rebecca Lual", "Person", "1", "0", "1"),
    ],
    "planned-never-held": [
        (
            None,
            None,
            "Visit",
            "Osman Khalafalla",
            "not reported",
            "Khalafalla may travel to Oslo.",
            "nairobi/readout.txt",
        ),
        *(
            (
                "2025-05-02",
                "2025-05-02",
                "Meeting",
                side,
                "called off",
                "They will meet on 2 May.",
                "nairobi/readout.txt",
            )
            for side in ("South Sudan", "Sudan")
        ),
    ],
    "protests-and-expulsions": [
        (
            None,
            None,
            "Protest",
            "Norway",
            "Sudan",
            "actual",
            "Norway summoned the ambassador of Sudan.",
            "oslo/visit.txt",
        )
    ],
    "sanctions": [
        (
            "2025-04-01",
            None,
            "Norway",
            "Sudan",
            "actual",
            "extended",
            "Norway extended sanctions on Sudan.",
            "oslo/visit.txt",
        )
    ],
    "speech-acts-between-states": [
        ("Kenya", "request", "Sudan", "1"),
        ("Norway", "condemn", "Sudan", "1"),
    ],
    "told-twice": [
        (
            "2025-03-14",
            "Meeting",
            "2",
            sentence,
            document,
            "https://w3id.org/diplograph/resource/interaction/talks",
        )
        for sentence, document in (
            ("Grace Muthoni received Ingrid Hauge.", "nairobi/readout.txt"),
            ("Hauge met Grace Muthoni.", "oslo/visit.txt"),
        )
    ],
    "topics-by-dyad": [
        ("Kenya", "Norway", "ceasefire", "1"),
        ("Kenya", "Sudan", "ceasefire", "1"),
    ],
    "unknown-dates": [
        (
            "Visit",
            "proposed",
            "Khalafalla may travel to Oslo.",
            "nairobi/readout.txt",
            "The month in brief",
        ),
        (
            "Protest",
            "actual",
            "Norway summoned the ambassador of Sudan.",
            "oslo/visit.txt",
            None,
        ),
        (
            "WorkingMeal",
            "actual",
            "Muthoni gave a dinner for Hauge.",
            "oslo/visit.txt",
            "Minister in Nairobi",
        ),
    ],
    "visits": [
        (None, None, None, None, None, "proposed"),
        ("2025-03-14", "2025-03-14", "Ingrid Hauge", "Kenya", "Nairobi", "actual"),
    ],
    "what-was-read": [
        ("nairobi/readout.txt", "2025-03-31", "The month in brief", "6", "0", "1", "0"),
        ("oslo/visit.txt", "2025-03-14", "Minister in Nairobi", "3", "2", "1", "0"),
        ("oslo/visit.txt", None, None, "1", "2", "0", "901"),
    ],
    "what-was-said-about": [
        (
            "2025-03-14",
            "2025-03-14",
            "Ingrid Hauge",
            "condemn",
            "Hauge condemned Sudan's raid.",
            "oslo/visit.txt",
        ),
        (
            "2025-03-20",
            "2025-03-31",
            "Grace Muthoni",
            "request",
            "Muthoni urged Sudan to show restraint.",
            "nairobi/readout.txt",
        ),
    ],
    "what-was-said-by": [
        (
            "2025-03-20",
            "2025-03-31",
            "Grace Muthoni",
            "request",
            "Osman Khalafalla",
            "Sudan",
            "Muthoni urged Sudan to show restraint.",
            "nairobi/readout.txt",
        )
    ],
    "where": [("Nairobi", "Kenya", "3", "2025-03-14", "2025-03-14")],
    "who-connects": [("Grace Muthoni", "1", "1")],
    "who-holds-which-office": [
        ("Ingrid Hauge", "Foreign Minister of Norway", "Norway", "2025-03-14", "2025-03-31")
    ],
    "who-met-whom": [
        (None, None, "WorkingMeal", "Grace Muthoni", "Ingrid Hauge", "Nairobi"),
        ("2025-03-01", "2025-03-31", "TelephoneCall", "Grace Muthoni", "Rebecca Lual", None),
        ("2025-03-14", "2025-03-14", "Meeting", "Grace Muthoni", "Ingrid Hauge", "Nairobi"),
        ("2025-03-14", "2025-03-14", "Visit", "Ingrid Hauge", "Kenya", "Nairobi"),
        ("2025-03-20", "2025-03-20", "TelephoneCall", "Grace Muthoni", "Osman Khalafalla", None),
    ],
}


@pytest.fixture(scope="module")
def story() -> pyoxigraph.Store:
    """The three invented articles of story.trig."""
    store = pyoxigraph.Store()
    path = Path(__file__).with_name("story.trig")
    store.load(path=str(path), format=pyoxigraph.RdfFormat.TRIG)
    return store


def answer(store: pyoxigraph.Store, name: str) -> list[tuple[str | None, ...]]:
    """The rows of a saved question, as plain text."""
    found = store.query(QUERIES[name].read_text("utf-8"), use_default_graph_as_union=True)
    assert isinstance(found, pyoxigraph.QuerySolutions)
    return [tuple(None if term is None else term.value for term in row) for row in found]


def test_every_saved_question_has_an_expected_answer() -> None:
    """A question added to the folder is also answered here."""
    assert sorted(QUERIES) == sorted(EXPECTED)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_question_finds_what_the_story_tells(story: pyoxigraph.Store, name: str) -> None:
    """Each question returns exactly the rows that a reader of the story would give."""
    assert answer(story, name) == EXPECTED[name]


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_question_is_said_in_words(name: str) -> None:
    """A saved query opens with its question and what its rows are."""
    question, description = QUERIES[name].read_text("utf-8").splitlines()[:2]
    assert question.startswith("# question: ") and question.endswith("?")
    assert description.startswith("# description: ") and description.endswith(".")


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_question_is_standard_sparql(name: str) -> None:
    """Saved queries are plain SPARQL 1.1 that another engine accepts too."""
    assert prepareQuery(QUERIES[name].read_text("utf-8")).algebra.name == "SelectQuery"


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_question_orders_its_rows(name: str) -> None:
    """Rows come in the same order on every engine and every day."""
    assert "\nORDER BY " in QUERIES[name].read_text("utf-8")


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_question_compares_whole_days_only(name: str) -> None:
    """No query reads dip:begin or dip:end: engines compare their mixed date types wrongly."""
    text = QUERIES[name].read_text("utf-8")
    assert "dip:begin" not in text and "dip:end" not in text
