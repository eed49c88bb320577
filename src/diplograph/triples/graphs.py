"""The names of the graphs that belong to no single item."""

from rdflib import URIRef

from diplograph.vocabulary.namespaces import resource

ACTORS = URIRef(resource("graph", "actors"))
PROVENANCE = URIRef(resource("graph", "provenance"))
VOCABULARY = URIRef(resource("graph", "vocabulary"))
