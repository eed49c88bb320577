"""What each name, office and known form in a passage refers to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import cast

from diplograph.mentions.drafts import Draft
from diplograph.mentions.found import Reference, Use
from diplograph.mentions.gazetteer import Known, known
from diplograph.mentions.instruments import agreements
from diplograph.mentions.layout import Passage
from diplograph.mentions.names import stops
from diplograph.mentions.offices import Office
from diplograph.mentions.organs import organ_end, own_organs
from diplograph.mentions.people import COUNTERPART, Seen
from diplograph.mentions.registry import Registry, other_titles
from diplograph.mentions.shorts import shorts
from diplograph.mentions.tenures import post
from diplograph.vocabulary import cues
from diplograph.vocabulary.authority import entries


@cache
def _place_before() -> re.Pattern[str]:
    """Words after which a capital is the city: "arrived in |Oslo", "left |Lima"."""
    words = "|".join(map(re.escape, cues.words("place-words.csv")))
    return re.compile(rf"\b(?:{words})\s+(?:the\s+)?$", re.IGNORECASE)


def references(draft: Draft, registry: Registry) -> tuple[Reference, ...]:
    """Everything a passage refers to, in text order, none inside another; no pronouns yet."""
    return _sorted(_references(draft, registry))


def topics(passage: Passage) -> tuple[Reference, ...]:
    """The topics of the topic scheme that a passage names."""
    at = passage.start
    found = known(passage.text, topics=True)
    return tuple(Reference(at + k.start, at + k.end, (k.entry.key,), "topic") for k in found)


def _sorted(references: Iterator[Reference]) -> tuple[Reference, ...]:
    """In text order, none inside another."""
    kept: list[Reference] = []
    for ref in sorted(references, key=lambda r: (r.start, -r.end)):
        if not kept or ref.start >= kept[-1].end:
            kept.append(ref)
    return tuple(kept)


def _references(draft: Draft, registry: Registry) -> Iterator[Reference]:
    at = draft.passage.start
    text = draft.passage.text
    named = {n.start for n in draft.names}
    for together in _together(draft.names):
        keys = tuple(key for n in together if (key := registry.by_name(n.name)))
        if keys:
            start = min(n.span[0] if n.span else n.start for n in together)
            end = max(n.span[1] if n.span else n.end for n in together)
            yield Reference(at + start, at + end, keys, "person")
    yield from _surnames(draft, registry)
    for office in draft.offices:
        if not any(n.office is office for n in draft.names):
            yield from _post(office, registry, at, text)
    yield from agreements(draft)
    yield from _short(draft, registry)
    yield from _styled(draft, registry)
    for k in draft.known:
        if k.start not in named and k.entry.kind != "Person":
            yield _known(k, text, at)


def _styled(draft: Draft, registry: Registry) -> Iterator[Reference]:
    """Styles without a name, "Her Majesty", "the pontiff"; "their Ugandan counterpart"."""
    at, text = draft.passage.start, draft.passage.text
    for match in _styles().finditer(text):
        word = match["word"].casefold()
        office = Office(match.start("word"), match.end("word"), word, word)
        holders = registry.by_office(office)
        if len(holders) == 1:
            yield Reference(at + office.start, at + office.end, (holders[0],), "person")
    for match in COUNTERPART.finditer(text):
        inside = (k for k in draft.known if match.start() <= k.start < match.end())
        states = [k.entry.key for k in inside if k.entry.kind == "State"]
        if len(states) == 1 and not match["plural"]:
            own = [k for k, side in registry.sides.items() if side == states[0]]
            who, use = (own[0], "person") if len(own) == 1 else (states[0], "office")
            yield Reference(at + match.start(), at + match.end(), (who,), cast(Use, use))


@cache
def _styles() -> re.Pattern[str]:
    heads = cues.offices("head").keys() | cues.offices("reference").keys()
    styles = sorted((w for w in other_titles() if w not in heads), key=lambda w: (-len(w), w))
    words = "|".join(re.escape(w) for w in styles)
    return re.compile(
        rf"(?<![\w-])(?:(?i:the)\s+)?(?P<word>(?i:{words}))(?![\w-])(?!\s+[^\W\d_a-z])"
    )


def _short(draft: Draft, registry: Registry) -> Iterator[Reference]:
    """ "The Alliance", and "the Government" on a government's own site."""
    at, text = draft.passage.start, draft.passage.text
    for start, end, key in shorts(text, registry.named):
        yield Reference(at + start, at + end, (key,), "name")
    if registry.publisher and registry.publisher.startswith("state/"):
        for start, end in own_organs(text):
            yield Reference(at + start, at + end, (registry.publisher,), "organ")


def _together(names: tuple[Seen, ...]) -> list[list[Seen]]:
    """Names by office phrase: those of "Foreign Ministers A of X and B of Y" are one list."""
    lists: list[list[Seen]] = []
    for name in names:
        if lists and name.office and name.office.plural and lists[-1][-1].office is name.office:
            lists[-1].append(name)
        else:
            lists.append([name])
    return lists


def _surnames(draft: Draft, registry: Registry) -> Iterator[Reference]:
    """Later mentions by a form without title: "Lavrov confirmed …"."""
    text = draft.passage.text
    taken = [(k.start, k.end) for k in draft.known] + [(n.start, n.end) for n in draft.names]
    for word in re.finditer(r"(?<![\w’'-])[^\W\d_a-z][\w’-]+", text):
        bare = re.sub(r"[’']s?$", "", word[0])
        end = word.start() + len(bare)
        key = registry.by_name(bare)
        if key and not stops(bare) and not any(s < end and word.start() < e for s, e in taken):
            yield Reference(
                draft.passage.start + word.start(), draft.passage.start + end, (key,), "person"
            )


def _post(office: Office, registry: Registry, at: int, text: str) -> Iterator[Reference]:
    """An office without a name beside it: its holder where exactly one is known, else its state."""
    if office.kind not in ("head", "reference") or office.former:
        return
    if office.kind == "reference" and (office.plural or not office.of):
        return
    start, end = at + office.start, at + office.end
    holders = registry.by_office(office) or list(filter(None, [registry.untitled(office)]))
    if not office.of and not office.plural and registry.publisher:
        own = [h for h in holders if registry.sides.get(h) == registry.publisher]
        holders = own if len(holders) > 1 or _is_chief(office, registry) else holders
    if office.plural and len(office.of) > 1:
        each = [[h for h in holders if registry.sides.get(h) == side] for side in office.of]
        yield Reference(
            start,
            end,
            tuple(h[0] if len(h) == 1 else s for h, s in zip(each, office.of, strict=True)),
            "person",
        )
    elif (
        office.plural and not office.of and re.search(r"\band\s+(?:the\s+)?$", text[: office.start])
    ):
        if len(holders) > 1:
            yield Reference(start, end, tuple(holders), "person")
    elif len(holders) == 1 and not office.plural and office.determiner not in ("a", "an"):
        yield Reference(start, end, (holders[0],), "person")
    elif of := office.of or (() if _is_group(office) else _same_post(office, registry)):
        yield Reference(start, end, of, "office")


def _is_chief(office: Office, registry: Registry) -> bool:
    """Whether a bare office is the head of the body that publishes: "the Secretary-General"."""
    body = (registry.publisher or "").startswith("organization/")
    return body and office.determiner == "the" and office.title.casefold() in cues.offices("chief")


def _is_group(office: Office) -> bool:
    """Whether a plural means those who met, as group phrases do: "the ministers"."""
    return office.plural and f"{office.determiner} {office.title.casefold()}" in cues.groups()


def _same_post(office: Office, registry: Registry) -> tuple[str, ...]:
    """Whose "the Co-Chairs" are, where the item says so: "the Co-Chairs of the Minsk Group"."""
    if registry.publisher and _is_chief(office, registry):
        return (registry.publisher,)
    return registry.posts.get(post(office), ()) if office.determiner == "the" else ()


def _known(k: Known, text: str, at: int) -> Reference:
    start, end = at + k.start, at + k.end
    if k.entry.kind == "State":
        return _state(k, text, start, end, at)
    if k.entry.kind in ("Instrument", "Place"):
        return Reference(
            start, end, (k.entry.key,), "instrument" if k.entry.kind == "Instrument" else "place"
        )
    return Reference(start, end, (k.entry.key,), "name")


def _state(k: Known, text: str, start: int, end: int, at: int) -> Reference:
    if k.use in ("capital", "metonym"):
        local = _place_before().search(text[: k.start]) or re.match(
            r",?\s+(?:on\s+)?(?:\d|[A-Z][a-z]+ \d)", text[k.end :]
        )
        alone = text.strip() == text[k.start : k.end]
        place = _places().get(text[k.start : k.end]) or _capital_place(k)
        return (
            Reference(start, end, (place,), "place")
            if place and (local or alone)
            else Reference(start, end, (k.entry.key,), "capital")
        )
    organ = organ_end(text, k.end)
    if organ and k.use in ("adjective", "demonym", "abbreviation", "name"):
        return Reference(start, at + organ, (k.entry.key,), "organ")
    if k.use in ("adjective", "demonym") or re.match(r"-[A-Z]", text[k.end : k.end + 2]):
        return Reference(
            start, end, (k.entry.key,), "adjective" if k.use == "adjective" else "demonym"
        )
    return Reference(start, end, (k.entry.key,), "name")


def _capital_place(k: Known) -> str | None:
    """The place entry of a state's capital."""
    for form in k.entry.forms:
        if form.use == "capital":
            key = _places().get(form.text)
            if key:
                return key
    return None


@cache
def _places() -> dict[str, str]:
    """Each form of a place to its key."""
    places: dict[str, str] = {}
    for entry in entries().values():
        if entry.kind == "Place":
            for form in entry.forms:
                places.setdefault(form.text, entry.key)
    return places
