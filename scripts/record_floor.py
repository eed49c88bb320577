"""Evaluate the annotated documents and record what must not be fallen below.

    python scripts/record_floor.py            records figures that rose; refuses any that fell
    python scripts/record_floor.py --lower    records them all, fallen ones, too
    python scripts/record_floor.py --check    fails where a figure fell or an annotation changed

The floor is the F1 of each line, and the share of evidence that is grounded, of the documents in
tests/golden/gold, with a digest of these and their annotations.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests" / "golden"
FOLDERS = (ROOT / "graph" / "documents", GOLDEN / "documents")
LINES = (
    "people",
    "offices",
    "encounters",
    "encounters strict",
    "statements",
    "statements strict",
    "deeds",
    "evidence",
)


@dataclass(frozen=True)
class Floor:
    """The figures to keep, and the digest of the documents and annotations they are for."""

    digest: str
    figures: dict[str, float]


def main() -> int:
    """Record or check; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--floor", type=Path, default=GOLDEN / "floor.json")
    parser.add_argument("--lower", action="store_true")
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    recorded = read(given.floor)
    measured = Floor(digest(GOLDEN / "gold", FOLDERS), figures(evaluated()))
    problems = [*changed(recorded, measured), *fallen(recorded, measured)]
    if given.check:
        return report(problems)
    if not given.lower and any(fallen(recorded, measured)):
        return report([*fallen(recorded, measured), "Nothing is recorded. If it must be: --lower"])
    write(given.floor, measured)
    return 0


def read(path: Path) -> Floor:
    """The recorded floor; one that everything reaches where there is none."""
    if not path.exists():
        return Floor("", {})
    content = json.loads(path.read_text(encoding="utf-8"))
    return Floor(content["digest"], content["f1"])


def write(path: Path, floor: Floor) -> None:
    """Record a floor."""
    content = {"digest": floor.digest, "f1": floor.figures}
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def digest(gold: Path, folders: tuple[Path, ...]) -> str:
    """The SHA-256 of the annotations and the documents they are of."""
    total = hashlib.sha256()
    for annotation in sorted(gold.glob("*.json")):
        name = json.loads(annotation.read_bytes())["document"]
        document = next(folder / name for folder in folders if (folder / name).is_file())
        for path in (annotation, document):
            total.update(f"{path.name}\0{path.stat().st_size}\0".encode() + path.read_bytes())
    return total.hexdigest()


def evaluated() -> dict[str, Any]:
    """What `diplograph evaluate` says of the annotated documents, line by line."""
    folders = [part for folder in FOLDERS for part in ("--documents", str(folder))]
    command = [sys.executable, "-m", "diplograph", "evaluate", str(GOLDEN / "gold"), *folders]
    done = subprocess.run([*command, "--format", "json"], stdout=subprocess.PIPE, check=True)
    lines: dict[str, Any] = json.loads(done.stdout)["lines"]
    return lines


def figures(lines: dict[str, Any]) -> dict[str, float]:
    """The F1 of each line, in thousandths, rounded down."""
    return {line: math.floor(lines[line]["f1"] * 1000) / 1000 for line in LINES}


def changed(recorded: Floor, measured: Floor) -> Iterator[str]:
    """A complaint where the floor was recorded for other documents or annotations."""
    if recorded.digest != measured.digest:
        yield "The annotated documents changed: run scripts/record_floor.py"


def fallen(recorded: Floor, measured: Floor) -> Iterator[str]:
    """A complaint for each figure below its floor."""
    for line, floor in recorded.figures.items():
        figure = measured.figures.get(line, 0.0)
        if figure < floor:
            yield f"{line}: F1 {figure:.3f} is below the floor of {floor:.3f}"


def report(problems: list[str]) -> int:
    """1, and the problems on standard error, where there are any."""
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
