"""What the bill comes to: structural, once, in total, and when it has paid itself back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal

import numpy as np

from orgdesign.lines import LINES, TOTAL
from orgdesign.model.result import Array, Result
from orgdesign.scenario.scenario import ALONE

Payback = int | Literal["at_once", "not_within_horizon", "not_applicable"]
"""The calendar year in which an option has paid itself back, or why there is none."""


def of_kind(*kinds: str) -> tuple[str, ...]:
    """Return the lines of some kinds, in the order of the bill."""
    return tuple(line.id for line in LINES.values() if line.kind in kinds)


def line_sum(result: Result, option: str, lines: Iterable[str]) -> Array:
    """Return the sum of some lines. Shape (municipality, year, case). Unit: euros a year."""
    bill = result.options[option].lines
    return np.asarray(sum((bill[line] for line in lines), start=np.zeros((1, 1, 1))))


def year_index(result: Result, year: int | None = None) -> int:
    """Return the position of a calendar year, the report year where none is given."""
    return result.scenario.years.index(year or result.scenario.report_year)


def structural_cost(result: Result, option: str) -> Array:
    """Return the structural and temporary lines in the report year, (municipality, case)."""
    lines = line_sum(result, option, of_kind("structural", "temporary"))
    return np.asarray(lines[:, year_index(result)])


def transition_cost(result: Result, option: str) -> Array:
    """Return what the change costs once, (municipality, case). Unit: euros.

    Formula: one-off lines of all years + what each temporary line is in each year above its
    amount in the report year.
    """
    bill, report = result.options[option].lines, year_index(result)
    once = line_sum(result, option, of_kind("one_off")).sum(axis=1)
    for line in of_kind("temporary"):
        once = once + np.maximum(0.0, bill[line] - bill[line][:, report, None]).sum(axis=1)
    return np.asarray(once)


def total_cost(result: Result, option: str) -> Array:
    """Return all lines but programme and grant, (municipality, year, case). Unit: euros a year."""
    return line_sum(result, option, TOTAL)


def present_value(result: Result, option: str) -> Array:
    """Return the discounted total cost, (municipality, case). Unit: euros.

    Formula: sum of total cost / (1 + discount rate)^y.
    """
    return discounted(result, total_cost(result, option))


def discounted(result: Result, yearly: Array) -> Array:
    """Return the present value of yearly amounts, (..., case) of (..., year, case). Unit: euros.

    Formula: sum of amount / (1 + discount rate)^y.
    """
    years = np.arange(len(result.scenario.years))[None, :, None]
    return np.asarray((yearly / (1.0 + _discount_rate(result)) ** years).sum(axis=1))


def _discount_rate(result: Result) -> Array:
    path = "scenario.discount_rate"
    if path in result.cases.values:
        return result.cases.values[path][None, None, :]
    figure = result.scenario.figures.get(path)
    return np.full((1, 1, 1), figure.value if figure else 0.0)


def programme_effect(result: Result, option: str) -> Array:
    """Return the effect on programme budgets in the report year, (municipality, case)."""
    return np.asarray(line_sum(result, option, of_kind("programme"))[:, year_index(result)])


def grant_effect(result: Result, option: str) -> Array:
    """Return the effect on the general grant in the report year, (municipality, case)."""
    return np.asarray(line_sum(result, option, of_kind("grant"))[:, year_index(result)])


MEASURES: dict[str, Callable[[Result, str], Array]] = {
    "structural_cost": structural_cost,
    "transition_cost": transition_cost,
    "present_value": present_value,
    "programme_effect": programme_effect,
    "grant_effect": grant_effect,
}
"""Outcomes in euros by municipality and case; `total_cost` is one by year."""


def measure(result: Result, option: str, name: str, year: int | None = None) -> Array:
    """Return an outcome by name, `total_cost` of a year among them, (municipality, case)."""
    if name == "total_cost":
        return total_cost(result, option)[:, year_index(result, year)]
    return MEASURES[name](result, option)


def against_alone(result: Result, option: str, name: str, year: int | None = None) -> Array:
    """Return an outcome less that of staying alone: + is more cost, (municipality, case)."""
    return measure(result, option, name, year) - measure(result, ALONE, name, year)


def payback(result: Result, option: str) -> tuple[Payback, ...]:
    """Return for each municipality when the option has paid itself back in the central case.

    It is the first year from the start in which the running sum of differences with staying
    alone is at most 0 and stays so.
    """
    difference = (total_cost(result, option) - total_cost(result, ALONE))[..., 0]
    taking_part = result.options[option].participates
    start = _start(result, option)
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
    return _payback(difference.sum(axis=0), _start(result, option), result.scenario.years)


def _start(result: Result, option: str) -> int:
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
