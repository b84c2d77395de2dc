"""Where the order flips: found, all of it, and true when the model is run there again."""

from __future__ import annotations

import numpy as np
import pytest
from examples import example, gallery

from orgdesign.model.result import Cases
from orgdesign.quantities import Quantity
from orgdesign.scenario.scenario import Scenario
from orgdesign.sensitivity.quantities import ends, in_steps, points, uncertain
from orgdesign.sensitivity.single import one_at_a_time
from orgdesign.sensitivity.study import Comparison, Study, comparisons, differences
from orgdesign.sensitivity.switching import Flip, switching
from sensitivity.analytic import Formula, analytic, ranges
from sensitivity.worked import worked

TOGETHER = Comparison("alone", "joint")
OF_ONE = Comparison("joint", "alone", "one")


def study_of(scenario: Scenario, measure: str = "structural_cost") -> Study:
    return Study(scenario, scenario.options, scenario.municipalities, measure)


def values(flips: tuple[Flip, ...], comparison: Comparison = TOGETHER) -> list[float]:
    return sorted(flip.value for flip in flips if flip.comparison == comparison)


def less(path: str, edge: float) -> Formula:
    return lambda at: at[path] - edge


# On formulas of which the crossings are known


def test_a_straight_line_flips_where_it_is_nil() -> None:
    found = switching(analytic(lambda at: at["x"] * 1000 - 300, ranges(["x"])))
    (flip,) = [flip for flip in found.flips if flip.comparison == TOGETHER]
    assert flip.value == pytest.approx(0.3, abs=1e-6)
    assert (flip.below, flip.above) == ("joint", "alone")
    assert flip.distance == pytest.approx(0.2)


def test_every_crossing_is_listed_also_two_between_two_points() -> None:
    """0.2 and 0.21 lie between neighbouring points of the grid."""
    found = switching(
        analytic(
            lambda at: 1e6 * (at["x"] - 0.2) * (at["x"] - 0.21) * (at["x"] - 0.8), ranges(["x"])
        )
    )
    assert values(found.flips) == pytest.approx([0.2, 0.21, 0.8], abs=1e-6)


def test_only_the_flips_beside_the_central_value_are_the_nearest() -> None:
    found = switching(
        analytic(
            lambda at: 1e6 * (at["x"] - 0.1) * (at["x"] - 0.3) * (at["x"] - 0.8), ranges(["x"])
        )
    )
    nearest = {flip.value: flip.nearest for flip in found.flips if flip.comparison == TOGETHER}
    assert [nearest[value] for value in sorted(nearest)] == [False, True, True]


def test_two_that_touch_and_part_again_do_not_flip() -> None:
    found = switching(analytic(lambda at: 1e4 * (at["x"] - 0.5) ** 2, ranges(["x"])))
    assert values(found.flips) == []


def test_a_gain_that_ends_in_a_tie_ends_where_the_tie_begins() -> None:
    """A cap keeps a municipality at what it pays alone: from there on it does not gain."""
    found = switching(analytic(lambda at: np.minimum(1000 * (at["x"] - 0.333), 0.0), ranges(["x"])))
    assert values(found.flips, OF_ONE) == pytest.approx([0.333], abs=1e-4)
    assert values(found.flips) == []


def test_a_jump_gives_the_first_value_past_it() -> None:
    found = switching(analytic(lambda at: np.where(at["x"] < 0.71, -500.0, 800.0), ranges(["x"])))
    (flip,) = [flip for flip in found.flips if flip.comparison == TOGETHER]
    assert flip.value == pytest.approx(0.71, abs=1e-9)
    assert flip.value >= 0.71
    assert flip.apart == -800.0


def test_a_whole_number_gives_the_first_past_the_flip_seen_from_now() -> None:
    figure = Quantity(value=20_000, low=10_000, high=30_000)
    path = "municipalities.one.inhabitants"
    for edge, expected in ((25_000.5, 25_001), (12_345.5, 12_345)):
        found = switching(analytic(less(path, edge), {path: figure}))
        assert values(found.flips) == [expected]


def test_a_quantity_of_a_few_values_flips_at_one_of_them() -> None:
    figure = Quantity(value=2, values=(1, 2, 5, 9), distribution="discrete")
    found = switching(analytic(lambda at: at["x"] - 3.0, {"x": figure}))
    assert values(found.flips) == [5]


def test_the_most_decisive_comes_first() -> None:
    found = switching(
        analytic(lambda at: 100 * at["x"] + 1000 * (at["y"] - 0.5) - 60, ranges(["x", "y"]))
    )
    flips = [flip for flip in found.flips if flip.comparison == TOGETHER]
    assert [flip.path for flip in flips] == ["y", "x"]
    assert found.without(TOGETHER) == ()


def test_none_in_the_range_is_an_answer() -> None:
    found = switching(analytic(lambda at: at["x"] + 1.0, ranges(["x"])))
    assert found.flips == ()
    assert found.without(TOGETHER) == ("x",)


def test_what_is_stopped_keeps_what_was_done() -> None:
    many = ranges([f"x{number}" for number in range(100)])
    found = switching(analytic(lambda at: at["x0"] - 0.3, many), told=lambda done, every: False)
    assert 0 < len(found.paths) < found.asked == 100
    assert values(found.flips) == pytest.approx([0.3], abs=1e-6)


# On the model


@pytest.fixture(scope="module", params=[example(), *gallery()], ids=lambda s: s.file[-12:-5])
def scenario(request: pytest.FixtureRequest) -> Scenario:
    found: Scenario = request.param
    return found


def test_run_again_at_the_value_the_two_are_less_than_a_euro_apart(scenario: Scenario) -> None:
    study = study_of(scenario)
    found = switching(study)
    flips = [f for f in found.flips if not in_steps(f.path, scenario.figures[f.path])]
    if not flips:
        return
    values = np.array([flip.value for flip in flips])
    cases = one_at_a_time(scenario, [flip.path for flip in flips], values)
    apart = differences(study, [flip.comparison for flip in flips], study.costs(cases))
    for position, flip in enumerate(flips):
        assert abs(apart[position, position]) < 1.0, flip


def test_no_change_of_sign_on_a_much_finer_grid_is_missed(scenario: Scenario) -> None:
    """Each quantity at 400 values: as many flips of each pair, between the same two values."""
    study = study_of(scenario, "present_value")
    found = switching(study)
    pairs = [each for each in comparisons(study) if each.municipality is None]
    for path in uncertain(scenario):
        low, high = ends(scenario.figures[path])
        grid = np.linspace(low, high, 400)
        if in_steps(path, scenario.figures[path]):
            grid = points(path, scenario.figures[path])
        costs = study.costs(one_at_a_time(scenario, [path] * grid.size, grid))
        for pair, apart in zip(pairs, differences(study, pairs, costs), strict=True):
            changes = np.flatnonzero(np.diff(np.sign(apart[np.abs(apart) > 0.01])))
            flips = [f for f in found.flips if f.path == path and f.comparison == pair]
            assert len(flips) == len(changes), (path, pair)


def test_below_and_above_say_who_is_cheaper_on_either_side() -> None:
    scenario = example()
    study = study_of(scenario)
    for flip in switching(study).flips:
        if in_steps(flip.path, scenario.figures[flip.path]):
            continue
        step = 1e-4 * np.subtract(*ends(scenario.figures[flip.path])[::-1])
        cases = Cases(2, {flip.path: flip.value + np.array([-step, step])})
        left, right = differences(study, [flip.comparison], study.costs(cases))[0]
        cheaper = [
            flip.comparison.first if apart < 0 else flip.comparison.second
            for apart in (left, right)
        ]
        assert cheaper == [flip.below, flip.above], flip


def test_by_hand_the_body_flips_where_its_dearer_overhead_eats_the_gain() -> None:
    """Ten posts of 130 000 alone; 7.5 joint posts of 80 000 + x: equal at x = 93 333.33."""
    scenario = worked()
    path = "options.body.overhead_per_fte"
    found = switching(study_of(scenario), [path])
    together = [flip for flip in found.flips if flip.comparison.municipality is None]
    assert [flip.value for flip in together] == pytest.approx([1_300_000 / 7.5 - 80_000], abs=0.01)
    assert {flip.comparison.municipality for flip in found.flips} == {None, "north", "south"}


def test_a_year_flips_at_the_first_year_past_it() -> None:
    """A contract that ends saves from its last year on: later than the report year, nothing."""
    extra = """
[[options.body.amounts]]
line = "governance"
name = "Contract"
amount = 500_000
until = { value = 2025, low = 2025, high = 2028 }
"""
    scenario = worked(extra)
    path = "options.body.amounts[0].until"
    found = switching(study_of(scenario), [path])
    assert {flip.value for flip in found.flips} == {2028}


def test_followed_in_pieces_the_flips_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    study = study_of(example())
    whole = switching(study)
    monkeypatch.setattr("orgdesign.sensitivity.roots._MOST", 100)
    assert switching(study).flips == whole.flips
