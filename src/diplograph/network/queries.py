"""The SPARQL that a network is drawn with, for a user to see, change and ask elsewhere."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from diplograph.errors import UsageProblem
from diplograph.network.projection import Projection
from diplograph.vocabulary.namespaces import PREFIXES

EVERYONE, PARTY = "participant", "party"  # the roles that hold for all who take part
MODALITIES = ("actual", "planned", "proposed", "denied")
Moment = str | datetime.date


@dataclass(frozen=True, slots=True)
class Choice:
    """Which interactions a network is drawn from.

    `since` and `until` are whole ISO dates or ""; an interaction counts where it may lie between
    them. `states` is true where parties stand in for the participants.
    """

    projections: tuple[Projection, ...]
    modality: tuple[str, ...]
    since: str = ""
    until: str = ""
    min_confidence: float = 0.0
    states: bool = False


def modalities(wanted: Iterable[str]) -> tuple[str, ...]:
    """`wanted`, checked and in the ontology's order; raises `UsageProblem` for an unknown one."""
    asked = {wanted} if isinstance(wanted, str) else set(wanted)
    if not asked or asked - set(MODALITIES):
        raise UsageProblem(
            f"Unknown modality: {', '.join(sorted(asked)) or 'none given'}. "
            f"Choose from {', '.join(MODALITIES)}."
        )
    return tuple(one for one in MODALITIES if one in asked)


def whole_day(moment: Moment | None, *, last: bool) -> str:
    """`moment` as an ISO date; "2020" and "2020-06" mean their first or their `last` day.

    >>> whole_day("2020-06", last=True)
    '2020-06-30'

    None gives "". Raises `UsageProblem` where it is no date.
    """
    if moment is None:
        return ""
    text = str(moment)
    try:
        return _completed(text, last=last)
    except ValueError as error:
        raise UsageProblem(
            f"'{text}' is not a date. Write it as 2020-06-24, 2020-06 or 2020."
        ) from error


def _completed(text: str, *, last: bool) -> str:
    if re.fullmatch(r"\d{4}", text):
        text += "-12" if last else "-01"
    if re.fullmatch(r"\d{4}-\d\d", text):
        year, month = int(text[:4]), int(text[5:])
        text += f"-{monthrange(year, month)[1] if last else 1:02}"
    return datetime.date.fromisoformat(text).isoformat()


def roles(choice: Choice) -> str:
    """Who takes part in which role: ?interaction ?kind ?role ?actor."""
    return _select(
        "?interaction ?kind ?role ?actor",
        "VALUES (?kind ?role) {",
        *(f"  {row}" for row in _role_rows(choice)),
        "}",
        *_conditions(choice),
        "?interaction ?role ?actor .",
    )


def _role_rows(choice: Choice) -> Iterable[str]:
    for projection in choice.projections:
        for role in sorted({*projection.sources, *projection.targets}):
            yield f"(dip:{projection.kind} dip:{PARTY if _by_party(role, choice) else role})"


def _by_party(role: str, choice: Choice) -> bool:
    return choice.states and role == EVERYONE


def details(choice: Choice) -> str:
    """What is said of each interaction: modality, dates, place, speech act, confidence."""
    optional = (
        "?interaction dip:begin ?begin",
        "?interaction dip:end ?end",
        "?interaction dip:earliest ?earliest",
        "?interaction dip:latest ?latest",
        "?interaction dip:place/skos:prefLabel ?place",
        "?interaction dip:speechAct ?speechAct",
        "?interaction dip:confidence ?confidence",
    )
    return _select(
        "?interaction ?modality ?begin ?end ?earliest ?latest ?place ?speechAct ?confidence",
        _kinds(choice),
        *_conditions(choice),
        *(f"OPTIONAL {{ {pattern} }}" for pattern in optional),
    )


def sentences(choice: Choice) -> str:
    """The evidence of each interaction: ?interaction ?item ?first ?after ?words."""
    return _select(
        "?interaction ?item ?first ?after ?words",
        _kinds(choice),
        *_conditions(choice),
        "?interaction dip:evidence ?evidence .",
        "?evidence oa:hasSource ?item ; oa:hasSelector ?selector .",
        "?selector oa:start ?first ; oa:end ?after ; oa:exact ?words .",
    )


def items() -> str:
    """Where items stand: ?item ?identifier ?title."""
    return _select(
        "?item ?identifier ?title",
        "?item dip:inDocument/dcterms:identifier ?identifier .",
        "OPTIONAL { ?item dcterms:title ?title }",
    )


def actors() -> str:
    """Everyone: ?actor ?kind ?name ?wikidata."""
    return _select(
        "?actor ?kind ?name ?wikidata",
        _ACTOR_KINDS,
        "?actor a ?kind ; skos:prefLabel ?name .",
        "OPTIONAL { ?actor skos:exactMatch ?wikidata }",
    )


def represented() -> str:
    """Whom persons represent: ?actor ?state ?stateName ?seen (the number of items saying so)."""
    return _select(
        "?actor ?state ?stateName ?seen",
        "{ SELECT ?actor ?state (COUNT(DISTINCT ?item) AS ?seen)",
        "  WHERE { GRAPH ?item { ?actor dip:represents ?state } } GROUP BY ?actor ?state }",
        "?state skos:prefLabel ?stateName .",
    )


def offices() -> str:
    """Offices in which persons are seen: ?actor ?office ?observed."""
    return _select(
        "?actor ?office ?observed",
        "?tenure dip:holder ?actor ; dip:office/skos:prefLabel ?office .",
        "OPTIONAL { ?tenure dip:observedOn ?observed }",
    )


def names() -> str:
    """Every name of everyone: ?actor ?rank (1 canonical, 2 other) ?name."""
    return _select(
        "?actor ?rank ?name",
        _ACTOR_KINDS,
        "VALUES (?property ?rank) { (skos:prefLabel 1) (skos:altLabel 2) }",
        "?actor a ?kind ; ?property ?name .",
    )


_ACTOR_KINDS = "VALUES ?kind { dip:Person dip:State dip:Organization dip:Grouping }"


def _kinds(choice: Choice) -> str:
    return f"VALUES ?kind {{ {' '.join(f'dip:{p.kind}' for p in choice.projections)} }}"


def _conditions(choice: Choice) -> list[str]:
    """The patterns that pick the chosen interactions out of all that have the right kind."""
    modality = " ".join(f"dipc:{one}" for one in choice.modality)
    return [
        f"VALUES ?modality {{ {modality} }}",
        "?interaction a ?kind ; dip:modality ?modality .",
        *_when(choice),
        *_sure(choice),
    ]


def _when(choice: Choice) -> Iterable[str]:
    if choice.since:
        yield "?interaction dip:latest ?upper ."
        yield f'FILTER (?upper >= "{choice.since}"^^xsd:date)'
    if choice.until:
        yield "?interaction dip:earliest ?lower ."
        yield f'FILTER (?lower <= "{choice.until}"^^xsd:date)'


def _sure(choice: Choice) -> Iterable[str]:
    if choice.min_confidence > 0:
        yield "?interaction dip:confidence ?sureness ."
        yield f"FILTER (?sureness >= {Decimal(str(choice.min_confidence)):f})"


def _select(variables: str, *patterns: str) -> str:
    body = "\n".join(f"  {pattern}" for pattern in patterns)
    query = f"SELECT DISTINCT {variables} WHERE {{\n{body}\n}}"
    used = sorted(name for name in PREFIXES if re.search(rf"\b{name}:", query))
    return "\n".join([*(f"PREFIX {name}: <{PREFIXES[name]}>" for name in used), query]) + "\n"
