"""Who is meant by the names in an answer: the authority lists first, then the item's persons."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import cast

from diplograph.items.record import Item
from diplograph.mentions import Found
from diplograph.mentions.gazetteer import known
from diplograph.mentions.names import fold, words
from diplograph.mentions.people import Person, identify
from diplograph.mentions.record import Entity, Kind
from diplograph.readers.llm import answer
from diplograph.readers.llm.quotes import Quotes
from diplograph.vocabulary.authority import Entry, entries
from diplograph.vocabulary.namespaces import slug

_ACTORS = ("State", "Organization", "Grouping")
_NAMING = ("name", "abbreviation", "capital", "metonym")
_THE = re.compile(r"^the\s+", re.IGNORECASE)


class Names:
    """The entities of one item, asked by name.

    `entities` begins with what the item's mentions name; persons of whom only the answer tells,
    and whom the text names, are added, as is whatever else of the lists a fact needs. `people` are
    the keys of those of whom the answer tells.
    """

    def __init__(self, item: Item, found: Found, told: Iterable[answer.Person]) -> None:
        self.entities = dict(found.entities)
        self.people: dict[str, list[answer.Office]] = {}
        self.unwritten = 0
        self._forms: dict[str, str | None] = {}
        self._quotes = Quotes(item)
        self._written = _written(item, found)
        for key in (key for key, one in self.entities.items() if one.kind == "Person"):
            self._learn(key)
        for person in sorted(told, key=lambda p: -len(words(p.name))):
            self._meet(person)

    def actor(self, name: str) -> str | None:
        """The key of the actor that a name means, or None where there is no or more than one."""
        plain = _THE.sub("", name.strip())
        return self._listed(plain, _ACTORS) or self._person(plain) or self._mentioned(plain)

    def place(self, name: str) -> str | None:
        """The key of a place of the lists: "Oslo", "Oslo, Norway"."""
        return self._listed(name, ("Place",)) or self._listed(name.partition(",")[0], ("Place",))

    def instrument(self, name: str) -> str | None:
        """The key of a treaty or plan: one of the lists, or with a name of its own in the text."""
        plain = _THE.sub("", name.strip())
        if key := self._listed(plain, ("Instrument",)):
            return key
        if len(plain.split()) < 2 or not plain[0].isupper() or not self._quotes.has(plain):
            return None
        key = f"instrument/{slug(plain)}"
        self.entities.setdefault(key, Entity(key, "Instrument", plain))
        return key

    def topics(self, phrase: str) -> Iterator[str]:
        """The topics of the scheme that a phrase names."""
        for one in known(phrase, topics=True):
            yield self._add(one.entry)

    def serve(self, key: str, side: str) -> None:
        """Put a person on a side, unless the item has done so."""
        person = self.entities[key]
        if person.state is None:
            self.entities[key] = replace(person, state=side)

    def party(self, key: str) -> str | None:
        """The state or organization an actor takes part for."""
        one = self.entities[key]
        return one.state if one.kind == "Person" else one.state or key

    # Persons

    def _meet(self, person: answer.Person) -> None:
        forms = [form for form in (person.name, *person.aliases) if self._quotes.has(form)]
        if not forms or not words(forms[0]):
            self.unwritten += 1
            return
        key = self._same(forms) or self._new(forms[0])
        self.people.setdefault(key, []).extend(person.offices)
        self.entities[key] = _with_forms(self.entities[key], forms)
        self._learn(key)
        self._forms.setdefault(fold(person.name), key)  # though the text may have an alias only

    def _same(self, forms: list[str]) -> str | None:
        """The one person known already whom these forms name."""
        pairs = ((form, self._forms.get(fold(form))) for form in forms)
        keys = {key for form, key in pairs if key and self._may_be(key, forms[0], form)}
        return keys.pop() if len(keys) == 1 else None

    def _may_be(self, key: str, full: str, form: str) -> bool:
        """Whether a shared form makes one person: "Dahl" does not of Ingrid and Per Dahl."""
        one, other = {*words(full)}, {*words(self.entities[key].name)}
        return len(words(form)) > 1 or one <= other or other <= one

    def _new(self, name: str) -> str:
        person = Person(name)
        identify([person])
        entry = person.entry
        self.entities[person.key] = Entity(
            person.key, "Person", entry.name if entry else name, (), entry.parent if entry else None
        )
        self._add_state(entry.parent if entry else None)
        return person.key

    def _learn(self, key: str) -> None:
        """Let a person's forms and family name mean the person; what means two means none."""
        one = self.entities[key]
        for form in {*map(fold, (one.name, *one.forms)), *words(one.name)[-1:]}:
            self._forms[form] = key if self._forms.get(form, key) == key else None

    def _person(self, name: str) -> str | None:
        """A person by a form, or by a form with an office or a title before it."""
        parts = name.split()
        tails = (" ".join(parts[at:]) for at in range(len(parts)))
        return next((key for tail in tails if (key := self._forms.get(fold(tail)))), None)

    # The lists and the text

    def _listed(self, name: str, kinds: tuple[str, ...]) -> str | None:
        """The one entry of these kinds with a name, if the item speaks of it."""
        entry = _entries(kinds).get(name.strip().casefold())
        if entry is None or not self._speaks_of(entry, name):
            return None
        return self._add(entry)

    def _speaks_of(self, entry: Entry, name: str) -> bool:
        if entry.key in self.entities:
            return True
        return any(map(self._quotes.has, (name, *(form.text for form in entry.forms))))

    def _mentioned(self, name: str) -> str | None:
        """What the text means by these words: "the Russian Foreign Ministry"."""
        return self._written.get(name.casefold())

    def _add(self, entry: Entry) -> str:
        if entry.key not in self.entities:
            self.entities[entry.key] = Entity(
                entry.key, cast(Kind, entry.kind), entry.name, (), entry.parent
            )
        self._add_state(entry.parent)
        return entry.key

    def _add_state(self, key: str | None) -> None:
        if key and key not in self.entities:
            self._add(entries()[key])


def _with_forms(one: Entity, forms: list[str]) -> Entity:
    """A person with the forms an answer gives; a full name takes the place of a bare surname."""
    name = one.name if len(words(one.name)) > 1 else forms[0]
    every = (one.name, *one.forms, *forms)
    return replace(one, name=name, forms=tuple(dict.fromkeys(f for f in every if f != name)))


def _written(item: Item, found: Found) -> dict[str, str]:
    """How the item writes actors: each wording with a capital that means one of them."""
    meant: dict[str, set[str]] = {}
    for one in found.mentions:
        text = _THE.sub("", item.text[one.start - item.start : one.end - item.start])
        if found.kind(one.entity) in (*_ACTORS, "Person") and not text.islower():
            meant.setdefault(" ".join(text.split()).casefold(), set()).add(one.entity)
    return {text: keys.pop() for text, keys in meant.items() if len(keys) == 1}


@cache
def _entries(kinds: tuple[str, ...]) -> dict[str, Entry]:
    """Each name to the one entry of these kinds that bears it."""
    pairs = {
        (form.text.casefold(), entry.key): entry
        for entry in entries().values()
        if entry.kind in kinds
        for form in entry.forms
        if form.use in _NAMING
    }
    bearers = Counter(name for name, _ in pairs)
    return {name: entry for (name, _), entry in pairs.items() if bearers[name] == 1}
