"""Amounts that a scenario states on a line of the bill, year by year."""

from __future__ import annotations

import numpy as np

from orgdesign.lines import LINES
from orgdesign.model.axes import JOB, MUNICIPALITY, Array, half_up

_WAGE = np.array([line.follows == "wage" for line in LINES.values()])
_PRICE = np.array([line.follows == "price" for line in LINES.values()])


def amount_flow(
    amount: Array,
    amount_from: Array,
    amount_until: Array,
    amount_line: np.ndarray,
    amount_operating: np.ndarray,
    amount_alone: np.ndarray,
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
    """
    calendar = year + first_year - delay * ~amount_alone[None, :, None, None]
    falls = (calendar >= half_up(amount_from)) & (calendar <= half_up(amount_until))
    falls = np.where(amount_operating[None, :, None, None], operating > 0, falls)
    wage = _WAGE[amount_line][None, :, None, None]
    price = _PRICE[amount_line][None, :, None, None]
    index = np.where(wage, wage_index, np.where(price, price_index, 1.0))
    return amount * falls * index


def municipal_amounts(
    amount_flow: Array,
    amount_line: np.ndarray,
    amount_owner: np.ndarray,
    amount_alone: np.ndarray,
    amount_everywhere: np.ndarray,
    participates: Array,
    ended: Array,
) -> Array:
    """Return the stated amounts of one municipality alone, by line. Unit: euros a year.

    Formula: an option's amounts for its participants; amounts of the zero option for whoever
    stays out or is alone again, and for all where they come everywhere.
    """
    owner = amount_owner[:, :, None, None]
    alone = np.maximum(1.0 - participates, ended)
    outside = np.where(amount_everywhere[None, :, None, None], 1.0, alone)
    counts = owner * np.where(amount_alone[None, :, None, None], outside, participates)
    return _by_line(counts * amount_flow, amount_line)


def shared_amounts(
    amount_flow: Array, amount_line: np.ndarray, amount_owner: np.ndarray, partners: Array
) -> Array:
    """Return the stated amounts that the participants share, by line. Unit: euros a year."""
    shared = 1.0 - amount_owner.max(axis=MUNICIPALITY, initial=0.0)
    return _by_line(amount_flow * shared[None, :, None, None] * (partners > 0), amount_line)


def _by_line(flow: Array, amount_line: np.ndarray) -> Array:
    """Return flows added up by line, the lines along the second axis."""
    if not amount_line.size:
        return np.zeros((1, len(LINES), 1, 1))
    total = np.zeros((flow.shape[MUNICIPALITY], len(LINES), *flow.shape[JOB + 1 :]))
    for position, line in enumerate(amount_line):
        total[:, line] += flow[:, position]
    return total


FORMULAS = (amount_flow, municipal_amounts, shared_amounts)
"""The formulas of this page, in its order."""
