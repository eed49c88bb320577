"""How event data sets code an interaction: the PLOVER event type and mode.

The rules are the codebook's (Halterman et al. 2023) and lie in `ontology/cues/plover.csv`: what is
announced is AGREE and not CONSULT, signing is SUPPORT, giving way is CONCEDE. In a visit the guest
is the source and the host the recipient; in a meeting all are sources, as our roles say. AID and
SANCTION are only coded where somebody is known to get them, deeds only where somebody does them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from diplograph.interactions.record import Interaction
from diplograph.vocabulary import cues

# Whom an actor or a place belongs to: the state or organization.
Party = Callable[[str], str | None]

_SEVERAL = 3


def coded(one: Interaction, party: Party) -> Interaction:
    """An interaction with its PLOVER type and mode; mere comments have none."""
    code = _code(one, party)
    if code is None or not _has_actors(one, code):
        return one
    return replace(one, plover=code.type, plover_mode=code.mode)


def _code(one: Interaction, party: Party) -> cues.PloverCode | None:
    modality = "" if one.kind == "Statement" else one.modality
    table = cues.plover()
    rows = (table.get((one.kind, one.speech_act or "", modality, d)) for d in _details(one, party))
    return next((code for code in rows if code), None)


def _details(one: Interaction, party: Party) -> Iterator[str]:
    """What tells cases of a kind apart, the most telling first."""
    yield from filter(None, (one.comment, one.medium, _setting(one, party)))
    yield ""


def _setting(one: Interaction, party: Party) -> str | None:
    """ "multilateral" among three sides or more, "third-party" where the host takes no part."""
    if len(one.parties) >= _SEVERAL:
        return "multilateral"
    host = party(one.place) if one.place else None
    abroad = host is not None and host.startswith("state/") and host not in one.parties
    return "third-party" if abroad and len(one.parties) > 1 else None


def _has_actors(one: Interaction, code: cues.PloverCode) -> bool:
    """Whether those are known without whom the codebook codes no event of a type."""
    roles = {role.name for role in one.roles}
    if code.needs_recipient and "recipient" not in roles:
        return False
    return bool(roles - {"recipient"})
