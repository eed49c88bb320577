"""What readers of the authority lists may rely on: rows that are unique, resolve and say whence."""

from __future__ import annotations

import csv
import re
from collections import Counter

import pytest

from diplograph.vocabulary.files import folder
from diplograph.vocabulary.namespaces import slug

Row = dict[str, str]

COLUMNS = {
    "states": "id,name,official,demonyms,adjectives,capital,metonyms,aliases,iso2,wikidata,"
    "from,until,source",
    "organizations": "id,name,abbreviations,aliases,kind,parent,seat,wikidata,source",
    "groupings": "id,name,abbreviations,aliases,members,wikidata,source",
    "instruments": "id,name,abbreviations,aliases,kind,year,parties,wikidata,source",
    "places": "id,name,aliases,kind,state,latitude,longitude,wikidata,source",
    "people": "id,name,aliases,state,wikidata,from,until,source",
}
FORMS = (
    "name",
    "official",
    "abbreviations",
    "aliases",
    "adjectives",
    "demonyms",
    "capital",
    "metonyms",
)
KINDS = {
    "organizations": {"organization", "organ", "armed-group"},
    "instruments": {"treaty", "agreement", "charter", "declaration", "plan", "resolution"},
    "places": {"city", "region", "sea", "building", "continent"},
}
LISTS = tuple(COLUMNS)


def read(name: str) -> list[Row]:
    """The rows of one authority list."""
    path = folder("ontology") / "authority" / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def several(cell: str) -> list[str]:
    """The values of a cell that holds several."""
    return [text for text in cell.split("|") if text]


def ids(*names: str) -> set[str]:
    """The ids of all rows of these lists."""
    return {row["id"] for name in names for row in read(name)}


def forms(row: Row) -> set[str]:
    """Every form in which a text may name what the row stands for."""
    return {form for column in FORMS for form in several(row.get(column, ""))}


def repeated(values: list[str]) -> list[str]:
    """The values that occur more than once."""
    return sorted(value for value, count in Counter(values).items() if count > 1)


@pytest.mark.parametrize("name", LISTS)
def test_every_list_has_its_columns_and_unix_line_ends(name: str) -> None:
    """A list is UTF-8 without byte order mark, with LF line ends and its own header."""
    text = (folder("ontology") / "authority" / f"{name}.csv").read_bytes().decode("utf-8")
    assert text.splitlines()[0] == COLUMNS[name]
    assert "\r" not in text


@pytest.mark.parametrize("name", LISTS)
def test_an_id_is_a_slug_and_names_one_row(name: str) -> None:
    """An id can stand in an IRI as it is, names one row, and rows are sorted by it."""
    found = [row["id"] for row in read(name)]
    assert [i for i in found if i != slug(i)] == []
    assert repeated(found) == []
    assert found == sorted(found)


@pytest.mark.parametrize("name", LISTS)
def test_a_form_means_one_row_only(name: str) -> None:
    """Whatever form a text uses, at most one row of a list is meant: ambiguous ones are left out.

    Letter case counts: "WHO" is an organization, "who" is a word.
    """
    assert repeated([form for row in read(name) for form in forms(row)]) == []


@pytest.mark.parametrize("name", LISTS)
def test_a_form_is_clean_text(name: str) -> None:
    """No form has blanks around it, doubled blanks, or fewer than two characters."""
    found = [form for row in read(name) for form in forms(row)]
    assert [f for f in found if f != " ".join(f.split()) or len(f) < 2] == []


@pytest.mark.parametrize("name", LISTS)
def test_every_row_has_a_name_and_says_where_it_comes_from(name: str) -> None:
    """A row without name or source is of no use to anyone."""
    assert [row["id"] for row in read(name) if not (row["name"] and row["source"])] == []


@pytest.mark.parametrize("name", LISTS)
def test_a_wikidata_id_is_well_formed_and_used_once(name: str) -> None:
    """Two rows of a list are never the same Wikidata entity."""
    found = [row["wikidata"] for row in read(name) if row["wikidata"]]
    assert [q for q in found if not re.fullmatch(r"Q[1-9]\d*", q)] == []
    assert repeated(found) == []


@pytest.mark.parametrize("name", LISTS)
def test_a_wikidata_id_says_where_it_was_checked(name: str) -> None:
    """No id from memory: a row with an id names what confirms it, a row without claims nothing."""
    for row in read(name):
        checked = "id: " in row["source"] or "name and id" in row["source"]
        assert checked == bool(row["wikidata"]), row["id"]


@pytest.mark.parametrize("name", sorted(KINDS))
def test_a_kind_is_one_of_the_known_ones(name: str) -> None:
    """Organizations, instruments and places each have a closed set of kinds, all of them used."""
    assert {row["kind"] for row in read(name)} == KINDS[name]


@pytest.mark.parametrize(
    ("name", "column", "targets"),
    [
        ("organizations", "parent", ("organizations", "states")),
        ("groupings", "members", ("states",)),
        ("instruments", "parties", ("states", "organizations")),
        ("places", "state", ("states",)),
        ("people", "state", ("states",)),
    ],
)
def test_a_reference_finds_its_row(name: str, column: str, targets: tuple[str, ...]) -> None:
    """Whatever a row refers to by id exists in the list it refers to."""
    known = ids(*targets)
    assert [
        (row["id"], target)
        for row in read(name)
        for target in several(row[column])
        if target not in known
    ] == []


@pytest.mark.parametrize(("name", "column"), [("states", "capital"), ("organizations", "seat")])
def test_a_capital_or_seat_is_a_known_place(name: str, column: str) -> None:
    """Capitals of states and seats of organizations are among the places."""
    known = {form for row in read("places") for form in forms(row)}
    cities = [row[column] for row in read(name) if row[column]]
    assert [city for city in cities if city not in known] == []


def test_no_organization_is_its_own_ancestor() -> None:
    """From any organ its parents lead to the top."""
    parent = {row["id"]: row["parent"] for row in read("organizations")}
    for start in parent:
        seen, here = set(), start
        while here:
            assert here not in seen, start
            seen.add(here)
            here = parent.get(here, "")


def test_every_state_has_a_wikidata_id() -> None:
    """States are aligned with Wikidata without exception."""
    assert [row["id"] for row in read("states") if not row["wikidata"]] == []


def test_every_country_of_iso_3166_code_is_listed_once() -> None:
    """Today's states and territories carry their two-letter code; no two carry the same."""
    codes = [row["iso2"] for row in read("states") if row["iso2"]]
    assert [code for code in codes if not re.fullmatch(r"[A-Z]{2}", code)] == []
    assert repeated(codes) == []
    assert len(codes) >= 195


@pytest.mark.parametrize("name", ["states", "people"])
def test_from_is_not_after_until(name: str) -> None:
    """Where both years are known they are in order."""
    spans = [(row["from"], row["until"], row["id"]) for row in read(name)]
    years = [year for begin, end, _ in spans for year in (begin, end) if year]
    assert [year for year in years if not re.fullmatch(r"\d{4}", year)] == []
    assert [i for begin, end, i in spans if begin and end and begin > end] == []


def test_a_place_lies_on_earth() -> None:
    """Coordinates are decimal degrees."""
    for row in read("places"):
        assert -90 <= float(row["latitude"]) <= 90, row["id"]
        assert -180 <= float(row["longitude"]) <= 180, row["id"]


def test_a_person_is_listed_by_full_names_only() -> None:
    """A surname alone is never in the list: who is meant by it is for the text to say."""
    short = [form for row in read("people") for form in forms(row) if len(form.split()) < 2]
    assert short == []


def test_a_person_is_not_listed_by_role_and_one_name() -> None:
    """ "King Salman" or "Lord Robertson" is no full name; a pope has no other in use."""
    roles = {"King", "Queen", "Lord", "Cardinal", "Marshal", "Mullah", "Ayatollah", "President"}
    found = [form for row in read("people") for form in forms(row)]
    assert [f for f in found if len(f.split()) == 2 and f.split()[0] in roles] == []


@pytest.mark.parametrize(
    ("names", "least"),
    [
        (("states",), 240),
        (("organizations", "groupings"), 300),
        (("instruments",), 300),
        (("places",), 1000),
        (("people",), 1500),
    ],
)
def test_the_lists_are_long_enough_to_be_useful(names: tuple[str, ...], least: int) -> None:
    """A list that lost its rows is noticed."""
    assert sum(len(read(name)) for name in names) >= least


def test_only_capitals_and_city_states_are_shared_between_lists() -> None:
    """A form stands in two lists only where a capital is both a place and its government."""
    owners: dict[str, set[str]] = {}
    for name in LISTS:
        for row in read(name):
            for form in forms(row):
                owners.setdefault(form, set()).add(name)
    shared = {form: lists for form, lists in owners.items() if len(lists) > 1}
    assert {form: lists for form, lists in shared.items() if lists != {"states", "places"}} == {}


@pytest.mark.parametrize(
    ("name", "form", "expected"),
    [
        ("states", "Russian Federation", "russia"),
        ("states", "U.S.", "united-states"),
        ("states", "Burma", "myanmar"),
        ("states", "Quai d'Orsay", "france"),
        ("states", "Soviet", "soviet-union"),
        ("organizations", "OSCE", "organization-for-security-and-co-operation-in-europe"),
        ("organizations", "UN Security Council", "united-nations-security-council"),
        ("organizations", "CSTO Foreign Ministers Council", "csto-council-of-foreign-ministers"),
        ("groupings", "the Six", "p5-1"),
        ("groupings", "BeNeLux", "benelux"),
        ("instruments", "Iran nuclear deal", "joint-comprehensive-plan-of-action"),
        ("instruments", "Minsk agreements", "minsk-agreements"),
        ("places", "Kiev", "kyiv"),
        ("places", "Donbass", "donbas"),
        ("people", "Sergei Lavrov", "sergey-lavrov"),
        ("people", "Antony J. Blinken", "antony-blinken"),
        ("people", "Aleksandr Lukashenko", "alexander-lukashenko"),
    ],
)
def test_the_usual_forms_find_their_row(name: str, form: str, expected: str) -> None:
    """The ways in which documents name the best-known actors all lead to the same row."""
    assert [row["id"] for row in read(name) if form in forms(row)] == [expected]
