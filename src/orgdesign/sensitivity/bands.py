"""Bands: between which amounts an option lies, and how often it is cheaper than alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from orgdesign.scenario.frames import frames
from orgdesign.scenario.scenario import ALONE
from orgdesign.sensitivity.sample import Estimate, Sample
from orgdesign.sensitivity.study import EQUAL

PERCENTS = (5, 25, 50, 75, 95)
"""The percentiles of a band."""
FRAMES = ("transition_cost", "structural_cost")
"""The measures that the frames of the councils are about."""
STEPS = (0.1, 0.2, 0.5, 1.0)
"""Parts of the draws after which an estimate is shown again."""
WITHIN = 0.01
"""How near a median has to be: this part of the width of its band."""


class Band(NamedTuple):
    """What an option costs above alone, or an amount: its percentiles, and how often it is less."""

    percentiles: tuple[Estimate, ...]
    cheaper: Estimate


class FrameChance(NamedTuple):
    """The chance that the frame of a council holds."""

    option: str
    threshold: str
    municipality: str | None
    required: float
    holds: Estimate


def band(
    found: Sample, option: str, municipalities: Sequence[str] | None = None, *, against: bool = True
) -> Band:
    """Return the band of an option for some municipalities together, or for all.

    Of what it costs above staying alone, or of the amount itself.
    """
    apart = found.against_alone(option, municipalities)
    values = apart if against else found.of(option, municipalities)
    return Band(found.percentiles(values, PERCENTS), found.chance(apart < -EQUAL))


def frame_chances(found: Sample) -> tuple[FrameChance, ...]:
    """Return for every frame of the councils the chance that it holds.

    The sample must hold the measures in `FRAMES`.
    """
    scenario = found.study.scenario
    chances = []
    for option in found.study.options:
        for frame in frames(scenario.document.options[option]):
            whose = frame.municipality
            who = scenario.participants(option) if whose is None else (whose,)
            if frame.threshold == "transition_cost_at_most":
                actual = found.of(option, who, "transition_cost")
                held = actual <= frame.required.value + EQUAL
            else:
                gain = found.of(ALONE, who, "structural_cost")
                gain = gain - found.of(option, who, "structural_cost")
                held = gain >= frame.required.value - EQUAL
            chance = found.chance(held)
            chances.append(
                FrameChance(option, frame.threshold, whose, frame.required.value, chance)
            )
    return tuple(chances)


class Convergence(NamedTuple):
    """The median and its error after so many draws, and how many draws are proposed."""

    numbers: tuple[int, ...]
    medians: tuple[Estimate, ...]
    proposed: int


def convergence(
    found: Sample, option: str, municipalities: Sequence[str] | None = None
) -> Convergence:
    """Return how the median settles while draws are added, and how many draws suffice.

    So many that its error is a hundredth of the width of the band from 5 to 95 %, as an error
    falls with the square root of the number of draws.
    """
    apart = found.against_alone(option, municipalities)
    numbers = tuple(sorted({max(1, round(found.done * step)) for step in STEPS}))
    medians = tuple(_after(found, apart, number) for number in numbers)
    width = float(np.percentile(apart, 95) - np.percentile(apart, 5))
    error = medians[-1].error
    if not np.isfinite(error) or width <= EQUAL:
        return Convergence(numbers, medians, found.done)
    wanted = found.done * (error / (WITHIN * width)) ** 2
    return Convergence(numbers, medians, max(100, int(np.ceil(wanted / 100.0)) * 100))


def _after(found: Sample, apart: np.ndarray, number: int) -> Estimate:
    """Return the median after so many draws, with the error that it has then."""
    whole = found.percentile(apart, 50)
    error = whole.error * float(np.sqrt(found.done / number))
    return Estimate(float(np.median(apart[:number])), error)
