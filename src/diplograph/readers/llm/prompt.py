"""What the language model is asked: `ontology/prompts/reading.md`, and the passage to read."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from string import Template

from diplograph.errors import VocabularyError
from diplograph.items.record import Item
from diplograph.readers.llm.passages import Passage
from diplograph.vocabulary import cues, ontology
from diplograph.vocabulary.files import folder
from diplograph.vocabulary.namespaces import digest

_OPENING = 600  # characters of a long document's beginning that go along with its later passages


@cache
def instructions() -> str:
    """The task, with the kinds, acts and modalities as the ontology explains them."""
    file = folder("ontology") / "prompts" / "reading.md"
    try:
        return Template(file.read_text(encoding="utf-8")).substitute(
            encounters=_glossary(ontology.kinds("Encounter")),
            deeds=_glossary(ontology.kinds("Deed")),
            acts=_glossary(ontology.choices("SpeechAct")),
            modalities=_glossary(ontology.choices("Modality")),
            comments=", ".join(comments()),
            media=", ".join(ontology.choices("Medium")),
        )
    except FileNotFoundError as error:
        raise VocabularyError(f"The prompt {file} is missing. Reinstall diplograph.") from error
    except (KeyError, ValueError) as error:
        raise VocabularyError(f"The prompt {file} has a wrong placeholder: {error}.") from error


@cache
def comments() -> tuple[str, ...]:
    """What deeds of one kind are told apart by: sanctions "lifted", relations "severed"."""
    told = {row[3] for row in cues.plover() if row[0] in ontology.kinds("Deed")}
    return tuple(sorted(told - {""}))


def _glossary(names: Iterable[str]) -> str:
    return "\n".join(f"- {name}: {ontology.gloss(name)}" for name in names)


def question(item: Item, passage: Passage) -> str:
    """A passage with what is known of its document.

    The text stands between two marks made of the text itself, so that no text can hold its own end.
    """
    mark = f"===== {digest(passage.text)} ====="
    known = (
        ("Title", item.title),
        ("Published", item.issued),
        ("Day of the main event", item.event_date),
        ("Place", item.place),
        ("Publisher", item.publisher),
        ("Begins with (only to understand the rest)", _opening(item, passage)),
    )
    lines = [f"{name}: {' '.join(value.split())}" for name, value in known if value]
    return "\n".join(
        (*lines, "The document stands between the two marks.", mark, passage.text, mark)
    )


def _opening(item: Item, passage: Passage) -> str:
    return item.text[:_OPENING] if passage.start > item.start else ""
