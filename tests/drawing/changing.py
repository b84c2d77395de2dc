"""The same scenario told otherwise: in another order, with other names, twice as large."""

from __future__ import annotations

import copy
import re
from typing import Any

from .steps import Tables

NAMED = ("municipalities", "figures", "tasks", "jobs", "systems", "measures", "budgets", "keys")
SETS = ("participants", "tasks", "systems", "amounts", "unwinding", "posts")
SIZES = frozenset({
    "fte", "vacant", "hired", "joint_fte", "client_fte", "coordination_fixed_fte",
    "coordination_fte_per_participant", "local", "joint_fixed", "joint_per_participant",
    "migration_per_participant", "governance_fixed", "governance_per_participant",
    "process_fixed", "process_per_participant", "amount", "per_inhabitant",
})  # fmt: skip


def turned(tables: Tables) -> Tables:
    """Return the tables with every table and every list that is a set turned round.

    The work of a stream keeps its order, for that is a fact of the plan.
    """
    return {"format": tables["format"]} | {
        name: _turned(name, table) for name, table in [*tables.items()][::-1] if name != "format"
    }


def _turned(name: str, given: Any) -> Any:
    if isinstance(given, dict):
        rows = [*given.items()]
        return {key: _turned(key, value) for key, value in (rows if name == "work" else rows[::-1])}
    if isinstance(given, list):
        inner = [_turned("", value) for value in given]
        return inner[::-1] if name in SETS else inner
    return given


def renamed(tables: Tables) -> Tables:
    """Return the tables with another id for everything that has one, but the options."""
    ids = [name for table in NAMED for name in tables.get(table, {})]
    new = {name: f"id_{len(ids) - place:03}" for place, name in enumerate(ids)}

    def rename(given: Any) -> Any:
        if isinstance(given, dict):
            return {new.get(key, key): rename(value) for key, value in given.items()}
        if isinstance(given, list):
            return [rename(value) for value in given]
        return new.get(given, given) if isinstance(given, str) else given

    return {name: rename(table) for name, table in tables.items()}


def doubled(tables: Tables) -> Tables:
    """Return the tables with twice the posts and lump sums, at the same prices."""
    made: Tables = {name: _doubled(table) for name, table in tables.items()}
    for budget in made.get("budgets", {}).values():
        budget["values"] = _times_two(budget["values"])
    return made


def _doubled(given: Any) -> Any:
    if isinstance(given, dict):
        return {
            key: _times_two(value) if key in SIZES else _doubled(value)
            for key, value in given.items()
        }
    return [_doubled(value) for value in given] if isinstance(given, list) else given


def _times_two(given: Any) -> Any:
    if isinstance(given, dict):
        return {key: _times_two(value) for key, value in given.items()}
    if isinstance(given, list):
        return [_times_two(value) for value in given]
    return given * 2 if isinstance(given, int | float) else given


def with_values(tables: Tables, values: dict[str, float]) -> Tables:
    """Return the tables with other central values for some figures, by path."""
    made = copy.deepcopy(tables)
    for path, value in values.items():
        given: Any = made
        for step in re.findall(r"[^.\[\]]+", path):
            given = given[int(step)] if isinstance(given, list) else given[step]
        given["value"] = value
    return made
