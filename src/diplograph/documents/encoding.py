"""From bytes to text: which encoding a file is in, and whether it is text at all."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from diplograph.documents.record import CannotRead

_MARKS = [
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
]

_BINARIES = [
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive (DOCX, XLSX, EPUB …)"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (DOC, XLS)"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a SQLite database"),
]

# Control characters that no text holds; tab, line feed, form feed, carriage return and escape do.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 200_000
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?([A-Za-z0-9_.:-]+)""")


def decode(content: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of `content`, unchanged (byte order mark and line ends kept), and any problems.

    Tried in turn: byte order mark, UTF-16 without mark, UTF-8, Windows-1252 for texts that are
    mostly ASCII, then the best guess of charset-normalizer. Raises `CannotRead` for
    binaries and for encodings that nothing recognizes.

    >>> decode("Pejčinović".encode("utf-8"))
    ('Pejčinović', ())
    """
    for start, kind in _BINARIES:
        if content.startswith(start):
            raise CannotRead(f"This is {kind}, not text. Give the file its own suffix.")
    return _marked(content) or _utf16(content) or _utf8(content) or _legacy(content)


def decode_declared(content: bytes) -> tuple[str, tuple[str, ...]]:
    """As `decode`, but an encoding declared in the first lines (HTML, XML) is believed first."""
    declared = _DECLARED.search(content[:2048])
    if declared and not _marked(content):
        try:
            return _text(content.decode(declared[1].decode("ascii"))), ()
        except (LookupError, UnicodeDecodeError):
            pass  # a wrong declaration: the bytes themselves tell more
    return decode(content)


def _marked(content: bytes) -> tuple[str, tuple[str, ...]] | None:
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _lenient(content, name)
    return None


def _utf8(content: bytes) -> tuple[str, tuple[str, ...]] | None:
    """UTF-8, also with a few broken bytes among many good ones (a cut or damaged file)."""
    try:
        return _text(content.decode("utf-8")), ()
    except UnicodeDecodeError:
        text = content.decode("utf-8", "replace")
    beyond_ascii = sum(character > "\x7f" for character in text)
    broken = text.count("\ufffd")
    return _lenient(content, "utf-8") if broken * 10 <= beyond_ascii else None


def _lenient(content: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    text = _text(content.decode(name, "replace"))
    broken = text.count("\ufffd")
    if not broken:
        return text, ()
    return text, (f"Bytes that are no valid {name.upper()}: {broken}. They are read as '\ufffd'.",)


def _utf16(content: bytes) -> tuple[str, tuple[str, ...]] | None:
    """UTF-16 without a byte order mark: every other byte of western text is zero."""
    sample = content[: _SAMPLE - _SAMPLE % 2]
    for name, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if zeros.count(0) > 0.6 * len(zeros) and sample.count(0) <= len(zeros):
            return _lenient(content, name)
    return None


def _legacy(content: bytes) -> tuple[str, tuple[str, ...]]:
    """An 8-bit encoding. English with a few quotes or accents is taken as Windows-1252."""
    _refuse_controls(content[:_SAMPLE].decode("latin-1"))
    high = sum(byte > 127 for byte in content[:_SAMPLE])
    names = ["cp1252"] if high * 6 < min(len(content), _SAMPLE) else []
    if best := from_bytes(content[:_SAMPLE]).best():
        names.append(best.encoding)
    for name in names:
        try:
            return _text(content.decode(name)), ()
        except UnicodeDecodeError:
            continue
    raise CannotRead("The encoding is not recognized. Save the file as UTF-8, then build again.")


def _text(text: str) -> str:
    _refuse_controls(text)
    return text


def _refuse_controls(text: str) -> None:
    if control := _CONTROLS.search(text):
        raise CannotRead(
            f"This is binary data, not text (character {control.start():,} is "
            f"0x{ord(control[0]):02x}). Give the file its own suffix, or leave it out."
        )
