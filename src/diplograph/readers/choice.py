"""Which reader the user wants."""

from __future__ import annotations

from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import Literal

from diplograph.errors import UsageProblem
from diplograph.readers.llm import Endpoint
from diplograph.readers.record import Reader
from diplograph.readers.rules import Rules
from diplograph.readers.tandem import Tandem

Choice = Literal["rules", "llm", "both"]


def choose(
    reader: Choice, model: str | None, endpoint: Endpoint | None, folder: Path
) -> Callable[[], Reader]:
    """What makes the reader: by rules, by the language model at `endpoint`, or by both.

    The language model's answers are read from `folder`, where `Asking` puts them.
    """
    if reader == "rules":
        return Rules(model)
    if endpoint is None:
        raise UsageProblem(
            "Say which language model is to read: its server's address and its name."
        )
    program = f"diplograph {metadata.version('diplograph')}" if reader == "both" else None
    return Tandem(endpoint.model, folder, model, program)
