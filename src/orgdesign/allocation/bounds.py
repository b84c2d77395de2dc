"""Floor and cap on the running pool: how far a bill may lie from staying alone."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from orgdesign.model.axes import MUNICIPALITY, Array, over, ratio


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
    all within bounds pay the same multiple. Where no z fits, everyone is at the bound and the
    rest follows the key; the rest is what is short.
    """
    key = shares * total
    floor, cap = _open_ends(low, high, total)
    shape = np.broadcast_shapes(key.shape, floor.shape, cap.shape)
    sum_of_key = over(key, MUNICIPALITY)
    amounts = _clipped(np.broadcast_to(key, shape), np.minimum(floor, cap), cap, sum_of_key)
    rest = sum_of_key - over(amounts, MUNICIPALITY)
    short = np.where(np.abs(rest) > 1e-9 * np.maximum(1.0, np.abs(sum_of_key)), rest, 0.0)
    return Bounded(amounts + shares * rest, short)


def _open_ends(low: Array | None, high: Array | None, total: Array) -> tuple[Array, Array]:
    """Return both bounds; one that is not given lies where it can never bind."""
    given = [bound for bound in (low, high) if bound is not None]
    widest = np.abs(total) + sum(over(np.abs(bound), MUNICIPALITY) for bound in given) + 1.0
    return (-widest if low is None else low), (widest if high is None else high)


def _clipped(key: Array, low: Array, high: Array, total: Array) -> Array:
    """Return min(high, max(low, z x size of the key amount)) with the z that makes the total.

    By fixing variables (Bitran and Hax 1981): all not yet fixed get the same multiple of what
    is left; where more would go over the cap than stay under the floor, those over it are fixed
    at their cap, else those under it at their floor. Each round fixes one at least, and what is
    fixed stays so. A pool that is a credit has a z below 0.
    """
    size = np.abs(key)
    amounts = np.minimum(high, np.maximum(low, 0.0)) + np.zeros_like(key)
    free = size > 0
    for _ in range(key.shape[MUNICIPALITY] + 1):
        left = total - over(np.where(free, 0.0, amounts), MUNICIPALITY)
        weight = over(np.where(free, size, 0.0), MUNICIPALITY)
        tried = size * ratio(left, weight, 0.0)
        above, below = np.maximum(tried - high, 0.0), np.maximum(low - tried, 0.0)
        more = over(np.where(free, above - below, 0.0), MUNICIPALITY)
        amounts = np.where(free, np.minimum(high, np.maximum(low, tried)), amounts)
        broken = free & np.where(more > 0, above > 0, (more < 0) & (below > 0))
        if not broken.any():
            break
        free = free & ~broken
    return amounts
