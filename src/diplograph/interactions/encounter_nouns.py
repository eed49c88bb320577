"""Encounters told by a noun: "held talks with", "the NATO summit", "a visit to".

One small function for each noun frame of `ontology/cues/encounters.csv`.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from diplograph.interactions.candidates import (
    Candidate,
    candidate,
    event_place,
    medium_of,
    merged,
)
from diplograph.interactions.clauses import Sentence, behind, phrase
from diplograph.interactions.letters import condolences, letter, paper
from diplograph.interactions.participants import (
    absent,
    attends,
    bodies_before,
    called_on,
    convenes,
    led,
    who_takes_part,
)
from diplograph.interactions.press import press
from diplograph.interactions.setting import when
from diplograph.interactions.visits import destinations, visit
from diplograph.vocabulary import cues

# Plurals that count events; "talks" and "negotiations" are one.
_COUNTED = frozenset(
    {"meetings", "summits", "conferences", "calls", "conversations", "dinners", "lunches"}
)
# Kinds that a definite noun without names may refer back to ("the talks").
_REFERRING = ("WorkingMeal", "PressConference", "Meeting", "TelephoneCall")
# Kinds that need no names where others are told of: "a working lunch followed".
_ACCOMPANYING = ("WorkingMeal", "PressConference")


def noun_tellings(sentence: Sentence, noun: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """The encounters an encounter noun tells of: "talks" in "held talks with the Kenyan minister".

    None where the noun means no event in particular ("regular meetings").
    """
    if _generic(noun) or (_is_habitual(noun) and not (sentence.title and sentence.dates())):
        return
    frames = {
        "event": _event,
        "vague": _vague,
        "organ": _organ,
        "call": _call,
        "ceremony": _ceremony,
        "visit": visit,
        "press": press,
        "letter": letter,
        "paper": paper,
        "condolence": condolences,
    }
    ref = sentence.reading.at(noun)
    named = ref is not None and ref.use == "name" and cue.frame in ("event", "vague")
    yield from frames["organ" if named else cue.frame](sentence, noun, cue)


def _vague(sentence: Sentence, noun: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """ "dialogue", "exchange": one event only where somebody held it, or a day is given."""
    if led(sentence, noun) or sentence.dates() or _is_definite(noun):
        yield from _event(sentence, noun, cue)


def _call(sentence: Sentence, noun: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """ "paid a courtesy call on the President", else a telephone call."""
    on = called_on(sentence, noun)
    who = merged(led(sentence, noun) or absent(sentence, noun), on)
    if on and len(who) > 1:
        yield candidate(sentence, noun, "Meeting", who)
    elif not on and cue.kind == "TelephoneCall":
        yield from _event(sentence, noun, cue)


def _ceremony(sentence: Sentence, noun: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """ "A and B at a Signing Ceremony": only where it says who."""
    who = who_takes_part(sentence, noun, cue.kind)
    if sentence.title and len(who) > 1:
        yield candidate(sentence, noun, cue.kind, who)


def _generic(noun: Token) -> bool:
    """Words that are no encounter: "meeting room", "meeting the needs"."""
    if noun.dep_ in ("compound", "amod") and noun.head.pos_ in ("NOUN", "PROPN"):
        return True
    return noun.pos_ == "VERB" and (noun.tag_ != "VBG" or noun.dep_ == "amod")


def _is_habitual(noun: Token) -> bool:
    """ "regular meetings", "any talks": no event in particular; a title's dated one is."""
    words = {c.lower_ for c in noun.children if c.dep_ in ("amod", "det")}
    return bool(words & cues.encounter_words("habitual"))


def _event(sentence: Sentence, noun: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """ "held talks with Y", "the meeting of X and Y", "the NATO summit in Madrid"."""
    kind = _kind(sentence, noun, cue.kind)
    who = who_takes_part(sentence, noun, kind) or _as_before(sentence, noun, kind)
    if kind == "Meeting" and len(who) == 1 and convenes(sentence, who[0]):
        kind = "Conference"
    if noun.lower_ in _COUNTED and len(who) > 2 and kind in ("Meeting", "TelephoneCall"):
        yield from _each(sentence, noun, kind, who)
        return
    who = merged(who, _hosts(sentence, noun)) if _one_sided(sentence, who) else who
    if _one_sided(sentence, who) and kind in _REFERRING and any(behind(sentence, noun, "with")):
        who = merged(absent(sentence, noun), who)
    short = len(who) < _least(kind)
    if short and _is_next(noun):
        yield candidate(sentence, noun, kind, who)
        return
    alone = kind in _ACCOMPANYING and (bool(who) or not _complemented(noun))
    if short and not (alone or (_is_definite(noun) and kind in _REFERRING)):
        return
    unsaid = kind == "Conference" and not _specific(sentence, noun, who)
    if unsaid and not _is_definite(noun):
        return
    yield candidate(
        sentence,
        noun,
        kind,
        who,
        medium=medium_of(sentence, cue.medium),
        definite=len(who) < 2 or _is_definite(noun),
        partners=bool(behind(sentence, noun, "with", "between")),
        joins=unsaid,
    )


def _is_next(noun: Token) -> bool:
    """ "the next round of consultations": of those whose last round the text tells."""
    return any(c.lower_ == "next" for c in noun.children)


def _hosts(sentence: Sentence, noun: Token) -> tuple[str, ...]:
    """The state gone to in "came to Moscow for talks", "will travel to Oslo for consultations"."""
    verb = noun.head.head
    for_it = noun.dep_ == "pobj" and noun.head.lower_ == "for" and verb.pos_ == "VERB"
    if (
        not for_it
        or phrase(verb, cues.encounters("verb")) is None
        or behind(sentence, noun, "with")
    ):
        return ()
    return tuple(host for _, host in destinations(sentence, verb) if host)


def _one_sided(sentence: Sentence, who: tuple[str, ...]) -> bool:
    return len({sentence.found.party(k) for k in who}) == 1


def _complemented(noun: Token) -> bool:
    """Whether a meal is somebody else's: "a lunch for the ambassadors", "a dinner hosted by"."""
    told = ("with", "for", "to", "by")
    clauses = [c for c in noun.children if c.dep_ in ("acl", "relcl")]
    return any(c.lower_ in told for n in (noun, *clauses) for c in n.children)


def _as_before(sentence: Sentence, noun: Token, kind: str) -> tuple[str, ...]:
    """ "the December 7 talks between A and B, and the December 30 call": the same A and B."""
    if noun.dep_ != "conj" or not any(_dates_of(sentence, noun)):
        return ()
    before = (t for t in noun.doc[sentence.parse.start : noun.i] if t.pos_ == "NOUN")
    first = [t for t in before if t.lemma_.casefold() in cues.encounters("noun")]
    return who_takes_part(sentence, first[-1], kind) if first else ()


def _dates_of(sentence: Sentence, noun: Token) -> Iterator[bool]:
    """Whether a date is written with a noun: "the December 30 call"."""
    start, end = sentence.reading.start(noun.left_edge), sentence.reading.end(noun)
    return (start <= d.start < end for d in sentence.dates())


def _least(kind: str) -> int:
    return 1 if kind in ("Conference", "PressConference") else 2


def _each(sentence: Sentence, noun: Token, kind: str, who: tuple[str, ...]) -> Iterator[Candidate]:
    """ "meetings with A, B and C": one meeting each."""
    for other in who[1:]:
        yield candidate(sentence, noun, kind, (who[0], other))


def _kind(sentence: Sentence, noun: Token, kind: str) -> str:
    """A "meeting" of a body, or of many named by their office, is a conference."""
    if kind != "Meeting":
        return kind
    of = behind(sentence, noun, "of") + bodies_before(sentence, noun)
    kinds = {sentence.found.kind(k) for k in of}
    alone = not any(c.lower_ in ("with", "between") for c in noun.children)
    if alone and not of and _is_hosted(noun):
        return "Conference"
    return "Conference" if of and alone and kinds <= {"Organization", "Grouping"} else kind


def _is_hosted(noun: Token) -> bool:
    """ "Canada hosted a meeting of ministers": a gathering of many who are not named."""
    host = noun.dep_ == "dobj" and phrase(noun.head, cues.encounter_words("attending")) is not None
    many = (p for c in noun.children if c.lower_ == "of" for p in c.children)
    return host and any(p.tag_ == "NNS" for p in many)


def _is_definite(noun: Token) -> bool:
    """Whether a noun refers back: "the talks", "this meeting"."""
    return any(c.dep_ == "det" and c.lower_ in ("the", "this", "today") for c in noun.children)


def _specific(sentence: Sentence, noun: Token, who: tuple[str, ...]) -> bool:
    """A conference is one event where a body, its members, a place or a date says which."""
    bodies = [k for k in who if convenes(sentence, k)]
    return bool(bodies or len(who) > 2 or event_place(sentence, noun) or when(sentence, noun))


def _organ(sentence: Sentence, noun: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """A body named for its gathering: "at the Permanent Council in Lagos", "attended
    the East Asia Summit".
    """
    ref = sentence.reading.at(noun)
    if ref is None or ref.use != "name":
        return
    there = attends(sentence, noun)
    if there or _gathers(sentence, noun):
        lent = () if _in_margins(noun) else there or led(sentence, noun)
        yield candidate(sentence, noun, cue.kind, merged(ref.entities, lent), base=0.5)


def _gathers(sentence: Sentence, noun: Token) -> bool:
    """Whether a body's name means a gathering of it: "at", "during", "in the margins of" it."""
    at = noun.head.lower_ if noun.head.dep_ == "prep" or noun.dep_ == "pobj" else ""
    dated = at in ("of", "in") and when(sentence, noun) and _near(sentence, noun)
    return bool(at in ("at", "during") or (at == "of" and _in_margins(noun)) or dated)


def _in_margins(noun: Token) -> bool:
    return noun.head.head.lemma_ in cues.encounter_words("margin")


def _near(sentence: Sentence, noun: Token) -> bool:
    at = sentence.reading.start(noun)
    return any(abs(d.start - at) < 60 for d in sentence.dates())
