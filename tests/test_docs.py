"""What is written about the program holds."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest

from diplograph.cli import main
from diplograph.errors import DiplographError

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
LINKS = sorted(set(re.findall(r"\]\((?!https?:|#)([^)\s]+)\)", README)))
# Addresses that only one machine knows; spelled so that this file does not hold them itself.
ADDRESSES = ["/(?:work|opt|home|root)/[a-z]", "file:[/]{3}[a-z]", "index[-]url"]
# The same by a way that leads out of the repository: to a folder beside it.
BESIDE = [r"""/ ?["']shared["'/]""", r"[.]{2}/shared\b"]
PRIVATE = re.compile("|".join([*ADDRESSES, *BESIDE]))
CLIMBS = re.compile(r"Path\(__file__\)(?:\.resolve\(\))?\.parents\[(\d+)\]")


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_is_in_the_readme(name: str) -> None:
    """Who reads the README knows what there is."""
    assert f"diplograph {name}" in README


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_has_an_example(name: str) -> None:
    """Each help text shows one use."""
    help_text = inspect.cleandoc(main.commands[name].help or "")
    assert f"Example:\n  diplograph {name}" in help_text


@pytest.mark.parametrize("link", LINKS)
def test_links_of_the_readme_lead_somewhere(link: str) -> None:
    """A local link names a file of the repository."""
    assert (ROOT / link.split("#")[0]).exists()


def test_no_file_names_a_private_place() -> None:
    """Nothing in the repository points to somebody's own machine."""
    found = [path for path in tracked() if PRIVATE.search(text_of(path))]
    assert not found


@pytest.mark.parametrize(
    ("line", "private"),
    [
        ('ROOT.parent / "sha' + 'red" / "x.trig"', True),
        ("../sha" + "red/x.trig", True),
        ("names that two states have are in the table shared", False),
        ('ROOT / "ontology"', False),
    ],
)
def test_private_places_are_recognized(line: str, private: bool) -> None:
    """A way to the folder beside the repository is one, the word alone is none."""
    assert bool(PRIVATE.search(line)) is private


def test_no_file_looks_outside_the_repository() -> None:
    """However many folders a program climbs from its own place, it stays in the repository."""
    sources = [path for path in tracked() if path.suffix == ".py"]
    climbs = [(path, int(levels)) for path in sources for levels in CLIMBS.findall(text_of(path))]
    assert climbs
    assert not [path for path, levels in climbs if ROOT not in path.parents[levels:]]


def test_every_kind_of_error_has_its_own_exit_code() -> None:
    """A script can tell from the exit code what went wrong."""
    kinds = [DiplographError, *DiplographError.__subclasses__()]
    assert len({kind.exit_code for kind in kinds}) == len(kinds)


def tracked() -> list[Path]:
    """The files of the repository, new ones included; nothing outside a checkout."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    names = listed.stdout.decode().split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def text_of(path: Path) -> str:
    """The text of a file; of a binary, whatever of it is text."""
    return path.read_text(encoding="utf-8", errors="ignore")


def test_the_readme_shows_what_the_commands_print(sample_store: Path) -> None:
    """Every recorded output is what a reader of the README gets."""
    command = [sys.executable, str(ROOT / "scripts" / "record_readme.py"), "--check"]
    done = subprocess.run(
        [*command, "--store", str(sample_store)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"run: make record\n{done.stderr}"
