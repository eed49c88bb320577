"""Dates with the precision the text gives."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplograph.mentions.dates import dates

MONDAY = date(2024, 5, 6)


def read(text: str, anchor: date | None = MONDAY, future: bool = False) -> list[str | None]:
    """The dates of a text as "begin" or "begin/end"."""
    return [
        m.when and (m.when.begin if m.when.begin == m.when.end else f"{m.when.begin}/{m.when.end}")
        for m in dates(text, anchor, future)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 3 May 2019", ["2019-05-03"]),
        ("on 3rd May 2019", ["2019-05-03"]),
        ("on the 3rd of May 2019", ["2019-05-03"]),
        ("on Friday, 3 May 2019,", ["2019-05-03"]),
        ("May 3, 2019", ["2019-05-03"]),
        ("Sept. 9, 2019", ["2019-09-09"]),
        ("2019-05-03", ["2019-05-03"]),
        ("2019-05-03T10:00:00Z", ["2019-05-03"]),
        ("03.05.2019", ["2019-05-03"]),
        ("22/12/1972", ["1972-12-22"]),
        ("Monday, 6/2/2017", ["2017-02-06"]),
        ("12/22/1972", ["1972-12-22"]),
        ("05/05/1972", ["1972-05-05"]),
        ("27 and 28 February 2020", ["2020-02-27/2020-02-28"]),
        ("27-28 February 2020", ["2020-02-27/2020-02-28"]),
        ("July 8 to July 15, 2023", ["2023-07-08/2023-07-15"]),
        ("July 18–25, 2023", ["2023-07-18/2023-07-25"]),
        ("in June 2020", ["2020-06"]),
        ("in 1998", ["1998"]),
        ("since 2014", ["2014"]),
        ("on 3 May 2019 and on 4 June 2020", ["2019-05-03", "2020-06-04"]),
        ("MAY 3, 2019", ["2019-05-03"]),
        ("2019/05/03", ["2019-05-03"]),
        ("22-24.08.2024", ["2024-08-22/2024-08-24"]),
        ("from 28 December 2022 to 2 January 2023", ["2022-12-28/2023-01-02"]),
        ("Dec. 30, 2022 – Jan. 2, 2023", ["2022-12-30/2023-01-02"]),
        ("in spring 2023", ["2023"]),
        ("in Q3 2023", ["2023"]),
    ],
)
def test_whole_dates_need_no_anchor(text: str, expected: list[str]) -> None:
    """A date with its year is read as it stands, in every usual way of writing it."""
    assert read(text, None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 3 May", "2024-05-03"),
        ("on 20 December", "2023-12-20"),
        ("on April 2", "2024-04-02"),
        ("in November", "2023-11"),
        ("in March", "2024-03"),
        ("last November", "2023-11"),
        ("on Friday", "2024-05-03"),
        ("last Friday", "2024-05-03"),
        ("on Monday", "2024-05-06"),
        ("last Monday", "2024-04-29"),
        ("today", "2024-05-06"),
        ("this morning", "2024-05-06"),
        ("yesterday", "2024-05-05"),
        ("tomorrow", "2024-05-07"),
        ("last month", "2024-04"),
        ("last year", "2023"),
        ("this year", "2024"),
        ("next year", "2025"),
        ("two days ago", "2024-05-04"),
        ("three months ago", "2024-02"),
        ("five years ago", "2019"),
    ],
)
def test_relative_dates_count_from_the_anchor(text: str, expected: str) -> None:
    """Looking back from Monday 6 May 2024, an incomplete date is the nearest one before."""
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in November", "2024-11"),
        ("on 20 December", "2024-12-20"),
        ("on Friday", "2024-05-10"),
        ("next Monday", "2024-05-13"),
        ("in March", "2025-03"),
        ("tomorrow", "2024-05-07"),
        ("next month", "2024-06"),
    ],
)
def test_looking_ahead(text: str, expected: str) -> None:
    """In a sentence about what is to come, an incomplete date is the next one."""
    assert read(text, future=True) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "on Friday",
        "today",
        "last month",
        "on 3 May",
        "two years ago",
        "31 June 2020",
        "30.02.2020",
        "2020-13-01",
        "4/5/2020",
    ],
)
def test_what_cannot_be_known_is_not_guessed(text: str) -> None:
    """Without an anchor, with a day that does not exist or in either order, the date stays open."""
    assert set(read(text, None)) <= {None}


@pytest.mark.parametrize(
    "text",
    [
        "may meet",
        "they march on",
        "the second of two",
        "12 tons",
        "Article 5",
        "in 30 days",
        "Resolution 2202",
        "3.5 million",
        "24/7",
    ],
)
def test_no_dates(text: str) -> None:
    """Verbs, amounts and numbers of articles are no dates."""
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("in June 2020", ("2020-06-01", "2020-06-30")),
        ("in February 2024", ("2024-02-01", "2024-02-29")),
        ("in 1998", ("1998-01-01", "1998-12-31")),
        ("last week", ("2024-04-29", "2024-05-05")),
        ("this week", ("2024-05-06", "2024-05-12")),
        ("on 27 and 28 February 2020", ("2020-02-27", "2020-02-28")),
    ],
)
def test_bounds_are_whole_days(text: str, bounds: tuple[str, str]) -> None:
    """However vague a date is, the days it lies between are whole."""
    (found,) = dates(text, MONDAY)
    assert found.when is not None
    assert (found.when.earliest, found.when.latest) == bounds


@pytest.mark.parametrize(
    ("text", "explicit"),
    [
        ("3 May 2019", True),
        ("2019-05-03", True),
        ("3 May", False),
        ("yesterday", False),
        ("in 1998", True),
    ],
)
def test_explicit_dates_carry_their_year(text: str, explicit: bool) -> None:
    """Only a date with its own year is explicit."""
    assert [m.explicit for m in dates(text, MONDAY)] == [explicit]


@pytest.mark.parametrize(
    "text",
    ["4000000 days ago", "12000 years ago", "May 0000", "on 31 February 2024", "tomorrow"],
)
def test_days_outside_the_calendar_are_unknown(text: str) -> None:
    """A date that no calendar has is written but unknown, and never an error."""
    (found,) = dates(text, date(9999, 12, 31))
    assert found.when is None


_PIECES = st.sampled_from(
    [
        "3",
        "31",
        "May",
        "february",
        "2020",
        "12.",
        "/",
        "-",
        " ",
        "Friday",
        "last ",
        "ago",
        "two ",
        "week",
        "\n",
        "٣",
        "²",
        "9" * 30,
        "😀",
        "of",
        "to",
    ]
)


@given(
    text=st.lists(_PIECES, max_size=14).map("".join) | st.text(max_size=60),
    anchor=st.none() | st.dates(),
    future=st.booleans(),
)
def test_any_text_gives_ordered_exact_dates(text: str, anchor: date | None, future: bool) -> None:
    """Whatever the text and the anchor, dates are read without a crash, in order and in bounds."""
    end = 0
    for found in dates(text, anchor, future):
        assert end <= found.start < found.end <= len(text)
        end = found.end
        if found.when:
            assert found.when.earliest <= found.when.latest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in October last year", ["2023-10"]),
        ("in October of this year", ["2024-10"]),
        ("on 3 May of last year", ["2023-05-03"]),
        ("this coming Friday", ["2024-05-10"]),
        ("the day after tomorrow", ["2024-05-08"]),
        ("the day before yesterday", ["2024-05-04"]),
        ("your note of the 2nd instant", ["2024-05-02"]),
        ("our note of 28th ultimo", ["2024-04-28"]),
        ("on the 3rd of this month", ["2024-05-03"]),
    ],
)
def test_days_and_months_told_from_today(text: str, expected: list[str]) -> None:
    """What is told from today is counted from the anchor, forward and back."""
    assert read(text) == expected
