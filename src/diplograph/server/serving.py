"""Listening: one process, one address, until it is stopped."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable
from contextlib import suppress

import uvicorn

from diplograph.errors import UsageProblem
from diplograph.server.routes import LOOPBACK, application
from diplograph.store import Store


def serve(
    store: Store,
    host: str = "127.0.0.1",
    port: int = 8000,
    *,
    ready: Callable[[str], None] = lambda address: None,
) -> None:
    """Answer requests to `store` at `host`:`port` until Ctrl-C; port 0 takes any free one.

    `ready` is told the address ("http://127.0.0.1:8000/") once it can be asked. Raises
    `UsageProblem` where the address cannot be had.
    """
    with _listening(host, port) as listener:
        ready(f"http://{_in_address(host)}:{listener.getsockname()[1]}/")
        hosts = LOOPBACK if _in_address(host) in LOOPBACK else ("*",)
        config = uvicorn.Config(application(store, hosts=hosts), log_level="warning")
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listener])


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _listening(host: str, port: int) -> socket.socket:
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise UsageProblem(_unavailable(host, port, error)) from error


def _unavailable(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is in use by another program. Choose another one: --port {port + 1}"
    if error.errno == errno.EACCES:
        return f"Port {port} needs special rights. Choose one above 1023: --port 8000"
    return f"Cannot listen on {host}:{port}: {error.strerror or error}. Check --host."
