"""The table to write in place of the one value that was typed where a table belongs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from orgdesign.scenario.frames import THRESHOLDS
from orgdesign.scenario.named import id_named, names_of, table_named
from orgdesign.scenario.paths import Parts, find, holds
from orgdesign.scenario.problems import Told, plain
from orgdesign.scenario.text.number_marks import grouped

_ANY = "..."
"""Stands for what has to be filled in."""


def table_told(given: Any, parts: Parts, tables: Mapping[str, Any]) -> Told | None:
    """Return the table that one value at a path was meant to be, None where none is at hand."""
    if _is_threshold(given, parts):
        return "thresholds_mixed", {"name": parts[-1]}
    if isinstance(given, str):
        pairs = _of_text(given, parts, tables)
        code = "table_needed"
    elif parts[-1] == "then" and type(given) is int:
        pairs, code = {"year": str(given), "option": f'"{_ANY}"'}, "table_needed"
    else:
        pairs, code = _by_place(given, parts, tables), "by_municipality"
    if not pairs:
        return None
    written = ", ".join(f"{key} = {value}" for key, value in pairs.items())
    return code, {"instead": f"{{ {written} }}"}


def _is_threshold(given: Any, parts: Parts) -> bool:
    """Return whether a number is a threshold of everyone beside those of a municipality."""
    return (
        type(given) in (int, float) and parts[-2:-1] == ("thresholds",) and parts[-1] in THRESHOLDS
    )


def _of_text(given: str, parts: Parts, tables: Mapping[str, Any]) -> dict[str, str]:
    """Return the pairs of a table in place of the text of an id or a name."""
    if parts[-1] == "then":
        return {"year": _ANY, "option": f'"{id_named(given, "options", names_of(tables)) or _ANY}"'}
    if parts[0] != "options" or len(parts) != 3:
        return {}
    table = {"keys": "keys", "work_plan": "plans"}.get(str(parts[-1]))
    id = id_named(given, table, names_of(tables)) if table else None
    if id is None:
        return {}
    return {each: f'"{id}"' for each in (("all",) if table == "keys" else _tasks(parts, tables))}


def _tasks(parts: Parts, tables: Mapping[str, Any]) -> Sequence[str]:
    """Return the tasks that an option brings in, all tasks where it does not say which."""
    path = (*parts[:-1], "scope")
    scope = find(tables, path) if holds(tables, path) else None
    return tuple(scope if isinstance(scope, Mapping) else tables.get("tasks", ()))


def _by_place(given: Any, parts: Parts, tables: Mapping[str, Any]) -> dict[str, str]:
    """Return a number or a list of them by municipality, in the order of the file."""
    places = tables.get("municipalities")
    if table_named((*parts, "?"), key=True) != "municipalities" or not isinstance(places, Mapping):
        return {}
    numbers = given if isinstance(given, list | tuple) else (given,)
    sound = all(type(number) in (int, float) for number in numbers)
    if not sound or not len(numbers) <= len(places):
        return {}
    return {place: grouped(plain(number)) for place, number in zip(places, numbers, strict=False)}
