"""The command as a whole: help, suggestions, errors."""

from __future__ import annotations

import errno
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import Result

from diplograph.__main__ import main as started
from diplograph.cli import main

Run = Callable[..., Result]


def test_help_lists_the_commands_in_the_order_of_use(run: Run) -> None:
    """One builds before one asks."""
    told = run("--help").stdout
    places = [told.index(f"\n  {name} ") for name in main.commands]
    assert places == sorted(places)


def test_no_summary_is_cut_off(run: Run) -> None:
    """What a command does fits in its line."""
    assert "..." not in run("--help").stdout.partition("Commands:")[2]


def test_the_version_is_that_of_the_package(run: Run) -> None:
    """One place says it."""
    assert run("--version").stdout == f"diplograph {version('diplograph')}\n"


def test_a_mistyped_command_is_corrected(run: Run) -> None:
    """The closest command is suggested."""
    assert "Did you mean 'query'?" in run("qurey", fails=2).stderr


def test_a_missing_store_is_named(run: Run, tmp_path: Path) -> None:
    """With the command that makes one."""
    done = run("stats", store=tmp_path / "none", fails=5)
    assert "diplograph build" in done.stderr


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "out.csv"), 1, "out.csv: No space left"),
        (KeyboardInterrupt(), 130, "Interrupted"),
    ],
)
def test_trouble_from_outside_is_one_message(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, told: str
) -> None:
    """A full disk or Ctrl-C shows no traceback."""

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("diplograph.store.open", fail)
    done = run("stats", fails=code)
    assert told in done.stderr
    assert "Traceback" not in done.stderr


class _Loading(ModuleType):
    """A module during whose loading Ctrl-C is pressed."""

    def __getattr__(self, name: str) -> object:
        raise KeyboardInterrupt


def test_ctrl_c_while_libraries_load_is_one_message(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nor does one who changes their mind at once see a traceback."""
    monkeypatch.setitem(sys.modules, "diplograph.cli", _Loading("diplograph.cli"))
    with pytest.raises(SystemExit, match="130"):
        started()
    assert capsys.readouterr().err == "Interrupted.\n"


def test_help_that_cannot_be_written_is_one_message(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk is told before any command has begun, too."""

    def fail(_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("click.Context.get_help", fail)
    assert "The output: No space left" in run("--help", fails=1).stderr


def test_a_reader_that_stops_reading_is_no_error(tiny_store: Path) -> None:
    """`diplograph export | head -1` prints one line and no complaint."""
    command = [sys.executable, "-m", "diplograph", "export", "--store", str(tiny_store)]
    script = '"$@" --format nquads --output - | true'
    done = subprocess.run(
        ["sh", "-c", script, "sh", *command], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""


def test_asking_does_not_wait_for_the_language_model() -> None:
    """spaCy takes seconds to load and is needed by `build` and `trace` only."""
    code = "import sys, diplograph.cli; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
