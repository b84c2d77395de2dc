"""The years of each option as letters: dearer, cheaper, the same, and how much."""

from pathlib import Path

import pytest
from examples import ROOT

from orgdesign.model.calculation import evaluate
from orgdesign.model.result import Result
from orgdesign.scenario.load import load
from orgdesign.tables.compare import compare
from orgdesign.tables.course import course
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Column, Row, Table
from orgdesign.tui.course_chart import drawn


@pytest.fixture(scope="module")
def result() -> Result:
    scenario = load(Path(ROOT, "tests/golden/small.toml")).scenario
    assert scenario is not None
    return evaluate(scenario)


@pytest.mark.parametrize("unit", ["euros", "thousand_euros"])
def test_every_year_is_what_the_comparison_prints_of_it(result: Result, unit: str) -> None:
    settings = Settings(measure="total_cost", unit=unit)  # type: ignore[arg-type]
    tables = {place: course(result, settings, place) for place in ("total", *_places(result))}
    for at, year in enumerate(result.scenario.years, 1):
        printed = compare(result, settings.change(year=year))
        for place, table in tables.items():
            options = [column.id for column in printed.columns]
            cells = printed.row(place).cells
            for row in table.rows:
                assert row.cells[at] == cells[options.index(row.id)], (place, year)


def _places(result: Result) -> tuple[str, ...]:
    return result.scenario.municipalities


def test_a_letter_says_the_sign_and_whether_it_is_much() -> None:
    years = tuple(Column(str(year), str(year), "euros", signed=True) for year in range(2025, 2030))
    rows = (Row("a", ("Samen", 0, 100, 50, -51, -1)), Row("b", ("Los", 0, 0, 0, 0, 0)))
    table = Table("course", "Verloop", (Column("option", "Variant"), *years), rows)
    _, axis, first, second, legend = (
        "".join(text for text, _ in line) for line in drawn(table, 17, "a")
    )
    assert axis == "       2025  2029"
    assert first == ">Samen ..##++==--"
    assert second == " Los   .........."
    assert "meer dan 50" in legend
    assert drawn(table, 8, "a") == ()
