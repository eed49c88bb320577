"""Arguments that several commands share, each with the help text it always has."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

store = click.option(
    "--store",
    type=click.Path(path_type=Path),
    default="./diplograph-store",
    envvar="DIPLOGRAPH_STORE",
    show_default=True,
    show_envvar=True,
    help="The folder of the store.",
)

model = click.option("--model", help="A spaCy model to read with, instead of the built-in one.")

min_confidence = click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    show_default=True,
    help="Leave out what is less certain.",
)

_MODALITIES = click.Choice(["actual", "planned", "proposed", "denied"])
_PROJECTION = (
    click.option(
        "--between",
        type=click.Choice(["actors", "states"]),
        default="actors",
        show_default=True,
        help="Whom the network connects.",
    ),
    click.option(
        "--kind", "kinds", multiple=True, help="Only this kind, such as Visit or Deed. Repeatable."
    ),
    click.option(
        "--modality",
        multiple=True,
        default=["actual"],
        show_default=True,
        type=_MODALITIES,
        help="What happened, or what was only announced. Repeatable.",
    ),
    click.option("--since", metavar="DATE", help="From then on: 2025-06-24, 2025-06 or 2025."),
    click.option("--until", metavar="DATE", help="Until then, that day, month or year included."),
    min_confidence,
    click.option("--statements", is_flag=True, help="Also tie who speaks to whom it is said."),
)


def projection(command: Command) -> Command:
    """The options that say which network is drawn from the store: those of `network.project`."""
    return reduce(lambda decorated, option: option(decorated), reversed(_PROJECTION), command)


_COLUMNS = {
    "title": "headlines",
    "date": "dates of publication",
    "body": "texts",
    "link": "addresses",
    "publisher": "publishers",
}


def columns(command: Command) -> Command:
    """The options that say which column of a table holds what; names as in `documents.Columns`."""
    for name, holds in reversed(_COLUMNS.items()):
        help_text = f"The column of a table (CSV, JSONL) that holds the {holds}."
        command = click.option(f"--{name}-column", name, metavar="NAME", help=help_text)(command)
    return command
