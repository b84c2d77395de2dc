"""What makes each table of a scenario: the usual ones, and those that it asks for itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from orgdesign.model.result import Result
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables.asked_for import asked_for, of_measures
from orgdesign.tables.registry import TABLES
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Table

Maker = Callable[[Result, Settings], Table]


def makers(scenario: Scenario) -> Mapping[str, Maker]:
    """Return what makes each table by name; what the scenario says of a usual one goes for it."""
    return {**TABLES, **{id: partial(asked_for, id=id) for id in of_measures(scenario)}}


def own_tables(scenario: Scenario) -> tuple[str, ...]:
    """Return the names of the tables that only the scenario knows."""
    return tuple(id for id in of_measures(scenario) if id not in TABLES)
