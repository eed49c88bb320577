"""The commands that hand over the whole store: `export` it, `validate` it."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from diplograph.cli import options, output
from diplograph.errors import UsageProblem

if TYPE_CHECKING:
    from diplograph.store import Violation

_DATA = ["nquads", "trig", "turtle", "jsonld"]
_NETWORKS = ["graphml", "gexf", "csv"]
_VIOLATIONS = 1


@click.command()
@options.store
@click.option("--format", "form", type=click.Choice([*_DATA, *_NETWORKS]), required=True)
@click.option("-o", "--output", "target", required=True, help="The file to write; - is stdout.")
@options.projection
def export(store: Path, form: str, target: str, **projection: Any) -> None:
    """Write the graph, or the network, to a file.

    Everything as RDF (nquads, trig, turtle, jsonld), or the network for Gephi, R and
    spreadsheets (gexf, graphml, csv).

    nquads is in canonical order: the same documents give the same file. csv makes two files,
    nodes and edges. The options that choose a network matter for graphml, gexf and csv only.

    \b
    Example:
      diplograph export --format nquads --output graph.nq
      diplograph export --format gexf --between states --output states.gexf
    """
    from diplograph import network
    from diplograph import store as stores

    with stores.open(store, read_only=True) as opened:
        if form in _DATA:
            opened.export(form, target)
            return
        if target == "-":
            raise UsageProblem(f"'{form}' is written to a file. Name one with --output.")
        network.export(network.project(opened, **projection), form, target)


@click.command()
@options.store
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@click.pass_context
def validate(context: click.Context, /, store: Path, form: str) -> None:
    """Check the store against the SHACL shapes.

    The exit code is 1 where something is missing or does not fit.

    \b
    Example:
      diplograph validate
    """
    from diplograph import store as stores

    with stores.open(store, read_only=True) as opened:
        violations = stores.validate(opened)
    if form == "json":
        output.document([asdict(one) for one in violations])
    else:
        for one in violations:
            _tell(one)
    output.say(f"{len(violations)} violations")
    context.exit(_VIOLATIONS if violations else 0)


def _tell(violation: Violation) -> None:
    click.echo(f"{violation.focus}  {violation.path}".rstrip())
    click.echo(f"  {violation.message}{f': {violation.value}' if violation.value else ''}")
    if violation.sentence:
        click.echo(f"  “{' '.join(violation.sentence.split())}”")
    if violation.item:
        click.echo(f"  in {violation.item}")
