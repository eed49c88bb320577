"""The fourth step from end to end: what an item says happened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from diplograph.interactions.certainty import weigh
from diplograph.interactions.clauses import Sentence, sentences
from diplograph.interactions.done import Done
from diplograph.interactions.encounters import candidates
from diplograph.interactions.feats import feats
from diplograph.interactions.nesting import nested, ordered
from diplograph.interactions.plover import coded
from diplograph.interactions.record import Interaction, Role
from diplograph.interactions.statements import Said, told
from diplograph.interactions.tellings import Event, events, parties
from diplograph.items.record import Item
from diplograph.mentions.dates import When
from diplograph.mentions.found import Found


def find(item: Item, found: Found) -> tuple[Interaction, ...]:
    """The encounters, statements and deeds of an item, in the order of their evidence.

    "Dahl met Otieno in Milan and stressed that water is scarce" gives a Meeting of both in
    Milan and a Statement by Dahl, each with the sentence as evidence.
    """
    return tuple(nested(list(weigh(tell(item, found), found, item)), item))


def tell(item: Item, found: Found) -> list[Interaction]:
    """What is found, each with the strength of its wording as its confidence."""
    parts = list(sentences(found))
    met = _events(item, found, parts)
    meetings = [one for event in met if _is_between(one := _encounter(event, found))]
    spoken = [_statement(said, found) for said in told(parts, item.title or "", met)]
    day = item.event_date or item.issued or ""
    done = [_not_ahead(_deed(deed, found), day) for deed in feats(parts, met, found)]
    return ordered(coded(one, found.party) for one in (*meetings, *spoken, *done))


def _events(item: Item, found: Found, parts: list[Sentence]) -> list[Event]:
    told = [c for s in parts for c in candidates(s)]
    text = item.event_date or item.issued
    anchor = date.fromisoformat(text) if text else None
    return events(told, found, anchor, _spot(item, found))


def _spot(item: Item, found: Found) -> str | None:
    """The entity key of the dateline's place."""
    for key, entity in found.entities.items():
        if entity.kind == "Place" and item.place and item.place in (entity.name, *entity.forms):
            return key
    return None


def _encounter(event: Event, found: Found) -> Interaction:
    who = _named(event.participants, found)
    roles = [
        Role("host" if k in event.host else "guest" if k in event.guests else "participant", k)
        for k in who
    ]
    told = Interaction(
        kind=event.kind,
        modality=event.modality,
        roles=tuple(sorted(roles, key=lambda r: (r.name, r.entity))),
        parties=tuple(sorted(parties(event.participants, found))),
        evidence=tuple(sorted(event.evidence)),
        place=event.place,
        medium=event.medium,
        topics=tuple(sorted(event.topics)),
        instruments=tuple(sorted(event.instruments)),
        confidence=_confidence(event.base + (0.1 if event.lead else 0.0)),
    )
    return _dated(told, event.when)


def _is_between(told: Interaction) -> bool:
    """Whether an encounter joins two at least; conferences and briefings may have one."""
    return len(told.roles) > 1 or told.kind in ("Conference", "PressConference")


def _named(keys: Iterable[str], found: Found) -> list[str]:
    """Those who took part, without a state or body for which a person is named."""
    people = {found.party(k) for k in keys if found.kind(k) == "Person"}
    return [k for k in keys if found.kind(k) != "State" or k not in people]


def _statement(said: Said, found: Found) -> Interaction:
    targets = [k for k in said.targets if k not in said.addressees]
    roles = (
        Role("speaker", said.speaker),
        *(Role("addressee", k) for k in said.addressees),
        *(Role("target", k) for k in targets),
    )
    return Interaction(
        kind="Statement",
        modality="actual",
        roles=roles,
        parties=tuple(sorted(parties((r.entity for r in roles), found))),
        evidence=(said.evidence,),
        speech_act=said.act,
        quotation=said.quotation,
        confidence=_confidence(said.base),
    )


def _deed(done: Done, found: Found) -> Interaction:
    roles = (
        *(Role("agent", k) for k in done.agents),
        *(Role("recipient", k) for k in done.recipients),
    )
    told = Interaction(
        kind=done.kind,
        modality=done.modality,
        roles=roles,
        parties=tuple(sorted(parties((r.entity for r in roles), found))),
        evidence=done.evidence,
        topics=done.topics,
        instruments=done.instruments,
        amount=done.amount,
        comment=done.comment,
        confidence=_confidence(done.base),
    )
    return _dated(told, done.when)


def _not_ahead(told: Interaction, day: str) -> Interaction:
    """Without the date of something else: what is done was not done after the item's `day`.

    "The doses already delivered help to end the pandemic in 2022."
    """
    if not day or told.modality != "actual" or not told.earliest or told.earliest <= day:
        return told
    return replace(told, begin=None, end=None, earliest=None, latest=None)


def _dated(told: Interaction, when: When | None) -> Interaction:
    if when is None:
        return told
    return replace(
        told,
        begin=when.begin or None,
        end=when.end or None,
        earliest=when.earliest,
        latest=when.latest,
    )


def _confidence(base: float) -> float:
    return round(min(0.95, max(0.05, base)), 2)
