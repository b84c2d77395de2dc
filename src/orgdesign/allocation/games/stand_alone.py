"""In proportion to what everyone would pay alone."""

from __future__ import annotations

from orgdesign.allocation.games.game import Game
from orgdesign.allocation.games.method import Allocation, undefined


def stand_alone(game: Game) -> Allocation:
    """Return amounts in proportion to stand-alone costs. Unit: euros.

    Formula: x_i = c(N) x c_i / sum of c. Undefined where the stand-alone costs sum to 0.
    Source: Moriarity 1975.
    """
    whole = game.stand_alone.sum()
    if abs(whole) <= 1e-12 * game.scale:
        return undefined("zero_total")
    return Allocation(game.total * (game.stand_alone / whole))
