"""Encounters a sentence tells of: by verb ("met"), by noun ("talks with"), in titles, captions."""

from __future__ import annotations

from collections.abc import Iterator

from diplograph.interactions.candidates import Candidate
from diplograph.interactions.clauses import Sentence, phrase
from diplograph.interactions.encounter_nouns import noun_tellings
from diplograph.interactions.encounter_verbs import verb_tellings
from diplograph.vocabulary import cues


def candidates(sentence: Sentence) -> Iterator[Candidate]:
    """The encounters one sentence tells of, in the order of their cue words.

    "The Norwegian minister Ingrid Dahl met Amina Otieno in Milan" gives one Meeting; a
    question ("Will the ministers meet?") gives none.
    """
    if sentence.text.rstrip("”\"')] ").endswith("?"):
        return
    told = list(_told(sentence))
    calls = [set(c.participants) for c in told if c.kind == "TelephoneCall"]
    for candidate in told:
        if candidate.kind != "Meeting" or set(candidate.participants) not in calls:
            yield candidate


def _told(sentence: Sentence) -> Iterator[Candidate]:
    verbs, nouns = cues.encounters("verb"), cues.encounters("noun")
    for token in sentence.parse:
        if token.pos_ in ("VERB", "AUX", "ADJ") and (word := phrase(token, verbs)):
            yield from verb_tellings(sentence, token, verbs[word])
        elif token.pos_ in ("NOUN", "PROPN", "VERB") and (word := phrase(token, nouns)):
            yield from noun_tellings(sentence, token, nouns[word])
