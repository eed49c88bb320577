"""Visits: who went to whom, and where."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from diplograph.interactions.candidates import Candidate, candidate, merged
from diplograph.interactions.clauses import Sentence, actors, behind, subjects
from diplograph.interactions.participants import absent, is_light, led
from diplograph.vocabulary import cues
from diplograph.vocabulary.authority import entries


def visits(sentence: Sentence, trigger: Token, guests: tuple[str, ...]) -> Iterator[Candidate]:
    """One visit for each destination named with the trigger, guests and the host state in it."""
    guests = tuple(g for g in guests if sentence.found.kind(g) != "Place")
    for spot, host in destinations(sentence, trigger):
        own = {sentence.found.party(g) for g in guests}
        if guests and host not in own:
            hosts = _inviters(sentence, host) or ((host,) if host else ())
            yield candidate(
                sentence,
                trigger,
                "Visit",
                merged(guests, hosts),
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


def destinations(sentence: Sentence, trigger: Token) -> list[tuple[str, str | None]]:
    """Places and states a trigger goes to: (key of the place, key of its state, if any)."""
    found: list[tuple[str, str | None]] = []
    heads = [c for c in trigger.children if c.dep_ in ("dobj", "obj")]
    for prep in trigger.children:
        if prep.dep_ in ("prep", "dative") and prep.lower_ in ("to", "in", "at", "for"):
            heads += [c for c in prep.children if c.dep_ == "pobj"]
    for head in heads:
        for word in (head, *head.conjuncts, *(t for t in head.children if t.dep_ == "appos")):
            ref = sentence.reading.at(word)
            if ref and ref.use in ("place", "name", "capital"):
                found += [(key, _state_of(sentence, key)) for key in ref.entities]
            elif own := _own_country(sentence, word):
                found.append((own, own))
    by_state: dict[str | None, str] = {}
    for key, state in found:
        by_state.setdefault(state, key)
    return [(key, state) for state, key in by_state.items()]


def _own_country(sentence: Sentence, noun: Token) -> str | None:
    """The speaker's side in "visited our country"."""
    ours = any(c.dep_ == "poss" and c.lower_ in ("our", "my") for c in noun.children)
    if not ours or noun.lemma_.casefold() not in cues.encounter_words("country"):
        return None
    sides = {sentence.found.party(k) for k in sentence.reading.speakers}
    return sides.pop() if len(sides) == 1 else sentence.found.side


def _state_of(sentence: Sentence, key: str) -> str | None:
    entry = entries().get(key)
    return (
        entry.parent
        if entry and entry.kind == "Place"
        else key
        if key.startswith("state/")
        else None
    )


def visit(sentence: Sentence, noun: Token, cue: cues.EncounterCue) -> Iterator[Candidate]:
    """ "X's visit to Lima", "a visit to Peru by Y", "on her second state visit to Lima"."""
    own = [c for c in noun.children if c.dep_ == "poss"]
    guests = merged(*(actors(sentence, c) for c in own), behind(sentence, noun, "by", "of", "from"))
    guests = guests or led(sentence, noun) or _on_visit(sentence, noun) or absent(sentence, noun)
    if guests:
        paid = noun.dep_ in ("dobj", "obj") and is_light(noun.head)
        made = list(visits(sentence, noun, guests))
        made = made or (list(visits(sentence, noun.head, guests)) if paid else [])
        if made:
            yield from made
        elif (here := _here(sentence, guests)) and noun.lemma_ != "tour":
            yield candidate(
                sentence, noun, "Visit", merged(guests, here), definite=True, guests=guests
            )


def _on_visit(sentence: Sentence, noun: Token) -> tuple[str, ...]:
    """ "Dahl, on her second visit to Lima, said": whoever the sentence is about."""
    if noun.dep_ == "pobj" and noun.head.lower_ in ("on", "during", "for"):
        governor = noun.head.head
        return (
            subjects(sentence, governor)
            if governor.pos_ in ("VERB", "AUX")
            else actors(sentence, governor)
        )
    return ()


def _here(sentence: Sentence, guests: tuple[str, ...]) -> tuple[str, ...]:
    """The side that speaks, when the visit of another side names no destination."""
    found = sentence.found
    side = found.side or next(iter({found.party(a) for a in found.authors}), None)
    return (side,) if side and side not in {sentence.found.party(g) for g in guests} else ()
