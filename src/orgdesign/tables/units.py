"""What the figures of a scenario are counted in."""

from __future__ import annotations

from orgdesign.scenario.kinds import kind_at
from orgdesign.scenario.paths import split_path
from orgdesign.scenario.scenario import Scenario
from orgdesign.words import Language, catalogue, say
from orgdesign.words.numbers import CalendarYear


def unit_of(scenario: Scenario, path: str, language: Language) -> str:
    """Return the unit of a figure in words: its own, its table's or that of its place."""
    given = scenario.figures[path].unit or _unit_of_table(scenario, path) or _unit_at(path)
    entry = f"in_{given.replace(' ', '_')}"
    return say(f"terms.{entry}", language) if entry in catalogue("terms") else given


def as_counted(path: str, value: float) -> float:
    """Return the value of a figure, a year as one."""
    return CalendarYear(value) if _unit_at(path) == "year" else value


def _unit_of_table(scenario: Scenario, path: str) -> str | None:
    table, *parts = split_path(path)
    own = scenario.document.figures.get(str(parts[0])) if table == "figures" else None
    return own.unit if own else None


def _unit_at(path: str) -> str:
    kind = kind_at(split_path(path)) if path else None
    return kind.unit if kind else ""
