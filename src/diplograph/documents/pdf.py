"""PDF files that carry their text."""

from __future__ import annotations

import io
import logging
import re

from pypdf import PdfReader

from diplograph.documents.compose import digest, storable
from diplograph.documents.fields import Columns
from diplograph.documents.record import CannotRead, Document

_BROKEN_WORD = re.compile(r"(?<!\w)(\w{0,60}[a-z])-\n([a-z]\w{0,60})")
_HYPHENATED = re.compile(r"(?<!\w)\w{1,60}-\w{1,60}")
_PAGE_NUMBER = re.compile(r"\s*(?:page\s+)?[-–]?\s*\d{1,4}\s*[-–]?(?:\s+of\s+\d{1,4})?\s*", re.I)


def read(identifier: str, content: bytes, columns: Columns) -> Document:
    """The text of all pages, a blank line between them, page numbers left out.

    Raises `CannotRead` for broken and encrypted files and for scans without text.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings are for its developers
    text = _joined("\n\n".join(_pages(content)))
    if not text.strip():
        raise CannotRead("The PDF holds no text (a scan?). Run text recognition (OCR) on it first.")
    return Document(
        identifier=identifier, text=text, digest=digest(content), media_type="application/pdf"
    )


def _pages(content: bytes) -> list[str]:
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise CannotRead("The PDF is encrypted. Save a copy without a password.")
        return [_without_number(storable(page.extract_text())) for page in reader.pages]
    except CannotRead:
        raise
    except Exception as error:  # a damaged file can raise nearly anything inside pypdf
        raise CannotRead(f"The PDF is damaged or encrypted ({error}). Save it anew.") from error


def _without_number(page: str) -> str:
    lines = page.strip("\n").split("\n")
    for end in (0, -1):
        if len(lines) > 1 and _PAGE_NUMBER.fullmatch(lines[end]):
            del lines[end]
    return "\n".join(lines)


def _joined(text: str) -> str:
    """`text` with words that a line end broke made whole.

    The hyphen stays where the text writes the word with a hyphen elsewhere ("long-term").
    """

    hyphenated = frozenset(_HYPHENATED.findall(text))

    def whole(broken: re.Match[str]) -> str:
        kept = f"{broken[1]}-{broken[2]}"
        return kept if kept in hyphenated else broken[1] + broken[2]

    return _BROKEN_WORD.sub(whole, text)
