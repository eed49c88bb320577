"""The table of how interactions become edges fits the ontology."""

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import RDFS

from diplograph.errors import VocabularyError
from diplograph.html.palette import looks
from diplograph.network.projection import projections
from diplograph.vocabulary import files, tables
from diplograph.vocabulary.namespaces import DIP


@pytest.fixture(scope="module")
def ontology():
    """The ontology as a graph."""
    return Graph().parse(files.folder("ontology") / "diplomacy.ttl")


def local(term):
    """The name of a class or property without its namespace."""
    return str(term).removeprefix(str(DIP))


def test_every_kind_of_interaction_becomes_an_edge(ontology):
    """Each most specific class of interaction has a line, under its branch, and no other has."""
    branches = set(ontology.subjects(RDFS.subClassOf, DIP.Interaction))
    expected = {
        local(kind): local(branch)
        for branch in branches
        for kind in [*ontology.subjects(RDFS.subClassOf, branch), branch]
        if (None, RDFS.subClassOf, kind) not in ontology
    }
    assert {kind: row.branch for kind, row in projections().items()} == expected


def test_every_role_is_a_property_of_the_ontology(ontology):
    """The roles that make edges are defined as properties."""
    roles = {role for row in projections().values() for role in (*row.sources, *row.targets)}
    assert all((URIRef(DIP[role]), RDFS.label, None) in ontology for role in roles)


def test_every_branch_and_kind_of_actor_has_a_look():
    """The legend knows all that can be drawn."""
    assert set(looks("edge")) == {row.branch for row in projections().values()}
    assert list(looks("node")) == ["Person", "State", "Organization", "Grouping"]


def test_weight_that_is_no_number_is_named(monkeypatch):
    """A malformed line gives an error that names the file, the kind and the value."""
    row = {"kind": "Meeting", "branch": "Encounter", "from": "a", "to": "b", "weight": "heavy"}
    monkeypatch.setattr(tables, "rows", lambda *_, **__: [row])
    with pytest.raises(VocabularyError, match=r"projection\.csv, Meeting: the weight 'heavy'"):
        projections.__wrapped__()
