"""HTML fragments (table cells, feed entries) as text with a line for every paragraph."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree
from lxml import html as lxml_html

_TAG = re.compile(
    r"</?(?:html|body|p|br|div|span|b|strong|i|em|a|h[1-6]|ul|ol|li|table|blockquote)\b[^<>]*>",
    re.I,
)
_ENTITY = re.compile(r"&(?:[a-zA-Z]+|#\d+|#x[0-9a-fA-F]+);")
_BLOCK = re.compile(
    "address|article|aside|blockquote|br|caption|d[dlt]|div|fieldset|figcaption|figure|footer|form|"
    "h[1-6]|header|hr|li|main|nav|[ou]l|p|pre|section|table|t(?:body|d|foot|h|head|r)"
)
_SILENT = re.compile("script|style|noscript|template|svg|iframe|object|head")


def to_text(fragment: str) -> str:
    """The words of an HTML fragment, one line a block; text without markup as it is.

    >>> to_text("<p><b>PREMIER EGEDE: </b>Welcome.</p><p>Thank&nbsp;you.</p>")
    'PREMIER EGEDE: Welcome.\\nThank\\xa0you.'
    """
    if not _TAG.search(fragment):
        return html.unescape(fragment).strip() if _ENTITY.search(fragment) else fragment.strip()
    text = "".join(_words(fragment))
    lines = (re.sub(r"[ \t\f]+", " ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _words(fragment: str) -> Iterator[str]:
    """The text of `fragment` with a line end around every block and spaces for line ends."""
    silent = 0
    for event, element in _walk(fragment):
        hides = _SILENT.fullmatch(element.tag) is not None
        if _BLOCK.fullmatch(element.tag):
            yield "\n"
        silent += hides if event == "start" else -hides
        words = element.text if event == "start" else element.tail
        if words and not silent:
            yield re.sub(r"[\r\n]+", " ", words)


def _walk(fragment: str) -> Iterator[tuple[str, Any]]:
    parser = lxml_html.HTMLParser(remove_comments=True, remove_pis=True)
    root = lxml_html.fromstring(f"<div>{fragment}</div>", parser=parser)
    yield from etree.iterwalk(root, events=("start", "end"))
