"""The smallest change that brings an allocation into the core."""

from __future__ import annotations

import numpy as np

from orgdesign.allocation.games.coalitions import Masks, membership
from orgdesign.allocation.games.core import EpsilonCore, core_of
from orgdesign.allocation.games.game import Game, zero_normalised
from orgdesign.allocation.games.programs import (
    Optimum,
    first_rows,
    least,
    with_rows_as_needed,
)
from orgdesign.allocation.games.projection import nearest
from orgdesign.model.axes import Array


def smallest_change(game: Game, amounts: Array) -> Array | None:
    """Return the allocation in the core nearest to given amounts; None where it is empty.

    Unit: euros. Formula: min of sum of (x_i - a_i)^2 subject to x(N) = c(N), x(S) <= c(S): many
    small changes. Shape: (n,).
    """
    normal = zero_normalised(game.costs)
    core = core_of(normal.costs)
    if core is None:
        return None
    point = nearest(normal.costs, core, (amounts - normal.alone) / normal.unit)
    return normal.restored(point)


def fewest_euros_moved(game: Game, amounts: Array) -> Array | None:
    """Return an allocation in the core with as little money moved as can be; None where empty.

    Unit: euros. Formula: min of sum of |x_i - a_i| subject to x(N) = c(N), x(S) <= c(S): few
    changes, and one of the ways to make them where there are several. Shape: (n,).
    """
    normal = zero_normalised(game.costs)
    core = core_of(normal.costs)
    if core is None:
        return None
    start = (amounts - normal.alone) / normal.unit
    return normal.restored(start + _least_moved(normal.costs, core, start))


def _least_moved(costs: Array, core: EpsilonCore, start: Array) -> Array:
    """Return up less down, each 0 or more, with the least sum of both."""
    players = len(start)
    equal, limits = core.equalities(costs)

    def both(rows: Array) -> Array:
        return np.hstack([rows, -rows])

    def solve(rows: Masks) -> Optimum:
        asked = membership(rows, players)
        room = costs[rows] + core.epsilon - asked @ start
        return least(
            np.ones(2 * players), both(asked), room, both(equal), limits - equal @ start,
            [(0.0, None)] * (2 * players),
        )  # fmt: skip

    def broken_by(optimum: Optimum) -> Array:
        up, down = optimum.point[:players], optimum.point[players:]
        return core.broken_by(costs, start + up - down)

    found, _ = with_rows_as_needed(solve, broken_by, first_rows(players), players)
    return found.point[:players] - found.point[players:]
