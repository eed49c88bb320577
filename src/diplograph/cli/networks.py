"""Commands over the network: who matters, who connects whom, the page."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from diplograph.cli import options, output
from diplograph.errors import UsageProblem

_SHOWN_PER_STEP = 3


@click.command()
@options.store
@options.projection
@click.option(
    "--by",
    type=click.Choice(["degree", "betweenness", "pagerank"]),
    default="betweenness",
    show_default=True,
    help="The busiest, the go-betweens, or the well-connected.",
)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True)
@click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True
)
def rank(store: Path, by: Any, limit: int, form: str, **projection: Any) -> None:
    """Who matters most in the network.

    \b
    Example:
      diplograph rank --by betweenness --between states --limit 10
    """
    from diplograph import network

    ranked = network.rank(_project(store, projection), by)[:limit]
    if form == "json":
        output.document([asdict(one) for one in ranked])
    else:
        rows = ((n, one.name, one.kind, f"{one.score:.4f}") for n, one in enumerate(ranked, 1))
        output.table(("", "name", "kind", by), rows)


@click.command()
@click.argument("source")
@click.argument("target")
@options.store
@options.projection
def path(source: str, target: str, store: Path, **projection: Any) -> None:
    """Who connects SOURCE with TARGET.

    Shows the shortest chain of contacts between the two, and the sentences behind each step.

    \b
    Example:
      diplograph path Norway Kenya --between states
    """
    from diplograph import network
    from diplograph import store as stores

    with stores.open(store, read_only=True) as opened:
        ends = [network.find_actor(opened, name) for name in (source, target)]
        if ends[0] == ends[1]:
            raise UsageProblem(f"'{source}' and '{target}' are the same actor. Name two.")
        graph = network.project(opened, **projection)
    for step in network.path(graph, *ends):
        click.echo(f"{step.source} – {step.target}")
        surest = sorted(step.contacts, key=lambda one: (-one.confidence, one.earliest, one.iri))
        for contact in surest[:_SHOWN_PER_STEP]:
            _tell(contact)
        if len(surest) > _SHOWN_PER_STEP:
            click.echo(f"  and {len(surest) - _SHOWN_PER_STEP} more")


def _tell(contact: Any) -> None:
    """One contact, and the first sentence that says so."""
    when = contact.begin or contact.earliest or "undated"
    where = f", {contact.place}" if contact.place else ""
    click.echo(f"  {when}  {contact.kind}{where}  (confidence {contact.confidence:.2f})")
    for sentence in contact.sentences[:1]:
        words = " ".join(sentence.text.split())
        click.echo(f"      “{words}”")
        click.echo(f"      {sentence.document}, characters {sentence.start}–{sentence.end}")


@click.command()
@options.store
@options.projection
@click.option(
    "-o", "--output", "target", required=True, type=click.Path(dir_okay=False, path_type=Path)
)
@click.option("--title", default="Who met whom", show_default=True, help="The page's heading.")
def draw(store: Path, target: Path, title: str, **projection: Any) -> None:
    """Draw the network as one interactive page.

    The page needs no connection to anything; open it in a browser, or send it.

    \b
    Example:
      diplograph draw --output page.html
    """
    from diplograph import html

    graph = _project(store, projection)
    html.write(graph, target, title=title)
    output.say(f"{len(graph)} actors and {graph.number_of_edges()} ties: {target}")


def _project(store: Path, projection: dict[str, Any]) -> Any:
    from diplograph import network
    from diplograph import store as stores

    with stores.open(store, read_only=True) as opened:
        return network.project(opened, **projection)
