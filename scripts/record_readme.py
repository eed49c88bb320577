"""Run the commands of README.md over a store of the samples and record what they print.

    python scripts/record_readme.py --store build/demo-store          rewrites README.md
    python scripts/record_readme.py --store build/demo-store --check  fails where it would differ

A recorded command stands in a block marked `console`, after "$ ".
"""

from __future__ import annotations

import argparse
import difflib
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)


def main() -> int:
    """Record or check; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", required=True, type=Path)
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    written = README.read_text(encoding="utf-8")
    store = given.store.resolve()
    recorded = BLOCK.sub(lambda block: record(block.group(), store), written)
    if given.check:
        return report(written, recorded)
    README.write_text(recorded, encoding="utf-8")
    return 0


def record(block: str, store: Path) -> str:
    """The commands of a block, each with what it prints now."""
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    return "\n".join(f"{command}\n{printed(command[2:], store)}" for command in commands)


def printed(command: str, store: Path) -> str:
    """What a command prints to standard output, without blanks at the ends of lines."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    settings = {**os.environ, "PATH": path, "DIPLOGRAPH_STORE": str(store)}
    done = subprocess.run(
        command, shell=True, cwd=ROOT, env=settings, capture_output=True, text=True, check=True
    )
    lines = "\n".join(line.rstrip() for line in done.stdout.splitlines())
    return lines.strip("\n") + "\n"


def report(written: str, recorded: str) -> int:
    """1, and the differences on standard error, where there are any."""
    before, after = (text.splitlines(keepends=True) for text in (written, recorded))
    differences = list(difflib.unified_diff(before, after, "README.md", "what is printed now"))
    sys.stderr.writelines(differences)
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
