"""From a rank between 0 and 1 to a value of a quantity, for every distribution."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from orgdesign.model.result import Array
from orgdesign.quantities import Kind, Quantity
from orgdesign.scenario.kinds import kind_at
from orgdesign.scenario.paths import split_path
from orgdesign.sensitivity.quantities import ends

P95 = 1.6448536269514722
"""The 95th percentile of the standard normal distribution."""
PERT = 4.0
"""The weight of the most likely value in a PERT distribution."""
_ANY = Kind("")


def values(path: str, figure: Quantity, ranks: Array) -> Array:
    """Return the value of an uncertain quantity at each rank, shape of the ranks.

    A whole number is the nearest one, halves up; the ends of its range are as likely as what
    lies between them in a uniform distribution.
    """
    if figure.values is not None:
        return discrete(figure, ranks)
    kind = kind_at(split_path(path)) or _ANY
    spread = DISTRIBUTIONS[figure.distribution or "triangular"]
    if not kind.whole:
        return spread(figure, kind, ranks)
    low, high = ends(figure)
    wider = figure
    if spread in BETWEEN_ENDS:
        wider = figure.replaced(low=low - 0.5, high=high + 0.5)
    drawn = np.floor(spread(wider, kind, ranks) + 0.5)
    return np.clip(drawn, low, high) if spread in BETWEEN_ENDS else drawn


def discrete(figure: Quantity, ranks: Array) -> Array:
    """Return one of the values of a quantity, by their weights, the lowest at the lowest ranks."""
    listed = np.array(figure.values)
    weights = np.array(figure.weights or np.ones(listed.size))
    order = np.argsort(listed, kind="stable")
    edges = np.cumsum(weights[order]) / weights.sum()
    at = np.searchsorted(edges, ranks, side="right")
    return np.asarray(listed[order][np.minimum(at, listed.size - 1)])


def uniform(figure: Quantity, _kind: Kind, ranks: Array) -> Array:
    """Return values that are equally likely over the range."""
    low, high = ends(figure)
    return np.asarray(low + (high - low) * ranks)


def triangular(figure: Quantity, _kind: Kind, ranks: Array) -> Array:
    """Return values of a triangle with its top at the central value."""
    low, high = ends(figure)
    width = high - low
    top = (figure.value - low) / width
    rising = np.sqrt(ranks * top)
    falling = 1.0 - np.sqrt((1.0 - ranks) * (1.0 - top))
    return np.asarray(low + width * np.where(ranks < top, rising, falling))


def pert(figure: Quantity, _kind: Kind, ranks: Array) -> Array:
    """Return values of a PERT distribution with its top at the central value."""
    from scipy.special import betaincinv

    low, high = ends(figure)
    width = high - low
    top = (figure.value - low) / width
    shape = betaincinv(1.0 + PERT * top, 1.0 + PERT * (1.0 - top), ranks)
    return np.asarray(low + width * shape)


def normal(figure: Quantity, kind: Kind, ranks: Array) -> Array:
    """Return values of a normal distribution with P5 and P95 at the ends, cut at the bounds."""
    return _normal(*ends(figure), *_bounds(kind), ranks)


def lognormal(figure: Quantity, kind: Kind, ranks: Array) -> Array:
    """Return values whose logarithm is normal with P5 and P95 at the ends, cut at the bounds."""
    low, high = np.log(ends(figure))
    least, most = _bounds(kind)
    most = np.log(most) if most > 0 else np.inf
    return np.exp(_normal(low, high, np.log(least) if least > 0 else -np.inf, most, ranks))


def _normal(low: float, high: float, least: float, most: float, ranks: Array) -> Array:
    from scipy.special import ndtr, ndtri

    mean, deviation = (low + high) / 2.0, (high - low) / (2.0 * P95)
    first, last = ndtr((least - mean) / deviation), ndtr((most - mean) / deviation)
    drawn = mean + deviation * ndtri(first + ranks * (last - first))
    return np.asarray(np.clip(drawn, least, most))


def _bounds(kind: Kind) -> tuple[float, float]:
    """Return the bounds of the file; what must lie above one stays a little above it."""
    least = kind.at_least if kind.at_least is not None else -np.inf
    if kind.above is not None:
        least = np.nextafter(kind.above, np.inf)
    return float(least), np.inf if kind.at_most is None else kind.at_most


DISTRIBUTIONS: dict[str, Callable[[Quantity, Kind, Array], Array]] = {
    "triangular": triangular,
    "pert": pert,
    "uniform": uniform,
    "normal": normal,
    "lognormal": lognormal,
}
"""Every distribution of a range by its word in the file; `discrete` has values of its own."""
BETWEEN_ENDS = (triangular, pert, uniform)
"""Those that never leave the range."""
