"""Items of a few words, and what the third step finds in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diplograph import mentions
from diplograph.items import Item
from diplograph.mentions import Found, Model


@pytest.fixture(scope="session")
def model() -> Model:
    """The language model, loaded once."""
    return mentions.load()


@pytest.fixture(scope="session")
def told() -> Callable[..., Item]:
    """A maker of items that states only what matters: `told("Dahl met Otieno.", title="Talks")`."""
    return _told


@pytest.fixture(scope="session")
def find(model: Model) -> Callable[..., Found]:
    """What is found in an item made of these words."""
    return lambda text, **fields: mentions.find(_told(text, **fields), model)


@pytest.fixture(scope="session")
def meant(model: Model) -> Callable[..., list[str]]:
    """The entities that each occurrence of some words in a text means, joined by commas."""

    def read(words: str, text: str, **fields: object) -> list[str]:
        item = _told(text, **fields)
        spans: dict[int, list[str]] = {}
        for mention in mentions.find(item, model).mentions:
            if item.text[mention.start : mention.end] == words:
                spans.setdefault(mention.start, []).append(mention.entity)
        return [", ".join(spans[start]) for start in sorted(spans)]

    return read


def _told(text: str, title: str | None = None, header: str | None = None, **fields: object) -> Item:
    """An item of a text below its title and the lines between both, where these are given."""
    before = "".join(f"{part}\n\n" for part in (title, header) if part)
    span = (0, len(title)) if title else None
    whole = before + text
    return Item("press/a.txt", 1, 0, len(whole), len(before), whole, title, span, **fields)  # type: ignore[arg-type]
