"""What an index is about: one output of the study, and the factors that can reach it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from orgdesign.model.calculation import evaluate
from orgdesign.model.result import Array, Cases
from orgdesign.scenario.scenario import ALONE
from orgdesign.sensitivity.crossed import Crossed
from orgdesign.sensitivity.factors import Factor, cases_of, correlations, factors
from orgdesign.sensitivity.run import Told, on_and_on
from orgdesign.sensitivity.study import Study

RATE = "scenario.discount_rate"


@dataclass(frozen=True)
class Output:
    """What an option costs above staying alone, for the municipalities of the study together."""

    study: Study
    option: str

    def at(self, drawn: tuple[Factor, ...], ranks: Array, told: Told = on_and_on) -> Array:
        """Return the output at ranks of factors, (case,), for the cases that were done."""
        return self._of(cases_of(drawn, ranks), told)

    def crossed(
        self,
        drawn: tuple[Factor, ...],
        first: Array,
        second: Array,
        blocks: Sequence[NDArray[np.intp]],
        told: Told = on_and_on,
    ) -> Array:
        """Return the output for rows of two samples of ranks, (row, case of a row).

        Each row gives itself, its other self, and the first with every block of factors from the
        second in turn; of the rows that were done.
        """
        groups = tuple(
            tuple(path for at in block.tolist() for path in drawn[at].figures) for block in blocks
        )
        cases = Crossed(cases_of(drawn, first), cases_of(drawn, second), groups)
        found = self._of(cases, told)
        done = found.size // cases.width
        return found[: done * cases.width].reshape(done, cases.width)

    def _of(self, cases: Cases | Crossed, told: Told) -> Array:
        study = self.study
        costs = study.costs(cases, told)
        everyone = study.scenario.municipalities
        rows = [everyone.index(municipality) for municipality in study.municipalities]
        return np.asarray((costs[self.option] - costs[ALONE])[rows].sum(axis=0))

    @property
    def factors(self) -> tuple[Factor, ...]:
        """The factors that a formula of the option or of staying alone reads, in their order."""
        found = evaluate(self.study.scenario, options=[self.option])
        phases = (phase for each in found.options.values() for phase in each.evaluation.phases())
        grids = (grid for phase in phases for grid in phase.grids.values())
        read: frozenset[str] = frozenset().union(*(grid.reads for grid in grids))
        keys = f"options.{self.option}.keys."
        return tuple(
            factor
            for factor in factors(self.study.scenario)
            if any(path in read or path == RATE or path.startswith(keys) for path in factor.figures)
        )


def blocks_of(study: Study, drawn: tuple[Factor, ...]) -> tuple[NDArray[np.intp], ...]:
    """Return the positions of factors that hang together, each block independent of the others."""
    tied = correlations(study.scenario, drawn) != 0.0
    left = list(range(len(drawn)))
    found = []
    while left:
        block, queue = [], [left[0]]
        while queue:
            at = queue.pop()
            if at in left:
                left.remove(at)
                block.append(at)
                queue += [other for other in left if tied[at, other]]
        found.append(np.array(sorted(block), dtype=np.intp))
    return tuple(found)
