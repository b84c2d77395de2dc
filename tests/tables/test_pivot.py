"""Tables of one's own: their cells are those of the usual tables, seen from another side."""

from __future__ import annotations

from functools import cache
from itertools import permutations
from typing import Any

import pytest
from examples import ROOT

from orgdesign.measures import MEASURES, sides
from orgdesign.model.calculation import evaluate
from orgdesign.model.result import Result
from orgdesign.scenario.load import load_text
from orgdesign.tables.asked_for import asked_for, of_measures
from orgdesign.tables.registry import TABLES
from orgdesign.tables.settings import settings_for
from orgdesign.tables.table import Mark, Table

SMALL = (ROOT / "tests" / "golden" / "small.toml").read_text("utf-8")
ASKED = {
    f"{measure}_{rows}_{columns}": (measure, rows, columns)
    for measure in (*MEASURES, "before", "brought_in")
    for rows, columns in permutations(sides(measure), 2)
}


@cache
def result() -> Result:
    tables = "".join(
        f'\n[tables.{id}]\nmeasure = "{measure}"\nrows = "{rows}"\ncolumns = "{columns}"\n'
        for id, (measure, rows, columns) in ASKED.items()
    )
    scenario = load_text(SMALL + tables).scenario
    assert scenario is not None
    return evaluate(scenario)


def own(id: str, **changes: Any) -> Table:
    return asked_for(result(), settings_for(result().scenario, id, **changes), id)


def usual(name: str, **changes: Any) -> Table:
    return TABLES[name](result(), settings_for(result().scenario, name, **changes))


def numbers(table: Table) -> dict[tuple[str, str], object]:
    return {
        (row.id, column.id): cell
        for row, column, cell in table.cells()
        if column.unit != "text" and not row.total
    }


def test_every_table_that_may_be_asked_for_is_there() -> None:
    assert set(of_measures(result().scenario)) == set(ASKED)


@pytest.mark.parametrize(
    "id", [id for id, (_, rows, columns) in ASKED.items() if rows < columns and "keys" not in id]
)
def test_the_other_way_round_has_the_same_cells(id: str) -> None:
    measure, rows, columns = ASKED[id]
    if measure == "payback" or "municipalities_options" in id:
        return
    turned = numbers(own(f"{measure}_{columns}_{rows}", against="absolute"))
    straight = numbers(own(id, against="absolute"))
    assert straight
    assert straight == {(row, column): cell for (column, row), cell in turned.items()}


def test_lines_by_municipality_are_those_of_the_bill() -> None:
    option = result().scenario.options[0]
    bill = numbers(usual("lines", options=(option,)))
    found = numbers(own("total_cost_lines_municipalities", options=(option,)))
    for (line, municipality), cell in found.items():
        expected = bill[line, municipality]
        assert cell == (0 if expected is Mark.NOT_APPLICABLE else expected)


def test_years_by_option_are_those_of_each_year() -> None:
    found = own("structural_cost_years_options")
    for year in result().scenario.years:
        each = usual("compare", measure="structural_cost", against="absolute", year=year)
        at = [column.id for column in each.columns]
        for column, cell in zip(found.columns[1:], found.row(str(year)).cells[1:], strict=True):
            parts = [row.cells[at.index(column.id)] for row in each.rows if not row.total][:3]
            assert abs(float(cell) - sum(map(float, parts))) <= 1.5  # type: ignore[arg-type]


def test_the_agreed_key_is_what_the_comparison_says() -> None:
    option = result().scenario.options[0]
    found = own("structural_cost_keys_municipalities", options=(option,), keys=("inhabitants",))
    compared = usual("compare", options=(option,), against="absolute")
    at = [column.id for column in compared.columns].index(option)
    for column, cell in zip(found.columns[1:], found.row("agreed").cells[1:], strict=True):
        assert cell == compared.row(column.id).cells[at]
    assert [row.id for row in found.rows] == ["agreed", "inhabitants"]


def test_methods_without_an_answer_are_told_in_a_table_by_key_too() -> None:
    asked: dict[str, Any] = {"options": ("host",), "language": "nl"}
    told = next(note for note in usual("tournament", **asked).notes if "Zonder uitkomst" in note)
    assert told in own("structural_cost_keys_municipalities", **asked).notes
    some = own("structural_cost_keys_municipalities", **asked, keys=("tau", "equal"))
    (alone,) = (note for note in some.notes if "Zonder uitkomst" in note)
    assert "tau-waarde" in alone
    assert "Gately" not in alone
    assert [row.id for row in some.rows] == ["agreed", "equal"]


def test_people_by_job_are_those_of_the_staffing_and_as_well_masked() -> None:
    option = result().scenario.options[0]
    staffing = usual("staffing", options=(option,))
    at = [column.id for column in staffing.columns].index("before")
    found = own("before_jobs_municipalities", options=(option,))
    for column in found.columns[1:]:
        parts = [row.cells[found.columns.index(column)] for row in found.rows if not row.total]
        assert sum(map(float, parts)) == pytest.approx(staffing.row(column.id).cells[at])  # type: ignore[arg-type]
    masked = own("before_jobs_municipalities", options=(option,), mask_below=1000.0)
    for _, column, cell in masked.cells():
        assert column.unit == "text" or cell is Mark.MASKED or cell == 0


@pytest.mark.parametrize("least", [0.5, 1.0, 2.0, 5.0])
def test_a_total_of_people_is_masked_where_a_part_of_it_is(least: float) -> None:
    found = own("brought_in_municipalities_jobs", mask_below=least)
    for at in range(1, len(found.columns)):
        *parts, total = (row.cells[at] for row in found.rows)
        assert (total is Mark.MASKED) == (Mark.MASKED in parts)


def test_rows_that_are_parts_have_a_total_and_others_have_none() -> None:
    assert own("total_cost_lines_options").rows[-1].total
    assert not own("total_cost_years_options").rows[-1].total
