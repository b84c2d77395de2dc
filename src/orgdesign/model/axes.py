"""The four axes of every figure, and what formulas do along them.

Every figure is an array over (municipality, job, year, case) with length 1 along an axis on
which it does not vary. The second axis also holds tasks, systems, scales, budgets, measures
and amounts, where a figure is about those.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

MUNICIPALITY, JOB, YEAR, CASE = 0, 1, 2, 3


class Product:
    """Figures multiplied, its factors kept apart until it is added up or looked into.

    A sum over jobs of posts by municipality x growth by year and case is then a product of two
    small matrices, and the array over all four axes is never made.
    """

    __slots__ = ("_whole", "factors")
    __array_ufunc__ = None  # numpy leaves `array * product` to the product
    ndim = 4

    def __init__(self, *factors: Array) -> None:
        self.factors = factors
        self._whole: Array | None = None

    def __mul__(self, other: Array | Product) -> Product:
        """Return the product with another figure."""
        return Product(*self.factors, *(other.factors if isinstance(other, Product) else (other,)))

    __rmul__ = __mul__

    @property
    def shape(self) -> tuple[int, ...]:
        """The length of each axis."""
        return np.broadcast_shapes(*(factor.shape for factor in self.factors))

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> Array:
        """Return the product as one array."""
        if self._whole is None:
            self._whole = math.prod(self.factors[1:], start=self.factors[0])
        return self._whole

    def over(self, *axes: int) -> Array:
        """Return the sum along axes, kept with length 1."""
        factors = self.factors
        for axis in axes:
            summed = _summed([each for each in factors if each.shape[axis] != 1], axis)
            factors = (*summed, *(each for each in factors if each.shape[axis] == 1))
        return math.prod(factors[1:], start=factors[0])


def _summed(factors: Sequence[Array], axis: int) -> tuple[Array, ...]:
    """Return the sum along an axis of the product of figures that all vary on it."""
    fixed = [each for each in factors if each.shape[CASE] == 1]
    drawn = [each for each in factors if each.shape[CASE] > 1]
    parts = [math.prod(each[1:], start=each[0]) for each in (fixed, drawn) if each]
    other = JOB if axis == MUNICIPALITY else MUNICIPALITY
    if len(parts) == 2 and axis in (MUNICIPALITY, JOB) and parts[1].shape[other] == 1:
        return (_matrix_product(parts[0], parts[1], axis),)
    return (over(math.prod(parts[1:], start=parts[0]), axis),) if parts else ()


def _matrix_product(fixed: Array, drawn: Array, axis: int) -> Array:
    """Return the sum over one of the first two axes of a figure without cases x one with cases.

    `fixed` has shape (municipality, job, year or 1, 1); `drawn` varies on `axis` of the first
    two alone. Year by year it is a product of matrices.
    """
    weights = fixed[..., 0].transpose((2, 0, 1) if axis == JOB else (2, 1, 0))
    rows = drawn[0] if axis == JOB else drawn[:, 0]
    if weights.shape[0] == 1:
        total = (weights[0] @ rows.reshape(rows.shape[0], -1)).reshape(-1, *rows.shape[1:])
    else:
        total = (weights @ rows.transpose(1, 0, 2)).transpose(1, 0, 2)
    return np.expand_dims(total, axis)


def over(figure: Array | Product, *axes: int) -> Array:
    """Return the sum along axes, kept with length 1."""
    if isinstance(figure, Product):
        return figure.over(*axes)
    total: Array = figure.sum(axis=axes, keepdims=True)
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
    inside = (k >= 0) & (k < length) if after == "zero" else k >= 0
    if k.size == k.shape[YEAR]:
        positions = np.minimum(np.maximum(k.ravel(), 0), length - 1).astype(np.intp)
        return profile[:, :, positions] * inside
    position = np.clip(k, 0, length - 1).astype(np.intp)
    places, items, years, cases = np.broadcast_shapes(profile[:, :, :1].shape, position.shape)
    values = np.take_along_axis(
        np.broadcast_to(profile, (places, items, length, cases)),
        np.broadcast_to(position, (places, items, years, cases)),
        axis=YEAR,
    )
    return values * inside
