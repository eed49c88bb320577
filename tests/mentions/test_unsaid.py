"""Whose officials those are whom a text names without their state."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diplograph.mentions import Found

Find = Callable[..., Found]
PERU = {"above": "Ministry of Foreign Affairs of Peru"}


def side(found: Found, name: str) -> str | None:
    """The state or organization a person serves."""
    return next(e.state for e in found.entities.values() if e.name == name)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "Peru will recall its ambassador, the radio said. The ambassador, Ana Quispe, was"
            " summoned on Sunday.",
            "Ana Quispe",
            "state/peru",
        ),
        (
            "Ghana protested. If Togo does not yield, Kenya will recall its high commissioner. The"
            " high commissioner, Jan Otieno, left.",
            "Jan Otieno",
            "state/kenya",
        ),
        (
            "They thanked the African Union and its Executive Secretary, Hassan Otieno.",
            "Hassan Otieno",
            "organization/african-union",
        ),
        (
            "The OSCE Secretary General spoke in Vienna. Deputy Secretary General Ana Lund agreed.",
            "Ana Lund",
            "organization/organization-for-security-and-co-operation-in-europe",
        ),
        (
            "The UN Secretary-General's Personal Envoy for Yemen, Jan Lund, spoke.",
            "Jan Lund",
            "organization/united-nations",
        ),
        (
            "The United Nations, whose mediator, Jan Lund, met the press, was disappointed.",
            "Jan Lund",
            "organization/united-nations",
        ),
        (
            "The US Secretary of State spoke yesterday. Let Secretary Harlow show the evidence.",
            "Harlow",
            "state/united-states",
        ),
        (
            "Canada will host the talks, at which he will be represented by the Deputy"
            " Secretary-General, Ms. Ana Osei.",
            "Ana Osei",
            None,
        ),
    ],
)
def test_words_nearby_tell_the_side(find: Find, text: str, name: str, expected: str | None) -> None:
    """An official without a state serves the one whom other words of the text name as the owner."""
    assert side(find(text), name) == expected


@pytest.mark.parametrize(
    ("title", "text", "name", "expected"),
    [
        (
            "Minister Quispe visits Oslo",
            "Minister Ana Quispe arrived in Oslo this evening. Talks with Prime Minister Jan Lund"
            " are planned for tomorrow.",
            "Jan Lund",
            "state/norway",
        ),
        (
            "Visit of the Foreign Minister of Kenya to Peru",
            "The Foreign Minister of Kenya, Jan Otieno, will pay a visit to Peru. He will be"
            " received by President Ana Quispe.",
            "Ana Quispe",
            "state/peru",
        ),
        (
            "Statement by Minister Quispe on Haiti",
            "I spoke with Prime Minister Jean Toussaint yesterday.",
            "Jean Toussaint",
            "state/haiti",
        ),
        (
            "Ambassador Lund in Nairobi",
            "Ambassador Ana Lund delivered a letter from President Jan Quispe to the minister.",
            "Jan Quispe",
            "state/peru",
        ),
        (
            "Diary of the minister",
            "Minister for Foreign Affairs Ana Quispe travels to Oslo. The breakfast with the"
            " Estonian Foreign Minister has been cancelled.",
            "Ana Quispe",
            "state/peru",
        ),
    ],
)
def test_a_publisher_and_its_journeys_tell_the_side(
    find: Find, title: str, text: str, name: str, expected: str
) -> None:
    """On a state's own page its own people are its own; those met on a journey are the host's."""
    assert side(find(text, title=title, **PERU), name) == expected


@pytest.mark.parametrize(
    ("above", "text", "name", "expected"),
    [
        (
            "EMBASSY OF GHANA IN PERU",
            "Ambassador Jan Mensah called on Prime Minister Ana Quispe.",
            "Ana Quispe",
            "state/peru",
        ),
        (
            "ROYAL NORWEGIAN EMBASSY\n\nNAIROBI",
            "The Ambassador sent a letter to the Minister for External Affairs, Mr. Jan Otieno.",
            "Jan Otieno",
            "state/kenya",
        ),
        (
            "Embassy of Peru to Ghana",
            "Ambassador Ana Quispe handed over a message from President Luis Rojas.",
            "Luis Rojas",
            "state/peru",
        ),
    ],
)
def test_an_embassy_calls_on_its_hosts(
    find: Find, above: str, text: str, name: str, expected: str
) -> None:
    """Whom an ambassador meets serves the state of the embassy; who sent the letter does not."""
    assert side(find(text, above=above), name) == expected


@pytest.mark.parametrize(
    ("title", "text", "name", "expected"),
    [
        (
            "African Union statement on Peru",
            "The Chairperson spoke to Foreign Minister Ana Quispe.",
            "Ana Quispe",
            "state/peru",
        ),
        (
            "NATO Secretary General visits Oslo",
            "The Secretary General thanked Deputy Secretary General Ana Lund.",
            "Ana Lund",
            "organization/north-atlantic-treaty-organization",
        ),
    ],
)
def test_an_organization_speaks_of_others(
    find: Find, title: str, text: str, name: str, expected: str
) -> None:
    """In an organization's own words a minister is of the state in the title, a deputy its own."""
    above = "AFRICAN UNION" if "African" in title else None
    assert side(find(text, title=title, above=above), name) == expected


def test_a_joint_press_conference_at_home(find: Find) -> None:
    """The one without a state speaks for the state of whose capital and of whom the text tells."""
    title = (
        "Foreign Minister Dahl's remarks with the Foreign Minister of Peru Ana Quispe, Oslo, May 2"
    )
    text = "Norway stands for peace. Norway supports the talks."
    assert side(find(text, title=title), "Dahl") == "state/norway"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Minister Berg spoke with her Polish counterpart by phone.", "Berg"),
        (
            "Talks with Minister Berg went well. Minister Berg thanked her Polish counterpart.",
            "Berg",
        ),
        ("Foreign Minister Ana Lund met his Japanese counterpart in Lima.", "Ana Lund"),
        ("Foreign Minister Ana Lund met the Indian counterpart in Lima.", "Ana Lund"),
        ("Foreign Minister Lund met the Polish Foreign Minister. He thanked her.", "Lund"),
        ("Mr. Lund, Minister of Trade, said he met the Polish Minister of Trade.", "Lund"),
    ],
)
def test_nobody_is_his_own_counterpart(find: Find, text: str, name: str) -> None:
    """Who stands before "his counterpart" is not of the counterpart's side."""
    assert side(find(text), name) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Foreign Minister Hauge arrived on Monday for a two-day visit.", None),
        ("Foreign Minister Hauge, who is visiting for two days, thanked his hosts.", None),
        ("Foreign Minister Hauge said on Monday that rain had come.", "state/kenya"),
    ],
)
def test_who_arrives_is_not_at_home(find: Find, text: str, expected: str | None) -> None:
    """A report from a capital has its officials without a state, but not those who come there."""
    assert side(find(text, place="Nairobi"), "Hauge") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "PARTICIPANTS\nPeru\nMr. Luis Rojas, Minister of Foreign Affairs\nMs. Ana Quispe,"
            " Ambassador to Norway\nNorway\nMr. Jan Lund, Under Secretary for Political Affairs",
            {"Luis Rojas": "state/peru", "Ana Quispe": "state/peru", "Jan Lund": "state/norway"},
        ),
        (
            "Taking part in the talks on the Kenyan side were: Jan Otieno, Secretary for Foreign"
            " Affairs, and Amina Weru, Ambassador to Ghana; and on the Ghanaian side: K. Mensah,"
            " Minister of Foreign Affairs.",
            {"Jan Otieno": "state/kenya", "Amina Weru": "state/kenya", "K. Mensah": "state/ghana"},
        ),
        (
            "The Latvian delegation was headed by State Secretary Janis Berzins, and the Estonian"
            " one by Undersecretary Mart Kask.",
            {"Janis Berzins": "state/latvia", "Mart Kask": "state/estonia"},
        ),
        (
            "In Kishinev, Halvorsen held talks with Prime Minister Ion Rusu, Foreign Minister Doina"
            " Lupu and Deputy Prime Minister Ana Codru.",
            {
                "Ion Rusu": "state/moldova",
                "Doina Lupu": "state/moldova",
                "Ana Codru": "state/moldova",
            },
        ),
        (
            "The talks were led by Ms. Ana Berg, Deputy Secretary, Ministry of Trade and Fisheries"
            " of Norway, and Mr. Jan Rojas, Director, Peruvian Ministry of Trade.",
            {"Ana Berg": "state/norway", "Jan Rojas": "state/peru"},
        ),
        (
            "Foreign Minister Lund met Peruvian Foreign Minister Ana Quispe.\n\nLund said that"
            " trade had grown. Norway is willing to open its ports.",
            {"Lund": "state/norway", "Ana Quispe": "state/peru"},
        ),
        (
            "At the invitation of Foreign Minister Jan Lund, Foreign Minister Ana Quispe of Peru"
            " will pay an official visit to Norway.",
            {"Jan Lund": "state/norway", "Ana Quispe": "state/peru"},
        ),
        (
            "Peru and Chile held talks in Oslo, led by Deputy Minister Ana Rojas and Ambassador"
            " Luis Diaz.",
            {"Ana Rojas": "state/peru", "Luis Diaz": "state/chile"},
        ),
        (
            "1. The Republic of Korea and Viet Nam held a dialogue in Hanoi, with Vice Minister"
            " Park Min and Deputy Minister Le Van as heads.",
            {"Park Min": "state/south-korea", "Le Van": "state/vietnam"},
        ),
        (
            "The Minister of State, Foreign and Commonwealth Office (Mrs. Ana Berg): I agree.",
            {"Ana Berg": "state/united-kingdom"},
        ),
    ],
)
def test_lists_and_sentences_around_tell_the_side(
    find: Find, text: str, expected: dict[str, str]
) -> None:
    """Headings, sides of talks, invitations and one's own next words say whose somebody is."""
    found = find(text)
    assert {e.name: e.state for e in found.entities.values() if e.kind == "Person"} == expected


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Lund said that trade grew. Minister Quispe agreed. Norway will go on.",
        "Foreign Minister Lund said that trade had grown. Peru will go on. Norway will go on.",
        "On the ship were Foreign Minister Lund and a crew. Norway will go on.",
    ],
)
def test_others_words_tell_nothing(find: Find, text: str) -> None:
    """What a state will do says nothing of a minister where others speak too or nobody does."""
    assert side(find(text), "Lund") is None


def test_visitors_of_an_embassy_are_not_its_hosts(find: Find) -> None:
    """A president whose visit an embassy announces is not of the state where it is."""
    found = find(
        "There is no plan for a visit by President Ana Quispe to Kenya. The Foreign Minister, Jan"
        " Rojas, may come.",
        above="EMBASSY OF PERU IN KENYA",
        place="Nairobi",
    )
    assert [side(found, name) for name in ("Ana Quispe", "Jan Rojas")] == ["state/peru"] * 2
