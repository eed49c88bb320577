"""The cue words of `ontology/cues/`: how diplomatic English says what happened.

Each table is read once into small frozen records; an `example` column in each row shows the
sentence it is for.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from diplograph.vocabulary.tables import rows


@dataclass(frozen=True, slots=True)
class EncounterCue:
    """A word that tells of an encounter: "met", "telephone conversation".

    `frame` names the grammar that finds who took part; `kind` is empty for the light verbs
    ("held", "attended") that lend a subject to an encounter noun.
    """

    word: str
    kind: str
    frame: str
    medium: str | None


@dataclass(frozen=True, slots=True)
class StatementCue:
    """A word of speech and the act it performs; `statements` says of what types there are.

    "condemn" of type "verb" has the act "condemn"; words that only help to read others have none.
    """

    word: str
    act: str


@dataclass(frozen=True, slots=True)
class DeedCue:
    """A word that tells of a deed; `comment` is what the class does not say ("lifted").

    `pledge` says that the word promises what it tells of: "pledged aid" is planned aid.
    """

    word: str
    kind: str
    frame: str
    comment: str | None
    pledge: bool = False


@dataclass(frozen=True, slots=True)
class PloverCode:
    """An event type with its mode; some types are only coded where a recipient is known."""

    type: str
    mode: str | None
    needs_recipient: bool


@cache
def encounters(pos: str) -> dict[str, EncounterCue]:
    """The encounter cues of one part of speech ("verb" or "noun") by word."""
    return {
        row["word"]: EncounterCue(row["word"], row["kind"], row["frame"], row["medium"] or None)
        for row in rows("cues", "encounters.csv", needs=("word", "pos", "kind", "frame", "medium"))
        if row["pos"] == pos and row["kind"]
    }


@cache
def light_verbs() -> frozenset[str]:
    """Verbs that lend their subject to an encounter noun: "held talks", "attended the summit"."""
    return frozenset(
        row["word"] for row in rows("cues", "encounters.csv") if row["frame"] == "light"
    )


@cache
def encounter_words(kind: str) -> frozenset[str]:
    """Words that stand around an encounter, by class: "attending" verbs, "journalist" nouns …"""
    table = rows("cues", "encounter-words.csv", needs=("word", "class"))
    return frozenset(row["word"] for row in table if row["class"] == kind)


@cache
def statements(kind: str) -> dict[str, StatementCue]:
    """The statement cues of one type by word.

    Acts of their own: "verb" (condemn), "adjective" (grateful), "formula" (our thoughts are with),
    "stance" (atrocity). Acts by what is said: "say" (stated), of them "clause" only with a clause
    or quotation (wrote that), then "noun" (voiced concern), "evaluative" (said it was
    unacceptable), "obliging" (said they must), "refusing" (does not recognize), "barring"
    (unable to accept), "consequence" (said Norway would retaliate), "feeling" (views with alarm).
    No acts: "treating" (recalled its ambassador), "leading" (began to criticize), "unreal" (would
    welcome), "idle" (we will see), "routine" (thank you for your question), "proxy" (members of).
    """
    return {
        row["word"]: StatementCue(row["word"], row["act"])
        for row in rows("cues", "statements.csv", needs=("word", "type", "act"))
        if row["type"] == kind
    }


@cache
def deeds(pos: str) -> dict[str, tuple[DeedCue, ...]]:
    """The deed cues of one part of speech by word; "extend" has two, for treaties and sanctions."""
    found: dict[str, tuple[DeedCue, ...]] = {}
    needs = ("word", "pos", "kind", "frame", "comment", "modality")
    for row in rows("cues", "deeds.csv", needs=needs):
        if row["pos"] == pos:
            pledge = row["modality"] == "planned"
            cue = DeedCue(row["word"], row["kind"], row["frame"], row["comment"] or None, pledge)
            found[cue.word] = (*found.get(cue.word, ()), cue)
    return found


@cache
def modality(use: str) -> dict[str, str]:
    """Words that make something planned, proposed or denied, by their use ("auxiliary" …)."""
    return {
        row["word"]: row["modality"]
        for row in rows("cues", "modality.csv", needs=("word", "modality", "use"))
        if row["use"] == use
    }


@cache
def offices(kind: str) -> dict[str, str | None]:
    """Words of office titles of one type ("head", "modifier" …) with the side they imply."""
    return {
        row["word"]: row["of"] or None
        for row in rows("cues", "offices.csv", needs=("word", "type", "of"))
        if row["type"] == kind
    }


@cache
def groups() -> dict[str, str]:
    """Phrases that mean everyone just named ("both sides") with whom they can mean."""
    return {
        row["word"]: row["means"] for row in rows("cues", "groups.csv", needs=("word", "means"))
    }


@cache
def instrument_words(use: str | None = None) -> frozenset[str]:
    """Nouns of documents that states agree on: "treaty", "plan".

    By use: a "document" is always between states or of a body, a "vague" one ("contract", "plan")
    may be anybody's; all of them by default.
    """
    table = rows("cues", "instruments.csv", needs=("word", "use"))
    return frozenset(row["word"] for row in table if use in (None, row["use"]))


@cache
def instrument_names() -> tuple[str, ...]:
    """The nouns that end the names of instruments: "the Naivasha Ceasefire Agreement"."""
    table = rows("cues", "instruments.csv", needs=("word", "name"))
    return tuple(row["word"] for row in table if row["name"])


@cache
def words(table: str) -> tuple[str, ...]:
    """The `word` column of a plain list such as "common-words.csv", in its order."""
    return tuple(row["word"] for row in rows("cues", table, needs=("word",)))


@cache
def lemmas() -> dict[str, str]:
    """Verb forms whose lemma language models get wrong."""
    return {
        row["word"]: row["lemma"] for row in rows("cues", "lemmas.csv", needs=("word", "lemma"))
    }


@cache
def things(kind: str) -> frozenset[str]:
    """Nouns that tell what a deed is about: "embargo" is a "sanction", "loan" is "aid"."""
    table = rows("cues", "things.csv", needs=("word", "class"))
    return frozenset(row["word"] for row in table if row["class"] == kind)


@cache
def plover() -> dict[tuple[str, str, str, str], PloverCode]:
    """The PLOVER code by (kind, speech act, modality, detail); an empty detail is for any.

    A detail is a medium ("video"), a setting ("third-party") or a deed's comment ("lifted").
    """
    needs = ("kind", "act", "modality", "detail", "plover", "mode", "recipient")
    return {
        (row["kind"], row["act"], row["modality"], row["detail"]): PloverCode(
            row["plover"], row["mode"] or None, row["recipient"] == "yes"
        )
        for row in rows("cues", "plover.csv", needs=needs)
    }
