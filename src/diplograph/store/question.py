"""A SPARQL query before and after the engine: what is refused, and what an error means."""

from __future__ import annotations

import re
from difflib import get_close_matches

from diplograph.errors import QueryError
from diplograph.vocabulary.namespaces import PREFIXES

# What may hold any word without meaning it (strings, IRIs, comments, names), then bare words.
_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'"
    r"|(?P<iri><(?:[^<>\"{}|^`\\\x00-\x20]|\\[uU])*>)"
    r"|#[^\n\r]*"
    r"|[?$@]\w+"
    r"|(?P<prefix>[\w.-]{0,99}):(?:[\w.:%-]|\\.)*"
    r"|(?P<word>\w+)"
    r"|(?P<open>[\"'])",
    re.DOTALL,
)
_FORMS = frozenset({"SELECT", "CONSTRUCT", "ASK", "DESCRIBE"})
_UPDATES = frozenset(
    {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"}
)
# Every bare word of SPARQL 1.1: clauses, operators, functions.
_WORDS = frozenset(
    """
    A ABS ALL AS ASC ASK AVG BASE BIND BNODE BOUND BY CEIL COALESCE CONCAT CONSTRUCT CONTAINS COUNT
    DATATYPE DAY DESC DESCRIBE DISTINCT EXISTS FALSE FILTER FLOOR FROM GRAPH GROUP GROUP_CONCAT
    HAVING HOURS IF IN IRI ISBLANK ISIRI ISLITERAL ISNUMERIC ISURI LANG LANGMATCHES LATERAL LCASE
    LIMIT MAX MIN MINUS MINUTES MONTH NAMED NOT NOW OFFSET OPTIONAL ORDER PREFIX RAND REDUCED REGEX
    REPLACE ROUND SAMETERM SAMPLE SECONDS SELECT SEPARATOR SERVICE SILENT STR STRAFTER STRBEFORE
    STRDT STRENDS STRLANG STRLEN STRSTARTS STRUUID SUBSTR SUM TIMEZONE TRUE TZ UCASE UNDEF UNION URI
    UUID VALUES VERSION WHERE YEAR
    """.split()  # noqa: SIM905 (a paragraph reads better than a list of ninety strings)
)
_CLOSING = {"(": ")", "{": "}", "[": "]"}
_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_NAME = re.compile(r"([\w.-]*):[\w.%\\-]*$")
_BEFORE, _SHOWN = 60, 100  # characters of the line before the place, and in all

_NO_SERVICE = (
    "Queries never leave this machine. Load the other data into the store, or ask it separately."
)
_NO_UPDATE = (
    "A store is changed only by `diplograph build`. Ask with SELECT, CONSTRUCT, ASK or DESCRIBE."
)
_UNCLOSED = "Close it with the same quotation mark, on the same line."
_GROUPED = "With GROUP BY, select only grouped variables and aggregates: (COUNT(?x) AS ?n)."
_MARKED = "Variables begin with '?', names need a prefix such as dip:, texts need quotes."

Fault = tuple[int, str, str]  # the place (an offset), what is wrong there, what to do


def refuse(text: str) -> None:
    """Raise `QueryError` for what a store never does: change its data or ask another server.

    A text that is not closed is refused, too: nobody can tell what is inside it.

    >>> refuse("SELECT * { ?s rdfs:label 'secret service' }")
    """
    asks = False
    for token in _TOKEN.finditer(text):
        word = (token["word"] or "").upper()
        if _asks_elsewhere(token):
            raise _error(text, (token.start(), "SERVICE is not allowed", _NO_SERVICE))
        if token["open"]:
            raise _error(text, (token.start(), "this text is not closed", _UNCLOSED))
        if not asks and word in _UPDATES:
            raise _error(text, (token.start(), f"{word} is not allowed", _NO_UPDATE))
        asks = asks or word in _FORMS


def _asks_elsewhere(token: re.Match[str]) -> bool:
    # The engine needs no space before or after a keyword ("1SERVICE:x{"), and may see an operator
    # and a bracket where we see an IRI: "FILTER(?a<?b)SERVICE#>". Rather too strict than too lax.
    bare = f"{token['word'] or ''} {token['prefix'] or ''}".upper()
    after_bracket = (token["iri"] or "").upper().partition(")")[2]
    return "SERVICE" in bare or "SERVICE" in after_bracket


def explained(text: str, error: SyntaxError) -> QueryError:
    """Oxigraph's complaint about the query `text`, with its place shown and a hint.

    For `SELECT ?who { ?who a dib:Person }` the message is "Line 1, column 25 of the query: the
    prefix 'dib:' is not known." with the line, a mark below the place, and "Did you mean 'dip:'?".
    """
    found = _PLACE.match(str(error))
    if found is None:
        return QueryError(f"The query is wrong: {error}")
    offset = _offset(text, int(found[1]), int(found[2]))
    return _error(text, _fault(text, offset, found[3]))


def _offset(text: str, line: int, column: int) -> int:
    before = text.split("\n")[: line - 1]
    return sum(len(one) + 1 for one in before) + column - 1


def _fault(text: str, offset: int, expected: str) -> Fault:
    """Oxigraph's own place is often some words too late, so the common mistakes are looked for."""
    if "Prefix not found" in expected:
        return _unknown_prefix(text[:offset])
    if "IRI parsing failed" in expected:
        return offset, "the IRI before this place is not valid", "An IRI in < > holds no spaces."
    if "unbound" in expected:
        return offset, "a variable after SELECT gets no value", _GROUPED
    return (
        _unknown_word(text)
        or _unbalanced(text)
        or (offset, "this is not SPARQL", "Check the words, dots and brackets before this place.")
    )


def _unknown_prefix(before: str) -> Fault:
    name = _NAME.search(before)
    start, prefix = (name.start(), name[1]) if name else (len(before), "")
    close = get_close_matches(prefix, PREFIXES, n=1)
    meant = f"Did you mean '{close[0]}:'? " if close else ""
    known = ", ".join(f"{one}:" for one in sorted(PREFIXES))
    hint = f"{meant}Known without being declared: {known}. Declare others with PREFIX."
    return start, f"the prefix '{prefix}:' is not known", hint


def _unknown_word(text: str) -> Fault | None:
    for token in _TOKEN.finditer(text):
        word = token["word"] or ""
        if word.isalpha() and word.upper() not in _WORDS:
            close = get_close_matches(word.upper(), sorted(_WORDS), n=1)
            meant = f"Did you mean {close[0]}? " if close else ""
            return token.start(), f"'{word}' is no word of SPARQL", f"{meant}{_MARKED}"
    return None


def _unbalanced(text: str) -> Fault | None:
    opened: list[re.Match[str]] = []
    for mark in re.finditer(r"[(){}\[\]]", _bared(text)):
        if mark.group() in _CLOSING:
            opened.append(mark)
        elif not opened or _CLOSING[opened.pop().group()] != mark.group():
            return mark.start(), f"this '{mark.group()}' closes nothing", "Open it before."
    if not opened:
        return None
    last = opened[-1]
    closing = _CLOSING[last.group()]
    return last.start(), f"this '{last.group()}' is not closed", f"Close it with '{closing}'."


def _bared(text: str) -> str:
    """`text` with spaces for all that may hold brackets and quotes without meaning them."""
    return _TOKEN.sub(lambda token: " " * len(token.group()), text)


def _error(text: str, fault: Fault) -> QueryError:
    offset, problem, hint = fault
    line = text.count("\n", 0, offset) + 1
    first = text.rfind("\n", 0, offset) + 1
    shown = text[first:].split("\n", 1)[0].replace("\t", " ").rstrip("\r")
    column = offset - first
    start = max(0, column - _BEFORE)
    return QueryError(
        f"Line {line}, column {column + 1} of the query: {problem}.\n"
        f"  {shown[start : start + _SHOWN]}\n  {' ' * (column - start)}^\n{hint}"
    )
