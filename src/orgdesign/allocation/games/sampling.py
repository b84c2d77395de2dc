"""The Shapley value of more players than all groups can be costed for, from sampled orders."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from orgdesign.allocation.games.coalitions import Flags
from orgdesign.model.axes import Array

CostFunction = Callable[[Flags], Array]
"""Costs of some groups, each a row of who is a member. Shapes: (groups, n) to (groups,)."""

ORDERS_AT_ONCE = 256


class Sampled(NamedTuple):
    """Amounts and the standard error of each. Unit: euros. Shapes: (n,)."""

    amounts: Array
    errors: Array


def sampled_shapley(cost: CostFunction, players: int, orders: int, seed: int) -> Sampled:
    """Return the Shapley value estimated from orders of joining, at least 2. Unit: euros.

    Formula: the mean of c(those before i, and i) - c(those before i) over random orders, and the
    standard deviation of it / sqrt(orders). The amounts sum to c(N) whatever the orders. Source:
    Castro, Gomez & Tejada 2009.
    """
    if orders < 2:
        message = "an error takes at least 2 orders"
        raise ValueError(message)
    draws = np.random.default_rng(seed)
    mean, squares, seen = np.zeros(players), np.zeros(players), 0
    while seen < orders:
        added = _added(cost, draws, players, min(ORDERS_AT_ONCE, orders - seen))
        # Joining the moments of two batches keeps them exact where errors are small.
        before, seen = seen, seen + len(added)
        step = added.mean(axis=0) - mean
        squares += ((added - added.mean(axis=0)) ** 2).sum(axis=0)
        squares += step**2 * before * len(added) / seen
        mean += step * len(added) / seen
    return Sampled(mean, np.sqrt(squares / (orders - 1) / orders))


def _added(cost: CostFunction, draws: np.random.Generator, players: int, orders: int) -> Array:
    """Return what each player adds in each order. Shape: (orders, n)."""
    place = draws.permuted(np.tile(np.arange(players), (orders, 1)), axis=1)
    joined = place[:, None, :] <= np.arange(players)[None, :, None]
    costs = cost(joined.reshape(-1, players)).reshape(orders, players)
    steps = np.diff(costs, axis=1, prepend=0.0)
    return np.take_along_axis(steps, place, axis=1)
