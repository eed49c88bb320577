"""Which state or organization publishes an item: "the President" there is its own."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from diplograph.items.record import Item
from diplograph.vocabulary.authority import publishers

_URL = re.compile(r"https?://[^\s'\"<>)]+")


def side(item: Item) -> str | None:
    """The key of the publisher's side, by the host of the item's own address; None where unknown.

    It looks at the item's link and publisher, and at a URL in the lines before the body.
    """
    header = item.text[: max(0, item.body - item.start)]
    addresses = [item.link or "", item.publisher or "", *_URL.findall(header)]
    for address in addresses:
        host = _host(address)
        for publisher in publishers():
            if host == publisher.host or host.endswith("." + publisher.host):
                return publisher.side
    return None


def _host(address: str) -> str:
    """The host of an address; the address itself where it has none or is malformed."""
    try:
        return (urlsplit(address).hostname or address).casefold()
    except ValueError:
        return address.casefold()
