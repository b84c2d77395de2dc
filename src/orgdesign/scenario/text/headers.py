"""The header of a table: which of its keys can be read, and what is wrong with it."""

from __future__ import annotations

import re

from orgdesign.scenario import shape
from orgdesign.scenario.ids import as_id
from orgdesign.scenario.text.finding import Finding

TABLES = shape.keys(shape.TOP)
"""The tables of a file."""
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def header_fault(statement: str) -> Finding:
    """Return what is wrong with a header that cannot be read."""
    start = len(statement) - len(statement.lstrip())
    body = statement.split("#", 1)[0].rstrip()
    good, bad = header_keys(statement)
    if bad is not None and bad:
        at = statement.find(bad, start)
        table, *words = bad.split()
        if words and table in TABLES:
            instead = _as_header([table, as_id(" ".join(words))], body[start : start + 2] == "[[")
            return Finding("header_point", start, len(body), {"instead": instead})
        return Finding("bad_key", at, at + len(bad), {"instead": as_id(bad)})
    closed = body.find("]")
    after = body[closed:].lstrip("]").strip() if closed >= 0 else ""
    if after:
        return Finding("text_after_header", body.rindex(after), len(body))
    doubled = body[start : start + 2] == "[["
    return Finding("header_bracket", start, len(body), {"instead": _as_header(good, doubled)})


def header_keys(statement: str) -> tuple[list[str], str | None]:
    """Return the readable keys of a header and the first that is not, None where all are."""
    inside = statement.strip().lstrip("[").split("#", 1)[0].strip().rstrip("]")
    good: list[str] = []
    for part in inside.split("]", 1)[0].split("."):
        if not _BARE.fullmatch(part.strip()):
            first = [word for word in part.split()[:1] if not good and word in TABLES]
            return [*good, *first], part.strip()
        good.append(part.strip())
    return good, None


def _as_header(keys: list[str], doubled: bool) -> str:
    name = ".".join(keys)
    return f"[[{name}]]" if doubled else f"[{name}]"
