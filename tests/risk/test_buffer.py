"""Buffers alone and together: by hand, and never dearer together."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgdesign.risk.buffer import arranged, beyond_expected, pooled_deviation, quantile


def test_of_a_normal_year_95_percent_is_within_1_645_standard_deviations() -> None:
    assert quantile(0.95) == pytest.approx(1.6448536, abs=1e-7)
    assert quantile(0.5) == pytest.approx(0.0)


def test_independent_deviations_add_up_as_the_sides_of_a_right_angle() -> None:
    assert pooled_deviation(np.array([3.0, 4.0]), 0.0) == pytest.approx(5.0)
    assert pooled_deviation(np.array([3.0, 4.0]), 1.0) == pytest.approx(7.0)
    assert pooled_deviation(np.array([3.0, 4.0]), -1.0) == pytest.approx(1.0)
    assert pooled_deviation(np.array([3.0, 4.0]), 0.5) == pytest.approx(math.sqrt(37.0))
    assert pooled_deviation(np.ones(5), -1.0) == 0.0


DEVIATIONS = st.lists(st.floats(0, 1e9), min_size=1, max_size=9)


@given(DEVIATIONS, st.floats(-1, 1))
def test_together_is_never_more_than_all_added_up(given_: list[float], correlation: float) -> None:
    pooled = pooled_deviation(np.array(given_), correlation)
    assert pooled <= sum(given_) * (1 + 1e-12)


@given(DEVIATIONS, st.floats(0, 1), st.floats(0, 1))
def test_more_correlation_is_never_less_risk(given_: list[float], one: float, two: float) -> None:
    low, high = sorted((one, two))
    deviations = np.array(given_)
    assert pooled_deviation(deviations, low) <= pooled_deviation(deviations, high) * (1 + 1e-12)


def test_the_buffer_is_how_far_the_quantile_lies_above_the_mean() -> None:
    years = np.arange(101.0)
    assert beyond_expected(years, 0.95) == pytest.approx(45.0)
    assert beyond_expected(np.full(9, 4.0), 0.95) == 0.0


@pytest.mark.parametrize("correlation", [0.0, 0.3, 0.9])
def test_arranged_years_keep_each_ones_own_and_come_together_as_often(correlation: float) -> None:
    generator = np.random.default_rng(11)
    own = [generator.normal(100, 10, 20_000), generator.normal(50, 20, 20_000)]
    found = arranged(own, correlation, np.random.default_rng(12))
    for before, after in zip(own, found, strict=True):
        np.testing.assert_array_equal(np.sort(before), np.sort(after))
    assert np.asarray(np.corrcoef(found))[0, 1] == pytest.approx(correlation, abs=0.03)
    expected = pooled_deviation(np.array([10.0, 20.0]), correlation)
    assert found.sum(axis=0).std() == pytest.approx(expected, rel=0.03)
