"""Bands, chances, ranks and regret, on formulas of which the answer is known."""

from __future__ import annotations

import numpy as np
import pytest
from examples import ROOT, scenario

from orgdesign.sensitivity.bands import FRAMES, PERCENTS, band, convergence, frame_chances
from orgdesign.sensitivity.draws import draw
from orgdesign.sensitivity.ranks import ranks
from orgdesign.sensitivity.sample import Sample, sample
from orgdesign.sensitivity.study import Study
from sensitivity.analytic import Formula, analytic, ranges
from sensitivity.worked import worked

ZOU = scenario(ROOT / "scenarios" / "zuidoost-utrecht.toml")


def sampled(formula: Formula, number: int = 4000, names: tuple[str, ...] = ("x", "y")) -> Sample:
    study = analytic(formula, ranges(names))
    return sample(study, draw(study.scenario, number, 5))


def test_the_percentiles_of_a_uniform_cost_are_its_percentages() -> None:
    found = band(sampled(lambda at: 1000 * at["x"] - 300), "joint")
    for percent, estimate in zip(PERCENTS, found.percentiles, strict=True):
        assert estimate.value == pytest.approx(10 * percent - 300, abs=1.0)
        assert estimate.error < 1.0


def test_the_chance_of_being_cheaper_is_the_part_of_the_range_below_nil() -> None:
    found = band(sampled(lambda at: 1000 * at["x"] - 300), "joint")
    assert found.cheaper.value == pytest.approx(0.3, abs=0.002)


def test_an_error_is_as_large_as_the_estimates_really_lie_apart() -> None:
    """Of sixty samples the median lies off by what they said, within the noise of either."""
    found = [band(_again(seed), "joint").percentiles[2] for seed in range(60)]
    spread = np.std([each.value for each in found], ddof=1)
    said = np.sqrt(np.mean([each.error**2 for each in found]))
    assert said == pytest.approx(spread, rel=0.35)


def _again(seed: int) -> Sample:
    study = analytic(lambda at: 1000 * at["x"] * at["y"], ranges(("x", "y")))
    return sample(study, draw(study.scenario, 1000, seed))


def test_what_is_never_so_has_an_error_all_the_same() -> None:
    found = band(sampled(lambda at: 1000 * at["x"] + 1), "joint")
    assert found.cheaper.value == 0.0
    assert 0.0 < found.cheaper.error < 0.001


def test_too_few_draws_say_that_their_error_is_unknown() -> None:
    assert np.isnan(band(sampled(lambda at: at["x"], 15), "joint").percentiles[0].error)


def test_ranks_and_regret_of_a_cost_that_is_below_nil_three_times_in_ten() -> None:
    """Alone costs nothing; the option 1000 x - 300: its mean regret is 700^2 / 2000."""
    alone, joint = ranks(sampled(lambda at: 1000 * at["x"] - 300))
    assert joint.chances[0].value == pytest.approx(0.3, abs=0.002)
    assert alone.chances[0].value == pytest.approx(0.7, abs=0.002)
    assert joint.regret.value == pytest.approx(700**2 / 2000, rel=0.01)
    assert alone.regret.value == pytest.approx(300**2 / 2000, rel=0.01)
    assert joint.regret_in_20.value == pytest.approx(650, abs=2)


def test_options_that_cost_the_same_share_their_ranks() -> None:
    for each in ranks(sampled(lambda at: 0 * at["x"])):
        assert [chance.value for chance in each.chances] == pytest.approx([0.5, 0.5])


def test_the_chances_of_all_ranks_of_an_option_sum_to_one() -> None:
    study = Study(ZOU, ZOU.options, ZOU.municipalities)
    found = sample(study, draw(ZOU, 300))
    table = [[chance.value for chance in each.chances] for each in ranks(found, ["bunnik"])]
    np.testing.assert_allclose(np.sum(table, axis=0), 1.0)
    np.testing.assert_allclose(np.sum(table, axis=1), 1.0)


def test_the_proposed_number_of_draws_brings_the_error_down_to_what_was_asked() -> None:
    found = sampled(lambda at: 1000 * at["x"] * at["y"], 1000)
    wanted = convergence(found, "joint").proposed
    more = convergence(sampled(lambda at: 1000 * at["x"] * at["y"], wanted), "joint")
    values = band(found, "joint").percentiles
    width = values[-1].value - values[0].value
    assert more.medians[-1].error < 2.0 * 0.01 * width


def test_the_chance_that_a_frame_holds_is_that_of_its_measure() -> None:
    """The body gains 10 x 130 000 - 7.5 x (80 000 + rate); at least 300 000 below 53 333."""
    given = worked("thresholds = { structural_gain_at_least = 300_000 }\n")
    study = Study(given, ("body",), given.municipalities, "present_value")
    (found,) = frame_chances(sample(study, draw(given, 5000), measures=FRAMES))
    rate, low, high, top = (1_000_000 / 7.5 - 80_000, 30_000, 150_000, 50_000)
    expected = 1 - (high - rate) ** 2 / ((high - low) * (high - top))
    assert found.holds.value == pytest.approx(expected, abs=0.003)


def test_where_it_is_stopped_the_draws_that_were_done_count() -> None:
    study = Study(ZOU, ("network",), ZOU.municipalities)
    found = sample(study, draw(ZOU, 2000), told=lambda done, every: done < 700)
    assert 700 <= found.done < 2000
    assert band(found, "network").percentiles[2].error > 0


def test_an_even_spread_is_nearer_than_chance() -> None:
    """The mean of a sum of two: off by far less than the spread / sqrt(draws) of plain chance."""
    found = sampled(lambda at: 1000 * (at["x"] + at["y"]), 1000)
    error = found.mean(found.against_alone("joint")).error
    assert error < 0.2 * 1000 * np.sqrt(2 / 12) / np.sqrt(1000)
