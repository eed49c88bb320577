"""The persons of an item, asked by form or by office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from diplograph.mentions.drafts import Draft, is_questioner
from diplograph.mentions.names import fold, words
from diplograph.mentions.offices import Office
from diplograph.mentions.people import Person
from diplograph.mentions.record import Tenure
from diplograph.mentions.tenures import leaders
from diplograph.vocabulary import cues
from diplograph.vocabulary.tables import rows, several

_SMALL = frozenset({"of", "for", "the", "and", "to", "affairs", "on", "s"})


class Registry:
    """The persons of an item, asked by form or by office."""

    def __init__(
        self,
        persons: list[Person],
        sides: dict[str, str],
        publisher: str | None,
        posts: dict[str, tuple[str, ...]],
        named: frozenset[str] = frozenset(),
    ) -> None:
        self.named = named | ({publisher} if publisher else set())
        self.posts = posts
        self.persons = {p.key: p for p in persons}
        self.sides = sides
        self.titles = _titles(persons)
        self.publisher = publisher
        self.forms = self._forms()
        self._own = _own(sides)
        self._holders: dict[tuple[str, str, tuple[str, ...]], list[str]] = {}

    def _forms(self) -> dict[str, str | None]:
        """Each form and family name to the one person it can mean, None where several."""
        forms: dict[str, str | None] = {}
        for person in self.persons.values():
            parts = words(person.name)
            own = {fold(f) for f in (person.name, *person.forms)} | {parts[-1]}
            for form in own:
                forms[form] = person.key if forms.get(form, person.key) == person.key else None
        for first, keys in self._first_words().items():
            if len(keys) == 1 and len(first) > 2 and first not in cues.offices("given"):
                forms.setdefault(first, keys[0])
        return forms

    def _first_words(self) -> dict[str, list[str]]:
        """The first words of full names: family names in much of Asia, given names in Laos."""
        found: dict[str, list[str]] = {}
        for person in self.persons.values():
            parts = words(person.name)
            if len(parts) > 1:
                found.setdefault(parts[0], []).append(person.key)
        inside = {w for p in self.persons.values() for w in words(p.name)[1:]}
        return {first: keys for first, keys in found.items() if first not in inside}

    def by_name(self, name: str) -> str | None:
        """The person a form means, or None where there is no or more than one candidate."""
        return self.forms.get(fold(name)) or self.forms.get(" ".join(words(name)))

    def by_office(self, office: Office) -> list[str]:
        """The persons seen in an office such as "the Russian President" or "the Secretary"."""
        asked = (office.head, office.title, office.of)
        if asked not in self._holders:
            self._holders[asked] = self._holding(office)
        return self._holders[asked]

    def _holding(self, office: Office) -> list[str]:
        keys = [k for of in office.of for k in self._own.get(of, ())] if office.of else self.titles
        held = ((key, self.titles.get(key, ())) for key in dict.fromkeys(keys))
        return [key for key, titles in held if any(fits(office, own) for own in titles)]

    def untitled(self, office: Office) -> str | None:
        """The one person whom an office without a holder can mean.

        "The President of Peru" is Tomas Quispe where he is the only Peruvian named, and no other
        office of his is told.
        """
        if office.former or office.plural or len(office.of) != 1:
            return None
        if not self.leads(office) and office.kind != "reference":
            return None
        own = self._own.get(office.of[0], ())
        return own[0] if len(own) == 1 and not self.titles[own[0]] else None

    def leads(self, office: Office) -> bool:
        """Whether an office is that of a head of state or government."""
        return office.head in leaders() and not _content(office.title, office.head)

    def speaker(self, label: Draft) -> str | None:
        """Who speaks under a label."""
        if is_questioner(label.passage.text):
            return None
        for name in label.names:
            if key := self.by_name(name.name):
                return key
        for office in label.offices:
            own = replace(office, of=office.of or ((self.publisher,) if self.publisher else ()))
            for fitting in (self.by_office(own), self.by_office(office)):
                if len(fitting) == 1:
                    return fitting[0]
        return None


def _own(sides: dict[str, str]) -> dict[str, list[str]]:
    """Each side to those who serve it."""
    own: dict[str, list[str]] = {}
    for key, side in sides.items():
        own.setdefault(side, []).append(key)
    return own


def _titles(persons: list[Person]) -> dict[str, list[Office]]:
    return {p.key: [o.office for o in p.offices if o.office] for p in persons}


def silent(draft: Draft, registry: Registry, anchor: date | None) -> Iterator[Tenure]:
    """Offices of persons named elsewhere: "the President of Peru" of Tomas Quispe."""
    for office in draft.offices:
        if office.kind == "head" and (key := registry.untitled(office)):
            start, end = draft.passage.start + office.start, draft.passage.start + office.end
            observed = anchor.isoformat() if anchor else None
            yield Tenure(key, office.title, office.of[0], start, end, observed)


def _content(title: str, head: str) -> set[str]:
    words = re.findall(r"\w+", title.casefold())
    return {w for w in words if w not in _SMALL and w.removesuffix("s") not in head.split()} - {
        head
    }


def fits(reference: Office, held: Office) -> bool:
    """Whether a reference may mean the holder of an office: "the foreign minister"."""
    if reference.head in cues.offices("reference") and held.head in leaders():
        return True
    wanted = re.sub(r"s$", "", reference.head)
    if held.head == "counterpart":
        return False
    if _is_other_title(reference, held):
        return True
    wanted, own = (head.partition(" to ")[0] for head in (wanted, held.head))
    shared = wanted.split()[-1] == own.split()[-1] and (wanted in own or own in wanted)
    if not shared or held.kind != "head":
        return False
    asked = _content(reference.title, wanted) | set(wanted.split()) - {wanted.split()[-1]}
    have = _content(held.title, own) | set(own.split()[:-1])
    return asked <= have and not (have - asked) & cues.offices("junior").keys()


def _is_other_title(reference: Office, held: Office) -> bool:
    """Whether the reference is another title of the office: "the premier", "the UN chief"."""
    meant = other_titles().get(reference.title.casefold()) or other_titles().get(reference.head)
    title = held.title.casefold()
    junior = set(re.findall(r"\w+", title)) & cues.offices("junior").keys()
    return bool(meant and not junior and re.search(rf"\b(?:{'|'.join(meant)})\b", title))


@cache
def other_titles() -> dict[str, tuple[str, ...]]:
    """Each title that may stand for others: "premier" for "prime minister"."""
    table = rows("cues", "other-titles.csv", needs=("word", "means"))
    return {row["word"]: tuple(several(row["means"])) for row in table}
