"""What the third step hands on: entities, mentions and tenures, with the parse they stand on."""

from __future__ import annotations

from bisect import bisect, bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, Literal

from spacy.tokens import Span, Token

from diplograph.mentions.dates import DateMention
from diplograph.mentions.layout import Passage
from diplograph.mentions.record import Entity, Mention, Tenure

if TYPE_CHECKING:
    from diplograph.mentions.simplify import Parsed

# "organ" is a national body without a name ("the Russian authorities"), "office" an office whose
# holder is not named ("the Spanish foreign minister"): both stand for their state. "adjective" and
# "demonym" only say whose something is.
Use = Literal[
    "name",
    "adjective",
    "demonym",
    "organ",
    "office",
    "group",
    "pronoun",
    "capital",
    "place",
    "person",
    "instrument",
    "topic",
]


@dataclass(frozen=True, slots=True)
class Reference:
    """A span that means one or several entities: "Lavrov", "the two ministers", "he"."""

    start: int
    end: int
    entities: tuple[str, ...]
    use: Use


@dataclass(frozen=True, slots=True)
class Reading:
    """A parsed passage with what is referred to in it, in text order; positions are the document's.

    `speakers` are those whose "I" and "we" it is: the one whose turn it is, or the item's author.
    """

    passage: Passage
    parse: Parsed
    references: tuple[Reference, ...]
    dates: tuple[DateMention, ...]
    speakers: tuple[str, ...]
    questioner: bool
    topics: tuple[Reference, ...] = ()
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _ends: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Note where references begin, and how far those up to each one reach, to search in."""
        object.__setattr__(self, "_starts", tuple(r.start for r in self.references))
        object.__setattr__(self, "_ends", tuple(accumulate((r.end for r in self.references), max)))

    def start(self, token: Token) -> int:
        """Where a word begins in the document."""
        return self.passage.start + self.parse.start(token)

    def end(self, token: Token) -> int:
        """Where a word ends in the document."""
        return self.passage.start + self.parse.end(token)

    def at(self, token: Token) -> Reference | None:
        """The reference that covers a token, if any."""
        first = bisect(self._ends, self.start(token))
        if first == len(self._starts) or self._starts[first] >= self.end(token):
            return None
        return self.references[first]

    def within(self, start: int, end: int) -> Iterator[Reference]:
        """The references that lie in a span of the document."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return (r for r in self.references[first:last] if r.end <= end)

    def span(self, part: Span) -> tuple[int, int]:
        """A stretch of the parse as positions in the document, without white space at its ends."""
        start, end = self.parse.part(part)
        text = self.passage.text[start:end]
        lead = len(text) - len(text.lstrip())
        start += self.passage.start + lead
        return start, start + len(text.strip())

    def text(self, part: Span) -> str:
        """The words of a stretch of the parse as the document has them."""
        start, end = self.parse.part(part)
        return self.passage.text[start:end]


@dataclass(frozen=True, slots=True)
class Found:
    """Everything found in an item; `side` is the state or organization that publishes it,
    `authors` those whose speech, statement or article it is.
    """

    entities: dict[str, Entity]
    mentions: tuple[Mention, ...]
    tenures: tuple[Tenure, ...]
    readings: tuple[Reading, ...]
    side: str | None
    authors: tuple[str, ...] = ()
    unresolved: int = 0

    def kind(self, key: str) -> str:
        """The ontology's class for an entity key ("Person", "State" …)."""
        return self.entities[key].kind

    def party(self, key: str) -> str | None:
        """The state or organization an entity takes part for.

        A person's side, an organ's organization, otherwise the entity itself.
        """
        entity = self.entities[key]
        return entity.state if entity.kind == "Person" else entity.state or key
