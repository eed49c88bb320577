"""Running a command as a user does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from diplograph.cli import main


@pytest.fixture
def run(tiny_store: Path) -> Callable[..., Result]:
    """Runs a command over the tiny store; it must end with the exit code `fails`, default 0."""

    def run(*arguments: str, fails: int = 0, store: Path | None = None, input: str = "") -> Result:
        settings = {"DIPLOGRAPH_STORE": str(store or tiny_store)}
        done = CliRunner().invoke(main, arguments, input=input, env=settings)
        assert done.exit_code == fails, (done.output, done.exception)
        assert done.exception is None or isinstance(done.exception, SystemExit)
        return done

    return run
