"""The bill in whole cents: each option, year and line once, so that every table adds up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from orgdesign.lines import LINES, TOTAL
from orgdesign.model.calculation import Evaluation
from orgdesign.model.result import Result
from orgdesign.money import split, split_cents
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables.settings import Measure

_FINE = 10**6
"""Parts of a cent that are kept; what lies behind them is noise of floating point."""
_EXACT = 5e10
"""Euros up to which those parts fit whole numbers."""
Whole = NDArray[np.int64]
Bill = Mapping[str, Whole]
"""For each line of the bill whole cents, shape (municipality, year)."""


_BILLS: WeakKeyDictionary[Evaluation, Bill] = WeakKeyDictionary()
"""Bills that were made, for as long as what they were made from is in use."""


def order(scenario: Scenario) -> tuple[str, ...]:
    """Return what equal remainders go by: the code of each municipality, else its id."""
    return tuple(table.code or id for id, table in scenario.document.municipalities.items())


def bill(result: Result, option: str) -> Bill:
    """Return the bill of an option in the central case, in cents of each municipality."""
    evaluation = result.options[option].evaluation
    if evaluation not in _BILLS:
        _BILLS[evaluation] = _bill(result, option)
    return _BILLS[evaluation]


def _bill(result: Result, option: str) -> Bill:
    scenario = result.scenario
    shape = (len(scenario.municipalities), len(scenario.years))
    lines = result.options[option].lines
    euros = np.stack([np.broadcast_to(each[..., 0], shape) for each in lines.values()], axis=1)
    whole = _cents(euros.reshape(shape[0], -1), order(scenario)).reshape(euros.shape)
    return {line: whole[:, position] for position, line in enumerate(lines)}


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
    rank = np.argsort(np.argsort(codes, kind="stable"), kind="stable")
    by_rest = np.lexsort((np.broadcast_to(rank[:, None], rest.shape), -rest), axis=0)
    place = np.argsort(by_rest, axis=0, kind="stable")
    return np.asarray(cents + (place < nearest - cents.sum(axis=0)))


def measured(scenario: Scenario, lines: Bill, measure: Measure, year: int) -> tuple[int, ...]:
    """Return a measure of a bill in cents of each municipality; the year counts from 1900 or so.

    Only `structural_cost` and `total_cost` are of one year.
    """
    at = scenario.years.index(year)
    if measure == "structural_cost":
        return _whole(_sum(lines, ("structural", "temporary"))[:, at])
    if measure == "total_cost":
        return _whole(total(lines)[:, at])
    if measure == "transition_cost":
        return _whole(_transition(scenario, lines))
    if measure == "present_value":
        return _present_value(scenario, lines)
    kind = {"programme_effect": "programme", "grant_effect": "grant"}[measure]
    return _whole(_sum(lines, (kind,))[:, at])


def total(lines: Bill) -> Whole:
    """Return the total cost in cents by municipality and year: all but grant and programme."""
    return np.asarray(np.sum([lines[line] for line in TOTAL], axis=0, dtype=np.int64))


def _whole(cents: Whole) -> tuple[int, ...]:
    return tuple(cents.tolist())


def _sum(lines: Bill, kinds: Sequence[str]) -> Whole:
    chosen = [lines[line.id] for line in LINES.values() if line.kind in kinds]
    return np.asarray(np.sum(chosen, axis=0, dtype=np.int64))


def _transition(scenario: Scenario, lines: Bill) -> Whole:
    """Return one-off lines of all years, and temporary lines above their report-year amount."""
    report = scenario.years.index(scenario.report_year)
    once = _sum(lines, ("one_off",)).sum(axis=1)
    for line in LINES.values():
        if line.kind == "temporary":
            usual = lines[line.id][:, [report]]
            once = once + np.maximum(lines[line.id] - usual, 0).sum(axis=1)
    return np.asarray(once, dtype=np.int64)


def _present_value(scenario: Scenario, lines: Bill) -> tuple[int, ...]:
    quantity = scenario.document.scenario.discount_rate
    rate = quantity.value if quantity else 0.0
    weights = (1 + rate) ** -np.arange(len(scenario.years), dtype=np.float64)
    return tuple(split((total(lines) @ weights).tolist(), order(scenario), parts=1))
