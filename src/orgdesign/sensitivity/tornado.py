"""The tornado: what one quantity at its low and at its high does, the others at their value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from orgdesign.model.result import Array, Cases
from orgdesign.scenario.scenario import ALONE
from orgdesign.sensitivity.quantities import ends, one_at_a_time, uncertain
from orgdesign.sensitivity.run import Told, on_and_on
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

    `costs` has the central case first, then for each quantity its low and its high.
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
        figures = self.study.scenario.figures
        central, *others = outcome.tolist()
        found = []
        for path, low, high in zip(self.paths, others[::2], others[1::2], strict=True):
            first, last = ends(figures[path])
            found.append(Bar(path, first, last, low, high, central))
        return tuple(sorted(found, key=lambda bar: -bar.swing if bar.moves else 0.0))

    def outcome(
        self, option: str, municipalities: Sequence[str] | None, against: str | None = ALONE
    ) -> Array:
        """Return the outcome in every case: the central one, then the ends of each quantity."""
        everyone = self.study.scenario.municipalities
        chosen = everyone if municipalities is None else municipalities
        rows = [everyone.index(municipality) for municipality in chosen]
        paid = self.costs[option][rows].sum(axis=0)
        return np.asarray(paid if against is None else paid - self.costs[against][rows].sum(axis=0))


def tornado(study: Study, paths: Sequence[str] | None = None, told: Told = on_and_on) -> Tornado:
    """Return what each quantity does at its ends, all in one go. Without `paths`: all uncertain."""
    asked = tuple(uncertain(study.scenario) if paths is None else paths)
    figures = study.scenario.figures
    values = [end for path in asked for end in ends(figures[path])]
    tried = one_at_a_time(study.scenario, [path for path in asked for _ in range(2)], values)
    cases = Cases(
        1 + tried.number,
        {path: np.insert(each, 0, figures[path].value) for path, each in tried.values.items()},
    )
    costs = study.costs(cases, told)
    done = (next(iter(costs.values())).shape[1] - 1) // 2
    return Tornado(study, asked[:done], costs)
