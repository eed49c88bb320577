"""The notebooks run from top to bottom."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).parents[1] / "notebooks"

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("notebook", sorted(FOLDER.glob("*.ipynb")), ids=lambda path: path.stem)
def test_a_notebook_runs(notebook: Path) -> None:
    """Every cell works on the samples, and the last one draws."""
    content = nbformat.read(notebook, as_version=4)
    resources = {"metadata": {"path": str(FOLDER)}}
    NotebookClient(content, timeout=300, kernel_name="python3", resources=resources).execute()
    drawn = content.cells[-1].outputs[0]["data"]["text/html"]
    assert drawn.startswith("<iframe")


@pytest.mark.parametrize("notebook", sorted(FOLDER.glob("*.ipynb")), ids=lambda path: path.stem)
def test_a_notebook_is_kept_without_results(notebook: Path) -> None:
    """Results depend on who runs it last, and hide what has changed."""
    content = nbformat.read(notebook, as_version=4)
    assert not any(cell.get("outputs") for cell in content.cells)
