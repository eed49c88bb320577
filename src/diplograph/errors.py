"""What can go wrong, named for the user's problem.

Every message says what happened, in which file and place, what would have been
accepted, and what to do next. A library's own exceptions are translated into
these at that library's home folder; only these reach the command line.
"""

from __future__ import annotations


class DiplographError(Exception):
    """Base of all errors a user may meet; `str(error)` is the message to show.

    `exit_code` is what the command line ends with.
    """

    exit_code = 1


class UsageProblem(DiplographError):
    """The request itself cannot be carried out: a missing folder, an unknown format."""

    exit_code = 2


class UnknownActor(DiplographError):
    """No actor of the store has this name; the message suggests close ones."""

    exit_code = 3


class QueryError(DiplographError):
    """A SPARQL query is wrong; the message holds line, column and a hint."""

    exit_code = 4


class StoreError(DiplographError):
    """The store cannot be used: not a store, other version, busy, or the disk is full."""

    exit_code = 5


class VocabularyError(DiplographError):
    """A file in `ontology/` is missing or malformed; the message names file and line."""

    exit_code = 6


class EndpointError(DiplographError):
    """The server of the language model answers nobody: wrong key, unknown model, no connection."""

    exit_code = 7
