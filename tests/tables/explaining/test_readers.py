"""A table that is said to read a figure does: another figure, another table."""

from __future__ import annotations

from functools import cache

import pytest
from examples import SMALL

from orgdesign.model.calculation import evaluate
from orgdesign.model.result import Result
from orgdesign.scenario.load import load
from orgdesign.tables.explaining.readers import readers
from orgdesign.tables.registry import TABLES
from orgdesign.tables.settings import settings_for
from orgdesign.tables.table import Table

MORE = (
    "budgets.care={name='Care', values={noord=1_000_000, zuid=2_000_000, west=500_000}, "
    "variation=0.1, correlation=0.1, clients={noord=40, zuid=90, west=20}, cost_variation=2, "
    "heavy_from=50_000, contracts={noord=4, zuid=5, west=6}, contracts_together=9, "
    "cost_per_contract=900, certainty=0.9}",
    "staff.absence=0.05",
    "staff.stand_in=0.9",
    "staff.part_time_factor=0.8",
    "distances.noord={zuid=9}",
    "jobs.administrator.persons={noord=4, zuid=6, west=1}",
    "options.host.programme_effect={care=0.01}",
    "options.host.exit_rebuilding=3_000",
    "options.host.thresholds={transition_cost_at_most=1_000}",
    "options.host.unwinding=[{line='process', name='Stop', amount=10_000}]",
    "scenario.years=5",
    "scenario.report_year=2027",
)


@cache
def evaluated(*overrides: str) -> Result:
    loaded = load(SMALL, (*MORE, *overrides))
    assert loaded.scenario is not None, loaded.problems
    return evaluate(loaded.scenario)


@cache
def cells(name: str, *overrides: str) -> str:
    result = evaluated(*overrides)
    asked = settings_for(result.scenario, name, options=("host",), language="en")
    table: Table = TABLES[name](result, asked)
    stated = [note for note in table.notes if not note.startswith("Tried")]
    return str((table.rows, stated))


READ = {
    "scenario.discount_rate": "0.05",
    "municipalities.noord.budget": "410_000",
    "jobs.administrator.persons.zuid": "7",
    "distances.noord.zuid": "20",
    "staff.stand_in": "0.999",
    "staff.absence": "0.1",
    "staff.part_time_factor": "0.5",
    "budgets.care.values.noord": "1_500_000",
    "budgets.care.growth": "0.1",
    "budgets.care.variation": "0.2",
    "budgets.care.correlation": "0.5",
    "budgets.care.clients.noord": "90",
    "budgets.care.cost_variation": "3",
    "budgets.care.heavy_from": "20_000",
    "budgets.care.contracts.noord": "5",
    "budgets.care.contracts_together": "8",
    "budgets.care.cost_per_contract": "800",
    "plans.build.streams.processes.work.letters.units": "20",
    "options.host.votes.noord": "3",
    "options.host.thresholds.transition_cost_at_most": "90_000_000",
    "options.host.programme_effect.care": "0.05",
    "options.host.exit_rebuilding": "6_000",
    "options.host.exit_years": "2",
    "options.host.exit_start_share": "0.5",
    "options.host.unwinding[0].amount": "20_000",
    "criteria.service.weights.noord": "9",
    "figures.clients.values.noord": "900",
}
"""A figure, and another number for it."""


@pytest.mark.parametrize("path", READ)
def test_each_table_that_is_named_changes_with_the_figure(path: str) -> None:
    named = readers(evaluated().scenario, path)
    assert named
    for name in named:
        assert cells(name) != cells(name, f"{path}={READ[path]}"), name
