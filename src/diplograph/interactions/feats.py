"""The deeds of an item: whose work it was where the sentence only says "we", each told once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from diplograph.interactions.clauses import Sentence, behind
from diplograph.interactions.deeds import deeds
from diplograph.interactions.done import Done, Keys
from diplograph.interactions.tellings import Event, parties
from diplograph.mentions.found import Found

_MOST_EVIDENCE = 4
# Between two sentences of a paragraph.
_SPACE = 1
_TALKS = ("Meeting", "TelephoneCall", "Visit", "Conference")
_BODIES = ("Organization", "Grouping")


def feats(parts: Sequence[Sentence], met: list[Event], found: Found) -> list[Done]:
    """Every deed once: what is done by and to the same is one, unless something tells it apart."""
    made: list[Done] = []
    voices, sides = _voices(parts, found), _opposite(parts, found)
    for sentence in parts:
        for told in deeds(sentence):
            deed = _shared(told, met, voices, found)
            if deed.together and not deed.agents and deed.kind == "AgreementAct":
                deed = replace(deed, agents=_two_who_met(deed, met, found) or sides)
            if deed.domestic and deed.kind == "Assistance":
                deed = replace(deed, recipients=_other_who_met(deed, met, found))
            if (deed.agents or deed.recipients) and not _at_home(deed, found):
                _collect(deed, made, found)
    return made


def _at_home(deed: Done, found: Found) -> bool:
    """ "We approved a strategy", "We gave schools ten million": no affair between states."""
    if deed.domestic and deed.kind == "Assistance":
        return not deed.recipients
    sides = {found.party(k) for k in (*deed.agents, *deed.recipients)}
    national = all(k is None or found.kind(k) == "State" for k in sides)
    return deed.domestic and national and len(sides) < 2 and not deed.instruments


def _collect(deed: Done, made: list[Done], found: Found) -> None:
    for at, known in enumerate(made):
        if known.kind == deed.kind and _same(known, deed, found):
            made[at] = _joined(known, deed)
            return
    made.append(deed)


def _same(a: Done, b: Done, found: Found) -> bool:
    """Whether two tellings are of one deed: nothing differs, and something names it."""
    if not _same_terms(a, b) or not _within(parties(a.agents, found), parties(b.agents, found)):
        return False
    if a.kind == "AgreementAct":
        signed = a.about == b.about != "" and {a.modality, b.modality} == {"planned", "actual"}
        return bool(set(a.instruments) & set(b.instruments)) or signed
    same = _within(set(a.recipients), set(b.recipients))
    if a.kind == "Expulsion":
        same = _within(parties(a.recipients, found), parties(b.recipients, found))
    return a.modality == b.modality and same


def _same_terms(a: Done, b: Done) -> bool:
    """Whether modality, date, amount and comment do not tell two deeds apart."""
    modes = {a.modality, b.modality}
    if len(modes) > 1 and modes != {"planned", "actual"}:
        return False
    expelled = a.kind == "Expulsion"  # "expelled two diplomats and recalled its ambassador"
    if a.comment != b.comment and (expelled or (a.comment and b.comment)):
        return False
    if a.amount and b.amount and a.amount != b.amount:
        return False
    return not (
        a.when and b.when and (a.when.latest < b.when.earliest or b.when.latest < a.when.earliest)
    )


def _within(a: set[str], b: set[str]) -> bool:
    return a <= b or b <= a


def _joined(a: Done, b: Done) -> Done:
    evidence = tuple(dict.fromkeys((*a.evidence, *b.evidence)))[:_MOST_EVIDENCE]
    agents = a.agents if len(a.agents) >= len(b.agents) else b.agents
    return replace(
        a,
        modality="actual" if "actual" in (a.modality, b.modality) else a.modality,
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


def _voices(parts: Sequence[Sentence], found: Found) -> Keys:
    """The two of different sides whose turn it is in a transcript of joint remarks."""
    turns = [k for s in parts if not s.reading.questioner for k in s.reading.speakers]
    voices = tuple(dict.fromkeys(turns))
    return voices if len(voices) == 2 == len(parties(voices, found)) else ()


def _two_who_met(deed: Done, met: list[Event], found: Found) -> Keys:
    """The two sides of all that took place, if it was between two."""
    both = {
        side: None
        for e in met
        if e.modality == "actual" and e.kind in _TALKS and _then(deed, e)
        for k in e.participants
        if (side := found.party(k))
    }
    return tuple(both) if len(both) == 2 else ()


def _other_who_met(deed: Done, met: list[Event], found: Found) -> Keys:
    """The side that met the giver, if all that took place was between two: it is given to."""
    both = _two_who_met(deed, met, found)
    givers = parties(deed.agents, found)
    return tuple(k for k in both if k not in givers) if givers and givers < set(both) else ()


def _opposite(parts: Sequence[Sentence], found: Found) -> Keys:
    """The two states an item is about, "talks between Norway and Kenya", if it names no others."""
    pairs = {
        tuple(sorted(keys)): None
        for s in parts
        for prep in s.parse
        if prep.lower_ == "between" and prep.dep_ == "prep"
        if len(keys := behind(s, prep.head, "between")) == 2
        and all(found.kind(k) == "State" for k in keys)
    }
    return next(iter(pairs)) if len(pairs) == 1 else ()


def _shared(deed: Done, met: list[Event], voices: Keys, found: Found) -> Done:
    """Whose work "we adopted a statement" is: the body's that convened, else of all who met."""
    if not deed.together or deed.kind != "AgreementAct":
        return deed
    if voices and set(deed.agents) <= set(voices):
        return replace(deed, agents=voices)
    if not deed.agents and len(found.authors) > 1:
        return replace(deed, agents=found.authors)
    return replace(deed, agents=_those_who_met(deed, met, found) or deed.agents)


def _those_who_met(deed: Done, met: list[Event], found: Found) -> Keys:
    known = set(deed.agents)
    day = [e for e in met if e.when and _then(deed, e)]
    actual = [
        e
        for e in met
        if e.modality == "actual" and e.kind in _TALKS and (_then(deed, e) or (day and not e.when))
    ]
    for event in actual:
        if event.kind == "Conference" and (event.lead or known & set(event.participants)):
            bodies = tuple(k for k in event.participants if found.kind(k) in _BODIES)
            if bodies:
                return bodies
    fitting = [e for e in actual if known <= _present(e, found) and len(e.participants) > 1]
    beside = [e for e in fitting if set(e.evidence) & set(deed.evidence)]
    beside = beside or [e for e in fitting if _just_told(e, deed)]
    main = beside or [e for e in fitting if e.lead] or fitting
    clear = bool(main) and bool(known or beside or len(main) == 1 or main[0].lead)
    between = clear and len({found.party(k) or k for k in main[0].participants}) > 1
    return tuple(main[0].participants) if between else ()


def _just_told(event: Event, deed: Done) -> bool:
    """Whether the sentence before tells of an encounter: "… held talks. They agreed to …"."""
    start = deed.evidence[0][0]
    return any(0 <= start - end <= _SPACE for _, end in event.evidence)


def _then(deed: Done, event: Event) -> bool:
    """Whether a deed's date lies in an encounter's: "was signed in 1992" is no work of today."""
    if deed.when is None:
        return True
    when = event.when
    return bool(when and when.earliest <= deed.when.latest and deed.when.earliest <= when.latest)


def _present(event: Event, found: Found) -> set[str]:
    """Those who took part, and the states and bodies they took part for."""
    return {*event.participants, *parties(event.participants, found)}
