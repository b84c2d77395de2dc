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
    key, floor, cap = (np.broadcast_to(array, shape) for array in (key, floor, cap))
    sum_of_key = np.broadcast_to(over(key, MUNICIPALITY), (1, *shape[1:]))
    multiple = _multiple(key, floor, cap, sum_of_key)
    amounts = np.minimum(cap, np.maximum(floor, multiple * np.abs(key)))
    rest = sum_of_key - over(amounts, MUNICIPALITY)
    short = np.where(np.abs(rest) > 1e-9 * np.maximum(1.0, np.abs(sum_of_key)), rest, 0.0)
    return Bounded(amounts + shares * rest, short)


def _open_ends(low: Array | None, high: Array | None, total: Array) -> tuple[Array, Array]:
    """Return both bounds; one that is not given lies where it can never bind."""
    given = [bound for bound in (low, high) if bound is not None]
    widest = np.abs(total) + sum(over(np.abs(bound), MUNICIPALITY) for bound in given) + 1.0
    return (-widest if low is None else low), (widest if high is None else high)


def _multiple(key: Array, low: Array, high: Array, total: Array) -> Array:
    """Return the multiple z of the size of the key amounts whose bounded amounts sum to the total.

    The sum is piecewise linear in z: a municipality joins in at low / size and stops at
    high / size, so between two breakpoints the sum is slope x z + level. A pool that is a
    credit has a z below 0.
    """
    size = np.abs(key)
    moving = size > 0
    safe = np.where(moving, size, 1.0)
    points = np.concatenate([np.where(moving, low / safe, 0.0), np.where(moving, high / safe, 0.0)])
    slopes = np.concatenate([size, -size])
    levels = np.concatenate([np.where(moving, -low, 0.0), np.where(moving, high, 0.0)])
    order = np.argsort(points, axis=MUNICIPALITY, kind="stable")
    points = np.take_along_axis(points, order, axis=MUNICIPALITY)
    slope = np.cumsum(np.take_along_axis(slopes, order, axis=MUNICIPALITY), axis=MUNICIPALITY)
    level = np.cumsum(np.take_along_axis(levels, order, axis=MUNICIPALITY), axis=MUNICIPALITY)
    level += over(np.where(moving, low, np.minimum(high, np.maximum(low, 0.0))), MUNICIPALITY)
    return _crossing(points, slope, level, total)


def _crossing(points: Array, slope: Array, level: Array, total: Array) -> Array:
    """Return where the piecewise linear sum meets the total; an end where it never does."""
    at_end = slope[:-1] * points[1:] + level[:-1]
    reached = np.concatenate([at_end, np.full_like(points[:1], np.inf)]) >= total
    segment = np.argmax(reached, axis=MUNICIPALITY, keepdims=True)
    steep, flat = (np.take_along_axis(a, segment, axis=MUNICIPALITY) for a in (slope, level))
    begin = np.take_along_axis(points, segment, axis=MUNICIPALITY)
    after = np.minimum(segment + 1, points.shape[MUNICIPALITY] - 1)
    end = np.take_along_axis(points, after, axis=MUNICIPALITY)
    return np.clip(ratio(total - flat, steep, begin), begin, end)
