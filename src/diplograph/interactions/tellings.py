"""One encounter from several tellings: what an item mentions often is one event, told once.

Tellings join when kind, modality and date do not contradict and those who took part are the
same, or the later ones say less ("the talks", "they discussed").
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from diplograph.interactions.candidates import Candidate, Span
from diplograph.interactions.clauses import pair
from diplograph.mentions.dates import When, day
from diplograph.mentions.found import Found
from diplograph.vocabulary.authority import entries

_MOST_EVIDENCE = 4
_INHERITING = ("PressConference", "WorkingMeal")
# Below it a telling is a mere mention of a body's gathering.
_SURE = 0.55
_MAIN = ("Meeting", "Conference", "Visit")
_MEETINGS = ("Meeting", "TelephoneCall", "Conference", "WorkingMeal")


@dataclass(slots=True)
class Event:
    """An encounter while its tellings are collected."""

    kind: str
    modality: str
    participants: list[str]
    evidence: list[Span]
    lead: bool
    base: float
    when: When | None = None
    place: str | None = None
    medium: str | None = None
    host: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()
    topics: list[str] = field(default_factory=list)
    instruments: list[str] = field(default_factory=list)
    vague: bool = False
    earlier: bool = False
    sides: frozenset[str] = frozenset()


def events(
    tellings: Iterable[Candidate], found: Found, anchor: date | None, spot: str | None
) -> list[Event]:
    """The encounters behind the tellings of an item, in the order they are first told.

    `anchor` is the day of the item's main event, `spot` the key of its place, where known. Weak
    tellings ("they discussed trade") begin an event only when no other telling, wherever it
    stands, is of the same.
    """
    ordered = sorted(tellings, key=lambda c: (c.lead, c.lead and c.kind in _INHERITING))
    made: list[Event] = []
    opening = min((c.evidence[0] for c in ordered if not c.lead), default=0)
    talking = set(pair(found))
    for last in (False, True):
        later: list[Candidate] = []
        for telling in ordered:
            if known := _match(telling, made, found):
                _add(known, telling, found)
            elif telling.weak and not last:
                later.append(telling)
            elif event := _begin(telling, made, found):
                event.lead = event.lead or bool(talking and talking <= set(event.participants))
                if anchor and event.when is None and _opens(event, opening):
                    event.when = day(anchor)
                if telling.also and event.when is None:
                    event.when = _day_before(event, made)
                made.append(event)
        ordered = later
    _date(made, anchor, opening, spot)
    return sorted(made, key=lambda e: (e.evidence[0], e.kind))


def _day_before(event: Event, made: list[Event]) -> When | None:
    """The day of the encounter told just before, when somebody of it "also" met others."""
    last = made[-1] if made else None
    shared = last and last.modality == event.modality and set(last.participants)
    return _day_of(last) if last and shared and shared & set(event.participants) else None


def _day_of(event: Event) -> When | None:
    """The day of what lasts a day; of a longer visit only its bounds are known for its talks."""
    when = event.when
    if when is None or when.begin == when.end:
        return when
    return replace(when, begin=_month(when), end=_month(when))


def _month(when: When) -> str:
    """The month of both bounds, where it is one: "2021-07"."""
    first, last = when.earliest[:7], when.latest[:7]
    return first if first == last else ""


def _announced(telling: Candidate, made: list[Event]) -> str:
    """A title's "travel to Japan" is planned where the text speaks of the guest's plans only."""
    own = [e for e in made if set(e.participants) & set(telling.guests)]
    planned = telling.lead and bool(own) and all(e.modality == "planned" for e in own)
    return "planned" if planned and telling.kind == "Visit" else telling.modality


def _opens(event: Event, opening: int) -> bool:
    """Whether an event is the item's own: told in the title or first, as having happened."""
    main = not event.earlier and (event.lead or event.evidence[0][0] <= opening)
    return main and event.modality == "actual" and event.base >= _SURE and not event.vague


def _stands_alone(telling: Candidate, found: Found) -> bool:
    """Weak words tell of a meeting of their own only between two persons or sides that act."""
    return telling.modality == "actual" and len(parties(telling.participants, found)) > 1


def parties(keys: Iterable[str], found: Found) -> set[str]:
    """The states and organizations that take part through these."""
    return {p for p in (found.party(k) for k in keys) if p}


def _match(telling: Candidate, made: list[Event], found: Found) -> Event | None:
    fitting = [e for e in reversed(made) if _fits(telling, e, found)]
    fitting.sort(key=lambda e: e.modality != telling.modality)
    same = [e for e in fitting if e.kind == telling.kind]
    return next(iter((*same, *reversed(fitting))), None)


def _fits(telling: Candidate, event: Event, found: Found) -> bool:
    if _told_beside(telling, event) or telling.earlier != event.earlier:
        return False
    if (telling.modality != event.modality and not telling.lead) or not _same_day(
        telling.when, event.when
    ):
        return False
    if telling.weak:
        return (
            event.kind in _MEETINGS
            and event.modality == "actual"
            and _covers(event, telling, found)
        )
    if _of_the_gathering(telling, event):
        return True
    if telling.kind != event.kind:
        return False
    if telling.definite and len(telling.participants) < 2:
        return _covers(event, telling, found)
    if telling.kind == "Visit" and telling.place and event.place and telling.host != event.host:
        return False
    loose = telling.definite or telling.lead or telling.kind in ("Conference", "Visit")
    return _alike(event.participants, telling.participants, loose, found)


def _told_beside(telling: Candidate, event: Event) -> bool:
    """Whether one sentence tells of both as two: "meetings with officials and talks with Choi"."""
    return (
        telling.evidence == event.evidence[-1]
        and not (telling.weak or telling.definite or telling.lead)
        and set(telling.participants) != set(event.participants)
    )


def _of_the_gathering(telling: Candidate, event: Event) -> bool:
    """ "The meeting was attended by …", "the first session": of the conference just told of."""
    elsewhere = telling.place is not None and telling.place != event.place
    meant = telling.definite and telling.kind == "Meeting" and not telling.partners
    refers = meant and not elsewhere
    return (refers or telling.joins) and event.kind == "Conference" and event.modality == "actual"


def _same_day(a: When | None, b: When | None) -> bool:
    return a is None or b is None or (a.earliest <= b.latest and b.earliest <= a.latest)


def _covers(event: Event, telling: Candidate, found: Found) -> bool:
    inside = parties(telling.participants, found)
    return inside <= parties(event.participants, found) and _persons_fit(event, telling, found)


def _persons_fit(event: Event, telling: Candidate, found: Found) -> bool:
    """Persons of a side already present by name must be the same persons."""
    for key in telling.participants:
        if found.kind(key) == "Person" and key not in event.participants:
            rivals = [
                p
                for p in event.participants
                if found.kind(p) == "Person" and found.party(p) == found.party(key)
            ]
            if rivals:
                return False
    return True


def _alike(a: list[str], b: tuple[str, ...], loose: bool, found: Found) -> bool:
    """Whether two lists can be one gathering: equal sides, where `loose` one in the other, and
    nobody named in each who is not in the other.
    """
    left, right = parties(a, found), parties(b, found)
    if not left or not right:
        return set(a) == set(b)
    fewer = left < right or right < left
    if left != right and not (fewer and loose):
        return False
    persons_a = {k for k in a if found.kind(k) == "Person"}
    persons_b = {k for k in b if found.kind(k) == "Person"}
    clash = any(
        found.party(x) == found.party(y) and x != y and x not in persons_b and y not in persons_a
        for x in persons_a
        for y in persons_b
    )
    crossed = not (persons_a <= persons_b or persons_b <= persons_a)
    return not (clash or crossed) and (len(left & right) > 1 or left == right)


def _add(event: Event, telling: Candidate, found: Found) -> None:
    if telling.evidence not in event.evidence and len(event.evidence) < _MOST_EVIDENCE:
        event.evidence.append(telling.evidence)
    if not telling.weak or event.kind == "Meeting" or telling.kind == event.kind:
        event.participants += [k for k in telling.participants if k not in event.participants]
    event.when = _finer_day(event.when, telling.when)
    event.place = _finer(event.place, telling.place)
    event.medium = event.medium or telling.medium
    event.host, event.guests = event.host or telling.host, event.guests or telling.guests
    event.lead = event.lead or telling.lead
    event.base = min(0.95, event.base + 0.05)
    event.topics += [t for t in telling.topics if t not in event.topics]
    event.instruments += [t for t in telling.instruments if t not in event.instruments]


def _finer_day(when: When | None, other: When | None) -> When | None:
    """The day, where one telling gives only the days or the month around it."""
    if when is None or other is None:
        return when or other
    inside = when.earliest <= other.earliest and other.latest <= when.latest
    return other if inside else when


def _finer(place: str | None, other: str | None) -> str | None:
    """The city, where one telling gives only its state: "travel to Japan", "in Tokyo"."""
    entry = entries().get(other or "")
    return other if place is None or (entry and entry.parent == place) else place


def _begin(telling: Candidate, made: list[Event], found: Found) -> Event | None:
    """A new event; "a working lunch" and "the press conference" take over who met before."""
    if telling.joins or (telling.weak and not _stands_alone(telling, found)):
        return None
    who = list(telling.participants)
    actual = [e for e in made if e.modality == "actual" and e.kind in _MAIN]
    main = min(actual, key=lambda e: _MAIN.index(e.kind), default=None)
    settled = False
    if telling.kind in _INHERITING and len(who) < 2 and main:
        who, settled = _accompany(telling, main, found), True
    if telling.next and len(who) < 2 and main and main.kind == telling.kind:
        who = sorted({*who, *parties(main.participants, found)})
    least = 1 if telling.kind in ("Conference", "PressConference") else 2
    if len(who) < least:
        return None
    event = Event(
        telling.kind,
        _announced(telling, made),
        who,
        [telling.evidence],
        telling.lead,
        telling.base - (0.15 if telling.weak else 0.0),
        telling.when,
        telling.place,
        telling.medium,
        telling.host,
        telling.guests,
        list(telling.topics),
        list(telling.instruments),
        telling.vague,
        telling.earlier,
        frozenset(parties(who, found)),
    )
    if settled and main:
        same = event.when is None or _same_day(event.when, main.when)
        event.when = event.when or _day_of(main)
        event.place = event.place or (main.place if same else None)
    return event


def _accompany(telling: Candidate, main: Event, found: Found) -> list[str]:
    """Who was at a lunch or before the press after talks: those of the talks, and who is named."""
    persons = [k for k in main.participants if found.kind(k) == "Person"]
    bodies = [k for k in main.participants if found.kind(k) in ("Organization", "Grouping")]
    whole = bodies if main.kind == "Conference" else persons or list(main.participants)
    named = [k for k in telling.participants if k not in main.participants]
    if named and main.kind != "Conference":
        whole = [k for k in whole if found.party(k) == found.side] if found.side else []
    if telling.kind == "PressConference":
        return persons if telling.definite and persons else list(telling.participants)
    return [*whole, *named]


def _date(made: list[Event], anchor: date | None, opening: int, spot: str | None) -> None:
    """The item's own date and place are those of its main event: told in the title or first.

    What lies after the day of the item is announced, also in the present tense of programs.
    """
    visits = [e for e in made if e.kind == "Visit"]
    for event in made:
        if _opens(event, opening):
            event.when = event.when or (day(anchor) if anchor else None)
            if (
                event.when
                and anchor
                and event.when.begin == anchor.isoformat()
                and not _remote(event)
            ):
                event.place = event.place or spot
        if anchor and event.when and event.when.earliest > anchor.isoformat():
            event.modality = "planned" if event.modality == "actual" else event.modality
    for visit in visits:
        if visit.when and sum(_same_trip(visit, other) for other in visits) > 1:
            visit.when = _day_of(visit)
    for event in made:
        around = next((v for v in visits if _within(event, v)), None)
        if around and event.kind in ("Meeting", "WorkingMeal", "PressConference"):
            event.when = event.when or _day_of(around)
            event.place = event.place or around.place


def _remote(event: Event) -> bool:
    return event.medium is not None or event.kind in ("TelephoneCall", "Correspondence")


def _same_trip(visit: Event, other: Event) -> bool:
    """Whether two visits are legs of one trip, of which only the whole is dated."""
    same = visit.guests == other.guests and visit.evidence[0] == other.evidence[0]
    return same and other.when is not None


def _within(event: Event, visit: Event) -> bool:
    """Whether an event lies inside a visit: its days, and nobody else."""
    if event.modality != visit.modality or event.earlier != visit.earlier:
        return False
    apart = event.when and visit.when and not _same_day(event.when, visit.when)
    return not apart and set(event.participants) <= {*visit.participants, *visit.sides}
