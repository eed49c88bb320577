"""Items of a few words, and what the fourth step reads in them, in one line each."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from diplograph import interactions, mentions
from diplograph.interactions import Interaction
from diplograph.items import Item
from diplograph.mentions import Model

ENCOUNTERS = frozenset(
    [
        "Visit",
        "Meeting",
        "Conference",
        "TelephoneCall",
        "PressConference",
        "WorkingMeal",
        "Correspondence",
    ]
)


@pytest.fixture(scope="session")
def model() -> Model:
    """The language model, loaded once."""
    return mentions.load()


@pytest.fixture(scope="session")
def told() -> Callable[..., Item]:
    """A maker of items that states only what matters: `told("Dahl met Otieno.", title="Talks")`."""
    return _told


@pytest.fixture(scope="session")
def read(model: Model) -> Callable[..., tuple[Interaction, ...]]:
    """The interactions of an item made of these words."""

    def find(text: str, **fields: object) -> tuple[Interaction, ...]:
        item = _told(text, **fields)
        return interactions.find(item, mentions.find(item, model))

    return find


@pytest.fixture(scope="session")
def encounters(read: Callable[..., tuple[Interaction, ...]]) -> Callable[..., list[str]]:
    """The encounters in a text: "Meeting: amina-otieno, ingrid-dahl", "planned Visit: …"."""
    return lambda text, **fields: sorted(
        _modal(i, _names(i, "")) for i in read(text, **fields) if i.kind in ENCOUNTERS
    )


@pytest.fixture(scope="session")
def statements(read: Callable[..., tuple[Interaction, ...]]) -> Callable[..., list[str]]:
    """The statements in a text: "ingrid-dahl: condemn"."""
    return lambda text, **fields: sorted(
        f"{_names(i, 'speaker')}: {i.speech_act}"
        for i in read(text, **fields)
        if i.kind == "Statement"
    )


@pytest.fixture(scope="session")
def deeds(read: Callable[..., tuple[Interaction, ...]]) -> Callable[..., list[str]]:
    """The deeds in a text: "Sanction: norway > belarus", "planned Assistance: …"."""
    return lambda text, **fields: sorted(
        _modal(i, " > ".join(filter(None, (_names(i, "agent"), _names(i, "recipient")))))
        for i in read(text, **fields)
        if i.kind not in {*ENCOUNTERS, "Statement"}
    )


def _modal(interaction: Interaction, who: str) -> str:
    line = f"{interaction.kind}: {who}"
    return line if interaction.modality == "actual" else f"{interaction.modality} {line}"


def _names(interaction: Interaction, role: str) -> str:
    """Those in a role, or in any, without the kinds of their keys."""
    return _joined(r.entity for r in interaction.roles if role in ("", r.name))


def _joined(keys: Iterable[str]) -> str:
    return ", ".join(sorted(key.partition("/")[2] for key in keys))


def _told(text: str, title: str | None = None, header: str | None = None, **fields: object) -> Item:
    """An item of a text below its title and the lines between both, where these are given."""
    before = "".join(f"{part}\n\n" for part in (title, header) if part)
    span = (0, len(title)) if title else None
    whole = before + text
    return Item("press/a.txt", 1, 0, len(whole), len(before), whole, title, span, **fields)  # type: ignore[arg-type]
