"""Which persons of an item an office can mean, asked quickly however many they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from diplograph.mentions.offices import Office
from diplograph.mentions.people import Person
from diplograph.mentions.registry import fits

_Title = tuple[str, str, str]


class Posts:
    """The offices that persons hold, each title once: few, where persons are many."""

    def __init__(self, persons: Sequence[Person]) -> None:
        self._held: dict[_Title, Office] = {}
        self._keys: dict[_Title, dict[str, None]] = defaultdict(dict)
        self._short: dict[_Title, dict[str, None]] = defaultdict(dict)
        self._sides: dict[_Title, set[tuple[str, ...]]] = defaultdict(set)
        self._able: dict[_Title, tuple[str, ...]] = {}
        for person in persons:
            for seen in person.offices:
                if seen.office:
                    self._note(person, seen.office, seen.of)

    def _note(self, person: Person, office: Office, of: tuple[str, ...]) -> None:
        title = _title(office)
        self._held[title] = office
        self._sides[title].add(of)
        self._keys[title][person.key] = None
        if " " not in person.name:
            self._short[title][person.key] = None

    def able(self, office: Office) -> tuple[str, ...]:
        """Whose an office can be: also "the Foreign Secretary" of "Secretary Berg"."""
        title = _title(office)
        if title not in self._able:
            self._able[title] = self._fitting(office)
        return self._able[title]

    def _fitting(self, office: Office) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for title, held in self._held.items():
            if fits(office, held):
                found |= self._keys[title]
            elif _is_short(held, office):
                found |= self._short[title]
        return tuple(found)

    def taken(self, office: Office) -> bool:
        """Whether somebody is named in such an office of the same side."""
        return any(
            office.of in self._sides[title] and fits(office, held)
            for title, held in self._held.items()
        )


def _title(office: Office) -> _Title:
    return office.head, office.title.casefold(), office.kind


def _is_short(own: Office, office: Office) -> bool:
    """Whether a title is an office's first words alone: "Secretary" of "Secretary of State"."""
    return office.head.startswith(f"{own.title.casefold()} of ") or fits(own, office)
