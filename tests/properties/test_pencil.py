"""Two readings of the same page: the calculation and the pencil agree on every cell."""

from __future__ import annotations

import pytest
from drawing.steps import Tables
from hypothesis import given, settings
from pencil import outcomes as pencil
from pencil.bill import Bill, pencil_bill
from strategies import RANDOM, scenario_from, scenarios

from orgdesign.lines import LINES
from orgdesign.model import outcomes, payback
from orgdesign.model.calculation import evaluate
from orgdesign.model.result import Result
from orgdesign.scenario.scenario import ALONE, Scenario

RELATIVE = 1e-9


def size(bill: Bill) -> float:
    """Return the largest amount on a bill, at least a euro: what a difference is measured by."""
    return max(1.0, *(abs(euros) for line in bill.values() for by in line.values() for euros in by))


def differences(result: Result, option: str, bill: Bill) -> list[tuple[object, ...]]:
    """Return the cells in which the model and the pencil differ."""
    scenario, within = result.scenario, RELATIVE * size(bill)
    return [
        (option, line, municipality, year, by_model, euros)
        for line in LINES
        for place, municipality in enumerate(scenario.municipalities)
        for year, euros in enumerate(bill[line][municipality])
        if abs((by_model := float(result.options[option].lines[line][place, year, 0])) - euros)
        > within
    ]


@settings(RANDOM, max_examples=60)
@given(scenarios())
def test_model_equals_pencil_in_every_cell(tables: Tables) -> None:
    scenario = scenario_from(tables)
    result = evaluate(scenario)
    for option in (ALONE, *scenario.options):
        assert not differences(result, option, pencil_bill(scenario, option))


@RANDOM
@given(scenarios())
def test_outcomes_equal_those_of_the_pencil(tables: Tables) -> None:
    scenario = scenario_from(tables)
    result = evaluate(scenario)
    for option in (ALONE, *scenario.options):
        years = len(scenario.years)
        within = RELATIVE * years * len(LINES) * size(pencil_bill(scenario, option))
        for name, found in pencil.pencil_outcomes(scenario, option).items():
            by_model = getattr(outcomes, name)(result, option)[:, 0]
            assert [*by_model] == pytest.approx([*found.values()], rel=RELATIVE, abs=within)


def clear_payback(scenario: Scenario, option: str, municipality: str) -> bool:
    """Return whether no running sum is so near 0 that rounding decides the year."""
    sums = pencil.running_difference(
        pencil_bill(scenario, option), pencil_bill(scenario, ALONE), municipality
    )
    return all(abs(so_far) > 0.01 for so_far in sums)


@RANDOM
@given(scenarios(options=1))
def test_payback_is_that_of_the_pencil(tables: Tables) -> None:
    scenario = scenario_from(tables)
    result = evaluate(scenario)
    for option in scenario.options:
        by_model = payback.payback(result, option)
        for place, municipality in enumerate(scenario.municipalities):
            if clear_payback(scenario, option, municipality):
                assert by_model[place] == pencil.payback(scenario, option, municipality)
