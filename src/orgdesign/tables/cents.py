"""The bill in whole cents: each option, year and line once, so that every table adds up."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from orgdesign.cached import kept
from orgdesign.lines import TOTAL
from orgdesign.measures import YEARLY, Measure
from orgdesign.model.outcomes import LINES_IN, LINES_OF, in_transition
from orgdesign.model.result import Result
from orgdesign.money import split, split_cents
from orgdesign.scenario.scenario import Scenario

_FINE = 10**6
"""Parts of a cent that are kept; what lies behind them is noise of floating point."""
_EXACT = 5e10
"""Euros up to which those parts fit whole numbers."""
Whole = NDArray[np.int64]
Bill = Mapping[str, Whole]
"""For each line of the bill whole cents, shape (municipality, year)."""


def order(scenario: Scenario) -> tuple[str, ...]:
    """Return what equal remainders go by: the code of each municipality, else its id."""
    return tuple(table.code or id for id, table in scenario.document.municipalities.items())


def bill(result: Result, option: str, year: int | None = None) -> Bill:
    """Return the bill of an option in the central case, in cents of each municipality.

    Of all years, or of one calendar year alone: its cents are the same.
    """
    made = _made(result, option)
    if year not in made:
        _make_bills(result, year)
    return made[year]


def _made(result: Result, option: str) -> dict[int | None, Bill]:
    """Return the bills of an option that were made, of all years or of one."""
    return kept(result.options[option].evaluation, "bills", dict)


def _make_bills(result: Result, year: int | None) -> None:
    """Make the bills that are not there yet, of all options in one go: that is far quicker."""
    every = {id: _made(result, id) for id in result.options}
    wanted = [id for id, made in every.items() if year not in made]
    if not wanted:  # another thread has made them meanwhile
        return
    at = 0 if year is None else result.scenario.years.index(year)
    years = slice(None) if year is None else slice(at, at + 1)
    lines = list(result.options[wanted[0]].lines)
    euros = np.concatenate(
        [result.options[id].lines[line][:, years, 0] for id in wanted for line in lines], axis=1
    )
    shape = (len(euros), len(wanted) * len(lines), -1)
    cents = _cents(euros, order(result.scenario)).reshape(shape)
    for number, id in enumerate(wanted):
        first = number * len(lines)
        every[id][year] = {line: cents[:, first + at] for at, line in enumerate(lines)}


def amounts(result: Result, option: str, measure: Measure, year: int) -> tuple[int, ...]:
    """Return a measure of an option in cents of each municipality; some are of a calendar year."""
    of = year if measure in YEARLY else None
    return measured(result.scenario, bill(result, option, of), measure)


def _cents(euros: NDArray[np.float64], codes: Sequence[str]) -> Whole:
    """Return every column in cents that sum to its rounded total, as `money.split_cents` does.

    In whole millionths of a cent, which makes sums exact.
    """
    if not np.abs(euros).sum(axis=0).max(initial=0.0) < _EXACT:
        return np.array([split_cents(each, codes) for each in euros.T.tolist()]).T
    fine = np.rint(euros * 100 * _FINE).astype(np.int64)
    cents, rest = np.divmod(fine, _FINE)
    total = fine.sum(axis=0)
    nearest = np.sign(total) * ((np.abs(total) + _FINE // 2) // _FINE)
    left = nearest - cents.sum(axis=0)
    columns, rows = np.flatnonzero(left), np.argsort(codes, kind="stable")[:, None]
    # In the order of their codes: where remainders are equal the first of them stays first.
    by_rest = np.argsort(-rest[rows, columns], axis=0, kind="stable")
    more = np.arange(len(euros))[:, None] < left[columns]
    cents[rows[by_rest, 0], columns] += more
    return np.asarray(cents)


def measured(scenario: Scenario, lines: Bill, measure: Measure) -> tuple[int, ...]:
    """Return a measure of a bill, or of some of its lines, in cents of each municipality.

    The bill is of one year where the measure is, else of all.
    """
    if measure == "present_value":
        return _present_value(scenario, lines)
    if measure == "transition_cost":
        return tuple(_transition(scenario, lines).tolist())
    return tuple(_added(lines, LINES_IN[measure])[:, 0].tolist())


def total(lines: Bill) -> Whole:
    """Return the total cost in cents by municipality and year: all but grant and programme."""
    return _added(lines, TOTAL)


def _added(lines: Bill, wanted: Collection[str]) -> Whole:
    """Return the sum of the wanted lines, of those that there are."""
    some = next(iter(lines.values()))
    return np.asarray(sum((lines[id] for id in wanted if id in lines), np.zeros_like(some)))


def _transition(scenario: Scenario, lines: Bill) -> Whole:
    """Return what the lines that there are bring to the transition cost in all years."""
    report = scenario.years.index(scenario.report_year)
    counted = [line for line in LINES_OF["transition_cost"] if line in lines]
    brings = (in_transition(line, lines[line], report).sum(axis=1) for line in counted)
    none = np.zeros(len(scenario.municipalities), dtype=np.int64)
    return np.asarray(sum(brings, none))


def _present_value(scenario: Scenario, lines: Bill) -> tuple[int, ...]:
    quantity = scenario.document.scenario.discount_rate
    rate = quantity.value if quantity else 0.0
    weights = (1 + rate) ** -np.arange(len(scenario.years), dtype=np.float64)
    return tuple(split((total(lines) @ weights).tolist(), order(scenario), parts=1))
