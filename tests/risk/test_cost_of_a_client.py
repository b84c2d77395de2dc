"""The cost of a client: moments by hand, by integration, and of what is drawn."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import lognorm

from orgdesign.risk.cost_of_a_client import CostOfAClient

COST = CostOfAClient(mean=10_000.0, variation=2.0)


def test_the_first_two_moments_are_what_is_given() -> None:
    assert COST.moment(1) == pytest.approx(10_000)
    assert COST.moment(2) == pytest.approx(10_000**2 * (1 + 2.0**2))


@pytest.mark.parametrize("order", [0, 1, 2])
@pytest.mark.parametrize("least", [500.0, 10_000.0, 80_000.0])
def test_the_moment_above_an_amount_is_the_integral(order: int, least: float) -> None:
    sigma = math.sqrt(math.log(5.0))
    density = lognorm(sigma, scale=math.exp(math.log(10_000) - sigma**2 / 2)).pdf
    # Integrated over the logarithm of the cost, where the integrand is smooth and narrow.
    found, _ = quad(lambda x: math.exp((order + 1) * x) * density(math.exp(x)), math.log(least), 40)
    assert COST.moment_above(order, least) == pytest.approx(found, rel=1e-7)


def test_all_is_above_nothing_and_a_fixed_cost_is_above_or_below() -> None:
    assert COST.moment_above(1, 0.0) == COST.moment(1)
    fixed = CostOfAClient(100.0, 0.0)
    assert fixed.moment_above(1, 100.0) == pytest.approx(100.0)
    assert fixed.moment_above(1, 100.5) == 0.0


def test_what_is_drawn_has_the_mean_and_the_median() -> None:
    drawn = COST.drawn(200_000, np.random.default_rng(1))
    error = 20_000 / math.sqrt(200_000)
    assert abs(drawn.mean() - 10_000) < 4 * error
    assert np.median(drawn) == pytest.approx(10_000 / math.sqrt(5.0), rel=0.02)
