"""The figures that formulas read: the general path of each, and what holds where it is absent."""

from __future__ import annotations

import math
import tomllib
from functools import cache

from orgdesign.library.loader import defaults_text
from orgdesign.model.choices import CHOICES
from orgdesign.model.inputs import EFFICIENCY, INPUTS
from orgdesign.model.reading import Grid, Input, Reading
from orgdesign.model.result import CENTRAL
from orgdesign.records.record import fields
from orgdesign.scenario.gallery import gallery
from orgdesign.scenario.load import load
from orgdesign.scenario.paths import split_path
from orgdesign.scenario.schema.options import FormProperties

KEYED = {
    "budgets": "BUDGET",
    "figures": "FIGURE",
    "forms": "FORM",
    "jobs": "JOB",
    "keys": "KEY",
    "measures": "MEASURE",
    "municipalities": "MUNICIPALITY",
    "options": "OPTION",
    "plans": "PLAN",
    "streams": "STREAM",
    "work": "WORK",
    "salaries": "TABLE",
    "salary": "SCALE",
    "systems": "SYSTEM",
    "tasks": "TASK",
}
"""What stands for an id in a general path, by the table that it is a key of."""


@cache
def readings() -> tuple[Reading, ...]:
    """Return every option of the worked cases: from these the general paths are read."""
    scenarios = [load(path).scenario for path in gallery()]
    return tuple(
        Reading(scenario, option, CENTRAL)
        for scenario in scenarios
        if scenario is not None
        for option in scenario.options
    )


@cache
def inputs() -> dict[str, tuple[str, str]]:
    """Return for every input that is a figure its general path and what holds without it."""
    found = {}
    for name, node in {**INPUTS, **CHOICES}.items():
        paths = [path for reading in readings() for path in _paths(reading, node)]
        if paths:
            path = next(
                (each for each in paths if name.endswith(each.rpartition(".")[2])), paths[0]
            )
            found[name] = (path, absent(path, _default(node)))
        elif name in fields(FormProperties):
            found[name] = (f"options.OPTION.{name}", absent("", _default(node)))
    return {**found, "employer": ("options.OPTION.employer", "home")}


def absent(path: str, default: float = math.nan) -> str:
    """Return what holds where nobody gives a figure: a bundled fact, or what the model takes."""
    table, _, key = path.partition(".")
    bundled = tomllib.loads(defaults_text()).get(table, {}).get(key)
    if bundled is not None:
        return f"{bundled['value']:g}"
    if ".tasks." in path and math.isinf(default):
        return "that of the option"
    return _number(default)


def _default(node: Input) -> float:
    grid = node(readings()[0])
    return grid.default if isinstance(grid, Grid) else math.nan


def _number(default: float) -> str:
    if math.isnan(default):
        return ""
    if math.isinf(default):
        return "no end"
    return "the first year" if default == readings()[0].scenario.years[0] else f"{default:g}"


def _paths(reading: Reading, node: Input) -> list[str]:
    grid = node(reading)
    paths = grid.paths.ravel() if isinstance(grid, Grid) else ()
    return [general(path, reading) for path in paths if path and path != EFFICIENCY]


def general(path: str, reading: Reading) -> str:
    """Return a path with the ids of its tables as capitals: `jobs.JOB.fte.MUNICIPALITY`."""
    parts = split_path(path)
    words = [str(parts[0])]
    for position, part in enumerate(parts[1:], start=1):
        before = parts[position - 1]
        if isinstance(part, int):
            words[-1] += "[N]"
        elif before in KEYED and (position == 1 or before in ("streams", "tasks", "work")):
            words.append(KEYED[str(before)])
        elif part in reading.scenario.municipalities:
            words.append("MUNICIPALITY")
        elif before in ("scope", "joint_fte", "programme_effect"):
            words.append({"scope": "TASK", "joint_fte": "JOB"}.get(str(before), "BUDGET"))
        elif parts[0] == "salaries" and position == 2:
            words.append("SCALE")
        else:
            words.append(str(part))
    joined = ".".join(words)
    # A property of a form may be given by the option itself, and there it wins.
    return joined.replace("forms.FORM.", "options.OPTION.")
