"""The pages of the endpoint as HTML without scripts; every text is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import islice
from urllib.parse import urlencode

from diplograph.store import Solutions, Triples
from diplograph.vocabulary import questions as saved_questions

_FRAME = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }}
body {{ margin: 2rem auto; max-width: 70rem; padding: 0 1rem }}
textarea {{ width: 100%; box-sizing: border-box; font: 0.9rem/1.4 monospace }}
table {{ border-collapse: collapse }}
.wide {{ overflow-x: auto }}
th, td {{ border-bottom: 1px solid #8888; padding: 0.25rem 0.75rem; text-align: left;
         vertical-align: top; max-width: 40rem; overflow-wrap: anywhere }}
</style>
<main>
<h1>{title}</h1>
{body}
</main>
</html>
"""


def questions() -> str:
    """The first page: the saved questions, a field for one's own, the way to the picture."""
    saved = "".join(
        f'<li><a href="/ask?{escape(urlencode({"query": one.query}))}">{escape(one.question)}</a>'
        f"<br><small>{escape(one.description)}</small></li>\n"
        for one in saved_questions.saved()
    )
    return _framed(
        "diplograph",
        '<p><a href="/graph">The network as an interactive page</a></p>',
        f"<h2>Questions</h2><ul>{saved}</ul>",
        "<h2>Your own</h2>",
        _form("SELECT DISTINCT ?name { ?who a dip:Person ; skos:prefLabel ?name } ORDER BY ?name"),
        "<p>Programs ask <code>/query</code> (SPARQL 1.1 Protocol).</p>",
    )


def answer(sparql: str, found: Solutions | Triples | bool, limit: int) -> str:
    """The page with at most `limit` rows of an answer, and the query to change."""
    if isinstance(found, bool):
        shown = f"<p><strong>{'yes' if found else 'no'}</strong></p>"
    else:
        columns, rows = _rows(found)
        shown = _table(columns, islice(rows, limit)) + _more(rows, limit)
    return _framed("Answer", shown, _form(sparql), _BACK)


def mistake(sparql: str, message: str) -> str:
    """The page that says what is wrong with a query, and the query to change."""
    return _framed("This query is wrong", f"<pre>{escape(message)}</pre>", _form(sparql), _BACK)


_BACK = '<p><a href="/">All questions</a></p>'


def _framed(title: str, *parts: str) -> str:
    return _FRAME.format(title=escape(title), body="\n".join(parts))


def _form(sparql: str) -> str:
    return (
        '<form action="/ask"><label for="query">SPARQL</label>'
        f'<textarea id="query" name="query" rows="12">{escape(sparql)}</textarea>'
        "<button>Ask</button></form>"
    )


def _rows(found: Solutions | Triples) -> tuple[tuple[str, ...], Iterator[tuple[object, ...]]]:
    if isinstance(found, Triples):
        return ("subject", "predicate", "object"), iter(found)
    return found.variables, iter(found.rows)


def _table(columns: Iterable[str], rows: Iterable[tuple[object, ...]]) -> str:
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>\n" for row in rows)
    return f'<div class="wide"><table><tr>{head}</tr>\n{body}</table></div>'


def _cell(term: object) -> str:
    return f"<td>{'' if term is None else escape(str(term))}</td>"


def _more(rows: Iterator[tuple[object, ...]], limit: int) -> str:
    if next(rows, None) is None:
        return ""
    return f"<p>Only the first {limit:,} rows are shown; <code>/query</code> gives all.</p>"
