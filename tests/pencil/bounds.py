"""Floor and cap: the one multiplier that makes the bounded amounts add up."""

from __future__ import annotations

import math

from orgdesign.quantities import Quantity
from orgdesign.scenario.schema.keys import Bound

Amounts = dict[str, float]


def limit(bound: Bound | None, alone: float, inhabitants: Quantity, default: float) -> float:
    """Return the structural cost that a bound stands for, the default where there is none."""
    if bound is None:
        return default
    if bound.over_alone is not None:
        return (1 + bound.over_alone.value) * alone
    if bound.per_inhabitant is not None:
        return alone + bound.per_inhabitant.value * inhabitants.value
    return default


def within(pool: float, shares: Amounts, low: Amounts, high: Amounts) -> Amounts:
    """Return min(high, max(low, z x key amount)) with the z that makes the sum.

    Where no z fits, everyone is at the bound and the rest follows the key.
    """
    size = {m: abs(share * pool) for m, share in shares.items()}
    least, most = _reach(size, low, high, -math.inf), _reach(size, low, high, math.inf)
    for end, misses in ((most, pool > sum(most.values())), (least, pool < sum(least.values()))):
        if misses:
            rest = pool - sum(end.values())
            return {m: end[m] + rest * shares[m] for m in end}
    return _at(_multiple(pool, size, low, high), size, low, high)


def _multiple(pool: float, size: Amounts, low: Amounts, high: Amounts) -> float:
    """Return the multiple of the amounts by key (as sizes) that makes the sum.

    Between two neighbouring points where somebody meets a bound the sum is a straight line.
    """
    met = {bound[m] / size[m] for m in size if size[m] for bound in (low, high)}
    points = sorted(point for point in met if math.isfinite(point))
    left = max(
        (z for z in points if sum(_at(z, size, low, high).values()) <= pool), default=-math.inf
    )
    right = min((z for z in points if z > left), default=math.inf)
    inside = _between(left, right)
    free = [m for m in size if size[m] and low[m] < inside * size[m] < high[m]]
    if not free:
        return left
    fixed = sum(_clamp(inside * size[m], low[m], high[m]) for m in size if m not in free)
    return (pool - fixed) / sum(size[m] for m in free)


def _between(left: float, right: float) -> float:
    if math.isinf(left) and math.isinf(right):
        return 0.0
    if math.isinf(left):
        return right - 1 - abs(right)
    return left + 1 + abs(left) if math.isinf(right) else (left + right) / 2


def _at(multiple: float, size: Amounts, low: Amounts, high: Amounts) -> Amounts:
    return {m: _clamp(multiple * size[m], low[m], high[m]) for m in size}


def _reach(size: Amounts, low: Amounts, high: Amounts, multiple: float) -> Amounts:
    return {m: _clamp(multiple if size[m] else 0.0, low[m], high[m]) for m in size}


def _clamp(value: float, low: float, high: float) -> float:
    return min(high, max(low, value))
