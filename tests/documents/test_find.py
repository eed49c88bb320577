import os
from pathlib import Path

import pytest

from diplograph.documents import File, Unreadable, find


def made(folder: Path, *names: str) -> Path:
    """`folder` with files of these names."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("They met.")
    return folder


def identifiers(*paths: Path | str) -> list[str]:
    """What the files found are called."""
    return [item.identifier for item in find(map(str, paths)) if isinstance(item, File)]


def reasons(*paths: Path | str) -> dict[str, str]:
    """What was not read, and why."""
    found = find(map(str, paths))
    return {item.identifier: item.reason for item in found if isinstance(item, Unreadable)}


def test_folders_are_read_recursively_in_order_of_their_identifiers(tmp_path: Path) -> None:
    """A folder gives every file below it, named from the folder on."""
    press = made(tmp_path / "press", "b.txt", "2022/a.md", "a.html")
    assert identifiers(press) == ["press/2022/a.md", "press/a.html", "press/b.txt"]


def test_hidden_files_and_folders_are_passed_over_silently(tmp_path: Path) -> None:
    """Nothing whose name begins with a dot is read or reported."""
    press = made(tmp_path / "press", "a.txt", ".DS_Store", ".git/b.txt")
    assert (identifiers(press), reasons(press)) == (["press/a.txt"], {})


def test_a_glob_and_a_file_give_parent_and_name(tmp_path: Path) -> None:
    """A file given directly is called by its parent folder's name and its own."""
    press = made(tmp_path / "press", "a.txt", "b.txt", "c.md")
    assert identifiers(press / "*.txt") == ["press/a.txt", "press/b.txt"]
    assert identifiers(press / "c.md") == ["press/c.md"]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    """However a file is reached, it comes once, under its longest name."""
    press = made(tmp_path / "press", "2022/a.txt")
    both = identifiers(press, press / "2022" / "a.txt")
    assert both == identifiers(press / "2022" / "a.txt", press) == ["press/2022/a.txt"]


def test_files_that_would_share_a_name_get_more_parents(tmp_path: Path) -> None:
    """Two different files never have one identifier."""
    made(tmp_path, "us/press/a.txt", "fr/press/a.txt", "fr/press/b.txt")
    assert identifiers(tmp_path / "us" / "press", tmp_path / "fr" / "press") == [
        "fr/press/a.txt",
        "press/b.txt",
        "us/press/a.txt",
    ]


def test_standard_input_is_a_file_without_a_path() -> None:
    """The path "-" stands for standard input."""
    assert list(find(["-"])) == [File("stdin", None)]


def test_what_cannot_be_a_document_is_reported_with_what_would_be(tmp_path: Path) -> None:
    """Every path that is not read comes out with a reason."""
    press = made(tmp_path / "press", "photo.png", "a.txt")
    (press / "lost.txt").symlink_to(tmp_path / "nowhere.txt")
    os.mkfifo(press / "pipe.txt")
    found = reasons(press)
    assert sorted(found) == ["press/lost.txt", "press/photo.png", "press/pipe.txt"]
    assert "leads nowhere" in found["press/lost.txt"]
    assert ".docx" in found["press/photo.png"]
    assert "standard input" in found["press/pipe.txt"]


def test_missing_paths_and_empty_folders_are_reported(tmp_path: Path) -> None:
    """A path that gives nothing is never silent."""
    (tmp_path / "empty").mkdir()
    assert "no such file" in reasons(tmp_path / "missing")[str(tmp_path / "missing")]
    assert "holds no documents" in reasons(tmp_path / "empty")["empty"]


def test_folders_that_link_to_themselves_are_read_once(tmp_path: Path) -> None:
    """A circle of links ends."""
    press = made(tmp_path / "press", "a.txt")
    (press / "again").symlink_to(press)
    assert identifiers(press) == ["press/a.txt"]


def test_a_name_that_is_no_utf8_is_reported(tmp_path: Path) -> None:
    """A file whose name no store can hold is named in a form that can be printed."""
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")
    try:
        Path(os.fsdecode(path)).write_text("They met.")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    (name, reason), *_ = reasons(tmp_path).items()
    assert name.isprintable()
    assert "UTF-8" in reason
