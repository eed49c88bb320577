"""Who the people of an item are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diplograph.mentions import Found

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
    found = find("Yesterday Joseph R. Biden, Jr. spoke. Joe Biden left. Mr. Biden returned.")
    meant = [m.entity for m in found.mentions if m.kind == "Person"]
    assert meant == ["person/joe-biden"] * 3
