"""Printing: results to standard output, messages to standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import click
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

_WIDTH_OF_A_FILE = 200  # where nobody watches, a table need not fit a window


def results() -> Console:
    """Where results go; as wide as the terminal, or wide enough for a file."""
    return Console(width=None if sys.stdout.isatty() else _WIDTH_OF_A_FILE, highlight=False)


def messages() -> Console:
    """Where messages and progress go."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


def say(message: str) -> None:
    """A message for the user, on standard error."""
    click.echo(message, err=True)


def table(columns: Sequence[str], rows: Iterable[Sequence[object]], title: str = "") -> None:
    """A table on standard output; text of documents is shown as it is, never as markup."""
    shown = Table(
        *columns, title=Text(title) if title else None, title_justify="left", box=box.SIMPLE
    )
    for row in rows:
        shown.add_row(*(Text("" if cell is None else str(cell)) for cell in row))
    results().print(shown)


def document(value: Any) -> None:
    """`value` as indented JSON on standard output."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
