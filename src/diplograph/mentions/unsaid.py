"""Whose official somebody is where no state stands beside the office.

A text introduces its own officials without their state ("Foreign Minister Dahl") and says
elsewhere who they are: "the Norwegian minister", "its foreign minister", "a delegation of Peru, led
by", "In Berlin, Foreign Minister Lindemann said". One clue settles it; two that differ do not.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, pairwise

from diplograph.mentions.allegiance import listed, says, sided, speaks_for
from diplograph.mentions.drafts import Draft
from diplograph.mentions.gazetteer import Known
from diplograph.mentions.offices import Office
from diplograph.mentions.people import COUNTERPART, Person, Seen
from diplograph.mentions.posts import Posts
from diplograph.mentions.tenures import follows_partner_word, is_partner, leaders
from diplograph.vocabulary import cues

_LED = re.compile(
    r"(?:\s+one\s+by\s+|"
    r"(?:(?!\b(?:he|she|it|they)\b)[^.;]){0,60}?\b(?:led|headed|chaired|represented)\s+by\s+)"
    r"(?:[\w.’'&]+,?\s+){0,4}",
    re.IGNORECASE,
)
_LONGEST_NAME = 5
_AND = re.compile(r"\s+and\s+(?:the\s+)?")
_STARTS = re.compile(r"(?:\W*(?:\d+\W+)?(?:[Tt]he\s+)?)")
# After a place: those who were there, from wherever: "in Lima|, with Minister Berg as chair".
_ATTENDED = re.compile(r",\s+with\b")
_ITS = re.compile(r"\bits\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_AND_ITS = re.compile(r",?\s+and\s+its\s+(?:[\w-]+\s+){0,2}", re.IGNORECASE)
_IN = re.compile(r"\b(?:in|from|to)\s+$", re.IGNORECASE)
# Between a capital and the official met there: "In Berlin, ", "talks in Nairobi with ".
_THERE = re.compile(
    r",\s*(?:the\s+)?|[^.;:]{0,90}?\b(?:with|by|meet|meets|met|where)\b[^.;:]{0,60}", re.IGNORECASE
)
_SIDE_BY_SIDE = re.compile(r"\s*[-–—/&]\s*|\s+and\s+|,\s+")
_STOP = re.compile(r"[.!?][”\"’)]*\s+(?=[“\"‘(]?[^\W\d_a-z])")
_TO = re.compile(r"\b(?:to|in|from|on|for|of|with)\s+(?:the\s+)?$", re.IGNORECASE)
_RECEIVED = re.compile(r"\bby\s+(?:the\s+)?$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|of)\s+(?:the\s+)?$", re.IGNORECASE)
_INVITED = re.compile(
    r"\bat\s+the\s+(?:kind\s+)?invitation\s+of\s+(?:the\s+|his\s+|her\s+)?$", re.IGNORECASE
)
_OF_SOMEBODY = re.compile(r"(?:his|her|their|its)\b", re.IGNORECASE)
# After a city in a title: the date, or its end.
_DATED = re.compile(r"\s*(?:,|$)")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where an item comes from: the state in whose capital a news report was written, the side
    that publishes it, and the state in which a publishing embassy is.
    """

    dateline: str | None = None
    publisher: str | None = None
    host: str | None = None


def unsaid(drafts: Sequence[Draft], persons: Sequence[Person], setting: Setting) -> dict[str, str]:
    """The side of each person that only the context gives, by person key.

    In "The Russian Minister rejected this" after "Foreign Minister Velichko telephoned …", where he
    is the only minister without a state, Velichko serves `state/russia`.
    """
    open_ones = [p for p in persons if _is_open(p)]
    every = frozenset(p.key for p in open_ones)
    partners = _partners(drafts, open_ones)
    holders, called = _holders(open_ones), _called(open_ones)
    posts, taken = Posts(open_ones), Posts(persons)
    able = partners if setting.publisher else every
    clues: dict[str, dict[str, None]] = defaultdict(dict)
    described: dict[str, dict[str, None]] = defaultdict(dict)
    paired: dict[str, dict[str, None]] = defaultdict(dict)
    for draft in drafts:
        for person, name in _seen(draft, holders):
            for side in _beside(draft, name, setting):
                clues[person.key][side] = None
        for name in _speaking(draft, called):
            for side in speaks_for(draft, name) if name.name in called else ():
                for person in called[name.name]:
                    clues[person.key][side] = None
        for name, side in sided(draft):
            for person in holders.get(name, ()):
                clues[person.key][side] = None
        for person in called.get(_speaker(draft), ()):
            clues[person.key] |= dict.fromkeys(says(draft))
        for key, side in _described(draft, posts, taken, able, called):
            described[key][side] = None
        for key, side in _respective(draft, holders):
            paired[key][side] = None
    for key, side in (
        *((p.key, side) for name, side in listed(drafts) for p in holders.get(name, ())),
        *_of_pair(drafts, open_ones, persons),
        *_posted(drafts, open_ones),
        *_deputies(drafts, open_ones, setting),
        *_at_desk(drafts, open_ones),
    ):
        clues[key][side] = None
    clues = {**described, **clues, **paired}
    told = {key: next(iter(sides)) for key, sides in clues.items() if len(sides) == 1}
    for weaker in (_abroad, _concerned, _opposite):
        left = [p for p in open_ones if p.key not in clues and p.key not in told]
        told |= weaker(drafts, left, persons, setting)
    left = [p for p in open_ones if p.key not in told]
    return _at_home(drafts, left, setting) | told


def _partners(drafts: Sequence[Draft], persons: Sequence[Person]) -> frozenset[str]:
    """The keys of those whom others meet or write to: "a letter to |President Berg"."""
    holders = _holders(persons)
    return frozenset(
        person.key
        for draft in drafts
        for person, name in _seen(draft, holders)
        if is_partner(draft.passage.text, name)
    )


def home(drafts: Sequence[Draft], persons: Sequence[Person], told: Mapping[str, str]) -> str | None:
    """The side of the officials whom the title introduces without their state: the publisher's.

    Also the one of "Japan-Slovakia Foreign Ministers' Meeting" whose minister is nowhere called so.
    """
    title = next((d for d in drafts if d.passage.role == "title"), None)
    open_ones = [p for p in persons if _is_open(p)]
    named = [p for p, _ in _seen(title, _holders(open_ones))] if title else []
    named += [p for p in open_ones if told.get(p.key) in _pair(title) and _has_post(p)]
    sides = {told[p.key]: None for p in named if p.key in told}
    return next(iter(sides)) if len(sides) == 1 else None


def _called(persons: Sequence[Person]) -> dict[str, list[Person]]:
    """Each form to the persons who are called so."""
    called: dict[str, list[Person]] = defaultdict(list)
    for person in persons:
        for form in dict.fromkeys((person.name, *person.forms)):
            called[form].append(person)
    return called


def _speaking(draft: Draft, called: Mapping[str, Sequence[Person]]) -> Iterator[Seen]:
    """The names of a passage, and the one it begins with where nothing shows that it is a name."""
    yield from draft.names
    text = draft.passage.text
    begins = [text[: m.start()] for m in islice(re.finditer(r"\s", text), _LONGEST_NAME)]
    first = next((words for words in reversed(begins) if words in called), None)
    if first and not any(n.start < len(first) for n in draft.names):
        yield Seen(0, len(first), first)


def _speaker(draft: Draft) -> str:
    """The name in the label of a turn: "Anna Berg"."""
    return (draft.passage.speaker or "").strip()


def _has_post(person: Person) -> bool:
    return any(_post(o.office) for o in person.offices if o.office)


def _posted(drafts: Sequence[Draft], open_ones: Sequence[Person]) -> Iterator[tuple[str, str]]:
    """ "The ambassador, Ana Berg" after "Peru will recall its ambassador"."""
    posts: dict[str, dict[str, None]] = defaultdict(dict)
    holders = _holders(open_ones)
    for draft in drafts:
        for office in draft.offices:
            lost = office.determiner == "its" and not any(n.office == office for n in draft.names)
            if lost and (side := _clause_owner(draft, office.start)):
                posts[office.title.casefold()][side] = None
        for person, name in _seen(draft, holders):
            if name.office and name.office.determiner == "the":
                sides = posts.get(name.office.title.casefold(), {})
                yield from ((person.key, side) for side in sides if len(sides) == 1)


def _deputies(
    drafts: Sequence[Draft], open_ones: Sequence[Person], setting: Setting
) -> Iterator[tuple[str, str]]:
    """ "Deputy Secretary General Berg" serves where the one Secretary General of the text does."""
    chiefs = _chiefs(drafts, setting)
    for person in open_ones:
        for office in (o.office for o in person.offices if o.office):
            word, _, chief = office.title.casefold().partition(" ")
            sides = chiefs.get(_plain(chief), {})
            if word in cues.offices("junior") and len(sides) == 1:
                yield person.key, next(iter(sides))


def _chiefs(drafts: Sequence[Draft], setting: Setting) -> dict[str, dict[str, None]]:
    """The sides of each office that the text names; of a publishing body its own chief alone."""
    if setting.publisher and _is_body(setting.publisher):
        return {_plain(title): {setting.publisher: None} for title in cues.offices("chief")}
    chiefs: dict[str, dict[str, None]] = defaultdict(dict)
    for office in (office for draft in drafts for office in draft.offices):
        if office.of and not _is_top(office):
            chiefs[_plain(office.title)][office.of[0]] = None
    return chiefs


def _plain(title: str) -> str:
    return title.casefold().replace("-", " ")


def _clause_owner(draft: Draft, start: int) -> str | None:
    """The one state named in the clause before "its": "…, |Peru will recall its ambassador"."""
    text = draft.passage.text
    begin = max(text.rfind(mark, 0, start) for mark in ",;:.") + 1
    owners = [
        k.entry.key
        for k in draft.known
        if k.entry.kind == "State" and k.use == "name" and begin <= k.start and k.end <= start
    ]
    return owners[0] if len(owners) == 1 else None


def _at_desk(drafts: Sequence[Draft], open_ones: Sequence[Person]) -> Iterator[tuple[str, str]]:
    """In the title "Foreign Minister Berg's remarks with the Foreign Minister of Peru, Oslo, May 2"
    Berg is Norway's, where the text speaks of no state more than of Norway.
    """
    title = next((d for d in drafts if d.passage.role == "title"), None)
    if title is None:
        return
    text = title.passage.text
    cities = [
        k.entry.key
        for k in title.known
        if k.use == "capital" and text[: k.start].endswith(", ") and _DATED.match(text, k.end)
    ]
    named = Counter(
        k.entry.key
        for d in drafts
        for k in d.known
        if d is not title and k.entry.kind == "State" and k.use != "capital"
    )
    most = max(named.values(), default=0)
    guests = {of for n in title.names for of in n.of}
    at_home = len(cities) == 1 and cities[0] not in guests and 2 <= named[cities[0]] == most
    for person, name in _seen(title, _holders(open_ones)) if at_home else ():
        if name.office and _is_top(name.office):
            yield person.key, cities[0]


def _abroad(
    drafts: Sequence[Draft],
    open_ones: Sequence[Person],
    persons: Sequence[Person],
    setting: Setting,
) -> dict[str, str]:
    """Those met on a journey: "will arrive in Lima. Talks with President Quispe", and those met
    where an embassy is, the title's journey goes or whose state the title names.
    """
    title = next((d for d in drafts if d.passage.role == "title"), None)
    goal = _destination(title, len(title.passage.text), setting) if title else None
    host = setting.host or goal or _subject_state(title, setting)
    clues: dict[str, dict[str, None]] = defaultdict(dict)
    holders = _holders(open_ones)
    for draft in drafts:
        for person, name in _seen(draft, holders):
            if name.office is None or not _has_top(name):
                continue
            start = min(name.start, name.office.start)
            before = draft.passage.text[:start]
            if _visitors().search(before):
                continue
            met = is_partner(draft.passage.text, name) and not _FROM.search(before)
            there = _destination(draft, start, setting)
            if there and (met or _RECEIVED.search(before)):
                clues[person.key][there] = None
            elif host and host != setting.publisher and met:
                clues[person.key][host] = None
    return {key: next(iter(sides)) for key, sides in clues.items() if len(sides) == 1}


@cache
def _visitors() -> re.Pattern[str]:
    """What stands before a visitor, who is no host: "the visit by |President Berg"."""
    words = "|".join(map(re.escape, cues.words("journeys.csv")))
    return re.compile(rf"\b(?:{words})\s+(?:of|by)\s+(?:the\s+)?$", re.IGNORECASE)


def _subject_state(title: Draft | None, setting: Setting) -> str | None:
    """The one other state in the title of what a state publishes: "Statement on Peru"."""
    known = title.known if title else ()
    states = {k.entry.key: None for k in known if k.entry.kind == "State"}
    foreign = [key for key in states if key != setting.publisher]
    return foreign[0] if setting.publisher and len(foreign) == 1 else None


def _destination(draft: Draft, end: int, setting: Setting, begin: int = 0) -> str | None:
    """The one foreign state to which the words before a position go: "a visit to |Peru"; the
    publisher's own where they go there.
    """
    text = draft.passage.text
    states = {
        k.entry.key: None
        for k in draft.known
        if k.entry.kind == "State"
        and begin <= k.start
        and k.end <= end
        and (k.use in ("capital", "name"))
        and _journey().search(text[max(0, k.start - 40) : k.start])
    }
    foreign = [key for key in states if key != setting.publisher]
    if states and not foreign:
        return setting.publisher
    return foreign[0] if len(foreign) == 1 else None


@cache
def _journey() -> re.Pattern[str]:
    """Words that lead to where somebody goes: "a working visit to |Peru", "arrived in |Lima"."""
    words = "|".join(map(re.escape, cues.words("journeys.csv")))
    return re.compile(rf"\b(?:{words})\s+(?:(?:to|in|at)\s+)?(?:the\s+)?$", re.IGNORECASE)


def _concerned(
    drafts: Sequence[Draft],
    open_ones: Sequence[Person],
    persons: Sequence[Person],
    setting: Setting,
) -> dict[str, str]:
    """The ministers without a state in what an organization says about one: "Statement on Peru"."""
    title = next((d for d in drafts if d.passage.role == "title"), None)
    states = {k.entry.key: None for k in title.known if k.entry.kind == "State"} if title else {}
    if not _is_body(setting.publisher) or len(states) != 1:
        return {}
    partners = _partners(drafts, open_ones)
    return {
        p.key: next(iter(states))
        for p in open_ones
        if any(_is_national(o) or (p.key in partners and _leads(o)) for o in p.offices)
    }


def _leads(name: Seen) -> bool:
    return name.office is not None and name.office.title.casefold() in leaders()


def _is_body(publisher: str | None) -> bool:
    return (publisher or "").startswith("organization/")


def _is_national(name: Seen) -> bool:
    """Whether only states have such an office: ministers, "the Transitional President"."""
    title = name.office.title.casefold() if name.office else ""
    return "minister" in title or "transition" in title


def _opposite(
    drafts: Sequence[Draft],
    open_ones: Sequence[Person],
    persons: Sequence[Person],
    setting: Setting,
) -> dict[str, str]:
    """The one minister left without a state, after "your Peruvian counterpart"."""
    placed = {of for p in persons for o in p.offices for of in o.of}
    asked = {
        k.entry.key: None
        for d in drafts
        for m in COUNTERPART.finditer(d.passage.text)
        for k in d.known
        if k.entry.kind == "State" and m.start() <= k.start < m.end() and not m["plural"]
    }
    sides = [key for key in asked if key not in placed]
    able = [
        p
        for p in open_ones
        if any(o.office and o.office.head.endswith("minister") for o in p.offices)
        and not _is_own(p, drafts)
    ]
    partners = _partners(drafts, able)
    askers = _askers(drafts, able)
    able = [p for p in able if p.key in partners and p.key not in askers]
    return {able[0].key: sides[0]} if len(able) == len(sides) == 1 else {}


def _askers(drafts: Sequence[Draft], persons: Sequence[Person]) -> frozenset[str]:
    """Those named before "his counterpart" in a sentence: the counterpart is somebody else."""
    holders, found = _holders(persons), []
    for draft in drafts:
        text = draft.passage.text
        for match in COUNTERPART.finditer(text):
            begin = max((m.end() for m in _STOP.finditer(text, 0, match.start())), default=0)
            found += [
                person.key
                for person, name in _seen(draft, holders)
                if begin <= name.start < match.start() and _OF_SOMEBODY.match(match[0])
            ]
    return frozenset(found)


def _is_own(person: Person, drafts: Sequence[Draft]) -> bool:
    """Whether a person is introduced by the title, as a publisher's own officials are."""
    title = next((d for d in drafts if d.passage.role == "title"), None)
    return title is not None and any(True for _ in _seen(title, _holders([person])))


def _at_home(
    drafts: Sequence[Draft], open_ones: Sequence[Person], setting: Setting
) -> dict[str, str]:
    """The officials whom a report from their own capital names without their state; each top office
    once, and nobody who has come there. What a state writes abroad is no such report.
    """
    dateline, publisher = setting.dateline, setting.publisher or ""
    if dateline is None or (publisher.startswith("state/") and publisher != dateline):
        return {}
    holders = _holders(open_ones)
    came = {p.key for d in drafts for p, name in _seen(d, holders) if _came(d, name)}
    heads: dict[str, list[str]] = defaultdict(list)
    for person in (p for p in open_ones if p.key not in came):
        for head in {o.office.head for o in person.offices if o.office and _is_top(o.office)}:
            heads[head].append(person.key)
    return {keys[0]: dateline for keys in heads.values() if len(keys) == 1}


def _came(draft: Draft, name: Seen) -> bool:
    """Whether the words after a name are of a journey: "Minister Berg |arrived on Monday"."""
    return bool(_coming().match(draft.passage.text, max(name.end, (name.span or (0, 0))[1])))


@cache
def _coming() -> re.Pattern[str]:
    words = "|".join(map(re.escape, cues.words("journeys.csv")))
    return re.compile(rf"[^.;:“\"]{{0,60}}?\b(?:{words})\b", re.IGNORECASE)


def _of_pair(
    drafts: Sequence[Draft], open_ones: Sequence[Person], persons: Sequence[Person]
) -> Iterator[tuple[str, str]]:
    """In "Japan-Slovakia Foreign Ministers' Meeting" the foreign minister without a state is
    Japan's where the other is Slovakia's.
    """
    pair = _pair(next((d for d in drafts if d.passage.role == "title"), None))
    for person in open_ones if pair else ():
        posts = {_post(o.office) for o in person.offices if o.office and _is_top(o.office)} - {""}
        taken = {
            of
            for p in persons
            for o in p.offices
            if o.office and _post(o.office) in posts
            for of in o.of
        }
        left = [side for side in pair if side not in taken]
        if len(left) == 1:
            yield person.key, left[0]


def _pair(title: Draft | None) -> tuple[str, ...]:
    """The two states that a title names side by side: "Japan-Slovakia", "Peru and Chile"."""
    states = [k for k in title.known if k.entry.kind == "State"] if title else []
    for first, second in pairwise(states):
        text = title.passage.text if title else ""
        joined = _SIDE_BY_SIDE.fullmatch(text[first.end : second.start])
        if joined and len(states) == 2 and not _TO.search(text[: first.start]):
            return first.entry.key, second.entry.key
    return ()


def _post(office: Office) -> str:
    """Foreign ministers and leaders by what they are, whatever their title's wording."""
    if "foreign" in office.title.casefold():
        return "foreign"
    return office.head if office.head in leaders() else ""


def _is_open(person: Person) -> bool:
    """Whether a person has an office and no side."""
    known = person.entry and person.entry.parent
    return bool(person.offices) and not known and not any(o.of for o in person.offices)


Holders = Mapping[Seen, Sequence[Person]]


def _holders(persons: Sequence[Person]) -> Holders:
    """Each name with an office to the persons seen so."""
    holders: dict[Seen, list[Person]] = defaultdict(list)
    for person in persons:
        for name in dict.fromkeys(person.offices):
            holders[name].append(person)
    return holders


def _seen(draft: Draft, holders: Holders) -> Iterator[tuple[Person, Seen]]:
    for name in draft.names:
        if name.office:
            yield from ((person, name) for person in holders.get(name, ()))


def _beside(draft: Draft, name: Seen, setting: Setting) -> Iterator[str]:
    office = name.office
    if office is None:
        return
    text, start = draft.passage.text, min(name.start, office.start)
    states = [k for k in draft.known if k.entry.kind == "State"]
    before = [k for k in states if k.end <= start]
    bodies = [k for k in draft.known if k.entry.kind == "Organization" and k.end <= start]
    joined = [k for k in (*before, *bodies) if _AND_ITS.fullmatch(text, k.end, start)]
    led = bool(before) and before[-1].use != "capital"
    if led and _LED.fullmatch(text[before[-1].end : start]):
        yield before[-1].entry.key
    elif joined:
        yield joined[0].entry.key
    elif side := _delivered(draft, start, setting) or _invites(draft, name, start, setting):
        yield side
    elif _ITS.search(text[:start]) and (owner := _subject(text, before, start)):
        yield owner
    elif before and _has_top(name) and _is_there(text, before[-1], start, draft):
        yield before[-1].entry.key


def _delivered(draft: Draft, start: int, setting: Setting) -> str | None:
    """Whose a letter is that an envoy brings: "Berg delivered a message from |King X"."""
    text = draft.passage.text
    begin = max((m.end() for m in _STOP.finditer(text, 0, start)), default=0)
    brought = list(_deliveries().finditer(text, begin, start))
    if not brought or not _FROM.search(text[:start]):
        return None
    envoys = [n for n in draft.names if n.office and begin <= n.start < brought[-1].start()]
    return setting.publisher or (envoys[0].of[0] if envoys and envoys[0].of else None)


def _invites(draft: Draft, name: Seen, start: int, setting: Setting) -> str | None:
    """Where a guest goes is the host's: "At the invitation of Minister Berg, … will visit Peru"."""
    text = draft.passage.text
    if not _INVITED.search(text[:start]):
        return None
    stop = _STOP.search(text, name.end)
    return _destination(draft, stop.start() if stop else len(text), setting, name.end)


@cache
def _deliveries() -> re.Pattern[str]:
    words = sorted(cues.words("deliveries.csv"), key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


def _subject(text: str, before: Sequence[Known], start: int) -> str | None:
    """The state that begins this sentence or the one before: whose "its foreign minister" is."""
    begins = [0, *(m.end() for m in _STOP.finditer(text, 0, start))][-2:]
    for begin in reversed(begins):
        first = (k for k in before if begin <= k.start <= begin + 4 and k.use != "adjective")
        if known := next(first, None):
            return known.entry.key
    return None


def _is_top(office: Office) -> bool:
    """Presidents, heads of government, ministers: those who receive in their own capital."""
    return (
        office.head in leaders()
        or office.head.endswith("minister")
        or office.head in cues.offices("top")
    )


def _has_top(name: Seen) -> bool:
    return any(_is_top(office) for office in (name.office, *name.also) if office)


def _is_there(text: str, capital: Known, start: int, draft: Draft) -> bool:
    """ "In Berlin, Foreign Minister Lindemann", "will hold talks in Nairobi with President Wekesa";
    not the traveler, who is named before the place.
    """
    if capital.use != "capital" or draft.passage.role == "title":
        return False
    gap = text[capital.end : start]
    if _ATTENDED.match(gap):
        return False
    return bool(_IN.search(text[: capital.start]) and _THERE.fullmatch(gap))


def _respective(draft: Draft, holders: Holders) -> Iterator[tuple[str, str]]:
    """The sides of two in the order of two states: "Peru and Chile held talks, led by A and B"."""
    text = draft.passage.text
    states = [k for k in draft.known if k.entry.kind == "State" and k.use == "name"]
    for first, second in pairwise(states):
        begin = max((m.end() for m in _STOP.finditer(text, 0, first.start)), default=0)
        stop = _STOP.search(text, second.end)
        end = stop.start() if stop else len(text)
        pair = [n for n in draft.names if begin <= n.start < end and n.office]
        if (
            _AND.fullmatch(text, first.end, second.start)
            and _STARTS.fullmatch(text, begin, first.start)
            and len(pair) == 2
            and second.end < pair[0].start
            and _AND.fullmatch(text, pair[0].end, (pair[1].span or (0, 0))[0])
        ):
            for name, side in zip(pair, (first, second), strict=True):
                yield from ((person.key, side.entry.key) for person in holders.get(name, ()))


def _beginning(draft: Draft, start: int, called: Mapping[str, Sequence[Person]]) -> frozenset[str]:
    """Those named before a position in its sentence."""
    begin = max((m.end() for m in _STOP.finditer(draft.passage.text, 0, start)), default=0)
    names = (n.name for n in draft.names if begin <= n.start < start)
    return frozenset(person.key for name in names for person in called.get(name, ()))


def _described(
    draft: Draft,
    open_posts: Posts,
    posts: Posts,
    partners: frozenset[str],
    called: Mapping[str, Sequence[Person]],
) -> Iterator[tuple[str, str]]:
    """ "The Russian Minister" of the one minister without a side, where no Russian one is named.

    Whom a publisher's own minister meets is somebody else: "breakfast with the Russian Minister";
    so for such an office only `partners` count, and never those named before it in its sentence.
    """
    for office in draft.offices:
        if office.plural or office.former or len(office.of) != 1 or office.determiner != "the":
            continue
        if any(n.office == office for n in draft.names):
            continue
        met = follows_partner_word(draft.passage.text, office.start)
        here = _beginning(draft, office.start, called)
        able = [
            key
            for key in open_posts.able(office)
            if key not in here and (key in partners or not met)
        ]
        if len(able) == 1 and not posts.taken(office):
            yield able[0], office.of[0]
