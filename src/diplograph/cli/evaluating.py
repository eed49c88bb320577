"""The commands about quality: `annotate` drafts what a document says, `evaluate` compares."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from diplograph.cli import options, output
from diplograph.cli.building import progress
from diplograph.errors import UsageProblem

if TYPE_CHECKING:
    from diplograph.evaluation import Annotation, Difference, Report, Tally
    from diplograph.readers import Choice, Endpoint

_INCOMPLETE = 1
_MAIN = ("people", "offices", "encounters", "statements", "deeds")


@click.command()
@click.argument("gold", type=click.Path(path_type=Path))
@click.option(
    "--documents",
    "folders",
    required=True,
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder of the annotated documents. Repeatable.",
)
@click.option(
    "--store", type=click.Path(path_type=Path), help="A store that holds them, instead of reading."
)
@options.model
@click.option("--only", default="", metavar="NAME", help="Only documents named like this.")
@options.min_confidence
@click.option(
    "--errors",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="Also show the first N things missed, spurious or wrong.",
)
@click.option("--by-document", is_flag=True, help="Also show the F1 of each document.")
@click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True
)
@click.pass_context
def evaluate(
    context: click.Context,
    /,
    gold: Path,
    folders: tuple[Path, ...],
    store: Path | None,
    model: str | None,
    only: str,
    min_confidence: float,
    errors: int,
    by_document: bool,
    form: str,
) -> None:
    """How much of what a person reads in documents is found.

    GOLD is a folder of annotations, one JSON file a document, as `annotate` drafts them. Reads
    the documents anew, or takes what a store says of them. Shown are precision (how much of
    what is found is right), recall (how much of what is there is found) and their mean, F1.
    The exit code is 1 where a document is missing from the store or cannot be read in full.

    \b
    Example:
      diplograph evaluate tests/golden/gold --documents tests/golden/documents \\
          --documents graph/documents --errors 10
    """
    from diplograph import evaluation
    from diplograph import store as stores

    wanted = evaluation.load(gold, only)
    paths = {one.document: _path(one, folders) for one in wanted}
    with (
        _graph(store, paths.values(), model) as (folder, complete),
        stores.open(folder, read_only=True) as opened,
    ):
        found = evaluation.find(opened, paths, min_confidence)
    report = evaluation.score(wanted, {name: _text(p) for name, p in paths.items()}, found)
    if form == "json":
        output.document(_record(report))
    else:
        _tell(report, errors, by_document)
    missing = [name for name in paths if name not in found]
    for name in missing:
        output.say(f"{name} is not in the store; all it says counts as missed.")
    context.exit(_INCOMPLETE if missing or not complete else 0)


def _path(annotation: Annotation, folders: Sequence[Path]) -> Path:
    """The file that an annotation is of."""
    for folder in folders:
        if (path := folder / annotation.document).is_file():
            return path
    raise UsageProblem(
        f"The annotated document {annotation.document} is not in {', '.join(map(str, folders))}. "
        "Name its folder with --documents."
    )


@contextmanager
def _graph(
    store: Path | None, documents: Iterable[Path], model: str | None
) -> Iterator[tuple[Path, bool]]:
    """The folder of the store to evaluate, and whether every document could be read into it."""
    if store:
        yield store, True
        return
    from diplograph import pipeline

    with tempfile.TemporaryDirectory() as folder:
        with progress() as advance:
            report = pipeline.build(map(str, documents), folder, model=model, progress=advance)
        for one in report.skipped:
            output.say(f"skipped {one.identifier}: {one.reason}")
        yield Path(folder), not report.skipped


def _text(path: Path) -> str:
    from diplograph import documents

    document = documents.read(documents.File(path.name, path), path.read_bytes())
    if isinstance(document, documents.Unreadable):
        raise UsageProblem(f"{path}: {document.reason}")
    return document.text


def _record(report: Report) -> dict[str, Any]:
    """The report as JSON holds it."""
    from dataclasses import asdict

    return {
        "lines": {name: _numbers(tally) for name, tally in report.lines.items()},
        "documents": {
            document: {name: _numbers(tally) for name, tally in lines.items()}
            for document, lines in report.documents.items()
        },
        "differences": [asdict(one) for one in report.differences],
    }


def _numbers(tally: Tally) -> dict[str, float]:
    return {
        "precision": round(tally.precision, 4),
        "recall": round(tally.recall, 4),
        "f1": round(tally.f1, 4),
        "gold": tally.gold,
        "found": tally.found,
        "hit": tally.hit,
    }


def _tell(report: Report, errors: int, by_document: bool) -> None:
    from diplograph.evaluation import LINES

    lines = report.lines
    rows = (_row(name, tally, whole=name in LINES) for name, tally in _ordered(lines))
    title = f"{len(report.documents)} documents"
    output.table(("", "precision", "recall", "F1", "annotated", "found"), rows, title=title)
    if by_document:
        tallies = report.documents.items()
        each = ((name, *(_share(found, line) for line in _MAIN)) for name, found in tallies)
        output.table(("F1 of", *_MAIN), each)
    for difference in report.differences[:errors]:
        _tell_difference(difference)


def _ordered(lines: dict[str, Tally]) -> Iterator[tuple[str, Tally]]:
    """Each line followed by its attributes: "encounters", "encounters: kind" …"""
    for name, tally in lines.items():
        if ":" not in name:
            yield name, tally
            yield from ((n, t) for n, t in lines.items() if n.startswith(f"{name}:"))


def _row(name: str, tally: Tally, *, whole: bool) -> tuple[str, ...]:
    """A line of the table; an attribute of what was found has a precision only."""
    indented = f"  {name.partition(': ')[2]}" if ":" in name else name
    if not whole:
        return indented, f"{tally.precision:.3f}", "", "", "", f"{tally.found:5}"
    shares = (f"{share:.3f}" for share in (tally.precision, tally.recall, tally.f1))
    return indented, *shares, f"{tally.gold:9}", f"{tally.found:5}"


def _share(lines: dict[str, Tally], line: str) -> str:
    """The F1 of a line of a document; "" where there was nothing to find and nothing found."""
    tally = lines[line]
    return f"{tally.f1:.3f}" if tally.gold or tally.found else ""


def _tell_difference(one: Difference) -> None:
    click.echo(f"{one.what} ({one.line}) in {one.document}: {one.fact}")
    if one.words:
        click.echo(f"    “{one.words}”")


@click.command()
@click.argument("document")
@click.option(
    "-o",
    "--output",
    "target",
    default="-",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    help="The file to write, instead of standard output.",
)
@options.model
@options.reader
@options.columns
@click.pass_context
def annotate(
    context: click.Context,
    /,
    document: str,
    target: Path,
    model: str | None,
    reader: Choice,
    endpoint: Endpoint | None,
    **columns: str | None,
) -> None:
    """Draft what a document says, for a person to correct.

    Writes JSON: people with their offices, encounters, statements and deeds, each with the
    sentence that says so. Correct it by hand, keep it in a folder of annotations, and
    `evaluate` tells how well documents are read. A file that is there already is not replaced.

    \b
    Example:
      diplograph annotate graph/documents/2025-02-11-moscow-readout-call.txt -o gold/call.json
    """
    from diplograph import evaluation, pipeline
    from diplograph.documents import Columns, Unreadable

    if target != Path("-") and target.exists():
        raise UsageProblem(
            f"{target} is there already, and may hold corrections. Name another file, or remove it."
        )
    traced = pipeline.trace(
        document, model=model, columns=Columns(**columns), reader=reader, endpoint=endpoint
    )
    outcomes = list(traced)
    refused = [one for one in outcomes if isinstance(one, Unreadable)]
    readings = [one for one in outcomes if not isinstance(one, Unreadable)]
    for one in refused:
        output.say(f"skipped {one.identifier}: {one.reason}")
    if readings:
        _write(target, evaluation.written(evaluation.draft(readings)))
    context.exit(_INCOMPLETE if refused else 0)


def _write(target: Path, text: str) -> None:
    if target == Path("-"):
        click.echo(text, nl=False)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    output.say(f"{target}: correct it, then: diplograph evaluate {target.parent} --documents DIR")
