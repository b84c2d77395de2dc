"""The same saving for everyone."""

from __future__ import annotations

from orgdesign.allocation.games.game import Game
from orgdesign.allocation.games.method import Allocation


def equal_saving(game: Game) -> Allocation:
    """Return what leaves everyone the same saving. Unit: euros.

    Formula: x_i = c_i - (sum of c - c(N)) / n. Source: Young 1994, equal sharing of the surplus.
    """
    return Allocation(game.stand_alone - (game.stand_alone.sum() - game.total) / game.size)
