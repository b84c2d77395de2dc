"""What a year costs: a Poisson number of clients, each with a cost of their own."""

from __future__ import annotations

import math

import numpy as np

from orgdesign.model.axes import Array
from orgdesign.risk.cost_of_a_client import CostOfAClient

AT_ONCE = 2_000_000
"""Clients that are drawn at a time, so that memory stays small."""


def variance(clients: float, cost: CostOfAClient) -> float:
    """Return the variance of a year's cost. Unit: euros squared.

    Formula: clients x E[X^2], of a compound Poisson sum. Source: Loss Models, chapter 9.
    """
    return clients * cost.moment(2)


def skewness(clients: float, cost: CostOfAClient) -> float:
    """Return the skewness of a year's cost. Formula: E[X^3] / (sqrt(clients) x E[X^2]^1.5)."""
    return cost.moment(3) / (math.sqrt(clients) * math.pow(cost.moment(2), 1.5))


def split_variance(clients: float, cost: CostOfAClient, heavy_from: float) -> tuple[float, float]:
    """Return the variance of light and of heavy care. Unit: euros squared.

    Heavy are clients who cost `heavy_from` or more. A Poisson number splits into two that are
    independent, so that both are compound Poisson sums and their variances add up.
    """
    heavy = clients * cost.moment_above(2, heavy_from)
    return variance(clients, cost) - heavy, heavy


def simulated(
    clients: float, cost: CostOfAClient, draws: int, generator: np.random.Generator
) -> Array:
    """Return the cost of drawn years, shape (draws,). Unit: euros."""
    counts = generator.poisson(clients, draws)
    years = max(1, int(AT_ONCE / max(1.0, clients)))
    parts = [_summed(counts[at : at + years], cost, generator) for at in range(0, draws, years)]
    return np.concatenate(parts)


def _summed(counts: np.ndarray, cost: CostOfAClient, generator: np.random.Generator) -> Array:
    """Return for each year the sum over its clients."""
    ends = np.cumsum(counts)
    running = np.concatenate([[0.0], np.cumsum(cost.drawn(int(counts.sum()), generator))])
    return np.asarray(running[ends] - running[ends - counts])
