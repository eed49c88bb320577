"""Each cue word's own example sentence is read as what the cue says.

The examples speak of "the minister" and "they"; a sentence before them says who that is.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from diplograph.interactions import Interaction

Read = Callable[..., tuple[Interaction, ...]]

CUES = Path(__file__).parents[2] / "ontology" / "cues"
DAHL = "Norwegian Foreign Minister Ingrid Dahl"
ALONE = f"{DAHL} spoke in Oslo. "
TOGETHER = f"{DAHL} held talks with Peruvian Foreign Minister Tomas Quispe. "
FIRST_PERSON = re.compile(r"(?:.* )?(?:I|[Ww]e|Our|My|Let|It|Well|You|Please|A warm)\b")
GROUP = re.compile(r"(?:They|Both|Leaders|The (?:two|ministers|leaders|sides|parties))\b")
PRONOUN = re.compile(r"(?:.* )?(?:[Hh]e|She)\b")
FAMILY_NAME = re.compile(r"^(Otieno|Quispe)\b")
ACTOR = re.compile(
    r"\b(The|the|his|her) ((?:Vice |Prime |Foreign |Deputy )?(?:[Mm]inister|President|King|Queen"
    r"|Chancellor|Emir|envoy|Secretary(?:-General)?|[Aa]mbassadors?|Treasury|mission|delegations?"
    r"|ministry|government|embassy|counterpart|colleagues|rebels))\b(?! of)"
)

# Whoever teaches the reader one of these takes it off the list.
UNREAD = {
    "The minister met his Kenyan counterpart in Nairobi.",
    "The delegation negotiated with the rebels.",
    "The minister toured Central Asia.",
    "The President called the Emir of Qatar.",
    "The minister phoned his counterpart.",
    "The minister telephoned his counterpart.",
}


@cache
def rows(table: str) -> tuple[dict[str, str], ...]:
    """The rows of a cue table."""
    with (CUES / table).open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


def sentences(table: str) -> list[dict[str, str]]:
    """The rows whose example is a full sentence that the reader understands by now."""
    return [r for r in rows(table) if r["example"].endswith(".") and r["example"] not in UNREAD]


def shown(row: dict[str, str]) -> str:
    """A test's name: the cue and its example."""
    return f"{row['word']}: {row['example']}"


def sided(example: str) -> str:
    """An example in which "The minister" is Norwegian, "the envoy" Peruvian, "Otieno" a person."""
    named = FAMILY_NAME.sub(r"Mr \1", example)
    return ACTOR.sub(
        lambda m: f"{m[1]} {'Norwegian' if m[1] == 'The' else 'Peruvian'} {m[2]}", named
    )


def context(example: str) -> tuple[str | None, str]:
    """The title and the sentence before an example that say who "we", "they" or "she" is."""
    if GROUP.match(example):
        return None, TOGETHER
    if PRONOUN.match(example):
        return None, ALONE
    return (f"Remarks by {DAHL}" if FIRST_PERSON.match(example) else None), ""


def told(read: Read, row: dict[str, str]) -> list[Interaction]:
    """The interactions whose evidence lies in a row's example."""
    title, before = context(row["example"])
    start = len(f"{title}\n\n" if title else "") + len(before)
    found = read(before + sided(row["example"]), title=title)
    return [i for i in found if any(end > start for _, end in i.evidence)]


@pytest.mark.parametrize("row", [r for r in sentences("encounters.csv") if r["kind"]], ids=shown)
def test_examples_of_encounters(read: Read, row: dict[str, str]) -> None:
    """The example of a word for an encounter tells of an encounter of that kind."""
    assert row["kind"] in {i.kind for i in told(read, row)}


# Words that keep others from counting: their examples say nothing.
SILENT = ("unreal", "idle", "routine", "treating")


@pytest.mark.parametrize(
    "row",
    [
        r
        for r in sentences("statements.csv")
        if r["type"] not in ("clause", "leading", "proxy", *SILENT)
    ],
    ids=shown,
)
def test_examples_of_statements(read: Read, row: dict[str, str]) -> None:
    """The example of a word of speech is a statement of that act."""
    acts = {i.speech_act for i in told(read, row)} - {None}
    assert acts
    assert row["act"] in acts or row["type"] in ("say", "feeling")


@pytest.mark.parametrize(
    "row",
    [r for r in sentences("statements.csv") if r["type"] in ("leading", "proxy")],
    ids=shown,
)
def test_examples_of_words_before_speech(read: Read, row: dict[str, str]) -> None:
    """What somebody wants to say, and what the leaders of a body say, is said."""
    assert {i.speech_act for i in told(read, row)} - {None, "state"}


@pytest.mark.parametrize(
    "row", [r for r in sentences("statements.csv") if r["type"] in SILENT], ids=shown
)
def test_examples_of_silent_words(read: Read, row: dict[str, str]) -> None:
    """What would be said, or is said only for manners, is no stance."""
    assert {i.speech_act for i in told(read, row)} <= {None, "state"}


@pytest.mark.parametrize("row", sentences("deeds.csv"), ids=shown)
def test_examples_of_deeds(read: Read, row: dict[str, str]) -> None:
    """The example of a word for a deed tells of a deed of that kind."""
    assert row["kind"] in {i.kind for i in told(read, row)}
