"""The `diplograph` command itself: its subcommands, and how an error reaches the user."""

from __future__ import annotations

import sys
from typing import Any

import click

from diplograph.cli import asking, building, evaluating, exporting, networks, output, serving
from diplograph.errors import DiplographError

_INTERRUPTED = 130  # what shells report for a command stopped by Ctrl-C: 128 + SIGINT


class _Translating(click.Group):
    """Shows the errors a user may meet as one message, without a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)  # in the order of use, not of the alphabet

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except DiplographError as error:
            output.say(f"Error: {error}")
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            output.say("Interrupted. What was stored before is kept.")
            ctx.exit(_INTERRUPTED)

    def main(self, *arguments: Any, **settings: Any) -> Any:
        # Click itself ends quietly where a reader (`head`, `less`) has what it wanted.
        try:
            return super().main(*arguments, **settings)
        except OSError as error:
            output.say(f"Error: {_describe(error)}")
            sys.exit(1)


def _describe(error: OSError) -> str:
    where = error.filename or "The output"
    reason = error.strerror or error
    return f"{where}: {reason}. Check the path, its permissions and the disk."


@click.group(
    "diplograph", cls=_Translating, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(package_name="diplograph", message="%(prog)s %(version)s")
def main() -> None:
    """Who met, called, urged, aided or sanctioned whom, with the sentence behind every fact.

    Reads diplomatic documents into a knowledge graph, answers questions about it in SPARQL,
    and draws it as an interactive page.

    \b
    Example:
      diplograph build graph/documents
      diplograph query who-met-whom
      diplograph draw --output page.html
    """


for _command in (
    building.build,
    asking.query,
    asking.show,
    asking.stats,
    networks.rank,
    networks.path,
    networks.draw,
    exporting.export,
    exporting.validate,
    building.trace,
    evaluating.annotate,
    evaluating.evaluate,
    serving.serve,
):
    main.add_command(_command)
