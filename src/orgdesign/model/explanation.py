"""A cell explained: the tree of steps that it follows from, and the arithmetic that gives it."""

from __future__ import annotations

from dataclasses import dataclass

from orgdesign.model.arithmetic import Expression
from orgdesign.model.payback import Payback
from orgdesign.scenario.scenario import Scenario


@dataclass(frozen=True)
class Step:
    """One figure of the tree: a formula with the steps below it, or a figure of the file.

    `municipality` and `item` are ids, empty for a figure of all together. `path` is the
    figure's path where it is one of the file, the library or the defaults. `again` says that
    the steps below it stand at an earlier place. `year` is told where the steps beside it are
    of other years.
    """

    name: str
    value: float
    municipality: str = ""
    item: str = ""
    path: str = ""
    steps: tuple[Step, ...] = ()
    again: bool = False
    year: int | None = None


@dataclass(frozen=True)
class Explanation:
    """A cell with the tree below it and the arithmetic that gives it.

    Without a municipality it is of all together, and a factor is the amount of one. Without a
    year it is of all years. `line` is a line of the bill, or the measure where it is of all.
    """

    scenario: Scenario
    option: str
    municipality: str
    line: str
    year: int | None
    value: float
    step: Step
    expression: Expression
    measure: str = "structural_cost"
    payback: Payback | None = None
    """Of the payback the answer itself; the value is the sum of differences that leads to it."""
    until: int | None = None
    """The last year of that sum."""
