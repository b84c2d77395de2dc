"""Draws: every distribution has its percentiles, and ranks hang together as asked."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from examples import example
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import qmc, spearmanr

from orgdesign.model.calculation import evaluate
from orgdesign.model.outcomes import measure
from orgdesign.model.result import Cases
from orgdesign.quantities import Distribution, Quantity
from orgdesign.sensitivity.distributions import values
from orgdesign.sensitivity.draws import correlated, draw, points, sliced
from orgdesign.sensitivity.study import Study
from sensitivity.worked import worked

RANKS = (np.arange(200_000) + 0.5) / 200_000


def drawn(path: str = "x", **words: Any) -> np.ndarray:
    return values(path, Quantity(**words), RANKS)


# Distributions


def test_a_triangle_has_the_mean_and_the_variance_of_one() -> None:
    low, top, high = 2.0, 3.0, 8.0
    found = drawn(value=top, low=low, high=high)
    assert found.mean() == pytest.approx((low + top + high) / 3, rel=1e-6)
    variance = (low**2 + top**2 + high**2 - low * top - low * high - top * high) / 18
    assert found.var() == pytest.approx(variance, rel=1e-5)
    assert (found <= top).mean() == pytest.approx((top - low) / (high - low), abs=1e-5)


@pytest.mark.parametrize("top", [2.0, 8.0])
def test_a_triangle_may_have_its_top_at_an_end(top: float) -> None:
    assert drawn(value=top, low=2.0, high=8.0).mean() == pytest.approx((10.0 + top) / 3, rel=1e-6)


def test_a_pert_distribution_weighs_its_top_four_times() -> None:
    found = drawn(value=3.0, low=2.0, high=8.0, distribution="pert")
    mean = (2.0 + 4 * 3.0 + 8.0) / 6
    assert found.mean() == pytest.approx(mean, rel=1e-6)
    assert found.var() == pytest.approx((mean - 2.0) * (8.0 - mean) / 7, rel=1e-4)


def test_a_uniform_distribution_is_as_likely_everywhere() -> None:
    found = drawn(value=3.0, low=2.0, high=8.0, distribution="uniform")
    np.testing.assert_allclose(found, 2.0 + 6.0 * RANKS)


@pytest.mark.parametrize("distribution", ["normal", "lognormal"])
def test_low_and_high_of_a_bell_are_its_fifth_and_ninety_fifth_percentile(
    distribution: str,
) -> None:
    found = drawn(value=30.0, low=20.0, high=50.0, distribution=distribution)
    assert np.percentile(found, [5, 95]) == pytest.approx([20.0, 50.0], rel=1e-3)
    middle = 35.0 if distribution == "normal" else np.sqrt(20.0 * 50.0)
    assert np.median(found) == pytest.approx(middle, rel=1e-3)


def test_a_bell_is_cut_at_the_bounds_of_the_figure() -> None:
    path = "options.joint_body.realisation"
    found = drawn(path, value=0.9, low=0.5, high=1.0, distribution="normal")
    assert 0.0 <= found.min() < found.max() <= 1.0
    assert (found > 0.999).mean() < 0.01


def test_a_few_values_come_by_their_weights_and_in_order_of_rank() -> None:
    found = drawn(value=2.0, values=(5.0, 2.0, 9.0), weights=(1.0, 2.0, 1.0),
                  distribution="discrete")  # fmt: skip
    assert [float((found == value).mean()) for value in (2.0, 5.0, 9.0)] == [0.5, 0.25, 0.25]
    assert (np.diff(found) >= 0).all()


def test_the_ends_of_a_whole_number_are_as_likely_as_the_rest() -> None:
    path = "options.joint_body.from"
    found = drawn(path, value=2026.0, low=2025.0, high=2028.0, distribution="uniform")
    assert [(found == year).mean() for year in range(2025, 2029)] == pytest.approx([0.25] * 4)


@given(
    st.sampled_from(["triangular", "pert", "uniform", "normal", "lognormal"]),
    st.floats(0.1, 10.0),
    st.floats(0.0, 1.0),
    st.floats(0.1, 10.0),
)
def test_a_higher_rank_never_gives_a_lower_value(
    distribution: Distribution, low: float, part: float, width: float
) -> None:
    figure = Quantity(
        value=low + part * width, low=low, high=low + width, distribution=distribution
    )
    found = values("x", figure, np.linspace(1e-9, 1 - 1e-9, 500))
    assert np.isfinite(found).all()
    assert (np.diff(found) >= -1e-12).all()


# Draws


def test_the_same_seed_and_number_give_the_same_draws_and_another_seed_others() -> None:
    first, again, other = draw(example(), 200), draw(example(), 200), draw(example(), 200, 99)
    assert first.ranks.tobytes() == again.ranks.tobytes()
    assert not np.array_equal(first.ranks, other.ranks)


@pytest.mark.parametrize("method", ["latin_hypercube", "sobol"])
def test_points_are_spread_evenly_along_every_side(method: str) -> None:
    found = points(5, 256, np.random.default_rng(1), method)
    for row in found:
        filled = np.bincount((row * 256).astype(int), minlength=256)
        assert filled.max() == 1


@pytest.mark.parametrize("number", [1, 19, 40, 1003])
def test_slices_hold_every_draw_once(number: int) -> None:
    held = [at for part in sliced(number) for at in range(part.start, part.stop)]
    assert held == list(range(number))


@pytest.mark.parametrize("wanted", [-0.9, -0.3, 0.5, 0.95])
def test_ranks_hang_together_as_asked(wanted: float) -> None:
    ranks = points(3, 20_000, np.random.default_rng(3), "latin_hypercube")
    matrix = np.eye(3)
    matrix[0, 2] = matrix[2, 0] = wanted
    found = correlated(ranks, matrix)
    assert spearmanr(found[0], found[2]).statistic == pytest.approx(wanted, abs=0.01)
    assert abs(spearmanr(found[0], found[1]).statistic) < 0.02
    assert found[1].tobytes() == ranks[1].tobytes()
    assert np.histogram(found[0], 10, (0, 1))[0] == pytest.approx([2000] * 10, abs=130)


RANGES = """
[measures.one]
name = "One"
tasks = ["work"]
saving = { value = 0.1, low = 0.0, high = 0.2 }
[measures.two]
name = "Two"
tasks = ["work"]
saving = { value = 0.2, low = 0.1, high = 0.4, distribution = "pert" }
"""
ONE, TWO, RATE = "measures.one.saving", "measures.two.saving", "options.body.overhead_per_fte"


def test_figures_of_a_group_are_at_the_same_rank_each_in_its_own_distribution() -> None:
    given = worked(RANGES + f'[sensitivity.groups]\nsavings = ["{ONE}", "{TWO}"]\n')
    found = draw(given, 300)
    one, two = found.cases.values[ONE], found.cases.values[TWO]
    assert (np.argsort(one) == np.argsort(two)).all()
    assert "savings" in [factor.id for factor in found.factors]
    assert not np.array_equal(one, two)


def test_a_correlation_with_a_figure_of_a_group_holds_for_the_group() -> None:
    extra = f"""
[sensitivity.groups]
savings = ["{ONE}", "{TWO}"]
[sensitivity.correlation]
"{TWO}, {RATE}" = -0.8
"""
    found = draw(worked(RANGES + extra), 5000).cases.values
    for path in (ONE, TWO):
        assert spearmanr(found[path], found[RATE]).statistic == pytest.approx(-0.8, abs=0.03)


CHOICE = """
[figures.clients]
name = "Clients"
year = 2024
values = { north = 300, south = 100 }
[sensitivity.keys.running]
option = "body"
pool = "running"
keys = ["equal", "clients"]
weights = [1, 3]
"""


def test_the_key_itself_can_be_drawn_and_each_draw_is_shared_by_its_key() -> None:
    given = worked(CHOICE)
    drawn = draw(given, 400)
    chosen = drawn.cases.values["options.body.keys.running"]
    assert chosen.mean() == pytest.approx(0.75, abs=0.01)
    costs = Study(given, ("body",), given.municipalities).costs(drawn.cases)["body"]
    for number in (0, 1, 2, 3, 399):
        key = ("equal", "clients")[int(chosen[number])]
        rate = np.array([drawn.cases.values[RATE][number]])
        result = evaluate(given.with_keys("body", {"running": key}), Cases(1, {RATE: rate}))
        expected = measure(result, "body", "structural_cost")[:, 0]
        np.testing.assert_allclose(costs[:, number], expected)


def test_what_is_stopped_amid_the_keys_keeps_the_draws_before_the_first_that_is_missing() -> None:
    given = worked(CHOICE)
    drawn = draw(given, 400)
    costs = Study(given, ("body",), given.municipalities).costs(
        drawn.cases, told=lambda done, every: False
    )["body"]
    first = int(np.flatnonzero(drawn.cases.values["options.body.keys.running"] == 1.0)[0])
    assert costs.shape[1] == first


def test_the_example_draws_a_start_year_from_the_years_given() -> None:
    extra = """
[options.later]
name = "Later"
form = "network"
participants = "all"
from = { value = 2026, values = [2026, 2027], distribution = "discrete" }
"""
    found = draw(worked(extra), 100).cases.values["options.later.from"]
    assert sorted(set(found.tolist())) == [2026.0, 2027.0]


@pytest.mark.parametrize(("dimensions", "number"), [(1, 1), (1, 2), (3, 17), (40, 500)])
def test_points_are_those_of_the_hypercube_of_scipy(dimensions: int, number: int) -> None:
    found = points(dimensions, number, np.random.default_rng(5), "latin_hypercube")
    theirs = qmc.LatinHypercube(dimensions, rng=np.random.default_rng(5)).random(number)
    assert np.array_equal(found, np.clip(theirs, 1e-12, 1 - 1e-12).T)
