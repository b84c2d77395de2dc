"""The lines of a cell add up to what the comparison prints, alone and in the option."""

from pathlib import Path

import pytest

from orgdesign.measures import MEASURES, Measure
from orgdesign.model.calculation import evaluate
from orgdesign.model.result import Result
from orgdesign.scenario.load import load
from orgdesign.scenario.scenario import ALONE
from orgdesign.tables.compare import compare
from orgdesign.tables.explaining.bill_of_cell import bill_of_cell
from orgdesign.tables.settings import MoneyUnit, Settings
from orgdesign.tables.waterfall import parts, waterfall

SMALL = Path(__file__).parents[2] / "golden" / "small.toml"


@pytest.fixture(scope="module")
def result() -> Result:
    scenario = load(SMALL).scenario
    assert scenario is not None
    return evaluate(scenario)


@pytest.mark.parametrize("measure", [each for each in MEASURES if each != "payback"])
@pytest.mark.parametrize("unit", ["euros", "thousand_euros"])
def test_the_lines_add_up_to_the_cells_of_the_comparison(
    result: Result, measure: Measure, unit: MoneyUnit
) -> None:
    settings = Settings(measure=measure, unit=unit, against="absolute")
    printed = compare(result, settings)
    options = [column.id for column in printed.columns[1:]]
    for place in (*result.scenario.municipalities, "total"):
        cells = dict(zip(options, printed.row(place).cells[1:], strict=True))
        for option in options[1:]:
            table = bill_of_cell(result, settings, place, option)
            *lines, total = table.rows
            alone, after = cells[ALONE], cells[option]
            assert isinstance(alone, int)
            assert isinstance(after, int)
            assert total.cells[1:4] == (alone, after, after - alone)
            for at in (1, 2, 3):
                assert sum(int(str(row.cells[at])) for row in lines) == total.cells[at]
            cents = parts(result, settings, place, option)
            assert all(row.cells[2] == 0 for row in lines if cents[row.id] == 0)
            assert {step.line for step in waterfall(result, settings, place, option)[1:-1]} <= {
                row.id for row in lines
            }


def test_the_bill_of_staying_alone_has_one_column_of_money(result: Result) -> None:
    table = bill_of_cell(result, Settings(), "total", ALONE)
    assert [column.id for column in table.columns] == ["line", ALONE, "kind"]
