"""The folder of a store: `diplograph.json` (format version), `oxigraph/`, `catalog.sqlite`."""

from __future__ import annotations

import json
from pathlib import Path

from diplograph.errors import StoreError

FORMAT = 1
_MARKER = "diplograph.json"
_UNFINISHED = f"{_MARKER}.part"


def data(folder: Path) -> Path:
    """Where Oxigraph keeps its files."""
    return folder / "oxigraph"


def create(folder: Path) -> None:
    """Make `folder` a store unless it is one; raises `StoreError` where other files are in it."""
    if (folder / _MARKER).exists():
        return
    if folder.is_file():
        raise StoreError(f"{folder} is a file. Name a folder for the store.")
    if folder.is_dir() and not _is_free(folder):
        raise StoreError(
            f"{folder} holds other files and is no diplograph store. "
            "Name a new or an empty folder for the store."
        )
    data(folder).mkdir(parents=True, exist_ok=True)
    (folder / _UNFINISHED).write_text(json.dumps({"format": FORMAT}) + "\n", encoding="utf-8")
    (folder / _UNFINISHED).replace(folder / _MARKER)


def _is_free(folder: Path) -> bool:
    """Whether nothing is in `folder` but what is left of a store whose making was cut off."""
    return not any(
        path.name != _UNFINISHED and (path != data(folder) or any(path.iterdir()))
        for path in folder.iterdir()
    )


def check(folder: Path) -> None:
    """Raise `StoreError` unless `folder` is a store of this version."""
    if not folder.exists():
        raise StoreError(
            f"There is no store at {folder}. "
            f"Build one with: diplograph build DOCUMENTS --store {folder}"
        )
    if not (folder / _MARKER).is_file():
        raise StoreError(
            f"{folder} is no diplograph store (the file {_MARKER} is missing). "
            "Name the folder that `diplograph build` wrote."
        )
    version = _version(folder / _MARKER)
    if version != FORMAT:
        raise StoreError(
            f"The store {folder} has format {version}; this diplograph reads format {FORMAT}. "
            "Use the diplograph that wrote it, or build another store from the documents."
        )
    if not data(folder).is_dir():
        raise StoreError(
            f"The store {folder} is damaged (the folder {data(folder).name} is missing). "
            "Remove it and build it anew from the documents."
        )


def _version(marker: Path) -> object:
    try:
        return json.loads(marker.read_text(encoding="utf-8"))["format"]
    except (ValueError, KeyError, TypeError, OSError) as error:
        raise StoreError(
            f"{marker} is damaged ({error}). Remove the store and build it anew from the documents."
        ) from error
