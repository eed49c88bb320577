"""Office phrases: the title, whose office it is, and whether it is past."""

from __future__ import annotations

import time

import pytest

from diplograph.mentions.gazetteer import known
from diplograph.mentions.offices import Office, offices


def seen(text: str) -> list[Office]:
    """The office phrases of a text."""
    return list(offices(text, list(known(text))))


@pytest.mark.parametrize(
    ("text", "title", "of"),
    [
        ("Norwegian Foreign Minister Ingrid Dahl", "Foreign Minister", "state/norway"),
        ("Norway's Foreign Minister", "Foreign Minister", "state/norway"),
        ("the Foreign Minister of Norway", "Foreign Minister", "state/norway"),
        ("the Minister of Foreign Affairs of Peru", "Minister of Foreign Affairs", "state/peru"),
        (
            "Luxembourg’s Minister for Foreign and European Affairs",
            "Minister for Foreign and European Affairs",
            "state/luxembourg",
        ),
        ("President of the Republic of Kenya", "President", "state/kenya"),
        ("Kenyan President Amina Otieno", "President", "state/kenya"),
        (
            "First Deputy Foreign Minister of Russia",
            "First Deputy Foreign Minister",
            "state/russia",
        ),
        ("the Emir of Qatar", "Emir", "state/qatar"),
        (
            "NATO Secretary General",
            "Secretary General",
            "organization/north-atlantic-treaty-organization",
        ),
        (
            "the Secretary-General of the United Nations",
            "Secretary-General",
            "organization/united-nations",
        ),
        ("the EU High Representative", "High Representative", "organization/european-union"),
        ("the Ambassador of Ghana", "Ambassador", "state/ghana"),
        ("Indonesian Defense Minister", "Defense Minister", "state/indonesia"),
        ("Minister of Finance of Chile", "Minister of Finance", "state/chile"),
        (
            "the Prime Minister of the Lao People's Democratic Republic",
            "Prime Minister",
            "state/laos",
        ),
        ("Japan's Prime Minister", "Prime Minister", "state/japan"),
        ("U.S. Secretary of State", "Secretary of State", "state/united-states"),
        ("the German Chancellor", "Chancellor", "state/germany"),
        ("Pope", "Pope", "state/holy-see"),
        ("South Korean Vice Foreign Minister", "Vice Foreign Minister", "state/south-korea"),
        (
            "Minister of Trade and Industry of Botswana",
            "Minister of Trade and Industry",
            "state/botswana",
        ),
        ("Turkey's Minister of Defence", "Minister of Defence", "state/turkey"),
    ],
)
def test_title_and_side(text: str, title: str, of: str) -> None:
    """An office is read with its portfolio, and its side whether that stands before or after."""
    assert [(o.title, o.of) for o in seen(text)] == [(title, (of,))]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("the German and French foreign ministers", ["state/germany", "state/france"]),
        ("the foreign ministers of Chile and Peru", ["state/chile", "state/peru"]),
        (
            "the presidents of Kenya, Uganda and Rwanda",
            ["state/kenya", "state/uganda", "state/rwanda"],
        ),
        (
            "the Norwegian, Swedish and Danish prime ministers",
            ["state/norway", "state/sweden", "state/denmark"],
        ),
    ],
)
def test_several_sides(text: str, of: list[str]) -> None:
    """One plural office may belong to several states, in the order of the text."""
    (office,) = seen(text)
    assert (list(office.of), office.plural) == (of, True)


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("former Norwegian Prime Minister Kari Lund", True),
        ("Norway's former Prime Minister Kari Lund", True),
        ("the former President of Kenya", True),
        ("the late King of Jordan", True),
        ("Norwegian Prime Minister Kari Lund", False),
        ("the current Norwegian Prime Minister", False),
        ("the new Foreign Minister of Peru", False),
    ],
)
def test_former_offices_are_former(text: str, former: bool) -> None:
    """An office the text calls past is marked, a present one is not."""
    assert [o.former for o in seen(text)] == [former]


@pytest.mark.parametrize(
    ("text", "determiner"),
    [
        ("the minister left", "the"),
        ("his minister left", "his"),
        ("a minister left", "a"),
        ("Minister Dahl left", None),
        ("the visiting minister left", "the"),
    ],
)
def test_determiner(text: str, determiner: str | None) -> None:
    """The small word before an office is kept: it decides whether somebody certain is meant."""
    assert [o.determiner for o in seen(text)] == [determiner]


@pytest.mark.parametrize(
    "text",
    [
        "presidential elections",
        "ministerial talks",
        "the ministry",
        "a presidency",
        "kingdom",
        "He headed north.",
    ],
)
def test_words_that_contain_an_office_are_none(text: str) -> None:
    """Words made from an office's name are no offices."""
    assert seen(text) == []


def test_body_named_after_an_office_is_no_office() -> None:
    """The "Council of Ministers" is a body, not several ministers."""
    assert [o.head for o in seen("the Nordic Council of Ministers")] == []


def test_a_heap_of_title_words_is_read_in_no_time() -> None:
    """Title words that could be cut in many ways do not make the search run away."""
    text = "deputy foreign affairs " * 400 + "met in Oslo."
    began = time.process_time()
    assert list(offices(text, [])) == []
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Minister of Roads and Urban Development", "Minister of Roads and Urban Development"),
        ("the Minister of Tides and Lagoons, Ingrid Dahl,", "Minister of Tides and Lagoons"),
        ("Secretary for Relations with States", "Secretary for Relations with States"),
        ("President-elect Amina Otieno", "President-elect"),
        ("Prime Minister-designate Kari Lund", "Prime Minister-designate"),
        ("Chargé d'Affaires a.i. Kari Lund", "Chargé d'Affaires a.i."),
        ("the top Peruvian diplomat", "top diplomat"),
        ("World Bank President Kari Lund", "President"),
        ("deputy chairman of the security council", "deputy chairman of the security council"),
    ],
)
def test_titles_no_list_can_foresee(text: str, title: str) -> None:
    """Unknown portfolios, designations and ranks before the state belong to the title."""
    assert [o.title for o in seen(text)] == [title]


@pytest.mark.parametrize(
    "text", ["Mara Pope spoke.", "Ann King, of Oslo", "an official visit", "general elections"]
)
def test_surnames_and_adjectives_are_no_offices(text: str) -> None:
    """A family name that is also a title, or a rank used as an adjective, is no office."""
    assert seen(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On behalf of the Government, Deputy Minister Kim spoke.", ["Deputy Minister"]),
        ("In Parliament, Prime Minister Lund spoke.", ["Prime Minister"]),
        ("Before the Senate, President Lund spoke.", ["President"]),
        ("At the Ministry of Trade, Minister Lund spoke.", ["Minister"]),
        (
            "Trade, Investment and Agriculture Minister Lund spoke.",
            ["Trade, Investment and Agriculture Minister"],
        ),
        ("NATO Foreign Ministers in Bucharest agreed.", ["Foreign Ministers"]),
        ("Prime Minister in Kigali: we agree.", ["Prime Minister"]),
        ("the Norwegian Ambassador in Lima", ["Ambassador in Lima"]),
        ("the Consul General in Lagos", ["Consul General in Lagos"]),
    ],
)
def test_what_stands_around_a_title_is_not_in_it(text: str, expected: list[str]) -> None:
    """Commas join portfolios only, and only envoys hold their office "in" a place."""
    assert [o.title for o in seen(text)] == expected
