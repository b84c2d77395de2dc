"""Linear programs over allocations, with only those of the 2**n group rows that matter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

import numpy as np

from orgdesign.allocation.games.coalitions import Masks, singles, without
from orgdesign.model.axes import Array

Point = TypeVar("Point")

CUT = 1e-9
"""How far a row may be broken, in units of the game, before it joins the program."""

FREE = (None, None)
"""The bounds of a variable that has none; left out, scipy would bound it below by 0."""


class InfeasibleError(ValueError):
    """No allocation meets what is asked."""


class Optimum(NamedTuple):
    """A vertex of least cost, and the price of every row and upper bound there, never below 0."""

    point: Array
    row_prices: Array
    bound_prices: Array


def least(
    objective: Array,
    rows: Array,
    limits: Array,
    equal_rows: Array,
    equal_limits: Array,
    bounds: Sequence[tuple[float | None, float | None]],
) -> Optimum:
    """Return the minimum of a linear program; raises InfeasibleError where it has none.

    Formula: min objective . x subject to rows x <= limits, equal_rows x = equal_limits and the
    bounds. The dual simplex method ends in a vertex, so that the prices are a basic solution.
    """
    from scipy.optimize import linprog

    accuracy = {"primal_feasibility_tolerance": 1e-10, "dual_feasibility_tolerance": 1e-10}
    found = linprog(
        objective, rows, limits, equal_rows, equal_limits, bounds, "highs-ds", options=accuracy
    )
    if found.status != 0:
        raise InfeasibleError(found.message)
    return Optimum(found.x, -found.ineqlin.marginals, -found.upper.marginals)


def with_rows_as_needed(
    solve: Callable[[Masks], Point],
    broken_by: Callable[[Point], Array],
    rows: Masks,
    players: int,
) -> tuple[Point, Masks]:
    """Return the solution of a program over all coalitions, and the rows that it took.

    `solve` knows some coalitions only; `broken_by` says for all of them by how much the
    solution breaks their row, shape (2**n,), in units of the game. The 2 n worst join until
    none is left.
    """
    while True:
        point = solve(rows)
        added = np.setdiff1d(_worst(broken_by(point), 2 * players), rows, assume_unique=True)
        if not len(added):
            return point, rows
        rows = np.concatenate([rows, added])


def first_rows(players: int) -> Masks:
    """Return the coalitions to begin with: all of few players, else one and all but one.

    Every player alone and its complement bound any program whose players are not yet settled.
    """
    if players <= 5:
        return np.arange(1, (1 << players) - 1, dtype=np.int64)
    alone = singles(players)
    return np.concatenate([alone, without(alone, players)])


def _worst(broken: Array, most: int) -> Masks:
    found = np.flatnonzero(broken > CUT)
    if len(found) > most:
        found = found[np.argpartition(broken[found], -most)[-most:]]
    return found.astype(np.int64)
