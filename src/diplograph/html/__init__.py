"""The ninth step: one self-contained, offline, interactive page.

A graph from `network.project` goes in, with Ingrid Dahl, Amina Otieno and their meeting in Oslo:

    html.write(graph, "talks.html", title="Talks of 2025")   # a file to open or to send
    html.inline(graph)                                       # the same in a notebook

Out comes a page that shows both as dots, larger the more central they are, and, when the line
between them is clicked: "Meeting · 2025-03-14 · Oslo · actual" with the sentence that says so,
its document and its place in it. No text of a document is ever executed in the page, and the
page fetches nothing.
"""

from diplograph.html.notebook import Inline, inline
from diplograph.html.page import page, write

__all__ = ["Inline", "inline", "page", "write"]
