"""A key that is typed in one table and belongs to another: one inside it, or one around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from orgdesign.lines import LINES
from orgdesign.scenario import shape
from orgdesign.scenario.inline import inline
from orgdesign.scenario.key_names import SHARED
from orgdesign.scenario.paths import Parts, join_path
from orgdesign.scenario.problems import Told

_ANYWHERE = ("name", "note", "source", "unit", "value", "values")
"""Keys of so many tables that nothing follows from them."""
_OF_FILE = ("format", "extends", "remove")
"""Keys of the file itself, which no table around them can be told for."""
_IDS_OF_FILE = {"scope": "tasks", "joint_fte": "jobs", "programme_effect": "budgets"}
"""Tables of an option whose keys are ids of another table of the file."""


def misplaced(parts: Parts, given: Any, tables: Mapping[str, Any]) -> Told | None:
    """Return in which other table an unknown key belongs; None where in none that is known."""
    if parts[-1] in _ANYWHERE:
        return None
    if parts[-1] in _OF_FILE:
        return "key_of_file", {"name": parts[-1]}
    return _inner(parts, given, tables) or _outer(parts)


def _inner(parts: Parts, given: Any, tables: Mapping[str, Any]) -> Told | None:
    """Return the table inside its own to which a key belongs, and how to write it there."""
    name = str(parts[-1])
    around = shape.at(parts[:-1])
    for table in dict.fromkeys(shape.keys(around)):
        path = join_path((*parts[:-1], table))
        inside = shape.below(around, table)
        if name in shape.keys(inside) or name in _ids(table, parts, tables):
            if len(parts) == 1:
                return "key_of_header", {"name": name, "header": f"[{path}]"}
            instead = f"{table} = {{ {name} = {_typed(given)} }}"
            return "key_of_inner_table", {"name": name, "table": table, "instead": instead}
        if name in shape.keys(shape.below(inside, 0)):
            return "key_of_header", {"name": name, "header": f"[[{path}]]"}
    return None


def _ids(table: str, parts: Parts, tables: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the ids that a table of an option takes as its keys."""
    if len(parts) != 3 or parts[0] != "options":
        return ()
    fixed = {"keys": SHARED, "no_amount": tuple(LINES)}
    known = tables.get(_IDS_OF_FILE.get(table, ""), ())
    return fixed.get(table, tuple(known) if isinstance(known, Mapping) else ())


def _outer(parts: Parts) -> Told | None:
    """Return the table around its own to which a key belongs: it is below a later header."""
    for around in _around(parts[:-1]):
        if str(parts[-1]) in shape.keys(shape.at(around)):
            header = f"[{join_path(around)}]"
            return "key_of_earlier_header", {"name": str(parts[-1]), "header": header}
    return None


def _around(parts: Parts) -> Iterator[Parts]:
    """Yield the tables around a path, nearest first; an array is none, the file neither."""
    for length in range(len(parts) - 1, 0, -1):
        if not isinstance(parts[length], int):
            yield parts[:length]


def _typed(given: Any) -> str:
    return "..." if isinstance(given, Mapping | list | tuple) else inline(given)
