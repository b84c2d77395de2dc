"""The smallest change that brings an allocation into the core."""

from __future__ import annotations

from orgdesign.allocation.games.core import core_of
from orgdesign.allocation.games.game import Game, zero_normalised
from orgdesign.allocation.games.projection import nearest
from orgdesign.model.axes import Array


def smallest_change(game: Game, amounts: Array) -> Array | None:
    """Return the allocation in the core nearest to given amounts; None where it is empty.

    Unit: euros. Formula: min of sum of (x_i - a_i)^2 subject to x(N) = c(N), x(S) <= c(S).
    Shape: (n,).
    """
    normal = zero_normalised(game.costs)
    core = core_of(normal.costs)
    if core is None:
        return None
    point = nearest(normal.costs, core, (amounts - normal.alone) / normal.unit)
    return normal.restored(point)
