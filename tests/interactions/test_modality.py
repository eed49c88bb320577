"""Whether something happened, is planned, is only wished for, or did not happen."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diplograph.interactions import Interaction

Read = Callable[..., tuple[Interaction, ...]]

DAHL = "Norwegian Foreign Minister Ingrid Dahl"
QUISPE = "Peruvian President Tomas Quispe"
BOTH = f"{DAHL} and {QUISPE}"


def modalities(found: tuple[Interaction, ...]) -> set[str]:
    """The modalities of the encounters and deeds among some interactions."""
    return {i.modality for i in found if i.kind != "Statement"}


@pytest.mark.parametrize(
    "text",
    [
        f"{DAHL} visited Kenya.",
        f"{DAHL} has visited Kenya.",
        f"{DAHL} is visiting Kenya.",
        f"{BOTH} met in Oslo.",
        f"{BOTH} held talks in Oslo.",
        f"{DAHL} said that {QUISPE} had visited Kenya.",
        "Norway and Kenya signed a treaty.",
        f"{DAHL} discussed future trade with {QUISPE}.",
    ],
)
def test_what_happened_is_actual(read: Read, text: str) -> None:
    """What is told in the past or present happened."""
    assert modalities(read(text)) == {"actual"}


@pytest.mark.parametrize(
    "text",
    [
        f"{DAHL} will visit Kenya.",
        f"{DAHL} will meet {QUISPE} in Oslo.",
        f"{DAHL} and {QUISPE} will meet in Oslo.",
        f"{DAHL} plans to visit Kenya.",
        f"{DAHL} intends to visit Kenya.",
        f"{DAHL} is scheduled to visit Kenya.",
        f"{DAHL} is expected to visit Kenya.",
        f"{DAHL} is set to visit Kenya.",
        f"The ministry announced that {DAHL} will visit Kenya.",
        f"{BOTH} agreed to meet in Oslo.",
        f"The upcoming visit of {DAHL} to Kenya was announced.",
        f"{DAHL} is preparing her visit to Kenya.",
        f"{BOTH} are scheduled to speak by phone.",
        "Norway and Kenya will sign a treaty.",
        "Norway will impose sanctions on Belarus.",
    ],
)
def test_what_is_announced_is_planned(read: Read, text: str) -> None:
    """What is announced or scheduled is planned, however that is put."""
    assert {i.modality for i in read(text) if i.kind not in ("Statement", "AgreementAct")} | {
        i.modality for i in read(text) if i.kind == "AgreementAct" and i.instruments
    } <= {"planned"}
    assert "planned" in modalities(read(text))


@pytest.mark.parametrize(
    "text",
    [
        f"{DAHL} wants to meet {QUISPE}.",
        f"{DAHL} wished to visit Kenya.",
        f"{DAHL} may visit Kenya.",
        f"{DAHL} could visit Kenya.",
        f"{DAHL} should visit Kenya.",
        f"{DAHL} would visit Kenya.",
        f"{DAHL} asked to meet {QUISPE}.",
        f"{DAHL} offered to meet {QUISPE}.",
        f"{DAHL} urged {QUISPE} to visit Kenya.",
        f"A visit of {DAHL} to Kenya would be useful.",
        f"A meeting between {BOTH} would be useful.",
        f"A possible visit of {DAHL} to Kenya was mentioned.",
        f"{DAHL} called for talks between Norway and Kenya.",
        "Norway and Kenya must sign the treaty.",
        "Norway could impose sanctions on Belarus.",
    ],
)
def test_what_is_wished_for_is_proposed(read: Read, text: str) -> None:
    """What somebody hopes, may or would do has not happened and is not announced."""
    assert modalities(read(text)) == {"proposed"}


@pytest.mark.parametrize(
    "text",
    [
        f"{DAHL} did not visit Kenya.",
        f"{DAHL} didn't visit Kenya.",
        f"{DAHL} never visited Kenya.",
        f"{DAHL} has not met {QUISPE}.",
        f"{DAHL} will not visit Kenya.",
        f"{DAHL} has refused to meet {QUISPE}.",
        f"{DAHL} refused to visit Kenya.",
        f"{DAHL} declined to meet {QUISPE}.",
        f"{DAHL} cancelled her visit to Kenya.",
        f"The visit of {DAHL} to Kenya was cancelled.",
        f"The visit of {DAHL} to Kenya was postponed.",
        f"{DAHL}'s visit to Kenya has been canceled.",
        f"The cancelled visit of {DAHL} to Kenya was mentioned.",
        f"{DAHL} failed to meet {QUISPE}.",
        f"{DAHL} postponed her meeting with {QUISPE}.",
        f"There was no meeting between {BOTH}.",
        "Norway did not sign the treaty.",
        "Norway has not ratified the treaty.",
        "Norway refused to sign the treaty.",
        "Norway did not impose sanctions on Belarus.",
    ],
)
def test_what_did_not_happen_is_denied(read: Read, text: str) -> None:
    """What is refused, cancelled or said not to have happened is denied."""
    assert modalities(read(text)) == {"denied"}


@pytest.mark.parametrize(
    "text",
    [
        f"{DAHL} wants {QUISPE} to visit Kenya.",
        f"{DAHL} hopes that {QUISPE} will visit Kenya.",
        f"{DAHL} suggested that {QUISPE} visit Kenya.",
        f"If {DAHL} visits Kenya, trade will grow.",
        f"Unless {DAHL} visits Kenya, trade will fall.",
        f"{DAHL} had planned to visit Kenya.",
        f"{DAHL} invited {QUISPE} to visit Norway.",
        f"{DAHL} left Oslo without meeting {QUISPE}.",
        f"The refusal of {DAHL} to meet {QUISPE} was noted.",
        f"{DAHL} spoke of her plans to visit Kenya.",
        f"{DAHL} was unable to meet {QUISPE}.",
        f"Nobody from Norway met {QUISPE}.",
        f"{DAHL} denied reports that she had visited Kenya.",
        f"{DAHL} was asked to visit Kenya.",
        f"{DAHL} would have visited Kenya.",
        f"{DAHL} considered visiting Kenya.",
        f"{DAHL} called off her visit to Kenya.",
    ],
)
def test_nothing_else_is_actual(read: Read, text: str) -> None:
    """No wish, condition, plan or refusal is ever taken for a visit or meeting that happened."""
    met = {i.modality for i in read(text) if i.kind in ("Visit", "Meeting")}
    assert "actual" not in met


def test_each_encounter_has_its_own_modality(read: Read) -> None:
    """A visit that happened and one that is planned stand side by side."""
    text = f"{DAHL} visited Kenya in May. She will visit Peru in June."
    visits = [(i.modality, i.parties) for i in read(text) if i.kind == "Visit"]
    assert visits == [
        ("actual", ("state/kenya", "state/norway")),
        ("planned", ("state/norway", "state/peru")),
    ]
