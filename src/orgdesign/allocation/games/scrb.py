"""Separable costs, remaining benefits: the method of water projects since the 1950s."""

from __future__ import annotations

from orgdesign.allocation.games.game import Game
from orgdesign.allocation.games.method import Allocation, undefined


def scrb(game: Game) -> Allocation:
    """Return separable costs with the rest shared by remaining benefits. Unit: euros.

    Formula: x_i = m_i + (c(N) - sum of m) x (c_i - m_i) / sum of (c - m), with the stand-alone
    cost for the benefit, which makes it the alternative cost avoided method (ACA). Undefined
    where a benefit is negative, where separable costs exceed c(N), or where nobody has a
    benefit and there is a rest. Source: Inter-Agency Committee on Water Resources 1958; Young
    1994.
    """
    within = 1e-12 * game.scale * game.size
    benefits = game.stand_alone - game.separable
    rest = game.total - game.separable.sum()
    if benefits.min() < -within:
        return undefined("separable_above_alone")
    if rest < -within:
        return undefined("separable_above_total")
    if benefits.sum() <= within:
        return undefined("no_benefit") if rest > within else Allocation(game.separable)
    amounts = game.separable + rest * (benefits / benefits.sum())
    more = game.total > game.stand_alone.sum() + within
    return Allocation(amounts, remarks=("costs_more_together",) if more else ())
