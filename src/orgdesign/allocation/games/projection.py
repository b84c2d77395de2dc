"""The point of the core, or of the least core, that is nearest to an allocation."""

from __future__ import annotations

import numpy as np

from orgdesign.allocation.games.coalitions import Masks, membership
from orgdesign.allocation.games.core import EpsilonCore
from orgdesign.allocation.games.programs import InfeasibleError, first_rows, with_rows_as_needed
from orgdesign.model.axes import Array


def nearest(costs: Array, allowed: EpsilonCore, start: Array) -> Array:
    """Return the point of a set that is nearest to a start in least squares. Shape: (n,).

    In units of a normalised game. The equalities are taken out first: the start moves onto
    them, and from there only within them.
    """
    players = len(start)
    rows, limits = allowed.equalities(costs)
    base = start + np.linalg.pinv(rows) @ (limits - rows @ start)
    _, sizes, directions = np.linalg.svd(rows)
    free = directions[int((sizes > 1e-9 * sizes[0]).sum()) :].T

    def solve(coalitions: Masks) -> Array:
        asked = membership(coalitions, players)
        room = costs[coalitions] + allowed.epsilon - asked @ base
        along = asked @ free
        moving = (along**2).sum(axis=1) > 1e-9
        return np.asarray(base + free @ least_move(along[moving], room[moving]))

    def broken_by(point: Array) -> Array:
        return allowed.broken_by(costs, point)

    return with_rows_as_needed(solve, broken_by, first_rows(players), players)[0]


def least_move(rows: Array, room: Array) -> Array:
    """Return the shortest z with rows z <= room. Shape: (k,).

    Raises InfeasibleError where there is none, and where so little room is left that rounding
    hides it.

    Least-distance programming: with E = [-rows.T; -room] and f = (0, ..., 0, 1), the rest r of
    the non-negative least-squares problem E u = f gives z = r / -r_last. The rows with u > 0
    bind; the shortest move that meets just those is exact to rounding. Source: Lawson & Hanson
    1974, chapter 23.
    """
    from scipy.optimize import nnls

    furthest = max(0.0, -room.min(initial=0.0))
    if furthest == 0:
        return np.zeros(rows.shape[1])
    within = room / furthest
    columns = -np.vstack([rows.T, within])
    target = np.append(np.zeros(rows.shape[1]), 1.0)
    try:
        prices, _ = nnls(columns, target, maxiter=100 * len(room) + 100)
    except RuntimeError as fault:
        raise InfeasibleError(str(fault)) from fault
    rest = columns @ prices - target
    if rest[-1] > -1e-10:
        message = "rows contradict each other"
        raise InfeasibleError(message)
    binding = prices > 0
    exact = np.linalg.pinv(rows[binding]) @ within[binding]
    for move, accuracy in ((exact, 1e-10), (rest[:-1] / -rest[-1], 1e-7)):
        if (rows @ move <= within + accuracy).all():
            return np.asarray(move * furthest)
    message = "too little room for the accuracy of numbers"
    raise InfeasibleError(message)
