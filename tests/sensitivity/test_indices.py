"""Sobol indices and Morris: against analytic values, and against SALib on the same samples."""

from __future__ import annotations

import math

import numpy as np
import pytest
from numpy.typing import NDArray
from SALib.analyze import morris as salib_morris
from SALib.analyze import sobol as salib_sobol

from orgdesign.quantities import Distribution, Quantity
from orgdesign.sensitivity import chaos
from orgdesign.sensitivity.draws import points
from orgdesign.sensitivity.factors import Factor, factors
from orgdesign.sensitivity.indices import Indices, Method, indices
from orgdesign.sensitivity.morris import elementary, morris, trajectories
from orgdesign.sensitivity.outputs import Output
from orgdesign.sensitivity.saltelli import crossed, estimates
from orgdesign.sensitivity.study import Study
from sensitivity.analytic import Analytic, Formula, analytic, ranges
from sensitivity.worked import worked

Array = NDArray[np.float64]
PI = math.pi


class _All(Output):
    """An output of all figures: an analytic study has no formulas of the model that read them."""

    @property
    def factors(self) -> tuple[Factor, ...]:
        return factors(self.study.scenario)


def output_of(formula: Formula, figures: dict[str, Quantity]) -> Output:
    return _All(analytic(formula, figures), "joint")


def values(found: Indices, which: str) -> dict[str, float]:
    return {" + ".join(each.factors): getattr(each, which).value for each in found.indices}


def ishigami(at: dict[str, Array]) -> Array:
    x, y, z = at["x"], at["y"], at["z"]
    return np.asarray(np.sin(x) + 7 * np.sin(y) ** 2 + 0.1 * z**4 * np.sin(x))


def g_function(at: dict[str, Array]) -> Array:
    weights = (0.0, 1.0, 4.5, 9.0)
    parts = [(np.abs(4 * at[f"x{n}"] - 2) + a) / (1 + a) for n, a in enumerate(weights)]
    return np.asarray(np.prod(parts, axis=0))


def linear(at: dict[str, Array]) -> Array:
    return np.asarray(1000 * (3 * at["a"] + 2 * at["b"] + at["c"]))


def rough(at: dict[str, Array]) -> Array:
    return np.asarray(linear(at) + 50 * np.sin(1000 * at["a"]))


METHODS: tuple[Method, ...] = ("chaos", "saltelli")
ISHIGAMI = output_of(ishigami, ranges(["x", "y", "z"], -PI, PI))


def test_the_indices_of_ishigami_are_the_analytic_ones() -> None:
    found = indices(ISHIGAMI, 3, 8192)
    variance = 7**2 / 8 + 0.1 * PI**4 / 5 + 0.1**2 * PI**8 / 18 + 0.5
    x = 0.5 * (1 + 0.1 * PI**4 / 5) ** 2 / variance
    both = 0.1**2 * PI**8 * (1 / 18 - 1 / 50) / variance
    first, total = values(found, "first"), values(found, "total")
    y = 7**2 / 8 / variance
    assert [first["x"], first["y"], first["z"]] == pytest.approx([x, y, 0.0], abs=0.01)
    assert [total["x"], total["y"], total["z"]] == pytest.approx([x + both, y, both], abs=0.01)


def test_a_fit_that_predicts_badly_gives_way_to_the_reference() -> None:
    found = indices(ISHIGAMI, 3, 64)
    assert found.method == "saltelli"
    assert found.r2 < 0.98


def test_the_indices_of_the_g_function_are_the_analytic_ones() -> None:
    parts = [1 / (3 * (1 + a) ** 2) for a in (0.0, 1.0, 4.5, 9.0)]
    variance = math.prod(1 + part for part in parts) - 1
    found = indices(output_of(g_function, ranges([f"x{n}" for n in range(4)])), 1, 8192)
    first, total = values(found, "first"), values(found, "total")
    for number, part in enumerate(parts):
        others = math.prod(1 + other for at, other in enumerate(parts) if at != number)
        assert first[f"x{number}"] == pytest.approx(part / variance, abs=0.01)
        assert total[f"x{number}"] == pytest.approx(part * others / variance, abs=0.01)


@pytest.mark.parametrize("method", METHODS)
def test_the_indices_of_a_sum_are_the_squares_of_its_weights(method: Method) -> None:
    found = indices(output_of(linear, ranges(["a", "b", "c"])), 1, 4096, method)
    for which in ("first", "total"):
        shares = values(found, which)
        assert [shares[name] for name in "abc"] == pytest.approx([9 / 14, 4 / 14, 1 / 14], abs=0.01)
    assert [each.factors for each in found.indices] == [("a",), ("b",), ("c",)]


def test_a_fit_of_second_order_is_exact_for_a_function_of_second_order() -> None:
    """Centred and uniform: x has variance 1/12, xy 1/144, x^2 1/180."""
    figures = ranges(["x", "y"], -0.5, 0.5)
    found = indices(output_of(lambda at: at["x"] + 6 * at["x"] * at["y"], figures), 2)
    assert found.method == "chaos"
    assert found.r2 == pytest.approx(1.0)
    variance = 1 / 12 + 36 / 144
    assert values(found, "first")["x"] == pytest.approx(1 / 12 / variance, rel=1e-6)
    assert values(found, "first")["y"] == pytest.approx(0.0, abs=1e-9)
    assert values(found, "total")["y"] == pytest.approx(36 / 144 / variance, rel=1e-6)


def test_of_many_figures_no_fit_is_made_unless_it_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("orgdesign.sensitivity.indices.MOST", 2)

    def total(at: dict[str, Array]) -> Array:
        return np.asarray(sum(at.values()))

    two, three = (output_of(total, ranges([*names])) for names in ("ab", "abc"))
    assert [indices(each, 1, 64).method for each in (two, three)] == ["chaos", "saltelli"]
    assert indices(three, 1, 64, "chaos").method == "chaos"


def test_a_fit_suits_the_distribution_of_each_figure() -> None:
    """A triangle is not a uniform: a sum of triangles is still fitted to the last digit."""
    figures = {
        name: Quantity(value=top, low=0.0, high=1.0) for name, top in (("x", 0.1), ("y", 0.8))
    }
    found = indices(output_of(lambda at: 100 * (at["x"] + at["y"]), figures), 2)
    x, y = ((1 - top + top * top) / 18 for top in (0.1, 0.8))
    assert found.r2 == pytest.approx(1.0)
    assert values(found, "first")["x"] == pytest.approx(x / (x + y), rel=0.01)


def test_what_does_nothing_cannot_be_told_from_zero_and_has_bounds_around_it() -> None:
    figures = ranges(["a", "b", "c", "idle"])
    for method in METHODS:
        found = indices(output_of(rough, figures), 1, method=method)
        idle = found.indices[-1]
        assert idle.factors == ("idle",)
        assert not idle.first.is_distinct
        assert not idle.total.is_distinct
        assert found.indices[0].first.is_distinct


def test_the_bounds_hold_the_analytic_value_about_as_often_as_they_say() -> None:
    figures, hits = ranges(["a", "b", "c"]), 0
    for seed in range(40):
        found = indices(output_of(linear, figures), seed, 128, "saltelli")
        first = found.indices[0].first
        hits += first.low <= 9 / 14 <= first.high
    assert hits >= 36


def test_what_does_not_vary_at_all_has_no_indices() -> None:
    flat = output_of(lambda at: 0 * at["a"] + 5.0, ranges(["a", "b"]))
    for method in METHODS:
        found = indices(flat, 1, 64, method)
        assert {each.total.value for each in found.indices} == {0.0}


def test_figures_that_hang_together_are_one_and_go_by_the_reference() -> None:
    extra = """
[measures.one]
name = "One"
tasks = ["work"]
saving = { value = 0.1, low = 0.0, high = 0.2 }
[sensitivity.correlation]
"measures.one.saving, options.body.overhead_per_fte" = 0.6
"""
    study = Analytic(worked(extra), ("joint",), ("north", "south"), formula=_both)
    found = indices(_Named(study, "joint"), 1, 256)
    assert found.method == "saltelli"
    (both,) = found.indices
    assert set(both.factors) == {"measures.one.saving", "options.body.overhead_per_fte"}
    assert both.total.value == pytest.approx(1.0, abs=0.05)


def _both(at: dict[str, Array]) -> Array:
    rate = (at["options.body.overhead_per_fte"] - 30_000) / 120_000
    return np.asarray(at["measures.one.saving"] * 5 + rate)


class _Named(Output):
    @property
    def factors(self) -> tuple[Factor, ...]:
        wanted = ("measures.one.saving", "options.body.overhead_per_fte")
        return tuple(each for each in factors(self.study.scenario) if each.id in wanted)


CHANGE = """
then = { year = 2027, option = "host" }
[options.host]
name = "Host"
form = "host"
host = "south"
from = 2025
scope = { work = 1.0 }
keys = { all = "inhabitants" }
[sensitivity.keys.charge]
option = "host"
pool = "running"
keys = ["inhabitants", "equal"]
"""


def test_a_choice_of_key_of_what_takes_over_has_its_share() -> None:
    given = worked(CHANGE, scope="{ work = 1.0 }", north='{ name = "North", inhabitants = 5_000 }')
    found = indices(Output(Study(given, ("body",), ("north",)), "body"))
    key = values(found, "total")["options.host.keys.running"]
    assert key == pytest.approx(1.0, abs=0.01)


def test_a_figure_that_only_a_drawn_key_reads_has_its_share() -> None:
    figure = """
[figures.clients]
name = "Clients"
year = 2024
values = { north = { value = 100, low = 50, high = 150 }, south = 100 }
"""
    other = CHANGE.replace('["inhabitants", "equal"]', '["inhabitants", "clients"]')
    given = worked(other + figure, scope="{ work = 1.0 }")
    found = Output(Study(given, ("body",), ("north",)), "body").factors
    assert "figures.clients.values.north" in {each.id for each in found}


# On the same samples as another library


def test_the_estimates_are_those_of_salib_on_the_same_samples() -> None:
    drawn = factors(ISHIGAMI.study.scenario)
    both = points(6, 512, np.random.default_rng(5), "sobol")
    ranks = crossed(both[:3], both[3:], [np.array([at]) for at in range(3)])
    rows = ISHIGAMI.at(drawn, ranks.reshape(3, -1)).reshape(512, 5)
    problem = {"num_vars": 3, "names": ["x", "y", "z"], "bounds": [[0, 1]] * 3}
    # Its rows are A, then A with each column of B, then B.
    answer = salib_sobol.analyze(
        problem, rows[:, [0, 2, 3, 4, 1]].ravel(), calc_second_order=False, seed=1
    )
    ours = estimates(rows, 1)
    assert [first.value for first, _ in ours] == pytest.approx(answer["S1"], abs=1e-10)
    assert [total.value for _, total in ours] == pytest.approx(answer["ST"], abs=1e-10)
    errors = [(first.high - first.value) for first, _ in ours]
    assert errors == pytest.approx(answer["S1_conf"], rel=0.35)


def test_the_effects_are_those_of_salib_on_the_same_paths() -> None:
    steps, order = trajectories(3, 12, 4)
    drawn = factors(ISHIGAMI.study.scenario)
    outputs = ISHIGAMI.at(drawn, np.clip(steps, 1e-9, 1 - 1e-9).reshape(3, -1)).reshape(12, 4)
    effects = elementary(steps, outputs, order)
    problem = {"num_vars": 3, "names": ["x", "y", "z"], "bounds": [[0, 1]] * 3}
    answer = salib_morris.analyze(
        problem, steps.reshape(3, -1).T, outputs.ravel(), num_levels=4, seed=1
    )
    assert np.abs(effects).mean(axis=0) == pytest.approx(np.asarray(answer["mu_star"]))
    assert effects.std(axis=0, ddof=1) == pytest.approx(np.asarray(answer["sigma"]))


def test_morris_finds_the_weights_of_a_sum_and_no_spread() -> None:
    found = morris(output_of(linear, ranges(["a", "b", "c"])), 1)
    assert [each.factor for each in found.effects] == ["a", "b", "c"]
    sizes = [each.size for each in found.effects]
    assert sizes == pytest.approx([3000.0, 2000.0, 1000.0])
    assert all(each.spread < 1e-6 for each in found.effects)


@pytest.mark.parametrize("shape", ["triangular", "pert", "uniform", "normal", "lognormal"])
def test_the_size_of_a_figure_that_adds_itself_is_its_whole_range(shape: Distribution) -> None:
    figure = Quantity(value=20.0, low=10.0, high=60.0, distribution=shape)
    found = morris(output_of(lambda at: np.asarray(at["x"]), {"x": figure}), 1)
    assert found.effects[0].size == pytest.approx(50.0)


def test_each_path_moves_every_factor_once_within_the_grid() -> None:
    steps, order = trajectories(7, 9, 2)
    moved = np.abs(np.diff(steps, axis=2))
    assert (moved > 0).sum(axis=2).tolist() == [[1] * 9] * 7
    assert steps.min() >= 0.0
    assert steps.max() <= 1.0
    assert (np.sort(order, axis=1) == np.arange(7)).all()


def test_the_number_of_terms_is_that_of_a_second_order_polynomial() -> None:
    assert [chaos.terms(number) for number in (0, 1, 2, 30)] == [1, 3, 6, 496]


@pytest.mark.parametrize("noise", [0.0, 1e-9, 1e-7])
def test_an_output_that_only_varies_by_rounding_has_no_indices(noise: float) -> None:
    outputs = 1e6 + noise * np.random.default_rng(1).standard_normal((256, 5))
    for first, total in estimates(outputs, 0):
        assert (first.value, total.value) == (0.0, 0.0)
        assert not first.is_distinct
        assert not total.is_distinct
