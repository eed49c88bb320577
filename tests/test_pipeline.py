"""From files to the store: what is read when, and that only the documents decide the graph."""

from __future__ import annotations

import gc
import os
import resource
import shutil
import subprocess
import sys
import weakref
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path

import pytest

from diplograph import documents, mentions, pipeline, store
from diplograph.errors import DiplographError, StoreError, UsageProblem
from diplograph.items import Item
from diplograph.pipeline import Report
from diplograph.readers import Reader, rules
from diplograph.store import catalog

VISIT = "Visit\n\nIngrid Dahl (norway) met Amina Otieno (kenya) on 2025-03-14.\n"
READOUT = "Readout\n\nAmina Otieno (kenya) met Ingrid Dahl on 2025-03-14.\n"
TALKS = "Talks\n\nIngrid Dahl (norway) met Omar Khalil (sudan) on 2025-05-02.\n"
NAMESAKE = "Namesake\n\nIngrid Dahl (denmark) met Omar Khalil (sudan) on 2025-06-01.\n"
STORY = {"visit.txt": VISIT, "readout.txt": READOUT, "talks.txt": TALKS, "namesake.txt": NAMESAKE}

Build = Callable[..., Report]


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
    """`build("press")` builds the store "store" from the folder "press", without a model."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    monkeypatch.chdir(tmp_path)
    load = import_module("told_reader").load

    def run(*paths: str, into: str = "store", **options: object) -> Report:
        return pipeline.build(paths or ("press",), into, load=load, **options)  # type: ignore[arg-type]

    return run


@pytest.fixture
def press(tmp_path: Path) -> Callable[..., None]:
    """`press(**{"visit.txt": VISIT})` puts documents into the folder "press"."""
    folder = tmp_path / "press"
    folder.mkdir()

    def put(**texts: str) -> None:
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8")

    return put


def exported(folder: str = "store") -> bytes:
    """The whole store, in canonical order."""
    target = Path(folder + ".nq")
    with store.open(folder, read_only=True) as opened:
        opened.export("nquads", target)
    return target.read_bytes()


def rows(query: str) -> list[tuple[str, ...]]:
    """What a SELECT over the store finds, as text."""
    with store.open("store", read_only=True) as opened:
        found = opened.query(query)
        assert isinstance(found, store.Solutions)
        return [tuple(str(term) for term in row) for row in found.rows]


PEOPLE = "SELECT DISTINCT ?iri { ?iri a dip:Person } ORDER BY ?iri"


def people() -> list[str]:
    """The last part of the IRI of everyone in the store."""
    return [iri.rpartition("/")[2] for (iri,) in rows(PEOPLE)]


def test_documents_become_a_graph_with_the_sentence_behind_every_fact(
    build: Build, press: Callable[..., None]
) -> None:
    """A meeting that a document tells is in the store, with those who met and the words."""
    press(**{"visit.txt": VISIT})
    report = build()
    assert (report.read, report.store.items, report.store.interactions) == (1, 1, {"Meeting": 1})
    assert rows(
        """SELECT ?one ?other ?words { ?meeting a dip:Meeting ; dip:participant ?a, ?b ;
        dip:evidence/oa:hasSelector/oa:exact ?words .
        ?a skos:prefLabel ?one . ?b skos:prefLabel ?other FILTER(STR(?one) < STR(?other)) }"""
    ) == [("Amina Otieno", "Ingrid Dahl", VISIT.splitlines()[2])]


def test_two_sides_of_one_meeting_tell_of_one_meeting(
    build: Build, press: Callable[..., None]
) -> None:
    """The visit and the readout of the same day give one interaction with two sentences."""
    press(**{"visit.txt": VISIT, "readout.txt": READOUT})
    assert build().store.interactions == {"Meeting": 1}
    query = "SELECT (COUNT(DISTINCT ?e) AS ?n) { ?meeting a dip:Meeting ; dip:evidence ?e }"
    assert rows(query) == [("2",)]


def state_of(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Every file below a folder, with the time of its last change and its bytes."""
    return {
        str(path): (path.stat().st_mtime_ns, path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_second_build_changes_nothing_and_reads_nothing(
    build: Build, press: Callable[..., None], tmp_path: Path
) -> None:
    """No file of the store is touched and no reader is made where no document has changed."""
    press(**STORY)
    first = build()
    before = state_of(tmp_path / "store")

    def never() -> Reader:
        raise AssertionError("the reader was made")

    second = pipeline.build(["press"], "store", load=never)
    assert state_of(tmp_path / "store") == before
    assert (second.read, second.unchanged, second.store) == (0, 4, first.store)


def test_what_is_less_certain_can_be_left_out(build: Build, press: Callable[..., None]) -> None:
    """Another threshold is another reading: everything is read anew."""
    press(**{"visit.txt": VISIT, "talks.txt": TALKS})
    assert build().store.interactions == {"Meeting": 2}
    stricter = build(min_confidence=0.51)  # the reader's facts have 0.5
    assert (stricter.read, stricter.store.interactions) == (2, {})
    assert build(min_confidence=0.51).unchanged == 2
    assert build(min_confidence=0.5).store.interactions == {"Meeting": 2}


def test_a_changed_document_replaces_its_items_only(
    build: Build, press: Callable[..., None]
) -> None:
    """What the old text said is gone, what others say stays."""
    press(**{"visit.txt": VISIT, "talks.txt": TALKS})
    build()
    press(**{"visit.txt": "Visit\n\nLeila Haddad (egypt) met Omar Khalil on 2025-01-02.\n"})
    report = build()
    assert (report.read, report.changed, report.unchanged) == (1, 1, 1)
    assert people() == ["ingrid-dahl", "leila-haddad", "omar-khalil"]


def test_a_removed_document_takes_its_facts_away_with_prune(
    build: Build, press: Callable[..., None], tmp_path: Path
) -> None:
    """Without `prune` a document that is no longer there is kept, with it forgotten."""
    press(**{"visit.txt": VISIT, "talks.txt": TALKS})
    build()
    (tmp_path / "press" / "talks.txt").unlink()
    assert build().store.documents == 2
    report = build(prune=True)
    assert (report.removed, report.store.documents) == (1, 1)
    assert people() == ["amina-otieno", "ingrid-dahl"]


def test_a_wrong_path_prunes_nothing(build: Build, press: Callable[..., None]) -> None:
    """A folder that is not there does not take its documents out of the store."""
    press(**{"visit.txt": VISIT})
    build()
    with pytest.raises(UsageProblem, match="without pruning"):
        build("pres", prune=True)
    assert build().store.documents == 1


def test_a_folder_that_is_empty_all_at_once_prunes_nothing(
    build: Build, press: Callable[..., None], tmp_path: Path
) -> None:
    """A disk that is not mounted looks so; the documents stay in the store."""
    press(**{"visit.txt": VISIT})
    build()
    (tmp_path / "press" / "visit.txt").unlink()
    with pytest.raises(UsageProblem, match="without pruning"):
        build(prune=True)
    assert build().store.documents == 1


def stepwise(build: Build, folder: Path) -> None:
    """One document after the other, the last one first."""
    for name in sorted(STORY, reverse=True):
        build(f"press/{name}")


def with_workers(build: Build, folder: Path) -> None:
    """All at once, in two processes."""
    build(workers=2)


def pruned_and_added_again(build: Build, folder: Path) -> None:
    """The namesake is removed and comes back."""
    build()
    away = folder / "namesake.txt"
    away.rename(folder.parent / "namesake.txt")
    build(prune=True)
    (folder.parent / "namesake.txt").rename(away)
    build()


def changed_and_changed_back(build: Build, folder: Path) -> None:
    """A document loses its items and has them again."""
    build()
    (folder / "visit.txt").write_text("Nothing happened.")
    build()
    (folder / "visit.txt").write_text(VISIT)
    build()


@pytest.mark.parametrize(
    "way", [stepwise, with_workers, pruned_and_added_again, changed_and_changed_back]
)
def test_only_the_documents_decide_the_graph(
    build: Build,
    press: Callable[..., None],
    tmp_path: Path,
    way: Callable[[Build, Path], None],
) -> None:
    """Order, number of builds, workers and what was there before leave no trace."""
    press(**STORY)
    build(into="expected")
    way(build, tmp_path / "press")
    assert exported() == exported("expected")


def test_a_second_bearer_of_a_name_parts_the_first_documents_too(
    build: Build, press: Callable[..., None]
) -> None:
    """Once Dahl of Norway and Dahl of Denmark are known, a Dahl without a state is neither."""
    press(**{"visit.txt": VISIT, "readout.txt": READOUT})
    assert build().store.unresolved == 0
    press(**{"namesake.txt": NAMESAKE})
    report = build()
    assert (report.read, report.unchanged, report.store.unresolved) == (1, 2, 1)
    assert "ingrid-dahl-norway" in people() and "ingrid-dahl" not in people()


def test_what_cannot_be_read_is_reported_each_time_and_stops_nothing(
    build: Build, press: Callable[..., None]
) -> None:
    """An empty file is named with the reason, by the first build and by those that follow."""
    press(**{"empty.txt": "", "visit.txt": VISIT})
    for _ in range(2):
        report = build()
        assert [skipped.identifier for skipped in report.skipped] == ["press/empty.txt"]
        assert (report.store.documents, report.failed) == (1, ())


def test_a_document_that_becomes_unreadable_keeps_what_it_said(
    build: Build, press: Callable[..., None]
) -> None:
    """A file that is damaged later is reported, and loses nothing that is stored."""
    press(**{"visit.txt": VISIT})
    build()
    press(**{"visit.txt": ""})
    assert (len(build().skipped), people()) == (1, ["amina-otieno", "ingrid-dahl"])


@pytest.mark.parametrize("workers", [1, 2])
def test_an_item_that_breaks_the_program_is_reported_with_the_fault(
    build: Build, press: Callable[..., None], workers: int
) -> None:
    """The item is kept without facts, the others are read, and the fault can be found."""
    press(**{"broken.txt": "BREAK", "visit.txt": VISIT})
    report = build(workers=workers)
    assert (report.store.items, report.store.interactions) == (2, {"Meeting": 1})
    assert report.failed == report.skipped
    assert [skipped.identifier for skipped in report.failed] == ["press/broken.txt"]
    assert "RuntimeError: this cannot be read; told_reader.py, line" in report.failed[0].reason


def test_an_item_that_cannot_be_described_is_reported_and_stops_nothing(
    build: Build, press: Callable[..., None]
) -> None:
    """A record that has no place in the graph is left out; every build names it once."""
    press(**{"bad.txt": VISIT.replace("2025-03-14", "2025-3-14"), "visit.txt": VISIT})
    for _ in range(2):
        report = build()
        assert (report.store.items, report.store.interactions) == (2, {"Meeting": 1})
        assert [skipped.identifier for skipped in report.failed] == ["press/bad.txt"]
        assert report.failed == report.skipped
        assert "item 1: The program failed here (ValueError: '2025-3-14'" in report.failed[0].reason
    assert rows("SELECT (COUNT(*) AS ?n) { ?item a dip:Item }") == [("2",)]
    press(**{"bad.txt": READOUT, "namesake.txt": NAMESAKE})
    assert build().skipped == ()


def test_a_failure_is_told_once_where_others_change_who_is_who(
    build: Build, press: Callable[..., None]
) -> None:
    """An unchanged document that is described anew, and in vain, is in the report once."""
    press(**{"bad.txt": VISIT.replace("2025-03-14", "2025-3-14")})
    first = build()
    press(**{"namesake.txt": NAMESAKE})
    assert build().failed == first.failed != ()


def test_the_graph_is_on_the_disk_before_the_catalog_says_so(
    build: Build, press: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine that stops at any moment leaves no item marked whose graph is lost."""
    press(**STORY)
    build()
    steps: list[str] = []

    def noted(owner: type, name: str) -> None:
        real = getattr(owner, name)

        def step(*arguments: object) -> object:
            steps.append(name)
            return real(*arguments)

        monkeypatch.setattr(owner, name, step)

    for name in ("replace", "remove", "flush"):
        noted(store.Store, name)
    for name in ("forget_stale", "mark_described", "mark_complete"):
        noted(catalog.Catalog, name)
    press(**{"visit.txt": READOUT})
    build()
    marks = ["forget_stale", "mark_described", "mark_complete"]
    assert [one for one in steps if one in marks] == marks
    assert all(steps[steps.index(mark) - 1] == "flush" for mark in marks)


def test_one_reader_is_held_at_a_time(build: Build, press: Callable[..., None]) -> None:
    """A process that reads with one model after the other does not keep them all."""
    press(**{"visit.txt": VISIT})
    held: list[weakref.ref[Reader]] = []

    def loading() -> Callable[[], Reader]:
        def load() -> Reader:
            reader = partial(import_module("told_reader").load())
            held.append(weakref.ref(reader))
            return reader

        return load

    for _ in range(3):
        list(pipeline.trace("press", load=loading()))
    gc.collect()
    assert [reader() is None for reader in held] == [True, True, False]


def test_words_of_one_item_are_let_go_before_the_next() -> None:
    """However many items a process reads, the language model stays as large as it was."""
    model = mentions.load()
    before = len(model.language.vocab.strings)
    words = "Zwqkat Brlmpf met Xyrrtu Vvolqq in Qwxyzstadt on 14 March 2025."
    parts = rules.read(model, Item("a.txt", 1, 0, len(words), 0, words))
    assert parts.entities
    assert len(model.language.vocab.strings) == before


def test_a_worker_that_is_killed_loses_nothing(build: Build, press: Callable[..., None]) -> None:
    """The message says what to do, and what the store had is there."""
    press(**{"visit.txt": VISIT})
    build()
    press(**{"killed.txt": "KILL"})
    with pytest.raises(DiplographError, match="fewer workers"):
        build(workers=2)
    press(**{"killed.txt": TALKS})
    assert (build().read, people()) == (1, ["amina-otieno", "ingrid-dahl", "omar-khalil"])


def test_a_build_that_was_cut_off_is_taken_up(
    build: Build, press: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was read before the store failed is described by the next build, and not read again."""
    press(**STORY)
    build(into="expected")

    def full(*_: object) -> None:
        raise StoreError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(store.Store, "replace", full)
        with pytest.raises(StoreError):
            build()
    assert build().read == 0
    assert exported() == exported("expected")


def test_a_build_that_is_killed_is_taken_up(build: Build, press: Callable[..., None]) -> None:
    """A process that ends without a word leaves a store that the next build completes."""
    press(**STORY, **{"z.txt": "KILL"})
    code = "from diplograph import pipeline; from told_reader import load; "
    code += "pipeline.build(['press'], 'store', load=load)"
    path = {"PYTHONPATH": str(Path(__file__).parent)}
    killed = subprocess.run([sys.executable, "-c", code], env={**os.environ, **path}, check=False)
    assert killed.returncode == 1
    press(**{"z.txt": VISIT})
    assert build().read == 1
    build(into="expected")
    assert exported() == exported("expected")


@pytest.mark.parametrize("room", [20_000, 60_000], ids=["for the graph", "for the catalog"])
def test_a_full_disk_loses_nothing(
    build: Build, press: Callable[..., None], request: pytest.FixtureRequest, room: int
) -> None:
    """Files that cannot grow end the build with a message; with room again it is taken up."""
    press(**STORY)
    build(into="expected")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    request.addfinalizer(lambda: resource.setrlimit(resource.RLIMIT_FSIZE, before))
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    with pytest.raises(StoreError, match=r"disk .*full"):
        build()
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    build()
    assert exported() == exported("expected")


def test_a_graph_that_was_taken_away_is_missed(build: Build, press: Callable[..., None]) -> None:
    """A store without its graph is not passed off as up to date."""
    press(**STORY)
    build()
    shutil.rmtree("store/oxigraph")
    with pytest.raises(StoreError, match="oxigraph is missing.*Remove it"):
        build()


NAMES = """SELECT ?kind ?name { VALUES ?kind { skos:prefLabel skos:altLabel }
    dipr:actor\\/ingrid-dahl ?kind ?name } ORDER BY DESC(?kind) ?name"""


def test_a_name_is_canonical_or_another_never_both(
    build: Build, press: Callable[..., None]
) -> None:
    """Every spelling is kept once; which one is canonical follows the documents (SKOS S13)."""

    def names() -> list[str]:
        return [f"{kind.partition('#')[2]} {name}" for kind, name in rows(NAMES)]

    accented = VISIT.replace("Dahl", "Dáhl")
    press(**{"a.txt": VISIT, "b.txt": READOUT, "c.txt": accented})
    build()
    assert names() == ["prefLabel Ingrid Dahl", "altLabel Ingrid Dáhl"]
    press(**{"b.txt": accented})
    build()
    assert names() == ["prefLabel Ingrid Dáhl", "altLabel Ingrid Dahl"]
    press(**{"a.txt": TALKS.replace("Dahl", "Dáhl")})
    build()
    assert names() == ["prefLabel Ingrid Dáhl"]


def test_a_store_that_another_process_writes_to_is_left_alone(
    build: Build, press: Callable[..., None]
) -> None:
    """The build stops before it reads anything, and nothing is lost."""
    press(**{"visit.txt": VISIT})
    build()
    press(**{"talks.txt": TALKS})
    with store.open("store"), pytest.raises(StoreError, match="[Aa]nother process"):
        build()
    assert build().read == 1


def test_progress_names_each_file(build: Build, press: Callable[..., None]) -> None:
    """The progress function hears how many files are done, of how many, and which was the last."""
    press(**{"visit.txt": VISIT, "talks.txt": TALKS})
    heard: list[tuple[int, int, str]] = []
    build(progress=lambda *step: heard.append(step))
    assert heard == [(1, 2, "press/talks.txt"), (2, 2, "press/visit.txt")]


def test_every_article_of_a_table_is_an_item(build: Build, press: Callable[..., None]) -> None:
    """A table with many rows goes to the workers in pieces and comes back in order."""
    day = "Ingrid Dahl (norway) met Omar Khalil (sudan) on 2025-05-{:02}."
    lines = [f'Talks {n},"{day.format(n)} {"The talks went on. " * 200}"' for n in range(1, 29)]
    press(**{"talks.csv": "\n".join(["title,body", *lines])})
    assert build(workers=2).store.interactions == {"Meeting": 28}
    numbers = rows("SELECT ?t { ?i a dip:Item ; dcterms:title ?t } ORDER BY STRLEN(?t) ?t")
    assert numbers == [(f"Talks {n}",) for n in range(1, 29)]


def test_a_folder_that_is_no_store_is_refused(build: Build, press: Callable[..., None]) -> None:
    """Nothing is written into a folder that holds something else."""
    press(**{"visit.txt": VISIT})
    with pytest.raises(StoreError):
        build(into="press")
    assert [path.name for path in Path("press").iterdir()] == ["visit.txt"]


def test_trace_shows_each_item_with_its_text(build: Build, press: Callable[..., None]) -> None:
    """A trace needs no store and points into the text."""
    press(**{"visit.txt": VISIT, "empty.txt": ""})
    load = import_module("told_reader").load
    empty, reading = pipeline.trace("press", load=load)
    assert isinstance(empty, documents.Unreadable) and not isinstance(reading, documents.Unreadable)
    ((start, end),) = reading.interactions[0].evidence
    assert reading.item.text[start:end] == reading.exact[start, end] == VISIT.splitlines()[2]
