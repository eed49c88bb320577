"""What a network promises to hold."""

import pytest

from diplograph import network
from diplograph.errors import UsageProblem


def names(graph):
    """The edges of a graph as sorted pairs of names."""
    nodes = graph.nodes
    return sorted(tuple(sorted((nodes[a]["name"], nodes[b]["name"]))) for a, b in graph.edges)


def test_participants_of_one_interaction_are_tied(talks):
    """Whoever took part in the same interaction shares an edge; a plan alone makes none."""
    assert names(network.project(talks.store())) == [
        ("Amina Otieno", "Ingrid Dahl"),
        ("Ingrid Dahl", "Samir Haddad"),
        ("Jana Horák", "Pavel Petrov"),
    ]


def test_node_tells_who_it_is(talks, actor):
    """A node carries name, kind, the state represented and the offices seen, with their days."""
    talks.office("dahl", "Minister of Foreign Affairs of Norway", "2025-03-14")
    talks.office("dahl", "Minister of Foreign Affairs of Norway", "2025-06-01")

    node = network.project(talks.store()).nodes[actor("dahl")]

    assert node == {
        "name": "Ingrid Dahl",
        "kind": "Person",
        "state": "Norway",
        "wikidata": "",
        "offices": ("Minister of Foreign Affairs of Norway (seen 2025-03-14 to 2025-06-01)",),
    }


def test_edge_holds_the_evidence_of_every_contact(talks, actor):
    """Each contact of an edge comes with kind, day, place, and the sentence and its place."""
    edge = network.project(talks.store()).edges[actor("dahl"), actor("otieno")]
    first, second = edge["interactions"]

    assert edge["weight"] == 2
    assert (first.kind, first.branch, first.begin, first.place, first.modality) == (
        "Meeting", "Encounter", "2025-03-14", "Oslo", "actual",
    )  # fmt: skip
    assert first.participants == (actor("dahl"), actor("otieno"))
    (sentence,) = first.sentences
    assert (sentence.text, sentence.start, sentence.end) == ("Dahl met Otieno in Oslo.", 10, 19)
    assert (sentence.title, sentence.document) == ("A headline", "press/one.txt")
    assert (second.kind, second.place) == ("TelephoneCall", "")


def test_two_reports_of_one_interaction_are_one_contact(world, actor):
    """An interaction that two items report counts once, with both sentences and the surer value."""
    for key in ("dahl", "otieno"):
        world.actor(key, key.title())
    first = world.interaction("Meeting", "dahl", "otieno", document="b.txt", confidence="0.5")
    world.interaction("Meeting", "dahl", "otieno", document="a.txt", same_as=first)

    edge = network.project(world.store()).edges[actor("dahl"), actor("otieno")]

    (contact,) = edge["interactions"]
    assert edge["weight"] == 1
    assert contact.confidence == 0.8
    assert [sentence.document for sentence in contact.sentences] == ["a.txt", "b.txt"]


def test_strength_of_a_large_gathering_is_small(world, actor):
    """A talk of two counts 1, a conference of five 1/4 for each pair, as in Newman 2001."""
    for key in "abcde":
        world.actor(key, key.upper())
    world.interaction("Conference", *"abcde")
    world.interaction("Meeting", "a", "b")

    graph = network.project(world.store())

    assert graph.edges[actor("a"), actor("b")]["strength"] == 1.25
    assert graph.edges[actor("c"), actor("d")]["strength"] == 0.25
    assert graph.edges[actor("a"), actor("b")]["weight"] == 2


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ({"kinds": ["Visit"]}, [("Ingrid Dahl", "Samir Haddad")]),
        ({"kinds": ["Deed"]}, []),
        ({"kinds": (), "until": "2025-03"}, [("Amina Otieno", "Ingrid Dahl")]),
        ({"kinds": ["Encounter"], "until": "2025-03"}, [("Amina Otieno", "Ingrid Dahl")]),
        ({"modality": ["planned"]}, [("Amina Otieno", "Samir Haddad")]),
        ({"since": "2025-05-03"}, [("Jana Horák", "Pavel Petrov")]),
        ({"since": "2025-05-02", "until": "2025-05-02"}, [("Ingrid Dahl", "Samir Haddad")]),
        ({"until": "2024"}, []),
        ({"min_confidence": 0.81}, []),
    ],
)
def test_choice_of_interactions(talks, choice, expected):
    """Kinds, modality, days and confidence limit what a network is drawn from."""
    assert names(network.project(talks.store(), **choice)) == expected


@pytest.mark.parametrize(("threshold", "ties"), [(0.8, 3), (0.80000001, 0)])
def test_confidence_is_compared_exactly(talks, threshold, ties):
    """A contact counts where its confidence reaches the threshold, however close."""
    graph = network.project(talks.store(), min_confidence=threshold)
    assert graph.number_of_edges() == ties


def test_states_are_tied_by_their_parties(talks):
    """Between states, the parties of an interaction stand in for those who took part."""
    assert names(network.project(talks.store(), "states")) == [
        ("Jordan", "Norway"),
        ("Kenya", "Norway"),
    ]


def test_statements_tie_speaker_and_target_only(world):
    """Those whom a speaker urges share an edge with the speaker, not with each other."""
    for key in ("dahl", "serbia", "kosovo"):
        world.actor(key, key.title())
    world.interaction("Statement", roles={"speaker": "dahl", "target": "serbia"})
    world.interaction("Statement", roles={"speaker": "dahl", "addressee": "kosovo"})
    store = world.store()

    assert names(network.project(store)) == []
    assert names(network.project(store, statements=True)) == [
        ("Dahl", "Kosovo"),
        ("Dahl", "Serbia"),
    ]


def test_statement_between_states(talks):
    """A minister's statement about a state ties the minister's own state to it."""
    talks.interaction("Statement", roles={"speaker": "dahl", "target": "jordan"})
    graph = network.project(talks.store(), "states", kinds=["Statement"])
    assert names(graph) == [("Jordan", "Norway")]


def test_order_of_documents_does_not_matter(talks):
    """The same facts give the same graph, whatever order they were stored in."""
    forward = network.project(talks.store())
    talks.trig.reverse()
    backward = network.project(talks.store())
    assert list(forward.nodes(data=True)) == list(backward.nodes(data=True))
    assert list(forward.edges(data=True)) == list(backward.edges(data=True))


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        ({"between": "planets"}, "actors"),
        ({"kinds": ["Duel"]}, "Unknown kind of interaction: Duel. Known are Agreement"),
        ({"modality": ["imagined"]}, "actual, planned, proposed, denied"),
        ({"modality": []}, "none given"),
        ({"since": "yesterday"}, "'yesterday' is not a date. Write it as 2020-06-24"),
        ({"until": "2025-13"}, "not a date"),
        ({"min_confidence": 80}, "between 0 and 1"),
    ],
)
def test_wrong_choice_is_explained(talks, choice, message):
    """A choice that cannot be carried out says what would have been accepted."""
    with pytest.raises(UsageProblem, match=message):
        network.project(talks.store(), **choice)


def test_query_can_be_seen_and_asked(talks):
    """`query_text` is the query that the network is drawn with: it names all who took part."""
    rows = list(talks.store().query(network.query_text(kinds=["Visit"])).rows)
    assert sorted(row[3].rsplit("/", 1)[-1] for row in rows) == ["dahl", "haddad"]


def test_empty_store_gives_an_empty_network(world):
    """A store without interactions gives a network without nodes, not an error."""
    assert len(network.project(world.store())) == 0
