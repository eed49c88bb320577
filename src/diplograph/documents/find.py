"""Which files the user's paths mean, and what each is called."""

from __future__ import annotations

import glob
import os
import stat
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from diplograph.documents.formats import accepted, is_accepted
from diplograph.documents.record import File, Unreadable, refused

_STDIN = "stdin"


def find(paths: Iterable[str]) -> Iterator[File | Unreadable]:
    """The files behind `paths`: folders (with all below), globs, files, and "-" for stdin.

    Sorted by identifier, each file once. An identifier is the name of the folder given and
    the path below it ("press/2022/call.txt"), for a single file its parent's name and its own;
    two files that would share one get further parents in front. Hidden files are passed over;
    whatever else is not a readable kind of file comes out as `Unreadable`.

    >>> [file.identifier for file in find(["-"])]
    ['stdin']
    """
    depths: dict[str, int] = {}
    found: list[File | Unreadable] = []
    for path in paths:
        if path == "-":
            found.append(File(_STDIN, None))
            continue
        for candidate in _matches(path):
            found += _look(candidate, depths)
    found += _named(depths)
    unique = {(item.identifier, isinstance(item, File)): item for item in found}
    yield from (unique[key] for key in sorted(unique))


def _matches(path: str) -> list[str]:
    """The paths a glob stands for; the path itself where something has that very name."""
    if os.path.lexists(path) or not glob.has_magic(path):
        return [path]
    return glob.glob(path, recursive=True) or [path]


def _look(path: str, depths: dict[str, int]) -> list[Unreadable]:
    """Note the files at `path` in `depths` (absolute path -> parts of its identifier)."""
    if not os.path.lexists(path):
        return [Unreadable(_shown(path), "There is no such file or folder.")]
    absolute = os.path.abspath(path)
    if not os.path.isdir(absolute):
        return _note(absolute, 2, depths)
    return _look_below(absolute, depths)


def _look_below(folder: str, depths: dict[str, int]) -> list[Unreadable]:
    problems: list[Unreadable] = []
    count = 0
    for path in _walk(folder, problems):
        count += 1
        problems += _note(path, 1 + len(Path(path).relative_to(folder).parts), depths)
    if not count and not problems:
        name = os.path.basename(folder) or folder
        problems.append(
            Unreadable(_shown(name), f"The folder holds no documents. Accepted are {accepted()}.")
        )
    return problems


def _walk(folder: str, problems: list[Unreadable]) -> Iterator[str]:
    """Every visible file below `folder`; linked folders are followed, each folder once."""

    def refuse(error: OSError) -> None:
        problems.append(Unreadable(_shown(str(error.filename)), _why(error)))

    seen: set[str] = set()
    for parent, folders, files in os.walk(folder, onerror=refuse, followlinks=True):
        real = os.path.realpath(parent)
        folders[:] = [] if real in seen else [name for name in folders if name[0] != "."]
        if real not in seen:
            yield from (os.path.join(parent, name) for name in files if name[0] != ".")
        seen.add(real)


def _note(path: str, depth: int, depths: dict[str, int]) -> list[Unreadable]:
    """Put `path` into `depths`, or say why it cannot be a document."""
    reason = _refusal(path)
    if reason is None:
        depths[path] = max(depth, depths.get(path, 0))
        return []
    return [Unreadable(_shown(_identifier(path, depth)), reason)]


def _refusal(path: str) -> str | None:
    try:
        os.fsdecode(path).encode("utf-8")
    except UnicodeEncodeError:
        return "The file's name is no valid UTF-8. Rename it, then build again."
    try:
        mode = os.stat(path).st_mode
    except OSError as error:
        return _why(error, path)
    if not stat.S_ISREG(mode):
        return "This is no regular file. Give it as '-' (standard input) instead."
    if not is_accepted(path):
        return f"Files of this kind are not read. Accepted are {accepted()}."
    return None


def _why(error: OSError, path: str = "") -> str:
    if os.path.islink(path):
        return "The link leads nowhere. Repair or remove it."
    return refused(error)


def _named(depths: dict[str, int]) -> list[File]:
    """A `File` for each path, with as many parents in its name as tell it from the others."""
    while clashes := _clashes(depths):
        for path in clashes:
            depths[path] += 1
    return [File(_identifier(path, depth), Path(path)) for path, depth in depths.items()]


def _clashes(depths: dict[str, int]) -> list[str]:
    groups: dict[str, list[str]] = defaultdict(list)
    for path, depth in depths.items():
        groups[_identifier(path, depth)].append(path)
    return [path for group in groups.values() if len(group) > 1 for path in group]


def _identifier(path: str, depth: int) -> str:
    return "/".join(Path(path).parts[1:][-depth:])


def _shown(name: str) -> str:
    """`name` with bytes that are no UTF-8 written out, so that it can be printed."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")
