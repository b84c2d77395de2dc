"""The bill in cents: every cent is somewhere, and once."""

from __future__ import annotations

import numpy as np
import pytest
from drawing.steps import Tables
from examples import example, gallery
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import scenario_from, scenarios

from orgdesign.lines import LINES
from orgdesign.measures import MEASURES
from orgdesign.model.calculation import evaluate
from orgdesign.model.outcomes import measure as outcome
from orgdesign.model.result import Result
from orgdesign.money import split_cents
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables.cents import _cents, _make_bills, amounts, bill, order

CASES = (example(), *gallery())


def check_bill(result: Result) -> None:
    """Every line of every year sums to its rounded total and stays within a cent."""
    for option, found in result.options.items():
        cents = bill(result, option)
        for line in LINES:
            euros = found.lines[line][..., 0]
            assert np.abs(cents[line].sum(axis=0) - euros.sum(axis=0) * 100).max() <= 0.501
            assert np.abs(cents[line] - euros * 100).max() < 1.001


@settings(max_examples=25, deadline=None)
@given(scenarios())
def test_any_bill_adds_up(tables: Tables) -> None:
    check_bill(evaluate(scenario_from(tables)))


@pytest.mark.parametrize("scenario", CASES, ids=lambda scenario: scenario.file)
def test_the_gallery_adds_up(scenario: Scenario) -> None:
    check_bill(evaluate(scenario))


def test_each_year_of_a_line_is_split_by_largest_remainder() -> None:
    result = evaluate(example())
    codes = order(result.scenario)
    euros = result.options["joint_body"].lines["formation"][..., 0]
    cents = bill(result, "joint_body")["formation"]
    for year in range(euros.shape[1]):
        assert cents[:, year].tolist() == split_cents(euros[:, year].tolist(), codes)


def test_the_bill_of_a_year_is_that_year_of_the_bill() -> None:
    result = evaluate(example())
    for option in result.options:
        whole = bill(result, option)
        for at, year in enumerate(result.scenario.years):
            one = bill(result, option, year)
            assert all((one[line][:, 0] == whole[line][:, at]).all() for line in LINES)


def test_ties_go_by_the_code_of_the_municipality() -> None:
    assert order(example())[:2] == ("GM0312", "GM0310")


@pytest.mark.parametrize("name", [name for name in MEASURES if name != "payback"])
@pytest.mark.parametrize("scenario", CASES, ids=lambda scenario: scenario.file)
def test_measures_in_cents_are_the_outcomes(scenario: Scenario, name: str) -> None:
    result = evaluate(scenario)
    year = scenario.report_year
    for option in result.options:
        cents = amounts(result, option, name, year)  # type: ignore[arg-type]
        euros = outcome(result, option, name, year)[:, 0]
        most = 1 + len(LINES) * len(scenario.years)
        assert np.abs(np.array(cents) - euros * 100).max() <= most


@given(
    st.lists(
        st.lists(st.floats(-1e6, 1e6).map(lambda x: round(x, 3)), min_size=3, max_size=3),
        min_size=1,
        max_size=4,
    )
)
def test_all_columns_at_once_are_split_as_each_alone(columns: list[list[float]]) -> None:
    codes = ("GM0003", "GM0001", "GM0002")
    together = _cents(np.array(columns).T, codes).T.tolist()
    assert together == [split_cents(column, codes) for column in columns]


def test_amounts_beyond_exact_whole_numbers_are_split_too() -> None:
    columns = np.array([[1e11, 2.005], [3e11, 3.005]])
    assert _cents(columns, ("a", "b")).sum(axis=0).tolist() == [40_000_000_000_000, 501]


def test_bills_that_another_thread_made_meanwhile_are_left_as_they_are() -> None:
    result = evaluate(example())
    option = result.scenario.options[0]
    made = bill(result, option)
    _make_bills(result, None)
    assert bill(result, option) is made
