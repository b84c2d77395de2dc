"""Morris screening: the mean size of the effect of one step of each of many factors.

The steps are over the range of a figure, every value of it alike: what the whole range does is
then what it does in a tornado too, whatever its distribution.

Source: Morris (1991), Factorial sampling plans; Campolongo et al. (2007) for the mean size.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from orgdesign.model.result import Array
from orgdesign.sensitivity.factors import Factor
from orgdesign.sensitivity.outputs import Output
from orgdesign.sensitivity.run import Told, on_and_on
from orgdesign.sensitivity.saltelli import SPREAD

PATHS = 20
"""Paths through the factors, each one step of every factor."""
LEVELS = 4


class Effect(NamedTuple):
    """A factor: the mean size of its effects, their spread, and the error of that mean.

    An effect is what its whole range would do at that pace. Unit: euros.
    """

    factor: str
    size: float
    spread: float
    error: float

    @property
    def is_distinct(self) -> bool:
        """Whether its size can be told from zero."""
        return self.size - SPREAD * self.error > 0.0


class Screening(NamedTuple):
    """The effects of all factors, the largest first, from so many paths of those asked for."""

    output: Output
    effects: tuple[Effect, ...]
    paths: int
    asked: int


def morris(output: Output, seed: int, told: Told = on_and_on) -> Screening:
    """Return the effect of each factor that can reach the output, by PATHS paths."""
    drawn = output.factors
    steps, order = trajectories(len(drawn), PATHS, seed)
    stops = len(drawn) + 1
    ranks = steps.reshape(len(drawn), PATHS * stops)
    outputs = output.at(tuple(map(_evenly, drawn)), ranks, told)
    done = outputs.size // stops
    kept = outputs[: done * stops].reshape(done, stops)
    effects = elementary(steps[:, :done], kept, order[:done])
    size = np.abs(effects).mean(axis=0)
    spread = effects.std(axis=0, ddof=1) if done > 1 else np.full(len(drawn), np.nan)
    error = np.abs(effects).std(axis=0, ddof=1) / np.sqrt(done) if done > 1 else spread
    found = [
        Effect(factor.id, float(size[at]), float(spread[at]), float(error[at]))
        for at, factor in enumerate(drawn)
    ]
    return Screening(output, tuple(sorted(found, key=lambda each: -each.size)), done, PATHS)


def _evenly(factor: Factor) -> Factor:
    """Return a factor of which all values between low and high are equally likely."""
    even = {"distribution": "uniform"}
    figures = factor.figures.items()
    return Factor(factor.id, {path: each.replaced(**even) for path, each in figures})


def trajectories(dimensions: int, paths: int, seed: int) -> tuple[Array, NDArray[np.intp]]:
    """Return paths over a grid of levels, (factor, path, step), and the order of their steps.

    Each path starts at a random level of every factor and moves one after the other by half the
    levels, up or down as the grid has room.
    """
    random = np.random.default_rng(seed)
    jump = LEVELS / (2.0 * (LEVELS - 1.0))
    start = random.integers(0, LEVELS, (paths, dimensions)) / (LEVELS - 1.0)
    order = np.argsort(random.random((paths, dimensions)), axis=1)
    found = np.repeat(start.T[:, :, None], dimensions + 1, axis=2)
    for path in range(paths):
        for step, factor in enumerate(order[path].tolist()):
            here = start[path, factor]
            found[factor, path, step + 1 :] = here + (jump if here + jump < 1.0 + 1e-9 else -jump)
    return np.clip(found, 0.0, 1.0), order


def elementary(steps: Array, outputs: Array, order: NDArray[np.intp]) -> Array:
    """Return the elementary effects, (path, factor): what a step does divided by its length."""
    change = np.diff(outputs, axis=1)
    rows = np.arange(len(outputs))[:, None]
    moved = np.diff(steps, axis=2)
    length = moved[order, rows, np.arange(order.shape[1])[None, :]]
    found = np.empty_like(change)
    found[rows, order] = change / length
    return found
