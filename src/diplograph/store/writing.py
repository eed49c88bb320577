"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from diplograph.errors import UsageProblem


@contextmanager
def written(path: Path) -> Iterator[IO[bytes]]:
    """A binary file to fill; it takes the name `path`, and an old file's place, once complete.

    Pipes and devices (`/dev/stdout`) are written to as they are. Raises `UsageProblem` where
    writing fails; an old file is then left as it was.

    >>> with written(Path("graph.nq")) as output:  # doctest: +SKIP
    ...     output.write(b"")
    """
    with explained(str(path)):
        if path.is_dir():
            raise UsageProblem(f"{path} is a folder. Name a file to write to.")
        if is_device(path):
            with path.open("wb") as output:
                yield output
        else:
            yield from _replaced(Path(os.path.realpath(path)))


def is_device(path: Path) -> bool:
    """Whether something is at `path` that holds no content of its own: a pipe, a terminal."""
    return path.exists() and not (path.is_file() or path.is_dir())


def _replaced(path: Path) -> Iterator[IO[bytes]]:
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as output:
            yield output
        if path.exists():
            shutil.copymode(path, part)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def explained(what: str) -> Iterator[None]:
    """Turn what the system says when `what` cannot be written into a `UsageProblem`."""
    try:
        yield
    except OSError as error:
        if isinstance(error, BrokenPipeError) or error.errno is None:
            raise  # the reader has had enough; or it is the store's own trouble, told there
        raise UsageProblem(
            f"{what} cannot be written: {error.strerror}. Choose another place for it."
        ) from error
