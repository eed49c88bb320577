"""The commands that read documents: `build` into the store, `trace` onto the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from diplograph.cli import options, output
from diplograph.cli.consent import Consent, consent

if TYPE_CHECKING:
    from diplograph.documents import Unreadable
    from diplograph.identity import Reading
    from diplograph.interactions.record import Interaction
    from diplograph.pipeline import Report
    from diplograph.readers import Choice, Endpoint

_SKIPPED = 1
_NAME_WIDTH = 40  # of the file at work, beside the bar


@click.command()
@click.argument("documents", nargs=-1, required=True)
@options.store
@click.option("--workers", type=click.IntRange(min=1), default=1, show_default=True)
@click.option("--prune", is_flag=True, help="Forget documents of the store that are not given.")
@options.model
@options.min_confidence
@options.reader
@consent
@options.columns
@click.pass_context
def build(
    context: click.Context,
    /,
    documents: tuple[str, ...],
    store: Path,
    workers: int,
    prune: bool,
    model: str | None,
    min_confidence: float,
    reader: Choice,
    endpoint: Endpoint | None,
    consent: Consent,
    **columns: str | None,
) -> None:
    """Read documents into the store.

    DOCUMENTS are files, folders, patterns such as 'press/*.html', or - for standard input.

    Documents that have not changed are not read again. What cannot be read is reported, the
    others are stored, and the exit code is 1.

    With --reader llm or both, documents are sent to the server at --llm-url. What that takes is
    told beforehand; more than 50 requests want your consent, or --yes.

    \b
    Example:
      diplograph build graph/documents
      diplograph build 'press/*.html' readouts.csv --body-column Text --workers 2
    """
    from diplograph import pipeline
    from diplograph.documents import Columns

    named = Columns(**columns)
    if endpoint:
        consent.obtain(
            pipeline.estimate(
                documents,
                store,
                model=model,
                columns=named,
                min_confidence=min_confidence,
                reader=reader,
                endpoint=endpoint,
            )
        )
    with progress() as advance:
        report = pipeline.build(
            documents,
            store,
            workers=workers,
            prune=prune,
            model=model,
            columns=named,
            min_confidence=min_confidence,
            progress=advance,
            reader=reader,
            endpoint=endpoint,
        )
    _tell(report, store)
    context.exit(_SKIPPED if report.skipped else 0)


@contextmanager
def progress() -> Iterator[Callable[[int, int, str], None]]:
    """A bar on standard error, where somebody watches."""
    parts = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    name = TextColumn("{task.fields[name]}", markup=False)
    console = output.messages()
    bar = Progress(*parts, name, console=console, transient=True, disable=not console.is_terminal)
    with bar:
        task = bar.add_task("reading", total=None, name="")

        def advance(done: int, total: int, identifier: str) -> None:
            bar.update(task, completed=done, total=total, name=identifier[-_NAME_WIDTH:])

        yield advance


def _tell(report: Report, store: Path) -> None:
    """What was done and what the store holds now; what was skipped, and why."""
    held = report.store
    output.say(
        f"{report.read} documents read ({report.changed} of them changed), "
        f"{report.unchanged} unchanged, {report.removed} removed."
    )
    output.say(
        f"{store} holds {held.documents} documents, {held.items} items, {held.actors} actors "
        f"({held.unresolved} unresolved) and {sum(held.interactions.values())} interactions:"
    )
    for kind, number in held.interactions.items():
        output.say(f"  {number:6} {kind}")
    if report.dropped:
        output.say("Thrown away of what the language model answered:")
    for reason, number in report.dropped.items():
        output.say(f"  {number:6} {reason}")
    if report.skipped:
        output.say(f"Not read, or not in full ({len(report.skipped)}):")
    for one in report.skipped:
        output.say(f"skipped {one.identifier}: {one.reason}")


@click.command()
@click.argument("document")
@options.model
@options.reader
@options.columns
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@click.pass_context
def trace(
    context: click.Context,
    /,
    document: str,
    model: str | None,
    reader: Choice,
    endpoint: Endpoint | None,
    form: str,
    **columns: str | None,
) -> None:
    """What each step makes of one document.

    Items, mentions, offices and interactions, each with its place in the text. DOCUMENT is a
    file or - for standard input.

    \b
    Example:
      diplograph trace graph/documents/2025-03-14-norway-kenya-visit.txt
    """
    from diplograph import pipeline
    from diplograph.documents import Columns, Unreadable

    outcomes = list(
        pipeline.trace(
            document, model=model, columns=Columns(**columns), reader=reader, endpoint=endpoint
        )
    )
    if form == "json":
        output.document([_record(one) for one in outcomes])
    else:
        for one in outcomes:
            _show(one)
    context.exit(_SKIPPED if any(isinstance(one, Unreadable) for one in outcomes) else 0)


def _record(outcome: Reading | Unreadable) -> dict[str, Any]:
    """An outcome as JSON holds it; a span of evidence comes with its words."""
    record = asdict(outcome)
    if "exact" in record:
        spans = sorted(record.pop("exact").items())
        record["exact"] = [{"start": a, "end": b, "words": words} for (a, b), words in spans]
    return record


def _show(outcome: Reading | Unreadable) -> None:
    from diplograph.documents import Unreadable

    if isinstance(outcome, Unreadable):
        output.say(f"skipped {outcome.identifier}: {outcome.reason}")
        return
    item = outcome.item
    click.echo(f"item {item.number}  {item.start}–{item.end}  {item.issued or 'undated'}")
    click.echo(f"  {item.title or '(no title)'}")
    _show_mentions(outcome)
    _show_tenures(outcome)
    _show_interactions(outcome)


def _show_mentions(reading: Reading) -> None:
    click.echo("  mentions")
    for mention in reading.mentions:
        words = reading.item.text[
            mention.start - reading.item.start : mention.end - reading.item.start
        ]
        click.echo(f"    {_place(mention.start, mention.end)}  {_line(words)}  → {mention.entity}")


def _show_tenures(reading: Reading) -> None:
    click.echo("  offices")
    for one in reading.tenures:
        side = f", {one.of}" if one.of else ""
        click.echo(f"    {_place(one.start, one.end)}  {one.holder}: {_line(one.title)}{side}")


def _show_interactions(reading: Reading) -> None:
    click.echo("  interactions")
    for one in reading.interactions:
        click.echo(f"    {_summary(one)}")
        for start, end in one.evidence:
            click.echo(f"      {_place(start, end)}  “{_line(reading.exact[start, end])}”")


def _summary(one: Interaction) -> str:
    roles = ", ".join(f"{role.name} {role.entity}" for role in one.roles)
    act = f" ({one.speech_act})" if one.speech_act else ""
    date = one.begin or "undated"
    return f"{one.kind}{act}, {one.modality}, {date}: {roles}  (confidence {one.confidence:.2f})"


def _place(start: int, end: int) -> str:
    return f"{start:6}–{end:<6}"


def _line(text: str) -> str:
    return " ".join(text.split())
