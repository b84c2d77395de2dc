"""The tornado: what one quantity at its low and at its high does, the others at their value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from orgdesign.model.result import Array, Cases
from orgdesign.scenario.scenario import ALONE
from orgdesign.sensitivity.quantities import ends
from orgdesign.sensitivity.run import Told, on_and_on
from orgdesign.sensitivity.single import every, is_choice, one_at_a_time, quantity
from orgdesign.sensitivity.study import EQUAL, Costs, Study


class Bar(NamedTuple):
    """A quantity with its ends, and the outcome at either end. Unit of outcomes: euros."""

    path: str
    low: float
    high: float
    at_low: float
    at_high: float
    central: float

    @property
    def swing(self) -> float:
        """How far apart the outcomes lie that the quantity gives, the central one among them."""
        given = (self.at_low, self.at_high, self.central)
        return max(given) - min(given)

    @property
    def moves(self) -> bool:
        """Whether the outcome differs at either end."""
        return self.swing > EQUAL


@dataclass(frozen=True)
class Tornado:
    """The costs of every option in the central case and at both ends of every quantity.

    `costs` has the central case first, then for each quantity its low and its high, and for
    the choice of a key every key.
    """

    study: Study
    paths: tuple[str, ...]
    costs: Costs

    def bars(
        self,
        option: str,
        municipalities: Sequence[str] | None = None,
        against: str | None = ALONE,
    ) -> tuple[Bar, ...]:
        """Return a bar for each quantity, the widest first, those that move nothing last.

        For some municipalities together (all where none are given), as the difference from
        another option; where `against` is None, the amount itself.
        """
        outcome = self.outcome(option, municipalities, against)
        central, *others = outcome.tolist()
        found = []
        for path in self.paths:
            values = tries(self.study, path)
            here, others = others[: len(values)], others[len(values) :]
            pairs = list(zip(values, here, strict=True))
            if len(pairs) > 2:
                pairs = [min(pairs, key=_outcome), max(pairs, key=_outcome)]
            (first, low), (last, high) = pairs
            found.append(Bar(path, first, last, low, high, central))
        return tuple(sorted(found, key=_widest_first))

    def outcome(
        self, option: str, municipalities: Sequence[str] | None, against: str | None = ALONE
    ) -> Array:
        """Return the outcome in every case: the central one, then the ends of each quantity."""
        rows = self.study.scenario.places(municipalities)
        paid = self.costs[option][rows].sum(axis=0)
        return np.asarray(paid if against is None else paid - self.costs[against][rows].sum(axis=0))


def _widest_first(bar: Bar) -> tuple[float, str]:
    """Return what bars are sorted by: those as wide to the cent stand in order of their paths.

    Those that move nothing keep the order in which they were asked for.
    """
    return (-round(bar.swing, 2), bar.path) if bar.moves else (0.0, "")


def _outcome(pair: tuple[float, float]) -> float:
    return pair[1]


def tries(study: Study, path: str) -> tuple[float, ...]:
    """Return the values at which a quantity is tried: its ends, or every key of a choice."""
    figure = quantity(study.scenario, path)
    if is_choice(study.scenario, path) and figure.values:
        return figure.values
    return ends(figure)


def tornado(study: Study, paths: Sequence[str] | None = None, told: Told = on_and_on) -> Tornado:
    """Return what each quantity does at its ends, all in one go. Without `paths`: all uncertain."""
    scenario = study.scenario
    asked = tuple(every(scenario) if paths is None else paths)
    pairs = [(path, value) for path in asked for value in tries(study, path)]
    tried = one_at_a_time(scenario, [path for path, _ in pairs], [value for _, value in pairs])
    cases = Cases(
        1 + tried.number,
        {
            path: np.insert(each, 0, quantity(scenario, path).value)
            for path, each in tried.values.items()
        },
    )
    costs = study.costs(cases, told)
    reached = np.cumsum([1, *(len(tries(study, path)) for path in asked)])[1:]
    done = int((reached <= next(iter(costs.values())).shape[1]).sum())
    return Tornado(study, asked[:done], costs)
