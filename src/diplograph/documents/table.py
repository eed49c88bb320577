"""CSV, TSV and JSON Lines: one article a row."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping

from diplograph.documents.compose import Article, compose, digest, one_line, storable, too_long
from diplograph.documents.encoding import decode
from diplograph.documents.fields import Columns, delimiter
from diplograph.documents.formats import suffix
from diplograph.documents.markup import to_text
from diplograph.documents.record import CannotRead, Document

Row = Mapping[str, str]
Rows = Iterator[tuple[int, Row | str]]
"""Line number, and the row or what is wrong with it."""

_LONGEST_CELL = 50_000_000
_MOST_RESTARTS = 100
_SHOWN = 10
_NOTHING = frozenset(("na", "n/a", "nan", "none", "null", "-"))  # how programs write "no value"


def read(identifier: str, content: bytes, columns: Columns) -> Document:
    """One section a row; rows that cannot be read are named in `problems`, the others stay.

    Raises `CannotRead` where no column holds the text.
    """
    text, problems = decode(content)
    kind, rows = _rows(identifier, text.removeprefix("\ufeff"))
    articles, wrong = _articles(list(rows), columns)
    if not articles:
        why = _shortened(wrong) or ["The table has no rows below its header."]
        raise CannotRead(" ".join(why))
    body, sections = compose(articles)
    return Document(
        identifier=identifier,
        text=body,
        digest=digest(content),
        media_type=kind,
        sections=sections,
        problems=problems + tuple(_shortened(wrong)),
    )


def _rows(identifier: str, text: str) -> tuple[str, Rows]:
    kind = suffix(identifier)
    if kind in (".jsonl", ".ndjson") or (not kind and text.lstrip().startswith("{")):
        return "application/x-ndjson", _json_rows(text)
    mark = "\t" if kind == ".tsv" else delimiter(text.partition("\n")[0])
    return "text/tab-separated-values" if mark == "\t" else "text/csv", _csv_rows(text, mark)


def _articles(
    rows: list[tuple[int, Row | str]], columns: Columns
) -> tuple[list[Article], list[str]]:
    """The rows' articles, and what is wrong with the other rows."""
    good = [(number, row) for number, row in rows if not isinstance(row, str)]
    wrong = [f"Line {number}: {row}." for number, row in rows if isinstance(row, str)]
    names = _columns(list(dict.fromkeys(name for _, row in good for name in row)), columns)
    articles = []
    for number, row in good:
        article = _article(row, names)
        if not article.body:
            wrong.append(f"Line {number}: the column '{names['body']}' is empty.")
        elif too_long(article):
            wrong.append(f"Line {number}: the text is too long for one article. Split it.")
        else:
            articles.append(article)
    return articles, wrong


def _columns(present: list[str], columns: Columns) -> dict[str, str]:
    """Which column holds each field; a summary stands in for a missing body."""
    names = columns.of(present)
    missing = [name for name in names.values() if present and name not in present]
    if "body" not in names:
        names["body"] = names.pop("summary", "")
    if present and (missing or not names["body"]):
        lacking = f"There is no column '{missing[0]}'" if missing else "No column holds the text"
        raise CannotRead(
            f"{lacking}; the columns are: {', '.join(present)}. "
            "Name the column of the text with --body-column (and others with --title-column, "
            "--date-column, --link-column)."
        )
    return names


def _article(row: Row, names: Mapping[str, str]) -> Article:
    cells = {field: _cell(row, name) for field, name in names.items()}
    line = {field: one_line(to_text(cell)) for field, cell in cells.items() if len(cell) < 10_000}
    return Article(
        body=to_text(cells["body"]),
        title=line.get("title"),
        date=line.get("date"),
        link=line.get("link"),
        place=line.get("place"),
        publisher=line.get("publisher"),
        summary=to_text(cells.get("summary", "")),
    )


def _cell(row: Row, name: str) -> str:
    cell = row.get(name, "")
    return "" if cell.strip().lower() in _NOTHING else cell


def _csv_rows(text: str, mark: str) -> Rows:
    """Rows under the header line; after a malformed row reading goes on at the next line."""
    csv.field_size_limit(_LONGEST_CELL)
    lines = text.splitlines(keepends=True)
    header: list[str] = []
    at = 0
    for _ in range(_MOST_RESTARTS):
        reader = csv.reader(iter(lines[at:]), delimiter=mark, strict=True)
        before = 0
        try:
            for cells in reader:
                number, before = at + before + 1, reader.line_num
                if not header:
                    header = [one_line(cell) for cell in cells]
                elif cells:
                    yield number, _csv_row(header, cells)
            return
        except csv.Error as error:
            at += before + 1
            yield at, f"the quotes or separators are broken ({error})"
    yield at + 1, "too many malformed lines; reading stops here"


def _csv_row(header: list[str], cells: list[str]) -> Row | str:
    if len(cells) != len(header):
        return f"number of cells: {len(cells)}, in the header: {len(header)}"
    return {name: storable(cell) for name, cell in zip(header, cells, strict=True)}


def _json_rows(text: str) -> Rows:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, _json_row(line)


def _json_row(line: str) -> Row | str:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        return f"no valid JSON ({error})"
    if not isinstance(value, dict):
        return "no JSON object"
    return {key: storable(cell) for key, cell in value.items() if isinstance(cell, str)}


def _shortened(problems: list[str]) -> list[str]:
    """The first few, and how many more there are."""
    more = len(problems) - _SHOWN
    return problems[:_SHOWN] + ([f"… and {more} more such lines."] if more > 0 else [])
