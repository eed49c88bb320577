"""Deeds: agreements, aid, sanctions, invitations, appointments, expulsions, protests.

Each frame of `ontology/cues/deeds.csv` is one small function of the modules for these kinds.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from diplograph.interactions import agreements, assistance, envoys, measures
from diplograph.interactions.clauses import Sentence, phrase
from diplograph.interactions.done import Done, asserted
from diplograph.vocabulary import cues

_FRAMES = {
    "instrument": agreements.by_instrument,
    "agree": agreements.by_agreeing,
    "decide": agreements.by_deciding,
    "resolve": agreements.by_resolving,
    "recognize": agreements.recognizing,
    "recognition": agreements.recognition,
    "sign": agreements.by_signing,
    "issue": agreements.by_issuing,
    "ratify": agreements.by_ratifying,
    "accede": agreements.acceding,
    "party": agreements.becoming,
    "deposit": agreements.depositing,
    "draft": agreements.by_drafting,
    "task": agreements.by_tasking,
    "found": agreements.by_founding,
    "commit": agreements.by_commitment,
    "relations": agreements.relations,
    "of-relations": agreements.of_relations,
    "withdraw": agreements.leaving,
    "departure": agreements.departure,
    "doing": agreements.doing,
    "outcome": agreements.outcome,
    "entry": agreements.entry,
    "force": agreements.taking_force,
    "give": assistance.giving,
    "debt": assistance.forgiving,
    "donate": assistance.donating,
    "contribute": assistance.donating,
    "equip": assistance.equipping,
    "help": assistance.helping,
    "delivery": assistance.delivery,
    "aid": assistance.aid,
    "available": assistance.available,
    "promise": assistance.promised,
    "sanction": measures.sanctioning,
    "sanctions": measures.sanctions,
    "direct": measures.against,
    "deport": measures.deporting,
    "entry-ban": measures.banning,
    "bar": measures.barring,
    "barred": measures.barred,
    "frontier": measures.closing_border,
    "removal": measures.removal,
    "seize": measures.seizing,
    "list": measures.listing,
    "call-in": measures.called_in,
    "leave": measures.ordering,
    "restrictions": measures.restrictions,
    "stop-aid": measures.aid_stopped,
    "ambassador": measures.recalling,
    "mission": measures.closing,
    "grata": measures.unwelcome,
    "protest": measures.protesting,
    "note": measures.noting,
    "remonstrate": measures.remonstrating,
    "invite": envoys.inviting,
    "invitation": envoys.invitation,
    "appoint": envoys.appointing,
    "represent": envoys.representing,
    "agrement": envoys.agreement,
    "appointment": envoys.appointment,
    "credentials": envoys.credentials,
}


def deeds(sentence: Sentence) -> Iterator[Done]:
    """The deeds one sentence tells of.

    "The EU imposed sanctions on Belarus" gives a Sanction by the EU against Belarus.
    """
    if sentence.reading.questioner:
        return
    seen: set[tuple[object, ...]] = set()
    for token in sentence.parse:
        found = _cues(token)
        if found and asserted(token):
            for cue in found:
                for done in _FRAMES[cue.frame](sentence, token, cue):
                    key = (done.kind, done.comment, done.agents, done.recipients, done.instruments)
                    if key not in seen:
                        seen.add(key)
                        yield done


def _cues(token: Token) -> tuple[cues.DeedCue, ...]:
    if token.pos_ in ("VERB", "AUX") or (token.dep_ == "amod" and token.tag_ == "VBN"):
        table = cues.deeds("verb")
    elif token.pos_ in ("NOUN", "PROPN"):
        table = cues.deeds("noun")
    else:
        return ()
    word = phrase(token, table)
    return table[word] if word else ()
