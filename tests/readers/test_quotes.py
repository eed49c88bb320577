"""The words of an answer are found in the text, all of them, or they are not there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diplograph.items import Item
from diplograph.readers.llm.quotes import Quotes

Told = Callable[..., Item]

TEXT = (
    "Oslo – Mrs Ærlig Østby’s guest, Étienne 😀 Marchal, said: “We must talk.”\n"
    "She met Marchal\n  in  Oslo. He left. She met Marchal in Oslo."
)


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("Mrs Ærlig Østby’s guest", "Mrs Ærlig Østby’s guest"),
        ("Mrs Ærlig Østby's guest", "Mrs Ærlig Østby’s guest"),
        ("Étienne 😀 Marchal, said: \"We must", "Étienne 😀 Marchal, said: “We must"),
        ("Oslo - Mrs Ærlig", "Oslo – Mrs Ærlig"),
        ("  She met Marchal in Oslo. He left. ", "She met Marchal\n  in  Oslo. He left."),
    ],
)  # fmt: skip
def test_words_are_found_where_they_are(told: Told, quote: str, words: str) -> None:
    """Spaces, line breaks and the shape of quotation marks may differ; places count characters."""
    item = told(TEXT, start=1_000)
    start, end = Quotes(item).find(quote) or (0, 0)
    assert item.text[start - 1_000 : end - 1_000] == words


@pytest.mark.parametrize(
    "quote",
    [
        "She met Marchal in Bergen.",
        "Mrs Ærlig … Marchal",
        "she met marchal in Oslo.",
        "Mrs Arlig Ostby's guest",
        "he met Marchal",
        "Etienne 😀 Marchal",
        "Oslo",
        "",
        " \n",
        TEXT * 20,
    ],
    ids=["invented", "left out", "lower case", "no accents", "part of a word", "an accent",
         "one word", "nothing", "blank", "too long"],
)  # fmt: skip
def test_other_words_are_not_there(told: Told, quote: str) -> None:
    """Not with another word, another letter, something left out, nor beginning inside a word."""
    assert Quotes(told(TEXT)).find(quote) is None


def test_a_sentence_that_comes_twice_is_the_one_nearest_to_the_last_find(told: Told) -> None:
    """Whoever reads on means the next one; at the beginning the first is meant."""
    item = told(TEXT)
    first, second = TEXT.index("She met"), TEXT.rindex("She met")
    quotes = Quotes(item)
    assert (quotes.find("She met Marchal in Oslo.") or ())[0] == first
    quotes.find("He left.")
    assert (quotes.find("She met Marchal in Oslo.") or ())[0] == second
    quotes.start_from(0)
    assert (quotes.find("She met Marchal in Oslo.") or ())[0] == first
