"""What is said of each interaction, and the sentences that say so."""

from __future__ import annotations

from collections import defaultdict

from diplograph.network import queries
from diplograph.network.answers import Queryable, local, rows
from diplograph.network.queries import Choice
from diplograph.network.record import Contact, Sentence
from diplograph.network.ties import Tie


def find_contacts(store: Queryable, choice: Choice, ties: dict[str, Tie]) -> dict[str, Contact]:
    """A `Contact` for each of `ties`."""
    said = _details(store, choice)
    proofs = _sentences(store, choice, ties)
    return {iri: _contact(iri, tie, said[iri], proofs.get(iri, ())) for iri, tie in ties.items()}


def _contact(iri: str, tie: Tie, said: tuple[str, ...], sentences: tuple[Sentence, ...]) -> Contact:
    modality, begin, end, earliest, latest, place, speech_act, confidence = said
    return Contact(
        iri=iri,
        kind=tie.projection.kind,
        branch=tie.projection.branch,
        modality=local(modality),
        participants=tie.everyone,
        begin=begin,
        end=end,
        earliest=earliest,
        latest=latest,
        place=place,
        speech_act=local(speech_act),
        confidence=float(confidence or 0),
        sentences=sentences,
    )


def _details(store: Queryable, choice: Choice) -> dict[str, tuple[str, ...]]:
    """What is said of each interaction; of several reports the surest, then the first by text."""
    surest: dict[str, tuple[str, ...]] = {}
    for iri, *said in rows(store, queries.details(choice)):
        report = tuple(said)
        if iri not in surest or _surer(report) < _surer(surest[iri]):
            surest[iri] = report
    return surest


def _surer(report: tuple[str, ...]) -> tuple[float, tuple[str, ...]]:
    return (-float(report[-1] or 0), report)


def _sentences(
    store: Queryable, choice: Choice, ties: dict[str, Tie]
) -> dict[str, tuple[Sentence, ...]]:
    """The evidence of each of `ties`, sorted by document and place in it."""
    sources = _items(store)
    found: dict[str, list[Sentence]] = defaultdict(list)
    for iri, item, first, after, words in rows(store, queries.sentences(choice)):
        if iri in ties:
            document, title = sources.get(item, (item, ""))
            found[iri].append(Sentence(words, int(first), int(after), item, title, document))
    return {iri: tuple(sorted(proofs, key=_position)) for iri, proofs in found.items()}


def _position(sentence: Sentence) -> tuple[str, int, int, str]:
    return (sentence.document, sentence.start, sentence.end, sentence.item)


def _items(store: Queryable) -> dict[str, tuple[str, str]]:
    return {
        item: (identifier, title)
        for item, identifier, title in sorted(rows(store, queries.items()), reverse=True)
    }
