"""Whatever is printed adds up: in every table, unit and selection."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawing.steps import Tables
from examples import EXAMPLE, GALLERY, SMALL, result
from hypothesis import given
from hypothesis import settings as profile
from hypothesis import strategies as st
from strategies import scenario_from, scenarios

from orgdesign.measures import MEASURES
from orgdesign.model.calculation import evaluate
from orgdesign.model.result import Result
from orgdesign.tables.registry import TABLES
from orgdesign.tables.settings import UNITS, Settings, settings_for
from orgdesign.tables.table import Mark, Table
from orgdesign.words.numbers import raw

APART = {"grant", "programme", "thresholds"}
"""Rows below a total that are no part of it."""
WITHOUT_TOTALS = (
    "assumptions", "cover", "exit", "lock_in", "overrun", "stability", "stability_chance",
    "tournament",
)  # fmt: skip
"""Tables in which nothing is added up, and which take long to compute."""
FILES = (EXAMPLE, *GALLERY)


def results() -> tuple[Result, ...]:
    return tuple(map(result, FILES))


def check_sums(table: Table) -> None:
    """Each total is the sum of the printed cells above it, of its own part of the table."""
    for row in table.rows:
        if not row.total:
            continue
        part = row.id.removesuffix("total") if row.id.endswith("total") else ""
        rows = [other for other in table.rows if other.id.startswith(part)]
        above = [other for other in rows if not other.total and other.id not in APART]
        for index, column in enumerate(table.columns):
            total = row.cells[index]
            if column.total and isinstance(total, int | float):
                cells = [other.cells[index] for other in above]
                printed = [raw(c, column.unit) for c in cells if isinstance(c, int | float)]
                assert raw(total, column.unit) == sum(printed), (table.id, column.id)


@pytest.mark.parametrize("name", [name for name in TABLES if name not in WITHOUT_TOTALS])
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_table_adds_up_in_every_unit(path: Path, name: str) -> None:
    found = result(path)
    table = TABLES[name](found, settings_for(found.scenario, unit="euros"))
    check_sums(table)
    if any(column.unit == "euros" for column in table.columns):
        for unit in set(UNITS) - {"euros"}:
            check_sums(TABLES[name](found, settings_for(found.scenario, unit=unit)))


@pytest.mark.parametrize("name", WITHOUT_TOTALS)
def test_where_nothing_is_added_up_there_is_no_total(name: str) -> None:
    found = TABLES[name](result(SMALL), settings_for(result(SMALL).scenario))
    assert found.rows
    assert not any(row.total for row in found.rows)


@pytest.mark.parametrize("measure", [name for name in MEASURES if name != "payback"])
@pytest.mark.parametrize("against", ["alone", "absolute"])
def test_every_measure_adds_up(measure: str, against: str) -> None:
    for found in results():
        asked = settings_for(found.scenario, measure=measure, against=against)
        check_sums(TABLES["compare"](found, asked))


@profile(max_examples=20, deadline=None)
@given(scenarios(), st.sampled_from(UNITS), st.booleans())
def test_any_scenario_adds_up(tables: Tables, unit: str, absolute: bool) -> None:
    found = evaluate(scenario_from(tables))
    against = "absolute" if absolute else "alone"
    asked = settings_for(found.scenario, unit=unit, against=against)
    for name in ("compare", "transition", "present_value", "lines", "lines_by_year", "staffing"):
        check_sums(TABLES[name](found, asked))


def test_a_row_of_the_bill_adds_up_too() -> None:
    for found in results():
        for option in found.scenario.options:
            asked = settings_for(found.scenario, options=(option,))
            for name in ("lines", "lines_by_year"):
                check_rows(TABLES[name](found, asked))


def check_rows(table: Table) -> None:
    assert table.columns[-1].id == "total"
    for row in table.rows:
        parts = [cell for cell in row.cells[2:-1] if isinstance(cell, int | float)]
        if parts:
            assert row.cells[-1] == sum(parts), row.id
        else:
            assert isinstance(row.cells[-1], Mark)


@pytest.mark.parametrize("unit", UNITS)
def test_amounts_and_differences_agree_to_the_last_digit(unit: str) -> None:
    for found in results():
        asked = settings_for(found.scenario, unit=unit)
        amounts = TABLES["compare"](found, asked.change(against="absolute"))
        differences = TABLES["compare"](found, asked.change(against="alone"))
        for one, other in zip(amounts.rows, differences.rows, strict=True):
            for left, right in zip(one.cells[2:], other.cells[2:], strict=True):
                if isinstance(right, int):
                    assert left - one.cells[1] == right  # type: ignore[operator]


def test_the_summary_has_the_totals_of_the_comparison() -> None:
    for found in results():
        asked = settings_for(found.scenario, against="absolute")
        summary = TABLES["summary"](found, asked)
        for name, column in (("structural", 1), ("transition", 3), ("present_value", 4)):
            total = TABLES[name](found, asked.change(unit="euros")).row("total")
            assert [row.cells[column] for row in summary.rows] == list(total.cells[1:])


def test_a_selection_sums_what_it_shows() -> None:
    asked = settings_for(result().scenario, municipalities=("bunnik", "zeist"))
    table = TABLES["compare"](result(), asked)
    assert [row.id for row in table.rows][:3] == ["bunnik", "zeist", "total"]
    check_sums(table)
    assert any("getoonde gemeenten" in note for note in table.notes)


def test_per_inhabitant_the_last_row_is_the_average() -> None:
    asked = settings_for(result().scenario, per_inhabitant=True, against="absolute")
    table = TABLES["compare"](result(), asked)
    cells = [
        row.cells[1]
        for row in table.rows
        if not row.total and row.id in asked_places(asked, result())
    ]
    assert min(cells) <= table.row("average").cells[1] <= max(cells)  # type: ignore[type-var, operator]


def asked_places(asked: Settings, found: Result) -> tuple[str, ...]:
    return asked.municipalities or found.scenario.municipalities
