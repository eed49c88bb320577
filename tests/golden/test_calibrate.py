"""Weights are fitted as they should be, and judged on documents that they do not know."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "calibrate.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """The script as a module."""
    spec = spec_from_file_location("calibrate", SCRIPT)
    assert spec and spec.loader
    module = module_from_spec(spec)
    sys.modules["calibrate"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


# Without the feature one fact of two is right, with it four of five.
X = np.array([[1.0, 0.0]] * 10 + [[1.0, 1.0]] * 10)
Y = np.array([1.0] * 5 + [0.0] * 5 + [1.0] * 8 + [0.0] * 2)


def test_weights_are_log_odds(script: ModuleType) -> None:
    """Almost without a penalty: even chances are 0, four to one is the logarithm of four."""
    assert script.fitted(X, Y, 1e-9) == pytest.approx([0, np.log(4)], abs=1e-6)


def test_a_penalty_draws_features_to_nothing_and_leaves_the_base(script: ModuleType) -> None:
    """What few facts tell of hardly counts; all together are right as often as before."""
    base, feature = script.fitted(X, Y, 1e6)
    assert feature == pytest.approx(0, abs=1e-4)
    assert 1 / (1 + np.exp(-base)) == pytest.approx(Y.mean(), abs=1e-4)


def test_a_document_does_not_judge_itself(script: ModuleType) -> None:
    """Whether its facts are right says nothing of their probability."""
    documents = np.array(["a", "b"] * 10)
    turned = np.where(documents == "a", 1 - Y, Y)
    before = script.cross_validated(X, Y, documents, 1.0)
    after = script.cross_validated(X, turned, documents, 1.0)
    assert before[documents == "a"] == pytest.approx(after[documents == "a"])
    assert before[documents == "b"] != pytest.approx(after[documents == "b"])


def test_the_table_shows_how_often_facts_are_right(
    script: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    """By confidence, and what a threshold leaves."""
    script.show(np.array([0.4, 0.4, 0.8, 0.8]), np.array([0.0, 1.0, 1.0, 1.0]), 6)
    told = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["0.30", "to", "0.50", "2", "0.40", "0.50"] in told
    assert ["0.70", "to", "0.85", "2", "0.80", "1.00"] in told
    assert ["0.00", "0.750", "0.500"] in told
    assert ["0.70", "1.000", "0.333"] in told
