"""The Gately point: everyone has the same propensity to disrupt."""

from __future__ import annotations

from orgdesign.allocation.games.game import Game
from orgdesign.allocation.games.method import Allocation, undefined


def gately(game: Game) -> Allocation:
    """Return what gives everyone the same propensity to disrupt the savings game. Unit: euros.

    Formula: x_i = c_i - y_i with d_i = (y(N without i) - v(N without i)) / y_i = d for all, so
    that y_i = M_i / (1 + d), M_i = v(N) - v(N without i) and 1 + d = sum of M / v(N). Undefined
    unless M >= 0 and 0 <= v(N) <= sum of M. Source: Gately 1974; Staudacher & Anwander 2019.
    """
    within = 1e-12 * game.scale * game.size
    saved = game.savings[-1]
    losses = game.stand_alone - game.separable
    if losses.min() < -within:
        return undefined("separable_above_alone")
    if saved < -within:
        return undefined("no_savings")
    if saved > losses.sum() + within:
        return undefined("no_benefit" if losses.sum() <= within else "separable_above_total")
    if saved <= within:
        return Allocation(game.stand_alone - saved / game.size)
    disruption = losses.sum() / saved - 1.0
    return Allocation(game.stand_alone - losses / (1.0 + disruption))
