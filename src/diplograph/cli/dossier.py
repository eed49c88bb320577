"""What the store knows of one actor, and how much it holds: behind `show` and `stats`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from string import Template

from diplograph.store import Solutions, Store
from diplograph.vocabulary.namespaces import DIP, DIPC


@dataclass(frozen=True, slots=True)
class Fact:
    """One interaction of an actor with its first sentence; texts are "" where unknown.

    `others` are the names of all who took part. `start` and `end` are characters of the text of
    `document`.
    """

    interaction: str
    kind: str
    modality: str
    speech_act: str
    date: str
    others: tuple[str, ...]
    sentence: str
    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Dossier:
    """One actor: of its `count` interactions, `facts` are the newest."""

    iri: str
    name: str
    kind: str
    forms: tuple[str, ...]
    offices: tuple[str, ...]
    represents: tuple[str, ...]
    same_as: tuple[str, ...]
    count: int
    facts: tuple[Fact, ...]


def compile(store: Store, actor: str, limit: int) -> Dossier:
    """The dossier of the actor with this IRI, with at most `limit` facts."""
    name = _one(store, _NAME, actor) or actor
    return Dossier(
        iri=actor,
        name=name,
        kind=_local(_one(store, _KIND, actor)),
        forms=tuple(form for form in _all(store, _FORMS, actor) if form != name),
        offices=_all(store, _OFFICES, actor),
        represents=_all(store, _REPRESENTS, actor),
        same_as=_all(store, _SAME, actor),
        count=int(_one(store, _COUNT, actor)),
        facts=tuple(_facts(store, actor, name, limit)),
    )


def counts(store: Store) -> dict[str, int]:
    """How much of each kind the store holds, and how many triples: {"TelephoneCall": 7, …}."""
    found = {_local(kind): int(number) for kind, number in _rows(store, _COUNTS)}
    return {**found, "triples": len(store)}


def _facts(store: Store, actor: str, name: str, limit: int) -> Iterator[Fact]:
    rows = _rows(store, Template(_FACTS).substitute(actor=f"<{actor}>", limit=limit))
    for _, told in groupby(rows, key=lambda row: row[0]):
        yield _fact(list(told), name)


def _fact(rows: Sequence[tuple[str, ...]], name: str) -> Fact:
    """The rows of one interaction differ in the other participants and the evidence."""
    interaction, kind, modality, act, date, _, sentence, document, start, end = rows[0]
    others = tuple(sorted({row[5] for row in rows} - {name, ""}))
    kinds = (_local(kind), _local(modality), _local(act))
    return Fact(interaction, *kinds, date, others, sentence, document, int(start), int(end))


def _one(store: Store, query: str, actor: str) -> str:
    return next(iter(_all(store, query, actor)), "")


def _all(store: Store, query: str, actor: str) -> tuple[str, ...]:
    rows = _rows(store, Template(query).substitute(actor=f"<{actor}>"))
    return tuple(sorted(row[0] for row in rows))


def _rows(store: Store, query: str) -> Iterator[tuple[str, ...]]:
    answer = store.query(query)
    assert isinstance(answer, Solutions)
    for row in answer.rows:
        yield tuple("" if term is None else str(term) for term in row)


def _local(iri: str) -> str:
    return iri.removeprefix(str(DIP)).removeprefix(str(DIPC))


_NAME = "SELECT ?name { $actor skos:prefLabel ?name }"
_FORMS = "SELECT DISTINCT ?form { $actor skos:altLabel ?form }"
_SAME = "SELECT DISTINCT ?same { $actor skos:exactMatch ?same }"
_REPRESENTS = "SELECT DISTINCT ?name { $actor dip:represents/skos:prefLabel ?name }"
_KIND = """
SELECT DISTINCT ?kind {
  VALUES ?kind { dip:Person dip:State dip:Organization dip:Grouping }
  $actor a ?kind
}"""
_OFFICES = "SELECT DISTINCT ?name { ?tenure dip:holder $actor ; dip:office/skos:prefLabel ?name }"
_COUNT = """
SELECT (COUNT(DISTINCT ?interaction) AS ?number) {
  ?interaction dip:participant|dip:party $actor
}"""
_FACTS = """
SELECT DISTINCT ?interaction ?kind ?modality ?act ?begin ?other ?words ?file ?start ?end {
  { SELECT DISTINCT ?interaction ?latest {
      ?interaction dip:participant|dip:party $actor .
      OPTIONAL { ?interaction dip:latest ?latest }
    } ORDER BY DESC(?latest) ?interaction LIMIT $limit }
  ?interaction a ?kind ; dip:evidence ?evidence .
  FILTER (?kind NOT IN (dip:Interaction, dip:Encounter, dip:Deed))
  FILTER (STRSTARTS(STR(?kind), STR(dip:)))
  ?evidence oa:hasSource/dip:inDocument/dcterms:identifier ?file ; oa:hasSelector ?selector .
  ?selector oa:start ?start ; oa:end ?end ; oa:exact ?words .
  OPTIONAL { ?interaction dip:modality ?modality }
  OPTIONAL { ?interaction dip:speechAct ?act }
  OPTIONAL { ?interaction dip:begin ?begin }
  OPTIONAL { ?interaction dip:participant|dip:party ?who . ?who skos:prefLabel ?other }
} ORDER BY DESC(?latest) ?interaction ?file ?start ?other"""
# What belongs to the vocabulary is in every store and says nothing about the documents.
_COUNTS = """
SELECT ?kind (COUNT(DISTINCT ?thing) AS ?number) {
  GRAPH ?graph { ?thing a ?kind }
  FILTER (?graph != <https://w3id.org/diplograph/resource/graph/vocabulary>)
  FILTER (STRSTARTS(STR(?kind), STR(dip:)))
  FILTER (?kind NOT IN (dip:Actor, dip:Evidence))
} GROUP BY ?kind ORDER BY ?kind"""
