"""Annotations as files: one JSON file for each document."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from diplograph.errors import UsageProblem
from diplograph.evaluation.annotation import (
    Annotation,
    Deed,
    Encounter,
    Item,
    Office,
    Person,
    Statement,
    accepted,
)
from diplograph.evaluation.entries import Entry


def load(folder: str | Path, only: str = "") -> tuple[Annotation, ...]:
    """The annotations in the `*.json` files of a folder, sorted by file.

    Only those whose document's name contains `only`. Raises `UsageProblem`, with file, entry and
    what would be accepted, for a file that is none, and where nothing is left.
    """
    files = sorted(Path(folder).glob("*.json"))
    if not files:
        raise UsageProblem(_nothing_in(Path(folder)))
    found = [_read(file) for file in files]
    _check_names(files, found)
    wanted = tuple(one for one in found if only in one.document)
    if not wanted:
        raise UsageProblem(f"No annotation in {folder} is of a document named like '{only}'.")
    return wanted


def _nothing_in(folder: Path) -> str:
    """Why no annotation was read: the folder may hold them one level further down."""
    below = sorted({file.parent for file in folder.glob("*/*.json")})
    meant = f" Did you mean {' or '.join(map(str, below))}?" if below else ""
    return (
        f"{folder} holds no annotations (*.json).{meant}"
        " Make one with: diplograph annotate DOCUMENT"
    )


def _check_names(files: Iterable[Path], found: Iterable[Annotation]) -> None:
    seen: dict[str, Path] = {}
    for file, one in zip(files, found, strict=True):
        if one.document in seen:
            raise UsageProblem(f"{seen[one.document]} and {file} both annotate {one.document}.")
        seen[one.document] = file


def _read(file: Path) -> Annotation:
    try:
        content = json.loads(file.read_text(encoding="utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise UsageProblem(f"{file} is no valid JSON: {error}") from error
    return parse(content, str(file))


def parse(content: object, where: str) -> Annotation:
    """An annotation out of decoded JSON; `where` names the file in messages."""
    whole = Entry.of(content, where, _names(Annotation))
    made = Annotation(
        document=whole.text("document"),
        items=tuple(map(_item, whole.entries("items", _names(Item)))),
        people=tuple(map(_person, whole.entries("people", _names(Person)))),
        encounters=tuple(map(_encounter, whole.entries("encounters", _names(Encounter)))),
        statements=tuple(map(_statement, whole.entries("statements", _names(Statement)))),
        deeds=tuple(map(_deed, whole.entries("deeds", _names(Deed)))),
    )
    _check_items(made, where)
    return made


def _names(record: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(record))


def _item(entry: Entry) -> Item:
    return Item(
        id=entry.text("id"),
        title=entry.optional("title"),
        issued=entry.date("issued"),
        first_words=entry.optional("first_words") or "",
    )


def _person(entry: Entry) -> Person:
    return Person(
        name=entry.text("name"),
        aliases=entry.texts("aliases"),
        offices=tuple(map(_office, entry.entries("offices", _names(Office)))),
    )


def _office(entry: Entry) -> Office:
    return Office(title=entry.text("title"), of=entry.optional("of"))


def _encounter(entry: Entry) -> Encounter:
    return Encounter(
        item=entry.text("item"),
        kind=entry.choice("kind", accepted("Encounter")),
        modality=entry.choice("modality", accepted("Modality")),
        participants=entry.texts("participants"),
        parties=entry.texts("parties"),
        begin=entry.date("begin"),
        end=entry.date("end"),
        place=entry.optional("place"),
        topics=entry.texts("topics"),
        instruments=entry.texts("instruments"),
        evidence=entry.some("evidence"),
    )


def _statement(entry: Entry) -> Statement:
    return Statement(
        item=entry.text("item"),
        speaker=entry.text("speaker"),
        act=entry.choice("act", accepted("SpeechAct")),
        target=entry.texts("target"),
        topics=entry.texts("topics"),
        evidence=entry.text("evidence"),
    )


def _deed(entry: Entry) -> Deed:
    return Deed(
        item=entry.text("item"),
        kind=entry.choice("kind", accepted("Deed")),
        modality=entry.choice("modality", accepted("Modality")),
        agents=entry.texts("agents"),
        recipients=entry.texts("recipients"),
        begin=entry.date("begin"),
        topics=entry.texts("topics"),
        instruments=entry.texts("instruments"),
        evidence=entry.some("evidence"),
    )


def _check_items(made: Annotation, where: str) -> None:
    known = {item.id for item in made.items}
    for group in ("encounters", "statements", "deeds"):
        for number, one in enumerate(getattr(made, group), start=1):
            if one.item not in known:
                raise UsageProblem(
                    f"{where}, {group}, entry {number}, item: '{one.item}' is none of the items. "
                    f"Items are {', '.join(item.id for item in made.items) or 'none'}."
                )


def written(annotation: Annotation) -> str:
    """The JSON text of an annotation, as `load` reads it."""
    return json.dumps(asdict(annotation), ensure_ascii=False, indent=1) + "\n"
