"""Rules around a key: a part that another key shares, and settlement afterwards."""

from __future__ import annotations

import numpy as np

from orgdesign.model.axes import YEAR, Array, half_up, ratio


def with_fixed_part(
    rest: Array, fixed: Array, fixed_amount: Array, price_index: Array, bounded_total: Array
) -> Array:
    """Return shares of a pool of which a fixed part has a key of its own. Unit: share.

    Formula: (F x share of its key + (total - F) x share) / total, with F the fixed amount x the
    price index and no more than the total.
    """
    amount = np.minimum(fixed_amount * price_index, np.maximum(bounded_total, 0.0))
    part = ratio(amount, bounded_total, 0.0)
    return part * fixed + (1.0 - part) * rest


def settled_in(settlement_after: Array, end: Array, year: Array) -> Array:
    """Return the year in which what is owed of each year falls. Unit: years."""
    return np.minimum(year + half_up(settlement_after), end)


def settlement(
    charged: Array, actual: Array, total: Array, settlement_after: Array, end: Array, year: Array
) -> Array:
    """Return what a municipality settles of a line that was charged first. Unit: euros a year.

    Formula: total x (actual share - share charged) of each year, a fixed part of the key in both
    shares; it falls so many years later, that of the last years in the last year of operation,
    whatever the line costs by then. Over all participants it is 0 in every year.
    """
    owed = total * (actual - charged)
    shape = np.broadcast_shapes(owed.shape, year.shape, settlement_after.shape, end.shape)
    owed, due = np.broadcast_to(owed, shape), settled_in(settlement_after, end, year)
    settled = np.zeros(shape)
    for y in range(shape[YEAR]):
        falls = due[:, :, y if due.shape[YEAR] > 1 else 0]
        for later in range(y, shape[YEAR]):
            settled[:, :, later] += owed[:, :, y] * (falls == later)
    return settled
