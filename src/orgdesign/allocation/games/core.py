"""The core and the least core as sets of allocations, found by linear programs."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from orgdesign.allocation.games.coalitions import Masks, additive, membership, without
from orgdesign.allocation.games.game import Game, zero_normalised
from orgdesign.allocation.games.lexicographic import Family, Settling
from orgdesign.allocation.games.programs import (
    FREE,
    Optimum,
    first_rows,
    least,
    with_rows_as_needed,
)
from orgdesign.model.axes import Array

SAME = 1e-9
"""How far two levels lie apart at most that count as one, in units of the game."""


class EpsilonCore(NamedTuple):
    """All x with x(N) = c(N) and x(S) <= c(S) + epsilon, in units of a normalised game.

    `tight` lists the coalitions with x(S) = c(S) + epsilon throughout, enough of them to fix
    every other such one: within the space that they leave the set has an inside.
    """

    epsilon: float
    tight: Masks

    def equalities(self, costs: Array) -> tuple[Array, Array]:
        """Return what holds throughout, x(N) = c(N) first. Shapes: (1 + k, n) and (1 + k,)."""
        players = len(costs).bit_length() - 1
        everyone = np.array([len(costs) - 1], dtype=np.int64)
        rows = membership(np.concatenate([everyone, self.tight]), players)
        return rows, np.concatenate([costs[-1:], costs[self.tight] + self.epsilon])

    def broken_by(self, costs: Array, amounts: Array) -> Array:
        """Return by how much amounts lie outside, coalition by coalition. Shape: (2**n,)."""
        excess = additive(amounts)
        excess -= costs
        excess -= self.epsilon
        excess[[0, -1]] = 0.0
        return excess


def least_core_of(costs: Array) -> EpsilonCore:
    """Return the least core of a normalised game. Source: Maschler, Peleg & Shapley 1979.

    Levels are settled for as long as they come to the same epsilon: only then is every
    coalition known that is tight throughout.
    """
    settling = Settling(costs, Family(np.ones_like(costs), bounded=False))
    if settling.span.full:
        return EpsilonCore(0.0, np.empty(0, dtype=np.int64))
    settling.settle()
    while not settling.span.full and settling.epsilons[-1] > settling.epsilons[0] - SAME:
        settling.settle()
    levels = sum(epsilon > settling.epsilons[0] - SAME for epsilon in settling.epsilons)
    found = settling.structure(levels)
    _, epsilons = found.solved(costs, np.ones_like(costs))
    return EpsilonCore(float(epsilons[0]), found.coalitions)


def core_of(costs: Array) -> EpsilonCore | None:
    """Return the core of a normalised game, None where it is empty."""
    return core_from(least_core_of(costs))


def core_from(smallest: EpsilonCore) -> EpsilonCore | None:
    """Return the core of the game that has this least core, None where it is empty."""
    if smallest.epsilon > SAME:
        return None
    if smallest.epsilon > -SAME:
        return smallest
    return EpsilonCore(0.0, np.empty(0, dtype=np.int64))


def least_core_level(game: Game) -> float:
    """Return the least eps for which some x has x(S) <= c(S) + eps for all groups. Unit: euros.

    Above 0 the core is empty and eps is what each group must give way at least; below 0 it is
    how much better off every group is at least. 0 for one player.
    """
    normal = zero_normalised(game.costs)
    return float(least_core_of(normal.costs).epsilon * normal.unit)


def cost_of_stability(game: Game) -> float:
    """Return the least subsidy that makes the core not empty, 0 where it is not. Unit: euros.

    Formula: c(N) - max of sum of x subject to x(S) <= c(S). Source: Bachrach et al. 2009.
    """
    normal = zero_normalised(game.costs)
    costs, players = normal.costs, game.size
    nothing = np.empty((0, players))

    def solve(rows: Masks) -> Optimum:
        limits = costs[rows]
        return least(
            -np.ones(players), membership(rows, players), limits, nothing, np.empty(0),
            [FREE] * players,
        )  # fmt: skip

    def broken_by(optimum: Optimum) -> Array:
        return additive(optimum.point) - costs

    rows = np.append(first_rows(players), without(np.zeros(1, dtype=np.int64), players))
    found, _ = with_rows_as_needed(solve, broken_by, rows, players)
    return float(max(0.0, costs[-1] - found.point.sum()) * normal.unit)
