"""Networks as files for other programs."""

import csv
import os

import networkx as nx
import pytest

from diplograph import network
from diplograph.errors import UsageProblem

READERS = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}


@pytest.mark.parametrize("format", READERS)
def test_other_programs_read_what_is_written(talks, actor, tmp_path, format):
    """GraphML and GEXF files hold names, kinds and weights as they were."""
    file = tmp_path / f"talks.{format}"
    network.export(network.project(talks.store()), format, file)
    graph = READERS[format](file)

    assert graph.nodes[actor("horak")]["name"] == "Jana Horák"
    edge = graph.edges[actor("dahl"), actor("otieno")]
    assert (edge["weight"], edge["kinds"]) == (2.0, "Meeting|TelephoneCall")
    assert (edge["first"], edge["last"]) == ("2025-03-14", "2025-04-01")
    assert edge["evidence"] == "Dahl met Otieno in Oslo."


def test_csv_makes_a_table_of_nodes_and_one_of_edges(talks, tmp_path):
    """CSV gives two files beside each other, one row a node and one row an edge."""
    network.export(network.project(talks.store()), "csv", tmp_path / "talks.csv")
    tables = {
        name: list(csv.DictReader((tmp_path / f"talks-{name}.csv").read_text("utf-8").splitlines()))
        for name in ("nodes", "edges")
    }
    assert [row["label"] for row in tables["nodes"]][:2] == ["Ingrid Dahl", "Samir Haddad"]
    assert [row["weight"] for row in tables["edges"]] == ["1.0", "2.0", "1.0"]


@pytest.mark.parametrize("format", ["graphml", "gexf", "csv"])
def test_same_network_gives_the_same_bytes(talks, tmp_path, format):
    """Files carry no day and no machine."""
    graph = network.project(talks.store())
    for name in ("one", "two"):
        network.export(graph, format, tmp_path / f"{name}.{format}")
    one, two = (
        [file.read_bytes() for file in sorted(tmp_path.glob(f"{name}*"))] for name in ("one", "two")
    )
    assert one == two
    assert not any(b"lastmodified" in content for content in one)


@pytest.mark.parametrize("format", READERS)
def test_characters_that_xml_cannot_hold_are_replaced(world, tmp_path, format):
    """A control character in a name does not make the file unreadable."""
    world.actor("a", "Bell\x07 Man")
    world.actor("b", "<b>&\u2028")
    world.interaction("Meeting", "a", "b")
    network.export(network.project(world.store()), format, tmp_path / "x")
    graph = READERS[format](tmp_path / "x")
    found = sorted(node["name"] for _, node in graph.nodes(data=True))
    assert found == ["<b>&\u2028", "Bell\ufffd Man"]


@pytest.mark.parametrize("first", "=+-@")
def test_no_text_becomes_a_formula_of_a_spreadsheet(world, tmp_path, first):
    """A name or a sentence that begins like a formula is shown as text."""
    world.actor("a", f"{first}HYPERLINK(0)")
    world.actor("b", "Amina Otieno")
    world.interaction("Meeting", "a", "b", sentence=f"{first}1 was there.")
    network.export(network.project(world.store()), "csv", tmp_path / "x.csv")
    written = [(tmp_path / f"x-{name}.csv").read_text("utf-8") for name in ("nodes", "edges")]
    (node, _), (edge,) = (list(csv.DictReader(text.splitlines())) for text in written)
    assert (node["name"], edge["evidence"]) == (f"'{first}HYPERLINK(0)", f"'{first}1 was there.")


def test_unknown_format_names_the_known_ones(talks, tmp_path):
    """Another format is refused with those that exist."""
    with pytest.raises(UsageProblem, match="graphml, gexf, csv"):
        network.export(network.project(talks.store()), "xlsx", tmp_path / "x")


def test_place_that_cannot_be_written_is_named(talks, tmp_path):
    """A missing folder gives a message with the path, and nothing half-written."""
    with pytest.raises(UsageProblem, match=r"missing.* cannot be written"):
        network.export(network.project(talks.store()), "gexf", tmp_path / "missing" / "x.gexf")
    assert not list(tmp_path.glob("**/*.part"))


def test_two_tables_need_a_file_name(talks, tmp_path):
    """A pipe takes one table only; nothing is put beside it."""
    graph = network.project(talks.store())
    os.mkfifo(tmp_path / "pipe")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(UsageProblem, match="two files"):
        network.export(graph, "csv", tmp_path / "pipe")
    assert sorted(tmp_path.iterdir()) == before
