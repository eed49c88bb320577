"""Arguments that several commands share, each with the help text it always has."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from diplograph.errors import UsageProblem

if TYPE_CHECKING:
    from diplograph.readers import Endpoint

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


_READER = (
    click.option(
        "--reader",
        type=click.Choice(["rules", "llm", "both"]),
        default="rules",
        show_default=True,
        help="Who reads: the built-in rules, a language model, or both, merged.",
    ),
    click.option(
        "--llm-url",
        metavar="URL",
        envvar="DIPLOGRAPH_LLM_URL",
        show_envvar=True,
        help="A server that answers as OpenAI's does: http://localhost:11434/v1.",
    ),
    click.option(
        "--llm-model",
        metavar="NAME",
        envvar="DIPLOGRAPH_LLM_MODEL",
        show_envvar=True,
        help="The language model that the server is to answer with.",
    ),
    click.option(
        "--llm-key",
        metavar="KEY",
        envvar="DIPLOGRAPH_LLM_KEY",
        show_envvar=True,
        help="The key for the server; the environment keeps it from other users' eyes.",
    ),
    click.option(
        "--llm-timeout",
        type=click.FloatRange(min=0, min_open=True),
        default=120.0,
        show_default=True,
        help="Seconds to wait for an answer.",
    ),
    click.option(
        "--llm-concurrency",
        type=click.IntRange(min=1),
        default=4,
        show_default=True,
        help="Requests under way at once.",
    ),
)


def reader(command: Command) -> Command:
    """Who reads: the command gets `reader` and `endpoint`, those of `pipeline.build`."""

    @wraps(command)
    def with_endpoint(*arguments: Any, **options: Any) -> Any:
        given = {name: options.pop(f"llm_{name}") for name in _ENDPOINT}
        endpoint = None if options["reader"] == "rules" else _endpoint(**given)
        return command(*arguments, endpoint=endpoint, **options)

    decorated = reduce(lambda done, option: option(done), reversed(_READER), with_endpoint)
    return cast(Command, decorated)


_ENDPOINT = ("url", "model", "key", "timeout", "concurrency")


def _endpoint(url: str | None, model: str | None, key: str | None, **more: Any) -> Endpoint:
    from diplograph.readers import Endpoint

    if not url or not model:
        raise UsageProblem(
            "A language model reads where --llm-url and --llm-model (or DIPLOGRAPH_LLM_URL and "
            "DIPLOGRAPH_LLM_MODEL) say which: the address of a server and the name of a model."
        )
    return Endpoint(url, model, (key or "").strip(), **more)
