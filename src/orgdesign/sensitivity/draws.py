"""Draws of everything that is uncertain: points spread evenly, correlated by their ranks."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np

from orgdesign.model.result import Array, Cases
from orgdesign.scenario.scenario import Scenario
from orgdesign.sensitivity.factors import Factor, cases_of, correlations, factors

SLICES = 10
"""Parts of a sample that are each spread evenly by themselves: they say how far it can be off."""
LEAST = 20
"""Draws in a slice at least."""
_EDGE = 1e-12


class Draws(NamedTuple):
    """So many draws: the factors, the rank of each in every draw, and the cases.

    `ranks` has shape (factor, draw). `slices` are the parts that were spread by themselves.
    """

    number: int
    seed: int
    method: str
    factors: tuple[Factor, ...]
    ranks: Array
    cases: Cases
    slices: tuple[slice, ...]


def draw(
    scenario: Scenario,
    number: int | None = None,
    seed: int | None = None,
    method: str | None = None,
) -> Draws:
    """Return the draws that a scenario asks for, or another number, seed or method of them.

    The same seed, number and method give the same draws on any machine.
    """
    asked = scenario.document.sensitivity
    number = asked.draws if number is None else number
    seed = asked.seed if seed is None else seed
    method = asked.method if method is None else method
    drawn = factors(scenario)
    parts = sliced(number)
    seeds = np.random.SeedSequence(seed).spawn(len(parts))
    ranks = np.concatenate(
        [
            points(len(drawn), part.stop - part.start, np.random.default_rng(each), method)
            for part, each in zip(parts, seeds, strict=True)
        ],
        axis=1,
    )
    ranks = correlated(ranks, correlations(scenario, drawn))
    return Draws(number, seed, method, drawn, ranks, cases_of(drawn, ranks), parts)


def sliced(number: int) -> tuple[slice, ...]:
    """Return the slices of a number of draws, as equal as can be."""
    parts = max(1, min(SLICES, number // LEAST))
    cuts = [number * part // parts for part in range(parts + 1)]
    return tuple(slice(first, last) for first, last in pairwise(cuts))


def points(dimensions: int, number: int, random: np.random.Generator, method: str) -> Array:
    """Return points spread evenly over the unit cube, (dimension, point): never 0 or 1."""
    if dimensions == 0:
        return np.empty((0, number))
    from scipy.stats import qmc

    if method == "sobol":
        # A power of two of them is balanced; the first so many of these are taken.
        found = qmc.Sobol(dimensions, rng=random).random_base2(max(0, number - 1).bit_length())
        found = found[:number]
    else:
        found = qmc.LatinHypercube(dimensions, rng=random).random(number)
    return np.ascontiguousarray(np.clip(found, _EDGE, 1.0 - _EDGE).T)


def correlated(ranks: Array, wanted: Array) -> Array:
    """Return ranks that hang together by a Gaussian copula with these rank correlations.

    A rank correlation r is a correlation 2 sin(pi r / 6) of normal scores (Pearson 1907).
    """
    if np.array_equal(wanted, np.eye(len(wanted))):
        return ranks
    from scipy.special import ndtr, ndtri

    tied = np.flatnonzero((wanted != np.eye(len(wanted))).any(axis=1))
    normal = 2.0 * np.sin(np.pi * wanted[np.ix_(tied, tied)] / 6.0)
    np.fill_diagonal(normal, 1.0)
    size, axes = np.linalg.eigh(normal)
    root = axes * np.sqrt(np.maximum(size, 0.0)) @ axes.T
    found = ranks.copy()
    found[tied] = np.clip(ndtr(root @ ndtri(ranks[tied])), _EDGE, 1.0 - _EDGE)
    return found
