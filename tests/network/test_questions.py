"""Who matters, who connects whom, and whom a name means."""

import networkx as nx
import pytest

from diplograph import network
from diplograph.errors import UnknownActor, UsageProblem


def drawn(*ties):
    """A graph of pairs of letters, each with one contact."""
    graph = nx.Graph()
    for one, other in ties:
        for name in (one, other):
            graph.add_node(name, name=name.upper(), kind="Person")
        graph.add_edge(one, other, weight=1, interactions=())
    return graph


@pytest.mark.parametrize("by", ["degree", "betweenness", "pagerank"])
def test_hub_of_a_star_comes_first(by):
    """By every measure the one who meets all others leads, and equals come by name."""
    ranked = network.rank(drawn("hd", "hc", "hb"), by)
    assert [one.name for one in ranked] == ["H", "B", "C", "D"]


def test_bridge_between_two_circles_has_the_highest_betweenness():
    """Who alone connects two circles lies between 9 of 15 pairs, though others meet more people."""
    graph = drawn("ab", "bc", "ac", "cx", "xd", "de", "ef", "df")
    assert network.rank(graph, "degree")[0].name == "C"
    first = network.rank(graph, "betweenness")[0]
    assert (first.name, first.score) == ("X", 0.6)


def test_pagerank_counts_how_often_they_met():
    """Of two partners, the one met more often has the higher PageRank."""
    graph = drawn("ab", "ac")
    graph.edges["a", "c"]["weight"] = 5
    assert [one.name for one in network.rank(graph, "pagerank")] == ["A", "C", "B"]


def test_large_network_is_ranked_the_same_each_time(monkeypatch):
    """Where betweenness is estimated from a sample, it is always the same sample."""
    monkeypatch.setattr("diplograph.network.questions.EXACT_UP_TO", 20)
    monkeypatch.setattr("diplograph.network.questions.SAMPLE", 10)
    graph = nx.gnm_random_graph(60, 120, seed=1)
    nx.set_node_attributes(graph, "Person", "kind")
    nx.set_node_attributes(graph, {n: str(n) for n in graph}, "name")
    assert network.rank(graph, "betweenness") == network.rank(graph, "betweenness")


def test_rank_by_an_unknown_measure_names_the_known_ones():
    """Another measure is refused with those that exist."""
    with pytest.raises(UsageProblem, match="degree, betweenness or pagerank"):
        network.rank(drawn("ab"), "charm")


def test_nobody_is_ranked_in_an_empty_network():
    """An empty network has an empty ranking by every measure."""
    assert [network.rank(nx.Graph(), by) for by in ("degree", "pagerank")] == [[], []]


def test_path_gives_the_evidence_of_every_step(talks, actor):
    """Otieno and Haddad never met; both met Dahl, and each step says when."""
    graph = network.project(talks.store())
    first, second = network.path(graph, actor("otieno"), actor("haddad"))

    assert (first.source, first.target) == ("Amina Otieno", "Ingrid Dahl")
    assert (second.source, second.target) == ("Ingrid Dahl", "Samir Haddad")
    assert [contact.begin for contact in first.contacts] == ["2025-03-14", "2025-04-01"]
    assert first.contacts[0].sentences[0].text == "Dahl met Otieno in Oslo."


def test_path_prefers_the_more_frequent_contact_then_the_name():
    """Of equally short paths the one with more contacts is taken, else the first by name."""
    graph = drawn("ac", "cz", "ab", "bz")
    assert [step.target for step in network.path(graph, "a", "z")] == ["B", "Z"]
    graph.edges["a", "c"]["weight"] = 2
    assert [step.target for step in network.path(graph, "a", "z")] == ["C", "Z"]


def test_path_to_oneself_is_empty():
    """An actor needs no step to reach itself."""
    assert network.path(drawn("ab"), "a", "a") == []


def test_missing_path_names_who_can_be_reached():
    """Where no chain of contacts leads there, the message says whom the start does reach."""
    with pytest.raises(UsageProblem, match=r"from A to X\. A reaches B, C\."):
        network.path(drawn("ab", "bc", "xy"), "a", "x")


def test_actor_without_contacts_has_no_path():
    """Someone outside the network is named, with what to do."""
    with pytest.raises(UsageProblem, match=r"'q' has no contact with anyone.*Widen"):
        network.path(drawn("ab"), "a", "q")


@pytest.mark.parametrize(
    "name",
    ["Jana Horák", "jana horak", "JANA  HORÁK", "Horák", "Jana-Horak"],
)
def test_actor_is_found_by_any_of_its_names(talks, actor, name):
    """Case, accents and punctuation of a name do not matter, and other forms will do."""
    talks.alias("horak", "Horák")
    assert network.find_actor(talks.store(), name) == actor("horak")


def test_actor_is_found_by_iri(talks, actor):
    """An IRI that the store knows stands for itself."""
    assert network.find_actor(talks.store(), actor("dahl")) == actor("dahl")


def test_canonical_name_goes_before_other_forms(world, actor):
    """Where one is called so and another only sometimes, the first is meant."""
    world.actor("georgia", "Georgia", "State")
    world.actor("meloni", "Georgia Meloni")
    world.alias("meloni", "Georgia")
    assert network.find_actor(world.store(), "Georgia") == actor("georgia")


def test_unknown_actor_suggests_close_names(talks):
    """A misspelled name gives an error that names those close to it."""
    with pytest.raises(UnknownActor, match="Close to it: Ingrid Dahl"):
        network.find_actor(talks.store(), "Ingird Dal")


def test_nothing_is_suggested_where_nothing_is_close(world):
    """Where no name is close, the message says so."""
    with pytest.raises(UnknownActor, match="no name is close"):
        network.find_actor(world.store(), "Dahl")


def test_ambiguous_name_lists_everyone_called_so(talks, actor):
    """A form that two actors share resolves to neither; the message lists both."""
    talks.alias("dahl", "the Minister")
    talks.alias("haddad", "the Minister")
    with pytest.raises(UnknownActor) as error:
        network.find_actor(talks.store(), "The minister")
    assert "Ingrid Dahl" in str(error.value)
    assert actor("haddad") in str(error.value)
