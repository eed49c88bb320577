"""The only place that mints an IRI.

Everything minted is a slug or a hash of content: the same documents give the same IRIs,
whatever the order, the machine or the day.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

from rdflib import Namespace

DIP = Namespace("https://w3id.org/diplograph/ontology#")
DIPR = Namespace("https://w3id.org/diplograph/resource/")
DIPC = Namespace("https://w3id.org/diplograph/concept/")
SEM = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
OA = Namespace("http://www.w3.org/ns/oa#")
SCHEMA = Namespace("https://schema.org/")
WIKIDATA = Namespace("http://www.wikidata.org/entity/")

PREFIXES: dict[str, str] = {
    "dip": str(DIP),
    "dipr": str(DIPR),
    "dipc": str(DIPC),
    "sem": str(SEM),
    "oa": str(OA),
    "schema": str(SCHEMA),
    "wd": str(WIKIDATA),
    "org": "http://www.w3.org/ns/org#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "sh": "http://www.w3.org/ns/shacl#",
}


# Letters that Unicode does not take apart into a base letter and a mark.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)


def slug(text: str) -> str:
    """`text` as a readable IRI segment: "Marija Pejčinović Burić" -> "marija-pejcinovic-buric".

    Text without any Latin letter or digit becomes a short hash, so that it stays distinct.
    """
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    plain = "".join(c for c in folded if not unicodedata.combining(c))
    plain = re.sub(r"[’'`]", "", plain)
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "x" + digest(text)


def digest(*parts: str) -> str:
    """Sixteen hexadecimal digits of the SHA-256 of `parts`, which may hold any text."""
    joined = "\x1f".join(parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def resource(kind: str, *parts: str) -> str:
    """The IRI of something minted: `resource("actor", "jens-stoltenberg")`.

    >>> resource("place", "moscow")
    'https://w3id.org/diplograph/resource/place/moscow'
    """
    return str(DIPR) + "/".join((kind, *parts))


def document(identifier: str) -> str:
    """The IRI of a document: readable, and distinct where two identifiers slug alike.

    >>> document("press/2022-02-15-call.txt")
    'https://w3id.org/diplograph/resource/document/press-2022-02-15-call-txt-2d2d8003'
    """
    return resource("document", _segment(identifier))


def item(identifier: str, number: int) -> str:
    """The IRI of an item, which also names its graph: the document's segment and its number."""
    return resource("item", f"{_segment(identifier)}-{number}")


def _segment(identifier: str) -> str:
    return f"{slug(identifier)}-{digest(identifier)[:8]}"


def document_of(item: str) -> str:
    """The IRI of the document that an item's IRI belongs to.

    >>> document_of(item("press/call.txt", 3)) == document("press/call.txt")
    True
    """
    segment = item.removeprefix(resource("item", ""))
    return resource("document", segment.rpartition("-")[0])
