"""`build` reads documents into a store, `trace` shows what is made of one."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

CALL = (
    "Call with Kenya\n\n"
    "Norwegian Foreign Minister Ingrid Dahl spoke by telephone with Kenyan Foreign Minister "
    "Amina Otieno on 14 March 2025.\n"
)


@pytest.fixture
def press(tmp_path: Path) -> Path:
    """A folder with one readout of a call."""
    folder = tmp_path / "press"
    folder.mkdir()
    (folder / "call.txt").write_text(CALL)
    return folder


def test_a_build_says_what_it_did(run: Run, press: Path, tmp_path: Path) -> None:
    """Counts go to standard error; a second build reads nothing."""
    store = tmp_path / "store"
    first = run("build", str(press), store=store)
    assert first.stdout == ""
    assert "1 documents read" in first.stderr
    assert "1 TelephoneCall" in first.stderr
    assert (
        "0 documents read (0 of them changed), 1 unchanged"
        in run("build", str(press), store=store).stderr
    )


def test_what_is_less_certain_can_be_left_out(run: Run, press: Path, tmp_path: Path) -> None:
    """Nothing is as certain as 1."""
    store = tmp_path / "store"
    assert "0 interactions" in run("build", str(press), "--min-confidence", "1", store=store).stderr


def test_what_cannot_be_read_is_reported_and_the_rest_is_stored(
    run: Run, press: Path, tmp_path: Path
) -> None:
    """The exit code says that something was left out."""
    (press / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    done = run("build", str(press), store=tmp_path / "store", fails=1)
    assert "skipped press/broken.pdf" in done.stderr
    assert "1 documents read" in done.stderr


BAD = {
    "empty.txt": (b"", "is empty"),
    "image.txt": (b"\x89PNG\r\n\x1a\n\0\0", "a PNG image"),
    "noise.txt": (bytes(range(256)) * 4, "binary data"),
    "unknown.txt": (bytes(range(0x80, 0x100)) * 9, "encoding is not recognized. Save the file as"),
    "broken.pdf": (b"%PDF-1.4 nothing", "damaged or encrypted"),
    "broken.docx": (b"PK\3\4 nothing", "no ZIP archive"),
    "table.csv": (b"a,b\n1,2\n", "--body-column"),
    "lines.jsonl": (b'{"text": }\n', "Line 1: no valid JSON"),
    "page.xml": (b"<rss><channel>", "no entries"),
    "sheet.xlsx": (b"PK\3\4", "Accepted are .txt"),
    "long.txt": (b"Norway met Kenya.\n" * 300_000, "one article may have 5,000,000"),
}


def test_a_mixed_folder_gives_what_is_good_in_it(run: Run, press: Path, tmp_path: Path) -> None:
    """Each bad file is named with its reason and what to do; the good one is stored and counted."""
    for name, (content, _) in BAD.items():
        (press / name).write_bytes(content)
    told = run("build", str(press), store=tmp_path / "store", fails=1).stderr
    assert "1 documents read" in told
    assert f"Not read, or not in full ({len(BAD)}):" in told
    reasons = dict(
        line.removeprefix("skipped press/").split(": ", 1)
        for line in told.splitlines()
        if line.startswith("skipped ")
    )
    assert {name: reason in reasons[name] for name, (_, reason) in BAD.items()} == dict.fromkeys(
        BAD, True
    )


@pytest.mark.parametrize(
    ("path", "told"),
    [("empty", "holds no documents. Accepted are"), ("none/*.txt", "no such file or folder")],
)
def test_a_path_without_documents_is_told(run: Run, tmp_path: Path, path: str, told: str) -> None:
    """An empty folder and a pattern that fits nothing are named, with exit code 1."""
    (tmp_path / "empty").mkdir()
    assert told in run("build", str(tmp_path / path), store=tmp_path / "store", fails=1).stderr


def test_a_document_comes_from_standard_input(run: Run, tmp_path: Path) -> None:
    """A pipe is a document, too."""
    store = tmp_path / "store"
    run("build", "-", store=store, input=CALL)
    assert "Ingrid Dahl" in run("query", "calls", store=store).stdout


def test_pruning_forgets_what_is_gone(run: Run, press: Path, tmp_path: Path) -> None:
    """A file that was deleted takes its facts along."""
    store = tmp_path / "store"
    run("build", str(press), store=store)
    (press / "call.txt").rename(press / "other.txt")
    assert "1 removed" in run("build", str(press), "--prune", store=store).stderr


def test_columns_of_a_table_can_be_named(run: Run, tmp_path: Path) -> None:
    """A table with unusual headings is read as told."""
    table = tmp_path / "table.csv"
    table.write_text(f'Kopf,Volltext\nCall,"{CALL.splitlines()[2]}"\n')
    store = tmp_path / "store"
    run("build", str(table), "--body-column", "Volltext", store=store)
    assert "Amina Otieno" in run("query", "calls", store=store).stdout


def test_a_trace_shows_every_step_with_its_place(run: Run, press: Path) -> None:
    """Item, mentions, offices and interactions, each with the words it stands on."""
    told = run("trace", str(press / "call.txt")).stdout
    assert told.startswith("item 1  0–")
    assert "Ingrid Dahl  → person/ingrid-dahl" in told
    assert "person/ingrid-dahl: Foreign Minister, state/norway" in told
    assert "TelephoneCall, actual, 2025-03-14" in told


def test_a_trace_can_be_read_by_programs(run: Run, press: Path) -> None:
    """JSON holds the records as they are, the words of each span included."""
    (reading,) = json.loads(run("trace", "--format", "json", str(press / "call.txt")).stdout)
    start, end = reading["interactions"][0]["evidence"][0]
    words = {(one["start"], one["end"]): one["words"] for one in reading["exact"]}
    assert words[start, end] == CALL[start:end]


def test_a_trace_of_nothing_says_so(run: Run, tmp_path: Path) -> None:
    """A missing file is named, with exit code 1."""
    assert "missing.txt" in run("trace", str(tmp_path / "missing.txt"), fails=1).stderr


def test_a_missing_model_is_named(run: Run, press: Path, tmp_path: Path) -> None:
    """With what would be accepted."""
    done = run("build", str(press), "--model", "no_such_model", store=tmp_path / "s", fails=2)
    assert "no_such_model" in done.stderr


def test_two_workers_say_the_same(press: Path, tmp_path: Path) -> None:
    """The command can be started with workers from a shell."""
    command = [sys.executable, "-m", "diplograph", "build", str(press), "--workers", "2"]
    done = subprocess.run(
        [*command, "--store", str(tmp_path / "store")], capture_output=True, text=True, check=True
    )
    assert "1 TelephoneCall" in done.stderr
