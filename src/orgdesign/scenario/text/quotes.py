"""What is wrong with the quotes of a statement that cannot be read."""

from __future__ import annotations

import re

from orgdesign.scenario.ids import as_id
from orgdesign.scenario.text.finding import Finding
from orgdesign.scenario.text.statements import Fault, Masked

_CURLY = "“”„‟‘’‚‛«»″"
_APOSTROPHE = re.compile(r"[{,]?[ \t]*(?P<key>['’`][^\W\d][\w -]*?)[ \t]*=")


def apostrophe_key(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    """Return a name such as 's-Hertogenbosch that stands as a key."""
    found = _APOSTROPHE.match(statement) or _APOSTROPHE.search(seen.text)
    return None if found is None else bad_key(found.start("key"), found["key"])


def bad_key(start: int, key: str) -> Finding:
    """Return what stands as a key and cannot be one, with the id that can."""
    return Finding("bad_key", start, start + len(key), {"instead": as_id(key)}, "x" * len(key))


def curly_quotes(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    """Return the quotes of a word processor."""
    if statement[fault.offset : fault.offset + 1] not in tuple(_CURLY):
        return None
    line = statement[fault.offset :].split("\n", 1)[0]
    closing = next((i for i, letter in enumerate(line) if i and letter in _CURLY + '"'), None)
    end = fault.offset + (len(line.rstrip()) if closing is None else closing + 1)
    return Finding("curly_quotes", fault.offset, end, readable="0")


def unfinished_text(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    """Return the text at whose end no quote was found."""
    reasons = ("Unterminated", "Illegal character '\\n'", "Expected \"'", "Expected '\"'")
    if not fault.reason.startswith(reasons):
        return None
    first = next((i for i, inside in enumerate(seen.texts) if inside), 0)
    unfinished = Finding("missing_quote", first, line_end(statement, first))
    return open_text(statement, seen, fault) or unfinished


def open_text(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    """Return the quote that starts a text and has no other to end it."""
    lone = next((i for i in range(len(statement)) if _is_lone(statement, seen, i)), None)
    if lone is None:
        return None
    if statement[max(0, lone - 2) : lone] in ('""', "''"):
        lone -= 2
    return Finding("missing_quote", lone, line_end(statement, lone))


def _is_lone(statement: str, seen: Masked, position: int) -> bool:
    """Return whether a quote starts a text that does not end: the mask left it alone."""
    return statement[position] in "\"'" and not seen.texts[position]


def quote_inside(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    """Return the text that a quote within it ended too early."""
    at = fault.offset
    if not (0 < at < len(statement) and seen.texts[at - 1]) or statement[at] in " \t\n,;:}])=":
        return None
    start = at - 1
    while start > 0 and seen.texts[start - 1]:
        start -= 1
    return Finding("quote_inside", start, line_end(statement, start))


def backslash(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    """Return the backslash in a text that means something else in TOML."""
    if not any(word in fault.reason for word in ("Unescaped", "hex value", "Unicode scalar")):
        return None
    start = min(fault.offset, len(statement) - 1)
    while start > 0 and seen.texts[start - 1]:
        start -= 1
    at = max(statement.find("\\", start), start)
    return Finding("backslash", at, at + 1)


def line_end(text: str, start: int) -> int:
    """Return where the line of a place ends, after the place itself."""
    end = text.find("\n", start)
    return len(text) if end < 0 else max(end, start + 1)
