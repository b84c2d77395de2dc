"""Amounts with a key of their own, paid beside the pools."""

from __future__ import annotations

import numpy as np

from orgdesign.lines import LINES
from orgdesign.model.axes import Array


def keyed_amounts(
    amount_flow: Array, amount_line: np.ndarray, amount_key: np.ndarray, partners: Array,
    *shares: Array,
) -> Array:  # fmt: skip
    """Return what each bears of amounts with a key of their own, by line. Unit: euros a year.

    Formula: share of that key x amount.
    """
    total: Array = np.zeros((1, len(LINES), 1, 1))
    lines = np.arange(len(LINES))[None, :, None, None]
    for amount in np.flatnonzero(amount_key >= 0):
        flow = amount_flow[:, amount : amount + 1] * (partners > 0)
        total = total + shares[amount_key[amount]] * flow * (lines == amount_line[amount])
    return total
