"""The third step from end to end: an item in, who and what it names out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import cast

from diplograph.items.record import Item
from diplograph.mentions import dates, people
from diplograph.mentions.authors import author, authors, signed
from diplograph.mentions.drafts import Draft, drafts, is_questioner, labels, untold
from diplograph.mentions.found import Found, Reading
from diplograph.mentions.gazetteer import known
from diplograph.mentions.layout import Passage
from diplograph.mentions.letterhead import host, letterhead
from diplograph.mentions.model import Model
from diplograph.mentions.people import Person
from diplograph.mentions.record import Entity, Kind, Mention, Tenure
from diplograph.mentions.reference import resolve
from diplograph.mentions.referring import references, topics
from diplograph.mentions.registry import Registry, silent
from diplograph.mentions.side import body_of_chief, own_side, side
from diplograph.mentions.simplify import Parsed, simplify
from diplograph.mentions.tenures import bearers, posts, sides, tenures
from diplograph.mentions.unsaid import Setting, home, unsaid
from diplograph.vocabulary import cues
from diplograph.vocabulary.authority import entries


@cache
def _future() -> re.Pattern[str]:
    """Words that look ahead, by which "in November" is the next one."""
    words = sorted(cues.words("future.csv"), key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b|[’']ll\b", re.IGNORECASE)


def find(item: Item, model: Model) -> Found:
    """Who and what an item names: entities, mentions, tenures, and the parse they stand on.

    In "Ingrid Dahl, Norway's Minister of Fisheries, visited Lima" it finds a person,
    her tenure in an office of `state/norway`, and the place Lima.
    """
    passages = drafts(item, model, side(item))
    speakers = list(labels(passages))
    unseen = list(untold(item))
    seen = [*passages, *speakers, *unseen]
    persons = people.cast(name for draft in seen for name in draft.names)
    people.identify(persons)
    persons = people.united(persons)
    publisher = side(item) or own_side(passages) or letterhead(item) or body_of_chief(passages)
    anchor, offices = _anchor(item), posts(passages)
    context = unsaid(passages, persons, Setting(_dateline(item), publisher, host(item)))
    publisher = publisher or home(passages, persons, context)
    called = bearers(persons)
    named = frozenset(k.entry.key for draft in seen for k in draft.known)
    held = [t for d in seen for t in tenures(d, called, publisher, offices, anchor, context, named)]
    registry = Registry(persons, sides(persons, held), publisher, offices, named)
    held = [t for t in _unshortened(held) if t.start >= item.start]
    held += [t for d in passages for t in silent(d, registry, anchor)]
    readings = list(_readings(passages, registry, anchor, model))
    by = authors(readings, registry) or next(
        filter(None, (author(d, registry) for d in unseen)), ()
    )
    turns = {d.passage.text: registry.speaker(d) for d in speakers}
    letters = signed(readings)
    spoken = [_spoken(r, turns, letters.get(r.passage.start, by)) for r in readings]
    readings, unresolved = resolve(spoken, registry)
    return _found(registry, readings, held, publisher, by, unresolved)


def _unshortened(held: list[Tenure]) -> Iterator[Tenure]:
    """Without those of "Minister Berg" where he is "Minister of Foreign Affairs" elsewhere."""
    longer: dict[tuple[str, str | None], set[str]] = defaultdict(set)
    for tenure in held:
        words = tenure.title.casefold().split()
        longer[tenure.holder, tenure.of].update(words if len(words) > 1 else ())
    return (t for t in held if t.title.casefold() not in longer[t.holder, t.of])


def _dateline(item: Item) -> str | None:
    """The state whose capital a report's dateline names: "KHARTOUM, Feb. 24 —".

    A place within a title is where somebody spoke, and may lie abroad.
    """
    reported = item.place and item.place not in (item.title or "")
    capitals = (k.entry.key for k in known(item.place or "") if k.use == "capital")
    return next(capitals, None) if reported else None


def _anchor(item: Item) -> date | None:
    """The day "today" means: the main event's, else the day of publication."""
    text = item.event_date or item.issued
    return date.fromisoformat(text) if text else None


def _readings(
    passages: list[Draft], registry: Registry, anchor: date | None, model: Model
) -> Iterator[Reading]:
    """The drafts with references and dates; without a date of its own an item counts from the last
    whole date it has given.
    """
    latest = anchor
    found = [references(d, registry) for d in passages]
    simple = [
        simplify(model.tokens(d.passage.text), refs, d.passage.start)
        for d, refs in zip(passages, found, strict=True)
    ]
    parses = model.parse(doc for doc, _ in simple)
    for draft, refs, parse, (_, spans) in zip(passages, found, parses, simple, strict=True):
        parsed = Parsed(parse, spans)
        given = tuple(_dates(draft.passage, parsed, latest))
        yield Reading(draft.passage, parsed, refs, given, (), False, topics(draft.passage))
        if anchor is None:
            whole = [d.when.latest for d in given if d.when and d.explicit and d.when.whole]
            latest = date.fromisoformat(whole[-1]) if whole else latest


def _spoken(reading: Reading, speakers: dict[str, str | None], by: tuple[str, ...]) -> Reading:
    """The reading with those whose "I" and "we" it is."""
    label = reading.passage.speaker
    if label is None:
        return replace(reading, speakers=by)
    speaker = speakers.get(label)
    return replace(reading, speakers=(speaker,) if speaker else (), questioner=is_questioner(label))


def _dates(passage: Passage, parsed: Parsed, anchor: date | None) -> Iterator[dates.DateMention]:
    for sentence in parsed.doc.sents:
        start, end = parsed.part(sentence)
        text = passage.text[start:end]
        for found in dates.dates(text, anchor, bool(_future().search(text))):
            shift = passage.start + start
            yield dates.DateMention(
                found.start + shift, found.end + shift, found.when, found.explicit
            )


def _found(
    registry: Registry,
    readings: list[Reading],
    tenures: list[Tenure],
    publisher: str | None,
    by: tuple[str, ...],
    unresolved: int,
) -> Found:
    alone = _alone(readings)
    entities = {
        p.key: _person_entity(p, registry.sides.get(p.key), alone.get(p.key, ()))
        for p in registry.persons.values()
    }
    used = {key for r in readings for ref in (*r.references, *r.topics) for key in ref.entities}
    used |= set(registry.sides.values()) | {t.of for t in tenures if t.of}
    used |= {publisher} if publisher else set()
    used |= {key for r in readings for key in r.speakers}
    names = _written(readings)
    for key in sorted(used - entities.keys()):
        entities[key] = _entity(key, names)
    for entity in [e for e in entities.values() if e.state and e.state not in entities]:
        entities[entity.state or ""] = _entity(entity.state or "", names)
    mentions = tuple(
        Mention(ref.start, ref.end, entities[key].kind, key)
        for r in readings
        for ref in (*r.references, *r.topics)
        for key in ref.entities
    )
    return Found(
        entities,
        mentions,
        tuple(dict.fromkeys(tenures)),
        tuple(readings),
        publisher,
        by,
        unresolved,
    )


def _written(readings: list[Reading]) -> dict[str, str]:
    """How the text writes what no list knows: "Naivasha Ceasefire Agreement"."""
    return {
        key: re.sub(
            r"\s+", " ", r.passage.text[ref.start - r.passage.start : ref.end - r.passage.start]
        )
        for r in reversed(readings)
        for ref in reversed(r.references)
        for key in ref.entities
        if key.startswith("instrument/")
    }


def _alone(readings: list[Reading]) -> dict[str, tuple[str, ...]]:
    """The single words by which each person is mentioned: "Dahl"."""
    found: dict[str, dict[str, None]] = {}
    for reading in readings:
        for ref in (r for r in reading.references if r.use == "person" and len(r.entities) == 1):
            at = reading.passage.start
            text = reading.passage.text[ref.start - at : ref.end - at]
            if re.fullmatch(r"[^\W\d_a-z][\w’'-]*", text) and not text.isupper():
                found.setdefault(ref.entities[0], {})[text] = None
    return {key: tuple(forms) for key, forms in found.items()}


def _person_entity(person: Person, of: str | None, alone: tuple[str, ...]) -> Entity:
    name = person.entry.name if person.entry else person.name
    forms = tuple(dict.fromkeys(f for f in (person.name, *person.forms, *alone) if f != name))
    return Entity(person.key, "Person", name, forms, of)


def _entity(key: str, names: Mapping[str, str]) -> Entity:
    entry = entries().get(key)
    if entry is None:
        return Entity(key, "Instrument", names[key])
    written = (f.text for f in entry.forms if f.use in ("name", "abbreviation"))
    forms = tuple(text for text in written if text != entry.name)
    return Entity(key, cast(Kind, entry.kind), entry.name, forms, entry.parent)
