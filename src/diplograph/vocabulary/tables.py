"""Reading the CSV tables of `ontology/`: one dict a row, several values in a cell parted by "|"."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from diplograph.errors import VocabularyError
from diplograph.vocabulary.files import folder


def rows(*path: str, needs: tuple[str, ...] = ()) -> Iterator[dict[str, str]]:
    """The rows of one table, in the file's order: `rows("cues", "offices.csv", needs=("word",))`.

    Raises `VocabularyError` (file and line) for a missing file or a column that is not there.
    """
    file = folder("ontology").joinpath(*path)
    if not file.is_file():
        raise VocabularyError(f"The vocabulary file {file} is missing. Reinstall diplograph.")
    with file.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        missing = [name for name in needs if name not in (reader.fieldnames or ())]
        if missing:
            raise VocabularyError(f"{file}, line 1: the column {missing[0]!r} is missing.")
        for row in reader:
            if None in row or None in row.values():
                raise VocabularyError(f"{file}, line {reader.line_num}: wrong number of cells.")
            yield row


def several(cell: str) -> tuple[str, ...]:
    """The values of one cell: "Sergei Lavrov|S. Lavrov" gives two, an empty cell none."""
    return tuple(value.strip() for value in cell.split("|") if value.strip())
