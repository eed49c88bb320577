"""A first look at each passage: what is known, which offices and names are in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from diplograph.items.record import Item
from diplograph.mentions import people
from diplograph.mentions.abbreviations import abbreviated
from diplograph.mentions.capitals import spelled
from diplograph.mentions.gazetteer import Known, known
from diplograph.mentions.guessing import guesses
from diplograph.mentions.layout import Passage, passages
from diplograph.mentions.model import Model
from diplograph.mentions.offices import Office, offices
from diplograph.mentions.people import Seen
from diplograph.mentions.shared import without_own
from diplograph.vocabulary import cues


@dataclass(frozen=True, slots=True)
class Draft:
    """A passage with what was found in it before anyone is identified."""

    passage: Passage
    known: tuple[Known, ...]
    offices: tuple[Office, ...]
    names: tuple[Seen, ...]


def drafts(item: Item, model: Model, publisher: str | None = None) -> list[Draft]:
    """The passages of an item, each looked at once; `publisher` is whose page it is, if known."""
    read = spelled(list(passages(item)), model)
    parts = abbreviated([(part, tuple(known(part.text))) for part in read])
    parts = without_own(parts, publisher)
    guessed = guesses(((part.text, found) for part, found in parts), model)
    return [_draft(*part, guess) for part, guess in zip(parts, guessed, strict=True)]


def _draft(passage: Passage, found: tuple[Known, ...], guessed: list[tuple[int, int]]) -> Draft:
    posts = tuple(offices(passage.text, found))
    names = people.seen(passage.text, found, posts, guessed)
    if passage.role == "header" and not found:
        names = people.inverted(passage.text) or names
    return Draft(passage, found, posts, tuple(names))


def labels(seen: Iterable[Draft]) -> Iterator[Draft]:
    """The speakers' labels, each read once as a passage of its own: "FOREIGN MINISTER MIRZOYAN"."""
    told: set[str] = set()
    for passage in (d.passage for d in seen):
        if passage.speaker and passage.label is not None and passage.speaker not in told:
            told.add(passage.speaker)
            yield _label(Passage(passage.label, passage.speaker, "label"))


def untold(item: Item) -> Iterator[Draft]:
    """The title, where it does not stand in the text but in a feed, a table or front matter.

    It says who is who but is no evidence; its positions lie before the item.
    """
    if item.title and not item.title_span:
        passage = Passage(item.start - len(item.title) - 1, item.title, "untold")
        yield _draft(passage, tuple(known(item.title)), [])


def _label(passage: Passage) -> Draft:
    found = tuple(known(passage.text))
    posts = tuple(offices(passage.text, found))
    whole = [] if posts or is_questioner(passage.text) else [(0, len(passage.text))]
    return Draft(passage, found, posts, tuple(people.seen(passage.text, found, posts, whole)))


def is_questioner(label: str | None) -> bool:
    """Whether a label is nobody's name: "QUESTION", "OPERATOR"."""
    return (label or "").casefold() in frozenset(cues.words("questioners.csv"))
