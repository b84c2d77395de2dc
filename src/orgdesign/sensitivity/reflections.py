"""Which way the reflections of a QR turn each column, known from the columns alone.

Source: Ballard et al. (2014), Reconstructing Householder vectors from tall-skinny QR.
"""

from __future__ import annotations

import numpy as np
from scipy.linalg import solve_triangular

from orgdesign.model.result import Array

FEW = 64
"""Columns that are done one by one, and not by halves."""


def reflected(square: Array) -> Array:
    """Return the sign of each diagonal of R that a QR by reflections gives, (column,).

    From the first rows of columns at right angles, as many as there are columns. A QR whose R is
    made otherwise has the same R but for these.
    """
    return _eliminated(square.copy())


def _eliminated(left: Array) -> Array:
    """Return the signs of some columns, which are made their lower and upper part in place."""
    if len(left) <= FEW:
        return _one_by_one(left)
    half = len(left) // 2
    block, above, beside, rest = (
        left[:half, :half], left[:half, half:], left[half:, :half], left[half:, half:]
    )  # fmt: skip
    signs = _eliminated(block)
    above[:] = solve_triangular(block, above, lower=True, unit_diagonal=True, check_finite=False)
    beside[:] = solve_triangular(block, beside.T, trans="T", check_finite=False).T
    rest -= beside @ above
    return np.concatenate([signs, _eliminated(rest)])


def _one_by_one(left: Array) -> Array:
    signs = np.empty(len(left))
    for at in range(len(left)):
        signs[at] = -1.0 if left[at, at] >= 0.0 else 1.0
        left[at, at] -= signs[at]
        left[at + 1 :, at] /= left[at, at]
        left[at + 1 :, at + 1 :] -= np.outer(left[at + 1 :, at], left[at, at + 1 :])
    return signs
