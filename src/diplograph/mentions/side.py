"""Which state or organization publishes an item: "the President" there is its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from diplograph.items.record import Item
from diplograph.mentions.drafts import Draft
from diplograph.mentions.organs import organ_end
from diplograph.mentions.people import known_person
from diplograph.vocabulary import cues
from diplograph.vocabulary.authority import publishers, state_of_country

_FIRST_LINES = 4
_HOST = re.compile(r"(?<![\w@./-])(?:[a-z0-9-]+\.)+[a-z]{2,6}(?![\w.@-])")
_URL = re.compile(r"https?://[^\s'\"<>)]+")


def side(item: Item) -> str | None:
    """The key of the publisher's side, by the host of the item's own address; None where unknown.

    It looks at the item's link and publisher, and at a URL in the lines before the body.
    """
    header = item.text[: max(0, item.body - item.start)]
    addresses = [item.link or "", item.publisher or "", *_URL.findall(header)]
    hosts = [*map(_host, addresses), *_bare(item)]
    return next(filter(None, map(_listed, hosts)), None) or next(
        filter(None, map(_by_country, hosts)), None
    )


def _listed(host: str) -> str | None:
    """The side of a host that the list of publishers knows."""
    for publisher in publishers():
        if host == publisher.host or host.endswith("." + publisher.host):
            return publisher.side
    return None


def _by_country(host: str) -> str | None:
    """The state of an official host by its country: "www.mfa.gov.tr", "elysee.fr", "state.gov"."""
    *labels, last = host.split(".")
    if last == "gov" and labels:
        return "state/united-states"
    official = any(label in cues.words("official-hosts.csv") for label in labels)
    return state_of_country(last) if official else None


def _bare(item: Item) -> list[str]:
    """Hosts written without "https://" in the first lines of the page and of the item."""
    lines = [*(item.above or "").splitlines(), *item.text.splitlines()]
    first = [line for line in lines if line.strip()][:_FIRST_LINES]
    return [host.casefold() for line in first for host in _HOST.findall(line)]


def own_side(drafts: Sequence[Draft]) -> str | None:
    """The side that an item's own title or header names as its sender; None where it does not.

    "Message from the Norwegian Government" is Norway's, and so is what stands under the catalog
    line of a Norwegian statesman.
    """
    for draft in (d for d in drafts if d.passage.role == "title"):
        for k in (k for k in draft.known if k.entry.kind == "State"):
            if _SENDER.search(draft.passage.text[: k.start]) and organ_end(
                draft.passage.text, k.end
            ):
                return k.entry.key
    header = [n for d in drafts if d.passage.role == "header" for n in d.names]
    people = [e for n in header if (e := known_person(n.name))]
    return people[0].parent if len(people) == len(header) == 1 else None


def body_of_chief(drafts: Sequence[Draft]) -> str | None:
    """The organization with whose chief a title begins: "NATO Secretary General visits Oslo"."""
    titles = (d for d in drafts if d.passage.role == "title")
    first = next((o for title in titles for o in title.offices if o.start == 0), None)
    if first is None or not first.of or first.title.casefold() not in cues.offices("chief"):
        return None
    return first.of[0] if first.of[0].startswith("organization/") else None


_SENDER = re.compile(r"\b(?:by|from)\s+(?:the\s+)?$", re.IGNORECASE)


def _host(address: str) -> str:
    """The host of an address; the address itself where it has none or is malformed."""
    try:
        return (urlsplit(address).hostname or address).casefold()
    except ValueError:
        return address.casefold()
