"""The PLOVER type of each interaction."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diplograph.interactions import Interaction

Read = Callable[..., tuple[Interaction, ...]]

DAHL = "Norwegian Foreign Minister Ingrid Dahl"
QUISPE = "Peruvian President Tomas Quispe"


@pytest.mark.parametrize(
    ("text", "kind", "plover"),
    [
        (f"{DAHL} visited Kenya.", "Visit", "CONSULT"),
        (f"{DAHL} will visit Kenya.", "Visit", "AGREE"),
        (f"{DAHL} refused to visit Kenya.", "Visit", "REJECT"),
        (f"{DAHL} met with {QUISPE}.", "Meeting", "CONSULT"),
        (f"{DAHL} welcomed the agreement.", "Statement", "SUPPORT"),
        (f"{DAHL} urged Kenya to help.", "Statement", "REQUEST"),
        (f"{DAHL} condemned the attack.", "Statement", "ACCUSE"),
        (f"{DAHL} rejected the claims.", "Statement", "REJECT"),
        (f"{DAHL} warned of serious consequences.", "Statement", "THREATEN"),
        (f"{DAHL} said that trade was growing.", "Statement", None),
        ("Norway and Kenya signed a treaty.", "AgreementAct", "AGREE"),
        ("Norway provided aid to Malawi.", "Assistance", "AID"),
        ("Norway imposed sanctions on Belarus.", "Sanction", "SANCTION"),
        ("Norway will impose sanctions on Belarus.", "Sanction", "THREATEN"),
        ("Poland expelled three Belarusian diplomats.", "Expulsion", "SANCTION"),
        ("Poland summoned the Belarusian ambassador.", "Protest", "ACCUSE"),
        (f"{DAHL} invited {QUISPE} to visit Oslo.", "Invitation", "SUPPORT"),
    ],
)
def test_plover_type(read: Read, text: str, kind: str, plover: str | None) -> None:
    """Kind, speech act and modality decide the PLOVER type; mere comments have none."""
    assert {i.plover for i in read(text) if i.kind == kind} == {plover}
