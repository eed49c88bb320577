"""Who holds which office, whose side everyone is on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from diplograph.mentions.drafts import Draft
from diplograph.mentions.names import words
from diplograph.mentions.offices import Office
from diplograph.mentions.people import Person, Seen
from diplograph.mentions.record import Tenure


def tenures(
    draft: Draft,
    persons: list[Person],
    publisher: str | None,
    same_posts: dict[str, tuple[str, ...]],
    anchor: date | None,
) -> Iterator[Tenure]:
    """Everyone seen in an office in a passage: one tenure for each office and side.

    `anchor` is the day on which an office not called past was seen held, where known.
    """
    for name in draft.names:
        if not name.office or name.office.kind == "occupation":
            continue
        person = _person(persons, name)
        if person is None:
            continue
        title = (
            name.office.title if name.office.head != "counterpart" else _same_office(draft, name)
        )
        of = name.of or _assumed(person, name.office, publisher, same_posts)
        start, end = name.span or (name.start, name.end)
        for owner in of or (None,):
            yield Tenure(
                person.key,
                title,
                owner,
                draft.passage.start + start,
                draft.passage.start + end,
                anchor.isoformat() if anchor and not name.office.former else None,
                name.office.former,
            )


def _same_office(draft: Draft, name: Seen) -> str:
    """The office a counterpart shares: the nearest other one in the passage."""
    others = [n for n in draft.names if n.office and n.office.head != "counterpart"]
    nearest = min(others, key=lambda n: (abs(n.start - name.start), n.start), default=None)
    return nearest.office.title if nearest and nearest.office else "counterpart"


def _assumed(
    person: Person, office: Office, publisher: str | None, same_posts: dict[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """Whose office it is where unsaid beside the name.

    As elsewhere in the item, as the authority list knows the person, else the publisher's own; in
    an item of unknown publisher the side of the same office ("the President of Gabon" for
    "President Bongo"). Two answers are none.
    """
    said = [of for o in person.offices for of in o.of]
    if said:
        return (Counter(said).most_common(1)[0][0],)
    if person.entry and person.entry.parent:
        return (person.entry.parent,)
    same = same_posts.get(office.head, ())
    if publisher:
        return (publisher,) if not same or publisher in same else ()
    return same if len(same) == 1 and " " not in person.name else ()


def _person(persons: list[Person], name: Seen) -> Person | None:
    wanted = words(name.name)
    exact = [p for p in persons if any(words(f) == wanted for f in (p.name, *p.forms))]
    return exact[0] if len(exact) == 1 else next((p for p in exact if name in p.offices), None)


def sides(persons: list[Person], tenures: list[Tenure]) -> dict[str, str]:
    """The side each person serves, as most often said: in a present office, else a former one."""
    found: dict[str, str] = {}
    for person in persons:
        said = [t.of for t in tenures if t.holder == person.key and t.of and not t.former]
        said = said or [t.of for t in tenures if t.holder == person.key and t.of]
        if said:
            found[person.key] = Counter(said).most_common(1)[0][0]
        elif person.entry and person.entry.parent:
            found[person.key] = person.entry.parent
    return found


def posts(drafts: list[Draft]) -> dict[str, tuple[str, ...]]:
    """Offices without a named holder by head word, where the item gives them one side only."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for draft in drafts:
        for office in draft.offices:
            if office.of and not any(n.office is office for n in draft.names):
                found.setdefault(office.head, set()).add(office.of)
    return {head: next(iter(sides)) for head, sides in found.items() if len(sides) == 1}
