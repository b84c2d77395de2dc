"""Wires the formulas to each other and to the scenario's figures, by their names."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np

from orgdesign.allocation.wiring import key_node
from orgdesign.lines import LINES
from orgdesign.model import amounts, charge, joint, own, people, price, staff
from orgdesign.model.bill import BILL, BOUND_NODES
from orgdesign.model.choices import CHOICES, members
from orgdesign.model.formula import Formula, named
from orgdesign.model.inputs import INPUTS, PER_OPTION
from orgdesign.model.reading import Grid, Input, Reading
from orgdesign.model.result import CENTRAL, Array, Cases, OptionResult, Result
from orgdesign.scenario.scenario import ALONE, Scenario

PAGES = {
    "staff": staff.FORMULAS,
    "people": people.FORMULAS,
    "price": price.FORMULAS,
    "own": own.FORMULAS,
    "joint": joint.FORMULAS,
    "amounts": amounts.FORMULAS,
    "charge": charge.FORMULAS,
}
"""The pages of the handbook: the formulas that have a name of their own."""

FORMULAS: Mapping[str, Formula] = {**named(*PAGES.values()), **BILL, **BOUND_NODES}
"""Every formula that is the same for all options, by the name of its node."""


class Evaluation:
    """One option's figures, computed when asked for and kept.

    `evaluation["formation"]` is an array over (municipality, job, year, case). `grids` holds
    the paths of the inputs that were read.
    """

    def __init__(self, reading: Reading, alone: Evaluation | None = None) -> None:
        self.reading = reading
        self.alone = alone
        self.values: dict[str, Any] = {}
        self.grids: dict[str, Grid] = {}
        self._shared: dict[str, bool] = {}
        self._nodes: dict[str, Formula | Input] = {}
        self._reads: dict[str, tuple[str, ...]] = {}

    def __getitem__(self, name: str) -> Any:
        """Return a figure by the name of its formula or input."""
        if name not in self.values:
            self.values[name] = self._compute(name)
        return self.values[name]

    def node(self, name: str) -> Formula | Input:
        """Return the formula or the input of a name; raises KeyError for an unknown name."""
        if name not in self._nodes:
            found = FORMULAS.get(name) or INPUTS.get(name) or CHOICES.get(name)
            found = found or key_node(self.reading, name)
            if found is None:
                raise KeyError(name)
            self._nodes[name] = found
        return self._nodes[name]

    def shared(self, name: str) -> bool:
        """Return whether a figure is the same in every option, so that one computation does."""
        if name not in self._shared:
            self._shared[name] = self._same_everywhere(name)
        return self._shared[name]

    def _same_everywhere(self, name: str) -> bool:
        if name in INPUTS:
            own = self.reading.table is not None and bool(self.reading.table.measures)
            return not (own and name in PER_OPTION)
        formula = FORMULAS.get(name)
        return formula is not None and all(self.shared(each) for each in formula.arguments)

    def _compute(self, name: str) -> Any:
        if name.startswith("alone:"):
            return (self.alone or self)[name.removeprefix("alone:")]
        if self.alone is not None and self.shared(name):
            value = self[f"alone:{name}"]
            self._reads[name] = (f"alone:{name}",)
            self.grids.update({name: self.alone.grids[name]} if name in self.alone.grids else {})
            return value
        node = self.node(name)
        if isinstance(node, Formula):
            value = node.function(*[self[argument] for argument in node.arguments])
            self._reads[name] = node.arguments
            return value
        value = node(self.reading)
        if isinstance(value, Grid):
            self.grids[name] = value
            return self.reading.fill(value)
        return value

    def reached(self, paths: Collection[str], alone: Collection[str] = ()) -> set[str]:
        """Return the names, of those computed, that the figures of some paths reach.

        `alone` holds those that they reach in the zero option, as `alone:NAME`.
        """
        reached = {name for name, grid in self.grids.items() if not grid.reads.isdisjoint(paths)}
        reached.update(alone)
        for name, reads in self._reads.items():
            if not reached.isdisjoint(reads):
                reached.add(name)
        return reached

    def updated(
        self, scenario: Scenario, reached: Collection[str], alone: Evaluation | None
    ) -> Evaluation:
        """Return the evaluation of a scenario that differs in the values of some figures only.

        What is not among the names that they reach is kept.
        """
        fresh = Evaluation(Reading(scenario, self.reading.option, self.reading.cases), alone)
        fresh.values = {name: value for name, value in self.values.items() if name not in reached}
        fresh.grids, fresh._reads = dict(self.grids), dict(self._reads)
        fresh._shared, fresh._nodes = self._shared, self._nodes
        return fresh

    @cached_property
    def lines(self) -> Mapping[str, Array]:
        """The bill: for every line euros by (municipality, year, case or 1)."""
        scenario = self.reading.scenario
        shape = (len(scenario.municipalities), 1, len(scenario.years))
        return {
            line: np.broadcast_to(self[line], (*shape, self[line].shape[-1]))[:, 0]
            for line in LINES
        }


def evaluate(
    scenario: Scenario, cases: Cases = CENTRAL, options: Sequence[str] | None = None
) -> Result:
    """Return the bill of the zero option and of the options asked for (all where none is)."""
    alone = Evaluation(Reading(scenario, ALONE, cases))
    wanted = scenario.options if options is None else options
    found = {ALONE: alone}
    found |= {o: Evaluation(Reading(scenario, o, cases), alone) for o in wanted if o != ALONE}
    return Result(scenario, cases, {option: _result(each) for option, each in found.items()})


def recompute(result: Result, scenario: Scenario, paths: Collection[str]) -> Result:
    """Return the result of a scenario that differs from the last in the values of some figures.

    Every path must have been a figure before: a new path, or another choice, can change which
    formulas there are and needs `evaluate`.
    """
    before = {option: found.evaluation for option, found in result.options.items()}
    anew = before[ALONE].reached(paths)
    alone = before[ALONE].updated(scenario, anew, None)
    changed = [f"alone:{name}" for name in anew]
    found = {ALONE: alone}
    for option, each in before.items():
        if option != ALONE:
            found[option] = each.updated(scenario, each.reached(paths, changed), alone)
    return Result(scenario, result.cases, {o: _result(each) for o, each in found.items()})


def _result(evaluation: Evaluation) -> OptionResult:
    taking_part = members(evaluation.reading)[:, 0, 0, 0] > 0
    return OptionResult(evaluation.reading.option, taking_part, evaluation.lines, evaluation)
