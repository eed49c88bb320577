"""What Oxigraph and the disk complain about, in words for the user."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from diplograph.errors import StoreError

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FULL = re.compile(r"No space left|Disk quota exceeded|File too large")
_LOCKED = re.compile(r"\block (file|hold)", re.IGNORECASE)


@contextmanager
def translated(folder: Path) -> Iterator[None]:
    """Turn what Oxigraph raises over the store in `folder` into a `StoreError`."""
    try:
        yield
    except BrokenPipeError:
        raise  # whoever reads our output has had enough; the store is fine
    except (OSError, RuntimeError) as error:
        raise StoreError(_message(folder, error)) from error


def _message(folder: Path, error: OSError | RuntimeError) -> str:
    text = str(error)
    if _LOCKED.search(text):
        return (
            f"Another process is writing to the store {folder}. "
            "Wait until it has finished, or name another store."
        )
    if getattr(error, "errno", None) in _NO_ROOM or _FULL.search(text):
        return (
            f"The disk of {folder} is full. What was stored before is safe; "
            "free some space and run the same command again."
        )
    if isinstance(error, PermissionError) or "Permission denied" in text:
        return f"No permission to use the store {folder} ({text}). Change its permissions."
    return (
        f"The store {folder} cannot be used: {text}. If a build changed it meanwhile, run this "
        "again; if it is damaged, remove it and build it anew from the documents."
    )
