"""Wires the formulas to each other and to the scenario's figures, by their names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np

from orgdesign.allocation.wiring import key_node
from orgdesign.model import amounts, charge, joint, own, people, price, staff
from orgdesign.model.bill import BILL, BOUND_NODES
from orgdesign.model.choices import CHOICES, members
from orgdesign.model.formula import Formula, named
from orgdesign.model.inputs import INPUTS
from orgdesign.model.lines import LINES
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

    def __getitem__(self, name: str) -> Any:
        """Return a figure by the name of its formula or input."""
        if name not in self.values:
            self.values[name] = self._compute(name)
        return self.values[name]

    def node(self, name: str) -> Formula | Input:
        """Return the formula or the input of a name; raises KeyError for an unknown name."""
        found = FORMULAS.get(name) or INPUTS.get(name) or CHOICES.get(name)
        found = found or key_node(self.reading, name)
        if found is None:
            raise KeyError(name)
        return found

    def _compute(self, name: str) -> Any:
        if name.startswith("alone:"):
            return (self.alone or self)[name.removeprefix("alone:")]
        node = self.node(name)
        if isinstance(node, Formula):
            return node.function(*[self[argument] for argument in node.arguments])
        value = node(self.reading)
        if isinstance(value, Grid):
            self.grids[name] = value
            return self.reading.fill(value)
        return value

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


def _result(evaluation: Evaluation) -> OptionResult:
    taking_part = members(evaluation.reading)[:, 0, 0, 0] > 0
    return OptionResult(evaluation.reading.option, taking_part, evaluation.lines, evaluation)
