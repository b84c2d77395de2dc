import gc
from collections.abc import Sequence
from pathlib import Path
from random import Random
from weakref import ref

import numpy as np
import pytest
from drawing.cases import drawn
from drawing.steps import Tables
from examples import EXAMPLE, GALLERY, example, result
from hypothesis import given
from hypothesis import strategies as st
from strategies import RANDOM, scenario_from, scenarios

from orgdesign.lines import LINES
from orgdesign.model.calculation import evaluate
from orgdesign.model.choices import leaving
from orgdesign.model.making_steps import steps
from orgdesign.model.outcomes import LINES_OF, of_kind, present_value, structural_cost, year_of
from orgdesign.model.result import Array, Bills, Cases, Result
from orgdesign.scenario.scenario import Scenario

EVERY, STRUCTURAL = tuple(LINES), LINES_OF["structural_cost"]


def cases_of(scenario: Scenario, random: Random, number: int = 3) -> Cases:
    rows = [drawn(scenario, random) for _ in range(number)]
    return Cases(number, {path: np.array([row[path] for row in rows]) for path in rows[0]})


def computed(
    central: Result, cases: Cases, year: int | None = None, lines: Sequence[str] = EVERY
) -> Bills:
    made = steps(central, cases.values.keys(), lines, year)
    return made.bills(made.values(cases), cases)


def amounts(result: Result | Bills, option: str, line: str, year: int | slice) -> Array:
    scenario = result.scenario
    shape = (len(scenario.municipalities), len(scenario.years), result.cases.number)
    found = result.options[option].lines[line]
    if isinstance(result, Bills) and result.year is not None:
        assert result.year == year
        return np.broadcast_to(found[:, 0], (shape[0], shape[2]))
    return np.broadcast_to(found, shape)[:, year]


def assert_same(found: Bills, whole: Result, year: int | slice) -> None:
    every = [(option, line) for option, bill in found.options.items() for line in bill.lines]
    expected = {at: amounts(whole, *at, year) for at in every}
    size = max(1.0, *(float(np.abs(each).max()) for each in expected.values()))
    for at in every:
        apart = np.abs(amounts(found, *at, year) - expected[at]).max()
        assert apart <= 1e-12 * size, at


@RANDOM
@given(scenarios(), st.randoms(use_true_random=False))
def test_every_year_by_itself_is_what_it_is_among_all(tables: Tables, random: Random) -> None:
    scenario = scenario_from(tables)
    cases = cases_of(scenario, random)
    central, whole = evaluate(scenario), evaluate(scenario, cases)
    for year in range(len(scenario.years)):
        assert_same(computed(central, cases, year), whole, year)


@RANDOM
@given(scenarios(), st.randoms(use_true_random=False))
def test_the_steps_of_all_years_give_the_whole_bill(tables: Tables, random: Random) -> None:
    scenario = scenario_from(tables)
    cases = cases_of(scenario, random)
    assert_same(computed(evaluate(scenario), cases), evaluate(scenario, cases), slice(None))


@pytest.mark.untraced
@pytest.mark.parametrize("path", [EXAMPLE, *GALLERY], ids=lambda path: path.stem)
def test_every_figure_by_itself_reaches_what_it_reaches(path: Path) -> None:
    central = result(path)
    scenario = central.scenario
    year = len(scenario.years) - 2
    for name, figure in list(scenario.figures.items())[::9]:
        cases = Cases(1, {name: np.array([figure.value * 1.02 + 0.001])})
        assert_same(computed(central, cases, year), evaluate(scenario, cases), year)


@RANDOM
@given(scenarios(), st.randoms(use_true_random=False))
def test_who_leaves_is_followed_over_the_years(tables: Tables, random: Random) -> None:
    scenario = scenario_from(tables)
    cases, last = cases_of(scenario, random), [float(each) for each in (*scenario.years, np.inf)]
    who = random.choice(scenario.municipalities)
    exits = {leaving(who): np.array([random.choice(last) for _ in range(3)])}
    leaves = Cases(3, {**cases.values, **exits})
    central, whole = evaluate(scenario), evaluate(scenario, leaves)
    for year in range(len(scenario.years)):
        assert_same(computed(central, leaves, year), whole, year)


@pytest.mark.untraced
@pytest.mark.parametrize("path", [EXAMPLE, *GALLERY], ids=lambda path: path.stem)
def test_each_in_turn_leaves_and_is_followed_over_the_years(path: Path) -> None:
    central = result(path)
    years = central.scenario.years
    last = np.array([*years[:-1], np.inf], dtype=float)
    for who in central.scenario.municipalities:
        cases = Cases(last.size, {leaving(who): last})
        whole = evaluate(central.scenario, cases)
        assert_same(computed(central, cases, len(years) - 1), whole, len(years) - 1)
        for year in range(len(years)):
            assert_same(computed(central, cases, year, STRUCTURAL), whole, year)


def test_only_what_is_asked_is_computed() -> None:
    scenario = example()
    cases = cases_of(scenario, Random(1))
    central, report = evaluate(scenario), year_of(scenario, "structural_cost")
    made = steps(central, cases.values.keys(), STRUCTURAL, report)
    bills = made.bills(made.values(cases), cases)
    for option, bill in bills.options.items():
        assert bill.lines.keys().isdisjoint(of_kind("one_off"))
        expected = structural_cost(evaluate(scenario, cases), option)
        assert structural_cost(bills, option) == pytest.approx(expected, rel=1e-12)


def test_bills_of_one_year_answer_for_no_other() -> None:
    scenario = example()
    bills = computed(evaluate(scenario), cases_of(scenario, Random(2)), 1)
    with pytest.raises(ValueError, match="0"):
        structural_cost(bills, scenario.options[0], scenario.years[0])


def test_a_part_of_the_figures_is_computed_on_top_of_the_others() -> None:
    scenario = example()
    first, second = (cases_of(scenario, Random(seed)) for seed in (3, 4))
    made = steps(evaluate(scenario), first.values.keys(), LINES_OF["present_value"])
    kept = made.values(first, keep=True)
    groups = tuple((path,) for path in first.values)
    for group, part in zip(groups, made.parts(groups), strict=True):
        assert len(part.steps) < len(made.steps)
        turned = {**first.values, **{path: second.values[path] for path in group}}
        cases = Cases(3, turned)
        found, whole = part.bills(part.values(cases, kept), cases), evaluate(scenario, cases)
        for option in whole.options:
            expected = present_value(whole, option)
            assert present_value(found, option) == pytest.approx(expected, rel=1e-12)


def test_arrays_that_nobody_holds_are_gone_without_a_search_for_garbage() -> None:
    scenario = example()
    cases = cases_of(scenario, Random(5))
    made = steps(evaluate(scenario), cases.values.keys(), EVERY)
    gc.disable()
    try:
        values = made.values(cases, keep=True)
        arrays = [value for value in values if isinstance(value, np.ndarray) and value.ndim == 4]
        held = [ref(value) for value in arrays if value.shape[-1] == cases.number]
        del values, arrays
        assert held
        assert all(each() is None for each in held)
    finally:
        gc.enable()


def test_bills_come_option_by_option_and_are_gone_by_the_next() -> None:
    scenario = example()
    cases = cases_of(scenario, Random(6))
    made = steps(evaluate(scenario), cases.values.keys(), EVERY)
    whole = made.bills(made.values(cases), cases).options
    seen: list[str] = []
    held: list[ref[Array]] = []
    for bills in made.each(cases):
        assert all(each() is None for each in held)
        ((option, bill),) = bills.options.items()
        for line in EVERY:
            assert np.array_equal(bill.lines[line], whole[option].lines[line])
        formation = bill.lines["formation"].base
        if formation is not None and formation.shape[-1] == cases.number:
            held.append(ref(formation))
        seen.append(option)
        del bills, bill, formation
    assert seen == list(whole)
    assert held
