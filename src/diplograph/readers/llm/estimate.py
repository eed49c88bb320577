"""What asking a language model will take, before it is asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from diplograph.items.record import Item
from diplograph.readers.llm.asking import questions
from diplograph.readers.llm.cache import Replies
from diplograph.readers.llm.prompt import instructions

_CHARACTERS = 4  # of English that are about one token
_ANSWERED = 0.6  # tokens of answer for each token of a passage, names and quotes told again


@dataclass(frozen=True, slots=True)
class Estimate:
    """Requests still to be made and about how many tokens they send and bring back."""

    requests: int = 0
    sent: int = 0
    received: int = 0

    def cost(self, price_sent: float, price_received: float) -> float:
        """What that costs, with the prices of a million tokens.

        >>> Estimate(100, 400_000, 100_000).cost(2.5, 10.0)
        2.0
        """
        return (self.sent * price_sent + self.received * price_received) / 1_000_000


def estimate(items: Iterable[Item], model: str, replies: Replies) -> Estimate:
    """What is still to be asked about some items, as far as no answer is on the disk."""
    requests = sent = received = 0
    for one in (q for item in items for q in questions(item, model)):
        if replies.get(one.key) is None:
            requests += 1
            sent += _tokens(instructions()) + _tokens(one.text)
            received += round(_tokens(one.passage.text) * _ANSWERED)
    return Estimate(requests, sent, received)


def _tokens(text: str) -> int:
    return len(text) // _CHARACTERS + 1
