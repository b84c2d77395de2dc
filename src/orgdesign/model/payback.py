"""When an option has paid itself back."""

from __future__ import annotations

from typing import Literal

import numpy as np

from orgdesign.model.outcomes import total_cost
from orgdesign.model.result import Result
from orgdesign.scenario.scenario import ALONE

Payback = int | Literal["at_once", "not_within_horizon", "not_applicable"]
"""The calendar year in which an option has paid itself back, or why there is none."""


def payback(result: Result, option: str) -> tuple[Payback, ...]:
    """Return for each municipality when the option has paid itself back in the central case.

    It is the first year from the start in which the running sum of differences with staying
    alone is at most 0 and stays so.
    """
    difference = (total_cost(result, option) - total_cost(result, ALONE))[..., 0]
    taking_part = result.options[option].participates
    start = start_of(result, option)
    years = result.scenario.years
    return tuple(
        _payback(row, start, years) if takes_part else "not_applicable"
        for row, takes_part in zip(difference, taking_part, strict=True)
    )


def joint_payback(result: Result, option: str) -> Payback:
    """Return when the option has paid itself back for its participants together."""
    taking_part = result.options[option].participates
    if not taking_part.any():
        return "not_applicable"
    difference = (total_cost(result, option) - total_cost(result, ALONE))[taking_part, :, 0]
    return _payback(difference.sum(axis=0), start_of(result, option), result.scenario.years)


def start_of(result: Result, option: str) -> int:
    """Return the position of the year in which an option starts; it may lie behind the last."""
    if option == ALONE:
        return 0
    return int(result.options[option].evaluation["start"][0, 0, 0, 0])


def _payback(difference: np.ndarray, start: int, years: tuple[int, ...]) -> Payback:
    """Return the payback of one row of yearly differences; below half a cent counts as 0."""
    paid = np.cumsum(difference) <= 0.005
    if start >= len(years) or not paid[-1]:
        return "not_within_horizon"
    unpaid = np.flatnonzero(~paid)
    first = max(start, int(unpaid[-1]) + 1 if unpaid.size else start)
    return "at_once" if first == start else years[first]
