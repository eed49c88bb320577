"""The endpoint listens where it is told, and says so when it cannot."""

from __future__ import annotations

import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from diplograph import server
from diplograph import store as stores
from diplograph.errors import UsageProblem


def test_a_port_in_use_is_named(tiny_store: Path) -> None:
    """The message says which port, and how to take another."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with (
            stores.open(tiny_store, read_only=True) as opened,
            pytest.raises(UsageProblem, match=f"Port {port} is in use.*--port"),
        ):
            server.serve(opened, port=port)


def test_an_address_of_another_machine_is_refused(tiny_store: Path) -> None:
    """A host that is not here cannot be listened on."""
    with (
        stores.open(tiny_store, read_only=True) as opened,
        pytest.raises(UsageProblem, match="--host"),
    ):
        server.serve(opened, host="192.0.2.1", port=8000)


def test_the_command_serves_until_it_is_stopped(tiny_store: Path) -> None:
    """A real client gets an answer over a real socket, and an interrupt ends it well."""
    command = [sys.executable, "-m", "diplograph", "serve", "--store", str(tiny_store)]
    with subprocess.Popen([*command, "--port", "0"], stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        address = process.stderr.readline().split(" at ")[1].split()[0]
        with urllib.request.urlopen(f"{address}query?query=ASK%20%7B%7D", timeout=30) as answer:
            assert b"true" in answer.read()
        process.send_signal(2)
        assert process.wait(timeout=30) == 0
        assert process.stderr.read() == ""
