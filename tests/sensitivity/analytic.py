"""Studies whose costs follow a formula of our own, so that the answer is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from orgdesign.model.outcomes import Asked
from orgdesign.model.result import Cases
from orgdesign.quantities import Quantity
from orgdesign.scenario.load import load_text
from orgdesign.scenario.scenario import Scenario
from orgdesign.sensitivity.crossed import Crossed
from orgdesign.sensitivity.run import Outcomes, Told, on_and_on
from orgdesign.sensitivity.study import Study

Array = NDArray[np.float64]
Formula = Callable[[dict[str, Array]], Array]

TEXT = """\
format = 1
[scenario]
title = "Analytic"
price_level = 2024
first_year = 2025
years = 3
[municipalities]
one = { name = "One", inhabitants = 10_000 }
two = { name = "Two", inhabitants = 10_000 }
[options.joint]
name = "Joint"
form = "network"
participants = "all"
from = 2025
"""


def scenario_of(figures: dict[str, Quantity]) -> Scenario:
    """Return a scenario with these figures and no other uncertain ones."""
    loaded = load_text(TEXT)
    assert loaded.scenario is not None, loaded.problems
    certain = {path: f for path, f in loaded.scenario.figures.items() if not f.uncertain}
    return replace(loaded.scenario, figures={**certain, **figures})


@dataclass(frozen=True)
class Analytic(Study):
    """A study in which the option costs a formula of the figures, and staying alone nothing.

    Municipality one bears it all. `asked` counts the cases that were asked for.
    """

    formula: Formula = lambda _: np.zeros(1)
    asked: list[int] = field(default_factory=list, compare=False)

    def outcomes(
        self, cases: Cases | Crossed, measures: Sequence[Asked], told: Told = on_and_on
    ) -> Outcomes:
        """Return the formula's values for municipality one."""
        self.asked.append(cases.number)
        central = {p: np.full(cases.number, f.value) for p, f in self.scenario.figures.items()}
        values = self.formula({**central, **cases.values})
        told(cases.number, cases.number)
        rows = np.stack([np.broadcast_to(values, cases.number), np.zeros(cases.number)])
        named = {"alone": np.zeros((2, cases.number)), "joint": rows}
        return {(option, name): paid for name in measures for option, paid in named.items()}


def analytic(formula: Formula, figures: dict[str, Quantity]) -> Analytic:
    """Return the study of a formula and its figures."""
    return Analytic(scenario_of(figures), ("joint",), ("one", "two"), formula=formula)


def ranges(names: Sequence[str], low: float = 0.0, high: float = 1.0) -> dict[str, Quantity]:
    """Return figures with a uniform range."""
    middle = (low + high) / 2
    return {
        name: Quantity(value=middle, low=low, high=high, distribution="uniform") for name in names
    }
