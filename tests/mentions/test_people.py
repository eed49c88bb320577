"""Who the people of an item are."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from diplograph.mentions import Found
from diplograph.mentions.offices import Office
from diplograph.mentions.people import Person, Seen, cast
from diplograph.mentions.posts import Posts

Find = Callable[..., Found]
Meant = Callable[..., list[str]]


def persons(found: Found) -> list[str]:
    """The names of the persons found, sorted."""
    return sorted(e.name for e in found.entities.values() if e.kind == "Person")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norwegian Foreign Minister Ingrid Dahl met the press.", ["Ingrid Dahl"]),
        ("Ingrid Dahl, Norway's Foreign Minister, met the press.", ["Ingrid Dahl"]),
        ("Kenyan President Amina Otieno visited Peru.", ["Amina Otieno"]),
        ("Mr. Tomas Quispe addressed the Council.", ["Tomas Quispe"]),
        ("Ambassador Wanjiru presented credentials.", ["Wanjiru"]),
        (
            "Foreign Ministers Ingrid Dahl of Norway and Tomas Quispe of Peru met.",
            ["Ingrid Dahl", "Tomas Quispe"],
        ),
        ("The Minister received his Peruvian counterpart Tomas Quispe.", ["Tomas Quispe"]),
        ("The King sent a message to Amina Otieno.", ["Amina Otieno"]),
        ("President Otieno and Prime Minister Lund met.", ["Lund", "Otieno"]),
        ("Norwegian Foreign Minister INGRID DAHL spoke.", ["Ingrid Dahl"]),
        ("Pieter van der Meer, the Dutch Prime Minister, spoke.", ["Pieter van der Meer"]),
        ("H.E. Mr. Tomas Quispe, Ambassador of Peru, called on the Minister.", ["Tomas Quispe"]),
        ("Peru's Foreign Minister Tomás Quispe Huamán spoke in Lima.", ["Tomás Quispe Huamán"]),
        ("Kenya's Foreign Minister Grace Otieno spoke.", ["Grace Otieno"]),
        ("Brazil's Ambassador Ana Montenegro Dias spoke.", ["Ana Montenegro Dias"]),
        ("The Ambassador, Count Axel Dahl, left.", ["Axel Dahl"]),
        ("I saw the Secretary-General, M. Duval, today.", ["Duval"]),
        ("HH Shaikh Hamad Al-Salem spoke.", ["Hamad Al-Salem"]),
        ("From: Foreign Office and The Rt Hon Ana Dahl MP\nPublished 3 June", ["Ana Dahl"]),
        ("She met her Brazilian colleague, Ana Costa, in Oslo.", ["Ana Costa"]),
        ("The Foreign Minister of Ghana, Kofi Mensah (via video link), spoke.", ["Kofi Mensah"]),
        ("The Minister of State, Foreign Office (Mr. Jan Dahl): I agree.", ["Jan Dahl"]),
        (
            "King Rashid bin Hamdan Al Amri met Prince Hamdan bin Rashid Al Amri.",
            ["Hamdan bin Rashid Al Amri", "Rashid bin Hamdan Al Amri"],
        ),
        ("Vice Foreign Minister Gao Yunfei spoke.", ["Gao Yunfei"]),
        ("The President of Peru, Milan Rojas, spoke.", ["Milan Rojas"]),
        ("We thank the panel and its Chair, Mr. Luis Rojas.", ["Luis Rojas"]),
        ("The Head of the AEPX, Ana Rojas, spoke.", ["Ana Rojas"]),
        ("The train leaves at 5 PM Eastern Time.", []),
    ],
)
def test_names_beside_titles_are_persons(find: Find, text: str, expected: list[str]) -> None:
    """A name beside an office or a courtesy title is a person, wherever the title stands."""
    assert persons(find(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Minister left for Nairobi on Monday.",
        "The President of Kenya spoke.",
        "The Foreign Minister of Peru met the Ambassador of Ghana.",
        "Prime Minister’s Office",
        "The North Atlantic Council met in Brussels.",
        "Good morning.",
        "Ministry of Foreign Affairs of the Republic of Peru",
    ],
)
def test_titles_alone_are_nobody(find: Find, text: str) -> None:
    """Without a name there is no person."""
    assert persons(find(text)) == []


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Norwegian Foreign Minister Ingrid Dahl met the press. Ms Dahl spoke of trade.", "Dahl"),
        (
            "Foreign Minister Dahl met the press. Ingrid Dahl of Norway spoke of trade.",
            "Ingrid Dahl",
        ),
        ("Kenyan President Ingrid A. Dahl came. President Dahl left.", "Dahl"),
        ("Minister Sergei Petrov came. Minister Sergey Petrov left.", "Sergey Petrov"),
    ],
)
def test_shorter_forms_join_the_one_person(find: Find, text: str, form: str) -> None:
    """A shorter or differently spelled form is the same person where only one can be meant."""
    (person,) = [e for e in find(text).entities.values() if e.kind == "Person"]
    assert form in (person.name, *person.forms)


def test_ambiguous_short_form_is_nobody(meant: Meant) -> None:
    """A family name that two persons of the item share means neither."""
    text = (
        "Norwegian Foreign Minister Ingrid Dahl met Swedish Foreign Minister Olav Dahl. "
        "Dahl spoke of trade."
    )
    assert meant("Dahl", text) == []


def test_family_name_with_an_office_tells_two_apart(find: Find) -> None:
    """Two persons of one family name with offices of two states are two persons."""
    text = "Norwegian Foreign Minister Ingrid Dahl met Swedish Foreign Minister Olav Dahl."
    assert persons(find(text)) == ["Ingrid Dahl", "Olav Dahl"]


def test_reversed_names_are_one_person(find: Find) -> None:
    """A name with its family name first is the same person."""
    text = "Minister Quispe Tomas spoke. Peruvian Foreign Minister Tomas Quispe left."
    assert len(persons(find(text))) == 1


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Russian Foreign Minister Sergei Lavrov spoke.", "person/sergey-lavrov"),
        ("Russian Foreign Minister Sergey LAVROV spoke.", "person/sergey-lavrov"),
        ("Norwegian Foreign Minister Ingrid Dahl spoke.", "person/ingrid-dahl"),
    ],
)
def test_keys(find: Find, text: str, key: str) -> None:
    """A person of the authority list gets its key, anybody else one made of the name."""
    assert key in find(text).entities


def test_namesake_of_another_state_is_another_person(find: Find) -> None:
    """A full name of the authority list with the office of another state is not that person."""
    found = find("Peruvian Foreign Minister Emmanuel Macron spoke.")
    assert [e.state for e in found.entities.values() if e.kind == "Person"] == ["state/peru"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dahl, Ingrid", "Ingrid Dahl"),
        ("Quispe, Tomas", "Tomas Quispe"),
    ],
)
def test_catalog_lines(find: Find, text: str, expected: str) -> None:
    """A line such as "Dahl, Ingrid" above the text names a person, family name first."""
    found = find("We welcome the accord.", title="Statement on trade", header=text)
    assert persons(found) == [expected]


def test_two_spellings_of_one_entry_are_one_person(find: Find) -> None:
    """Forms that nothing but the authority list joins are one person under every form."""
    found = find("Joseph R. Biden, Jr. arrived. Joe Biden left. Mr. Biden returned.")
    meant = [m.entity for m in found.mentions if m.kind == "Person"]
    assert meant == ["person/joe-biden"] * 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norway's Foreign Minister Eide and his Swedish and Danish counterparts, Ulf Berg and"
            " Lars Dahl, met in Oslo.",
            {"Eide": "state/norway", "Ulf Berg": "state/sweden", "Lars Dahl": "state/denmark"},
        ),
        (
            "She met her Peruvian and Chilean counterparts Ana Quispe and Luis Rojas.",
            {"Ana Quispe": "state/peru", "Luis Rojas": "state/chile"},
        ),
    ],
)
def test_counterparts_are_named_in_order(find: Find, text: str, expected: dict[str, str]) -> None:
    """Of several counterparts each is found, with the side that stands in the same place."""
    found = find(text)
    assert {e.name: e.state for e in found.entities.values() if e.kind == "Person"} == expected


def test_many_persons_take_no_longer_each() -> None:
    """Thousands of names become persons in time that grows with their number alone."""
    syllables = [a + b for a in "bdfghjklmnprst" for b in "aeiou"]
    names = [f"{a}{b}n".title() for a in syllables for b in syllables]
    start = time.perf_counter()
    found = cast(Seen(at, at + 1, f"Ana {name}") for at, name in enumerate(names))
    assert len(found) == len(names) == 4900
    assert time.perf_counter() - start < 3


def test_many_ministers_are_asked_quickly() -> None:
    """Whom an office can mean is asked once for each title, however many hold it."""
    minister = Office(0, 1, "Foreign Minister", "foreign minister")
    persons = [
        Person(f"Lund{at}", offices=[Seen(at, at + 1, f"Lund{at}", minister)]) for at in range(4000)
    ]
    posts = Posts(persons)
    start = time.perf_counter()
    assert all(len(posts.able(minister)) == 4000 for _ in range(4000))
    assert time.perf_counter() - start < 1
