"""One point of the least core."""

from __future__ import annotations

import numpy as np

from orgdesign.allocation.games.core import SAME, least_core_of
from orgdesign.allocation.games.game import Game, zero_normalised
from orgdesign.allocation.games.method import Allocation, Remark, undefined
from orgdesign.allocation.games.programs import InfeasibleError
from orgdesign.allocation.games.projection import nearest
from orgdesign.allocation.games.stand_alone import stand_alone


def least_core(game: Game) -> Allocation:
    """Return the point of the least core nearest to costs in proportion to staying alone.

    Unit: euros. Formula: min of sum of (x_i - p_i)^2 among all x whose largest excess is least,
    with p_i = c(N) c_i / sum of c; where those sum to 0, from equal parts of c(N). The least
    core is often more than one point and does not say which; this one is the same however the
    players are named. Source of the set: Maschler, Peleg & Shapley 1979.
    """
    start = stand_alone(game).amounts
    remarks: tuple[Remark, ...] = () if start is not None else ("nearest_to_equal",)
    if start is None:
        start = np.full(game.size, game.total / game.size)
    normal = zero_normalised(game.costs)
    try:
        smallest = least_core_of(normal.costs)
        point = nearest(normal.costs, smallest, (start - normal.alone) / normal.unit)
    except InfeasibleError:
        return undefined("not_solved")
    if smallest.epsilon > SAME:
        remarks = (*remarks, "core_empty")
    return Allocation(normal.restored(point), remarks=remarks)
