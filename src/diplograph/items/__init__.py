"""Second step: which articles a document holds, each with its title and day of issue.

In goes a `Document`, out come its `Item`s:

>>> from diplograph.documents import Document
>>> text = "Talks in Oslo\\nJune 13, 2017\\n\\nThe ministers met."
>>> item = next(split(Document("press/oslo.txt", text, "", "text/plain")))
>>> item.title, item.issued, text[item.body : item.end]
('Talks in Oslo', '2017-06-13', 'The ministers met.')
"""

from diplograph.items.record import Item
from diplograph.items.split import split

__all__ = ["Item", "split"]
