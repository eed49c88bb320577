"""The eighth step: networkx graphs drawn from the store by SPARQL.

A store in which two items report that Ingrid Dahl met Amina Otieno in Oslo on 14 March 2025
goes in; out comes a graph with two nodes and one edge:

    graph = network.project(store)
    graph.nodes["…/actor/ingrid-dahl"]["name"]          # "Ingrid Dahl"
    edge = graph.edges["…/actor/amina-otieno", "…/actor/ingrid-dahl"]
    edge["weight"], edge["strength"]                    # 1.0, 1.0
    edge["interactions"][0].sentences[0].text           # "Foreign Minister Dahl met …"

`rank` says who matters in it, `path` who connects two actors and on what evidence,
`find_actor` whom a name means, `export` writes it for other programs.
"""

from diplograph.network.answers import Queryable
from diplograph.network.export import export
from diplograph.network.names import find_actor
from diplograph.network.project import project, query_text
from diplograph.network.questions import path, rank
from diplograph.network.record import Contact, Ranked, Sentence, Step

__all__ = [
    "Contact",
    "Queryable",
    "Ranked",
    "Sentence",
    "Step",
    "export",
    "find_actor",
    "path",
    "project",
    "query_text",
    "rank",
]
