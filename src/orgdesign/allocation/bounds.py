"""Floor and cap on the running pool: how far a bill may lie from staying alone."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from orgdesign.model.axes import CASE, JOB, MUNICIPALITY, YEAR, Array, over, ratio


class Bounded(NamedTuple):
    """Amounts within bounds and what does not fit in them. Unit: euros a year."""

    amounts: Array
    short: Array


def bound(
    over_alone: Array,
    per_inhabitant: Array,
    inhabitants: Array,
    alone_structural: Array,
    own_structural: Array,
    other_charge: Array,
    vat_factor: Array,
    participates: Array,
) -> Array:
    """Return the bound on a municipality's part of the running pool. Unit: euros a year.

    Formula: ((1 + over alone) x Z + euros per inhabitant x inhabitants - own structural
    lines) / (1 + vat factor) - what it pays on running lines outside the key, with Z the
    structural cost of staying alone; 0 for who does not take part.
    """
    room = (1.0 + over_alone) * alone_structural + per_inhabitant * inhabitants - own_structural
    return (room / (1.0 + vat_factor) - other_charge) * participates


def within_bounds(shares: Array, total: Array, low: Array | None, high: Array | None) -> Bounded:
    """Return the key's amounts between bounds. Unit: euros a year.

    Formula: min(high, max(low, z x key amount)) with the one z that makes the sum, so that
    all within bounds pay the same multiple; the cap counts where a floor lies above it. Where no
    z fits, everyone is at the bound and the
    rest follows the key; the rest is what is short. Where there is nothing to share, nothing is.
    """
    key = shares * total
    whole = over(key, MUNICIPALITY)
    size, unbound = _of_one_sign(key, whole)
    beyond = _beyond(unbound, low, high).any(axis=(MUNICIPALITY, JOB)) & (total != 0)[0, 0]
    years, cases = np.nonzero(beyond)

    def there(figure: Array) -> Array:
        return figure[:, :, years % figure.shape[YEAR], cases % figure.shape[CASE]]

    shape = (len(unbound), 1, *beyond.shape)
    amounts = unbound if unbound.shape == shape else np.array(np.broadcast_to(unbound, shape))
    short, total = np.zeros((1, *shape[1:])), there(whole)
    floor, cap = (None if each is None else there(each) for each in (low, high))
    found = _clipped(there(size), floor, cap, total)
    rest = total - over(found, MUNICIPALITY)
    amounts[:, :, years, cases] = found + there(shares) * rest
    missing = np.abs(rest) > 1e-9 * np.maximum(1.0, np.abs(total))
    short[:, :, years, cases] = np.where(missing, rest, 0.0)
    return Bounded(amounts, short)


def _of_one_sign(key: Array, whole: Array) -> tuple[Array, Array]:
    """Return how large each key amount is, and as large a part of the same whole."""
    if key.min() >= 0:
        return key, key
    size = np.abs(key)
    return size, size * ratio(whole, over(size, MUNICIPALITY), 0.0)


def _beyond(amounts: Array, low: Array | None, high: Array | None) -> NDArray[np.bool_]:
    """Return which amounts lie outside the bounds that are given."""
    above = np.zeros((1, 1, 1, 1), dtype=bool) if high is None else np.greater(amounts, high)
    return above if low is None else above | (amounts < low)


def _between(amounts: Array, low: Array | None, high: Array | None) -> Array:
    """Return amounts within the bounds that are given; the cap counts where a floor lies above."""
    above = amounts if low is None else np.maximum(low, amounts)
    return above if high is None else np.minimum(high, above)


def _clipped(size: Array, low: Array | None, high: Array | None, total: Array) -> Array:
    """Return min(high, max(low, z x size of the key amount)) with the z that makes the total.

    Of the years and cases in which somebody is beyond a bound, shape (municipality, 1, of them).

    By fixing variables (Bitran and Hax 1981): all not yet fixed get the same multiple of what
    is left; where more would go over the cap than stay under the floor, those over it are fixed
    at their cap, else those under it at their floor. Each round fixes one at least, and what is
    fixed stays so. A pool that is a credit has a z below 0.
    """
    free = size > 0
    fixed = np.where(free, 0.0, _between(np.zeros_like(size), low, high))
    for _ in range(len(size) + 1):
        left, weight = total - over(fixed, MUNICIPALITY), over(size, MUNICIPALITY)
        tried = size * ratio(left, weight, 0.0)
        within = _between(tried, low, high) * free
        beyond = tried - within
        broken = beyond * over(beyond, MUNICIPALITY) > 0
        if not broken.any():
            break
        fixed += within * broken
        free &= ~broken
        size = size * free
    return fixed + within
