r"""First step: which files there are, and what each says.

In goes a path, out come files; in go a file and its bytes, out comes a `Document`:

>>> file = File("press/call.md", None)
>>> document = read(file, b"---\ntitle: Call with Oslo\ndate: 2021-05-03\n---\nThey spoke.")
>>> document.title, document.date, document.text[document.body :]
('Call with Oslo', '2021-05-03', 'They spoke.')

What cannot be read comes out as `Unreadable` with the reason, never as an exception:

>>> read(File("press/call.txt", None), b"\x00\x01").reason[:32]
'This is binary data, not text (c'
"""

from diplograph.documents.fields import Columns
from diplograph.documents.find import find
from diplograph.documents.read import fetch, read
from diplograph.documents.record import Document, File, Section, Unreadable

__all__ = ["Columns", "Document", "File", "Section", "Unreadable", "fetch", "find", "read"]
