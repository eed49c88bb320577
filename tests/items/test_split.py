import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplograph.documents import Document, File, Section, read
from diplograph.items import Item, split

TEASER = (
    "The Minister of Foreign Affairs received the Ambassador of Norway in Tallinn and thanked her "
    "for the support. They also spoke about trade."
)
MEETS, STATEMENT = "Minister meets Norwegian ambassador", "Statement on Belarus"


def document(text: str, **fields: object) -> Document:
    """A document of this text."""
    return Document("press/a.txt", text, "", "text/plain", **fields)  # type: ignore[arg-type]


def articles(text: str) -> list[Item]:
    """The items of a plain text."""
    return list(split(document(text)))


def article(text: str) -> Item:
    """The only item of a plain text."""
    (item,) = articles(text)
    return item


def running(text: str) -> str:
    """The running text of its only item."""
    item = article(text)
    return text[item.body : item.end]


@pytest.mark.parametrize(
    ("header", "title", "issued"),
    [
        ("Talks in Oslo\nJune 13, 2017\n\n", "Talks in Oslo", "2017-06-13"),
        ("Talks in Oslo\nBerg, Anna\n22/12/1972\nMedia Release\n\n", "Talks in Oslo", "1972-12-22"),
        (
            "Talks in Oslo\nWed, 7 Jul 2021 08:15:30 +0000\nhttps://mfa.example/1\n\n",
            "Talks in Oslo",
            "2021-07-07",
        ),
        ("Talks in Oslo\n2021-11-05T08:15:00Z, NA\n", "Talks in Oslo", "2021-11-05"),
        (
            "Talks in\xa0Oslo\n\nPUBLISHED : 22 Aug 2024 at 04:00\n\n",
            "Talks in\xa0Oslo",
            "2024-08-22",
        ),
        ("27.05.2020\n\nTalks in Oslo\n\n", "Talks in Oslo", "2020-05-27"),
        ("PRESS RELEASE\n\nTalks in Oslo\n\nOslo, 3rd May 2021\n\n", "Talks in Oslo", "2021-05-03"),
        ("# Talks in Oslo\n*3 May 2021*\n\n", "Talks in Oslo", "2021-05-03"),
        (
            "Daily Briefing – July 7, 2021\nWed, 7 Jul 2021\n\n",
            "Daily Briefing – July 7, 2021",
            "2021-07-07",
        ),
        ("Talks in Oslo\n\n", "Talks in Oslo", None),
        ("Talks in Oslo\n10/09/1976\n\n", "Talks in Oslo", None),
        ("L-R: Anna Berg, Foreign Minister; Credit: MFA\n\n", None, None),
        ("The ministers met in Oslo.\n\n", None, None),
        ("\ufeff\r\nTalks in Oslo\r\n3 May 2021\r\n\r\n", "Talks in Oslo", "2021-05-03"),
    ],
)
def test_title_and_day_of_issue_are_read_from_the_first_lines(
    header: str, title: str | None, issued: str | None
) -> None:
    """Header blocks of many publishers; what is uncertain stays unknown."""
    item = article(header + TEASER)
    assert (item.title, item.issued) == (title, issued)


@pytest.mark.parametrize(
    ("evidence", "issued"),
    [
        ("10 September 1976", "1976-09-10"),
        ("October 9, 1976", "1976-10-09"),
        ("It began on 22/08/1976", "1976-09-10"),
        ("It began on 08/22/1976", "1976-10-09"),
        ("It began on 1 August 1976", None),
    ],
)
def test_an_ambiguous_date_is_read_as_the_rest_of_the_document_says(
    evidence: str, issued: str | None
) -> None:
    """10/09 is September where the document writes days first, October where months."""
    text = f"Letter to the Premier\n10/09/1976\n\nIt was sent from Canberra.\n\n{evidence}.\n"
    assert article(text).issued == issued


@pytest.mark.parametrize(
    ("line", "place", "issued", "event"),
    [
        ("NAIROBI, March 12, 2021 (KBC) — ", "NAIROBI", "2021-03-12", "2021-03-12"),
        ("MOSCOW, March 12. /TASS/. ", "MOSCOW", None, None),
        ("BRUSSELS (Reuters) - ", "BRUSSELS", None, None),
        ("KYIV — ", "KYIV", None, None),
        ("MINISTER BERG — ", None, None, None),
        ("In March — ", None, None, None),
    ],
)
def test_a_dateline_gives_place_and_day_and_is_no_running_text(
    line: str, place: str | None, issued: str | None, event: str | None
) -> None:
    """What stands before the dash of the first sentence is a dateline only if it is surely one."""
    text = f"Kenya and Norway sign accord\n\n{line}{TEASER}"
    item = article(text)
    assert (item.place, item.issued, item.event_date) == (place, issued, event)
    assert text[item.body : item.end] == (TEASER if place else line + TEASER)


def test_a_dateline_without_year_takes_the_nearest_one() -> None:
    """December in a piece issued in January is last year's."""
    item = article(f"Accord signed\n3 January 2021\n\nOSLO, December 30 — {TEASER}")
    assert item.event_date == "2020-12-30"


@pytest.mark.parametrize(
    ("title", "event", "place"),
    [
        ("Remarks following talks with Ivan Maley, Minsk, June 19, 2020", "2020-06-19", "Minsk"),
        (
            "Statement by two ministers, Lagos-Lima, 9 October 2020",
            "2020-10-09",
            "Lagos-Lima",
        ),
        ("Speech at the parade marking the anniversary, 24 June 2020", "2020-06-24", None),
        ("Talks in Oslo", None, None),
    ],
)
def test_a_title_may_end_in_place_and_day_of_the_event(
    title: str, event: str | None, place: str | None
) -> None:
    """The day in a title is the event's, not the day of issue."""
    item = article(f"{title}\n\n{TEASER}")
    assert (item.title, item.event_date, item.place, item.issued) == (title, event, place, None)


def test_a_city_and_state_alone_in_a_line_are_the_place() -> None:
    """The line stays in the text, because offices stand beside it."""
    text = f"Remarks\n3 May 2021\n\nAnna Berg, Foreign Minister\n\nNairobi, Kenya\n\n{TEASER}"
    assert article(text).place == "Nairobi, Kenya"
    assert running(text).startswith("Anna Berg")


def entries(*pieces: str) -> str:
    """A list page under a menu, with a footer."""
    return "\n\n".join(["Home\nMenu", "LATEST EVENTS", *pieces, "all messages"])


BOTH = [(MEETS, "2021-06-03"), (STATEMENT, "2021-05-28")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (entries(f"03.06.2021 - {MEETS}\n\n{TEASER}", f"28.05.2021 - {STATEMENT}\n{TEASER}"), BOTH),
        (
            entries(f"1. 2021-06-03: {MEETS}\n{TEASER}", f"2. 2021-05-28: {STATEMENT}\n{TEASER}"),
            BOTH,
        ),
        (entries(f"{MEETS}\n3 June 2021\n{TEASER}", f"{STATEMENT}\n28 May 2021\n{TEASER}"), BOTH),
        (entries(f"3 June 2021\n{MEETS}\n{TEASER}", f"28 May 2021\n{STATEMENT}\n{TEASER}"), BOTH),
        (entries(f"3 June 2021\n{MEETS}", f"28 May 2021\n{STATEMENT}"), BOTH),
        (
            entries(
                f"## {MEETS}\n*3 June 2021*\n\n{TEASER}", f"## {STATEMENT}\n28/05/2021\n{TEASER}"
            ),
            BOTH,
        ),
        (
            entries(
                f"03 Jun 2021 | Press release\n\n{MEETS}\n\n{TEASER}",
                f"28 May 2021 | Statement\n\n{STATEMENT}\n\n{TEASER}",
            ),
            BOTH,
        ),
        (
            entries(
                f"{MEETS}\nPosted on June 3, 2021 by editor\n\n{TEASER}",
                f"{STATEMENT}\nPosted on May 28, 2021 by editor\n\n{TEASER}",
            ),
            BOTH,
        ),
        (entries(f"{MEETS} (3 June 2021)\n{TEASER}", f"{STATEMENT} – 28 May 2021\n{TEASER}"), BOTH),
        (
            entries(
                "3 June 2021 – The Minister received the Ambassador.",
                "1 June 2021 – The Minister visited Riga.",
                "28 May 2021 – The Minister spoke to his counterpart.",
            ),
            [(None, "2021-06-03"), (None, "2021-06-01"), (None, "2021-05-28")],
        ),
        (
            entries(f"3 June 2021\n{TEASER}", f"28 May 2021\n{TEASER}"),
            [(None, "2021-06-03"), (None, "2021-05-28")],
        ),
        (
            f"Tag Archives: Norway\n\n{MEETS}\n\n{TEASER}\n\n\n{STATEMENT}\n\n“We regret it.”",
            [(MEETS, None), (STATEMENT, None)],
        ),
        (
            f"{MEETS}\n\n{TEASER}\n\nRead more\n\n{STATEMENT}\n\n{TEASER}\n\nRead more",
            [(MEETS, None), (STATEMENT, None)],
        ),
    ],
)
def test_a_list_page_gives_an_item_an_entry(
    text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    """Entries in the patterns of many sites have title and day, without menu and footer."""
    found = articles(text)
    assert [(item.title, item.issued) for item in found] == expected
    assert "Menu" not in "".join(item.text for item in found)
    assert "all messages" not in "".join(item.text for item in found)


@pytest.mark.parametrize(
    "text",
    [
        f"COMMUNIQUÉ\n\nOslo, 3 May 2021\n\n{TEASER}\n\nTrade\n\n{TEASER}\n\nSecurity\n\n{TEASER}",
        f"Letters\n\n3 May 2021\n\nDear Anna,\n\n{TEASER}\n\n4 May 2021\n\nDear Karim,\n\n{TEASER}",
        f"Talks\n3 May 2021\n\nMINISTER BERG: No\n\nQUESTION: Why\n\nMINISTER BERG: {TEASER}",
        f"Talks\n3 May 2021\n\n{TEASER}\n\nSee also\nVisit to Riga\n1 May 2021\nCall\n2 May 2021\n",
        "The Minister of Foreign Affairs received\nthe Ambassador of Norway\nand thanked her.",
        "x",
    ],
)
def test_when_unsure_a_document_is_one_item(text: str) -> None:
    """Parts of a communiqué, letters, turns of speech and links are no articles."""
    assert len(articles(text)) == 1


def test_a_main_article_above_a_list_is_an_item_of_its_own() -> None:
    """The clock, telephone numbers, banners and headings above it belong to nothing."""
    text = (
        "6 July 2020\nOslo: 02:36\nNairobi: 03:36\n\nConsular queries:\n+47 22 00 00 00\n"
        "Apply online for your visa today, quickly and simply\n\nSPEECHES\n\n27.05.2020\n\n"
        f"Remarks after talks, Oslo, May 26, 2020\n\n{TEASER}\n\n{TEASER}\n\nLATEST EVENTS\n\n"
        f"03.06.2020 - {MEETS}\n\n{TEASER}\n\n\n02.06.2020 - {STATEMENT}\n\n{TEASER}\n\nall news\n"
    )
    main, *rest = articles(text)
    assert (main.title, main.issued) == ("Remarks after talks, Oslo, May 26, 2020", "2020-05-27")
    assert (main.event_date, main.place) == ("2020-05-26", "Oslo")
    assert main.text.startswith("27.05.2020")
    assert main.text.endswith("trade.")
    assert [item.title for item in rest] == [MEETS, STATEMENT]


def test_furniture_is_marked_inside_the_item() -> None:
    """Addresses, "See also" and its links, and endings such as ### say nothing about the world."""
    text = (
        f"Talks in Oslo\n3 May 2021\nhttps://mfa.example/1\n\n{TEASER}\n\n24 shares\n\n"
        "(The briefing ended at 2:46 p.m.)\n\n*\\###*\n\nSee also\nVisit to Riga May 1, 2021"
    )
    assert [text[start:end] for start, end in article(text).furniture] == [
        "https://mfa.example/1",
        "24 shares",
        "(The briefing ended at 2:46 p.m.)",
        "*\\###*",
        "See also",
        "Visit to Riga May 1, 2021",
    ]


def test_a_block_of_links_ends_where_running_text_begins() -> None:
    """ "See also" in the middle of a text does not swallow what follows."""
    text = f"Talks in Oslo\n\n{TEASER}\n\nSee also\nVisit to Riga\n\n{TEASER}"
    assert [text[start:end] for start, end in article(text).furniture] == [
        "See also",
        "Visit to Riga",
    ]


def test_front_matter_gives_title_day_and_publisher() -> None:
    """The metadata go before what the lines say; the item starts after them."""
    content = (
        f"---\ntitle: {MEETS}\ndate: '2021-06-03'\nurl: https://www.mfa.example/1\n---\n{TEASER}"
    )
    opened = read(File("press/a.md", None), content.encode())
    assert isinstance(opened, Document)
    (item,) = split(opened)
    assert (item.title, item.issued, item.publisher) == (MEETS, "2021-06-03", "mfa.example")
    assert item.text == TEASER
    assert item.title_span is None


def test_sections_of_a_format_are_items_with_their_fields() -> None:
    """A table row's title, date, place and link are the item's."""
    text = f"{MEETS}\n2021-06-03T10:00:00Z\n\n{TEASER}"
    body = text.index(TEASER)
    row = Section(
        0, len(text), body, MEETS, "2021-06-03T10:00:00Z", "https://mfa.example/1", "Oslo"
    )
    (item,) = split(document(text, sections=(row,)))
    assert (item.title, item.issued, item.place) == (MEETS, "2021-06-03", "Oslo")
    assert (item.title_span, item.publisher) == ((0, len(MEETS)), "mfa.example")
    assert text[item.body : item.end] == TEASER


pieces = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *(TEASER, MEETS, STATEMENT, "3 June 2021", "03.06.2021 - Talks in Oslo"),
                *("See also", "Read more", "Oslo: 02:36", "LATEST EVENTS", "10/09/2021"),
            ]
        ),
        st.text(max_size=30),
    ),
    max_size=12,
)


@given(pieces, st.sampled_from(["\n", "\n\n", "\r\n", "\r\n\r\n\r\n", "\r"]), st.booleans())
def test_offsets_are_right_for_any_text(parts: list[str], end: str, marked: bool) -> None:
    """Every span points into the document's text, and items never overlap."""
    text = ("\ufeff" if marked else "") + end.join(parts)
    after = 0
    for number, item in enumerate(articles(text), 1):
        assert item.number == number
        assert after <= item.start <= item.body <= item.end <= len(text)
        assert item.text == text[item.start : item.end]
        assert all(item.start <= start < stop <= item.end for start, stop in item.furniture)
        if item.title_span:
            assert " ".join(text[slice(*item.title_span)].split()) == " ".join(
                (item.title or "").split()
            )
        after = item.end


def test_the_last_entry_of_a_thousand_is_found() -> None:
    """Long list pages take time in proportion to their length."""
    page = "\n\n".join(f"Meeting no. {n} in Oslo\n3 May 2021\n{TEASER}" for n in range(1000))
    assert articles(page)[-1].title == "Meeting no. 999 in Oslo"


@pytest.mark.parametrize(
    ("header", "title", "issued"),
    [
        (
            "Ministers hold talks\nSource: Agency | 2024-06-03 21:15:30 | Editor: berg\n\n",
            "Ministers hold talks",
            "2024-06-03",
        ),
        (
            "AB/CD/22345\n3 June 2024\nChief Condemns Attack\n\n",
            "Chief Condemns Attack",
            "2024-06-03",
        ),
        (
            "PRESS RELEASE NO. 12/1962\n\nPERU OPENS EMBASSY\n\nOSLO, 5TH MAY, 1962\n\n",
            "PERU OPENS EMBASSY",
            "1962-05-05",
        ),
        ("Talks in Oslo\n3 Jun. 2024\nEnglish\nFrench\n\n", "Talks in Oslo", "2024-06-03"),
        (
            "Talks in Oslo\nPUBLISHED : 3 Jun 2024 at 04:00\nWRITER: Jan Berg\n\n",
            "Talks in Oslo",
            "2024-06-03",
        ),
    ],
)
def test_small_print_of_agencies_and_press_offices(header: str, title: str, issued: str) -> None:
    """Credits, document symbols and language menus are neither titles nor text."""
    text = header + "The ministers met in Oslo on Monday."
    item = article(text)
    assert (item.title, item.issued) == (title, issued)
    assert text[item.body : item.end] == "The ministers met in Oslo on Monday."


def test_byline_below_the_title_is_no_text() -> None:
    """A name and an office between title and text belong to the header."""
    text = "On peace\n3 May 2021\n\nAnna Berg, Minister of Trade\n\nWe welcome the accord."
    assert running(text) == "We welcome the accord."


@pytest.mark.parametrize(
    ("header", "title", "issued"),
    [
        (
            "Federal Foreign Office\n\nForeign Minister Lund on her trip\n\n"
            "3.06.2024 – Press release\n\n",
            "Foreign Minister Lund on her trip",
            "2024-06-03",
        ),
        (
            "Council of the EU\nPress release\n3 June 2024 18:45\n\n"
            "Peru: Declaration on arrests\n\n",
            "Peru: Declaration on arrests",
            "2024-06-03",
        ),
        (
            "Embassy of the Republic of Ghana\nOslo\n\nAmbassador meets minister\n\n"
            "3 June 2024\n\n",
            "Ambassador meets minister",
            "2024-06-03",
        ),
        (
            "3 JUN, 16:22\nUpdated at: 17:05, 3 Jun 2024\n\nNo talks planned, diplomat says\n\n",
            "No talks planned, diplomat says",
            "2024-06-03",
        ),
        (
            "Ministers hold talks\n\nMinistry of Foreign Affairs, Republic of Korea\n"
            "2024-06-03\n\n",
            "Ministers hold talks",
            "2024-06-03",
        ),
        (
            "CONFIDENTIAL\n\nTalks in Oslo\n3 June 1964\n\n",
            "Talks in Oslo",
            "1964-06-03",
        ),
    ],
)
def test_letterheads_and_classifications_are_no_titles(
    header: str, title: str, issued: str
) -> None:
    """Who publishes, how secret it is and the clock stand above or below a title, not for it."""
    item = article(header + "The ministers met in Oslo on Monday.")
    assert (item.title, item.issued) == (title, issued)
