"""A sample: the outcomes of every draw, and how far an estimate from them can be off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from orgdesign.model.result import Array
from orgdesign.scenario.scenario import ALONE
from orgdesign.sensitivity.draws import Draws
from orgdesign.sensitivity.run import Outcomes, Told, on_and_on
from orgdesign.sensitivity.study import Study


class Estimate(NamedTuple):
    """A number from a sample and its standard error; not a number where that is unknown."""

    value: float
    error: float


@dataclass(frozen=True)
class Sample:
    """Measures of every option for the draws that were done.

    `outcomes` holds euros by (municipality, draw) for each option and measure.
    """

    study: Study
    draws: Draws
    outcomes: Outcomes

    @property
    def done(self) -> int:
        """How many draws were done."""
        return int(next(iter(self.outcomes.values())).shape[1])

    def of(
        self, option: str, municipalities: Sequence[str] | None = None, measure: str | None = None
    ) -> Array:
        """Return a measure of an option for some municipalities together, or all, (draw,)."""
        rows = self.study.scenario.places(municipalities)
        values = self.outcomes[option, measure or self.study.measure]
        return np.asarray(values[rows].sum(axis=0))

    def against_alone(self, option: str, municipalities: Sequence[str] | None = None) -> Array:
        """Return what an option costs above staying alone, (draw,). Unit: euros."""
        return self.of(option, municipalities) - self.of(ALONE, municipalities)

    def estimate(self, values: Array, number: Callable[[Array], float]) -> Estimate:
        """Return a number of the draws, with the error that its slices show.

        Every slice was drawn by itself, so the spread between slices is that of chance:
        error = standard deviation over the slices / sqrt(number of slices).
        """
        return Estimate(number(values), _error([number(values[part]) for part in self._slices]))

    @property
    def _slices(self) -> list[slice]:
        """The slices of the draws that were done wholly."""
        return [part for part in self.draws.slices if part.stop <= self.done]

    def percentile(self, values: Array, percent: float) -> Estimate:
        """Return a percentile of the draws, with its error."""
        return self.percentiles(values, (percent,))[0]

    def percentiles(self, values: Array, percents: Sequence[float]) -> tuple[Estimate, ...]:
        """Return percentiles of the draws, each with its error, as `estimate` does for one."""
        found = np.percentile(values, percents).tolist()
        each = [np.percentile(values[part], percents) for part in self._slices]
        by_percent = np.array(each).reshape(-1, len(percents)).T.copy()
        return tuple(Estimate(*pair) for pair in zip(found, map(_error, by_percent), strict=True))

    def mean(self, values: Array) -> Estimate:
        """Return the mean of the draws, with its error."""
        return self.estimate(values, lambda part: float(part.mean()))

    def chance(self, true: NDArray[np.bool_]) -> Estimate:
        """Return how often something is true, with its error.

        Where it never or always is, the error is that of one draw that would differ.
        """
        found = self.mean(true.astype(np.float64))
        if found.value in (0.0, 1.0):
            part = 1.0 / (true.size + 2.0)
            return Estimate(found.value, float(np.sqrt(part * (1.0 - part) / true.size)))
        return found


def _error(each: Sequence[float] | Array) -> float:
    """Return the error of a number by what it is in each slice; none where there are not two."""
    return float(np.std(each, ddof=1) / np.sqrt(len(each))) if len(each) > 1 else np.nan


def sample(
    study: Study, draws: Draws, told: Told = on_and_on, measures: Sequence[str] = ()
) -> Sample:
    """Return the outcomes of all draws; where `told` says to stop, of those that were done.

    Beside the measure of the study those in `measures` are computed too.
    """
    wanted = tuple(dict.fromkeys((study.measure, *measures)))
    return Sample(study, draws, study.outcomes(draws.cases, wanted, told))
