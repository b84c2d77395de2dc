"""From alone to an option: the steps lead from one printed amount to the other."""

import pytest
from examples import example, gallery

from orgdesign.measures import MEASURES, Measure
from orgdesign.model.calculation import evaluate
from orgdesign.scenario.scenario import ALONE, Scenario
from orgdesign.tables.compare import compare
from orgdesign.tables.settings import MoneyUnit, settings_for
from orgdesign.tables.waterfall import waterfall

MONEY: list[Measure] = [measure for measure in MEASURES if measure != "payback"]


@pytest.mark.parametrize("unit", ["euros", "thousand_euros"])
@pytest.mark.parametrize("measure", MONEY)
@pytest.mark.parametrize("scenario", [example(), *gallery()], ids=lambda s: s.file[-20:])
def test_the_steps_add_up_to_what_the_comparison_prints(
    scenario: Scenario, measure: Measure, unit: MoneyUnit
) -> None:
    result = evaluate(scenario)
    settings = settings_for(scenario, measure=measure, against="absolute", unit=unit)
    table = compare(result, settings)
    for row in [*scenario.municipalities, "total"]:
        for column, cell in zip(table.columns[1:], table.row(row).cells[1:], strict=True):
            steps = waterfall(result, settings, row, column.id)
            assert steps[-1].amount == cell
            start = 0 if column.id == ALONE else steps[0].amount
            moves = sum(step.amount for step in steps if not step.total)
            assert start + moves == steps[-1].amount
