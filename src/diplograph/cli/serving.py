"""The command that serves a store."""

from __future__ import annotations

from pathlib import Path

import click

from diplograph.cli import options, output


@click.command()
@options.store
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="The address to listen on. Others than this machine can ask only if you change it.",
)
def serve(store: Path, port: int, host: str) -> None:
    """Answer SPARQL queries over HTTP.

    In a browser, the address shows the saved questions and the interactive page. Stop with
    Ctrl-C.

    \b
    Example:
      diplograph serve --port 8000
      curl http://127.0.0.1:8000/query --data-urlencode 'query=SELECT * { ?s ?p ?o } LIMIT 3'
    """
    from diplograph import server
    from diplograph import store as stores

    def ready(address: str) -> None:
        output.say(f"Serving {store} at {address} (stop with Ctrl-C)")

    with stores.open(store, read_only=True) as opened:
        server.serve(opened, host, port, ready=ready)
