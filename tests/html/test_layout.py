"""Where the actors of a network are placed."""

import networkx as nx

from diplograph.html.layout import place


def boxes(graph):
    """The same box for everyone."""
    return dict.fromkeys(graph, (80.0, 40.0))


def test_every_node_has_whole_pixels():
    """Positions are integers, one for each node, for one node, two, a ring and a crowd."""
    for graph in (nx.empty_graph(1), nx.path_graph(2), nx.cycle_graph(9), nx.complete_graph(12)):
        named = nx.relabel_nodes(graph, str)
        positions = place(named, boxes(named))
        assert sorted(positions) == sorted(named)
        assert all(isinstance(c, int) for position in positions.values() for c in position)


def test_nobody_stands_on_another():
    """In a graph too large for the exact layout, no two nodes share a place."""
    graph = nx.relabel_nodes(nx.powerlaw_cluster_graph(260, 2, 0.3, seed=1), str)
    positions = place(graph, boxes(graph))
    assert len(set(positions.values())) == 260


def test_components_stand_apart():
    """The boxes around two components do not overlap."""
    graph = nx.relabel_nodes(nx.disjoint_union(nx.cycle_graph(6), nx.path_graph(4)), str)
    positions = place(graph, boxes(graph))
    frames = []
    for part in nx.connected_components(graph):
        xs, ys = zip(*(positions[node] for node in part), strict=True)
        frames.append((min(xs), max(xs), min(ys), max(ys)))
    (left, right, top, bottom), (left2, right2, top2, bottom2) = frames
    assert right < left2 or right2 < left or bottom < top2 or bottom2 < top


def test_empty_network_has_no_positions():
    """Nothing to place is no error."""
    assert place(nx.Graph(), {}) == {}
