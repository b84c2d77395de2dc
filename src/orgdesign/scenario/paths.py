"""Paths: the name of a figure everywhere, such as `options.joint_body.amounts[0].amount`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

Parts = tuple[str | int, ...]
"""The steps of a path: a key of a table, or the position in an array."""

UNNAMED = "?"
"""A key that could not be read."""
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_PLAIN = re.compile(r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*")
_STEP = re.compile(
    r"""(?P<dot>\.)?(?:(?P<bare>[A-Za-z0-9_-]+)|(?P<quoted>"(?:[^"\\]|\\.)*"))|\[(?P<index>\d{1,6})\]"""
)


class PathError(ValueError):
    """What was given as a path is none."""


def split_path(path: str) -> Parts:
    """Return the steps of a path; raises PathError where it is not a path."""
    if _PLAIN.fullmatch(path):
        return tuple(path.split("."))
    parts: list[str | int] = []
    position = 0
    while position < len(path):
        step = _STEP.match(path, position)
        if step is None or bool(parts) != (step["dot"] is not None or step["index"] is not None):
            raise PathError(path)
        parts.append(_part(step))
        position = step.end()
    if not parts:
        raise PathError(path)
    return tuple(parts)


def _part(step: re.Match[str]) -> str | int:
    if step["index"] is not None:
        return int(step["index"])
    if step["bare"] is not None:
        return step["bare"]
    try:
        return str(json.loads(step["quoted"]))
    except ValueError:
        raise PathError(step["quoted"]) from None


def within(path: str, around: str) -> bool:
    """Return whether a path is another one, or lies beneath it."""
    return path == around or path.startswith((f"{around}.", f"{around}["))


def join_path(parts: Parts) -> str:
    """Return the path of its steps; a key that is no plain word is quoted, as in TOML."""
    path = ""
    for part in parts:
        path = child_path(path, part)
    return path


def child_path(path: str, part: str | int) -> str:
    """Return the path of one key or array element below a path."""
    if isinstance(part, int):
        return f"{path}[{part}]"
    key = _written(part)
    return f"{path}.{key}" if path else key


@lru_cache(maxsize=4096)
def _written(key: str) -> str:
    return key if _BARE.fullmatch(key) else json.dumps(key, ensure_ascii=False)


def parent_path(path: str) -> str:
    """Return the path one step up; empty for a table at the top."""
    if _PLAIN.fullmatch(path):
        return path.rpartition(".")[0]
    return join_path(split_path(path)[:-1])


def find(tables: object, parts: Parts) -> Any:
    """Return what stands at a path of plain tables; raises KeyError where nothing does."""
    found: Any = tables
    try:
        for part in parts:
            if isinstance(found, str):  # its letters are no elements
                raise KeyError(part)
            found = found[part]
    except (KeyError, IndexError, TypeError):
        raise KeyError(join_path(parts)) from None
    return found


def holds(tables: object, parts: Parts) -> bool:
    """Return whether something stands at a path of plain tables."""
    try:
        find(tables, parts)
    except KeyError:
        return False
    return True


def walk(tables: object, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every path of plain tables with what stands there, tables before what they hold."""
    waiting: list[tuple[str, Any]] = [(path, tables)]
    while waiting:
        at, found = waiting.pop()
        if at:
            yield at, found
        if isinstance(found, dict):
            below = reversed([*found.items()])
            waiting.extend([(child_path(at, key), value) for key, value in below])
        elif isinstance(found, list | tuple):
            waiting.extend([(f"{at}[{i}]", found[i]) for i in reversed(range(len(found)))])


def with_value(tables: Mapping[str, Any], parts: Parts, value: object) -> dict[str, Any]:
    """Return tables with a value at a path; the tables on the way are new, the others shared.

    Arrays are no part of the way.
    """
    part = str(parts[0])
    if len(parts) > 1:
        below = tables.get(part)
        value = with_value(below if isinstance(below, Mapping) else {}, parts[1:], value)
    return {**tables, part: value}


def without(tables: Mapping[str, Any], parts: Parts) -> Mapping[str, Any]:
    """Return tables without what a table holds at a path; the very same where none does.

    The tables on the way are new, the others shared.
    """
    part, rest = parts[0], parts[1:]
    if part not in tables:
        return tables
    if not rest:
        return {key: value for key, value in tables.items() if key != part}
    below = tables[str(part)]
    lacking = without(below, rest) if isinstance(below, Mapping) else below
    return tables if lacking is below else {**tables, str(part): lacking}


def take_out(tables: dict[str, Any], parts: Parts) -> bool:
    """Take what stands at a path out of its table; return whether a table held it."""
    table = find(tables, parts[:-1]) if holds(tables, parts) else None
    if not isinstance(table, dict):
        return False
    del table[parts[-1]]
    return True
