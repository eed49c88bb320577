"""Reading personal names: which capitalized words after "Minister" are the minister's name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from diplograph.vocabulary import cues
from diplograph.vocabulary.tables import rows

_WORD = re.compile(r"[^\W\d_](?:[\w’'‘`\-]|\.(?=[^\W\d_]\.))*\.?")
_GAP = re.compile(r"[ \t\n\r\xa0]+")
_LONGEST = 7
_REMEMBERED = 50_000  # names; an item asks for each of its own many times
_SUFFIX = re.compile(r",? (?:Jr|Sr)\.?|,? (?:VIII|VII|VI|IX|IV|XVI|XIV|III|II|V|X)\b")
_HONORS = re.compile(r",\s+((?:[A-Z]\.){2,}|[A-Z][\w]{1,4})(?=,)")
_LINE = re.compile(r" (?:bin|ibn|bint|al)[ -](?=[^\W\d_a-z])")


@cache
def _particles() -> frozenset[str]:
    """Small words inside names of many languages: "Salman bin Abdulaziz", "Ana de la Cruz"."""
    return frozenset(cues.words("particles.csv"))


@cache
def _stoppers() -> frozenset[str]:
    common = frozenset(cues.words("common-words.csv"))
    titles = {
        word
        for kind in ("head", "modifier", "portfolio", "honorific", "rank", "former", "occupation")
        for title in cues.offices(kind)
        for word in title.split()
    }
    return common | (titles - _particles())


def stops(word: str) -> bool:
    """Whether a capitalized word is a title, month or other common word and no part of a name."""
    return word.casefold().strip("’'.") in _stoppers() or word.casefold() in _stoppers()


def name_at(text: str, start: int, closed: Iterable[tuple[int, int]] = ()) -> int | None:
    """Where the personal name that begins at `start` ends; None where none begins there.

    `closed` are spans that belong to something else (a state, an organization).

    >>> text = "Jean-Yves Le Drian met Salman bin Abdulaziz Al Saud in Paris."
    >>> text[: name_at(text, 0)], text[23 : name_at(text, 23)]
    ('Jean-Yves Le Drian', 'Salman bin Abdulaziz Al Saud')
    """
    taken = sorted(closed)
    end: int | None = None
    at, words = start, 0
    while words < _LONGEST and (word := _WORD.match(text, at)):
        stop = _possessive(word[0], word.start())
        inside = words == 1 and _is_middle_name(text, word, taken)
        if not inside and any(s < stop and word.start() < e for s, e in taken):
            break
        if (
            _is_name_word(word[0])
            or (words == 1 and _is_title_surname(text, word))
            or (words == 0 and _is_given_name(text, word))
        ):
            end = stop if not _ends_sentence(text, word) else stop - 1
            words += 1
            if stop < word.end() or end < stop:
                break
        elif word[0].casefold() not in _particles() or end is None:
            break
        gap = _GAP.match(text, word.end())
        if not gap:
            break
        at = gap.end()
    return _with_suffix(text, end) if end is not None else None


@cache
def _months() -> frozenset[str]:
    return frozenset(row["name"].casefold() for row in rows("cues", "months.csv", needs=("name",)))


def _is_given_name(text: str, word: re.Match[str]) -> bool:
    """Whether a month or a common word is a given name: "June Otieno", "Grace Otieno"."""
    after = _WORD.match(text, word.end() + 1)
    given = word[0].casefold() in _months() or word[0].casefold() in cues.offices("given")
    return given and word[0].istitle() and bool(after and _is_name_word(after[0]))


def _is_middle_name(text: str, word: re.Match[str], taken: list[tuple[int, int]]) -> bool:
    """Whether a state is one word of a name: "Ana |Montenegro Dias"."""
    after = _WORD.match(text, word.end() + 1)
    follows = after and text[word.end()] == " " and _is_name_word(after[0])
    free = after and not any(s < after.end() and after.start() < e for s, e in taken)
    return bool(follows and free) and word.span() in taken


def _is_title_surname(text: str, word: re.Match[str]) -> bool:
    """Whether a title ends a name: "Amy Pope said", but not "Salman King of"."""
    bare = re.sub(r"[’']s?$|\.$", "", word[0])
    follows = re.match(r"\s+(?:[^\W\d_a-z]|of\b)", text[word.end() : word.end() + 5])
    return bare.istitle() and bare.casefold() in cues.offices("surname") and not follows


def _is_name_word(word: str) -> bool:
    if re.fullmatch(r"[^\W\d_]\.", word):
        return word[0].isupper()
    if word[0].isupper():
        bare = re.sub(r"[’']s$", "", word)
        return not stops(bare) and not (len(bare) == 1 and bare.isupper())
    return bool(re.match(r"(?:al|el|ad|as|ar)-[^\W\d_]", word)) and word[3].isupper()


def _possessive(word: str, start: int) -> int:
    """The end of a word without its possessive ending."""
    bare = re.sub(r"(?:[’']s|[’'])$", "", word)
    return start + len(bare)


def _ends_sentence(text: str, word: re.Match[str]) -> bool:
    """Whether the point after a word ends the sentence ("… met Dahl. He …") and is no initial."""
    return word[0].endswith(".") and len(word[0]) > 2 and word[0].count(".") == 1


def _with_suffix(text: str, end: int) -> int:
    """The end of a name with what may follow it: "Jr.", "II", "II ibn Al Hussein"."""
    suffix = _SUFFIX.match(text, end)
    if not suffix:
        honors = _HONORS.match(text, end)
        own = honors and ("." in honors[1] or honors[1].casefold() in cues.offices("suffix"))
        return honors.end() if honors and own else end
    line = _LINE.match(text, suffix.end())
    further = name_at(text, line.end()) if line else None
    return further or suffix.end()


@lru_cache(maxsize=_REMEMBERED)
def fold(name: str) -> str:
    """A name without case, accents and the usual differences of transliteration.

    "Sergei" and "Sergey", "Aliyev" and "Aliev", "Zelenskyy" and "Zelensky" fold alike
    (the y/i variants of the BGN/PCGN and ISO 9 tables for Cyrillic).

    >>> fold("Sergei Lavrov") == fold("Sergey LAVROV")
    True
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = re.sub(r"[’'‘`]", "", plain).replace("-", " ")
    plain = re.sub(r"iy(?=[aeo])", "i", plain)
    plain = re.sub(r"(?:ey|ei|iy|yi|yy|ij|ii)\b", "y", plain)
    return re.sub(r"\s+", " ", plain).strip(" .,")


def words(name: str) -> list[str]:
    """The folded words of a name without initials and suffixes."""
    return list(_words(name))


@lru_cache(maxsize=_REMEMBERED)
def _words(name: str) -> tuple[str, ...]:
    return tuple(
        w
        for w in fold(name).replace(",", "").split()
        if len(w.strip(".")) > 1 and w not in ("jr.", "jr", "sr")
    )
