"""Where the data files are: `ontology/` and the saved queries, in a checkout or in a wheel."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from diplograph.errors import VocabularyError

_CHECKOUT = Path(__file__).parents[3]


def folder(name: str) -> Path:
    """The folder `name` ("ontology" or "queries") that this installation carries.

    A wheel holds them inside the package (`diplograph/data/…`), a checkout at its top level.
    Raises `VocabularyError` where neither is there.
    """
    installed = Path(str(files("diplograph"))) / "data" / name
    checkout = _CHECKOUT / ("graph/queries" if name == "queries" else name)
    for candidate in (installed, checkout):
        if candidate.is_dir():
            return candidate
    raise VocabularyError(
        f"The data folder '{name}' is missing (looked in {installed} and {checkout}). "
        "Reinstall diplograph."
    )
