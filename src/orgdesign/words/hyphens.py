"""Where a word may be broken at the end of a line, by the patterns of Liang that pyphen keeps.

The patterns are asked one by one: to make all of them ready, as the library does, takes longer than
a whole start of the program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from orgdesign.words import Language
from orgdesign.words.width import head, width

_LETTERS = re.compile(r"[^\W\d_]+")
_PATH = re.compile(r"\w[._/]\w")
_DICTIONARIES = {"nl": "nl_NL", "en": "en_GB"}
_LEAST = 2
"""Letters that stay together before and after a break."""
_MARKS = "-/._"
"""Marks after which a word is broken without another hyphen."""


def pieces(word: str, cells: int, language: Language) -> Iterator[str]:
    """Yield a word whole where it fits in so many cells, else in pieces broken with a hyphen.

    It is cut anywhere only where no syllable fits.
    """
    start, breaks = 0, breaks_of(word, language) if width(word) > cells else ()
    while width(word[start:]) > cells > 1:
        ends = {end: _hyphened(word[start:end]) for end in breaks if end > start}
        end = max((end for end, piece in ends.items() if width(piece) <= cells), default=0)
        cut = head(word[start:], cells - 1)
        yield ends[end] if end else f"{cut}-"
        start = end or start + len(cut)
    yield word[start:]


def _hyphened(piece: str) -> str:
    return piece if piece[-1] in _MARKS else f"{piece}-"


def is_path(word: str) -> bool:
    """Return whether a word is a path, an id or a file: a hyphen would seem to belong to it."""
    return _PATH.search(word) is not None


@cache
def syllables(word: str, language: Language) -> tuple[str, ...]:
    """Return the pieces between which a word may be broken with a hyphen: a path is one."""
    if is_path(word):
        return (word,)
    breaks = [at for at in breaks_of(word, language) if word[at - 1] not in _MARKS]
    return tuple(word[start:end] for start, end in pairwise((0, *breaks, len(word))))


@cache
def breaks_of(word: str, language: Language) -> tuple[int, ...]:
    """Return how many letters of a word may stand before a break."""
    marks = {at for at, sign in enumerate(word, 1) if sign in _MARKS and at < len(word)}
    syllables = {
        run.start() + at
        for run in _LETTERS.finditer(word)
        if not run[0].isupper()  # an abbreviation has no syllables
        for at in _syllables(run[0].lower(), language)
    }
    return tuple(sorted(marks | syllables))


def _syllables(letters: str, language: Language) -> Iterator[int]:
    """Yield where a run of small letters may be broken: where the highest weight is odd."""
    known, spelled = _patterns(language), f".{letters}."
    weights = [0] * (len(spelled) + 1)
    for start in range(len(spelled)):
        for end in range(start + 1, len(spelled) + 1):
            for at, weight in enumerate(_weights(known.get(spelled[start:end], "")), start):
                weights[at] = max(weights[at], weight)
    for at in range(_LEAST, len(letters) - _LEAST + 1):
        if weights[at + 1] % 2:
            yield at


def _weights(pattern: str) -> list[int]:
    """Return the weight before each letter of a pattern and behind the last: `a1b` is 0, 1, 0."""
    weights = [0]
    for sign in pattern:
        if sign.isdigit():
            weights[-1] = int(sign)
        else:
            weights.append(0)
    return weights


@cache
def _patterns(language: Language) -> Mapping[str, str]:
    """Return the patterns of a language by their letters."""
    import pyphen

    written = pyphen.LANGUAGES[_DICTIONARIES[language]].read_bytes()
    encoding, _, patterns = written.partition(b"\n")
    text = patterns.decode(encoding.decode("ascii").strip())
    lines = [line.strip() for line in text.splitlines() if " " not in line]
    return dict(zip(re.sub(r"\d", "", "\n".join(lines)).split("\n"), lines, strict=True))
