"""What a store says a document tells, asked by SPARQL."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from string import Template
from typing import Any, Protocol

from diplograph.errors import UsageProblem
from diplograph.evaluation.annotation import accepted
from diplograph.evaluation.names import Actor, fold
from diplograph.evaluation.told import Event, Quote, Span, Told

_LONGEST_EVIDENCE = 1500  # characters; a page is no evidence


class Queryable(Protocol):
    """Anything that answers SPARQL: a store on disk, or an endpoint."""

    def query(self, text: str) -> Any:
        """The solutions of a SELECT; their `rows` are tuples in the order of its variables."""


def find(store: Queryable, names: Iterable[str], min_confidence: float = 0.0) -> dict[str, Told]:
    """What the store says of each document that it has, by the names asked for.

    A document of the store is meant by its identifier or the end of it ("call.txt" means
    "press/call.txt"). Interactions less certain than `min_confidence` are left out. Raises
    `UsageProblem` where a name means two documents.
    """
    documents = _documents(store, tuple(names))
    if not documents:
        return {}
    facts = _Facts(_Answers(store, documents.values()), min_confidence)
    return {name: facts.told(document) for name, document in documents.items()}


def _documents(store: Queryable, names: tuple[str, ...]) -> dict[str, str]:
    """The IRIs of the documents that are meant."""
    found: dict[str, str] = {}
    meant: dict[str, str] = {}
    wanted = set(names)
    for document, identifier in _rows(store, _DOCUMENTS):
        for name in wanted & set(_endings(identifier)):
            if name in found:
                raise UsageProblem(
                    f"The store has two documents {name}: {meant[name]} and {identifier}. "
                    "Name the document more fully in its annotation."
                )
            found[name], meant[name] = document, identifier
    return {name: found[name] for name in names if name in found}


def _endings(identifier: str) -> Iterator[str]:
    """ "a/b/c.txt", "b/c.txt", "c.txt"."""
    parts = identifier.split("/")
    return ("/".join(parts[n:]) for n in range(len(parts)))


def _rows(store: Queryable, query: str) -> Iterator[tuple[str, ...]]:
    for row in store.query(query).rows:
        yield tuple("" if term is None else str(term) for term in row)


class _Answers:
    """What the store says of some documents: spans and words of evidence, values, names."""

    def __init__(self, store: Queryable, documents: Iterable[str]) -> None:
        listed = " ".join(f"<{one}>" for one in documents)

        def ask(query: str) -> Iterator[tuple[str, ...]]:
            return _rows(store, Template(query).substitute(documents=listed))

        self.spans: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
        self.quotes: dict[str, list[Quote]] = defaultdict(list)
        for fact, document, start, end, exact in ask(_EVIDENCE):
            self.quotes[document].append(Quote(int(start), int(end), exact))
            if int(end) - int(start) <= _LONGEST_EVIDENCE:
                self.spans[document][fact].append((int(start), int(end)))
        self.values: dict[tuple[str, str], list[str]] = defaultdict(list)
        for fact, name, value in ask(_VALUES):
            self.values[fact, name.rpartition("#")[2]].append(value)
        self.kinds: dict[str, set[str]] = defaultdict(set)
        self.names: dict[str, list[str]] = defaultdict(list)
        self.labels: dict[str, str] = {}
        for who, kind, label, name in ask(_NAMES):
            self.kinds[who].add(kind.rpartition("#")[2])
            self.names[who].append(name)
            if label.endswith("prefLabel"):
                self.labels[who] = name


@dataclass(frozen=True)
class _Facts:
    """The answers as events."""

    answers: _Answers
    min_confidence: float

    def told(self, document: str) -> Told:
        """All that one document tells."""
        facts = [fact for fact in self.answers.spans[document] if self._is_sure(fact)]
        return Told(
            people=tuple(self._people(facts)),
            offices=tuple(self._offices(facts)),
            encounters=tuple(self._events(document, facts, accepted("Encounter"))),
            statements=tuple(self._events(document, facts, ("Statement",))),
            deeds=tuple(self._events(document, facts, accepted("Deed"))),
            evidence=tuple(self.answers.quotes[document]),
        )

    def _is_sure(self, fact: str) -> bool:
        """A fact of which no confidence is known is kept."""
        stated = self._values(fact, "confidence")
        return not stated or float(stated[0]) >= self.min_confidence

    def _events(
        self, document: str, facts: Iterable[str], kinds: tuple[str, ...]
    ) -> Iterator[Event]:
        for fact in facts:
            if kind := next((one for one in self._classes(fact) if one in kinds), None):
                yield self._event(fact, kind, tuple(self.answers.spans[document][fact]))

    def _event(self, fact: str, kind: str, spans: tuple[Span, ...]) -> Event:
        speakers = [self._actor(one) for one in self._values(fact, "speaker")]
        targets = self._values(fact, "target", "addressee")
        return Event(
            kind,
            self._concept(fact, "modality"),
            tuple(map(self._actor, self._values(fact, "participant", "party"))),
            spans,
            self._first(fact, "begin"),
            self._first(fact, "end"),
            self._place(fact),
            self._concept(fact, "speechAct"),
            Actor(speakers[0].name, speakers[0].forms.union(*(s.forms for s in speakers)))
            if speakers
            else None,
            tuple(map(self._actor, targets)),
        )

    def _people(self, facts: Iterable[str]) -> Iterator[Actor]:
        """Every person who takes part in something or holds an office."""
        anyone = (one for f in facts for one in self._values(f, "participant", "holder"))
        people = (one for one in anyone if "Person" in self.answers.kinds[one])
        yield from {known.forms: known for known in map(self._actor, people)}.values()

    def _offices(self, facts: Iterable[str]) -> Iterator[tuple[Actor, Actor]]:
        pairs = (
            (self._actor(holder), self._actor(side))
            for fact in facts
            for holder in self._values(fact, "holder")
            for side in self._values(fact, "officeOf")
        )
        yield from {(who.forms, side.forms): (who, side) for who, side in pairs}.values()

    def _classes(self, fact: str) -> Iterator[str]:
        return (one.rpartition("#")[2] for one in self._values(fact, "type"))

    def _values(self, fact: str, *names: str) -> list[str]:
        """The values of some properties, each once, sorted within a property."""
        values = (one for name in names for one in sorted(self.answers.values[fact, name]))
        return list(dict.fromkeys(values))

    def _first(self, fact: str, name: str) -> str:
        return next(iter(self._values(fact, name)), "")

    def _concept(self, fact: str, name: str) -> str:
        return self._first(fact, name).rpartition("/")[2]

    def _place(self, fact: str) -> frozenset[str]:
        return frozenset().union(*map(self._forms, self._values(fact, "place")))

    def _forms(self, who: str) -> frozenset[str]:
        return frozenset(map(fold, self.answers.names[who]))

    def _actor(self, who: str) -> Actor:
        return Actor(self.answers.labels.get(who, who), self._forms(who))


_DOCUMENTS = """
SELECT DISTINCT ?document ?identifier {
  ?item dip:inDocument ?document . ?document dcterms:identifier ?identifier
} ORDER BY ?identifier"""
_EVIDENCE = """
SELECT DISTINCT ?fact ?document ?start ?end ?exact {
  VALUES ?document { $documents }
  ?item dip:inDocument ?document .
  ?evidence oa:hasSource ?item ; oa:hasSelector ?selector .
  ?selector oa:start ?start ; oa:end ?end ; oa:exact ?exact .
  ?fact dip:evidence ?evidence
} ORDER BY ?document ?start ?end ?fact"""
_VALUES = """
SELECT DISTINCT ?fact ?property ?value {
  VALUES ?document { $documents }
  VALUES ?stated {
    rdf:type dip:participant dip:party dip:speaker dip:target dip:addressee dip:modality dip:begin
    dip:end dip:place dip:speechAct dip:confidence dip:holder
  }
  ?item dip:inDocument ?document .
  ?evidence oa:hasSource ?item .
  ?fact dip:evidence ?evidence .
  { ?fact ?stated ?value BIND (?stated AS ?property) }
  UNION { ?fact dip:office/dip:officeOf ?value BIND (dip:officeOf AS ?property) }
}"""
_NAMES = """
SELECT DISTINCT ?who ?kind ?label ?name {
  { SELECT DISTINCT ?who {
      VALUES ?document { $documents }
      VALUES ?role { dip:participant dip:party dip:place dip:holder }
      ?item dip:inDocument ?document .
      ?evidence oa:hasSource ?item .
      ?fact dip:evidence ?evidence .
      { ?fact ?role ?who } UNION { ?fact dip:office/dip:officeOf ?who }
  } }
  VALUES ?label { skos:prefLabel skos:altLabel }
  ?who a ?kind ; ?label ?name
}"""
