"""What every method asks of a scenario: one measure of its options, for as many cases as needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field

import numpy as np

from orgdesign.cached import cached_property
from orgdesign.model.calculation import evaluate
from orgdesign.model.outcomes import Asked
from orgdesign.model.result import Array, Cases, Result
from orgdesign.scenario.scenario import ALONE, Scenario
from orgdesign.sensitivity.choices import parts
from orgdesign.sensitivity.crossed import Crossed
from orgdesign.sensitivity.run import MadeSteps, Outcomes, Told, on_and_on, outcomes

EQUAL = 0.005
"""A difference below half a cent is none. Unit: euros."""

Costs = Mapping[str, Array]
"""For each option, the zero option first, euros by (municipality, case)."""


@dataclass(frozen=True)
class Study:
    """A scenario, the measure that is asked of it, and the options and municipalities compared.

    `options` are those that are compared, the zero option not among them; `year` is that of a
    measure of one year. `executor` does the blocks of large work.
    """

    scenario: Scenario
    options: tuple[str, ...]
    municipalities: tuple[str, ...]
    measure: str = "structural_cost"
    year: int | None = None
    executor: Executor | None = field(default=None, compare=False)

    @cached_property
    def central(self) -> Result:
        """The central case: computed once, however often cases are asked for."""
        return evaluate(self.scenario, options=(ALONE, *self.options))

    @cached_property
    def _made(self) -> MadeSteps:
        """The steps that cases have taken from the central case: others often take them too."""
        return {}

    def costs(self, cases: Cases | Crossed, told: Told = on_and_on) -> Costs:
        """Return the measure of every option, for the cases that were done."""
        found = self.outcomes(cases, (self.measure,), told)
        return {option: values for (option, _), values in found.items()}

    def outcomes(
        self, cases: Cases | Crossed, measures: Sequence[Asked], told: Told = on_and_on
    ) -> Outcomes:
        """Return several measures of every option, for the cases that were done.

        Cases that choose a key are done key by key; where that is stopped, those count that
        lie before the first that is missing.
        """
        split = list(parts(self.scenario, cases))
        done, going = np.zeros(cases.number, dtype=bool), True
        found: dict[tuple[str, Asked], Array] = {}

        def on(here: int, _every: int) -> bool:
            nonlocal going
            going = told(int(done.sum()) + here, cases.number)
            return going

        for part in split:
            options, executor = self.options, self.executor
            own = part.scenario is self.scenario
            some = outcomes(
                part.scenario,
                part.cases,
                measures,
                options,
                executor,
                year=self.year,
                told=on,
                central=self.central if own else None,
                made=self._made if own else None,
            )
            if len(split) == 1:
                return some
            for name, values in some.items():
                whole = found.setdefault(name, np.zeros((len(values), cases.number)))
                whole[:, part.positions[: values.shape[1]]] = values
            done[part.positions[: values.shape[1]]] = True
            if not going:
                break
        until = cases.number if done.all() else int(np.argmin(done))
        return {name: values[:, :until] for name, values in found.items()}


@dataclass(frozen=True)
class Comparison:
    """Two options of which one costs less, for one municipality or for all together."""

    first: str
    second: str
    municipality: str | None = None


def comparisons(study: Study) -> tuple[Comparison, ...]:
    """Return each pair of options for all together, and each option for each participant.

    The zero option is one of the pairs' options; a participant is held against staying alone.
    """
    everyone = (ALONE, *study.options)
    pairs = [
        Comparison(first, second)
        for position, first in enumerate(everyone)
        for second in everyone[position + 1 :]
    ]
    own = [
        Comparison(option, ALONE, municipality)
        for option in study.options
        for municipality in study.scenario.participants(option)
        if municipality in study.municipalities
    ]
    return (*pairs, *own)


def differences(study: Study, compared: Sequence[Comparison], costs: Costs) -> Array:
    """Return how much the first costs above the second, (comparison, case). Unit: euros."""
    return np.array(list(each_difference(study, compared, costs)))


def each_difference(study: Study, compared: Iterable[Comparison], costs: Costs) -> Iterator[Array]:
    """Yield for each comparison how much the first costs above the second, (case,). Unit: euros."""
    place = {id: position for position, id in enumerate(study.scenario.municipalities)}
    totals = {option: values.sum(axis=0) for option, values in costs.items()}
    for each in compared:
        if each.municipality is None:
            yield totals[each.first] - totals[each.second]
        else:
            at = place[each.municipality]
            yield costs[each.first][at] - costs[each.second][at]
