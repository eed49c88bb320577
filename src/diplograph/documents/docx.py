"""Word files (DOCX)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.table import Table

from diplograph.documents.compose import digest, storable
from diplograph.documents.fields import Columns
from diplograph.documents.record import CannotRead, Document

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_LARGEST_UNPACKED = 500_000_000
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


def read(identifier: str, content: bytes, columns: Columns) -> Document:
    """The paragraphs and table rows in order, a blank line between; cells parted by tabs."""
    _refuse_what_is_none(content)
    try:
        blocks = list(_blocks(docx.Document(io.BytesIO(content))))
    except Exception as error:  # python-docx lets XML, ZIP and key errors through
        raise CannotRead(f"The DOCX file is damaged ({error}). Save it anew.") from error
    return Document(
        identifier=identifier,
        text=storable("\n\n".join(block for block in blocks if block.strip())),
        digest=digest(content),
        media_type=_MEDIA_TYPE,
    )


def _refuse_what_is_none(content: bytes) -> None:
    if content.startswith(_OLD_OFFICE):
        raise CannotRead("This is an old DOC or a password-protected file. Save it as plain DOCX.")
    try:
        size = sum(part.file_size for part in zipfile.ZipFile(io.BytesIO(content)).infolist())
    except zipfile.BadZipFile as error:
        raise CannotRead("This is no DOCX file (no ZIP archive). Save it as DOCX.") from error
    if size > _LARGEST_UNPACKED:
        raise CannotRead(f"The DOCX file unpacks to {size:,} bytes: too much for a text.")


def _blocks(container: Any) -> Iterator[str]:
    for block in container.iter_inner_content():
        if isinstance(block, Table):
            yield "\n".join("\t".join(_cells(row)) for row in block.rows)
        else:
            yield block.text


def _cells(row: Any) -> Iterator[str]:
    """The texts of a row's cells; a merged cell counts once."""
    cells = dict.fromkeys(cell._tc for cell in row.cells)
    texts = {cell._tc: cell.text for cell in row.cells}
    yield from (" ".join(texts[cell].split()) for cell in cells)
