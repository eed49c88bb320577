"""The grammar of offices: "Foreign Minister of the Republic of Belarus", "EU top diplomat".

An office phrase is a head ("Minister"), words before it that say which ("First Deputy",
"Foreign Affairs"), a portfolio after it ("of Foreign and European Affairs"), and the state or
organization it belongs to, before ("Russia's", "Russian", "NATO") or after ("of Peru").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from diplograph.mentions.gazetteer import Known
from diplograph.vocabulary import cues

_SIDES = ("State", "Organization", "Grouping")
_BEFORE = re.compile(
    r"(?:[’']s?|\s*\([^()]{1,12}\))?[ \n\r\t\xa0]+"
    r"(?:own |new |then |current |former |late |ex-|outgoing )*$"
)
_DETERMINER = re.compile(
    r"(?:^|(?<=\W))(?P<word>the|his|her|their|its|our|your|my|a|an|two|both|both the|the two)\s+"
    r"(?:own |new |then |current |former |late |outgoing |visiting )*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Office:
    """An office phrase in a text.

    `title` is the office as written without the state ("Minister of Foreign Affairs"), `of` the key
    of its state or organization where the phrase says so, several for "the German and French
    foreign ministers". `determiner` is the small word before ("the", "his"), `plural` whether the
    head is plural, `former` whether the phrase calls it past. `head` is the head word, lower case.
    """

    start: int
    end: int
    title: str
    head: str
    of: tuple[str, ...] = ()
    determiner: str | None = None
    plural: bool = False
    former: bool = False
    kind: str = "head"


@cache
def _phrase() -> re.Pattern[str]:
    heads = [*cues.offices("head"), *cues.offices("rank"), *cues.offices("occupation")]
    before = [*cues.offices("modifier"), *cues.offices("portfolio")]
    after = list(cues.offices("portfolio"))
    head = rf"(?P<head>{_any(heads)})(?P<plural>s|(?<=secretar)ies)?"
    plurals = (
        r"(?P<pluralhead>secretaries(?: general| of state)?|secretaries-general"
        r"|heads of state(?: and government)?|heads of government)"
    )
    lead = rf"(?:(?:{_any(before)})(?:\s+and|\s*[,&]|\s+of)?[\s-]+){{0,6}}"
    joint = r"(?:,\s+|\s+and\s+|,\s+and\s+|\s*&\s*|\s+of\s+|\s+)(?:the\s+)?"
    portfolio = rf"(?:{_any(after)})(?:{joint}(?:{_any(after)}))*"
    ending = rf"(?:of|for|to|on)\s+(?:the\s+)?{portfolio}(?!\s+(?:and\s+)?(?:{_any(heads)})\b)"
    served = rf"(?:of|to)\s+the\s+(?:{_any(heads)})\b"
    bodies = _any([w.title() for w in cues.offices("body")])
    proper = rf"(?:[^\W\d_a-z][\w’'&-]*\s+(?:and\s+|of\s+)?){{0,5}}?(?:{bodies})"
    body = rf"(?:of|for|at|to|in)\s+(?:the\s+)?(?-i:{proper})\b"
    tail = rf"(?:\s+(?:{ending}|{served}|{body})){{0,3}}"
    return re.compile(
        rf"(?:(?<![\w-])|(?<=\bex-))(?P<title>{lead}(?:{plurals}|{head}){tail})(?![\w-])",
        re.IGNORECASE,
    )


def _any(words: Sequence[str]) -> str:
    ordered = sorted(words, key=lambda w: (-len(w), w))
    return "|".join(re.escape(w).replace(r"\ ", r"[\s-]+") for w in ordered)


def offices(text: str, known: Sequence[Known]) -> Iterator[Office]:
    """The office phrases of `text` in order; `known` are its gazetteer matches.

    >>> from diplograph.mentions.gazetteer import known
    >>> text = "Luxembourg's Minister of Foreign and European Affairs, Jean Asselborn"
    >>> [(o.title, o.of) for o in offices(text, list(known(text)))]
    [('Minister of Foreign and European Affairs', ('state/luxembourg',))]
    """
    past = 0
    for match in _phrase().finditer(text):
        if match.start() < past or any(_covers(k, match) for k in known):
            continue
        office = _office(text, match, known)
        past = office.end
        yield office


def _covers(known: Known, match: re.Match[str]) -> bool:
    """Whether the head word is part of a longer known name ("Council of Ministers")."""
    head = match.start("head") if match["head"] else match.start("pluralhead")
    return known.start <= head < known.end and known.use == "name"


def _office(text: str, match: re.Match[str], known: Sequence[Known]) -> Office:
    sides = [k for k in known if k.entry.kind in _SIDES]
    start, end = match.span("title")
    head = re.sub(r"\s+", " ", (match["head"] or match["pluralhead"]).casefold())
    end = _concern(text, _cut(text, start, end, known), known)
    title = re.sub(r"\s+", " ", text[start:end])
    before, start = _side_before(text, start, sides)
    after, end = _side_after(text, end, sides)
    end = _concern(text, end, known) if after else end
    implied = cues.offices("head").get(head) if not (before or after) else None
    lead = _DETERMINER.search(text[max(0, start - 60) : start])
    return Office(
        start,
        end,
        title,
        head,
        before or after or ((implied,) if implied else ()),
        lead["word"].casefold() if lead else None,
        bool(match["plural"] or match["pluralhead"]),
        _is_former(text, start, match.start("title")),
        "rank"
        if head in cues.offices("rank")
        else "occupation"
        if head in cues.offices("occupation")
        else "head",
    )


def _cut(text: str, start: int, end: int, known: Sequence[Known]) -> int:
    """The end of a title that runs into a name: "head of the" before "World Bank"."""
    for k in known:
        if k.entry.kind in _SIDES and start < k.start < end <= k.end:
            return start + len(
                re.sub(r"\s+(?:of|for|to|on)(?:\s+the)?\s*$", "", text[start : k.start]).rstrip()
            )
    return end


def _concern(text: str, end: int, known: Sequence[Known]) -> int:
    """The end of "for Iran", "to the United Nations": what an envoy deals with, not whose he is."""
    for k in known:
        if k.start >= end:
            return (
                k.end
                if re.fullmatch(r"\s+(?:for|to|on|in)\s+(?:the\s+)?", text[end : k.start])
                else end
            )
    return end


def _is_former(text: str, start: int, title: int) -> bool:
    words = "|".join(map(re.escape, cues.offices("former")))
    near = text[max(0, start - 12) : start] + " " + text[start:title]
    return bool(re.search(rf"(?<!\w)(?:{words})[\s-]+(?:\S+\s+)?$", near, re.IGNORECASE)) or bool(
        re.search(rf"(?<!\w)(?:{words})[\s-]", text[start:title], re.IGNORECASE)
    )


def _side_before(text: str, start: int, sides: list[Known]) -> tuple[tuple[str, ...], int]:
    """The side written right before: "Russian", "Russia's", "NATO", "German and French"."""
    found: list[str] = []
    at = start
    for side in reversed([s for s in sides if s.end <= start]):
        between = text[side.end : at]
        joined = found and re.fullmatch(
            r"(?:\s*,\s*|\s*,?\s+and\s+|\s*[–-]\s*)(?:the\s+)?", between
        )
        if not (joined or (not found and _BEFORE.fullmatch(between))):
            break
        if side.use == "capital" and not between.startswith(("'s", "’s")):
            break
        found.append(side.entry.key)
        at = side.start
    return tuple(reversed(found)), at


def _side_after(text: str, end: int, sides: list[Known]) -> tuple[tuple[str, ...], int]:
    """The side after "of": "of Peru", "of the Russian Federation", "of France and Germany"."""
    found: list[str] = []
    at = end
    for side in (s for s in sides if s.start >= end):
        between = text[at : side.start]
        link = (
            r"\s+(?:of|from|at)\s+(?:the\s+)?(?:State of\s+)?"
            if not found
            else r"(?:,\s+|,?\s+and\s+(?:of\s+)?)(?:the\s+)?"
        )
        if not re.fullmatch(link, between) or side.use not in ("name", "abbreviation"):
            break
        found.append(side.entry.key)
        at = side.end
    return tuple(found), at
