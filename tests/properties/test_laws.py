"""Laws of the bill: what must hold for any scenario, whatever the figures are."""

from __future__ import annotations

from random import Random

import numpy as np
from drawing.cases import drawn
from drawing.changing import doubled, renamed, turned, with_values
from drawing.steps import Tables
from hypothesis import given
from hypothesis import strategies as st
from pencil.arrangement import Arrangement
from pencil.bill import pencil_bill
from pencil.pools import Pools
from strategies import RANDOM, scenario_from, scenarios

from orgdesign.lines import LINES, ONE_OFF, RUNNING
from orgdesign.model.calculation import evaluate
from orgdesign.model.result import Array, Cases, Result
from orgdesign.scenario.scenario import ALONE

CLOSE = 1e-9
SAME = 1e-12


def bill(result: Result, option: str, case: int = 0) -> Array:
    """Return the bill of a case: line, municipality, year."""
    lines = result.options[option].lines
    rows = [lines[line][:, :, min(case, lines[line].shape[2] - 1)] for line in LINES]
    return np.array(rows)


def assert_close(found: Array, expected: Array, relative: float = CLOSE) -> None:
    """Fail unless two bills are equal beside the size of the largest amount."""
    scale = max(1.0, float(np.abs(expected).max()))
    np.testing.assert_allclose(found, expected, rtol=0, atol=relative * scale)


@RANDOM
@given(scenarios())
def test_shares_sum_to_one(tables: Tables) -> None:
    tables["scenario"].pop("price_growth", None)
    for form in (*tables["forms"].values(), *tables["options"].values()):
        form["governance_fixed"] = form["governance_per_participant"] = 0
    for row in tables["options"].values():
        first = tables["scenario"]["first_year"]
        amount = {"line": "governance", "name": "All", "amount": 1_000_000, "from": first}
        row["amounts"] = [amount]
        row.pop("unwinding", None)
    scenario = scenario_from(tables)
    result = evaluate(scenario)
    for option in scenario.options:
        shared = result.options[option].lines["governance"][:, :, 0] / 1_000_000
        np.testing.assert_allclose(shared.sum(axis=0), 1, rtol=0, atol=SAME)


@RANDOM
@given(scenarios())
def test_charges_sum_to_the_pool(tables: Tables) -> None:
    for row in tables["options"].values():
        row.pop("amounts", None)
        row.pop("unwinding", None)
    scenario = scenario_from(tables)
    result = evaluate(scenario)
    for option in scenario.options:
        pools = Pools(Arrangement(scenario, option))
        for line in (*RUNNING, *ONE_OFF):
            if line == "surplus" and pools.a.employer == "home":
                continue
            euros = [pools.cost(line, year) for year in range(pools.a.horizon)]
            charged = result.options[option].lines[line][:, :, 0].sum(axis=0)
            np.testing.assert_allclose(charged, euros, rtol=CLOSE, atol=1e-4)


@RANDOM
@given(scenarios())
def test_order_of_tables_changes_nothing(tables: Tables) -> None:
    one, other = scenario_from(tables), scenario_from(turned(tables))
    result, other_way = evaluate(one), evaluate(other)
    for option in (ALONE, *one.options):
        assert other.municipalities == one.municipalities[::-1]
        assert_close(bill(other_way, option)[:, ::-1], bill(result, option))


@RANDOM
@given(scenarios())
def test_names_change_nothing(tables: Tables) -> None:
    one, other = scenario_from(tables), scenario_from(renamed(tables))
    result, called = evaluate(one), evaluate(other)
    for option in (ALONE, *one.options):
        assert_close(bill(called, option), bill(result, option))


@RANDOM
@given(scenarios())
def test_outside_an_option_everything_is_as_alone(tables: Tables) -> None:
    scenario = scenario_from(tables)
    result = evaluate(scenario)
    alone = bill(result, ALONE)
    for option in scenario.options:
        takes_part = scenario.participants(option)
        for place, municipality in enumerate(scenario.municipalities):
            if municipality not in takes_part:
                assert np.array_equal(bill(result, option)[:, place], alone[:, place])


@RANDOM
@given(scenarios())
def test_twice_the_work_and_lump_sums_is_twice_the_bill(tables: Tables) -> None:
    for task in tables["tasks"].values():
        task.pop("scale_elasticity", None)
    once, twice = scenario_from(tables), scenario_from(doubled(tables))
    result, double = evaluate(once), evaluate(twice)
    for option in (ALONE, *once.options):
        assert_close(bill(double, option), 2 * bill(result, option))


@RANDOM
@given(scenarios(), st.randoms(use_true_random=False))
def test_a_case_alone_equals_its_row(tables: Tables, random: Random) -> None:
    scenario = scenario_from(tables)
    rows = [drawn(scenario, random) for _ in range(3)]
    batch = evaluate(
        scenario, Cases(3, {path: np.array([r[path] for r in rows]) for path in rows[0]})
    )
    for case, row in enumerate(rows):
        single = evaluate(scenario, Cases(1, {path: np.array([v]) for path, v in row.items()}))
        for option in (ALONE, *scenario.options):
            assert_close(bill(batch, option, case), bill(single, option), SAME)


@RANDOM
@given(scenarios(), st.randoms(use_true_random=False))
def test_a_case_equals_the_scenario_with_those_values(tables: Tables, random: Random) -> None:
    scenario = scenario_from(tables)
    values = drawn(scenario, random)
    said = scenario_from(with_values(tables, values))
    result = evaluate(scenario, Cases(1, {path: np.array([v]) for path, v in values.items()}))
    for option in (ALONE, *scenario.options):
        by_pencil = pencil_bill(said, option)
        expected = np.array([[*by_pencil[line].values()] for line in LINES])
        assert_close(bill(result, option), expected)


@RANDOM
@given(scenarios())
def test_a_central_value_said_aloud_changes_nothing(tables: Tables) -> None:
    scenario = scenario_from(tables)
    central = {path: np.full(2, figure.value) for path, figure in scenario.figures.items()}
    result, said = evaluate(scenario), evaluate(scenario, Cases(2, central))
    for option in (ALONE, *scenario.options):
        for case in range(2):
            assert_close(bill(said, option, case), bill(result, option), SAME)
