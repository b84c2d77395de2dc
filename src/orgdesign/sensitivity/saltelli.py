"""First and total Sobol indices by the estimators of Saltelli and Jansen, with bootstrap bounds.

Source: Saltelli et al. (2010), Variance based sensitivity analysis of model output, table 2.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from orgdesign.model.result import Array

RESAMPLES = 400
"""Bootstrap samples."""
SPREAD = 1.959963984540054
"""Standard errors on either side of a 95 % bound."""


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
    rows = len(outputs)
    centred = outputs - outputs.mean()
    one, other, mixed = centred[:, :1], centred[:, 1:2], centred[:, 2:]
    products = np.hstack([other * (mixed - one), 0.5 * (one - mixed) ** 2])
    moments = np.hstack([centred[:, :2], centred[:, :2] ** 2])
    weights = _weights(rows, seed)
    sums = weights @ moments
    variance = sums[:, 2:].mean(axis=1) - sums[:, :2].mean(axis=1) ** 2
    with np.errstate(invalid="ignore", divide="ignore"):
        every = np.where(variance[:, None] > 1e-12, weights @ products / variance[:, None], 0.0)
    values, errors = every[0], every[1:].std(axis=0, ddof=1)
    blocks = mixed.shape[1]
    return tuple(
        (
            bounded(float(values[at]), float(errors[at])),
            bounded(float(values[blocks + at]), float(errors[blocks + at])),
        )
        for at in range(blocks)
    )


@lru_cache(maxsize=1)
def _weights(rows: int, seed: int) -> Array:
    """Return how much each row counts, all alike and then in each bootstrap sample.

    Kept for the next output: drawing them takes longer than all the rest. Shape (1 + sample, row).
    """
    every = np.full(rows, 1.0 / rows)
    drawn = np.random.default_rng(seed).multinomial(rows, every, RESAMPLES) / rows
    weights = np.vstack([every, drawn])
    weights.flags.writeable = False
    return weights
