"""What an index is about: one output of the study, and the factors that can reach it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from orgdesign.model.calculation import evaluate
from orgdesign.model.result import Array, Cases
from orgdesign.quantities import Quantity
from orgdesign.scenario.scenario import ALONE
from orgdesign.sensitivity.choices import parts
from orgdesign.sensitivity.crossed import Crossed
from orgdesign.sensitivity.factors import Factor, cases_of, choices, correlations, factors
from orgdesign.sensitivity.run import Told, on_and_on
from orgdesign.sensitivity.single import one_at_a_time
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
        rows = study.scenario.places(study.municipalities)
        return np.asarray((costs[self.option] - costs[ALONE])[rows].sum(axis=0))

    @property
    def factors(self) -> tuple[Factor, ...]:
        """The factors that reach the option or staying alone, in their order.

        A formula reads them, with one of the keys that are drawn, or they are such a key.
        """
        keys = self._keys
        read = frozenset((RATE, *keys)).union(*self._reads(keys))
        return tuple(
            factor for factor in factors(self.study.scenario) if not read.isdisjoint(factor.figures)
        )

    @property
    def _keys(self) -> Mapping[str, Quantity]:
        """The choices of a key of the option and of those that take over from it, by path."""
        options = self.study.scenario.phases(self.option)
        own = tuple(f"options.{each}.keys." for each in options)
        found = choices(self.study.scenario)
        return {path: found[path] for path in found if path.startswith(own)}

    def _reads(self, keys: Mapping[str, Quantity]) -> Iterator[frozenset[str]]:
        """Yield the figures that formulas read, with each of the keys."""
        scenario = self.study.scenario
        tried = [(path, position) for path, each in keys.items() for position in each.values or ()]
        cases = one_at_a_time(scenario, [path for path, _ in tried], [at for _, at in tried])
        for part in parts(scenario, cases):
            for found in evaluate(part.scenario, options=[self.option]).options.values():
                for phase in found.evaluation.phases():
                    yield from (grid.reads for grid in phase.grids.values())


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
