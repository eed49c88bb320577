"""Who holds which office, whose side everyone is on."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from diplograph.mentions.drafts import Draft
from diplograph.mentions.names import words
from diplograph.mentions.offices import Office
from diplograph.mentions.people import Person, Seen, of_body
from diplograph.mentions.record import Tenure
from diplograph.mentions.shorts import meant
from diplograph.vocabulary import cues
from diplograph.vocabulary.authority import entries, lacking

Bearers = dict[tuple[str, ...], list[Person]]


def bearers(persons: list[Person]) -> Bearers:
    """Each name, in folded words, to those who are called so."""
    found: Bearers = defaultdict(list)
    for person in persons:
        for name in dict.fromkeys(tuple(words(f)) for f in (person.name, *person.forms)):
            found[name].append(person)
    return found


def tenures(
    draft: Draft,
    called: Bearers,
    publisher: str | None,
    same_posts: dict[str, tuple[str, ...]],
    anchor: date | None,
    context: Mapping[str, str],
    named: frozenset[str] = frozenset(),
) -> Iterator[Tenure]:
    """Everyone seen in an office in a passage: one tenure for each office and side.

    `called` are the item's `bearers`, `context` gives the side of those whom other words of the
    item place, `named` whom it names; `anchor` is the day on which an office not called past was
    seen held, where known.
    """
    last: tuple[Seen, tuple[str, ...]] | None = None
    for name in _each(draft.names):
        if not name.office or name.office.kind == "occupation":
            continue
        person = _person(called, name)
        if person is None:
            continue
        title = (
            name.office.title if name.office.head != "counterpart" else _same_office(draft, name)
        )
        own = None if _elsewhere(draft.passage.text, name) else publisher
        beside = last[1] if last and _in_list(draft.passage.text, last[0], name) else ()
        body = of_body(name.office)
        short = meant(body, named) if body and not name.of else None
        of = (
            name.of
            or ((short,) if short else ())
            or _assumed(person, name.office, own, same_posts, beside, context)
        )
        last = name, of
        if name.office.kind == "reference" and not name.of:
            continue
        start, end = name.span or (name.start, name.end)
        for owner in tuple(dict.fromkeys(map(served, of))) or (None,):
            yield Tenure(
                person.key,
                title,
                owner,
                draft.passage.start + start,
                draft.passage.start + end,
                anchor.isoformat() if anchor and not name.office.former else None,
                name.office.former,
            )


def _in_list(text: str, last: Seen, name: Seen) -> bool:
    """Whether a name is the next of a list: "President A, Vice President B, and General C"."""
    if last.start == name.start:
        return True
    if not name.office or last.office is None or last.end > name.office.start:
        return False
    link = _NEXT.fullmatch(text, last.end, name.office.start)
    return link is not None and bool(link["own"] or name.office.head not in leaders())


# "Vice President B, and General C"; "the president A, the prime minister B"; "Minister A's aide"
_NEXT = re.compile(r",\s+(?:and\s+)?(?P<own>the\s+)?|[’']s?\s+")


def _each(names: Sequence[Seen]) -> Iterator[Seen]:
    """The names, once for each office they stand beside."""
    for name in names:
        yield name
        for office in name.also:
            own = tuple(of for of in name.of if of.startswith("state/"))
            yield replace(name, office=office, of=office.of or own, also=())


def _same_office(draft: Draft, name: Seen) -> str:
    """The office a counterpart shares: the nearest other one in the passage."""
    others = [n for n in draft.names if n.office and n.office.head != "counterpart"]
    nearest = min(others, key=lambda n: (abs(n.start - name.start), n.start), default=None)
    return nearest.office.title if nearest and nearest.office else "counterpart"


def _assumed(
    person: Person,
    office: Office,
    publisher: str | None,
    same_posts: dict[str, tuple[str, ...]],
    beside: tuple[str, ...],
    context: Mapping[str, str],
) -> tuple[str, ...]:
    """Whose office it is where unsaid beside the name.

    As elsewhere in the item, as the authority list knows the person, as `beside` says of the one
    before in a list, else the publisher's own; in
    an item of unknown publisher the side of the same office ("the President of Gabon" for
    "President Bongo"). Two answers are none.
    """
    said = [served(of) for o in person.offices for of in o.of]
    if said:
        return (Counter(said).most_common(1)[0][0],)
    if person.entry and person.entry.parent and not _of_body(office):
        return (person.entry.parent,)
    if person.key in context:
        return (context[person.key],)
    surname_only = " " not in person.name
    if surname_only and office.head in leaders() and (known := _led_by(person)):
        return known if len(known) == 1 else (publisher,) if publisher in known else ()
    if beside:
        return beside
    if person.key in context:
        return (context[person.key],)
    same = same_posts.get(post(office), ())
    if publisher and _has(publisher, office) and (not same or publisher in same):
        return (publisher,)
    return same if len(same) == 1 and " " not in person.name else ()


def _of_body(office: Office) -> bool:
    """Whether only organizations have such an office: a secretary-general serves no state."""
    return office.title.casefold() in cues.offices("chief")


def _has(publisher: str, office: Office) -> bool:
    """Whether a publisher can have such an office: no organization has a king or a minister."""
    national = office.head in leaders() - {"president"} or "minister" in office.head
    body = publisher.startswith("organization/")
    return publisher not in lacking(office.head) and not (body and national)


def _led_by(person: Person) -> tuple[str, ...]:
    """The states that have had a head or minister of this family name, by the authority list."""
    found = words(person.name)
    return family_sides().get(found[-1], ()) if not person.name.endswith(".") else ()


@cache
def family_sides() -> dict[str, tuple[str, ...]]:
    """Each family name of the authority list to the states its bearers serve."""
    found: dict[str, dict[str, None]] = {}
    for entry in entries().values():
        if entry.kind == "Person" and entry.parent:
            for name in {words(f.text)[-1] for f in entry.forms if words(f.text)}:
                found.setdefault(name, {})[entry.parent] = None
    return {name: tuple(sides) for name, sides in found.items()}


@cache
def leaders() -> frozenset[str]:
    """The offices of heads of state and government."""
    return frozenset(cues.words("leaders.csv"))


@cache
def _partner() -> re.Pattern[str]:
    """Words after which somebody of another side follows: "met with Kenyan |President Otieno"."""
    words = "|".join(map(re.escape, cues.words("partner-words.csv")))
    return re.compile(rf"\b(?:{words})\s+(?:[\w’'-]+\s+)?$", re.IGNORECASE)


def is_partner(text: str, name: Seen) -> bool:
    """Whether a name with its office is whom somebody meets: "talks with |President Otieno"."""
    start = min(name.office.start if name.office else name.start, name.start)
    return follows_partner_word(text, start)


def follows_partner_word(text: str, start: int) -> bool:
    """Whether words that lead to somebody met stand before a position: "talks with the |King"."""
    return bool(_partner().search(text[:start]))


def _elsewhere(text: str, name: Seen) -> bool:
    """Whether the words around a name speak against the publisher's own side.

    "spoke with President X" puts X on another side; in "Y, President, Teachers' Union" and "Y,
    Director of Studies" the office is of what follows.
    """
    office = name.office
    if office is None:
        return False
    if name.start < office.start:
        return bool(re.match(r",?\s+(?:of\s+|and\s+|at\s+)?(?:the\s+)?[A-Z]", text[office.end :]))
    return is_partner(text, name)


def _person(called: Bearers, name: Seen) -> Person | None:
    exact = called.get(tuple(words(name.name)), [])
    return (
        exact[0]
        if len(exact) == 1
        else next(
            (
                p
                for p in exact
                if any(name.start == o.start and name.name == o.name for o in p.offices)
            ),
            None,
        )
    )


def served(of: str) -> str:
    """The state of a national body, any other side as it is: of the State Duma, Russia."""
    entry = entries().get(of)
    national = entry and entry.detail == "organ" and (entry.parent or "").startswith("state/")
    return entry.parent or of if entry and national else of


def sides(persons: list[Person], tenures: list[Tenure]) -> dict[str, str]:
    """The side each person serves, as most often said: in a present office, else a former one."""
    held: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for tenure in tenures:
        if tenure.of:
            held[tenure.holder].append((tenure.of, tenure.former))
    found: dict[str, str] = {}
    for person in persons:
        own = held[person.key]
        if said := [of for of, former in own if not former] or [of for of, _ in own]:
            found[person.key] = Counter(map(served, said)).most_common(1)[0][0]
        elif person.entry and person.entry.parent and not _heads_body(person):
            found[person.key] = person.entry.parent
    return found


def _heads_body(person: Person) -> bool:
    """Whether a person is seen as the chief of an organization, whichever it is."""
    return any(o.office and _of_body(o.office) for o in person.offices)


def posts(drafts: list[Draft]) -> dict[str, tuple[str, ...]]:
    """Offices without a named holder by title, where the item gives them one side only."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for draft in drafts:
        for office in draft.offices:
            if office.of and not any(
                n.office is office or _meets(draft, n, office) for n in draft.names
            ):
                found.setdefault(post(office), set()).add(office.of)
    return {title: next(iter(sides)) for title, sides in found.items() if len(sides) == 1}


def _meets(draft: Draft, name: Seen, office: Office) -> bool:
    """Whether somebody in the same office is named before in the sentence: whom "Foreign Minister
    Lund met the Polish Foreign Minister" tells of are two.
    """
    if not name.office or post(name.office) != post(office) or name.end > office.start:
        return False
    return ". " not in draft.passage.text[name.end : office.start]


def post(office: Office) -> str:
    """An office by its title, whether of one or of several: "co-chair" of "the Co-Chairs"."""
    return office.title.casefold().removesuffix("s")
