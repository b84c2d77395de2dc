"""Wires the formulas to each other and to the scenario's figures, by their names."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from typing import Any, cast

import numpy as np

from orgdesign.allocation.wiring import key_node
from orgdesign.lines import LINES
from orgdesign.model import amounts, charge, joint, own, people, price, staff
from orgdesign.model.axes import Product
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

OF_ALONE = "alone:"
"""Stands before the name of a figure of the zero option."""


class Evaluation:
    """One option's figures, computed when asked for and kept.

    `evaluation["formation"]` is an array over (municipality, job, year, case). `grids` holds
    the paths of the inputs that were read. `values` holds what was computed, each figure after
    those that it reads.
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
        value = self.value(name)
        return np.asarray(value) if isinstance(value, Product) else value

    def value(self, name: str) -> Any:
        """Return a figure as formulas read it: a product with its factors still apart."""
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
        if name.startswith(OF_ALONE):
            return (self.alone or self).value(name.removeprefix(OF_ALONE))
        if self.alone is not None and self.shared(name):
            value = self.value(OF_ALONE + name)
            self._reads[name] = (OF_ALONE + name,)
            self.grids.update({name: self.alone.grids[name]} if name in self.alone.grids else {})
            return value
        node = self.node(name)
        if isinstance(node, Formula):
            value = node.function(*[self.value(argument) for argument in node.arguments])
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
        self, reading: Reading, reached: Collection[str], alone: Evaluation | None
    ) -> Evaluation:
        """Return the evaluation of a reading that differs in the values of some figures only.

        What is not among the names that they reach is kept, the rest computed in the same order.
        """
        fresh = Evaluation(reading, alone)
        fresh.grids, fresh._reads = self.grids, self._reads
        fresh._shared, fresh._nodes = self._shared, self._nodes
        values = fresh.values = dict(self.values)
        for name in self.values:
            if name in reached:
                values[name] = fresh._anew(name)
        kept = self.__dict__.get("lines", {})
        fresh.__dict__["lines"] = {
            line: kept[line] if kept and line not in reached else fresh._line(line)
            for line in LINES
        }
        return fresh

    def _anew(self, name: str) -> Any:
        """Return a figure whose arguments are all there."""
        values = self.values
        if name.startswith(OF_ALONE):
            return (self.alone or self).values[name.removeprefix(OF_ALONE)]
        reads = self._reads.get(name)
        if reads is None:
            return self.reading.fill(self.grids[name])
        if reads[0].startswith(OF_ALONE) and reads[0].removeprefix(OF_ALONE) == name:
            return values[reads[0]]
        formula = cast("Formula", self._nodes[name])
        return formula.function(*[values[argument] for argument in reads])

    @cached_property
    def lines(self) -> Mapping[str, Array]:
        """The bill: for every line euros by (municipality, year, case or 1)."""
        return {line: self._line(line) for line in LINES}

    def _line(self, line: str) -> Array:
        scenario, amounts = self.reading.scenario, self[line]
        shape = (len(scenario.municipalities), 1, len(scenario.years), amounts.shape[-1])
        whole = amounts if amounts.shape == shape else np.broadcast_to(amounts, shape)
        return np.asarray(whole[:, 0])


def evaluate(
    scenario: Scenario, cases: Cases = CENTRAL, options: Sequence[str] | None = None
) -> Result:
    """Return the bill of the zero option and of the options asked for (all where none is)."""
    alone = Evaluation(Reading(scenario, ALONE, cases))
    wanted = scenario.options if options is None else options
    found = {ALONE: alone}
    found |= {o: Evaluation(Reading(scenario, o, cases), alone) for o in wanted if o != ALONE}
    return Result(scenario, cases, {option: _result(each) for option, each in found.items()})


def recompute(
    result: Result, scenario: Scenario, paths: Collection[str], cases: Cases = CENTRAL
) -> Result:
    """Return the result of a scenario that differs from the last in the values of some figures.

    Every path must have been a figure before: a new path, or another choice, can change which
    formulas there are and needs `evaluate`. The cases may give values for the same paths.
    """
    before = {option: found.evaluation for option, found in result.options.items()}
    anew = before[ALONE].reached(paths)
    alone = before[ALONE].updated(Reading(scenario, ALONE, cases), anew, None)
    changed = [OF_ALONE + name for name in anew]
    found = {ALONE: alone}
    for option, each in before.items():
        if option != ALONE:
            reached = each.reached(paths, changed)
            found[option] = each.updated(Reading(scenario, option, cases), reached, alone)
    return Result(scenario, cases, {o: _result(each) for o, each in found.items()})


def _result(evaluation: Evaluation) -> OptionResult:
    taking_part = members(evaluation.reading)[:, 0, 0, 0] > 0
    return OptionResult(evaluation.reading.option, taking_part, evaluation.lines, evaluation)
