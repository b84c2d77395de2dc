import tomllib
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest
from drawing.cases import drawn
from examples import EXAMPLE, GALLERY, result
from strategies import scenario_from

from orgdesign.lines import LINES
from orgdesign.model.axes import Difference, Product
from orgdesign.model.calculation import evaluate
from orgdesign.model.making_steps import steps
from orgdesign.model.nodes import FORMULAS
from orgdesign.model.reading import Grid
from orgdesign.model.result import Cases
from orgdesign.model.same import mark
from orgdesign.model.steps import Steps
from orgdesign.scenario.scenario import Scenario

TABLES: dict[str, Any] = tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))


def twins(**own: Any) -> Scenario:
    """Return the example with an option and another that differs from it in its own figures."""
    tables = deepcopy(TABLES)
    name, option = next(iter(tables["options"].items()))
    tables["options"] = {name: option, "twin": {**deepcopy(option), "name": "Twin", **own}}
    tables.pop("sensitivity", None)
    return scenario_from(tables)


def cases_of(scenario: Scenario, number: int = 3) -> Cases:
    random = Random(7)
    rows = [drawn(scenario, random) for _ in range(number)]
    shared = [path for path in rows[0] if not path.startswith("options.")]
    return Cases(number, {path: np.array([row[path] for row in rows]) for path in shared})


def made(scenario: Scenario, cases: Cases, options: list[str] | None = None) -> Steps:
    return steps(evaluate(scenario, options=options), cases.values.keys(), tuple(LINES))


def test_an_option_like_another_takes_no_steps_of_its_own_but_to_its_bill() -> None:
    scenario = twins()
    cases = cases_of(scenario)
    first, twin = scenario.options
    both = made(scenario, cases)
    assert len(both.steps) == len(made(scenario, cases, [first]).steps) + 1
    bills = both.bills(both.values(cases), cases).options
    for line in LINES:
        assert np.array_equal(bills[first].lines[line], bills[twin].lines[line])


def test_an_option_that_differs_takes_the_steps_in_which_it_does() -> None:
    scenario = twins(realisation=0.123)
    cases = cases_of(scenario)
    first, twin = scenario.options
    both, alone = made(scenario, cases), made(scenario, cases, [first])
    assert len(alone.steps) < len(both.steps) < 2 * len(alone.steps)
    bills, whole = both.bills(both.values(cases), cases), evaluate(scenario, cases)
    for option in (first, twin):
        for line in LINES:
            found, expected = bills.options[option].lines[line], whole.options[option].lines[line]
            assert np.broadcast_to(found, expected.shape) == pytest.approx(expected, rel=1e-12)
    one, other = (bills.options[option].lines["formation"] for option in (first, twin))
    assert not np.array_equal(one, other)


def test_figures_are_the_same_only_with_the_same_numbers_of_the_same_shape() -> None:
    one, other = np.ones((2, 1, 1, 1)), np.ones((1, 2, 1, 1))
    assert mark(one) == mark(one.copy())
    alike = [one, other, one.astype(bool), Product(one), Product(one, one), -0.0 * one, 0.0 * one]
    alike += [Difference(Product(one), Product(one)), None, 1, True, "", (one,), (one, one)]
    assert len({mark(each) for each in alike}) == len(alike)


def test_grids_are_the_same_only_with_the_same_paths_and_default() -> None:
    grids = [Grid.row(["a", "b"]), Grid.column(["a", "b"]), Grid.row(["a", "b"], 1.0)]
    assert len({mark(each) for each in grids}) == len(grids)
    assert mark(grids[0]) == mark(Grid.row(["a", "b"]))


def test_anything_else_is_the_same_as_itself_alone() -> None:
    one, other = object(), object()
    assert mark(one) == mark(one) != mark(other)


@pytest.mark.parametrize("path", [EXAMPLE, *GALLERY], ids=lambda path: path.stem)
def test_formulas_ask_of_an_employer_only_whether_it_is_home(path: Path) -> None:
    for option in result(path).options.values():
        phase = option.evaluation
        if phase.value("employer") == "home":
            continue
        for formula in FORMULAS.values():
            if "employer" in formula.arguments:
                given = {name: phase.value(name) for name in formula.arguments}
                found = [
                    np.asarray(formula.function(*(given | {"employer": employer}).values()))
                    for employer in ("host", "joint")
                ]
                assert np.array_equal(found[0], found[1]), formula.function.__name__


def test_a_figure_that_is_the_same_everywhere_is_read_once() -> None:
    scenario = twins()
    cases = cases_of(scenario)
    both = made(scenario, cases)
    one_rate = next(step for step in both.steps if step.paths == {"overhead.per_fte"})
    assert both.values(cases, keep=True)[one_rate.place].shape == (1, 1, 1, cases.number)
    assert Grid.column(["a", "a"]).narrow.paths.ravel().tolist() == ["a"]
    apart = Grid.column(["a", "b"])
    assert apart.narrow is apart
