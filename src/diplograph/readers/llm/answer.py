"""What a language model answers: records as it claims them, before anything is believed.

The records say twice what is expected: as the JSON schema that is sent along, and in reading what
comes back, which may be less orderly than the schema asks for.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, dataclass, field, fields
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from diplograph.vocabulary import ontology

Texts = tuple[str, ...]


def _one_of(choices: Callable[[], Texts]) -> Any:
    return field(metadata={"choices": choices})


@dataclass(frozen=True, slots=True)
class Office:
    """An office of a person: "Foreign Minister" of "Norway"."""

    title: str
    of: str | None
    former: bool
    evidence: Texts


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in the text."""

    name: str
    aliases: Texts
    offices: tuple[Office, ...]


@dataclass(frozen=True, slots=True)
class Encounter:
    """They came together or spoke to each other."""

    kind: str = _one_of(lambda: ontology.kinds("Encounter"))
    modality: str = _one_of(lambda: ontology.choices("Modality"))
    participants: Texts = ()
    hosts: Texts = ()
    guests: Texts = ()
    begin: str | None = None
    end: str | None = None
    place: str | None = None
    medium: str | None = None
    topics: Texts = ()
    instruments: Texts = ()
    evidence: Texts = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """Somebody said something."""

    speaker: str
    act: str = _one_of(lambda: ontology.choices("SpeechAct"))
    addressees: Texts = ()
    targets: Texts = ()
    topics: Texts = ()
    quotation: str | None = None
    evidence: Texts = ()


@dataclass(frozen=True, slots=True)
class Deed:
    """They did something to or for each other."""

    kind: str = _one_of(lambda: ontology.kinds("Deed"))
    modality: str = _one_of(lambda: ontology.choices("Modality"))
    agents: Texts = ()
    recipients: Texts = ()
    begin: str | None = None
    end: str | None = None
    topics: Texts = ()
    instruments: Texts = ()
    amount: str | None = None
    comment: str | None = None
    evidence: Texts = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything claimed about one passage; `malformed` counts what is no record at all."""

    people: tuple[Person, ...] = ()
    encounters: tuple[Encounter, ...] = ()
    statements: tuple[Statement, ...] = ()
    deeds: tuple[Deed, ...] = ()
    malformed: int = field(default=0, metadata={"own": True})


# As a schema


@cache
def schema() -> dict[str, Any]:
    """The JSON schema of an answer, strict as the servers want it: all is required."""
    return _object(Answer)


def _object(kind: type) -> dict[str, Any]:
    named = {name: _schema(hint, one) for name, hint, one in _expected(kind)}
    return {
        "type": "object",
        "properties": named,
        "required": list(named),
        "additionalProperties": False,
    }


def _schema(hint: Any, one: Field[Any]) -> dict[str, Any]:
    if "choices" in one.metadata:
        return {"type": "string", "enum": list(one.metadata["choices"]())}
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        return {"type": "array", "items": {"type": "string"} if inner is str else _object(inner)}
    if get_origin(hint) is types.UnionType:
        return {"type": ["string", "null"]}
    return {"type": "boolean" if hint is bool else "string"}


def _expected(kind: type) -> Iterator[tuple[str, Any, Field[Any]]]:
    hints = get_type_hints(kind)
    for one in fields(kind):
        if not one.metadata.get("own"):
            yield one.name, hints[one.name], one


# As text that came back


def parse(text: str) -> Answer:
    """The answer in `text`: a JSON object, bare, fenced as code, or with words around it.

    Records that lack what they cannot do without are counted, not kept. Raises `ValueError` where
    there is no JSON object with any of the expected lists.

    >>> parse('Sure! ```json {"people": [], "deeds": []} ```')
    Answer(people=(), encounters=(), statements=(), deeds=(), malformed=0)
    """
    record = _json_object(text)
    if not {name for name, _, _ in _expected(Answer)} & record.keys():
        raise ValueError("the answer holds none of the lists that were asked for")
    malformed: list[object] = []
    lists = {
        name: tuple(_records(get_args(hint)[0], record.get(name), malformed))
        for name, hint, _ in _expected(Answer)
    }
    return Answer(**lists, malformed=len(malformed))


def _json_object(text: str) -> dict[str, Any]:
    start = text.find("{")
    if start < 0:
        raise ValueError("the answer holds no JSON object")
    try:
        found, _ = json.JSONDecoder().raw_decode(text, start)
    except RecursionError:
        raise ValueError("the answer is nested without end") from None
    return dict(found)


Record = TypeVar("Record")


def _records(kind: type[Record], value: object, malformed: list[object]) -> Iterator[Record]:
    for one in value if isinstance(value, list) else [value] if value else []:
        try:
            yield _record(kind, one, malformed)
        except (TypeError, ValueError):
            malformed.append(one)


def _record(kind: type[Record], value: object, malformed: list[object]) -> Record:
    if not isinstance(value, dict):
        raise TypeError(f"{value!r} is no record")
    return kind(
        **{
            name: _value(hint, value.get(name, _default(one)), malformed)
            for name, hint, one in _expected(kind)
        }
    )


def _default(one: Field[Any]) -> object:
    return None if one.default is MISSING else one.default


def _value(hint: Any, value: object, malformed: list[object]) -> object:
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        return tuple(_texts(value) if inner is str else _records(inner, value, malformed))
    if hint is bool:
        return value is True
    if get_origin(hint) is types.UnionType:
        return _text(value) or None
    if not (text := _text(value)):
        raise ValueError("a value is missing")
    return text


def _texts(value: object) -> Iterator[str]:
    for one in value if isinstance(value, list | tuple) else [value]:
        if text := _text(one):
            yield text


def _text(value: object) -> str:
    """A text; of a record, its name; of anything else nothing."""
    named = value.get("name") if isinstance(value, dict) else value
    return named.strip() if isinstance(named, str) else ""
