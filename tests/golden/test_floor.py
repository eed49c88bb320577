"""The quality of extraction never falls unseen."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "record_floor.py"


def test_no_line_is_below_its_floor() -> None:
    """Every F1 over the annotated documents is as high as it has been, or higher."""
    command = [sys.executable, str(SCRIPT), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture
def script() -> ModuleType:
    """The script as a module."""
    spec = spec_from_file_location("record_floor", SCRIPT)
    assert spec and spec.loader
    module = module_from_spec(spec)
    sys.modules["record_floor"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def run(script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """`run(0.7, "--lower")`: the exit code where that is measured; the floor is in tmp_path."""

    def run(f1: float, *options: str) -> int:
        lines = {line: {"f1": f1} for line in script.LINES}
        monkeypatch.setattr(script, "evaluated", lambda: lines)
        floor = str(tmp_path / "floor.json")
        monkeypatch.setattr(sys, "argv", ["record_floor.py", "--floor", floor, *options])
        return int(script.main())

    return run


def recorded(folder: Path) -> set[float]:
    """The figures of the floor in a folder."""
    return set(json.loads((folder / "floor.json").read_text())["f1"].values())


def test_a_higher_figure_raises_the_floor(run: Callable[..., int], tmp_path: Path) -> None:
    """Freely; a check passes on it and above it."""
    assert run(0.71239) == 0
    assert recorded(tmp_path) == {0.712}
    assert run(0.712, "--check") == 0
    assert run(0.9) == 0
    assert recorded(tmp_path) == {0.9}


def test_a_lower_figure_fails(
    run: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is recorded only where that is asked for in so many words."""
    run(0.7)
    assert run(0.6, "--check") == 1
    assert "people: F1 0.600 is below the floor of 0.700" in capsys.readouterr().err
    assert run(0.6) == 1
    assert recorded(tmp_path) == {0.7}
    assert run(0.6, "--lower") == 0
    assert recorded(tmp_path) == {0.6}


def test_a_changed_annotation_fails(
    run: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Figures for other documents say nothing."""
    run(0.7)
    content = json.loads((tmp_path / "floor.json").read_text())
    (tmp_path / "floor.json").write_text(json.dumps({**content, "digest": "00"}))
    assert run(0.8, "--check") == 1
    assert "The annotated documents changed" in capsys.readouterr().err


def test_the_digest_is_of_annotations_and_their_documents(
    script: ModuleType, tmp_path: Path
) -> None:
    """Either changes it, a document that nobody annotated does not."""
    (tmp_path / "call.json").write_text('{"document": "call.txt"}')
    (tmp_path / "call.txt").write_text("They spoke.")

    def digest() -> str:
        return str(script.digest(tmp_path, (tmp_path,)))

    first = digest()
    (tmp_path / "other.txt").write_text("They met.")
    assert digest() == first
    (tmp_path / "call.txt").write_text("They wrote.")
    second = digest()
    (tmp_path / "call.json").write_text('{"document": "call.txt", "deeds": []}')
    assert len({first, second, digest()}) == 3
