"""Files are whole or not there, and what is no file is left what it is."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from diplograph.errors import UsageProblem
from diplograph.store.writing import written


def write(path: Path, content: bytes) -> None:
    """Write `content` to `path`."""
    with written(path) as output:
        output.write(content)


def test_a_file_appears_once_it_is_complete(tmp_path: Path) -> None:
    """Until then the old one is there; afterwards nothing else is left."""
    path = tmp_path / "graph.nq"
    path.write_bytes(b"old")
    with written(path) as output:
        output.write(b"new")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["graph.nq"]


@pytest.mark.parametrize("error", [ValueError(), KeyboardInterrupt(), OSError(28, "No space left")])
def test_what_goes_wrong_leaves_the_old_file(tmp_path: Path, error: BaseException) -> None:
    """A half-written file is taken away."""
    path = tmp_path / "graph.nq"
    path.write_bytes(b"old")
    with pytest.raises((type(error), UsageProblem)), written(path) as output:
        output.write(b"half")
        raise error
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["graph.nq"]


def test_a_pipe_stays_a_pipe(tmp_path: Path) -> None:
    """What is no regular file is written to, not replaced by one."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    heard: list[bytes] = []
    reader = threading.Thread(target=lambda: heard.append(pipe.read_bytes()))
    reader.start()
    write(pipe, b"facts")
    reader.join(5)
    assert heard == [b"facts"]
    assert pipe.is_fifo()
    assert os.listdir(tmp_path) == ["pipe"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """The file it leads to is replaced, wherever that is."""
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "latest.nq"
    link.symlink_to(tmp_path / "elsewhere" / "graph.nq")
    write(link, b"facts")
    assert link.is_symlink()
    assert (tmp_path / "elsewhere" / "graph.nq").read_bytes() == b"facts"


def test_permissions_are_kept(tmp_path: Path) -> None:
    """A private file does not become public by being written anew."""
    path = tmp_path / "graph.nq"
    path.touch(0o600)
    write(path, b"facts")
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(("place", "why"), [("none/graph.nq", "No such file"), (".", "a folder")])
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, place: str, why: str) -> None:
    """With the reason."""
    with pytest.raises(UsageProblem, match=rf"{tmp_path}.* {why}"):
        write(tmp_path / place, b"facts")
