"""Programs ask the endpoint as the SPARQL 1.1 Protocol says."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.exceptions import HTTPException

from diplograph import server
from diplograph import store as stores
from diplograph.server import protocol
from diplograph.server.protocol import GRAPHS, TABLES, negotiated

NAMES = "SELECT ?name { ?who a dip:Person ; skos:prefLabel ?name } ORDER BY ?name"
MADE = "CONSTRUCT { ?who skos:prefLabel ?name } WHERE { ?who skos:prefLabel ?name }"
FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"

Ask = Callable[..., httpx.Response]


@pytest.fixture(scope="module")
def ask(tiny_store: Path) -> Iterator[Ask]:
    """Sends a request to the endpoint over the tiny store."""
    with stores.open(tiny_store, read_only=True) as opened:
        transport = httpx.ASGITransport(server.application(opened))

        async def sent(method: str, path: str, host: str = "127.0.0.1", **rest: Any) -> Any:
            async with httpx.AsyncClient(transport=transport, base_url=f"http://{host}") as client:
                return await client.request(method, path, **rest)

        # In a thread of its own: a browser test may have left a running loop in this one.
        with ThreadPoolExecutor(1) as thread:
            yield lambda *what, **rest: thread.submit(asyncio.run, sent(*what, **rest)).result()


def test_get_answers_with_the_standard_json(ask: Ask) -> None:
    """A SELECT without a wish for a format gives SPARQL results in JSON."""
    answer = ask("GET", "/query", params={"query": NAMES})
    assert answer.headers["content-type"] == "application/sparql-results+json"
    rows = answer.json()["results"]["bindings"]
    assert [row["name"]["value"] for row in rows] == ["Amina Otieno", "Ingrid Dahl"]


@pytest.mark.parametrize(
    ("media_type", "body"),
    [(FORM, "query=ASK%20%7B%7D"), (DIRECT, "ASK {}"), (f"{DIRECT}; charset=UTF-8", "ASK {}")],
)
def test_post_answers_like_get(ask: Ask, media_type: str, body: str) -> None:
    """A query may come in a form or as the body itself."""
    answer = ask("POST", "/query", content=body, headers={"content-type": media_type})
    assert answer.json()["boolean"] is True


@pytest.mark.parametrize("media_type", [name for name in TABLES if "json" not in name])
def test_rows_come_in_every_standard_format(ask: Ask, media_type: str) -> None:
    """Who accepts XML, CSV or TSV gets it."""
    answer = ask("GET", "/query", params={"query": NAMES}, headers={"accept": media_type})
    assert answer.headers["content-type"].startswith(media_type)
    assert "Ingrid Dahl" in answer.text


@pytest.mark.parametrize("media_type", list(GRAPHS))
def test_triples_come_in_every_standard_format(ask: Ask, media_type: str) -> None:
    """Who accepts Turtle, N-Triples, JSON-LD or RDF/XML gets it."""
    answer = ask("GET", "/query", params={"query": MADE}, headers={"accept": media_type})
    assert answer.headers["content-type"].startswith(media_type)
    assert "Ingrid Dahl" in answer.text


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        ("", "application/sparql-results+json"),
        ("text/html, */*;q=0.1", "application/sparql-results+json"),
        ("text/csv;q=0.4, application/xml;q=0.8", "application/xml"),
        ("text/*", "text/csv"),
        ("text/*, text/csv;q=0", "text/tab-separated-values"),
        ("TEXT/CSV", "text/csv"),
    ],
)
def test_the_best_liked_format_is_sent(accept: str, chosen: str) -> None:
    """An exact name goes before a range, a higher q before a lower."""
    assert negotiated(accept, TABLES) == chosen


def test_an_impossible_wish_is_refused_with_the_choices() -> None:
    """Rows cannot be a picture."""
    with pytest.raises(HTTPException, match="text/csv") as refused:
        negotiated("image/png, text/csv;q=nonsense", TABLES)
    assert refused.value.status_code == 406


@pytest.mark.parametrize(
    ("request_", "status", "reason"),
    [
        ({"method": "GET", "params": {}}, 400, "there are 0"),
        ({"method": "GET", "params": {"query": ["ASK {}", "ASK {}"]}}, 400, "there are 2"),
        ({"method": "GET", "params": {"query": "SELECT"}}, 400, "Line 1"),
        ({"method": "GET", "params": {"query": "DROP ALL"}}, 400, "DROP is not allowed"),
        ({"method": "GET", "params": {"update": "DROP ALL"}}, 400, "no updates"),
        ({"method": "PUT", "params": {"query": "ASK {}"}}, 405, ""),
        ({"method": "POST", "content": b"ASK {}"}, 415, DIRECT),
        (
            {"method": "POST", "content": b"\xff", "headers": {"content-type": DIRECT}},
            400,
            "not UTF-8",
        ),
        (
            {"method": "GET", "params": {"query": "ASK {}", "named-graph-uri": "x:y"}},
            400,
            "FROM NAMED",
        ),
    ],
)
def test_a_wrong_request_is_told_what_is_wrong(
    ask: Ask, request_: dict[str, Any], status: int, reason: str
) -> None:
    """The status says whose fault it is, the text what to do."""
    method = request_.pop("method")
    answer = ask(method, "/query", **request_)
    assert answer.status_code == status
    assert reason in answer.text


@pytest.mark.parametrize("query", [NAMES, MADE])
def test_an_answer_nobody_accepts_is_let_go(ask: Ask, query: str) -> None:
    """Each kind of answer ends where it was made, so that the server stays well."""
    answer = ask("GET", "/query", params={"query": query}, headers={"accept": "image/png"})
    assert answer.status_code == 406
    assert "The answer can be sent as" in answer.text


def test_no_query_leaves_this_machine(ask: Ask) -> None:
    """SERVICE would let a stranger's query reach into the network of the server."""
    sparql = "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"
    answer = ask("GET", "/query", params={"query": sparql})
    assert answer.status_code == 400
    assert "SERVICE" in answer.text


@pytest.mark.parametrize(
    ("path", "host", "status"),
    [
        ("/", "localhost", 200),
        ("/ask?query=ASK{}", "localhost", 200),
        ("/graph", "localhost", 200),
        ("/query?query=ASK{}", "localhost", 200),
        ("/query", "localhost", 400),
        ("/nowhere", "localhost", 404),
        ("/", "evil.example", 400),
    ],
)
def test_every_answer_keeps_the_browser_on_a_leash(
    ask: Ask, path: str, host: str, status: int
) -> None:
    """Refusals too: nothing is fetched from elsewhere, and no text is taken for a program."""
    answer = ask("GET", path, host=host)
    assert answer.status_code == status
    assert answer.headers["x-content-type-options"] == "nosniff"
    policies = answer.headers.get_list("content-security-policy")
    assert len(policies) == 1 and policies[0].startswith("default-src 'none'")


def test_only_the_drawn_page_runs_scripts(ask: Ask) -> None:
    """Its policy lets its own scripts run, and the pages without scripts allow none."""
    policies = {
        path: ask("GET", path).headers["content-security-policy"] for path in ("/", "/graph")
    }
    assert "script-src 'unsafe-inline'" in policies["/graph"]
    assert "script-src" not in policies["/"]


@pytest.mark.parametrize(
    ("length", "status"), [(protocol.LONGEST, 200), (protocol.LONGEST + 1, 413)]
)
def test_a_body_has_an_end(ask: Ask, length: int, status: int) -> None:
    """More than a million bytes are refused before they fill the memory."""
    body = "ASK {}".ljust(length)
    answer = ask("POST", "/query", content=body, headers={"content-type": DIRECT})
    assert answer.status_code == status


def test_a_foreign_host_name_gets_no_answer(ask: Ask) -> None:
    """A web page whose name was bent to this machine cannot read the store."""
    answer = ask("GET", "/query", host="evil.example", params={"query": NAMES})
    assert answer.status_code == 400
    assert "Ingrid" not in answer.text


def test_the_first_page_offers_the_saved_questions(ask: Ask) -> None:
    """A person starts with a question in words."""
    page = ask("GET", "/").text
    assert "Who met or spoke with whom" in page
    assert 'href="/graph"' in page


def test_rows_are_shown_as_text(ask: Ask) -> None:
    """What stands in a document is never markup of our page."""
    page = ask("GET", "/ask", params={"query": "SELECT ?x { ?s oa:exact ?x }"}).text
    assert "&lt;April&gt;" in page
    assert "<April>" not in page


@pytest.mark.parametrize(
    ("sparql", "shown"),
    [("ASK {}", "yes"), (MADE, "Ingrid Dahl"), ("SELECT ?s { <x>", "This query is wrong")],
)
def test_every_kind_of_answer_has_a_page(ask: Ask, sparql: str, shown: str) -> None:
    """Yes or no, triples, a mistake: all are readable in a browser."""
    assert shown in ask("GET", "/ask", params={"query": sparql}).text


def test_a_page_shows_the_first_rows_only(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """A long answer says that it goes on."""
    monkeypatch.setattr("diplograph.server.routes.ROWS_SHOWN", 1)
    page = ask("GET", "/ask", params={"query": NAMES}).text
    assert "Amina Otieno" in page
    assert "Ingrid Dahl" not in page
    assert "Only the first 1 rows" in page


def test_the_interactive_page_is_served(ask: Ask) -> None:
    """The picture of the whole store is one click away."""
    page = ask("GET", "/graph").text
    assert json.dumps("Amina Otieno") in page
