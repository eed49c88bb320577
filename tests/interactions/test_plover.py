"""The PLOVER type and mode of each interaction."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diplograph.interactions import Interaction

Read = Callable[..., tuple[Interaction, ...]]

DAHL = "Norwegian Foreign Minister Ingrid Dahl"
QUISPE = "Peruvian President Tomas Quispe"
OTIENO = "Kenyan Foreign Minister Amina Otieno"


@pytest.mark.parametrize(
    ("text", "kind", "code"),
    [
        (f"{DAHL} visited Kenya.", "Visit", ("CONSULT", "visit")),
        (f"{DAHL} will visit Kenya.", "Visit", ("AGREE", None)),
        (f"{DAHL} hopes to visit Kenya.", "Visit", ("REQUEST", "meet")),
        (f"{DAHL} refused to visit Kenya.", "Visit", ("REJECT", "meet")),
        (f"{DAHL} met with {QUISPE}.", "Meeting", ("CONSULT", None)),
        (f"{DAHL} met with {QUISPE} in Lima.", "Meeting", ("CONSULT", None)),
        (f"{DAHL} met with {QUISPE} in Vienna.", "Meeting", ("CONSULT", "third-party")),
        (f"{DAHL}, {QUISPE} and {OTIENO} met in Vienna.", "Meeting", ("CONSULT", "multilateral")),
        (f"{DAHL} spoke by phone with {QUISPE}.", "TelephoneCall", ("CONSULT", "phone")),
        (f"{DAHL} wrote to {QUISPE}.", "Correspondence", ("CONSULT", "phone")),
        (f"{DAHL} attended the NATO summit in Madrid.", "Conference", ("CONSULT", "multilateral")),
    ],
)
def test_encounters(read: Read, text: str, kind: str, code: tuple[str, str | None]) -> None:
    """What took place is CONSULT, announced AGREE, suggested REQUEST, refused REJECT."""
    assert {(i.plover, i.plover_mode) for i in read(text) if i.kind == kind} == {code}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f"{DAHL} welcomed the agreement.", ("SUPPORT", None)),
        (f"{DAHL} urged Kenya to help.", ("REQUEST", None)),
        (f"{DAHL} condemned the attack.", ("ACCUSE", "disapprove")),
        (f"{DAHL} rejected the claims.", ("REJECT", None)),
        (f"{DAHL} warned of serious consequences.", ("THREATEN", None)),
        (f"{DAHL} said that trade was growing.", (None, None)),
    ],
)
def test_statements(read: Read, text: str, code: tuple[str | None, str | None]) -> None:
    """The speech act decides; mere comments are not coded."""
    assert {(i.plover, i.plover_mode) for i in read(text) if i.kind == "Statement"} == {code}


@pytest.mark.parametrize(
    ("text", "kind", "code"),
    [
        ("Norway and Kenya signed a treaty.", "AgreementAct", ("SUPPORT", None)),
        ("Norway and Kenya will sign a treaty.", "AgreementAct", ("AGREE", None)),
        ("Norway and Kenya agreed to resume flights.", "AgreementAct", ("AGREE", None)),
        ("Norway and Kenya refused to sign a treaty.", "AgreementAct", ("REJECT", "assist")),
        ("Norway provided aid to Malawi.", "Assistance", ("AID", None)),
        ("Norway will provide aid to Malawi.", "Assistance", ("AGREE", None)),
        ("Norway imposed sanctions on Belarus.", "Sanction", ("SANCTION", "discontinue")),
        ("Norway will impose sanctions on Belarus.", "Sanction", ("THREATEN", "restrict")),
        ("Norway lifted sanctions on Belarus.", "Sanction", ("CONCEDE", None)),
        ("Norway refused to lift sanctions on Belarus.", "Sanction", ("REJECT", "yield")),
        ("Poland expelled three Belarusian diplomats.", "Expulsion", ("SANCTION", "expel")),
        ("Algeria recalled its ambassador from Madrid.", "Expulsion", ("SANCTION", "withdraw")),
        ("Peru severed diplomatic relations with Iran.", "Expulsion", ("SANCTION", "discontinue")),
        ("Poland threatened to expel Belarusian diplomats.", "Expulsion", ("THREATEN", "expel")),
        ("Poland summoned the Belarusian ambassador.", "Protest", ("ACCUSE", "disapprove")),
        (f"{DAHL} invited {QUISPE} to visit Oslo.", "Invitation", ("AGREE", None)),
    ],
)
def test_deeds(read: Read, text: str, kind: str, code: tuple[str, str | None]) -> None:
    """Signing is SUPPORT, a promise AGREE, giving way CONCEDE, breaking off SANCTION."""
    assert {(i.plover, i.plover_mode) for i in read(text) if i.kind == kind} == {code}


def test_aid_to_nobody_is_not_coded(read: Read) -> None:
    """The codebook has no AID and no SANCTION without a recipient."""
    (one,) = (i for i in read("Norway provided humanitarian aid.") if i.kind == "Assistance")
    assert one.plover is None


def test_visitors_are_sources_and_those_who_meet_are_equals(read: Read) -> None:
    """The guest of a visit is told from its host; in talks nobody is."""
    (visit,) = (i for i in read(f"{DAHL} visited Kenya.") if i.kind == "Visit")
    assert {role.name for role in visit.roles} == {"guest", "host"}
    (talks,) = (i for i in read(f"{DAHL} met with {QUISPE}.") if i.kind == "Meeting")
    assert {role.name for role in talks.roles} == {"participant"}
