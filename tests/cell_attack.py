"""Somebody who works out what is masked: the least and largest value of a cell, by HiGHS.

Written apart from the code: it sees only what is printed, and puts the sums as rows of its own.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog
from scipy.sparse.csgraph import connected_components

K = TypeVar("K", bound=Hashable)
MOST = 1e4
"""More fte than anybody has."""


def bounds(
    printed: Mapping[K, float | None],
    sums: Sequence[tuple[K, Sequence[K]]],
    enough: float = np.inf,
) -> dict[K, tuple[float, float]]:
    """Return the least and largest value of every cell that is not printed (None).

    Where tables that fit the print have shown a cell to range over `enough`, it is left at that.
    """
    unknown = [key for key, value in printed.items() if value is None]
    at = {key: position for position, key in enumerate(unknown)}
    found = [row for row in (_equation(printed, at, *total) for total in sums) if row[0]]
    rows = np.zeros((len(found), len(unknown)))
    for position, (row, _) in enumerate(found):
        for column, factor in row.items():
            rows[position, column] = factor
    right = np.array([amount for _, amount in found])
    low, high = np.full(len(unknown), np.inf), np.full(len(unknown), -np.inf)
    for group in _groups(rows):
        used = np.flatnonzero(np.abs(rows[:, group]).sum(axis=1))
        low[group], high[group] = _ranges(rows[used][:, group], right[used], enough)
    return {key: (low[position], high[position]) for key, position in at.items()}


def _groups(rows: NDArray[np.float64]) -> list[NDArray[np.intp]]:
    """Return the unknown cells that hang together by equations, group by group."""
    _, label = connected_components(rows.T @ rows != 0, directed=False)
    return [np.flatnonzero(label == each) for each in np.unique(label)]


def _ranges(
    rows: NDArray[np.float64], right: NDArray[np.float64], enough: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the least and largest value of each cell of a group."""
    number = rows.shape[1]
    low, high = np.full(number, np.inf), np.full(number, -np.inf)
    for position in range(number):
        for sign in (1.0, -1.0):
            if high[position] - low[position] >= enough:
                continue
            cost = np.zeros(number)
            cost[position] = sign
            solved = linprog(cost, A_eq=rows, b_eq=right, bounds=(0, MOST))
            assert solved.status == 0, solved.message
            low, high = np.minimum(low, solved.x), np.maximum(high, solved.x)
    return low, high


def _equation(
    printed: Mapping[K, float | None], at: Mapping[K, int], whole: K, parts: Sequence[K]
) -> tuple[dict[int, float], float]:
    """Return what is unknown of a sum, with its sign, and what that comes to."""
    row = {at[key]: 1.0 for key in parts if key in at}
    row |= {at[whole]: -1.0} if whole in at else {}
    return row, (printed[whole] or 0.0) - sum(printed[part] or 0.0 for part in parts)
