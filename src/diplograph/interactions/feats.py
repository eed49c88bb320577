"""The deeds of an item: whose work it was where the sentence only says "we", each told once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from diplograph.interactions.clauses import Sentence
from diplograph.interactions.deeds import deeds
from diplograph.interactions.done import Done, Keys
from diplograph.interactions.tellings import Event, parties
from diplograph.mentions.found import Found

_MOST_EVIDENCE = 4
_TALKS = ("Meeting", "TelephoneCall", "Visit", "Conference")
_BODIES = ("Organization", "Grouping")


def feats(parts: Iterable[Sentence], met: list[Event], found: Found) -> list[Done]:
    """Every deed once: what is done by and to the same is one, unless something tells it apart."""
    made: list[Done] = []
    for sentence in parts:
        for told in deeds(sentence):
            deed = _shared(told, met, found)
            if (deed.agents or deed.recipients) and not _at_home(deed, found):
                _collect(deed, made, found)
    return made


def _at_home(deed: Done, found: Found) -> bool:
    """ "We approved a strategy", said among people of one side: no affair of states."""
    people = all(found.kind(k) == "Person" for k in (*deed.agents, *deed.recipients))
    alone = len({found.party(k) for k in (*deed.agents, *deed.recipients)}) < 2
    return deed.domestic and people and alone and not deed.instruments


def _collect(deed: Done, made: list[Done], found: Found) -> None:
    for at, known in enumerate(made):
        if known.kind == deed.kind and _same(known, deed, found):
            made[at] = _joined(known, deed)
            return
    made.append(deed)


def _same(a: Done, b: Done, found: Found) -> bool:
    """Whether two tellings are of one deed: nothing differs, and something names it."""
    if a.modality != b.modality or (a.comment and b.comment and a.comment != b.comment):
        return False
    if a.amount != b.amount and a.amount and b.amount:
        return False
    if a.when and b.when and (a.when.latest < b.when.earliest or b.when.latest < a.when.earliest):
        return False
    if a.kind == "AgreementAct":
        shared = set(a.instruments) & set(b.instruments)
        return bool(shared) and _within(parties(a.agents, found), parties(b.agents, found))
    alike = _within(parties(a.agents, found), parties(b.agents, found))
    return alike and _within(set(a.recipients), set(b.recipients))


def _within(a: set[str], b: set[str]) -> bool:
    return a <= b or b <= a


def _joined(a: Done, b: Done) -> Done:
    evidence = tuple(dict.fromkeys((*a.evidence, *b.evidence)))[:_MOST_EVIDENCE]
    agents = a.agents if len(a.agents) >= len(b.agents) else b.agents
    return replace(
        a,
        agents=agents,
        recipients=tuple(
            k for k in dict.fromkeys((*a.recipients, *b.recipients)) if k not in agents
        ),
        evidence=evidence,
        when=a.when or b.when,
        comment=a.comment or b.comment,
        amount=a.amount or b.amount,
        topics=tuple(dict.fromkeys((*a.topics, *b.topics))),
        instruments=tuple(dict.fromkeys((*a.instruments, *b.instruments))),
    )


def _shared(deed: Done, met: list[Event], found: Found) -> Done:
    """Whose work "we adopted a statement" is: the body's that convened, else of all who met."""
    if not deed.together or deed.kind != "AgreementAct":
        return deed
    return replace(deed, agents=_those_together(deed, met, found) or deed.agents)


def _those_together(deed: Done, met: list[Event], found: Found) -> Keys:
    known = set(deed.agents)
    if not known and len(found.authors) > 1:
        return found.authors
    actual = [e for e in met if e.modality == "actual" and e.kind in _TALKS]
    for event in actual:
        if event.kind == "Conference" and (event.lead or known & set(event.participants)):
            bodies = tuple(k for k in event.participants if found.kind(k) in _BODIES)
            if bodies:
                return bodies
    actual = [e for e in actual if _then(deed, e)]
    fitting = [e for e in actual if known <= set(_present(e, found)) and len(e.participants) > 1]
    main = [e for e in fitting if e.lead] or fitting
    return tuple(main[0].participants) if main and (known or len(main) == 1 or main[0].lead) else ()


def _then(deed: Done, event: Event) -> bool:
    """Whether a deed's date lies in an encounter's: "was signed in 1992" is no work of today."""
    if deed.when is None:
        return True
    when = event.when
    return bool(when and when.earliest <= deed.when.latest and deed.when.earliest <= when.latest)


def _present(event: Event, found: Found) -> list[str]:
    """Those who took part, and the states and bodies they took part for."""
    return [*event.participants, *sorted(parties(event.participants, found))]
