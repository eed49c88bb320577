"""The grammar of offices: "Fisheries Minister of the Republic of Ghana", "EU top diplomat".

An office phrase is a head ("Minister"), words before it that say which ("First Deputy",
"Foreign Affairs"), a portfolio after it ("of Fisheries and Ocean Affairs"), and the state or
organization it belongs to, before ("Russia's", "Russian", "NATO") or after ("of Peru").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from diplograph.mentions.gazetteer import Known
from diplograph.mentions.names import stops
from diplograph.mentions.organs import organ_end
from diplograph.vocabulary import cues

_CAPITALIZED = re.compile(r"(?<![\w’'.-])(?P<word>[^\W\d_a-z][\w’'-]+)\s+$")
# What a list of participants has around a side: "Anna Berg, Minister, Norway; …", "(Norway)".
_LISTED = re.compile(r",\s+|\s*\(")
_LAST = re.compile(r"\s*(?:[;)]|\.?$)")
_SIDES = ("State", "Organization", "Grouping")
_HEADS = ("head", "rank", "occupation", "reference")
# Abbreviations that in small letters, or after an hour, are other words: "PM Berg", "at 5 PM".
_SHORT = ("pm", "fm", "mp")
_HOUR = re.compile(r"\d\s?$")
# Words that end before an office: "the Odesa |region, |President".
_OTHER = re.compile(r"[a-z]\w*,\s+(?=[A-Z])")
# What joins an office to the one it serves: "the UN Secretary-General|'s |envoy".
_OWNED = re.compile(r"[’']s?\s+(?:[a-z-]+\s+)?")


@cache
def passing() -> str:
    """Words that say how an office is held, not which it is: "the outgoing", "its former"."""
    return rf"(?:(?:{_any([*cues.offices('passing'), *cues.offices('former')])})[\s-]+)*"


@cache
def _gap_before() -> re.Pattern[str]:
    """What may stand between a side and its office: "Russia's new", "Peru, whose", "NATO (UN) "."""
    return re.compile(rf"(?:[’']s?|,?\s+whose|\s*\([^()]{{1,12}}\))?\s+{passing()}$", re.IGNORECASE)


@cache
def _determiner() -> re.Pattern[str]:
    small = "the|his|her|their|its|our|your|my|a|an|two|both|both the|the two"
    return re.compile(rf"(?:^|(?<=\W))(?P<word>{small})\s+{passing()}$", re.IGNORECASE)


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
    heads = [word for kind in _HEADS for word in cues.offices(kind)]
    known = list(cues.offices("portfolio"))
    bodies = _any([w.title() for w in cues.offices("body")])
    before = _any([*cues.offices("modifier"), *known, *cues.offices("body")])
    head = rf"(?P<head>{_any(heads)})(?P<plural>s|(?<=secretar)ies)?"
    plurals = (
        r"(?P<pluralhead>secretaries(?: general| of state)?|secretaries-general"
        r"|heads of state(?: and government)?|heads of government)"
    )
    junior = rf"(?:[\s-](?P<junior>{_any(list(cues.offices('junior')))}))?"
    lead = rf"(?:(?:{before})(?:\s+and|\s*[,&/]|\s+of)?[\s-]+){{0,6}}"
    rare = r"(?-i:[^\W\d_a-z][\w’'-]*)\s+(?:and\s+)?"
    field = rf"(?:{rare}){{0,2}}?(?:{_any(known)})(?:\s+(?:{_any(list(cues.offices('body')))})\b)?"
    joint = rf"(?:(?:,\s+(?:and\s+)?|\s+and\s+|\s*&\s*)(?:the\s+)?{field}"
    joint += rf"|\s+(?:(?:of|with|and)\s+(?:the\s+)?)?(?:{_any(known)}))"
    ending = rf"(?:of|for|to|on)\s+(?:the\s+)?{field}{joint}*(?!\s+(?:and\s+)?(?:{_any(heads)})\b)"
    served = rf"(?:of|to)\s+the\s+(?:{_any(heads)})\b"
    proper = rf"(?:[^\W\d_a-z][\w’'&-]*\s+(?:and\s+|of\s+)?){{0,5}}?(?:{bodies})"
    body = rf"(?:of|for|at|to|in|from)\s+(?:the\s+)?(?P<body>(?-i:{proper}))\b"
    acronym = r"(?:of|for|at)\s+(?:the\s+)?(?-i:[A-Z]{3,8})\b"
    tail = rf"(?:\s+(?:{body}|{acronym}|{ending}|{served})){{0,3}}"
    return re.compile(
        rf"(?:(?<![\w-])|(?<=\bex-)|(?<=\bthen-))"
        rf"(?P<title>{lead}(?:{plurals}|{head}{junior}){tail})(?![\w-])",
        re.IGNORECASE,
    )


def _any(words: Sequence[str]) -> str:
    """A pattern for any of some words, the longest first; by first letter, to be quick."""
    letters: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda w: (-len(w), w)):
        letters.setdefault(word[0], []).append(re.escape(word[1:]).replace(r"\ ", r"[\s-]+"))
    return "|".join(f"{re.escape(a)}(?:{'|'.join(rest)})" for a, rest in sorted(letters.items()))


def offices(text: str, known: Sequence[Known]) -> Iterator[Office]:
    """The office phrases of `text` in order; `known` are its gazetteer matches.

    >>> from diplograph.mentions.gazetteer import known
    >>> text = "Norway's Minister of Fisheries and Ocean Affairs, Ingrid Dahl"
    >>> [(o.title, o.of) for o in offices(text, list(known(text)))]
    [('Minister of Fisheries and Ocean Affairs', ('state/norway',))]
    """
    last: Office | None = None
    at = 0
    while match := _phrase().search(text, at):
        at = match.end()
        if _is_other(text, match, known):
            continue
        office = _office(text, match, known)
        if last and last.of and not office.of and _OWNED.fullmatch(text, last.end, office.start):
            office = replace(office, of=last.of)
        last = office
        at = max(at, office.end)
        yield office


def _is_other(text: str, match: re.Match[str], known: Sequence[Known]) -> bool:
    """Whether the words are no office: part of a name, a surname, or an adjective."""
    head = match.start("head") if match["head"] else match.start("pluralhead")
    if any(k.start <= head < k.end and k.use == "name" and k.entry.kind != "Person" for k in known):
        return True
    if match["head"] and match["head"].casefold() in _SHORT:
        return not match["head"].isupper() or bool(_HOUR.search(text[max(0, head - 3) : head]))
    alone = match["head"] and match.span("title") == match.span("head")
    return bool(alone) and (_is_surname(text, match, known) or _is_adjective(text, match))


def _is_surname(text: str, match: re.Match[str], known: Sequence[Known]) -> bool:
    """Whether a head is the end of a personal name: "Amy Pope said", no "Pope" of any church."""
    before = _CAPITALIZED.search(text, max(0, match.start() - 40), match.start())
    if match["head"].casefold() not in cues.offices("surname") or match["plural"]:
        return False
    if not before or not match["head"][0].isupper() or stops(before["word"]):
        return False
    after = text[match.end() : match.end() + 5]
    held = re.match(r"\s+(?:[^\W\d_a-z]|of\b|for\b|to\b)", after)
    return not held and not any(k.start <= before.start("word") < k.end for k in known)


def _is_adjective(text: str, match: re.Match[str]) -> bool:
    """Whether a rank only describes what follows: "official visit", "general elections"."""
    word = match["head"].casefold()
    small = word in cues.offices("rank") and match["head"].islower() and not match["plural"]
    return small and bool(re.match(r"\s+[a-z]", text[match.end() : match.end() + 3]))


def _office(text: str, match: re.Match[str], known: Sequence[Known]) -> Office:
    sides = [k for k in known if k.entry.kind in _SIDES]
    start, end = match.span("title")
    stem = match.start("head") if match["head"] else match.start("pluralhead")
    start = max([start, *(_past(text, k) for k in sides if start < k.end <= stem)])
    if other := _OTHER.match(text, start, stem):
        start = other.end()
    start = _own_words(text, start, stem)
    head = _head(text[start:stem], (match["head"] or match["pluralhead"]).casefold())
    end = _concern(text, _cut(text, start, end, known), head, known)
    end = _unknown_field(text, end, head, known)
    title = re.sub(r"\s+", " ", text[start:end])
    body = match.span("body") if match["body"] else (end, end)
    within = {k.entry.key: None for k in sides if body[0] <= k.start and k.end <= body[1]}
    before, first = _side_before(text, start, sides)
    if before and (rank := _ranked().search(text[max(0, first - 40) : first])):
        first -= len(rank[0])
        title = f"{rank['rank']} {title}"
    after, end = _side_after(text, end, sides)
    end = _concern(text, end, head, known) if after else end
    inside = tuple(within) if len(within) == 1 and not after else ()
    lead = _determiner().search(text[max(0, first - 60) : first])
    return Office(
        first,
        end,
        title,
        head,
        before or after or inside or _implied(title),
        lead["word"].casefold() if lead else None,
        bool(match["plural"] or match["pluralhead"]),
        _is_former(text, first, start),
        next(kind for kind in ("rank", "occupation", "reference", "head") if _is(head, kind)),
    )


def _own_words(text: str, start: int, stem: int) -> int:
    """Where a title begins after what a comma cuts off: "the Government, |Deputy Minister".

    Only portfolios are joined by commas: "Trade, Investment and Agriculture |Minister".
    """
    before, comma, after = text[start:stem].rpartition(",")
    if not comma or (_joined_fields().match(after) and not _bodies().search(before)):
        return start
    return stem - len(after.lstrip())


@cache
def _joined_fields() -> re.Pattern[str]:
    fields = _any(list(cues.offices("portfolio")))
    return re.compile(rf"\s+(?:and\s+)?(?:{fields})\b", re.IGNORECASE)


@cache
def _bodies() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(list(cues.offices('body')))})\b", re.IGNORECASE)


@cache
def _ranked() -> re.Pattern[str]:
    """A modifier before the side instead of after it: "top |US diplomat", "acting |Thai …"."""
    modifiers = [w for w in cues.offices("modifier") if w.isalpha()]
    return re.compile(rf"(?<![\w-])(?P<rank>{_any(modifiers)})\s+$", re.IGNORECASE)


def _head(lead: str, head: str) -> str:
    """The longest known head that the words before it make with it: "Under-Secretary-General"."""
    longer = " ".join(f"{lead}{head}".casefold().split())
    known = {w for kind in _HEADS for w in cues.offices(kind)}
    starts = [m.end() for m in re.finditer(r"[\s-]", longer)]
    fits = (longer[at:] for at in (0, *starts) if longer[at:] in known)
    return next(fits, " ".join(head.split()))


def _implied(title: str) -> tuple[str, ...]:
    """The side that a title itself means: "Taoiseach", "Under-Secretary-General for Peace"."""
    match = _implying().match(title)
    side = cues.offices("head")[match[0].casefold()] if match else None
    return (side,) if side else ()


@cache
def _implying() -> re.Pattern[str]:
    own = [word for word, side in cues.offices("head").items() if side]
    return re.compile(rf"(?:{_any(own)})\b", re.IGNORECASE)


def _is(head: str, kind: str) -> bool:
    return kind == "head" or (head in cues.offices(kind) and head not in cues.offices("head"))


def _past(text: str, side: Known) -> int:
    """Where an office may begin after a side that its first words belong to: "World Bank |"."""
    gap = re.compile(r"(?:[’']s?|,)?\s+").match(text, side.end)
    return gap.end() if gap else side.end


def _cut(text: str, start: int, end: int, known: Sequence[Known]) -> int:
    """The end of a title that runs into a name: "head of the" before "World Bank"."""
    for k in known:
        if k.entry.kind in _SIDES and start < k.start < end <= k.end:
            return start + len(
                re.sub(r"\s+(?:of|for|to|on)(?:\s+the)?\s*$", "", text[start : k.start]).rstrip(
                    " ,"
                )
            )
    return end


def _concern(text: str, end: int, head: str, known: Sequence[Known]) -> int:
    """The end of "for Iran", "to the United Nations": what an envoy deals with, not whose he is.

    Only envoys are so "in" a place: "the Ambassador in Lima", but "ministers |in Lima".
    """
    resident = any(word in cues.offices("resident") for word in re.split(r"[\s-]", head))
    words = "for|to|on|in" if resident else "for|to|on"
    for k in known:
        if k.start >= end:
            link = re.fullmatch(rf"\s+(?:{words})\s+(?:the\s+)?", text[end : k.start])
            other = organ_end(text, k.end) or _phrase().match(text, k.end + 1)
            return k.end if link and not other else end
    return end


_RUN = r"[^\W\d_a-z][\w’-]+(?:\s+[^\W\d_a-z][\w’-]+){0,2}"
_FIELD = re.compile(
    rf"\s+(?:of|for)\s+(?:the\s+)?{_RUN}(?:(?:,\s+{_RUN}){{0,4}},?\s+and\s+{_RUN})?(?=\s*[,.;)]|$)"
)


def _unknown_field(text: str, end: int, head: str, known: Sequence[Known]) -> int:
    """The end of a portfolio that no list has: "Minister of Tolerance and Coexistence,"."""
    field = _FIELD.match(text, end) if head in cues.offices("cabinet") else None
    if field is None or any(k.start < field.end() and end < k.end for k in known):
        return end
    return field.end()


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
        if not (joined or (not found and _gap_before().fullmatch(between))):
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
            r"\s+(?:of|from|at|for)\s+(?:the\s+)?(?:State of\s+)?(?:[a-z]+\s+)?"
            if not found
            else r"(?:,\s+|,?\s+and\s+(?:of\s+)?)(?:the\s+)?"
        )
        organ = organ_end(text, side.end) if side.use in ("adjective", "demonym") else None
        if not re.fullmatch(link, between) or (
            side.use not in ("name", "abbreviation") and not organ
        ):
            break
        found.append(side.entry.key)
        body = _body_after().match(text, side.end)
        at = body.end() if body else organ or side.end
    if not found and (spokesman := _side_of_next(text, end, sides)):
        return (spokesman,), end
    if unit := _of_unit(text, end, sides):
        return unit
    if not found and (department := _of_department(text, end, sides)):
        return department
    if not found and (city := _of_place(text, end, sides)):
        return city
    listed = _LISTED.match(text, end) if not found and sides else None
    own = next((k for k in sides if listed and k.start == listed.end()), None)
    if own and _LAST.match(text, own.end):
        return (own.entry.key,), own.end
    return tuple(found), at


def _side_of_next(text: str, end: int, sides: list[Known]) -> str | None:
    """Whose office another one serves: the "UN" of "spokesperson for UN Secretary-General"."""
    for side in (s for s in sides if s.start >= end):
        link = re.fullmatch(r"\s+(?:for|to|of)\s+(?:the\s+)?", text[end : side.start])
        served = re.compile(r"(?:[’']s?)?\s+").match(text, side.end)
        return side.entry.key if link and served and _phrase().match(text, served.end()) else None
    return None


def _of_department(text: str, end: int, sides: list[Known]) -> tuple[tuple[str, ...], int] | None:
    """The state of the ministry after an office: "Deputy Secretary, Ministry of Trade of Peru"."""
    side = next((s for s in sides if s.start >= end), None)
    own = side is not None and side.entry.detail == "organ"
    if side and own and re.fullmatch(r",\s+(?:the\s+)?", text[end : side.start]):
        return ((side.entry.key,), side.end) if _is_national(side) else None
    if side is None or side.entry.kind != "State" or side.use == "capital":
        return None
    if _department_of().fullmatch(text, end, side.start):
        return (side.entry.key,), side.end
    begins = re.fullmatch(r",\s+(?:the\s+)?", text[end : side.start])
    after = _body_after().match(text, side.end) if begins else None
    return ((side.entry.key,), after.end()) if after else None


def _is_national(side: Known) -> bool:
    return (side.entry.parent or "").startswith("state/")


@cache
def _department_of() -> re.Pattern[str]:
    bodies = _any([w.title() for w in cues.offices("body")])
    words = r"(?:(?:of|for|and|the|&|[^\W\d_a-z][\w’'-]*),?\s+){0,10}?"
    return re.compile(rf",\s+(?:the\s+)?{words}(?:{bodies})\b,?\s+{words}(?:of\s+(?:the\s+)?)?")


_UNIT = re.compile(r"\s+(?:of|for)\s+the\s+(?:[\w-]+\s+){0,3}[a-z-]+\s+of\s+(?:the\s+)?")


def _of_unit(text: str, end: int, sides: list[Known]) -> tuple[tuple[str, ...], int] | None:
    """The body of "Chair of the Peru configuration of the Peacebuilding Commission", its end."""
    bodies = (s for s in sides if s.start >= end and s.entry.kind == "Organization")
    body = next(bodies, None)
    if body is None or not _UNIT.fullmatch(text, end, body.start):
        return None
    return (body.entry.key,), body.end


def _of_place(text: str, end: int, sides: list[Known]) -> tuple[tuple[str, ...], int] | None:
    """The state of "the Mayor of Kyiv", and where the phrase ends."""
    for side in (s for s in sides if s.start >= end):
        link = re.fullmatch(r"\s+of\s+(?:the\s+)?", text[end : side.start])
        return ((side.entry.key,), side.end) if link and side.use == "capital" else None
    return None


@cache
def _body_after() -> re.Pattern[str]:
    """A body of the side just named: "CPC | Central Committee"."""
    bodies = _any([w.title() for w in cues.offices("body")])
    return re.compile(rf"(?:[’']s)?\s+(?:[^\W\d_a-z][\w’'-]*\s+){{0,3}}?(?:{bodies})\b")
