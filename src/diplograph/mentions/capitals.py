"""Telegrams in capitals in ordinary spelling: "FOREIGN MINISTER BERG OF PERU ARRIVED NAIROBI".

Names are told from other words by capitals, which such a text does not. The words that grammar
takes for verbs and the like are none; of the rest those beside an office or a title are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Token

from diplograph.mentions import people
from diplograph.mentions.gazetteer import Known, known
from diplograph.mentions.layout import Passage
from diplograph.mentions.model import Model
from diplograph.mentions.names import stops
from diplograph.mentions.offices import offices
from diplograph.vocabulary import cues
from diplograph.vocabulary.tables import rows

_FEWEST = 6  # words: a shorter line in capitals is a heading or a name
_WORD = re.compile(r"[^\W\d_][\w'’]*")
_BEGINS = re.compile(r"(?:^|[.!?:]\s+|\n\s*)[“\"‘'(]*([^\W\d_])")
_NAMING = ("NOUN", "PROPN", "ADJ", "X", "INTJ")


def spelled(parts: Sequence[Passage], model: Model) -> list[Passage]:
    """The passages, those in capitals with small letters; positions stay the same."""
    loud = [part for part in parts if _is_loud(part.text)]
    if not loud:
        return list(parts)
    titled = dict(zip((p.start for p in loud), _titled(loud, model), strict=True))
    names = frozenset(word for text in titled.values() for word in _names(text))
    return [
        replace(part, text=_spelled(part.text, names)) if part.start in titled else part
        for part in parts
    ]


def _is_loud(text: str) -> bool:
    letters = "".join(filter(str.isalpha, text))
    return letters.isupper() and len(_WORD.findall(text)) >= _FEWEST


def _titled(parts: Sequence[Passage], model: Model) -> Iterator[str]:
    """The texts with a capital on each word that may be part of a name."""
    docs = [model.tokens(_with_known(part.text.lower(), part.text)) for part in parts]
    for part, doc in zip(parts, model.parse(docs), strict=True):
        text = list(doc.text)
        for token in filter(_may_be_name, doc):
            text[token.idx] = text[token.idx].upper()
        yield _with_known("".join(text), part.text)


def _may_be_name(token: Token) -> bool:
    """Whether grammar allows a name; a family name it takes for a verb or adverb has no ending."""
    if stops(token.text) and token.lower_ not in _given():
        return False
    follows = token.i > 0 and token.nbor(-1).pos_ == "PROPN"
    odd = token.pos_ in ("VERB", "ADV") and token.lemma_ == token.lower_ and not token.is_stop
    return token.pos_ in _NAMING or (odd and follows)


@cache
def _given() -> frozenset[str]:
    """Months and other words that are given names too: "Jan", "Grace"."""
    months = {row["name"].casefold() for row in rows("cues", "months.csv", needs=("name",))}
    return frozenset(months | cues.offices("given").keys())


def _names(text: str) -> Iterator[str]:
    """The words of personal names, in small letters."""
    found = tuple(known(text))
    for name in people.seen(text, found, tuple(offices(text, found)), ()):
        yield from (word.casefold() for word in _WORD.findall(name.name))


def _spelled(text: str, names: frozenset[str]) -> str:
    """Small letters but for names, what the lists know, days, and the first word of a sentence."""
    small = text.lower()
    capital = [m.start() for m in _WORD.finditer(small) if m[0] in names or m[0] in _calendar()]
    capital += [m.start(1) for m in _BEGINS.finditer(small)]
    letters = list(small)
    for at in capital:
        letters[at] = letters[at].upper()
    return _with_known("".join(letters), text)


def _with_known(text: str, loud: str) -> str:
    """The text with what the lists know as they write it: "Kenya", "NATO"."""
    for k in known(loud):
        written = _form(k, loud[k.start : k.end])
        text = text[: k.start] + written + text[k.end :]
    return text


def _form(k: Known, loud: str) -> str:
    forms = (f.text for f in k.entry.forms if f.text.upper() == loud and len(f.text) == len(loud))
    return next(forms, loud.title())


@cache
def _calendar() -> frozenset[str]:
    """Days and months."""
    months = {row["name"].casefold() for row in rows("cues", "months.csv", needs=("name",))}
    days = "monday tuesday wednesday thursday friday saturday sunday"
    return frozenset(months | set(days.split()) | {"i"})
