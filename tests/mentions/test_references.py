"""Who "he", "the minister" and "both sides" are: one answer, or none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diplograph.mentions import Found

Meant = Callable[..., list[str]]
Find = Callable[..., Found]

DAHL, OTIENO, QUISPE = "person/ingrid-dahl", "person/amina-otieno", "person/tomas-quispe"
TALKS = "Norwegian Foreign Minister Ingrid Dahl met Kenyan Foreign Minister Amina Otieno in Oslo. "
VISIT = "Norwegian Foreign Minister Ingrid Dahl visited Lima on Monday. "


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("She", VISIT + "She spoke of trade.", [DAHL]),
        ("her", VISIT + "The accord was her idea.", [DAHL]),
        ("She", TALKS + "She thanked the guest.", [DAHL]),
        ("He", "Tomas Quispe, Foreign Minister of Peru, arrived in Oslo. He will stay.", [QUISPE]),
        ("he", "Peruvian President Tomas Quispe said that he was pleased.", [QUISPE]),
    ],
)
def test_pronouns(meant: Meant, words: str, text: str, expected: list[str]) -> None:
    """A pronoun means the one person whom the story has been about."""
    assert meant(words, text) == expected


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("He", "He spoke of trade."),
        ("They", "They spoke of trade."),
        (
            "She",
            "Foreign Ministers Ingrid Dahl of Norway and Amina Otieno of Kenya met. She spoke.",
        ),
        ("The two ministers", "The two ministers spoke of trade."),
        ("Both sides", VISIT + "Both sides spoke of trade."),
        ("The two ministers", VISIT + "The two ministers spoke of trade."),
        ("Minister", TALKS + "The Minister spoke of trade."),
    ],
)
def test_two_candidates_are_none(meant: Meant, words: str, text: str) -> None:
    """Where nobody or more than one can be meant, nobody is."""
    assert meant(words, text) == []


def test_what_stays_open_is_counted(find: Find) -> None:
    """Each pronoun that means nobody is counted."""
    assert find("He spoke of trade.").unresolved == 1
    assert find(VISIT + "She spoke of trade.").unresolved == 0


@pytest.mark.parametrize(
    "group",
    [
        "The two ministers",
        "The ministers",
        "Both ministers",
        "The two foreign ministers",
        "The diplomats",
        "The sides",
        "Both sides",
        "The two sides",
        "They",
    ],
)
def test_groups_are_those_named_together(meant: Meant, group: str) -> None:
    """ "The two ministers" and "both sides" are the two who were named together."""
    assert meant(group, TALKS + f"{group} discussed trade.") == [f"{DAHL}, {OTIENO}"]


@pytest.mark.parametrize(
    "group", ["The two countries", "Both countries", "The two states", "Both governments"]
)
def test_countries_are_the_states_of_those_named(meant: Meant, group: str) -> None:
    """ "Both countries" are the states whom the two persons serve."""
    assert meant(group, TALKS + f"{group} share an interest.") == ["state/norway, state/kenya"]


def test_a_group_of_something_else_is_not_that_group(meant: Meant) -> None:
    """ "The ministers of Peru and Chile" are not the two just named."""
    text = TALKS + "The ministers of Peru and Chile agreed."
    assert meant("The ministers", text) == []


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("Minister", VISIT + "The Minister spoke of trade.", [DAHL]),
        ("minister", VISIT + "The minister spoke of trade.", [DAHL]),
        ("Foreign Minister", VISIT + "The Foreign Minister spoke of trade.", [DAHL]),
        (
            "Foreign Minister of Norway",
            VISIT + "Later the Foreign Minister of Norway left.",
            [DAHL],
        ),
        ("Norwegian Foreign Minister", TALKS + "The Norwegian Foreign Minister spoke.", [DAHL]),
        ("Kenyan minister", TALKS + "The Kenyan minister spoke.", [OTIENO]),
        ("Foreign Minister of Kenya", TALKS + "The Foreign Minister of Kenya spoke.", [OTIENO]),
        ("Minister", TALKS + "The Kenyan side left. The Minister spoke.", []),
        ("Peruvian Foreign Minister", "The Peruvian Foreign Minister spoke.", ["state/peru"]),
        ("President of Chile", TALKS + "The President of Chile spoke.", ["state/chile"]),
        ("President", VISIT + "The President spoke.", []),
    ],
)
def test_offices_without_a_name(meant: Meant, words: str, text: str, expected: list[str]) -> None:
    """An office means its one holder in the item, else its state, else nobody."""
    assert meant(words, text) == expected


def test_indefinite_office_is_nobody_in_particular(meant: Meant) -> None:
    """ "A minister" is not the minister named before."""
    assert meant("minister", VISIT + "A minister of another state left.") == []


def test_former_office_is_not_its_present_holder(meant: Meant) -> None:
    """ "The former Norwegian Foreign Minister" is not the present one."""
    text = TALKS + "The former Norwegian Foreign Minister was absent."
    assert DAHL not in meant("Norwegian Foreign Minister", text)


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        (
            "Russian Foreign Ministry",
            "The Russian Foreign Ministry spoke of trade.",
            ["state/russia"],
        ),
        ("Norwegian Government", "The Norwegian Government spoke of trade.", ["state/norway"]),
        ("Kenyan authorities", "Kenyan authorities spoke of trade.", ["state/kenya"]),
        ("Peruvian Embassy", "The Peruvian Embassy spoke of trade.", ["state/peru"]),
        ("Oslo", "Oslo condemned the attack.", ["state/norway"]),
        ("Oslo", "They met in Oslo on Monday.", ["place/oslo"]),
        ("Oslo", "The envoy arrived from Oslo.", ["place/oslo"]),
        ("Nairobi", "Ingrid Dahl will visit Nairobi.", ["place/nairobi"]),
    ],
)
def test_bodies_and_capitals(meant: Meant, words: str, text: str, expected: list[str]) -> None:
    """A ministry is its state; a capital is its state where it acts, a place where one is."""
    assert meant(words, text) == expected


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("We", "MS DAHL: We urge calm.\n\nQUESTION: Why?", [DAHL]),
        ("I", "FOREIGN MINISTER OTIENO: I agree.\n\nQUESTION: Why?", [OTIENO]),
        ("I", "QUESTION: I wonder why.\n\nMS DAHL: Because.", []),
        ("we", "INGRID DAHL: Today we met.\n\nAMINA OTIENO: It was useful.", [DAHL]),
    ],
)
def test_first_person_in_transcripts(
    meant: Meant, words: str, text: str, expected: list[str]
) -> None:
    """ "I" and "we" are whoever has the word; a journalist's are nobody's."""
    title = "Norwegian Foreign Minister Ingrid Dahl and Kenyan Foreign Minister Amina Otieno"
    assert meant(words, text, title=title) == expected


NATO, PERU = "organization/north-atlantic-treaty-organization", "state/peru"


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("Alliance", "NATO's ministers met. The Alliance backs Peru.", [NATO]),
        ("Council", "The Security Council met. The Council adopted a text.",
         ["organization/united-nations-security-council"]),
        ("Kingdom", "The Kingdom of Norway and Peru signed. The Kingdom will pay.",
         ["state/norway"]),
        ("Council", "The Security Council and the European Council met. The Council agreed.", []),
        ("Alliance", "The Alliance of farmers met.", []),
    ],
)  # fmt: skip
def test_short_names(meant: Meant, words: str, text: str, expected: list[str]) -> None:
    """A short name means the one thing the item has named in full, else nothing."""
    assert meant(words, text) == expected


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("premier", "Prime Minister Kari Lund of Norway arrived. The premier spoke.",
         ["person/kari-lund"]),
        ("UN chief", "UN Secretary-General Jan Berg arrived. The UN chief spoke.",
         ["person/jan-berg"]),
        ("Peruvian leader", "Peruvian President Tomas Quispe arrived. The Peruvian leader spoke.",
         [QUISPE]),
        ("top Peruvian diplomat",
         "Peruvian Foreign Minister Tomas Quispe left. The top Peruvian diplomat was glad.",
         [QUISPE]),
        ("Her Majesty", "Queen Sonja of Norway came. Her Majesty spoke.", ["person/sonja"]),
        ("his Kenyan counterpart",
         "Peruvian President Tomas Quispe and Kenyan President Amina Otieno met. Quispe thanked "
         "his Kenyan counterpart.", [OTIENO]),
        ("Secretary-General",
         "NATO Deputy Secretary-General Jan Berg came. The Secretary-General stayed away.", []),
        ("minister", TALKS + "The Kenyan minister said her state was glad.", []),
    ],
)  # fmt: skip
def test_other_titles(meant: Meant, words: str, text: str, expected: list[str]) -> None:
    """Another usual title means the holder of the office; a deputy is not the chief."""
    assert meant(words, text) == expected


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("The three ministers",
         "Foreign Ministers Ingrid Dahl of Norway, Tomas Quispe of Peru and Amina Otieno of Kenya "
         "met. The three ministers spoke.", [f"{DAHL}, {QUISPE}, {OTIENO}"]),
        ("The two ministers",
         "Foreign Ministers Ingrid Dahl of Norway, Tomas Quispe of Peru and Amina Otieno of Kenya "
         "met. The two ministers spoke.", []),
        ("Foreign Ministers",
         "Norwegian Prime Minister Kari Lund met Peruvian Foreign Minister Tomas Quispe and Kenyan "
         "Foreign Minister Amina Otieno. The Prime Minister and Foreign Ministers spoke.",
         [f"{QUISPE}, {OTIENO}"]),
        ("Both sides",
         "Representatives of Norway and Peru met in Lima. Both sides agreed.",
         ["state/norway, state/peru"]),
        ("his", "Foreign Minister Ingrid Dahl came. Peruvian President Tomas Quispe told "
                "Amina Otieno of his plan.", [QUISPE]),
    ],
)  # fmt: skip
def test_counted_groups_and_subjects(
    meant: Meant, words: str, text: str, expected: list[str]
) -> None:
    """A number must fit those who met; a pronoun follows the subject of its own sentence."""
    assert meant(words, text) == expected


@pytest.mark.parametrize("words", ["Government", "Ministry of Foreign Affairs", "Embassy"])
def test_bodies_of_the_publishers_own(meant: Meant, words: str) -> None:
    """A body without a state is the publisher's own, where the publisher is known."""
    text = f"Today the {words} welcomed the accord."
    assert meant(words, text, link="https://www.kremlin.ru/1") == ["state/russia"]
    assert meant(words, text) == []


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        (
            "him",
            "Norwegian Foreign Minister Jan Dahl said that his Peruvian counterpart, Ana Quispe,"
            " had telephoned him.",
            ["person/jan-dahl"],
        ),
        (
            "him",
            "Kenyan Minister Jan Otieno met Ghanaian Minister Ana Mensah. Mensah thanked him and"
            " invited him to Accra.",
            ["person/jan-otieno"] * 2,
        ),
        (
            "him",
            "Norwegian Prime Minister Ana Dahl spoke with Peruvian President Luis Quispe and"
            " assured him of support.",
            ["person/luis-quispe"],
        ),
    ],
)
def test_an_object_is_not_its_own_subject(
    meant: Meant, words: str, text: str, expected: list[str]
) -> None:
    """ "X called him" never means X."""
    assert meant(words, text) == expected


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        (
            "the two",
            "Norway's Ana Dahl, the Foreign Minister, met Peru's Foreign Minister Luis Quispe. Then"
            " the two neighboring villages were visited.",
            [],
        ),
        (
            "Luo",
            "Chinese Vice Premier Luo Hanmin met the press. Luo said trade grew.",
            ["person/luo-hanmin"],
        ),
        (
            "Bounmy",
            "Lao President Bounmy Sengdara met the press. Bounmy said trade grew.",
            ["person/bounmy-sengdara"],
        ),
        (
            "PSC",
            "The Peace and Security Council (PSC) met. Envoys addressed the PSC on Monday.",
            ["organization/african-union-peace-and-security-council"],
        ),
    ],
)
def test_short_forms_of_people_and_bodies(
    meant: Meant, words: str, text: str, expected: list[str]
) -> None:
    """A first word or an abbreviation stands for the one who bears it; a number with a noun does
    not stand for two persons.
    """
    assert meant(words, text)[-1:] == expected


def test_the_chief_of_the_publishing_body(meant: Meant) -> None:
    """The bare "Secretary-General" is the publisher's, not one who is introduced later."""
    text = (
        "The Secretary-General condemned the attack. He met the Secretary-General of the"
        " Organization of American States, Mr. Luis Quispe."
    )
    title = "Statement attributable to the Spokesman for the Secretary-General on Haiti"
    assert meant("Secretary-General", text, title=title)[0] == "organization/united-nations"


@pytest.mark.parametrize(
    ("text", "above", "expected"),
    [
        (
            "The President met the permanent members of the Security Council.",
            "https://www.mfa.gov.tr",
            [],
        ),
        ("The National Security Council of Kenya met.", None, []),
        ("The Security Council of Belarus met in Minsk.", None, []),
        (
            "The United Nations spoke. The Security Council met.",
            "https://www.mfa.gov.tr",
            ["organization/united-nations-security-council"],
        ),
        ("The Security Council met.", None, ["organization/united-nations-security-council"]),
    ],
)
def test_a_state_has_its_own_security_council(
    meant: Meant, text: str, above: str | None, expected: list[str]
) -> None:
    """On a state's page that speaks of no United Nations the Security Council is its own."""
    assert meant("Security Council", text, above=above) == expected
