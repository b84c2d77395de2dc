"""Percentages are of the cost alone; where that is no basis there is none."""

from __future__ import annotations

import pytest
from drawing.steps import Tables
from examples import ROOT, scenario
from hypothesis import given
from hypothesis import strategies as st
from strategies import RANDOM, scenario_from, scenarios

from orgdesign.measures import JUDGED, MEASURES
from orgdesign.model.calculation import evaluate
from orgdesign.model.result import Result
from orgdesign.scenario.scenario import ALONE
from orgdesign.tables.compare import compare
from orgdesign.tables.compare_files import compare_files
from orgdesign.tables.grid import Grid
from orgdesign.tables.settings import Settings, settings_for
from orgdesign.tables.table import Mark, Table

SMALL = evaluate(scenario(ROOT / "tests" / "golden" / "small.toml"))
TINY = evaluate(scenario(ROOT / "scenarios" / "tiny.toml"))


def asked(result: Result, **changes: object) -> Settings:
    return settings_for(result.scenario, "compare", **{"percentage": True, **changes})


def cells(table: Table, row: str) -> list[object]:
    return list(table.row(row).cells[1:])


def made(alone: dict[str, int], host: dict[str, int], **changes: object) -> Grid:
    """The grid of the smallest case with cents of our own."""
    settings = asked(TINY, against="alone").change(**changes)
    return Grid(TINY, settings, ("host_zuid",), tuple(alone), {ALONE: alone, "host_zuid": host})


def test_a_difference_and_an_amount_are_parts_of_the_cost_alone() -> None:
    alone, host = {"noord": 80_000, "zuid": 20_000}, {"noord": 70_000, "zuid": 20_050}
    difference, amount = made(alone, host), made(alone, host, against="absolute")
    assert difference.cells("noord") == [800, -0.125]
    assert difference.cells("zuid") == [200, 0.003], "0.0025 goes away from zero"
    assert amount.cells("noord") == [800, 0.875]
    assert difference.average() == [1000, -0.1], "90 050 of 100 000 is 9.95% less"
    assert amount.average() == [1000, 0.901]


@pytest.mark.parametrize("alone", [0, -500])
@pytest.mark.parametrize("against", ["alone", "absolute"])
def test_of_no_cost_alone_there_is_no_percentage(alone: int, against: str) -> None:
    grid = made({"noord": alone, "zuid": 0}, {"noord": 700, "zuid": 0}, against=against)
    assert grid.cells("noord")[1] is Mark.NOT_APPLICABLE
    assert grid.average()[1] is Mark.NOT_APPLICABLE


def test_the_comparison_of_the_small_case_is_as_worked_by_hand() -> None:
    table = compare(SMALL, asked(SMALL))
    money = compare(SMALL, asked(SMALL, percentage=False))
    assert [column.unit for column in table.columns[1:]] == ["euros", "share", "share"]
    rows = {row.id: cells(table, row.id) for row in table.rows}
    assert list(rows) == [row.id for row in money.rows]
    assert rows["thresholds"] == cells(money, "thresholds")
    total, difference = cells(money, "total")[:2]
    assert (total, difference) == (1_212_746, 16_311)
    assert rows["total"][:2] == [1_212_746, 0.013], "16 311 of 1 212 746, no sum of percentages"


def test_several_files_have_the_percentages_of_each() -> None:
    table = compare_files([SMALL, TINY], asked(SMALL))
    of_small, of_tiny = (compare(each, asked(each)) for each in (SMALL, TINY))
    assert cells(table, "total") == [*cells(of_small, "total"), *cells(of_tiny, "total")]


@pytest.mark.parametrize("measure", [each for each in MEASURES if each not in JUDGED])
def test_an_outcome_without_a_percentage_says_so_and_stays_as_it_is(measure: str) -> None:
    table = compare(SMALL, asked(SMALL, measure=measure))
    usual = compare(SMALL, asked(SMALL, measure=measure, percentage=False))
    assert table.rows == usual.rows
    assert table.columns == usual.columns
    added = [note for note in table.notes if note not in usual.notes]
    assert [note.split(":")[0] for note in added] == [
        "Van deze uitkomst is er geen percentage van zelfstandig"
    ]


@RANDOM
@given(scenarios(), st.sampled_from(JUDGED), st.booleans())
def test_a_percentage_of_the_cost_alone_is_the_difference(
    drawn: Tables, measure: str, per_head: bool
) -> None:
    result = evaluate(scenario_from(drawn))
    wanted = asked(result, measure=measure, per_inhabitant=per_head)
    cents = compare(result, wanted.change(unit="cents", percentage=False, per_inhabitant=False))
    for row in compare(result, wanted).rows:
        if row.id in ("thresholds", "gaps"):
            continue
        money = cells(cents, "total" if row.id == "average" else row.id)
        alone = money[0]
        assert isinstance(alone, int)
        for share, difference in zip(row.cells[2:], money[1:], strict=True):
            if alone <= 0 or isinstance(difference, Mark):
                assert share is Mark.NOT_APPLICABLE
            else:
                assert isinstance(share, float)
                assert isinstance(difference, int)
                assert abs(share * alone - difference) <= 0.0005 * alone + 1e-3
