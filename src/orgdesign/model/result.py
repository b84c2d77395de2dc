"""What the calculation gives: labelled, frozen, per option."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from orgdesign.scenario.scenario import Scenario

if TYPE_CHECKING:
    from orgdesign.model.evaluation import Evaluation

Array = NDArray[np.float64]


class Cases(NamedTuple):
    """Sets of values for figures: for each path a value for every case, shape (case,)."""

    number: int = 1
    values: Mapping[str, Array] = MappingProxyType({})


CENTRAL = Cases()
"""The central case: every figure at its value."""


class OptionResult(NamedTuple):
    """The bill of one option.

    `lines` holds, for every line of the bill in its order, euros as borne by each
    municipality: shape (municipality, year, case or 1). `participates` has shape
    (municipality,). `evaluation` answers for any other figure of the model by its name,
    with shape (municipality, job, year, case), 1 along an axis it does not vary on.
    """

    option: str
    participates: NDArray[np.bool_]
    lines: Mapping[str, Array]
    evaluation: Evaluation


class Result(NamedTuple):
    """The bills of the zero option and of every option asked for, the zero option first."""

    scenario: Scenario
    cases: Cases
    options: Mapping[str, OptionResult]

    def in_force(self, option: str, year: int) -> Evaluation:
        """Return the figures of an option, or of what took over from it, in a calendar year."""
        return self.options[option].evaluation.phase(year - self.scenario.years[0])

    def only(self, options: Iterable[str]) -> Result:
        """Return the bills of some options alone."""
        return self._replace(options={option: self.options[option] for option in options})


class Bill(NamedTuple):
    """Some lines of an option's bill, each by (municipality, year, case or 1). Unit: euros."""

    lines: Mapping[str, Array]


class Bills(NamedTuple):
    """Some lines of the bills of options, of one year alone where its position is given."""

    scenario: Scenario
    cases: Cases
    options: Mapping[str, Bill]
    year: int | None = None
