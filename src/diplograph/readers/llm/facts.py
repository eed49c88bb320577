"""From what a language model claims to what the item says: only what stands in the text is kept.

A claim passes when its words are in the item, its kind is in the ontology and its actors can be
told. What does not pass is counted by reason.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from diplograph.interactions.nesting import nested, ordered
from diplograph.interactions.plover import coded
from diplograph.interactions.record import Interaction, Role
from diplograph.items.record import Item
from diplograph.mentions import Found, Tenure
from diplograph.mentions.dates import When, day, month, year
from diplograph.readers.llm.answer import Answer, Deed, Encounter, Office, Statement
from diplograph.readers.llm.names import Names
from diplograph.readers.llm.passages import Passage
from diplograph.readers.llm.prompt import comments
from diplograph.readers.llm.quotes import Quotes, Span
from diplograph.readers.record import Parts
from diplograph.vocabulary import ontology

CONFIDENCE = 0.7
_MOST_EVIDENCE = 4

QUOTE = "quotes that are not in the text word for word"
NAME = "persons whom the text does not name"
ACTOR = "actors whom nobody can be told to be"
KIND = "kinds, acts and modalities that the ontology does not have"
DATE = "dates that the text cannot give"
WITHOUT = "facts left without evidence or actors"
RECORD = "records without what makes a fact"

Told = Iterable[tuple[Passage, Answer]]


def facts(item: Item, found: Found, told: Told) -> Parts:
    """What answers about an item's passages amount to, as the same records the rules make.

    `found` is who and what the item names; of its persons those stay of whom the answers tell.
    """
    told = tuple(told)
    names = Names(item, found, (person for _, answer in told for person in answer.people))
    sieve = _Sieve(item, names, Quotes(item))
    sieve.dropped[NAME] += names.unwritten
    sieve.dropped[RECORD] += sum(answer.malformed for _, answer in told)
    tenures = tuple(sorted(dict.fromkeys(sieve.tenures()), key=lambda t: (t.start, t.end)))
    claimed = (sieve.interactions(passage, answer) for passage, answer in told)
    kept = ordered(coded(one, names.party) for one in _once(claimed))
    interactions = tuple(nested(kept, item))
    return _parts(found, names, tenures, interactions, sieve.dropped)


def _parts(
    found: Found,
    names: Names,
    tenures: tuple[Tenure, ...],
    interactions: tuple[Interaction, ...],
    dropped: Counter[str],
) -> Parts:
    people = {*names.people, *(role.entity for one in interactions for role in one.roles)}
    entities = {
        key: one for key, one in names.entities.items() if one.kind != "Person" or key in people
    }
    return Parts(
        tuple(entities.values()),
        tuple(mention for mention in found.mentions if mention.entity in entities),
        tenures,
        interactions,
        {reason: number for reason, number in sorted(dropped.items()) if number},
    )


@dataclass(slots=True)
class _Sieve:
    """Lets through what the item bears out, and counts the rest in `dropped`."""

    item: Item
    names: Names
    quotes: Quotes
    dropped: Counter[str] = field(default_factory=Counter)

    # Persons and their offices

    def tenures(self) -> Iterator[Tenure]:
        for holder, offices in self.names.people.items():
            for office in sorted(offices, key=lambda o: o.former):  # the side of today counts
                if tenure := self._tenure(holder, office):
                    yield tenure

    def _tenure(self, holder: str, office: Office) -> Tenure | None:
        spans = self._spans(office.evidence)
        if not spans or not self.quotes.has(office.title):
            self.dropped[QUOTE] += bool(spans)
            return None
        of = self._actor(office.of) if office.of else None
        if of and self.names.entities[of].kind != "Person":
            self.names.serve(holder, of)
        else:
            of = None
        observed = None if office.former else self.item.event_date or self.item.issued
        return Tenure(holder, office.title, of, *spans[0], observed, office.former)

    # What happened

    def interactions(self, passage: Passage, answer: Answer) -> Iterator[Interaction]:
        """The claims about one passage that hold."""
        self.quotes.start_from(passage.start)
        yield from self._kept(map(self._encounter, answer.encounters))
        self.quotes.start_from(passage.start)
        yield from self._kept(map(self._statement, answer.statements))
        self.quotes.start_from(passage.start)
        yield from self._kept(map(self._deed, answer.deeds))

    def _kept(self, claims: Iterable[Interaction | None]) -> Iterator[Interaction]:
        for claim in claims:
            if claim is None:
                continue
            if claim.evidence and claim.roles:
                yield claim
            else:
                self.dropped[WITHOUT] += 1

    def _encounter(self, claim: Encounter) -> Interaction | None:
        if not self._is_defined(claim.kind, "Encounter", claim.modality):
            return None
        others = (name for name in claim.participants if name not in (*claim.hosts, *claim.guests))
        every = self._roles(host=claim.hosts, guest=claim.guests, participant=others)
        roles = tuple(self._named(every))
        medium = claim.medium if claim.medium in ontology.choices("Medium") else None
        least = 1 if claim.kind in ("Conference", "PressConference") else 2
        return self._told(
            claim,
            roles if len(roles) >= least else (),
            place=self.names.place(claim.place) if claim.place else None,
            medium=medium,
        )

    def _statement(self, claim: Statement) -> Interaction | None:
        if claim.act not in ontology.choices("SpeechAct"):
            self.dropped[KIND] += 1
            return None
        speaker = self._roles(speaker=(claim.speaker,))
        others = self._roles(addressee=claim.addressees, target=claim.targets)
        spoken = (*speaker, *others) if speaker else ()
        words = claim.quotation if claim.quotation and self.quotes.has(claim.quotation) else None
        return self._interaction(
            "Statement", "actual", spoken, claim, act=claim.act, quotation=words
        )

    def _deed(self, claim: Deed) -> Interaction | None:
        if not self._is_defined(claim.kind, "Deed", claim.modality):
            return None
        agents = self._roles(agent=claim.agents)
        roles = (*agents, *self._roles(recipient=claim.recipients)) if agents else ()
        amount = claim.amount if claim.amount and self.quotes.has(claim.amount) else None
        comment = claim.comment if claim.comment in comments() else None
        return self._told(claim, roles, amount=amount, comment=comment)

    def _told(
        self, claim: Encounter | Deed, roles: tuple[Role, ...], **more: str | None
    ) -> Interaction:
        told = self._interaction(claim.kind, claim.modality, roles, claim)
        when = self._when(claim.begin, claim.end)
        if when:
            more |= {"begin": when.begin, "end": when.end}
            more |= {"earliest": when.earliest, "latest": when.latest}
        return replace(told, **more)  # type: ignore[arg-type]

    def _interaction(
        self,
        kind: str,
        modality: str,
        roles: tuple[Role, ...],
        claim: Encounter | Statement | Deed,
        act: str | None = None,
        quotation: str | None = None,
    ) -> Interaction:
        treaties = () if isinstance(claim, Statement) else claim.instruments
        return Interaction(
            kind=kind,
            modality=modality,
            roles=roles,
            parties=self._parties(roles),
            evidence=self._spans(claim.evidence)[:_MOST_EVIDENCE],
            topics=_sorted(key for one in claim.topics for key in self.names.topics(one)),
            instruments=_sorted(key for one in treaties if (key := self.names.instrument(one))),
            speech_act=act,
            quotation=quotation,
            confidence=CONFIDENCE,
        )

    # Parts of a claim

    def _is_defined(self, kind: str, branch: str, modality: str) -> bool:
        defined = kind in ontology.kinds(branch) and modality in ontology.choices("Modality")
        self.dropped[KIND] += not defined
        return defined

    def _spans(self, quotes: Iterable[str]) -> tuple[Span, ...]:
        found = [self.quotes.find(quote) for quote in dict.fromkeys(quotes)]
        self.dropped[QUOTE] += found.count(None)
        return tuple(sorted({span for span in found if span}))

    def _actor(self, name: str) -> str | None:
        key = self.names.actor(name)
        self.dropped[ACTOR] += key is None
        return key

    def _roles(self, **claimed: Iterable[str]) -> tuple[Role, ...]:
        """Each actor once, in the first role it is claimed in."""
        roles: dict[str, Role] = {}
        for role, names in claimed.items():
            for key in filter(None, map(self._actor, names)):
                roles.setdefault(key, Role(role, key))
        return tuple(sorted(roles.values(), key=lambda r: (_ORDER.index(r.name), r.entity)))

    def _named(self, roles: tuple[Role, ...]) -> Iterator[Role]:
        """Those who took part, without a state for which a person is named."""
        kinds = {role.entity: self.names.entities[role.entity].kind for role in roles}
        served = {self.names.party(key) for key, kind in kinds.items() if kind == "Person"}
        return (r for r in roles if kinds[r.entity] != "State" or r.entity not in served)

    def _parties(self, roles: tuple[Role, ...]) -> tuple[str, ...]:
        return _sorted(filter(None, (self.names.party(role.entity) for role in roles)))

    def _when(self, begin: str | None, end: str | None) -> When | None:
        if not begin:
            return None
        first, last = _day(begin), _day(end or begin)
        if first and last and first.earliest <= last.latest and self._can_give(first, last):
            return When(first.begin, last.end, first.earliest, last.latest)
        self.dropped[DATE] += 1
        return None

    def _can_give(self, first: When, last: When) -> bool:
        """Whether the years are written in the text, or are near those of the item's own dates."""
        own = {int(told[:4]) for told in (self.item.issued, self.item.event_date) if told}
        near = {number + shift for number in own for shift in (-1, 0, 1)}
        years = {int(when.earliest[:4]) for when in (first, last)}
        return all(n in near or self.quotes.has_year(n) for n in years)


_ORDER = ("speaker", "addressee", "target", "agent", "recipient", "guest", "host", "participant")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


def _day(text: str) -> When | None:
    """A date of any precision with its bounds; None for what is no date."""
    match = _DATE.match(text)
    if not match:
        return None
    numbers = [int(number) for number in match.groups() if number]
    try:
        return (year, month, lambda *ymd: day(date(*ymd)))[len(numbers) - 1](*numbers)
    except ValueError:
        return None


def _sorted(keys: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({key for key in keys if key}))


def _once(passages: Iterable[Iterable[Interaction]]) -> list[Interaction]:
    """Facts that a later passage tells again, once, with the evidence of both.

    What one answer tells as two is two.
    """
    kept: list[Interaction] = []
    known: dict[Interaction, int] = {}
    for claims in passages:
        fresh: dict[Interaction, int] = {}
        for claim in claims:
            at = known.get(_bare(claim))
            if at is None:
                fresh.setdefault(_bare(claim), len(kept))
                kept.append(claim)
            else:
                spans = sorted({*kept[at].evidence, *claim.evidence})
                kept[at] = replace(kept[at], evidence=tuple(spans[:_MOST_EVIDENCE]))
        known |= fresh
    return kept


def _bare(claim: Interaction) -> Interaction:
    """What two accounts of one fact have in common; of words and most deeds, the sentence, too."""
    told_by_sentence = claim.kind not in ontology.kinds("Encounter") and not claim.instruments
    return claim if told_by_sentence else replace(claim, evidence=())
