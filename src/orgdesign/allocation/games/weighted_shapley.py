"""The weighted Shapley value: what a group adds falls on its members by their weights."""

from __future__ import annotations

import numpy as np

from orgdesign.allocation.games.coalitions import additive
from orgdesign.allocation.games.game import Game
from orgdesign.allocation.games.method import Allocation, undefined
from orgdesign.model.axes import Array


def weighted_shapley(game: Game) -> Allocation:
    """Return the weighted Shapley value; undefined unless all weights are above 0. Unit: euros.

    Formula: phi_i = w_i x sum over S with i of dividend(S) / w(S). Without weights of the game
    they are equal, and it is the Shapley value. Source: Shapley 1953; Kalai & Samet 1987.
    """
    weights = np.ones(game.size) if game.weights is None else game.weights
    if not (np.isfinite(weights).all() and weights.min() > 0):
        return undefined("weights_not_positive")
    parts = dividends(game.costs)
    parts[1:] /= additive(weights)[1:]
    amounts = weights * _sums_with(parts, game.size)
    return Allocation(amounts, remarks=("equal_weights",) if game.weights is None else ())


def dividends(costs: Array) -> Array:
    """Return the Harsanyi dividends. Unit: euros. Shape: (2**n,).

    Formula: dividend(S) = c(S) - sum of the dividends of the smaller groups within S.
    """
    left = costs.copy()
    for player in range(len(costs).bit_length() - 1):
        pairs = left.reshape(-1, 2, 1 << player)
        pairs[:, 1] -= pairs[:, 0]
    return left


def _sums_with(figures: Array, players: int) -> Array:
    """Return for each player the sum of a figure over the coalitions with it."""
    return np.array([figures.reshape(-1, 2, 1 << player)[:, 1].sum() for player in range(players)])
