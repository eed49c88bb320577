"""Where the language model is, and how it is asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from diplograph.errors import UsageProblem


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A server that answers as OpenAI's does: `Endpoint("http://localhost:11434/v1", "llama3")`.

    `key` is sent to this server only; neither it nor the address is ever shown or stored.
    `timeout` is what one answer may take, in seconds; `retries` how often a request that failed is
    sent again; `concurrency` how many are under way at once.
    """

    url: str = field(repr=False)
    model: str
    key: str = field(default="", repr=False)
    timeout: float = 120.0
    retries: int = 4
    concurrency: int = 4

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise UsageProblem(
                "The address of the language model must be like https://host/v1, "
                "the part of the server's addresses before /chat/completions."
            )
        if parts.username or parts.password:
            raise UsageProblem(
                "The address of the language model holds a password. Give the key by itself."
            )
        if not (self.key.isascii() and self.key.isprintable()):
            raise UsageProblem(
                "The key of the language model holds what no key can hold, such as a line break."
            )
        if not self.model:
            raise UsageProblem("Name the language model that the server is to answer with.")

    @property
    def host(self) -> str:
        """The server's name, for messages."""
        return str(urlsplit(self.url).hostname)

    def redacted(self, message: str) -> str:
        """A server's message on one line, short, without the key that it may repeat."""
        plain = message.replace(self.key, "…") if self.key else message
        plain = " ".join(plain.split())
        return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…"


_LONGEST = 200
