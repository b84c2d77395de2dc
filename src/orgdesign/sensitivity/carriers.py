"""On which figures the answer rests: the share of the spread that each carries."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from orgdesign.sensitivity.indices import Indices


class Carrier(NamedTuple):
    """Figures that move as one, often one, and the share of the spread that they carry."""

    figures: tuple[str, ...]
    share: float


def carriers(found: Indices) -> tuple[Carrier, ...]:
    """Return the share of the spread that each figure carries, the largest first; they sum to 1.

    Formula: (first index + total index) / 2, of the sum of these: what a figure gives together
    with another is halved between the two. For outcomes of second order that is its Shapley
    effect. Source: Owen (2014), Sobol' indices and Shapley value. None where nothing varies.
    """
    figures = {factor.id: tuple(factor.figures) for factor in found.output.factors}
    halves = [max(0.0, (each.first.value + each.total.value) / 2.0) for each in found.indices]
    whole = sum(halves)
    if whole <= 0.0:
        return ()
    shares = [
        Carrier(tuple(path for id in each.factors for path in figures[id]), half / whole)
        for each, half in zip(found.indices, halves, strict=True)
    ]
    return tuple(sorted(shares, key=lambda carrier: -carrier.share))


def carried_by(found: tuple[Carrier, ...], chosen: Callable[[str], bool]) -> float:
    """Return the share of the spread that rests on some figures, of groups with any of them."""
    return sum(carrier.share for carrier in found if any(map(chosen, carrier.figures)))
