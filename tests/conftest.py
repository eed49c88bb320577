"""What tests of several folders share."""

from __future__ import annotations

from pathlib import Path

import pytest

from diplograph import store as stores

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def tiny_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store with two encounters of three sides (`tiny.trig`); only to be read."""
    folder = tmp_path_factory.mktemp("tiny") / "store"
    with stores.open(folder, create=True) as opened:
        opened.load(Path(__file__).with_name("tiny.trig"))
    return folder


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store built from the sample documents; only to be read."""
    from diplograph import pipeline  # loads spaCy, which most tests do without

    folder = tmp_path_factory.mktemp("sample") / "store"
    pipeline.build([str(ROOT / "graph" / "documents")], folder)
    return folder
