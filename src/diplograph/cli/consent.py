"""What a language model will cost, and the user's consent to a large run."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce, wraps
from typing import TYPE_CHECKING, Any

import click

from diplograph.cli import output
from diplograph.errors import UsageProblem

if TYPE_CHECKING:
    from diplograph.readers import Estimate

_MANY = 50  # requests that are not made unasked

_OPTIONS = (
    click.option("--price-sent", type=float, metavar="PRICE", help="Of a million tokens sent."),
    click.option("--price-received", type=float, metavar="PRICE", help="Of a million received."),
    click.option("--yes", is_flag=True, help="Ask the language model, however much it takes."),
)


@dataclass(frozen=True, slots=True)
class Consent:
    """What the user said in advance: the prices of a million tokens, and perhaps yes."""

    price_sent: float | None
    price_received: float | None
    yes: bool

    def obtain(self, needed: Estimate) -> None:
        """Tell what is needed; where it is much, go on only if the user agrees.

        Raises `UsageProblem` where nobody can be asked, and ends the command at a no.
        """
        if needed.requests:
            output.say(self._told(needed))
        if needed.requests <= _MANY or self.yes:
            return
        if not sys.stdin.isatty():
            raise UsageProblem("That is much, and nobody can be asked. Agree to it with --yes.")
        click.confirm("Go on?", abort=True, err=True)

    def _told(self, needed: Estimate) -> str:
        told = (
            f"The language model is asked {needed.requests} times: about {needed.sent:,} tokens "
            f"sent, {needed.received:,} received"
        )
        if self.price_sent is None and self.price_received is None:
            return f"{told}."
        cost = needed.cost(self.price_sent or 0.0, self.price_received or 0.0)
        return f"{told}, which cost about {cost:.2f}."


def consent(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options by which the user agrees beforehand: the command gets them as `consent`."""

    @wraps(command)
    def with_consent(
        *arguments: Any,
        price_sent: float | None,
        price_received: float | None,
        yes: bool,
        **options: Any,
    ) -> Any:
        given = Consent(price_sent, price_received, yes)
        return command(*arguments, consent=given, **options)

    return reduce(lambda done, option: option(done), reversed(_OPTIONS), with_consent)
