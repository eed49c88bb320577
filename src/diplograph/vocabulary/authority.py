"""The authority lists: states, organizations, groupings, instruments, places, people.

Each row becomes an `Entry`; each way to write it a `Form` with its use, because "Russian" may
say whose minister is meant while "Russia" may take part in a meeting.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from diplograph.vocabulary import ontology
from diplograph.vocabulary.tables import rows, several

Use = Literal["name", "abbreviation", "adjective", "demonym", "capital", "metonym"]


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write an entry's name: `Form("Russian", "adjective")`."""

    text: str
    use: Use


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of an authority list.

    `key` is kind and id ("state/russia"), `kind` the ontology's class for it, `name` the canonical
    English name. `parent` is the key it belongs to: an organ's organization, a place's or a
    person's state. `detail` is the list's own sub-kind ("city", "organ"), `members` the keys of a
    grouping's states.
    """

    key: str
    kind: str
    name: str
    forms: tuple[Form, ...]
    wikidata: str | None = None
    parent: str | None = None
    detail: str | None = None
    members: tuple[str, ...] = ()


@cache
def entries() -> dict[str, Entry]:
    """Every entry of every list, by key, in the order of the lists."""
    return {
        entry.key: entry
        for part in (
            _states(),
            _organizations(),
            _groupings(),
            _instruments(),
            _places(),
            _people(),
            _topics(),
        )
        for entry in part
    }


def _states() -> Iterator[Entry]:
    spelled = _city_names()
    for row in rows("authority", "states.csv", needs=("id", "name", "adjectives", "capital")):
        city = spelled.get((row["id"], row["capital"]), frozenset())
        other = several(row["metonyms"])
        capitals = "|".join((row["capital"], *(name for name in other if name in city)))
        metonyms = "|".join(name for name in other if name not in city)
        yield Entry(
            f"state/{row['id']}",
            "State",
            row["name"],
            (
                *_forms("name", row["name"], row["official"], row["aliases"]),
                *_forms("adjective", row["adjectives"]),
                *_forms("demonym", row["demonyms"]),
                *_forms("capital", "" if row["until"] else capitals),
                *_forms("metonym", "" if row["until"] else metonyms),
            ),
            row["wikidata"] or None,
        )


def _city_names() -> dict[tuple[str, str], frozenset[str]]:
    """Every spelling of a city by its state and its name: "Kyiv" is also "Kiev"."""
    cities = (row for row in rows("authority", "places.csv") if row["kind"] == "city")
    return {
        (row["state"], row["name"]): frozenset((row["name"], *several(row["aliases"])))
        for row in cities
    }


def _organizations() -> Iterator[Entry]:
    """The parent of an organ is an organization, of a national body its state."""
    states = {row["id"] for row in rows("authority", "states.csv")}
    for row in rows("authority", "organizations.csv", needs=("id", "name", "abbreviations")):
        yield Entry(
            f"organization/{row['id']}",
            "Organization",
            row["name"],
            (
                *_forms("name", row["name"], row["aliases"]),
                *_forms("abbreviation", row["abbreviations"]),
            ),
            row["wikidata"] or None,
            _parent(row["parent"], states),
            row["kind"],
        )


def _parent(parent: str, states: set[str]) -> str | None:
    if not parent:
        return None
    return f"state/{parent}" if parent in states else f"organization/{parent}"


def _groupings() -> Iterator[Entry]:
    for row in rows("authority", "groupings.csv", needs=("id", "name", "members")):
        yield Entry(
            f"grouping/{row['id']}",
            "Grouping",
            row["name"],
            (
                *_forms("name", row["name"], row["aliases"]),
                *_forms("abbreviation", row["abbreviations"]),
            ),
            row["wikidata"] or None,
            members=tuple(f"state/{member}" for member in several(row["members"])),
        )


def _instruments() -> Iterator[Entry]:
    for row in rows("authority", "instruments.csv", needs=("id", "name", "aliases")):
        yield Entry(
            f"instrument/{row['id']}",
            "Instrument",
            row["name"],
            (
                *_forms("name", row["name"], row["aliases"]),
                *_forms("abbreviation", row["abbreviations"]),
            ),
            row["wikidata"] or None,
        )


def _places() -> Iterator[Entry]:
    for row in rows("authority", "places.csv", needs=("id", "name", "kind", "state")):
        yield Entry(
            f"place/{row['id']}",
            "Place",
            row["name"],
            _forms("name", row["name"], row["aliases"]),
            row["wikidata"] or None,
            f"state/{row['state']}" if row["state"] else None,
            row["kind"],
        )


def _people() -> Iterator[Entry]:
    for row in rows("authority", "people.csv", needs=("id", "name", "state")):
        yield Entry(
            f"person/{row['id']}",
            "Person",
            row["name"],
            _forms("name", row["name"], row["aliases"]),
            row["wikidata"] or None,
            f"state/{row['state']}" if row["state"] else None,
        )


def _topics() -> Iterator[Entry]:
    """The concepts of the topic scheme; their alternative labels are how documents name them."""
    for concept in ontology.concepts("Topic"):
        texts = (concept.label, *concept.forms)
        slug = concept.iri.rsplit("/", 1)[-1]
        yield Entry(f"topic/{slug}", "Topic", concept.label, tuple(Form(t, "name") for t in texts))


def _forms(use: Use, *cells: str) -> tuple[Form, ...]:
    texts = dict.fromkeys(text for cell in cells for text in several(cell))
    return tuple(Form(text, use) for text in texts)


@dataclass(frozen=True, slots=True)
class Publisher:
    """Whose side a publisher speaks for: state.gov speaks for `state/united-states`."""

    host: str
    side: str


@cache
def publishers() -> tuple[Publisher, ...]:
    """The hosts of ministries and presidencies, longest first so that the closest one wins."""
    found = (
        Publisher(row["host"], row["side"])
        for row in rows("authority", "publishers.csv", needs=("host", "side"))
    )
    return tuple(sorted(found, key=lambda p: (-len(p.host), p.host)))


@cache
def _countries() -> dict[str, str]:
    table = rows("authority", "states.csv", needs=("id", "iso2", "until"))
    codes = {row["iso2"].casefold(): f"state/{row['id']}" for row in table if row["iso2"]}
    return codes | {"uk": codes["gb"]}


def state_of_country(code: str) -> str | None:
    """The key of the state of an internet country code: "tr" is `state/turkey`; None for others."""
    return _countries().get(code.casefold())


@cache
def imprints() -> tuple[tuple[str, str], ...]:
    """Words that give away whose page it is, with its side: ("Itamaraty", "state/brazil")."""
    table = rows("authority", "imprints.csv", needs=("words", "side"))
    return tuple((row["words"], row["side"]) for row in table)


@cache
def lacking(office: str) -> frozenset[str]:
    """The states that have no such office: "president" of monarchies."""
    table = rows("authority", "lacking.csv", needs=("office", "states"))
    found = next((row["states"] for row in table if row["office"] == office), "")
    return frozenset(f"state/{name}" for name in several(found))
