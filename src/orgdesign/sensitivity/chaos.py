"""Sobol indices from a polynomial chaos fit of second order, with its leave-one-out R2.

Source: Sudret (2008), Global sensitivity analysis using polynomial chaos expansions.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.linalg.blas import dtrmm
from scipy.linalg.lapack import dpotrf, dtrtri

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


Pair = tuple[Bounded, Bounded]
"""The first and the total index of a factor."""


class Fit(NamedTuple):
    """The indices of every factor, first and total, and how well the fit predicts a case."""

    indices: tuple[Pair, ...]
    r2: float


def terms(dimensions: int) -> int:
    """Return the number of terms of second order."""
    return (dimensions + 1) * (dimensions + 2) // 2


class Basis(NamedTuple):
    """The terms at the ranks of some cases, (case, term), factored once for every output.

    `members` tells which factors a term has, (term, factor); `q` and `inverse` are its factors,
    `noise` draws of the error of the coefficients for noise of 1, (term, draw).
    """

    terms: Array
    members: NDArray[np.bool_]
    q: Array
    inverse: Array
    noise: Array


def basis(drawn: Sequence[Factor], ranks: Array, seed: int) -> Basis | None:
    """Return the terms of independent factors at their ranks, (factor, case).

    The polynomials are uncorrelated and of variance 1 for each factor's own distribution, so
    that the square of a coefficient is the variance that its term gives. None where the cases
    do not tell the terms apart.
    """
    columns, members = _terms(drawn, ranks)
    # So nearly at right angles that products of columns lose no digit, in a third of the time.
    root, wrong = dpotrf(columns.T @ columns, overwrite_a=True)
    if wrong:
        return None
    inverse = dtrtri(root, overwrite_c=True)[0]
    q = dtrmm(1.0, inverse, columns, side=1)
    draws = np.random.default_rng(seed).standard_normal((len(inverse), DRAWN))
    return Basis(columns, members, q, inverse, inverse @ draws)


def fit(terms: Basis, outputs: Array) -> Fit:
    """Return the indices of the factors of a basis from the outputs of its cases, (case,).

    What is noise of the fit is taken off the variance of every term.
    """
    if float(outputs.std()) < 1e-9 * max(1.0, abs(float(outputs.mean()))):
        nothing = bounded(0.0, 0.0)
        return Fit(((nothing, nothing),) * terms.members.shape[1], 1.0)
    scaled = (outputs - outputs.mean()) / outputs.std()
    coefficients = terms.inverse @ (terms.q.T @ scaled)
    left = scaled - terms.terms @ coefficients
    leverage = np.minimum((terms.q**2).sum(axis=1), 1.0 - 1e-9)
    r2 = 1.0 - float(np.mean((left / (1.0 - leverage)) ** 2))
    noise = float(left @ left) / max(1, len(scaled) - len(coefficients))
    return Fit(_indices(terms, coefficients, noise), r2)


def _indices(terms: Basis, coefficients: Array, noise: float) -> tuple[Pair, ...]:
    """Return the indices: shares of the variance of all terms and of what no term explains."""
    variances = noise * (terms.inverse**2).sum(axis=1)
    drawn = coefficients[:, None] + np.sqrt(noise) * terms.noise
    parts = np.column_stack([coefficients**2 - variances, drawn**2 - 2.0 * variances[:, None]])
    touched = terms.members.T.astype(float)
    own = touched * (terms.members.sum(axis=1) == 1)
    whole = parts[1:].sum(axis=0) + noise
    first, total = own @ parts / whole, touched @ parts / whole
    return tuple((_spread(one), _spread(every)) for one, every in zip(first, total, strict=True))


def _spread(shares: Array) -> Bounded:
    """Return a share with bounds from its draws, which stand behind it."""
    return bounded(float(shares[0]), float(shares[1:].std(ddof=1)))


def _terms(drawn: Sequence[Factor], ranks: Array) -> tuple[Array, NDArray[np.bool_]]:
    """Return the terms at the ranks, (case, term), and which factors each has, (term, factor)."""
    pairs = [_polynomials(factor, row) for factor, row in zip(drawn, ranks, strict=True)]
    columns = [np.ones(ranks.shape[1])]
    owners: list[list[int]] = [[]]
    for at, (first, second) in enumerate(pairs):
        for column in (first, second):
            if column is not None:
                columns.append(column)
                owners.append([at])
        for other in range(at):
            before = pairs[other][0]
            if first is not None and before is not None:
                columns.append(first * before)
                owners.append([at, other])
    members = np.zeros((len(columns), len(drawn)), dtype=bool)
    for row, inside in zip(members, owners, strict=True):
        row[inside] = True
    return np.array(columns).T, members


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
