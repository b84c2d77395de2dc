"""The Shapley value: everyone pays what it adds, averaged over all orders of joining."""

from __future__ import annotations

from functools import lru_cache
from math import factorial

import numpy as np

from orgdesign.allocation.games.coalitions import sizes
from orgdesign.allocation.games.game import Game
from orgdesign.allocation.games.method import Allocation
from orgdesign.model.axes import Array


def shapley(game: Game) -> Allocation:
    """Return the Shapley value. Unit: euros.

    Formula: phi_i = sum over S with i of (s-1)! (n-s)! / n! (c(S) - c(S without i)).
    Source: Shapley 1953.
    """
    return Allocation(shapley_amounts(game.costs))


def shapley_amounts(costs: Array) -> Array:
    """Return the Shapley value of a game, or of one a column. Shapes: (2**n, ...) to (n, ...).

    Formula: phi_i = sum over S with i of g(S) - w_out . c, where g = (w_in + w_out) c, w_in =
    (s-1)! (n-s)! / n! and w_out = s! (n-s-1)! / n!. The sums over S with i come from folding
    the highest player away, n times.
    """
    players = len(costs).bit_length() - 1
    both, out = order_weights(players)
    folded = both.reshape(-1, *(1,) * (costs.ndim - 1)) * costs
    amounts = np.empty((players, *costs.shape[1:]))
    for player in reversed(range(players)):
        half = len(folded) // 2
        folded[half:].sum(axis=0, out=amounts[player, ...])
        folded = folded[:half] + folded[half:]
    amounts -= out @ costs
    return amounts


@lru_cache(maxsize=4)
def order_weights(players: int) -> tuple[Array, Array]:
    """Return w_in + w_out and w_out of every coalition, read-only. Shape: (2**n,) each.

    w_in is the part of all orders in which a member comes last in S, w_out the part in which
    an outsider comes right after S.
    """
    whole = factorial(players)
    joins = [factorial(s - 1) * factorial(players - s) / whole for s in range(1, players + 1)]
    members = sizes(players).astype(np.intp)
    w_in, w_out = np.array([0.0, *joins])[members], np.array([*joins, 0.0])[members]
    both = w_in + w_out
    for weights in (both, w_out):
        weights.setflags(write=False)
    return both, w_out
