"""The four axes of every figure, and what formulas do along them.

Every figure is an array over (municipality, job, year, case) with length 1 along an axis on
which it does not vary. The second axis also holds tasks, systems, scales, budgets, measures
and amounts, where a figure is about those.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

MUNICIPALITY, JOB, YEAR, CASE = 0, 1, 2, 3


def over(array: Array, *axes: int) -> Array:
    """Return the sum along axes, kept with length 1."""
    total: Array = array.sum(axis=axes, keepdims=True)
    return total


def half_up(array: Array) -> Array:
    """Return whole numbers, halves rounded up."""
    return np.floor(array + 0.5)


def excess(more: Array, less: Array) -> Array:
    """Return how far one figure lies above another, 0 where it does not.

    What rounding leaves of two figures that are equal on paper counts as nothing.
    """
    above = more - less
    return np.where(above > 1e-12 * np.abs(less), above, 0.0)


def ratio(part: Array, whole: Array, otherwise: Array | float) -> Array:
    """Return part / whole, and `otherwise` where whole is 0."""
    empty = whole == 0
    return np.where(empty, otherwise, part / np.where(empty, 1.0, whole))


def along(profile: Array, k: Array, after: Literal["hold", "zero"] = "hold") -> Array:
    """Return a profile's value in year k after its start: 0 before it.

    `profile` lists its values along the year axis; `k` has the years counted from the start.
    After its end a profile holds its last value or 0.
    """
    length = profile.shape[YEAR]
    cases = max(profile.shape[CASE], k.shape[CASE])
    position = np.clip(k, 0, length - 1).astype(np.intp)
    shape = (*profile.shape[:YEAR], position.shape[YEAR], cases)
    values = np.take_along_axis(
        np.broadcast_to(profile, (*profile.shape[:CASE], cases)),
        np.broadcast_to(position, shape),
        axis=YEAR,
    )
    inside = (k >= 0) & (k < length) if after == "zero" else k >= 0
    return values * inside
