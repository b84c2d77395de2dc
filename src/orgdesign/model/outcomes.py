"""What the bill comes to: structural, once, in total and in present value."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from orgdesign.lines import LINES, TOTAL
from orgdesign.model.result import Array, Bill, Bills, Result
from orgdesign.scenario.scenario import ALONE, Scenario

Number = TypeVar("Number", np.float64, np.int64)
Billed = Result | Bills
"""What has bills: a whole result, or some lines for many cases."""


def of_kind(*kinds: str) -> tuple[str, ...]:
    """Return the lines of some kinds, in the order of the bill."""
    return tuple(line.id for line in LINES.values() if line.kind in kinds)


LINES_IN: dict[str, tuple[str, ...]] = {
    "structural_cost": of_kind("structural", "temporary"),
    "total_cost": TOTAL,
    "programme_effect": of_kind("programme"),
    "grant_effect": of_kind("grant"),
}
"""For each outcome of one year the lines that it is the sum of."""


def line_sum(result: Billed, option: str, lines: Iterable[str]) -> Array:
    """Return the sum of some lines. Shape (municipality, year, case). Unit: euros a year."""
    bill = result.options[option].lines
    amounts = [bill[line] for line in lines]
    total = np.zeros(np.broadcast_shapes((1, 1, 1), *(each.shape for each in amounts)))
    total += sum(each for each in amounts if each.shape[-1] == 1)  # few numbers: added up first
    for each in amounts:
        if each.shape[-1] > 1:
            total += each
    return total


def years_of_operation(result: Result, option: str) -> tuple[int, ...]:
    """Return the calendar years in which an option operates, or one that takes over from it."""
    years = result.scenario.years
    phases = result.options[option].evaluation.phases()
    each = [np.broadcast_to(phase["operating"][0, 0, :, 0], len(years)) for phase in phases]
    return tuple(year for year, on in zip(years, np.max(each, axis=0), strict=True) if on)


def year_index(result: Billed, year: int | None = None) -> int:
    """Return the position of a calendar year, the report year where none is given."""
    return result.scenario.years.index(year or result.scenario.report_year)


def _position(result: Billed, year: int | None = None) -> int:
    """Return where bills have a calendar year; raises ValueError where they are of another one."""
    found = year_index(result, year)
    if not isinstance(result, Bills) or result.year is None:
        return found
    if found != result.year:
        raise ValueError(found)
    return 0


def in_year(result: Billed, option: str, lines: Iterable[str], year: int | None = None) -> Array:
    """Return the sum of some lines in a year (the report year), (municipality, case)."""
    bill, at = result.options[option].lines, _position(result, year)
    return np.asarray(sum((bill[line][:, at] for line in lines), start=np.zeros((1, 1))))


def structural_cost(result: Billed, option: str, year: int | None = None) -> Array:
    """Return structural and temporary lines of a year (the report year), (municipality, case).

    Unit: euros a year.
    """
    return in_year(result, option, LINES_IN["structural_cost"], year)


def transition_cost(result: Billed, option: str) -> Array:
    """Return what the change costs once, (municipality, case). Unit: euros.

    Formula: one-off lines of all years + what each temporary line is in each year above its
    amount in the report year.
    """
    bill, report = result.options[option].lines, _position(result)
    lines = LINES_OF["transition_cost"]
    return np.asarray(sum(in_transition(each, bill[each], report).sum(axis=1) for each in lines))


def in_transition(line: str, yearly: NDArray[Number], report: int) -> NDArray[Number]:
    """Return what a one-off or temporary line brings to the transition cost in each year.

    Formula: all of a one-off line; of a temporary one what it is above its amount in the report
    year, whose position is given. Shape as the amounts have: (municipality, year, ...).
    """
    if LINES[line].kind == "one_off":
        return yearly
    above: NDArray[Number] = np.maximum(yearly - yearly[:, [report]], 0)
    return above


def total_cost(result: Billed, option: str) -> Array:
    """Return all lines but programme and grant, (municipality, year, case). Unit: euros a year."""
    return line_sum(result, option, TOTAL)


def present_value(result: Billed, option: str) -> Array:
    """Return the discounted total cost, (municipality, case). Unit: euros.

    Formula: sum of total cost / (1 + discount rate)^y.
    """
    return discounted(result, total_cost(result, option))


def discounted(result: Billed, yearly: Array) -> Array:
    """Return the present value of yearly amounts, (..., case) of (..., year, case). Unit: euros.

    Formula: sum of amount / (1 + discount rate)^y.
    """
    return np.asarray((yearly / _growth(result)).sum(axis=1))


def discount_factors(result: Billed) -> Array:
    """Return what a euro of each year is worth in the first, (1, year, case). Unit: none.

    Formula: 1 / (1 + discount rate)^y.
    """
    return np.asarray(1.0 / _growth(result))


def _growth(result: Billed) -> Array:
    years = np.arange(len(result.scenario.years))[None, :, None]
    return np.asarray((1.0 + _discount_rate(result)) ** years)


def _discount_rate(result: Billed) -> Array:
    path = "scenario.discount_rate"
    if path in result.cases.values:
        return result.cases.values[path][None, None, :]
    figure = result.scenario.figures.get(path)
    return np.full((1, 1, 1), figure.value if figure else 0.0)


def programme_effect(result: Billed, option: str, year: int | None = None) -> Array:
    """Return the effect on programme budgets in a year (the report year), (municipality, case)."""
    return in_year(result, option, LINES_IN["programme_effect"], year)


def grant_effect(result: Billed, option: str, year: int | None = None) -> Array:
    """Return the effect on the general grant in a year (the report year), (municipality, case)."""
    return in_year(result, option, LINES_IN["grant_effect"], year)


def total_of_year(result: Billed, option: str, year: int | None = None) -> Array:
    """Return the total cost in a year (the report year), (municipality, case)."""
    return in_year(result, option, TOTAL, year)


OF_YEAR: dict[str, Callable[[Billed, str, int | None], Array]] = {
    "structural_cost": structural_cost,
    "total_cost": total_of_year,
    "programme_effect": programme_effect,
    "grant_effect": grant_effect,
}
"""Outcomes in euros of one year, by municipality and case."""
OF_ALL_YEARS: dict[str, Callable[[Billed, str], Array]] = {
    "transition_cost": transition_cost,
    "present_value": present_value,
}
"""Outcomes in euros of all years together, by municipality and case."""


LINES_OF: dict[str, tuple[str, ...]] = {
    **LINES_IN,
    "transition_cost": of_kind("one_off", "temporary"),
    "present_value": TOTAL,
}
"""For each outcome the lines of the bill that it counts."""


class Amount(NamedTuple):
    """An outcome in a year, of one line of the bill where one is named.

    Of every municipality, or of some `together`.
    """

    measure: str
    year: int | None = None
    line: str = ""
    together: tuple[str, ...] = ()


Asked = str | Amount
"""An outcome by name, or an amount of another year, of one line or of some together."""


def lines_of(asked: Asked) -> tuple[str, ...]:
    """Return the lines of the bill that an outcome counts."""
    if not isinstance(asked, Amount):
        return LINES_OF[asked]
    return (asked.line,) if asked.line else LINES_OF[asked.measure]


def year_of(scenario: Scenario, asked: Asked, year: int | None = None) -> int | None:
    """Return the position of the year that an outcome is of, None where it is of all."""
    name, own = (asked.measure, asked.year) if isinstance(asked, Amount) else (asked, year)
    if name not in OF_YEAR:
        return None
    return scenario.years.index(own or scenario.report_year)


def measure(result: Billed, option: str, asked: Asked, year: int | None = None) -> Array:
    """Return an outcome, of a year where it is of one, (municipality, case).

    Shape (1, case) where it is of some municipalities together.
    """
    if isinstance(asked, Amount):
        return _amount(result, option, asked)
    if asked in OF_YEAR:
        return OF_YEAR[asked](result, option, year)
    return OF_ALL_YEARS[asked](result, option)


def _amount(result: Billed, option: str, asked: Amount) -> Array:
    if asked.line:
        result = _of_line(result, option, asked.line)
    found = measure(result, option, asked.measure, asked.year)
    if not asked.together:
        return found
    rows = result.scenario.places(asked.together)
    return np.asarray(found[rows].sum(axis=0, keepdims=True))


def _of_line(result: Billed, option: str, line: str) -> Bills:
    """Return bills in which an option has no other line."""
    bill = result.options[option].lines
    nothing = np.zeros_like(bill[line][..., :1])
    only = {each: bill[line] if each == line else nothing for each in LINES}
    year = result.year if isinstance(result, Bills) else None
    return Bills(result.scenario, result.cases, {option: Bill(only)}, year)


def against_alone(result: Billed, option: str, name: str, year: int | None = None) -> Array:
    """Return an outcome less that of staying alone: + is more cost, (municipality, case)."""
    return measure(result, option, name, year) - measure(result, ALONE, name, year)
