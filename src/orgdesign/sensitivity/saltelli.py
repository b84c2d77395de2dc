"""First and total Sobol indices by the estimators of Saltelli and Jansen, with bootstrap bounds.

Source: Saltelli et al. (2010), Variance based sensitivity analysis of model output, table 2.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from orgdesign.model.result import Array

RESAMPLES = 400
"""Bootstrap samples."""
SPREAD = 1.959963984540054
"""Standard errors on either side of a 95 % bound."""
_LEAST = 1e-6
"""A spread, or beside it a variance, below which an output does not vary."""
Numbers = NDArray[Any]


class Bounded(NamedTuple):
    """An index with its bounds of 95 %."""

    value: float
    low: float
    high: float

    @property
    def is_distinct(self) -> bool:
        """Whether it can be told from zero."""
        return self.low > 0.0


def bounded(value: float, error: float) -> Bounded:
    """Return an index with bounds from its standard error."""
    return Bounded(value, value - SPREAD * error, value + SPREAD * error)


def crossed(first: Array, second: Array, blocks: Sequence[NDArray[np.intp]]) -> Array:
    """Return the points to compute, (dimension, row, case of a row).

    Each row of two samples, shape (dimension, row), gives itself, its other self, and the first
    with every block of dimensions from the second in turn.
    """
    cases = [first, second]
    for block in blocks:
        mixed = first.copy()
        mixed[block] = second[block]
        cases.append(mixed)
    return np.stack(cases, axis=-1)


def estimates(outputs: Array, seed: int) -> tuple[tuple[Bounded, Bounded], ...]:
    """Return the first and the total index of every block from outputs, (row, case of a row).

    Formulas, with f the output less its mean and V the variance of both samples: first =
    mean(f_B (f_AB - f_A)) / V (Saltelli), total = mean((f_A - f_AB)^2) / 2 V (Jansen). An
    output that does not vary has indices of 0.
    """
    centred = outputs - outputs.mean()
    spread = float(centred[:, :2].std())
    scaled = centred / spread if spread > _LEAST else np.zeros_like(centred)
    one, other, mixed = scaled[:, :1], scaled[:, 1:2], scaled[:, 2:]
    products = np.hstack([other * (mixed - one), 0.5 * (one - mixed) ** 2])
    moments = np.hstack([scaled[:, :2], scaled[:, :2] ** 2])
    every = np.full((1, len(outputs)), 1.0 / len(outputs))
    values = _indices(every, products, moments)[0]
    # An error needs few digits, and half of them take half the time.
    halved = products.astype(np.float32), moments.astype(np.float32)
    errors = _indices(_samples(len(outputs), seed), *halved).std(axis=0, ddof=1)
    blocks = mixed.shape[1]
    return tuple(
        (
            bounded(float(values[at]), float(errors[at])),
            bounded(float(values[blocks + at]), float(errors[blocks + at])),
        )
        for at in range(blocks)
    )


def _indices(weights: Numbers, products: Numbers, moments: Numbers) -> Numbers:
    """Return the indices by weights of the rows, (set of weights, product)."""
    sums = weights @ moments
    variance = sums[:, 2:].mean(axis=1) - sums[:, :2].mean(axis=1) ** 2
    with np.errstate(invalid="ignore", divide="ignore"):
        found = weights @ products / variance[:, None]
    return np.where(variance[:, None] > _LEAST, found, 0.0)


@lru_cache(maxsize=1)
def _samples(rows: int, seed: int) -> Numbers:
    """Return how much each row counts in each bootstrap sample. Shape (sample, row).

    Kept for the next output: drawing them takes longer than all the rest.
    """
    every = np.full(rows, 1.0 / rows)
    drawn = np.random.default_rng(seed).multinomial(rows, every, RESAMPLES) / rows
    weights = drawn.astype(np.float32)
    weights.flags.writeable = False
    return weights
