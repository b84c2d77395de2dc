"""A TOML text cut into statements, so that a fault in one of them leaves the others readable."""

from __future__ import annotations

import re
from typing import NamedTuple

import tomli

LONGEST_KEY = 16
"""Parts of a dotted key that are read, as in the pattern below; a scenario needs about six."""
LONGEST_STATEMENT = 200_000
"""Letters within which a statement ends; one that does not is cut at its first line."""

_TOKEN = re.compile(
    r'''
      (?P<string> """(?:\\.|[^\\])*?"{3,5} | \'\'\'.*?\'{3,5}
                | "(?:\\.|[^"\\\n])*" | (?<!\d)'[^'\n]*' )
    | (?P<comment> \#[^\n]* )
    | (?P<open> [\[{] )
    | (?P<close> [\]}] )
    | (?P<line> \n )
    | [^"'\#\[\]{}\n]+
    | .
    ''',
    re.VERBOSE | re.DOTALL,
)
_LONG_KEY = re.compile(r"""(?<![\w"'-])(?:(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*\.[ \t]*){16}""")
_WORDS = r"[A-Za-z0-9_-]+"
_NEXT = re.compile(
    r"(?m)^[ \t]*(?:"
    r"\[\[?[A-Za-z0-9_.\"' \t-]+\]\]?[ \t]*(?:#.*)?$"
    rf"|{_WORDS}(?:[ \t]*\.[ \t]*{_WORDS})*[ \t]*=(?!=))"
)
_HEADER = re.compile(r"[ \t]*\[")
_AT = re.compile(r"\(at line (\d+), column (\d+)\)$")


class Fault(NamedTuple):
    """Where reading a statement stops, and why: the words of the TOML reader."""

    offset: int
    reason: str


class Masked(NamedTuple):
    """A statement with its texts and comments blotted out, letter for letter."""

    text: str
    depths: tuple[int, ...]
    """For each letter, how many brackets are open before it."""
    texts: tuple[bool, ...]
    """For each letter, whether it is part of a text between quotes."""


def has_long_key(text: str) -> bool:
    """Return whether a text has a dotted key that would take the TOML reader very long."""
    return _LONG_KEY.search(text) is not None


def is_header(statement: str) -> bool:
    """Return whether a statement opens a table."""
    return _HEADER.match(statement) is not None


def end_of_statement(text: str, start: int) -> int:
    """Return where the statement ends that starts here: at a line end outside all brackets."""
    if _HEADER.match(text, start):
        end = text.find("\n", start)
        return len(text) if end < 0 else end
    depth = 0
    for token in _TOKEN.finditer(text, start, start + LONGEST_STATEMENT):
        if token.lastgroup == "open":
            depth += 1
        elif token.lastgroup == "close":
            depth -= 1
        elif token.lastgroup == "line" and depth <= 0:
            return token.start()
    if len(text) <= start + LONGEST_STATEMENT:
        return len(text)
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def masked(statement: str) -> Masked:
    """Return a statement in which only its structure can be seen."""
    letters: list[str] = []
    depths: list[int] = []
    texts: list[bool] = []
    depth = 0
    for token in _TOKEN.finditer(statement):
        width = token.end() - token.start()
        texts.extend([token.lastgroup == "string"] * width)
        depths.extend([depth] * width)
        if token.lastgroup in ("string", "comment"):
            letters.append(('"' if token.lastgroup == "string" else " ") * width)
            continue
        letters.append(token.group())
        depth += {"open": 1, "close": -1}.get(token.lastgroup or "", 0)
    return Masked("".join(letters), tuple(depths), tuple(texts))


def closes(statement: str) -> bool:
    """Return whether every bracket of a statement is closed."""
    depth = 0
    for token in _TOKEN.finditer(statement):
        depth += {"open": 1, "close": -1}.get(token.lastgroup or "", 0)
    return depth <= 0


def next_statement(statement: str, after: int = 0) -> int | None:
    """Return where a later line of a faulty statement looks like a statement of its own."""
    first = statement.find("\n", after)
    found = _NEXT.search(statement, first + 1) if first >= 0 else None
    return found.start() if found else None


def has_header_inside(statement: str) -> bool:
    """Return whether a later line of a statement looks like the header of a table."""
    first = statement.find("\n")
    return first >= 0 and any(
        found.group().lstrip().startswith("[") for found in _NEXT.finditer(statement, first + 1)
    )


def fault(statement: str) -> Fault | None:
    """Return where and why a statement on its own cannot be read, None where it can."""
    if has_long_key(masked(statement).text):
        return Fault(0, "too deep")
    try:
        tomli.loads(statement)
    except RecursionError:
        return Fault(0, "too deep")
    except tomli.TOMLDecodeError as error:
        return Fault(_offset(statement, str(error)), str(error))
    except ValueError:
        # The reader refuses numbers of thousands of digits, and says nothing of the place.
        return Fault(0, "too long")
    return None


def _offset(text: str, reason: str) -> int:
    found = _AT.search(reason)
    if found is None:
        return len(text)
    line, column = int(found[1]), int(found[2])
    start = 0
    for _ in range(line - 1):
        start = text.find("\n", start) + 1
    return min(len(text), start + column - 1)
