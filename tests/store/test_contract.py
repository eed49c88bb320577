"""What every store promises, whatever engine is inside."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest
from rdflib import XSD, Literal, URIRef

from diplograph import store as stores
from diplograph.errors import DiplographError, QueryError, StoreError, UsageProblem
from diplograph.store import Quad, Solutions, Store, Triples, exporting, oxigraph
from diplograph.vocabulary.namespaces import DIP, DIPR

FIRST, SECOND = DIPR["item/first-1"], DIPR["item/second-1"]
NAME = URIRef("http://www.w3.org/2004/02/skos/core#prefLabel")
EXAMPLE = Path(__file__).with_name("example.trig")


def name(actor: str, text: str, graph: URIRef = FIRST) -> Quad:
    """One quad that names an actor."""
    return (DIPR[f"actor/{actor}"], NAME, Literal(text, lang="en"), graph)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    with stores.open(tmp_path / "store", create=True) as opened:
        yield opened


def rows(store: Store, query: str) -> list[tuple[str, ...]]:
    """The rows of a SELECT as texts."""
    answer = store.query(query)
    assert isinstance(answer, Solutions)
    return [tuple(str(term) for term in row) for row in answer.rows]


def names(store: Store) -> list[str]:
    """Every name in the store."""
    return [text for (text,) in rows(store, "SELECT ?n { ?s skos:prefLabel ?n } ORDER BY ?n")]


def test_quads_come_back(store: Store) -> None:
    """What was put in is found, with language and datatype, in the union of all graphs."""
    start = (FIRST, DIP.textStart, Literal("0", datatype=XSD.integer), FIRST)
    store.replace([FIRST], [name("norway", "Norway"), start])
    answer = store.query("SELECT ?p ?o { ?s ?p ?o } ORDER BY ?p")
    assert isinstance(answer, Solutions)
    assert answer.variables == ("p", "o")
    assert set(answer.rows) == {
        (NAME, Literal("Norway", lang="en")),
        (DIP.textStart, Literal("0", datatype=XSD.integer)),
    }


def test_replacing_touches_only_its_graphs(store: Store) -> None:
    """A changed document replaces its own facts and leaves the others."""
    store.replace([FIRST, SECOND], [name("norway", "Norway"), name("kenya", "Kenya", SECOND)])
    store.replace([FIRST], [name("japan", "Japan")])
    assert names(store) == ["Japan", "Kenya"]


def test_the_same_fact_of_two_documents_survives_one(store: Store) -> None:
    """Each document has its own copy of a fact, so one can go."""
    store.replace([], [name("norway", "Norway"), name("norway", "Norway", SECOND)])
    store.remove([FIRST])
    assert names(store) == ["Norway"]
    assert list(store.graphs()) == [str(SECOND)]


def test_removing_what_is_not_there_is_no_error(store: Store) -> None:
    """Pruning twice is harmless."""
    store.remove([FIRST])
    assert list(store.graphs()) == []


def test_a_failed_step_changes_nothing(store: Store) -> None:
    """A replacement is stored as a whole or not at all."""
    store.replace([FIRST], [name("norway", "Norway")])
    broken = (DIPR["actor/x y"], NAME, Literal("broken"), FIRST)
    with pytest.raises(ValueError, match="IRI"):
        store.replace([FIRST], [name("japan", "Japan"), broken])
    assert names(store) == ["Norway"]


def test_an_empty_store_is_a_store(store: Store) -> None:
    """`store or …` never takes an empty store for a missing one."""
    assert bool(store) and len(store) == 0


@pytest.mark.parametrize(
    "text",
    [
        "quotes \" and ' and \\ backslash",
        "lines\r\nand\ttabs",
        "\x00 and \x7f and \u2028",
        "Łódź – Пхеньян 平壌 🕊",
        "} ; DROP ALL #",
        '""" ; CLEAR ALL',
    ],
)
def test_any_text_is_kept_as_it_is(store: Store, text: str) -> None:
    """A document's words come back unchanged, and are never taken for a command."""
    store.replace([FIRST], [name("x", "before")])
    store.replace([SECOND], [(SECOND, DIP.quotation, Literal(text), SECOND)])
    assert rows(store, "SELECT ?q { ?s dip:quotation ?q }") == [(text,)]
    assert names(store) == ["before"]


def test_half_characters_become_question_marks(store: Store) -> None:
    """A lone surrogate, which no RDF file can hold, does not lose the document."""
    store.replace([FIRST], [name("x", "a\udc80b")])
    assert names(store) == ["a?b"]


def test_it_is_still_there_tomorrow(tmp_path: Path) -> None:
    """A closed store holds what it held."""
    with stores.open(tmp_path / "s", create=True) as first:
        first.replace([FIRST], [name("norway", "Norway")])
    with stores.open(tmp_path / "s") as again:
        assert names(again) == ["Norway"]


def test_a_killed_process_loses_nothing_that_was_stored(tmp_path: Path) -> None:
    """Each step is safe as soon as it returns, also when the process dies in the next."""
    program = (
        "import os, signal, sys\n"
        "from diplograph import store\n"
        "from rdflib import Literal, URIRef\n"
        "s = store.open(sys.argv[1], create=True)\n"
        "g = URIRef('http://example.org/g')\n"
        "s.replace([g], [(g, g, Literal('kept'), g)])\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", program, str(tmp_path / "s")], check=False)
    with stores.open(tmp_path / "s") as again:
        assert rows(again, "SELECT ?o { ?s ?p ?o }") == [("kept",)]


# Opening


def test_one_writes(store: Store) -> None:
    """A second writer is told to wait."""
    with pytest.raises(StoreError, match="Another process is writing"):
        stores.open(store.folder)


def test_many_read_while_one_writes(store: Store) -> None:
    """A reader sees what was stored when it came, and never half a step."""
    store.replace([FIRST], [name("norway", "Norway")])
    with stores.open(store.folder, read_only=True) as reader:
        store.replace([FIRST], [name("japan", "Japan")])
        assert names(reader) == ["Norway"]
    with stores.open(store.folder, read_only=True) as later:
        assert names(later) == ["Japan"]


def test_readers_do_not_write(store: Store) -> None:
    """A store opened for reading stays as it is."""
    with stores.open(store.folder, read_only=True) as reader:
        with pytest.raises(StoreError, match="for reading only"):
            reader.replace([FIRST], [name("norway", "Norway")])
        with pytest.raises(StoreError, match="for reading only"):
            reader.load("export.nq")


def test_a_reader_outlasts_a_moment_of_tidying(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the writer tidies a file away while it is being opened, the reader tries again."""
    real, calls = pyoxigraph.Store.read_only, []

    class Busy:
        @staticmethod
        def read_only(path: str) -> pyoxigraph.Store:
            calls.append(path)
            if len(calls) < 3:
                raise RuntimeError("Corruption: No such file or directory")
            return real(path)

    monkeypatch.setattr(oxigraph.ox, "Store", Busy)
    monkeypatch.setattr(oxigraph, "PAUSE", 0)
    assert stores.open(store.folder, read_only=True).read_only
    assert len(calls) == 3


def test_a_missing_store_says_how_to_make_one(tmp_path: Path) -> None:
    """The message holds the command to run."""
    with pytest.raises(StoreError, match="diplograph build DOCUMENTS --store"):
        stores.open(tmp_path / "nowhere")


def test_other_folders_are_left_alone(tmp_path: Path) -> None:
    """A folder with other files is neither read nor written to."""
    (tmp_path / "letter.txt").write_text("Dear Minister")
    for create in (False, True):
        with pytest.raises(StoreError, match="no diplograph store"):
            stores.open(tmp_path, create=create)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("left", [[], ["oxigraph/"], ["oxigraph/", "diplograph.json.part"]])
def test_a_store_whose_making_was_cut_off_is_made(tmp_path: Path, left: list[str]) -> None:
    """What a killed process left of an empty store is no foreign folder."""
    for name in left:
        path = tmp_path / name
        path.mkdir() if name.endswith("/") else path.touch()
    stores.open(tmp_path, create=True).close()
    stores.open(tmp_path).close()


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """A file in the place of the store is named."""
    (tmp_path / "s").write_text("")
    with pytest.raises(StoreError, match="is a file"):
        stores.open(tmp_path / "s", create=True)


@pytest.mark.parametrize(
    ("marker", "message"),
    [
        ('{"format": 99}', "has format 99; this diplograph reads format 1"),
        ("not JSON", "is damaged"),
        ('{"shape": 1}', "is damaged"),
    ],
)
def test_other_versions_are_not_touched(tmp_path: Path, marker: str, message: str) -> None:
    """A store of another version is refused, with what to do."""
    stores.open(tmp_path / "s", create=True).close()
    (tmp_path / "s" / "diplograph.json").write_text(marker)
    with pytest.raises(StoreError, match=message):
        stores.open(tmp_path / "s")


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (OSError(28, "No space left on device"), "disk of .* is full"),
        (OSError("IO error: No space left on device: While appending"), "disk of .* is full"),
        (PermissionError(13, "Permission denied"), "No permission"),
        (OSError("IO error: While lock file: Resource temporarily unavailable"), "writing"),
        (RuntimeError("Corruption: bad block contents"), "cannot be used"),
    ],
)
def test_troubles_of_the_disk_are_told(
    store: Store, monkeypatch: pytest.MonkeyPatch, error: Exception, message: str
) -> None:
    """The engine's own errors become messages with the next step."""

    class Broken:
        def update(self, text: str) -> None:
            raise error

    monkeypatch.setattr(store, "_engine", Broken())
    with pytest.raises(StoreError, match=message):
        store.replace([FIRST], [name("norway", "Norway")])
    store._engine = None


def test_a_closed_store_says_so(store: Store) -> None:
    """Closing twice is harmless; using it afterwards is not possible."""
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed already"):
        store.query("ASK {}")


# Asking


def test_each_form_has_its_answer(store: Store) -> None:
    """SELECT gives rows, CONSTRUCT and DESCRIBE triples, ASK yes or no."""
    store.replace([FIRST], [name("norway", "Norway")])
    assert isinstance(store.query("SELECT * { ?s ?p ?o }"), Solutions)
    assert store.query("ASK { ?s skos:prefLabel 'Norway'@en }") is True
    assert store.query("ASK { ?s skos:prefLabel 'Kenya'@en }") is False
    for query in ("CONSTRUCT WHERE { ?s ?p ?o }", "DESCRIBE dipr:actor\\/norway"):
        answer = store.query(query)
        assert isinstance(answer, Triples)
        assert list(answer) == [name("norway", "Norway")[:3]]


def test_unbound_variables_are_none(store: Store) -> None:
    """A cell without a value is empty, not missing."""
    answer = store.query("SELECT ?a ?b { BIND(1 AS ?a) }")
    assert isinstance(answer, Solutions)
    assert list(answer.rows) == [(Literal("1", datatype=XSD.integer), None)]


def test_own_prefixes_may_be_declared(store: Store) -> None:
    """A query that declares our prefixes, or another meaning for one, works as written."""
    store.replace([FIRST], [name("norway", "Norway")])
    query = "PREFIX sem: <http://www.w3.org/2004/02/skos/core#> SELECT ?n { ?s sem:prefLabel ?n }"
    assert rows(store, query) == [("Norway",)]


@pytest.mark.parametrize(
    ("format", "expected"),
    [
        ("csv", b"n\r\nNorway\r\n"),
        ("tsv", b'?n\n"Norway"@en\n'),
    ],
)
def test_rows_are_written_as_tables(store: Store, format: str, expected: bytes) -> None:
    """The W3C's result formats."""
    store.replace([FIRST], [name("norway", "Norway")])
    assert stores.serialize(store.query("SELECT ?n { ?s ?p ?n }"), format) == expected


def test_rows_are_written_as_json(store: Store) -> None:
    """JSON results name their variables and bindings."""
    store.replace([FIRST], [name("norway", "Norway")])
    written = json.loads(stores.serialize(store.query("SELECT ?n { ?s ?p ?n }"), "json"))
    assert written["head"] == {"vars": ["n"]}
    assert written["results"]["bindings"][0]["n"]["value"] == "Norway"


def test_triples_are_written_in_order(store: Store) -> None:
    """A CONSTRUCT gives the same Turtle every time."""
    store.replace([FIRST], [name("norway", "Norway"), name("kenya", "Kenya")])
    written = stores.serialize(store.query("CONSTRUCT WHERE { ?s ?p ?o }"), "turtle").decode()
    assert written.index("Kenya") < written.index("Norway")
    assert "skos:prefLabel" in written


@pytest.mark.parametrize("format", stores.TABLES)
def test_yes_and_no_are_written(store: Store, format: str) -> None:
    """ASK's answer is in every table format."""
    assert b"true" in stores.serialize(store.query("ASK {}"), format)


@pytest.mark.parametrize(
    ("query", "format"),
    [("ASK {}", "turtle"), ("SELECT * {}", "turtle"), ("CONSTRUCT {} {}", "csv")],
)
def test_unfit_formats_are_refused(store: Store, query: str, format: str) -> None:
    """A format that cannot hold the answer is named, with those that can."""
    with pytest.raises(UsageProblem, match=r"cannot be written as .* Choose from"):
        stores.serialize(store.query(query), format)


@pytest.mark.parametrize(
    ("query", "place", "hint"),
    [
        ("SELECT * {\n  ?who a dib:Person }", "Line 2, column 10", "Did you mean 'dip:'"),
        ("SELECT * {\r\n  ?who a x:Y }", "Line 2, column 10", "Known without being declared"),
        ("SELEC * { ?s ?p ?o }", "Line 1, column 1", "Did you mean SELECT"),
        ("SELECT * { ?s ?p Russia }", "Line 1, column 18", "texts need quotes"),
        ("SELECT * { ?s ?p ?o", "Line 1, column 10", "Close it with '}'"),
        ("SELECT * { ?s ?p ?o ) }", "Line 1, column 21", "Open it before"),
        ("ASK { ?s ?p ?o }}", "Line 1, column 17", "Open it before"),
        ("ASK { ?s ?p 'Oslo }", "Line 1, column 13", "Close it with the same quotation mark"),
        ("ASK { ?s <http://a b> ?o }", "Line 1, column", "holds no spaces"),
        ("SELECT ?s { ?a ?p ?o } GROUP BY ?a", "Line 1, column", "(COUNT(?x) AS ?n)"),
        ("SELECT * { ?s ?p }", "Line 1, column 19", "Check the words"),
        ("", "Line 1, column 1", "Check the words"),
    ],
)
def test_mistakes_have_place_and_hint(store: Store, query: str, place: str, hint: str) -> None:
    """A wrong query is shown with a mark under the place, and what to do."""
    with pytest.raises(QueryError) as caught:
        store.query(query)
    message = str(caught.value)
    assert place in message and hint in message and "^" in message


def test_the_mark_stands_under_the_place(store: Store) -> None:
    """Also in a line too long to be shown as a whole."""
    with pytest.raises(QueryError) as caught:
        store.query(f"SELECT * {{ ?s ?p ?o . {'?s ?p ?o . ' * 30} ?s foaff:name ?o }}")
    _, line, mark, _ = str(caught.value).split("\n")
    assert line[mark.index("^") :].startswith("foaff:name")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "select * { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p 1SERVICE<http://127.0.0.1:9/>{ ?s ?p ?o } }",
        "SELECT * { ?s ?p trueSERVICE ?x { ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1:9/> SELECT * { SERVICE:x{ ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o FILTER(?s<?o)SERVICE#>\n<http://127.0.0.1:9/>{ ?s ?p ?o } }",
        'SELECT * { ?s <http://x/\\u0041\'> ?o SERVICE <http://x> {} FILTER("\'"="") }',
        "SELECT * { ?s skos:a\\#b ?o SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p '''a'''SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "ASK { # a comment\n SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    ],
)
def test_no_query_leaves_this_machine(store: Store, query: str) -> None:
    """SERVICE is refused, however it is written."""
    with pytest.raises(QueryError, match="SERVICE is not allowed"):
        store.query(query)


@pytest.mark.parametrize(
    "query",
    [
        "ASK { ?s rdfs:label 'SERVICE <http://x> {' }",
        'ASK { ?s rdfs:label """a "secret" service""" }',
        "ASK { ?s skos:service ?service } # SERVICE",
        "ASK { <http://example.org/service/1> ?p ?o }",
        "ASK { ?s ?p ?o FILTER(?s < ?o) }",
        "ASK { ?insert ?delete 'LOAD' }",
    ],
)
def test_the_words_alone_are_harmless(store: Store, query: str) -> None:
    """Texts, names, comments and IRIs may hold any word."""
    assert store.query(query) is False


@pytest.mark.parametrize(
    "update",
    ["INSERT DATA { <x:a> <x:b> <x:c> }", "load <http://127.0.0.1:9/>", "CLEAR ALL", "DROP ALL"],
)
def test_queries_change_nothing(store: Store, update: str) -> None:
    """An update is refused, and the message says what to use."""
    with pytest.raises(QueryError, match=r"not allowed[\s\S]*diplograph build"):
        store.query(update)


@pytest.mark.parametrize(
    "query",
    ["a." * 50_000, '"\\' * 50_000, "<\\uFFFF" * 20_000, "<a " * 30_000, "a-" * 50_000],
    ids=lambda query: query[:4],
)
def test_long_nonsense_is_refused_quickly(store: Store, query: str) -> None:
    """Checking a query takes time in proportion to its length."""
    with pytest.raises(DiplographError):
        store.query(query)


# Handing over


def test_exports_are_the_same_whatever_came_first(tmp_path: Path) -> None:
    """The same quads give the same bytes in every format, in whatever order they were stored."""
    quads = [name(f"a{n}", f"Name {n}", graph) for n in range(9) for graph in (FIRST, SECOND)]
    for folder, order in (("one", quads), ("two", quads[::-1])):
        with stores.open(tmp_path / folder, create=True) as opened:
            for quad in order:
                opened.replace([], [quad])
            for format in stores.FORMATS:
                opened.export(format, tmp_path / f"{folder}.{format}")
    for format in stores.FORMATS:
        written = (tmp_path / f"one.{format}").read_bytes()
        assert written == (tmp_path / f"two.{format}").read_bytes() != b""


def test_nquads_are_in_the_order_of_their_bytes(store: Store, tmp_path: Path) -> None:
    """`sort` changes nothing, so that two exports can be compared line by line."""
    store.replace([], [name("é", "É"), name("z", "Z"), name("b", "B", SECOND), name("b", "B")])
    store.export("nquads", tmp_path / "out.nq")
    lines = (tmp_path / "out.nq").read_bytes().splitlines(keepends=True)
    assert lines == sorted(lines)
    assert len(lines) == 4


def test_large_exports_are_sorted_on_disk(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many lines there are, few of them are in memory, and the order is the same."""
    store.replace([], [name(f"a{n}", f"N{n}") for n in range(25)])
    store.export("nquads", tmp_path / "small.nq")
    monkeypatch.setattr(exporting, "LINES_IN_MEMORY", 4)
    store.export("nquads", tmp_path / "large.nq")
    assert (tmp_path / "large.nq").read_bytes() == (tmp_path / "small.nq").read_bytes()


@pytest.mark.parametrize("format", ["nquads", "trig"])
def test_an_export_can_be_loaded(store: Store, tmp_path: Path, format: str) -> None:
    """The way back: another store takes the export and exports the same."""
    store.replace([], [name("norway", 'N "x" \\ \u2028'), name("kenya", "Kenya", SECOND)])
    file = tmp_path / f"out.{'nq' if format == 'nquads' else format}"
    store.export(format, file)
    with stores.open(tmp_path / "other", create=True) as other:
        other.load(file)
        other.export(format, tmp_path / "again")
    assert (tmp_path / "again").read_bytes() == file.read_bytes()


def test_turtle_merges_the_graphs(store: Store, tmp_path: Path) -> None:
    """A fact of two documents is in the Turtle once."""
    store.replace([], [name("norway", "Norway"), name("norway", "Norway", SECOND)])
    store.export("turtle", tmp_path / "out.ttl")
    assert (tmp_path / "out.ttl").read_text().count("Norway") == 1


def test_trig_reads_well(store: Store, tmp_path: Path) -> None:
    """Prefixes are used, and the type comes first."""
    kind = URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    actor = DIPR["actor/a"]
    store.replace([], [name("a", "A"), (actor, kind, DIP.State, FIRST)])
    store.export("trig", tmp_path / "out.trig")
    assert "a dip:State ;\n\t\tskos:prefLabel" in (tmp_path / "out.trig").read_text()


def test_standard_output_is_a_dash(store: Store, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """`-` writes to standard output."""
    store.replace([], [name("norway", "Norway")])
    store.export("nquads", "-")
    assert capfdbinary.readouterr().out.endswith(b"/item/first-1> .\n")


def test_who_stops_reading_is_no_error_of_the_store(store: Store) -> None:
    """A closed pipe (`… | head`) reaches the command line as what it is."""

    class Closed:
        def writelines(self, lines: object) -> None:
            raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        store.export("nquads", Closed())  # type: ignore[arg-type]


def test_half_an_export_is_none(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where writing fails, the old file is still there and nothing else is left."""
    (tmp_path / "out.trig").write_text("old")

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(exporting, "_serialize", fail)
    with pytest.raises(UsageProblem, match=r"out\.trig cannot be written: No space left"):
        store.export("trig", tmp_path / "out.trig")
    assert (tmp_path / "out.trig").read_text() == "old"
    assert not list(tmp_path.glob("*.part"))


def test_unknown_formats_and_folders_are_named(store: Store, tmp_path: Path) -> None:
    """The message says which formats there are, or which folder is missing."""
    with pytest.raises(UsageProblem, match="nquads, trig, turtle, jsonld"):
        store.export("xml", tmp_path / "out.xml")
    with pytest.raises(UsageProblem, match="cannot be written: No such file or directory"):
        store.export("trig", tmp_path / "nowhere" / "out.trig")
    with pytest.raises(UsageProblem, match="is a folder"):
        store.export("trig", tmp_path)


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("a.nq", "<x:a> <x:b> .\n", "not valid"),
        ("a.txt", "", "no file of quads"),
        ("a.ttl", "", "no file of quads"),
    ],
)
def test_files_that_cannot_be_loaded_are_named(
    store: Store, tmp_path: Path, file: str, content: str, message: str
) -> None:
    """A malformed file adds nothing."""
    (tmp_path / file).write_text(content)
    with pytest.raises(StoreError, match=message):
        store.load(tmp_path / file)
    assert len(store) == 0


def test_a_missing_file_cannot_be_loaded(store: Store, tmp_path: Path) -> None:
    """The message names the file, not the store."""
    with pytest.raises(StoreError, match=r"nothing\.nq"):
        store.load(tmp_path / "nothing.nq")


def test_a_graph_written_by_hand_loads(store: Store) -> None:
    """What is told in one graph and named in another is found by one question."""
    store.load(EXAMPLE)
    query = "SELECT ?place { ?c a dip:Conference ; dip:place/skos:prefLabel ?place }"
    assert rows(store, query) == [("Tromsø",)]
