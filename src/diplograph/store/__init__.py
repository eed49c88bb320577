"""The seventh step: the graph on disk. Quads go in, answers come out.

    with store.open("norway-kenya", create=True) as opened:
        opened.replace(["…/item/visit-1"], quads)
        opened.query("SELECT ?name { ?who a dip:Person ; skos:prefLabel ?name }")

gives `Solutions` whose rows are `(Literal("Ingrid Dahl", lang="en"),)` and so on.
"""

from diplograph.store.exporting import FORMATS
from diplograph.store.oxigraph import Store, open
from diplograph.store.results import GRAPHS, TABLES, Solutions, Triples, serialize
from diplograph.store.terms import Quad, Term
from diplograph.store.validation import Violation, validate

__all__ = [
    "FORMATS",
    "GRAPHS",
    "TABLES",
    "Quad",
    "Solutions",
    "Store",
    "Term",
    "Triples",
    "Violation",
    "open",
    "serialize",
    "validate",
]
