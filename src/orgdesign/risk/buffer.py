"""The buffer against a year that costs more than expected, alone and together."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import NormalDist

import numpy as np

from orgdesign.model.axes import Array


def correlations(number: int, correlation: float) -> Array:
    """Return the correlations between so many municipalities, shape (number, number)."""
    return correlation + (1.0 - correlation) * np.eye(number)


def pooled_deviation(deviations: Array, correlation: float) -> float:
    """Return the standard deviation of the sum. Unit: that of the deviations.

    Formula: sqrt(sum over i and j of r_ij sd_i sd_j), r_ii = 1; 0 where the correlation is so
    low that the sum would be negative, as it can be for no more than two.
    """
    spread = deviations @ correlations(deviations.size, correlation) @ deviations
    return math.sqrt(max(0.0, float(spread)))


def quantile(certainty: float) -> float:
    """Return z(q): so many standard deviations cover a normal year with this chance."""
    return NormalDist().inv_cdf(certainty)


def beyond_expected(years: Array, certainty: float) -> float:
    """Return how far the drawn year that is not exceeded with this chance is above their mean."""
    return float(max(0.0, np.quantile(years, certainty) - years.mean()))


def arranged(years: Sequence[Array], correlation: float, generator: np.random.Generator) -> Array:
    """Return drawn years of several municipalities put together, (municipality, draw).

    Each keeps its own years; their order follows that of normal figures with the correlation
    (a normal copula), so that bad years come together as often. Source: Iman and Conover 1982.
    """
    own = np.array([np.sort(each) for each in years])
    if correlation == 0:
        return generator.permuted(own, axis=1)
    values, vectors = np.linalg.eigh(correlations(len(own), correlation))
    root = vectors * np.sqrt(np.maximum(values, 0.0)) @ vectors.T
    normal = root @ generator.standard_normal(own.shape)
    return np.take_along_axis(own, normal.argsort(axis=1).argsort(axis=1), axis=1)
