"""What a language model sends back is read, however it is wrapped, and its schema is strict."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from diplograph.readers.llm.answer import Answer, Office, parse, schema
from diplograph.readers.llm.prompt import instructions
from diplograph.vocabulary import ontology

MEETING = {
    "kind": "Meeting",
    "modality": "actual",
    "participants": ["Ingrid Dahl", "Amina Otieno"],
    "evidence": ["Dahl met Otieno."],
}
PLAIN = json.dumps({"encounters": [MEETING]})


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        f"```json\n{PLAIN}\n```",
        f"Here is what I found:\n\n{PLAIN}\n\nTell me if you need more {{details}}.",
        json.dumps({"encounters": MEETING}),
        json.dumps({"encounters": [{**MEETING, "evidence": "Dahl met Otieno."}], "mood": "good"}),
        json.dumps({"encounters": [{**MEETING, "participants": [{"name": "Ingrid Dahl"},
                                                                {"name": "Amina Otieno"}]}]}),
    ],
    ids=["bare", "fenced", "with words around", "no list", "no list of quotes", "names as records"],
)  # fmt: skip
def test_an_answer_is_read_however_it_is_wrapped(text: str) -> None:
    """Servers that cannot be held to a schema send what is nearly right."""
    answer = parse(text)
    (meeting,) = answer.encounters
    assert (meeting.kind, meeting.participants) == ("Meeting", ("Ingrid Dahl", "Amina Otieno"))
    assert (meeting.evidence, answer.malformed) == (("Dahl met Otieno.",), 0)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I cannot help with that.",
        PLAIN[:-20],
        "[]",
        "{}",
        '{"error": "overloaded"}',
        "{" * 100_000,
        '{"a":' * 100_000,
    ],
)
def test_what_is_no_answer_is_refused(text: str) -> None:
    """Words, half an object, another object and an object without end."""
    with pytest.raises(ValueError):
        parse(text)


@pytest.mark.parametrize(
    "record",
    ["Meeting", 7, None, {**MEETING, "kind": None}, {"participants": ["Dahl"]}, ["Meeting"]],
)
def test_a_record_without_what_it_needs_is_counted(record: object) -> None:
    """One bad record does not take the good ones along."""
    answer = parse(json.dumps({"encounters": [record, MEETING]}))
    assert (len(answer.encounters), answer.malformed) == (1, 1)


def test_offices_are_read_with_their_person() -> None:
    """A record inside a record is as tolerant."""
    office = {"title": "Foreign Minister", "of": "", "evidence": "Foreign Minister Dahl"}
    answer = parse(json.dumps({"people": [{"name": " Dahl ", "offices": [office, "Envoy"]}]}))
    (dahl,) = answer.people
    expected = Office("Foreign Minister", None, False, ("Foreign Minister Dahl",))
    assert (dahl.name, dahl.offices, answer.malformed) == ("Dahl", (expected,), 1)


def objects(part: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every object of a schema."""
    if part.get("type") == "object":
        yield part
        for inner in part["properties"].values():
            yield from objects(inner)
    elif part.get("type") == "array":
        yield from objects(part["items"])


def test_the_schema_is_as_strict_as_servers_want_it() -> None:
    """Everything is required and nothing else allowed; the choices are those of the ontology."""
    every = list(objects(schema()))
    assert len(every) == 6
    assert all(set(one["required"]) == set(one["properties"]) for one in every)
    assert not any(one["additionalProperties"] for one in every)
    kinds = schema()["properties"]["deeds"]["items"]["properties"]["kind"]["enum"]
    assert tuple(kinds) == ontology.kinds("Deed")


def test_the_prompt_explains_every_kind_and_its_example_is_right() -> None:
    """What the ontology calls a kind, an act or a modality is in the prompt with its meaning."""
    prompt = instructions()
    for kind in (*ontology.kinds("Encounter"), *ontology.kinds("Deed"), "condemn", "proposed"):
        assert f"- {kind}: {ontology.gloss(kind)}" in prompt
    example = parse(prompt[prompt.rindex('{"people"') :])
    assert (len(example.people), len(example.encounters), example.malformed) == (2, 1, 0)
    assert example != Answer()
    (meeting,) = example.encounters
    assert "$" not in prompt and meeting.evidence[0] in prompt.replace("\n", " ")
