"""The tau value: between the least anyone may owe and the most, at one and the same point."""

from __future__ import annotations

import numpy as np

from orgdesign.allocation.games.coalitions import additive
from orgdesign.allocation.games.game import Game
from orgdesign.allocation.games.method import Allocation, undefined
from orgdesign.model.axes import Array


def tau(game: Game) -> Allocation:
    """Return the tau value; undefined unless the game is quasi-balanced. Unit: euros.

    Formula: x_i = m_i + g(N) lam_i / sum of lam, with the gap g(S) = c(S) - m(S) and lam_i the
    smallest gap of a group with i; quasi-balanced where g >= 0 and sum of lam >= g(N).
    Source: Tijs 1981; Driessen & Tijs 1985.
    """
    within = 1e-12 * game.scale * game.size
    gaps = game.costs - additive(game.separable)
    rest = gaps[-1]
    if gaps.min() < -within:
        return undefined("not_quasi_balanced")
    concessions = np.maximum(_least_with(gaps, game.size), 0.0)
    if concessions.sum() < rest - within:
        return undefined("not_quasi_balanced")
    if concessions.sum() <= within:
        return Allocation(game.separable + rest / game.size)
    return Allocation(game.separable + rest * (concessions / concessions.sum()))


def _least_with(figures: Array, players: int) -> Array:
    """Return for each player the least of a figure over the coalitions with it."""
    return np.array([figures.reshape(-1, 2, 1 << player)[:, 1].min() for player in range(players)])
