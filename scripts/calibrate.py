"""Fit the weights behind confidence to annotated documents: ontology/confidence.csv.

    python scripts/calibrate.py --gold tests/golden/gold --documents graph/documents \\
        --documents tests/golden/documents              shows how well confidence is calibrated
    python scripts/calibrate.py --gold … --write        writes the fitted weights, too
    python scripts/calibrate.py --gold … --known DIR    fits to the annotations in DIR as well

A fact is right where `diplograph evaluate` counts it as found, and kind, modality and speech act
are right, too. Weights are those of a logistic
regression with an L2 penalty, one for each branch. What is shown is cross-validated: each fact is
judged by weights that were fitted without its document.

The documents behind --known are those that the program was developed on. It reads them better than
others, so a term of their own, which is thrown away, takes up how much; they are not shown.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from diplograph import documents, evaluation, interactions, items, mentions
from diplograph.evaluation import align
from diplograph.evaluation.draft import draft
from diplograph.evaluation.expected import expect
from diplograph.evaluation.told import Event
from diplograph.identity import Reading, Source
from diplograph.interactions import certainty
from diplograph.vocabulary.files import folder

TABLE = folder("ontology") / "confidence.csv"
PENALTIES = (0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0)
BINS = (0.0, 0.3, 0.5, 0.7, 0.85, 1.0)
THRESHOLDS = (0.0, 0.5, 0.6, 0.7, 0.8)
LIKENESS = {
    "Encounter": ("encounters", align.encounters),
    "Statement": ("statements", align.statements),
    "Deed": ("deeds", align.deeds),
}

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Fact:
    """A fact that was found, and whether it is right."""

    document: str
    known: bool
    branch: str
    features: certainty.Features
    right: bool


def main() -> int:
    """Show, and write where that is wanted; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, action="append", required=True)
    parser.add_argument("--known", type=Path, action="append", default=[])
    parser.add_argument("--documents", type=Path, action="append", required=True)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    facts, annotated = judged(given.gold, given.documents)
    known, _ = judged(given.known, given.documents, known=True)
    rows = table()
    for branch in LIKENESS:
        own = [fact for fact in (*facts, *known) if fact.branch == branch]
        fields = [row for row in rows if row["branch"] == branch]
        x, y = table_of(own, [row["feature"] for row in fields])
        groups = np.array([fact.document for fact in own])
        new = np.array([not fact.known for fact in own])
        guesses = {one: cross_validated(x, y, groups, one) for one in PENALTIES}
        strength = min(guesses, key=lambda one: brier(guesses[one][new], y[new]))
        print(f"\n{branch}: penalty {strength:g}")
        show(guesses[strength][new], y[new], annotated[branch])
        for row, weight in zip(fields, fitted(x, y, strength)[:-1], strict=True):
            row["log_odds"] = f"{weight:.2f}"
    if given.write:
        write(rows)
    return 0


def judged(
    folders: Iterable[Path], places: Sequence[Path], *, known: bool = False
) -> tuple[list[Fact], dict[str, int]]:
    """Every fact found in the annotated documents, and how many of each branch are annotated."""
    model = mentions.load()
    facts: list[Fact] = []
    annotated = dict.fromkeys(LIKENESS, 0)
    for annotation in (one for gold in folders for one in evaluation.load(gold)):
        path = next(
            place / annotation.document
            for place in places
            if (place / annotation.document).is_file()
        )
        document = documents.read(documents.File(path.name, path), path.read_bytes())
        assert isinstance(document, documents.Document), document
        expected = expect(annotation, document.text)
        readings, features = read(document, model)
        found = expect(draft(readings), document.text)
        for branch, (group, likeness) in LIKENESS.items():
            wanted, given = getattr(expected, group), getattr(found, group)
            pairs = align.align(wanted, given, likeness)
            hits = {column for row, column in pairs if agree(wanted[row], given[column])}
            annotated[branch] += len(wanted)
            own = [f for b, f in features if b == branch]
            facts += (
                Fact(annotation.document, known, branch, one, n in hits)
                for n, one in enumerate(own)
            )
    return facts, annotated


def agree(expected: Event, found: Event) -> bool:
    """Whether two tell of the same: one kind, happened or not, done by the same act of speech."""
    mine, theirs = ((one.kind, one.modality, one.act) for one in (expected, found))
    return mine == theirs


def read(
    document: documents.Document, model: mentions.Model
) -> tuple[list[Reading], list[tuple[str, certainty.Features]]]:
    """The readings of a document's items; branch and features of each fact, in order."""
    source = Source(document.identifier, document.digest, document.media_type)
    readings: list[Reading] = []
    features: list[tuple[str, certainty.Features]] = []
    for item in items.split(document):
        found = mentions.find(item, model)
        told = interactions.tell(item, found)
        context = certainty.Context.of(told, found, item)
        for one in told:
            features.append((certainty.branch(one.kind), certainty.features(one, context)))
        entities = tuple(found.entities.values())
        spans = [(t.start, t.end) for t in found.tenures] + [s for t in told for s in t.evidence]
        exact = {(start, end): document.text[start:end] for start, end in spans}
        readings.append(
            Reading(source, item, entities, found.mentions, found.tenures, tuple(told), exact)
        )
    return readings, features


def fitted(x: Array, y: Array, strength: float) -> Array:
    """The weights of a logistic regression by Newton's method; the first, the base, is free."""
    penalty = strength * np.eye(x.shape[1])
    penalty[0, 0] = 0.0
    weights = np.zeros(x.shape[1])
    for _ in range(20):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (p - y) + penalty @ weights
        hessian = x.T @ (x * (p * (1 - p))[:, None]) + penalty
        weights -= np.linalg.solve(hessian, gradient)
    return weights


def table_of(facts: Sequence[Fact], names: Sequence[str]) -> tuple[Array, Array]:
    """The features of the facts in the order of the table, whether their documents are known, and
    which facts are right.
    """
    rows = [[1.0, *(fact.features[name] for name in names[1:]), fact.known] for fact in facts]
    return np.array(rows, dtype=float), np.array([float(fact.right) for fact in facts])


def cross_validated(x: Array, y: Array, groups: NDArray[np.str_], strength: float) -> Array:
    """The probability of each fact by weights that know nothing of its document."""
    p = np.zeros(len(y))
    for group in sorted(set(groups)):
        held = groups == group
        p[held] = 1 / (1 + np.exp(-x[held] @ fitted(x[~held], y[~held], strength)))
    return p


def brier(p: Array, y: Array) -> float:
    """The mean square of what probabilities are off by."""
    return float(np.mean((p - y) ** 2))


def show(p: Array, right: Array, annotated: int) -> None:
    """How often facts are right by how certain they are, and what a threshold would do."""
    print(f"{len(right)} found, {right.sum():.0f} right, {annotated} annotated")
    print(f"Brier score {brier(p, right):.3f}; of the mean {brier(right.mean(), right):.3f}")
    print("confidence      facts  predicted  right")
    for low, high in pairwise(BINS):
        inside = (p >= low) & (p < high)
        if inside.any():
            shares = f"{p[inside].mean():9.2f}  {right[inside].mean():5.2f}"
            print(f"{low:.2f} to {high:.2f}  {inside.sum():7}  {shares}")
    print("at least   precision  recall")
    for threshold in THRESHOLDS:
        kept = right[p >= threshold]
        if len(kept):
            print(f"{threshold:8.2f}  {kept.mean():9.3f}  {kept.sum() / annotated:6.3f}")


def table() -> list[dict[str, str]]:
    """The rows of the table as they are."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def write(rows: Sequence[dict[str, str]]) -> None:
    """The table with the weights of `rows`."""
    with TABLE.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    sys.exit(main())
