"""Amounts that a scenario states on a line of the bill, year by year."""

from __future__ import annotations

import numpy as np

from orgdesign.lines import LINES
from orgdesign.model.axes import JOB, MUNICIPALITY, YEAR, Array, along, half_up

_WAGE = np.array([line.follows == "wage" for line in LINES.values()])
_PRICE = np.array([line.follows == "price" for line in LINES.values()])


def amount_end(
    end: Array, task_end: Array, task_comes_in: Array, amount_ends_with: np.ndarray
) -> Array:
    """Return the last year before an amount of ending falls, from the first. Unit: years.

    Formula: the last of its task, else of the option; infinite for a task that never comes in, and
    for an amount with years of its own.
    """
    if not amount_ends_with.size:
        return np.full((1, 1, 1, 1), np.inf)
    last = np.where(task_comes_in > 0, task_end, np.inf)

    def of(task: int) -> Array:
        if task == -2:
            return np.full(end.shape, np.inf)
        return end if task == -1 else last[:, [task if last.shape[JOB] > 1 else 0]]

    return np.concatenate(np.broadcast_arrays(*map(of, amount_ends_with)), axis=JOB)


def amount_flow(
    amount: Array,
    amount_from: Array,
    amount_until: Array,
    amount_line: np.ndarray,
    amount_operating: np.ndarray,
    amount_alone: np.ndarray,
    amount_ends_with: np.ndarray,
    amount_end: Array,
    amount_profile: Array,
    operating: Array,
    delay: Array,
    year: Array,
    first_year: Array,
    wage_index: Array,
    price_index: Array,
) -> Array:
    """Return each stated amount in each year. Unit: euros a year.

    Formula: the amount in its years, or in those of operation where it has none, x the index
    of its line. An option that starts later than its own first year takes its amounts along.
    What ending costs falls by its profile from the year after the end, all of it in that year
    where none is given.
    """
    calendar = year + first_year - delay * ~amount_alone[None, :, None, None]
    falls = (calendar >= half_up(amount_from)) & (calendar <= half_up(amount_until))
    falls = np.where(amount_operating[None, :, None, None], operating > 0, falls)
    ends = amount_ends_with[None, :, None, None] > -2
    if ends.any():
        since_end = year - amount_end - 1.0
        falls = np.where(ends, along(_spread(amount_profile), since_end, "zero"), falls)
    wage = _WAGE[amount_line][None, :, None, None]
    price = _PRICE[amount_line][None, :, None, None]
    index = np.where(wage, wage_index, np.where(price, price_index, 1.0))
    return amount * falls * index


def _spread(profile: Array) -> Array:
    """Return a spread over years: all in the first where none is given, nothing after its end."""
    first = np.nan_to_num(profile[:, :, :1], nan=1.0)
    return np.concatenate([first, np.nan_to_num(profile[:, :, 1:])], axis=YEAR)


def municipal_amounts(
    amount_flow: Array,
    amount_line: np.ndarray,
    amount_owner: np.ndarray,
    amount_alone: np.ndarray,
    amount_everywhere: np.ndarray,
    keyed_amounts: Array,
    participates: Array,
    ended: Array,
) -> Array:
    """Return the stated amounts that a municipality bears outside the pools. Unit: euros a year.

    Formula: by line, an option's amounts for its participants; amounts of the zero option for
    whoever stays out or is alone again, and for all where they come everywhere; its part of
    amounts with a key of their own.
    """
    owner = amount_owner[:, :, None, None]
    alone = np.maximum(1.0 - participates, ended)
    outside = np.where(amount_everywhere[None, :, None, None], 1.0, alone)
    counts = owner * np.where(amount_alone[None, :, None, None], outside, participates)
    return _by_line(counts * amount_flow, amount_line) + keyed_amounts


def shared_amounts(
    amount_flow: Array,
    amount_line: np.ndarray,
    amount_owner: np.ndarray,
    amount_key: np.ndarray,
    partners: Array,
) -> Array:
    """Return the stated amounts that the participants share, by line. Unit: euros a year.

    Formula: those of no municipality and without a key of their own.
    """
    shared = (1.0 - amount_owner.max(axis=MUNICIPALITY, initial=0.0)) * (amount_key < 0)
    return _by_line(amount_flow * shared[None, :, None, None] * (partners > 0), amount_line)


def _by_line(flow: Array, amount_line: np.ndarray) -> Array:
    """Return flows added up by line, the lines along the second axis."""
    if not amount_line.size:
        return np.zeros((1, len(LINES), 1, 1))
    total = np.zeros((flow.shape[MUNICIPALITY], len(LINES), *flow.shape[JOB + 1 :]))
    for position, line in enumerate(amount_line):
        total[:, line] += flow[:, position]
    return total


FORMULAS = (amount_end, amount_flow, municipal_amounts, shared_amounts)
"""The formulas of this page, in its order."""
