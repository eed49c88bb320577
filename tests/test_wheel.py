"""What is installed from a wheel works without the repository."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built without asking an index."""
    folder = tmp_path_factory.mktemp("wheel")
    builder = ["-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    run(sys.executable, *builder)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `diplograph` command of an empty environment into which the wheel was installed."""
    home = tmp_path_factory.mktemp("home")
    venv.create(home, with_pip=True)
    python = home / "bin" / "python"
    run(python, "-m", "pip", "install", "-q", "-c", str(ROOT / "constraints.txt"), str(wheel))
    return home / "bin" / "diplograph"


def test_the_wheel_carries_the_data(wheel: Path) -> None:
    """Ontology, cues, authority lists, prompt and saved queries travel with the code."""
    names = zipfile.ZipFile(wheel).namelist()
    for part in (
        "ontology/diplomacy.ttl",
        "ontology/authority/states.csv",
        "ontology/cues/encounters.csv",
        "ontology/prompts/reading.md",
        "queries/who-met-whom.rq",
    ):
        assert f"diplograph/data/{part}" in names


def test_the_main_job_runs_outside_the_checkout(installed: Path, tmp_path: Path) -> None:
    """Build from every format, ask a saved question and draw, with nothing but the wheel."""
    run(installed, "build", ROOT / "graph" / "documents", cwd=tmp_path)
    answer = run(installed, "query", "calls", "--format", "json", cwd=tmp_path)
    assert "Grace Muthoni" in json.dumps(json.loads(answer))
    run(installed, "draw", "--output", "page.html", cwd=tmp_path)
    assert "Grace Muthoni" in (tmp_path / "page.html").read_text(encoding="utf-8")


def run(*command: object, cwd: Path | None = None) -> str:
    """Run a command away from this checkout's settings; its output, or a failure that shows it."""
    settings = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "DIPLOGRAPH"))}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=settings, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
