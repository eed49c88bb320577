"""What the model is asked about, and that it answers as it would about the whole text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from diplograph.mentions import Model
from diplograph.mentions.gazetteer import known
from diplograph.mentions.guessing import guesses

_LEAD = "The talks, which had been put off twice, began late and went on well into the night. "
_TAIL = " The two delegations will come together again after the summer to look at what was done."


class _Asked:
    """Stands for the model: notes what it is asked about, and sees a person in all of it."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def persons(self, texts: Iterable[str]) -> Iterator[list[tuple[int, int]]]:
        for text in texts:
            self.texts.append(text)
            yield [(0, len(text))]


def _asked(*texts: str) -> tuple[list[str], list[list[tuple[int, int]]]]:
    model = _Asked()
    found = list(guesses(((text, tuple(known(text))) for text in texts), model))  # type: ignore[arg-type]
    return model.texts, found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "the talks began late.",
        "Talks in Geneva between the Russian Federation and the Swiss Confederation went on.",
        "NATO and the European Union welcomed the Minsk agreements.",
        "Dahl left. Otieno stayed.",
    ],
)
def test_texts_without_unknown_long_names_are_not_asked_about(text: str) -> None:
    """What lists know, and single words, cost the model no time."""
    assert _asked(text) == ([], [[]])


def test_a_name_is_asked_about_with_the_words_around_it() -> None:
    """Ten words to either side go with a name, and the answer is told in the text's positions."""
    text = f"{_LEAD}She thanked Ingrid Dahl warmly.{_TAIL}"
    (asked,), ((span,),) = _asked(text)
    assert asked == text[slice(*span)]
    assert asked.startswith("late and went on well into the night. She thanked Ingrid")
    assert asked.endswith("Dahl warmly. The two delegations will come together again after the")


def test_names_near_each_other_are_asked_about_once() -> None:
    """Stretches that touch become one; those apart stay apart, and no text gets another's."""
    near = "Ingrid Dahl thanked Amina Otieno."
    apart = f"Ingrid Dahl spoke.{_TAIL}{_TAIL} Amina Otieno spoke."
    texts, found = _asked(near, "Nobody came.", apart)
    assert [len(spans) for spans in found] == [1, 0, 2]
    assert texts[0] == near
    assert texts[1].startswith("Ingrid Dahl") and texts[2].endswith("Amina Otieno spoke.")


@pytest.mark.parametrize(
    "sentence",
    [
        "David Miller thanked his host.",
        "Among the guests was Khalid bin Rashid Al Amri, a historian.",
        "It was H.E. Osman Velichko who spoke first.",
        "They remembered Abdel Fattah al-Masri and Jean-Luc Moreau.",
    ],
)
def test_the_answer_is_that_for_the_whole_text(sentence: str, model: Model) -> None:
    """The words around a name are all the model needs."""
    text = _LEAD + sentence + _TAIL
    (whole,) = model.persons([text])
    assert whole
    assert whole
    assert list(guesses([(text, tuple(known(text)))], model)) == [whole]
