"""Exact money: amounts become whole parts once, and every total is the sum of those parts."""

from __future__ import annotations

import math
from collections.abc import Sequence

_NOISE = 6
"""Decimals of a part that are kept; what lies behind them is noise of floating point."""


def split(amounts: Sequence[float], order: Sequence[str], parts: int = 100) -> list[int]:
    """Return the amounts in whole parts (100 to one) that sum to the rounded total.

    Every amount is rounded down and the parts that are left go to the largest remainders;
    equal remainders go by `order`, the code of the municipality or else its id.
    """
    scaled = [round(amount * parts, _NOISE) for amount in amounts]
    down = [math.floor(amount) for amount in scaled]
    left = nearest(round(math.fsum(scaled), _NOISE)) - sum(down)
    if left <= 0:
        return down
    remainders = [round(amount - low, _NOISE) for amount, low in zip(scaled, down, strict=True)]
    largest = sorted(range(len(down)), key=lambda index: (-remainders[index], order[index]))
    for index in largest[:left]:
        down[index] += 1
    return down


def split_cents(amounts: Sequence[float], order: Sequence[str]) -> list[int]:
    """Return euros as whole cents that sum to the rounded total, by largest remainder."""
    return split(amounts, order, 100)


def nearest(amount: float) -> int:
    """Return the nearest whole number, halves away from zero as people round."""
    return int(math.copysign(math.floor(abs(amount) + 0.5), amount))


def rounded(cents: int, unit: int) -> int:
    """Return cents in whole units of so many cents, halves away from zero."""
    units = (2 * abs(cents) + unit) // (2 * unit)
    return units if cents >= 0 else -units
