"""The sixth step: RDF for what was read. A resolved reading goes in, quads come out.

    "The foreign ministers of Norway and Kenya met in Geneva on 14 March 2025."

becomes, in the graph that has the item's name,

    dipr:interaction/5b0c… a dip:Meeting, dip:Encounter, dip:Interaction ;
        dip:participant dipr:actor/norway, dipr:actor/kenya ;
        dip:begin "2025-03-14"^^xsd:date ; dip:modality dipc:actual ;
        dip:place dipr:place/geneva ; dip:evidence dipr:evidence/press-call-txt-15d4e2c6-1-0-73 .

Names, provenance and the ontology itself are in graphs of their own. There are no blank nodes,
no clock and no order that changes, so the same documents always give the same quads.
"""

from diplograph.triples.graphs import ACTORS, PROVENANCE, VOCABULARY
from diplograph.triples.item import describe
from diplograph.triples.names import describe_actors
from diplograph.triples.provenance import Run, describe_run
from diplograph.triples.terms import Quad
from diplograph.triples.vocabulary import describe_vocabulary

__all__ = [
    "ACTORS",
    "PROVENANCE",
    "VOCABULARY",
    "Quad",
    "Run",
    "describe",
    "describe_actors",
    "describe_run",
    "describe_vocabulary",
]
