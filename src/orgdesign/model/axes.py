"""The four axes of every figure, and what formulas do along them.

Every figure is an array over (municipality, job, year, case) with length 1 along an axis on
which it does not vary. The second axis also holds tasks, systems, scales, budgets, measures
and amounts, where a figure is about those.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
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

    __slots__ = ("_sums", "_whole", "factors")
    __array_ufunc__ = None  # numpy leaves `array * product` to the product
    ndim = 4

    def __init__(self, *factors: Array) -> None:
        self.factors = factors
        self._whole: Array | None = None
        self._sums: dict[tuple[int, ...], Array] = {}

    def __sub__(self, other: Product) -> Difference:
        """Return what is left without another product."""
        return Difference(self, other)

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
            self._whole = _multiplied(self.factors)
        return self._whole

    def over(self, *axes: int) -> Array:
        """Return the sum along axes, kept with length 1; what asks for it again gets the same."""
        if axes not in self._sums:
            self._sums[axes] = self._over(axes)
        return self._sums[axes]

    def _over(self, axes: tuple[int, ...]) -> Array:
        factors = self.factors
        for axis in axes:
            summed = _summed([each for each in factors if each.shape[axis] != 1], axis)
            factors = (*summed, *(each for each in factors if each.shape[axis] == 1))
        return _multiplied(factors)


class Difference:
    """A product less another, kept apart as long as they are."""

    __slots__ = ("_array", "less", "whole")
    __array_ufunc__ = None
    ndim = 4

    def __init__(self, whole: Product, less: Product) -> None:
        self.whole = whole
        self.less = less
        self._array: Array | None = None

    def __mul__(self, other: Array) -> Difference:
        """Return the difference times another figure."""
        return Difference(self.whole * other, self.less * other)

    __rmul__ = __mul__

    @property
    def shape(self) -> tuple[int, ...]:
        """The length of each axis."""
        return np.broadcast_shapes(self.whole.shape, self.less.shape)

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> Array:
        """Return the difference as one array; what asks for it again gets the same."""
        if self._array is None:
            self._array = np.asarray(self.whole) - np.asarray(self.less)
        return self._array

    def over(self, *axes: int) -> Array:
        """Return the sum along axes, kept with length 1."""
        return self._sum(self.whole, axes) - self._sum(self.less, axes)

    def _sum(self, part: Product, axes: tuple[int, ...]) -> Array:
        """Return the sum of one part; it counts wherever the other one varies."""
        times = math.prod(self.shape[axis] for axis in axes if part.shape[axis] == 1)
        return part.over(*axes) if times == 1 else part.over(*axes) * times


def _summed(factors: Sequence[Array], axis: int) -> tuple[Array, ...]:
    """Return the sum along an axis of the product of figures that all vary on it.

    Those that vary by case, or where none does those that do not vary on the other of the first
    two axes, meet the rest in a product of matrices.
    """
    other = JOB if axis == MUNICIPALITY else MUNICIPALITY
    drawn = [each for each in factors if each.shape[CASE] > 1]
    apart = drawn or [each for each in factors if each.shape[other] == 1]
    rest = [each for each in factors if not any(each is one for one in apart)]
    matrices = axis in (MUNICIPALITY, JOB) and all(each.shape[other] == 1 for each in apart)
    if matrices and rest and apart:
        return (_matrix_product(_multiplied(rest), _multiplied(apart), axis),)
    return (over(_multiplied((*rest, *apart)), axis),) if factors else ()


def _multiplied(factors: Sequence[Array]) -> Array:
    """Return the product of one figure or more as one array, the small ones first."""
    first, *others = sorted(_by_shape(factors), key=_size)
    return math.prod(others, start=first)


def _by_shape(factors: Iterable[Array]) -> Iterable[Array]:
    """Return factors with the same product, one of each shape."""
    found: dict[tuple[int, ...], Array] = {}
    for each in factors:
        shape = each.shape
        found[shape] = found[shape] * each if shape in found else each
    return found.values()


def _size(figure: Array) -> int:
    return figure.size


def _matrix_product(fixed: Array, moving: Array, axis: int) -> Array:
    """Return the sum over one of the first two axes of a figure without cases x another.

    `fixed` has shape (municipality, job, year or 1, 1); `moving` varies on `axis` of the first
    two alone. Year by year it is a product of matrices, which must lie in one piece to be quick.
    """
    weights = fixed[..., 0].transpose((2, 0, 1) if axis == JOB else (2, 1, 0))
    rows = moving[0] if axis == JOB else moving[:, 0]
    if weights.shape[0] == 1:
        flat = rows.reshape(rows.shape[0], rows.shape[1] * rows.shape[2])
        total = (weights[0] @ flat).reshape(weights.shape[1], *rows.shape[1:])
    else:
        by_year = np.ascontiguousarray(weights) @ rows.transpose(1, 0, 2)
        total = by_year.transpose(1, 0, 2)
    whole: Array = total[:, None] if axis == JOB else total[None]
    return whole


def over(figure: Array | Product | Difference, *axes: int) -> Array:
    """Return the sum along axes, kept with length 1."""
    if isinstance(figure, Product | Difference):
        return figure.over(*axes)
    return np.asarray(np.add.reduce(figure, axis=axes, keepdims=True))


def by_place_and_year(amounts: Array, places: int, years: int) -> Array:
    """Return a line of the bill by (municipality, year, case or 1), however little it varies."""
    shape = (places, 1, years, amounts.shape[CASE])
    whole = amounts if amounts.shape == shape else np.broadcast_to(amounts, shape)
    return np.asarray(whole[:, 0])


def of_year(figure: Any, position: int) -> Any:
    """Return a figure, or each of several together, in one year where it differs by year."""
    if isinstance(figure, Product):
        return Product(*(of_year(factor, position) for factor in figure.factors))
    if isinstance(figure, Difference):
        return Difference(of_year(figure.whole, position), of_year(figure.less, position))
    if isinstance(figure, tuple):
        return type(figure)(*(of_year(each, position) for each in figure))
    return figure if figure.shape[YEAR] == 1 else figure[:, :, position : position + 1]


def at_year(figure: Array, year: Array) -> Array:
    """Return a figure in one year, in each case in a year of its own; the nearest there is."""
    if figure.shape[YEAR] == 1:
        return figure
    position = np.clip(year, 0, figure.shape[YEAR] - 1).astype(np.intp)
    if position.size == 1:
        return figure[:, :, position.ravel()]
    places, jobs, _, cases = np.broadcast_shapes(figure[:, :, :1].shape, position.shape)
    return np.take_along_axis(
        np.broadcast_to(figure, (places, jobs, figure.shape[YEAR], cases)),
        np.broadcast_to(position, (places, jobs, 1, cases)),
        axis=YEAR,
    )


def half_up(array: Array) -> Array:
    """Return whole numbers, halves rounded up."""
    return np.floor(array + 0.5)


def excess(more: Array, less: Array) -> Array:
    """Return how far one figure lies above another, 0 where it does not.

    What rounding leaves of two figures that are equal on paper counts as nothing.
    """
    above = more - less
    least = np.abs(less)
    least *= 1e-12
    counts = above > least
    return np.multiply(np.maximum(above, 0.0, out=above), counts, out=above)


def grown(rate: Array, year: Array) -> Array:
    """Return (1 + rate)^y for some years, counted from the first and in their order.

    Year by year: powers of many cases take much longer.
    """
    base = 1.0 + rate
    found = np.empty(np.broadcast_shapes(base.shape, year.shape))
    power, reached = np.ones_like(base[:, :, 0]), 0
    for position, y in enumerate(year.ravel().astype(int).tolist()):
        while reached < y:
            power = power * base[:, :, 0]
            reached += 1
        found[:, :, position] = power
    return found


SMALL = 4096
"""Numbers that are added up sooner than it is seen whether they are all 0."""


def plus(figure: Array, other: Array) -> Array:
    """Return a sum; over many cases one that is 0 everywhere costs nothing."""
    return figure + other if figure.size < SMALL or other.any() else figure


def part_of(share: Array, other: Array) -> Array:
    """Return a share of a figure; over many cases one that is 0 everywhere costs nothing."""
    return share * other if share.size < SMALL or other.any() else other


def ratio(part: Array, whole: Array, otherwise: Array | float) -> Array:
    """Return part / whole, and `otherwise` where whole is 0."""
    empty = whole == 0
    if not empty.any():
        return part / whole
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
