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


def speaks_for(draft: Draft, name: Seen) -> Iterator[str]:
    """The state whose intention somebody tells: "Minister Delacroix announced that Canada will".

    Only a state that will, stands ready, hopes …: what others did proves nothing.
    """
    text = draft.passage.text
    after = (k for k in draft.known if k.entry.kind == "State" and k.start >= name.end)
    state = next(after, None)
    if state is None or state.use == "capital":
        return
    spoke = _SPOKE.fullmatch(text, name.end, state.start)
    if spoke and _is_said(spoke["verb"]) and _intends(text, state):
        yield state.entry.key


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
