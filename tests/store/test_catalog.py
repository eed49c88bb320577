"""What the catalog keeps of documents, and what it says is still to be described."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from diplograph import store
from diplograph.errors import StoreError
from diplograph.identity import Directory, Reading, Source, resolve
from diplograph.interactions.record import Interaction, Role
from diplograph.items.record import Item
from diplograph.mentions.record import Entity
from diplograph.store import catalog
from diplograph.store.catalog import Catalog, Program, Skipped
from diplograph.vocabulary.namespaces import item as item_iri

PROGRAM = Program("0.1.0", "en_core_web_sm", "3.8.0", "9f2c")
NOBODY = Directory({}, {})


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Catalog]:
    """The catalog of a new store."""
    store.open(tmp_path / "store", create=True).close()
    with catalog.open(tmp_path / "store") as opened:
        yield opened


def told(document: str, *people: tuple[str, str | None], number: int = 1) -> Reading:
    """An item in which persons, each of a state, meet."""
    entities = tuple(Entity(f"person/{n}", "Person", n, state=s) for n, s in people)
    roles = tuple(Role("participant", entity.key) for entity in entities)
    meeting = Interaction("Meeting", "actual", roles, (), ((0, 5),))
    source = Source(document, "d1", "text/plain", title="A visit")
    item = Item(document, number, 0, 9, 0, "")
    return Reading(source, item, entities, (), (), (meeting,), {(0, 5): "They "})


def put(kept: Catalog, *readings: Reading, program: Program = PROGRAM) -> None:
    """Keep readings of one document."""
    kept.put(readings[0].source, program, readings)


def describe(kept: Catalog) -> list[str]:
    """Describe what is to be described, as the pipeline does; returns the documents of it."""
    kept.outdate(PROGRAM)
    readings = kept.to_describe(100)
    kept.mark_described([resolve(reading, NOBODY) for reading in readings], NOBODY)
    kept.mark_complete()
    return [reading.source.identifier for reading in readings]


def test_a_reading_is_kept_until_it_is_described(kept: Catalog) -> None:
    """What was put comes back whole, in order, once."""
    second, first = told("b.txt", ("Omar Khalil", None)), told("a.txt", ("Ann Lee", None))
    put(kept, second)
    put(kept, first)
    assert kept.to_describe(1) == (first,)
    assert kept.to_describe(9) == (first, second)
    describe(kept)
    assert kept.to_describe(9) == ()


@pytest.mark.parametrize(
    ("digest", "program", "unchanged"),
    [
        ("d1", PROGRAM, True),
        ("d2", PROGRAM, False),
        ("d1", Program("0.2.0", "en_core_web_sm", "3.8.0", "9f2c"), False),
        ("d1", Program("0.1.0", "en_core_web_lg", "3.8.0", "9f2c"), False),
        ("d1", Program("0.1.0", "en_core_web_sm", "3.8.0", "77aa"), False),
        ("d1", Program("0.1.0", "en_core_web_sm", "3.8.0", "9f2c", "body=Text"), False),
        ("d1", replace(PROGRAM, reader="llm"), False),
        ("d1", replace(PROGRAM, llm="some-model"), False),
    ],
)
def test_a_document_is_unchanged_for_the_same_bytes_and_program(
    kept: Catalog, digest: str, program: Program, unchanged: bool
) -> None:
    """Another version, model, vocabulary, option or reader reads a file anew."""
    put(kept, told("a.txt", ("Ann Lee", None)))
    assert kept.is_unchanged("a.txt", digest, program) is unchanged


def test_a_document_can_be_looked_at_again_though_it_is_unchanged(kept: Catalog) -> None:
    """What it said stays until then."""
    put(kept, told("a.txt", ("Ann Lee", None)))
    kept.look_again("a.txt")
    assert not kept.is_unchanged("a.txt", "d1", PROGRAM)
    assert kept.is_known("a.txt") and kept.identifiers() == ("a.txt",)


def test_items_that_a_new_version_lacks_are_stale(kept: Catalog) -> None:
    """Of two items one is left: the graph of the other has to go."""
    put(kept, told("a.txt"), told("a.txt", number=2))
    put(kept, told("a.txt"))
    assert kept.stale() == (item_iri("a.txt", 2),)
    kept.forget_stale()
    assert kept.stale() == ()


def test_a_forgotten_document_leaves_only_stale_graphs(kept: Catalog) -> None:
    """Its readings, names and interactions are no longer counted."""
    put(kept, told("a.txt", ("Ann Lee", None)))
    describe(kept)
    kept.forget("a.txt")
    assert kept.stale() == (item_iri("a.txt", 1),)
    assert (kept.identifiers(), list(kept.named(NOBODY)), kept.counts().interactions) == (
        (),
        [],
        {},
    )


def test_a_name_of_two_states_outdates_every_item_that_has_it(kept: Catalog) -> None:
    """Only the items with the name are described again, when it parts and when it joins."""
    put(kept, told("a.txt", ("Ann Lee", "state/norway")))
    put(kept, told("b.txt", ("Ann Lee", None)))
    put(kept, told("c.txt", ("Omar Khalil", "state/norway")))
    assert describe(kept) == ["a.txt", "b.txt", "c.txt"]
    put(kept, told("d.txt", ("Ann Lee", "state/kenya")))
    assert describe(kept) == ["a.txt", "b.txt", "d.txt"]
    assert kept.shared() == {"ann-lee"}
    kept.forget("d.txt")
    assert describe(kept) == ["a.txt", "b.txt"]
    assert kept.shared() == frozenset()


def test_another_program_describes_everything_again(kept: Catalog) -> None:
    """A new vocabulary outdates all graphs, though no document is read again."""
    put(kept, told("a.txt", ("Ann Lee", None)))
    describe(kept)
    newer = Program("0.1.0", "en_core_web_sm", "3.8.0", "77aa")
    assert kept.is_complete(PROGRAM) and not kept.is_complete(newer)
    kept.outdate(newer)
    assert len(kept.to_describe(9)) == 1


def test_any_change_makes_the_graphs_incomplete(kept: Catalog) -> None:
    """A build that is cut off after this leaves a store that the next build completes."""
    assert not kept.is_complete(PROGRAM)
    describe(kept)
    assert kept.is_complete(PROGRAM)
    put(kept, told("a.txt"))
    assert not kept.is_complete(PROGRAM)


def test_a_document_that_breaks_off_is_not_kept_in_part(kept: Catalog) -> None:
    """All items of a document are kept, or the earlier ones stay."""
    put(kept, told("a.txt", ("Ann Lee", None)))

    def breaking() -> Iterator[Reading]:
        yield told("a.txt", ("Omar Khalil", None))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        kept.put(told("a.txt").source, PROGRAM, breaking())
    assert kept.to_describe(9) == (told("a.txt", ("Ann Lee", None)),)


def test_what_was_skipped_is_remembered(kept: Catalog) -> None:
    """The reasons come back in order, until the file is read again."""
    reasons = (
        Skipped("a.csv", "row 3 has no body"),
        Skipped("a.csv", "RuntimeError", "item 2", failed=True),
    )
    kept.put(Source("a.csv", "d1", "text/csv"), PROGRAM, reasons)
    assert tuple(kept.skipped("a.csv")) == reasons
    kept.put_unreadable(Skipped("a.csv", "The file is empty."), "d2", PROGRAM)
    assert [skipped.reason for skipped in kept.skipped("a.csv")] == ["The file is empty."]
    assert kept.is_known("a.csv") and kept.is_unchanged("a.csv", "d2", PROGRAM)


def test_the_name_that_most_items_use_is_the_canonical_one(kept: Catalog) -> None:
    """Names are counted over all documents, whatever their order."""
    for document, name in [("a.txt", "Ann LEE"), ("b.txt", "Ann Lee"), ("c.txt", "Ann Lee")]:
        put(kept, told(document, (name, None)))
    describe(kept)
    assert [named.name for named in kept.named(NOBODY)] == ["Ann Lee"]


def test_programs_name_the_graphs_of_what_they_read(kept: Catalog) -> None:
    """A program whose documents have all been read again is forgotten."""
    older = Program("0.0.9", "en_core_web_sm", "3.8.0", "9f2c")
    put(kept, told("a.txt"), program=older)
    put(kept, told("a.txt"))
    assert list(kept.programs()) == [(PROGRAM, (item_iri("a.txt", 1),))]


def damaged(file: Path) -> None:
    """Write over the file's head."""
    file.write_bytes(b"no database" * 100)


def newer(file: Path) -> None:
    """Give the file the format number of a later version."""
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()


@pytest.mark.parametrize(
    ("spoil", "message"),
    [(damaged, "damaged. Build a new store"), (newer, "another version of diplograph")],
)
def test_a_catalog_that_cannot_be_used_says_what_to_do(
    tmp_path: Path, spoil: Callable[[Path], None], message: str
) -> None:
    """Damage and another version end in a message, not in an exception of SQLite's."""
    store.open(tmp_path, create=True).close()
    catalog.open(tmp_path).close()
    spoil(tmp_path / "catalog.sqlite")
    with pytest.raises(StoreError, match=message):
        catalog.open(tmp_path)


def test_a_folder_without_a_store_has_no_catalog(tmp_path: Path) -> None:
    """The catalog is never made in a folder that is no store."""
    with pytest.raises(StoreError):
        catalog.open(tmp_path)
    assert not catalog.exists(tmp_path)
