"""Sobol indices from a polynomial chaos fit of second order, with its leave-one-out R2.

Source: Sudret (2008), Global sensitivity analysis using polynomial chaos expansions.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import qr, solve_triangular

from orgdesign.model.result import Array
from orgdesign.sensitivity.distributions import values
from orgdesign.sensitivity.factors import Factor
from orgdesign.sensitivity.saltelli import Bounded, bounded

OVERSAMPLED = 2
"""Cases for each term of the fit."""
FINE = 4096
"""Ranks at which the moments of a factor are taken."""
DRAWN = 200
"""Draws of the coefficients, for the bounds."""


class Fit(NamedTuple):
    """The indices of every factor, first and total, and how well the fit predicts a case."""

    indices: tuple[tuple[Bounded, Bounded], ...]
    r2: float


def terms(dimensions: int) -> int:
    """Return the number of terms of second order."""
    return (dimensions + 1) * (dimensions + 2) // 2


def fit(drawn: Sequence[Factor], ranks: Array, outputs: Array, seed: int) -> Fit:
    """Return the indices of independent factors from outputs at their ranks, (factor, case).

    The polynomials are uncorrelated and of variance 1 for each factor's own distribution, so
    that the square of a coefficient is the variance that its term gives; what is noise of the
    fit is taken off.
    """
    basis, members = _basis(drawn, ranks)
    if float(outputs.std()) < 1e-9 * max(1.0, abs(float(outputs.mean()))):
        nothing = bounded(0.0, 0.0)
        return Fit(tuple((nothing, nothing) for _ in drawn), 1.0)
    scaled = (outputs - outputs.mean()) / outputs.std()
    q, r = qr(basis, mode="economic")
    coefficients = solve_triangular(r, q.T @ scaled)
    left = scaled - basis @ coefficients
    leverage = np.minimum((q**2).sum(axis=1), 1.0 - 1e-9)
    r2 = 1.0 - float(np.mean((left / (1.0 - leverage)) ** 2))
    noise = float(left @ left) / max(1, len(scaled) - basis.shape[1])
    inverse = solve_triangular(r, np.eye(len(r)))
    variances = noise * (inverse**2).sum(axis=1)
    random = np.random.default_rng(seed)
    drawn_at = coefficients[:, None] + np.sqrt(noise) * (
        inverse @ random.standard_normal((len(r), DRAWN))
    )
    return Fit(_indices(members, coefficients, drawn_at, variances, noise), r2)


def _indices(
    members: NDArray[np.bool_], coefficients: Array, drawn: Array, variances: Array, noise: float
) -> tuple[tuple[Bounded, Bounded], ...]:
    """Return the indices: shares of the variance of all terms and of what no term explains."""
    parts = np.column_stack([coefficients, drawn]) ** 2
    parts[:, 0] -= variances
    parts[:, 1:] -= 2.0 * variances[:, None]
    own = members.sum(axis=1) == 1
    whole = parts[1:].sum(axis=0) + noise
    found = []
    for factor in range(members.shape[1]):
        touched = members[:, factor]
        first = parts[touched & own].sum(axis=0) / whole
        total = parts[touched].sum(axis=0) / whole
        found.append(
            tuple(bounded(float(each[0]), float(each[1:].std(ddof=1))) for each in (first, total))
        )
    return tuple((first, total) for first, total in found)


def _basis(drawn: Sequence[Factor], ranks: Array) -> tuple[Array, NDArray[np.bool_]]:
    """Return the terms at the ranks, (case, term), and which factors each has, (term, factor)."""
    ones = np.ones(ranks.shape[1])
    pairs = [_polynomials(factor, row) for factor, row in zip(drawn, ranks, strict=True)]
    columns, members = [ones], [np.zeros(len(drawn), dtype=bool)]
    for at, (first, second) in enumerate(pairs):
        for column in (first, second):
            if column is not None:
                columns.append(column)
                members.append(np.arange(len(drawn)) == at)
        for other in range(at):
            before = pairs[other][0]
            if first is not None and before is not None:
                columns.append(first * before)
                members.append(np.isin(np.arange(len(drawn)), [at, other]))
    return np.column_stack(columns), np.array(members)


def _polynomials(factor: Factor, ranks: Array) -> tuple[Array | None, Array | None]:
    """Return the polynomials of first and second degree of a factor's own distribution."""
    path, figure = next(iter(factor.figures.items()))
    fine = values(path, figure, (np.arange(FINE) + 0.5) / FINE)
    middle, width = float(fine.mean()), float(fine.std())
    if width < 1e-12 * max(1.0, abs(middle)):
        return None, None
    even = (fine - middle) / width
    first = (values(path, figure, ranks) - middle) / width
    skew = float((even**3).mean())
    size = float(((even**2 - skew * even - 1.0) ** 2).mean())
    if size < 1e-9:
        return first, None
    return first, (first**2 - skew * first - 1.0) / np.sqrt(size)
