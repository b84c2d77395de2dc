"""A year's cost: what is drawn against the closed form of a compound Poisson sum."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgdesign.risk import year_cost
from orgdesign.risk.cost_of_a_client import CostOfAClient
from orgdesign.risk.year_cost import simulated, skewness, split_variance, variance

DRAWS = 40_000


@pytest.mark.parametrize("clients", [0.5, 8.0, 120.0])
@pytest.mark.parametrize("variation", [0.0, 0.8])
def test_drawn_years_have_the_mean_and_the_spread_of_the_closed_form(
    clients: float, variation: float
) -> None:
    cost = CostOfAClient(1_000.0, variation)
    years = simulated(clients, cost, DRAWS, np.random.default_rng([7, int(clients * 10)]))
    spread = variance(clients, cost)
    assert abs(years.mean() - 1_000 * clients) < 4 * math.sqrt(spread / DRAWS)
    # The fourth cumulant of a compound Poisson sum is clients x E[X^4].
    error = math.sqrt((clients * cost.moment(4) + 2 * spread**2) / DRAWS)
    assert abs(years.var() - spread) < 5 * error


def test_a_year_without_clients_comes_as_often_as_it_should() -> None:
    years = simulated(0.5, CostOfAClient(1_000.0, 1.0), DRAWS, np.random.default_rng(3))
    share = math.exp(-0.5)
    assert abs((years == 0).mean() - share) < 4 * math.sqrt(share * (1 - share) / DRAWS)


def test_the_skewness_is_that_of_what_is_drawn() -> None:
    cost = CostOfAClient(1_000.0, 0.5)
    years = simulated(20.0, cost, 200_000, np.random.default_rng(5))
    found = ((years - years.mean()) ** 3).mean() / years.std() ** 3
    assert found == pytest.approx(skewness(20.0, cost), abs=0.04)


def test_fixed_costs_are_a_poisson_number() -> None:
    assert variance(9.0, CostOfAClient(100.0, 0.0)) == pytest.approx(9 * 100**2)
    assert skewness(9.0, CostOfAClient(100.0, 0.0)) == pytest.approx(1 / 3)


def test_years_drawn_in_parts_are_as_those_drawn_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    cost = CostOfAClient(1_000.0, 0.5)
    once = simulated(5.0, cost, 2_000, np.random.default_rng(2))
    monkeypatch.setattr(year_cost, "AT_ONCE", 250)
    parts = simulated(5.0, cost, 2_000, np.random.default_rng(2))
    assert parts.shape == once.shape
    np.testing.assert_allclose(parts, once, rtol=1e-9)


@settings(max_examples=60, deadline=None)
@given(st.floats(0.1, 5_000), st.floats(0, 5), st.floats(0, 1e6))
def test_light_and_heavy_care_together_vary_as_all_care(
    clients: float, variation: float, heavy_from: float
) -> None:
    cost = CostOfAClient(8_000.0, variation)
    light, heavy = split_variance(clients, cost, heavy_from)
    assert light >= -1e-6 * heavy
    assert heavy >= 0
    assert light + heavy == pytest.approx(variance(clients, cost))
