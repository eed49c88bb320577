"""The fields of one JSON object, each checked when it is taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NoReturn

from diplograph.errors import UsageProblem

_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class Entry:
    """One object of a file; `where` names it in messages ("gold/call.json, deeds, entry 2")."""

    where: str
    fields: dict[str, Any]

    @classmethod
    def of(cls, value: object, where: str, names: tuple[str, ...]) -> Entry:
        """`value` as an entry that has no other fields than `names`."""
        if not isinstance(value, dict):
            raise UsageProblem(f"{where}: this must be an object: {{…}}.")
        for name in value:
            if name not in names:
                raise UsageProblem(
                    f"{where}: '{name}' is no field. Fields here are {', '.join(names)}."
                )
        return cls(where, value)

    def entries(self, name: str, names: tuple[str, ...]) -> Iterator[Entry]:
        """The objects of a list; an absent list is empty."""
        for number, value in enumerate(self._list(name), start=1):
            yield Entry.of(value, f"{self.where}, {name}, entry {number}", names)

    def text(self, name: str) -> str:
        """A text that must not be empty."""
        value = self.fields.get(name)
        if not isinstance(value, str) or not value.strip():
            self._refuse(name, "write a text that is not empty")
        return value

    def optional(self, name: str) -> str | None:
        """A text, or None where the document does not say it."""
        value = self.fields.get(name)
        if value is not None and not isinstance(value, str):
            self._refuse(name, "write a text, or null where the document does not say it")
        return value or None

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts, which may be empty or absent."""
        values = self._list(name)
        if not all(isinstance(value, str) and value.strip() for value in values):
            self._refuse(name, "write a list of texts")
        return tuple(values)

    def some(self, name: str) -> tuple[str, ...]:
        """A list of one text or more."""
        return self.texts(name) or self._refuse(name, "write at least one")

    def choice(self, name: str, accepted: tuple[str, ...]) -> str:
        """One of the accepted values."""
        value = self.fields.get(name)
        if value not in accepted:
            self._refuse(name, f"{value!r} is not accepted. Write one of {', '.join(accepted)}")
        return str(value)

    def date(self, name: str) -> str | None:
        """A date as precise as the document gives it, or None."""
        value = self.optional(name)
        if value and not _DATE.fullmatch(value):
            self._refuse(name, f"{value!r} is no date. Write 2025-06-24, 2025-06, 2025 or null")
        return value

    def _list(self, name: str) -> list[Any]:
        value = self.fields.get(name, [])
        return value if isinstance(value, list) else self._refuse(name, "write a list: […]")

    def _refuse(self, name: str, what: str) -> NoReturn:
        raise UsageProblem(f"{self.where}, {name}: {what}.")
