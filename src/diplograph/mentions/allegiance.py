"""Whom somebody speaks for, and under whose heading he is listed, as clues to his side.

"Shen said that China stands ready to help" is said by one of China's; below a line "Somali
Republic" of a list of participants stand Somalia's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from diplograph.mentions.drafts import Draft
from diplograph.mentions.gazetteer import Known
from diplograph.mentions.organs import organ_end
from diplograph.mentions.people import Seen
from diplograph.vocabulary import cues

_LONGEST_ENTRY = 160
# From a name to the state its bearer speaks of: "Shen |said on Friday that| China".
_SPOKE = re.compile(
    r"[^.;“\"]{0,80}?\b(?P<verb>[a-z]+)(?:\s+[^.;“\"]{0,40}?)?\s+(?:that\s+)?(?:the\s+)?"
)


_VERB = re.compile(r",?\s+(?:also\s+|further\s+)?(?P<verb>[a-z]+)\b")
_BEGIN = re.compile(r"[.!?][”\"’)]*\s+[“\"]?(?=[^\W\d_a-z])")
_ON = re.compile(r"\b(?:on|from|for)\s+the\s+$", re.IGNORECASE)
_ON_SIDE = re.compile(r"\s+side\b(?:[^.;:]{0,50}:|,?\s+(?:(?:was|were)\s+)?(?:by\s+)?)\s*")
_LIST_END = re.compile(
    r";|(?<![A-Z])[.!?][”\"’)]*(?:\s+(?=[^\W\d_a-z][^\W\d_]{2})|$)|\bon\s+the\s+(?=[A-Z])"
)


def speaks_for(draft: Draft, name: Seen) -> Iterator[str]:
    """The state whose intention somebody tells: "Minister Delacroix announced that Canada will",
    in these words or in the next sentences: "Berg said that …. Norway is willing to help".

    Only a state that will, stands ready, hopes …: what others did proves nothing.
    """
    text = draft.passage.text
    states = [k for k in draft.known if k.entry.kind == "State" and k.start >= name.end]
    if states and states[0].use != "capital" and _intends(text, states[0]):
        spoke = _SPOKE.fullmatch(text, name.end, states[0].start)
        if spoke and _is_said(spoke["verb"]):
            yield states[0].entry.key
    if _speaks_first(draft, name):
        yield from _intended(draft, name.end)


def says(draft: Draft) -> Iterator[str]:
    """The states whose intentions begin sentences of a speaker's turn: "Norway will go on."."""
    yield from _intended(draft, -1)


def _speaks_first(draft: Draft, name: Seen) -> bool:
    """Whether a paragraph begins with a name that says something, and nobody else is named in it
    at the beginning of a sentence.
    """
    text = draft.passage.text
    begin = min(name.start, name.office.start if name.office else name.start)
    verb = _VERB.match(text, name.end)
    others = (n.office.start if n.office else n.start for n in draft.names if n.name != name.name)
    started = {m.end() for m in _BEGIN.finditer(text)}
    return (
        not re.search(r"[^\W\d_]{5}", text[:begin])
        and bool(verb and _is_said(verb["verb"]))
        and not any(at in started for at in others)
    )


def _intended(draft: Draft, after: int) -> Iterator[str]:
    """The states that intend something at the beginning of a sentence after a position."""
    text = draft.passage.text
    begins = {m.end() for m in _BEGIN.finditer(text)} | {0}
    for k in draft.known:
        plain = k.entry.kind == "State" and k.use == "name" and k.start > after
        start = k.start - 4 if text[max(0, k.start - 4) : k.start].casefold() == "the " else k.start
        if plain and start in begins and _intends(text, k):
            yield k.entry.key


def sided(draft: Draft) -> Iterator[tuple[Seen, str]]:
    """Everyone whom a list has on a side: "on the Yugoslav side were: A, Minister, and B"."""
    text = draft.passage.text
    for k in (k for k in draft.known if k.entry.kind == "State"):
        begins = _ON_SIDE.match(text, k.end) if _ON.search(text[: k.start]) else None
        if begins:
            stop = _LIST_END.search(text, begins.end())
            end = stop.start() if stop else len(text)
            yield from ((n, k.entry.key) for n in draft.names if begins.end() <= n.start < end)


@cache
def _said() -> frozenset[str]:
    return frozenset(word for kind in ("say", "verb") for word in cues.statements(kind))


def _is_said(verb: str) -> bool:
    """Whether a verb form is one of speech: "said", "announces", "stressing"."""
    stems = (verb, verb.removesuffix("ed"), verb.removesuffix("d"), verb.removesuffix("s"))
    irregular = cues.lemmas().get(verb, "say" if verb == "said" else "")
    return irregular in _said() or any(stem in _said() for stem in stems)


def _intends(text: str, state: Known) -> bool:
    """Whether a state is said to intend something: "Peru will", "the Canadian Government hopes"."""
    end = organ_end(text, state.end) or (state.end if state.use == "name" else None)
    return end is not None and bool(_intending().match(text, end))


@cache
def _intending() -> re.Pattern[str]:
    words = sorted(cues.words("intentions.csv"), key=lambda w: (-len(w), w))
    return re.compile(rf"\s+(?:also\s+|always\s+|highly\s+)?(?:{'|'.join(words)})\b")


def listed(drafts: Sequence[Draft]) -> Iterator[tuple[Seen, str]]:
    """Everyone whom a list of participants has below a line that is a state's name alone."""
    heading: str | None = None
    for draft in drafts:
        alone = _alone(draft)
        if alone:
            heading = alone
        elif len(draft.passage.text) > _LONGEST_ENTRY:
            heading = None
        elif heading:
            yield from ((name, heading) for name in draft.names if name.office)


def _alone(draft: Draft) -> str | None:
    """The state that is all a line says."""
    text = draft.passage.text.strip(" :\n")
    states = [k for k in draft.known if k.entry.kind == "State" and k.use == "name"]
    return states[0].entry.key if states and states[0].end - states[0].start == len(text) else None
