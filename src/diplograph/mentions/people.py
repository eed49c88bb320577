"""Who the people of an item are: names found by the grammar of offices, put together into persons.

A capitalized word becomes a person only on evidence: an office or courtesy title beside it, an
entry of the authority list, or the parser's own judgment for names of two words or more. Shorter
forms join the one person they can mean; where two could be meant they join none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise

from diplograph.mentions.gazetteer import Known
from diplograph.mentions.names import fold, name_at, stops, words
from diplograph.mentions.offices import Office, passing
from diplograph.vocabulary import cues
from diplograph.vocabulary.authority import Entry, entries
from diplograph.vocabulary.namespaces import slug

COUNTERPART = re.compile(
    r"\b(?:his|her|their|its|your|our|my|the)\s+(?:(?!(?:of|by|with|from|his|her|their|its|the)\b)[\w-]+\s+){0,4}?"
    r"(?:counterpart|colleague|opposite number)(?P<plural>s)?\b",
    re.IGNORECASE,
)
# What may follow a name in apposition: "the minister, Ingrid Dahl, visited …".
_CLOSING = re.compile(r"\s*(?:[,.;:!?()\]’'\"”–—]|-\s|and\b|of\b|$)")
_LIST = re.compile(r",\s+(?:and\s+)?|\s+and\s+|\s+as well as\s+")


@dataclass(frozen=True, slots=True)
class Seen:
    """A personal name at one place of a passage's text, with the office it stands beside.

    `also` are further offices of the same person there: "Anna Berg, Minister and Deputy Chair",
    `known` the name of the authority list where it is one of its forms.
    """

    start: int
    end: int
    name: str
    office: Office | None = None
    of: tuple[str, ...] = ()
    span: tuple[int, int] | None = None
    also: tuple[Office, ...] = ()
    known: str | None = None


@dataclass(slots=True)
class Person:
    """A person while the item is being read: every form, and each office seen."""

    name: str
    forms: list[str] = field(default_factory=list)
    offices: list[Seen] = field(default_factory=list)
    entry: Entry | None = None

    @property
    def key(self) -> str:
        """The entity key: the authority's, or one made of the name."""
        return self.entry.key if self.entry else f"person/{slug(self.name)}"


_INVERTED = re.compile(r"([^\W\d_a-z][\w’'-]+), ([^\W\d_a-z][\w’'.-]*(?: [^\W\d_a-z][\w’'.-]*)?)")


def inverted(text: str) -> list[Seen]:
    """The person of a catalog line such as "Gillard, Julia"; none for any other text."""
    match = _INVERTED.fullmatch(text.strip())
    return [Seen(0, len(text), f"{match[2]} {match[1]}")] if match and not stops(match[2]) else []


def seen(
    text: str, known: Sequence[Known], offices: Sequence[Office], guessed: Iterable[tuple[int, int]]
) -> list[Seen]:
    """The personal names of a text; `guessed` are the spans the parser took for persons.

    Names beside an office carry it: in "Kenyan President Daniel Moi" the name has the office
    "President" of `state/kenya`.
    """
    beside = {gap.end() for o in offices if (gap := _gap().match(text, o.end))}
    beside |= {m.end() for m in _honorifics().finditer(text)}
    closed = [(k.start, k.end) for k in known if not _is_in_name(text, k, beside)]
    closed += [(o.start, o.end) for o in offices]
    found: dict[int, Seen] = {}
    for office in offices:
        for name in _beside(text, office, closed, known):
            found[name.start] = _merged(found.get(name.start), name)
    _chain(text, offices, found)
    for name in (
        *_after_honorifics(text, closed),
        *_counterparts(text, closed, known),
        *_elliptic(text, closed, known, found),
        *_addressed(text, closed),
    ):
        found.setdefault(name.start, name)
    for start, end in guessed:
        start = _whole(text, start)
        if (stop := name_at(text, start, closed)) and stop >= end and " " in text[start:stop]:
            found.setdefault(start, Seen(start, stop, text[start:stop]))
    listed = list(_listed(known, text))
    held = [_recognized(name, listed) for name in found.values()]
    return _carried(text, _without_overlaps([*held, *listed]))


def _is_in_name(text: str, k: Known, held: set[int]) -> bool:
    """Whether what is known is a name or, after a title, the first word of one, as towns are
    names of people too: "Minister |Gao Yunlai", "the President, |Milan Berg".
    """
    town = k.entry.kind == "Place" and k.start in held
    return k.entry.kind == "Person" or (town and bool(_SURNAME.match(text, k.end)))


_SURNAME = re.compile(r"\s+[^\W\d_a-z][^\W\d_]+\b(?!\s+[^\W\d_a-z])")


def _whole(text: str, start: int) -> int:
    """The next word where a guess begins inside one: "H.|E. Osman"."""
    rest = re.compile(r"\S*\s+").match(text, start)
    inside = start and not text[start - 1].isspace() and text[start - 1] not in "(“\"‘'["
    return rest.end() if inside and rest else start


def _recognized(name: Seen, listed: list[Seen]) -> Seen:
    """The name as the authority list has it with a title: "Abdullah II" of "King Abdullah II"."""
    for other in listed:
        if other.start < name.start and name.end <= other.end:
            return replace(name, name=other.known or name.name)
    return name


def _merged(old: Seen | None, new: Seen) -> Seen:
    """One name with two offices: "Ambassador Ali, Permanent Representative of Sudan"."""
    if old is None or old.office is None:
        return new
    if new.office is None or _clash(old.office, new.office):
        return old
    return _with(old, new.office)


def _with(name: Seen, office: Office) -> Seen:
    start, end = name.span or (name.start, name.end)
    span = min(start, office.start), max(end, office.end)
    return replace(name, also=(*name.also, office), of=name.of or office.of, span=span)


def _clash(first: Office, second: Office) -> bool:
    """Whether two offices are of two states, so that they are of two persons."""
    states = [[of for of in o.of if of.startswith("state/")] for o in (first, second)]
    return all(states) and states[0] != states[1]


_AND = re.compile(r"\s*(?:/|&|,?\s+and|,?\s+as well as|\s[-–—])\s*(?:concurrently\s+)?")


def _chain(text: str, offices: Sequence[Office], found: dict[int, Seen]) -> None:
    """Give a name every office of a chain before or after it.

    "Deputy Prime Minister and Foreign Minister Anna Berg"; "the Permanent Observer, Ambassador
    Berg"; "Anna Berg, Minister of Trade and Deputy Chair".
    """
    owners = {o: n.start for n in found.values() for o in (n.office, *n.also) if o}
    pairs = list(pairwise(offices))
    for first, second in reversed(pairs):
        at = owners.get(second)
        if first not in owners and at is not None and _leads_to(text, first, second, found[at]):
            found[at] = _with(found[at], first)
            owners[first] = at
    for first, second in pairs:
        at = owners.get(first)
        if second not in owners and at is not None and found[at].end <= first.start:
            plain = _AND.fullmatch(text, first.end, second.start)
            if plain and not _clash(first, second) and not second.plural:
                found[at] = _with(found[at], second)
                owners[second] = at


def _leads_to(text: str, first: Office, second: Office, name: Seen) -> bool:
    """Whether a name's office is the second of a chain of two."""
    if first.plural or second.plural or name.start < second.end or _clash(first, second):
        return False
    if _AND.fullmatch(text, first.end, second.start):
        bodies = bool(second.of and first.of) and not first.of[0].startswith("state/")
        return bodies or (not second.of and (first.determiner != "the" or bool(first.of)))
    if not re.fullmatch(r",?\s+", text[first.end : second.start]):
        return False
    style = second.kind == "rank" or second.head in cues.offices("style")
    both = first.of and second.of and not first.of[0].startswith("state/")
    listed = re.match(r",?\s+and\b", text[name.end :])
    return (style and not second.of) or bool(both and not listed)


def _carried(text: str, names: list[Seen]) -> list[Seen]:
    """The names, with the side of the one before: "Sudanese President A and Foreign Minister B"."""
    done: list[Seen] = []
    for name in names:
        last = done[-1] if done else None
        if name.office and not name.of and last and last.of:
            between = text[last.end : name.office.start]
            if re.fullmatch(r",?\s+and\s+(?:(?:his|her|the)\s+)?", between):
                name = replace(name, of=last.of)
        done.append(name)
    return done


def _addressed(text: str, closed: list[tuple[int, int]]) -> Iterator[Seen]:
    """Names of two words or more where only a person can stand: "a message to Ferdinand Marcos"."""
    for match in _person_places().finditer(text):
        end = name_at(text, match.end(), closed)
        if end and " " in text[match.end() : end]:
            yield Seen(match.end(), end, text[match.end() : end])


@cache
def _person_places() -> re.Pattern[str]:
    pairs = sorted(cues.words("person-places.csv"), key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?i:{'|'.join(re.escape(p) for p in pairs)})\s+(?=[^\W\d_a-z])")


def _without_overlaps(names: Iterable[Seen]) -> list[Seen]:
    """The names in text order, none inside another; one beside an office goes first."""
    kept: list[Seen] = []
    for name in sorted(names, key=lambda s: (s.start, -s.end)):
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
        elif name.office and not kept[-1].office:
            kept[-1] = name
    return kept


def _beside(
    text: str, office: Office, closed: list[tuple[int, int]], known: Sequence[Known]
) -> Iterator[Seen]:
    """Names right after an office phrase, else the one right before it."""
    if (
        office.kind != "occupation"
        and office.head in ("head", "chief", "chair")
        and office.end == office.start + len(office.head)
        and not _introduced().match(text, office.end)
    ):
        yield from _before(text, office, closed, known)
        return
    after = list(_after(text, office, closed, known))
    yield from after or _before(text, office, closed, known)


@cache
def _introduced() -> re.Pattern[str]:
    """A comma and a courtesy title: "its Chair, Mr. |Lund"."""
    return re.compile(rf",\s+{_honorific()}\s")


def _after(
    text: str, office: Office, closed: list[tuple[int, int]], known: Sequence[Known]
) -> Iterator[Seen]:
    gap = _gap().match(text, office.end)
    at = gap.end() if gap else None
    comma = bool(gap and re.match(r"\s*[,–—-]", gap[0]))
    listed = {k.start: k.end for k in known if k.entry.kind == "Person"}
    while at is not None and (end := max(name_at(text, at, closed) or 0, listed.get(at, 0))):
        full = " " in text[at:end].strip() or _addressed_before().search(text, 0, at)
        if comma and not (full and _CLOSING.match(text, end)):
            return
        of, past = _of_after(text, end, known)
        of = () if text[past - 1] == ")" and of_body(office) else of
        yield Seen(at, end, text[at:end], office, of or office.of, (min(office.start, at), past))
        more = _LIST.match(text, past) if office.plural else None
        at = more.end() if more else None


@cache
def _honorific() -> str:
    titles = sorted(cues.offices("honorific"), key=lambda w: (-len(w), w))
    return rf"(?:(?i:{'|'.join(map(re.escape, titles))})|HE)\.?"


@cache
def _gap() -> re.Pattern[str]:
    """What stands between an office and its holder: ", the Honourable ", " (EAM) Dr. ", and
    ", Home Office (Mr. ".
    """
    bodies = "|".join(re.escape(w.title()) for w in cues.offices("body"))
    department = rf"(?:,\s+(?:(?:of|for|and|the|[^\W\d_a-z][\w’'-]*)\s+){{0,6}}(?:{bodies}))?"
    return re.compile(
        rf"{department}\s+\((?:{_honorific()}\s+)+|(?:,|\s+[-–—]|\s*\([^()]{{1,20}}\),?)?\s+(?:(?:the\s+)?(?:{_honorific()}\s+)+)?"
    )


@cache
def _addressed_before() -> re.Pattern[str]:
    """A courtesy title right before a name: "Mr. |Dulles"."""
    return re.compile(rf"(?<![\w.]){_honorific()}\s+$")


def _of_after(text: str, end: int, known: Sequence[Known]) -> tuple[tuple[str, ...], int]:
    """ "of Brazil" right after a name."""
    for k in known:
        if k.start >= end and k.entry.kind in ("State", "Organization"):
            if re.fullmatch(r"\s+of\s+(?:the\s+)?", text[end : k.start]):
                return (k.entry.key,), k.end
            if text[end : k.start] == " (" and text[k.end : k.end + 1] == ")":
                return (k.entry.key,), k.end + 1
            break
    return (), end


def of_body(office: Office) -> str | None:
    """The body an office is of by its first word: the "council" of "Council President"."""
    word = office.title.casefold().split()[0]
    return word if word in cues.offices("body") and word != office.head else None


def _before(
    text: str, office: Office, closed: list[tuple[int, int]], known: Sequence[Known]
) -> Iterator[Seen]:
    """ "Ingrid Dahl, Norway's Minister", "A. Berg (Director-General of the WHO)"."""
    head = text[max(0, office.start - 120) : office.start]
    lead = _apposition().search(head)
    if not lead or office.plural:
        return
    comma = bool(re.match(r"\s*[,(]|\s+[-–—]", lead[0]))
    stop = office.start - len(head) + lead.start()
    listed = next((k for k in known if k.entry.kind == "Person" and k.end == stop), None)
    if listed and (comma or office.of):
        span = (listed.start, office.end)
        yield Seen(listed.start, stop, text[listed.start : stop], office, office.of, span)
        return
    for match in re.finditer(r"(?<![\w’'.-])[^\W\d_a-z][\w’'-]*", text[max(0, stop - 80) : stop]):
        start = max(0, stop - 80) + match.start()
        end = name_at(text, start, closed)
        full = " " in text[start:stop] or _addressed_before().search(text, 0, start)
        if end == stop and full and (comma or office.of):
            yield Seen(start, end, text[start:end], office, office.of, (start, office.end))
            return


@cache
def _apposition() -> re.Pattern[str]:
    """What joins a name to the office after it: ", who serves as the", " (", " – then "."""
    return re.compile(
        r"(?:\s*,\s*|\s*\(\s*|\s+[-–—]\s+|(?<=\w)\s+)"
        r"(?:(?:who\s+(?:is|was|\w+(?:\s+\w+)?\s+as)|as|also|the|a|an|our|[A-Z]{2,4})\s+)*"
        rf"{passing()}(?:(?:the|a)\s+)?$"
    )


def _after_honorifics(text: str, closed: list[tuple[int, int]]) -> Iterator[Seen]:
    for match in _honorifics().finditer(text):
        if match[0][0].isupper() and (end := name_at(text, match.end(), closed)):
            yield Seen(match.end(), end, text[match.end() : end])


@cache
def _honorifics() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.])(?:{_honorific()}\s+)+(?=[^\W\d_])")


def _counterparts(
    text: str, closed: list[tuple[int, int]], known: Sequence[Known]
) -> Iterator[Seen]:
    """ "her Kenyan counterpart Amina Otieno": the same office on another side.

    "their Slovak and Czech counterparts, A and B" are as many names as sides.
    """
    for match in COUNTERPART.finditer(text):
        inside = (k for k in known if match.start() <= k.start < match.end())
        sides = [k.entry.key for k in inside if k.entry.kind == "State"]
        gap = _gap().match(text, match.end())
        at = gap.end() if gap else None
        begin = match.start()
        for side in sides if match["plural"] else sides[-1:]:
            end = name_at(text, at, closed) if at is not None else None
            if at is None or end is None:
                break
            office = Office(match.start(), match.end(), "counterpart", "counterpart", (side,))
            yield Seen(at, end, text[at:end], office, (side,), (begin, end))
            begin = end
            more = _LIST.match(text, end)
            at = more.end() if more else None


def _elliptic(
    text: str, closed: list[tuple[int, int]], known: Sequence[Known], found: dict[int, Seen]
) -> Iterator[Seen]:
    """ "Peru's Foreign Minister A and Chile's B": the same office on another side."""
    ends = {n.end for n in found.values() if n.office}
    for k in (k for k in known if k.entry.kind == "State" and k.use in ("name", "abbreviation")):
        owner = re.compile(r"[’']s?\s+").match(text, k.end)
        joined = re.search(r"(?:,|,?\s+and)\s+$", text[max(0, k.start - 8) : k.start])
        at = k.start - len(joined[0]) if joined else -1
        if owner and at in ends and (end := name_at(text, owner.end(), closed)):
            office = Office(k.start, end, "counterpart", "counterpart", (k.entry.key,))
            name = text[owner.end() : end]
            yield Seen(owner.end(), end, name, office, office.of, (k.start, end))
            ends.add(end)


def _listed(known: Sequence[Known], text: str) -> Iterator[Seen]:
    for k in known:
        if k.entry.kind == "Person":
            yield Seen(k.start, k.end, text[k.start : k.end], known=k.entry.name)


def cast(names: Iterable[Seen]) -> list[Person]:
    """The persons behind the names, fullest names first; ambiguous short forms are left out."""
    persons: list[Person] = []
    sharing: dict[str, list[Person]] = defaultdict(list)
    by_length = sorted(names, key=lambda s: -len(words(s.name)))
    for name in by_length:
        parts = words(name.name)
        if not parts:
            continue
        fitting = [p for p in sharing[parts[-1]] if _same(words(p.name), parts, p, name)]
        if len(fitting) > 1:
            fitting = [p for p in fitting if set(name.of) & {of for o in p.offices for of in o.of}]
        if len(fitting) == 1:
            _join(fitting[0], name)
        elif not fitting and not (len(parts) == 1 and len(sharing[parts[0]]) > 1):
            persons.append(_new(name))
            for word in dict.fromkeys(words(persons[-1].name)):
                sharing[word].append(persons[-1])
    return persons


def _same(full: list[str], short: list[str], person: Person, name: Seen) -> bool:
    """Whether a shorter or equal form may name the person of a full one; its last word is among
    the words of the full one then.
    """
    if full == short or short in (full[1:] + full[:1], full[-1:] + full[:-1]):
        return True
    if len(short) == 1:
        return short[0] in _short_forms(person.name, full) and not _contradicts(person, name)
    if full[-1] == short[-1] and len(short) < len(full) and set(short) <= set(full):
        return True
    alike = sum(a == b for a, b in zip(full, short, strict=False))
    return (
        len(full) == len(short) > 1
        and alike == len(full) - 1
        and full[-1] == short[-1]
        and _close(full, short)
    )


def _short_forms(name: str, full: list[str]) -> tuple[str, ...]:
    """The first and the last word, which may each stand alone; half of "Araneta-Marcos" may not."""
    parts = name.split()
    return tuple(
        folded for raw, folded in ((parts[0], full[0]), (parts[-1], full[-1])) if "-" not in raw
    )


def _close(full: list[str], short: list[str]) -> bool:
    """Given names of which one drops or changes one letter: "Allan", "Alan"."""
    for a, b in zip(full, short, strict=True):
        if a != b:
            longer, shorter = sorted((a, b), key=len, reverse=True)
            return len(shorter) > 3 and any(
                longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer))
            )
    return True


def _contradicts(person: Person, name: Seen) -> bool:
    """A short form with another state's office is another person."""
    known = {of for o in person.offices for of in o.of}
    return bool(known and name.of and not known & set(name.of))


def _join(person: Person, name: Seen) -> None:
    tidy = _tidy(name.name)
    if tidy != person.name and tidy not in person.forms:
        person.forms.append(tidy)
    _hold(person, name)


def _new(name: Seen) -> Person:
    person = Person(_tidy(name.name))
    _hold(person, name)
    return person


def _hold(person: Person, name: Seen) -> None:
    """Note the offices in which a person is seen."""
    if name.office:
        person.offices.append(name)
        person.offices += [replace(name, office=o, of=o.of or name.of, also=()) for o in name.also]


def _tidy(name: str) -> str:
    """A name on one line, in ordinary case, without the honors after it: "Berg, O.B.E."."""
    plain = re.sub(r",\s+(?!Jr|Sr|[IVX]+\b)\S+$", "", re.sub(r"\s+", " ", name).strip(" ,"))
    return plain.title() if plain.isupper() and len(plain) > 3 else plain


def identify(persons: list[Person]) -> None:
    """Give each person the one authority entry with the same full name and a state that fits."""
    index = _index()
    for person in persons:
        sides = {of for o in person.offices for of in o.of}
        found = {
            e.key: e
            for form in (person.name, *person.forms)
            if " " in form
            for e in index.get(fold(form), ())
            if not sides or e.parent in sides
        }
        if len(found) == 1:
            person.entry = next(iter(found.values()))


def united(persons: list[Person]) -> list[Person]:
    """The persons, those with one entry of the authority list as one: "Joe Biden", "Joseph R."."""
    kept: dict[str, Person] = {}
    for person in persons:
        first = kept.setdefault(person.key, person)
        if first is not person:
            forms = (f for f in (person.name, *person.forms) if f != first.name)
            first.forms = list(dict.fromkeys([*first.forms, *forms]))
            first.offices += person.offices
    return list(kept.values())


def known_person(name: str) -> Entry | None:
    """The one person of the authority list with a full name."""
    found = _index().get(fold(name), ()) if " " in name else ()
    return found[0] if len(found) == 1 else None


@cache
def _index() -> dict[str, list[Entry]]:
    """Each folded full name of the authority list to those who bear it."""
    index: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries().values():
        if entry.kind == "Person":
            for form in {fold(f.text) for f in entry.forms}:
                index[form].append(entry)
    return index
