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
    find = _sobol if method == "sobol" else _latin_hypercube
    return np.ascontiguousarray(np.clip(find(dimensions, number, random), _EDGE, 1.0 - _EDGE).T)


def _sobol(dimensions: int, number: int, random: np.random.Generator) -> Array:
    """Return points of a Sobol sequence: the first of a power of two, which is balanced."""
    from scipy.stats import qmc

    found = qmc.Sobol(dimensions, rng=random).random_base2(max(0, number - 1).bit_length())
    return np.asarray(found[:number])


def _latin_hypercube(dimensions: int, number: int, random: np.random.Generator) -> Array:
    """Return points of which each stratum of every dimension holds one (McKay and others 1979).

    They are those of scipy's `qmc.LatinHypercube`, which takes a second to import.
    """
    own = random.spawn(1)[0]
    within = own.uniform(size=(number, dimensions))
    strata = np.tile(np.arange(1, number + 1), (dimensions, 1))
    for each in strata:
        own.shuffle(each)
    return np.asarray((strata.T - within) / number)


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
