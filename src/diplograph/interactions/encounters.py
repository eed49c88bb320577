"""Encounters a sentence tells of, by verb ("met"), by noun ("talks with"), in titles and captions.

One small function for each frame of `ontology/cues/encounters.csv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from diplograph.interactions.candidates import Candidate
from diplograph.interactions.clauses import (
    Sentence,
    actors,
    behind,
    modality,
    objects,
    patients,
    phrase,
    subjects,
)
from diplograph.interactions.setting import instruments, place, topics, vague, when
from diplograph.vocabulary import cues
from diplograph.vocabulary.authority import entries

_PHONE = re.compile(r"\b(?:phone|telephone|call|line)\b", re.IGNORECASE)
_LENDING = frozenset({"in", "at", "to", "for", "after", "following", "during", "over", "of"})
# Calls and letters join two places; neither is where it happened.
_NOWHERE = ("TelephoneCall", "Correspondence")
# Plurals that count events; "talks" and "negotiations" are one.
_COUNTED = frozenset(
    {"meetings", "summits", "conferences", "calls", "conversations", "dinners", "lunches"}
)
_VIDEO = re.compile(r"\bvideo|\bvirtual|\bVTC\b|\bteleconference", re.IGNORECASE)


def candidates(sentence: Sentence) -> Iterator[Candidate]:
    """The encounters one sentence tells of, in the order of their cue words.

    "The EU top diplomat Federica Mogherini met Sergey Lavrov in Milan" gives one Meeting.
    """
    told = list(_told(sentence))
    calls = [set(c.participants) for c in told if c.kind == "TelephoneCall"]
    for candidate in told:
        if candidate.kind != "Meeting" or set(candidate.participants) not in calls:
            yield candidate


def _told(sentence: Sentence) -> Iterator[Candidate]:
    verbs, nouns = cues.encounters("verb"), cues.encounters("noun")
    for token in sentence.parse:
        if token.pos_ in ("VERB", "AUX") and (word := phrase(token, verbs)):
            yield from _verb(sentence, token, verbs[word])
        elif token.pos_ in ("NOUN", "PROPN", "VERB") and (word := phrase(token, nouns)):
            yield from _noun(sentence, token, nouns[word])


def _verb(sentence: Sentence, verb: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    frames = {
        "with": _with,
        "discuss": _discuss,
        "travel": _travel,
        "host": _host,
        "welcome": _welcome,
        "object": _object,
        "speak": _speak,
        "letter": _write,
    }
    yield from frames[cue.frame](sentence, verb, cue)


def _with(sentence: Sentence, verb: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """ "X met (with) Y", "X and Y met"."""
    who = _merge(subjects(sentence, verb), patients(sentence, verb), behind(sentence, verb, "with"))
    if len(who) > 1:
        yield _candidate(sentence, verb, cue.kind, who, medium=_medium(sentence, cue.medium))


def _discuss(sentence: Sentence, verb: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """ "X discussed trade with Y": fits any encounter of the two."""
    who = _merge(
        subjects(sentence, verb), behind(sentence, verb, "with"), _object_with(sentence, verb)
    )
    if len(who) > 1:
        yield _candidate(sentence, verb, cue.kind, who, weak=True, undated=True, base=0.55)


def _object_with(sentence: Sentence, verb: Token) -> tuple[str, ...]:
    """ "exchanged views with Y"."""
    return _merge(*(behind(sentence, noun, "with") for noun in objects(verb)))


def _travel(sentence: Sentence, verb: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """ "X visited Moscow", "X will travel to Japan and Mongolia": one visit a state."""
    guests = subjects(sentence, verb)
    if guests and not _is_object_of_host(verb):
        yield from _visits(sentence, verb, guests)


def _is_object_of_host(verb: Token) -> bool:
    return verb.dep_ == "xcomp" and verb.head.lemma_ in ("invite", "ask")


def _visits(sentence: Sentence, trigger: Token, guests: tuple[str, ...]) -> Iterator[Candidate]:
    """One visit for each destination named with the trigger, guests and the host state in it."""
    guests = tuple(g for g in guests if sentence.found.kind(g) != "Place")
    for spot, host in _destinations(sentence, trigger):
        own = {sentence.found.party(g) for g in guests}
        if guests and host not in own:
            hosts = _inviters(sentence, host) or ((host,) if host else ())
            yield _candidate(
                sentence,
                trigger,
                "Visit",
                _merge(guests, hosts),
                spot=spot,
                host=hosts,
                guests=guests,
            )


def _inviters(sentence: Sentence, side: str | None) -> tuple[str, ...]:
    """ "At the invitation of X": the persons of the visited side who asked the guest to come."""
    named = [
        behind(sentence, t, "of", "from", "by") for t in sentence.parse if t.lemma_ == "invitation"
    ]
    return tuple(k for keys in named for k in keys if sentence.found.party(k) == side)


def _destinations(sentence: Sentence, trigger: Token) -> list[tuple[str, str]]:
    """Places and states a trigger goes to: (key of the place, key of its state)."""
    found: list[tuple[str, str | None]] = []
    heads = [c for c in trigger.children if c.dep_ in ("dobj", "obj")]
    for prep in trigger.children:
        if prep.dep_ in ("prep", "dative") and prep.lower_ in ("to", "in", "at"):
            heads += [c for c in prep.children if c.dep_ == "pobj"]
    for head in heads:
        for word in (head, *head.conjuncts, *(t for t in head.children if t.dep_ == "appos")):
            ref = sentence.reading.at(word)
            if ref and ref.use in ("place", "name", "capital"):
                found += [(key, _state_of(sentence, key)) for key in ref.entities]
    by_state: dict[str, str] = {}
    for key, state in found:
        if state:
            by_state.setdefault(state, key)
    return [(key, state) for state, key in by_state.items()]


def _state_of(sentence: Sentence, key: str) -> str | None:
    entry = entries().get(key)
    return (
        entry.parent
        if entry and entry.kind == "Place"
        else key
        if key.startswith("state/")
        else None
    )


def _host(sentence: Sentence, verb: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """ "X received the ambassador of Y"."""
    hosts = subjects(sentence, verb)
    guests = tuple(
        g
        for g in patients(sentence, verb)
        if sentence.found.kind(g) in ("Person", "State", "Grouping")
    )
    if _passive_subject(verb):
        guests = guests or patients(sentence, verb)
    who = _merge(hosts, guests)
    if hosts and guests and len(who) > 1:
        yield _candidate(sentence, verb, cue.kind, who, host=hosts, guests=guests)


def _passive_subject(verb: Token) -> bool:
    return any(c.dep_ == "nsubjpass" for c in verb.children)


def _welcome(sentence: Sentence, verb: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """ "X welcomed Y to Australia": a visit when somebody is welcomed somewhere."""
    hosts = subjects(sentence, verb)
    guests = tuple(g for g in patients(sentence, verb) if sentence.found.kind(g) == "Person")
    hosts = hosts or (sentence.reading.speakers if verb.dep_ == "xcomp" else ())
    to = [c for c in verb.children if c.lower_ in ("to", "in", "at", "here")]
    named = _destinations(sentence, verb)
    if hosts and guests and to:
        spot = named[0][0] if named else None
        yield _candidate(
            sentence, verb, cue.kind, _merge(hosts, guests), spot=spot, host=hosts, guests=guests
        )


def _object(sentence: Sentence, verb: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """ "X telephoned Y"; "called on" and "called X a liar" are something else."""
    others = tuple(k for k in patients(sentence, verb) if sentence.found.kind(k) == "Person")
    other_senses = any(
        c.dep_ in ("oprd", "ccomp", "xcomp", "prt") or c.lower_ in ("on", "for", "upon")
        for c in verb.children
    )
    who = _merge(subjects(sentence, verb), others)
    if others and len(who) > 1 and not other_senses:
        yield _candidate(sentence, verb, cue.kind, who, medium=cue.medium)


def _speak(sentence: Sentence, verb: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """ "X spoke with Y", "X and Y are scheduled to speak on the phone"."""
    partners = behind(sentence, verb, "with", "to")
    who = _merge(subjects(sentence, verb), partners)
    phone = bool(_PHONE.search(sentence.text))
    if len(who) > 1 and (
        phone or (partners and any(sentence.found.kind(p) == "Person" for p in partners))
    ):
        yield _candidate(
            sentence, verb, cue.kind, who, medium=_medium(sentence, cue.medium), weak=not phone
        )


def _write(sentence: Sentence, verb: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """ "X wrote to Y"."""
    to = behind(sentence, verb, "to")
    who = _merge(subjects(sentence, verb), to)
    if to and len(who) > 1:
        yield _candidate(sentence, verb, cue.kind, who, medium=cue.medium)


def _noun(sentence: Sentence, noun: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    if _generic(noun):
        return
    frames = {
        "event": _event,
        "vague": _vague,
        "organ": _organ,
        "visit": _visit,
        "press": _press,
        "letter": _letter,
    }
    ref = sentence.reading.at(noun)
    named = ref is not None and ref.use == "name" and cue.frame in ("event", "vague")
    yield from frames["organ" if named else cue.frame](sentence, noun, cue)


def _vague(sentence: Sentence, noun: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """ "dialogue", "exchange": one event only where somebody held it, or a day is given."""
    if _led(sentence, noun) or sentence.dates() or _definite(noun):
        yield from _event(sentence, noun, cue)


def _generic(noun: Token) -> bool:
    """Nouns used of no event in particular: "regular meetings", "meeting the needs"."""
    if noun.dep_ in ("compound", "amod") and noun.head.pos_ in ("NOUN", "PROPN"):
        return True
    if noun.pos_ == "VERB":
        return noun.tag_ != "VBG" or noun.dep_ == "amod"
    words = {c.lower_ for c in noun.children if c.dep_ in ("amod", "det")}
    return bool(
        words & {"regular", "frequent", "any", "every", "such", "numerous", "constant", "further"}
    )


def _event(sentence: Sentence, noun: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """ "held talks with Y", "the meeting of X and Y", "the NATO summit in Madrid"."""
    kind = _kind(sentence, noun, cue.kind)
    who = _who(sentence, noun, kind)
    if noun.lower_ in _COUNTED and len(who) > 2 and kind == "Meeting":
        yield from _each(sentence, noun, kind, who)
        return
    if len(who) < _least(kind) and not (
        _definite(noun) and kind in ("WorkingMeal", "PressConference", "Meeting", "TelephoneCall")
    ):
        return
    if kind == "Conference" and not _specific(sentence, noun, who):
        return
    yield _candidate(
        sentence,
        noun,
        kind,
        who,
        medium=_medium(sentence, cue.medium),
        definite=len(who) < 2 or _definite(noun),
        partners=bool(behind(sentence, noun, "with", "between")),
    )


def _least(kind: str) -> int:
    return 1 if kind in ("Conference", "PressConference") else 2


def _each(sentence: Sentence, noun: Token, kind: str, who: tuple[str, ...]) -> Iterator[Candidate]:
    """ "meetings with A, B and C": one meeting each."""
    for other in who[1:]:
        yield _candidate(sentence, noun, kind, (who[0], other))


def _kind(sentence: Sentence, noun: Token, kind: str) -> str:
    """A "meeting" of a body, or of many named by their office, is a conference."""
    if kind != "Meeting":
        return kind
    of = behind(sentence, noun, "of") + _modifiers(sentence, noun)
    kinds = {sentence.found.kind(k) for k in of}
    alone = not any(c.lower_ in ("with", "between") for c in noun.children)
    return "Conference" if of and alone and kinds <= {"Organization", "Grouping"} else kind


def _who(sentence: Sentence, noun: Token, kind: str) -> tuple[str, ...]:
    """Everyone an event noun names: possessor, modifiers, "with …", the verb's subject."""
    own = [c for c in noun.children if c.dep_ in ("poss", "nmod")]
    possessors = _merge(*(actors(sentence, c) for c in own))
    named = _merge(
        behind(sentence, noun, "with", "between", "among", "of"), _further(sentence, noun)
    )
    if kind == "WorkingMeal":
        named = _merge(named, behind(sentence, noun, "for"))
    bodies = (
        _modifiers(sentence, noun) if kind in ("Conference", "Meeting", "PressConference") else ()
    )
    led = _led(sentence, noun) or _author(sentence, named, kind)
    return _merge(possessors, led, bodies, _paired(sentence, noun), named, _had(sentence, noun))


def _paired(sentence: Sentence, noun: Token) -> tuple[str, ...]:
    """The states in "the U.S.-China Economic and Trade Meeting", "Franco-German talks"."""
    before = [
        r
        for token in noun.lefts
        for word in token.subtree
        if (r := sentence.reading.at(word)) and r.use in ("adjective", "demonym", "name")
    ]
    keys = tuple(dict.fromkeys(k for r in before for k in r.entities if k.startswith("state/")))
    return keys if len(keys) > 1 else ()


def _had(sentence: Sentence, noun: Token) -> tuple[str, ...]:
    """ "the meetings he had had with A, B and C"."""
    for clause in (c for c in noun.children if c.dep_ == "relcl" and _light(c)):
        return _merge(subjects(sentence, clause), behind(sentence, clause, "with"))
    return ()


def _further(sentence: Sentence, noun: Token) -> tuple[str, ...]:
    """Partners further off: "an exchange of views with Y", "talks took place between X and Y"."""
    views = [p for c in noun.children if c.lower_ == "of" for p in c.children if c.dep_ == "prep"]
    found = [behind(sentence, view, "with") for view in views]
    if noun.dep_ in ("nsubj", "nsubjpass") and noun.head.pos_ in ("VERB", "AUX"):
        found.append(behind(sentence, noun.head, "between", "with"))
    return _merge(*found)


def _author(sentence: Sentence, named: tuple[str, ...], kind: str) -> tuple[str, ...]:
    """In "Lavrov's remarks following talks with Makei" the talks are the author's."""
    if sentence.title and kind in ("Meeting", "TelephoneCall") and len(named) == 1:
        return tuple(a for a in sentence.found.authors if a not in named)
    return ()


def _modifiers(sentence: Sentence, noun: Token) -> tuple[str, ...]:
    """Organizations written before an event noun: "NATO summit", "OSCE Ministerial Council"."""
    found: list[str] = []
    for token in noun.lefts:
        for word in token.subtree:
            ref = sentence.reading.at(word)
            if ref and word.i < noun.i:
                found += [k for k in ref.entities if _convenes(sentence, k)]
    ref = sentence.reading.at(noun)
    if ref and ref.use == "name":
        found += ref.entities
    return tuple(dict.fromkeys(found))


def _led(sentence: Sentence, noun: Token) -> tuple[str, ...]:
    """The subject that a light verb lends: "Putin had a telephone conversation with …"."""
    word = noun
    for _ in range(4):
        head = word.head
        if word.dep_ == "conj":
            word = head
        elif word.dep_ in ("dobj", "obj", "attr", "nsubjpass") and (_light(head) or _wishes(head)):
            return _merge(subjects(sentence, head), behind(sentence, head, "with"))
        elif word.dep_ != "pobj" or head.lower_ not in _LENDING:
            return ()
        elif _lends(head):
            return _merge(
                _meeting_subjects(sentence, head.head), behind(sentence, head.head, "with")
            )
        elif head.head.lemma_ in ("part", "round", "margin", "sideline", "series"):
            word = head.head
        else:
            return ()
    return ()


def _wishes(verb: Token) -> bool:
    """Whether a verb takes an encounter that need not happen: "proposed a meeting with"."""
    return verb.pos_ == "VERB" and phrase(verb, cues.modality("governor")) is not None


def _lends(preposition: Token) -> bool:
    """Whether what stands before "in", "at", "to" says who took part: "took part in", "met at"."""
    governor = preposition.head
    return _light(governor) or (
        governor.pos_ == "VERB"
        and preposition.lower_ in ("at", "during", "for", "in", "after", "following")
    )


def _meeting_subjects(sentence: Sentence, verb: Token) -> tuple[str, ...]:
    """Subjects of a verb; of "the exchange between X and Y took place" those who exchange."""
    if who := subjects(sentence, verb):
        return who
    nouns = [
        c
        for c in verb.children
        if c.dep_ == "nsubj" and c.lemma_.casefold() in cues.encounters("noun")
    ]
    return _merge(*(behind(sentence, n, "between", "of", "with") for n in nouns))


def _light(verb: Token) -> bool:
    return verb.pos_ in ("VERB", "AUX") and (
        verb.lemma_ in cues.light_verbs() or phrase(verb, cues.light_verbs()) is not None
    )


def _definite(noun: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in ("the", "this", "today") for c in noun.children)


def _convenes(sentence: Sentence, key: str) -> bool:
    """Whether a body can gather: "the coalition against ISIS" is no meeting of ISIS."""
    entry = entries().get(key)
    bodies = sentence.found.kind(key) in ("Organization", "Grouping")
    return bodies and (entry is None or entry.detail != "armed-group")


def _specific(sentence: Sentence, noun: Token, who: tuple[str, ...]) -> bool:
    """A conference is one event where a body, a place or a date says which."""
    bodies = [k for k in who if _convenes(sentence, k)]
    return bool(bodies or _event_place(sentence, noun) or when(sentence, noun))


def _event_place(sentence: Sentence, noun: Token) -> str | None:
    """ "the Paris summit", "the conference in Berlin"."""
    for token in noun.children:
        ref = sentence.reading.at(token)
        if ref and token.dep_ in ("compound", "nmod", "amod") and ref.use in ("place", "capital"):
            return place(sentence, noun) or ref.entities[0]
    return None


def _organ(sentence: Sentence, noun: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """A body named for its gathering: "at the Collective Security Council in Bishkek"."""
    ref = sentence.reading.at(noun)
    before = noun.head.dep_ == "prep" or noun.dep_ == "pobj"
    at = noun.head.lower_ if before else ""
    date = when(sentence, noun)
    if (
        ref
        and ref.use == "name"
        and (
            at in ("at", "during")
            or (at == "of" and _in_margins(noun))
            or (at in ("of", "in") and date and _near(sentence, noun))
        )
    ):
        led = () if _in_margins(noun) else _led(sentence, noun)
        yield _candidate(sentence, noun, cue.kind, _merge(ref.entities, led), base=0.5)


def _in_margins(noun: Token) -> bool:
    return noun.head.head.lemma_ in ("margin", "sideline", "fringe", "framework")


def _near(sentence: Sentence, noun: Token) -> bool:
    at = sentence.reading.start(noun)
    return any(abs(d.start - at) < 60 for d in sentence.dates())


def _visit(sentence: Sentence, noun: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """ "X's visit to Moscow", "a visit to Russia by Y", "on her first official visit to Moscow"."""
    own = [c for c in noun.children if c.dep_ == "poss"]
    guests = _merge(*(actors(sentence, c) for c in own), behind(sentence, noun, "by", "of", "from"))
    guests = guests or _led(sentence, noun) or _on_visit(sentence, noun)
    if guests:
        made = list(_visits(sentence, noun, guests))
        if made:
            yield from made
        elif (here := _here(sentence, guests)) and noun.lemma_ != "tour":
            yield _candidate(
                sentence, noun, "Visit", _merge(guests, here), definite=True, guests=guests
            )


def _on_visit(sentence: Sentence, noun: Token) -> tuple[str, ...]:
    """ "Mogherini, on her first visit to Moscow, said": whoever the sentence is about."""
    if noun.dep_ == "pobj" and noun.head.lower_ in ("on", "during", "for"):
        governor = noun.head.head
        return (
            subjects(sentence, governor) if governor.pos_ == "VERB" else actors(sentence, governor)
        )
    return ()


def _here(sentence: Sentence, guests: tuple[str, ...]) -> tuple[str, ...]:
    """The publisher's side, when the visit of another side names no destination."""
    side = sentence.found.side
    return (side,) if side and side not in {sentence.found.party(g) for g in guests} else ()


def _press(sentence: Sentence, noun: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """ "X addressed a news conference", "remarks at the joint press conference with Y"."""
    if noun.tag_ in ("NNS", "NNPS") or (cue.word == "briefing" and not _for_press(sentence, noun)):
        return
    who = _merge(
        _possessor_of_words(sentence, noun),
        _led(sentence, noun),
        _addressed(sentence, noun),
        behind(sentence, noun, "with", "by", "of"),
    )
    persons = tuple(
        k for k in who or sentence.reading.speakers if sentence.found.kind(k) == "Person"
    )
    joint = any(c.lower_ == "joint" for c in noun.children)
    yield _candidate(
        sentence,
        noun,
        cue.kind,
        persons or who,
        definite=len(who) < 1 or (joint and len(persons) < 2),
    )


def _for_press(sentence: Sentence, noun: Token) -> bool:
    """Whether a briefing is one for journalists: the item's own title or transcript says so."""
    own = any(c.lower_ in ("this", "today", "daily") for c in noun.subtree)
    return sentence.title or (own and bool(sentence.reading.passage.speaker))


def _addressed(sentence: Sentence, noun: Token) -> tuple[str, ...]:
    head = noun.head
    return (
        subjects(sentence, head)
        if head.pos_ == "VERB"
        and noun.dep_ in ("dobj", "nsubj")
        and head.lemma_ in ("address", "hold", "give", "host")
        else ()
    )


def _possessor_of_words(sentence: Sentence, noun: Token) -> tuple[str, ...]:
    """ "Lavrov's remarks at the news conference": who speaks there."""
    word = noun
    for _ in range(6):
        if word.head == word:
            break
        word = word.head
        for child in word.children:
            if child.dep_ == "poss" and (keys := actors(sentence, child)):
                return keys
    return ()


def _letter(sentence: Sentence, noun: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """ "sent a congratulatory message to Y", "a letter from X to Y", "our Note to Y"."""
    own = [c for c in noun.children if c.dep_ == "poss"]
    senders = _merge(
        *(actors(sentence, c) for c in own), behind(sentence, noun, "from", "of", "by")
    ) or _led(sentence, noun)
    head = noun.head if noun.dep_ in ("dobj", "nsubjpass") else noun
    takers = _merge(behind(sentence, noun, "to"), behind(sentence, head, "to"))
    if head.lemma_ == "receive":
        takers = takers or subjects(sentence, head)
    who = _merge(senders, takers)
    if senders and takers and len(who) > 1:
        yield _candidate(sentence, noun, cue.kind, who, medium=cue.medium, host=(), guests=())


def _medium(sentence: Sentence, medium: str | None) -> str | None:
    return "video" if _VIDEO.search(sentence.text) else medium


def _merge(*groups: tuple[str, ...]) -> tuple[str, ...]:
    """All keys once, in order."""
    return tuple(dict.fromkeys(key for group in groups for key in group))


def _spot(sentence: Sentence, trigger: Token) -> str | None:
    return place(sentence, trigger) or _event_place(sentence, trigger)


def _candidate(
    sentence: Sentence,
    trigger: Token,
    kind: str,
    who: tuple[str, ...],
    *,
    spot: str | None = None,
    medium: str | None = None,
    host: tuple[str, ...] = (),
    guests: tuple[str, ...] = (),
    weak: bool = False,
    undated: bool = False,
    definite: bool = False,
    base: float = 0.7,
    partners: bool = False,
) -> Candidate:
    who = tuple(k for k in who if sentence.found.kind(k) != "Place")
    return Candidate(
        kind,
        who,
        modality(trigger),
        sentence.span,
        sentence.reading.start(trigger),
        None if undated else when(sentence, trigger),
        None if undated or kind in _NOWHERE else spot or _spot(sentence, trigger),
        medium,
        host,
        guests,
        weak,
        definite,
        sentence.title,
        topics(sentence),
        instruments(sentence),
        base,
        partners,
        vague(sentence),
    )
