"""Which formulas read a figure, and which lines of the bill it moves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from orgdesign.lines import LINES
from orgdesign.model.calculation import evaluate
from orgdesign.model.evaluation import OF_ALONE, Evaluation
from orgdesign.model.formula import Formula
from orgdesign.model.nudges import nudges
from orgdesign.model.result import Array, Cases, Result
from orgdesign.model.staffing import compute_staffing
from orgdesign.quantities import Quantity
from orgdesign.scenario.scenario import ALONE, Origin, Scenario


@dataclass(frozen=True)
class Where:
    """A figure, its place in the file, the formulas that read it and the lines it moves.

    `options` names the options whose figures it reaches; `alone` among them is the zero option.
    """

    path: str
    quantity: Quantity
    origin: Origin | None
    formulas: tuple[str, ...]
    lines: tuple[str, ...]
    options: tuple[str, ...]


def where(scenario: Scenario, path: str, result: Result | None = None) -> Where:
    """Return where a figure stands, what reads it and which lines of the bill it moves.

    The lines are those of any municipality, option and year that differ when the figure is a
    little higher or lower, a year more or less where it counts years, or at an end of its range.
    Raises KeyError for an unknown path.
    """
    quantity = scenario.figures[path]
    result = result or evaluate(scenario)
    formulas: dict[str, None] = {}
    for found in result.options.values():
        for phase in found.evaluation.phases():
            compute_staffing(phase)
            inputs = [name for name, grid in phase.grids.items() if path in grid.paths]
            formulas.update(dict.fromkeys(readers(phase, inputs)))
    origin = scenario.origins.get(path)
    lines = _lines_moved(scenario, path, quantity)
    return Where(path, quantity, origin, tuple(formulas), lines, _reached(result, path))


def _reached(result: Result, path: str) -> tuple[str, ...]:
    """Return the options of which a formula reads a figure, or reads what follows from it.

    What is the same in every option is computed in the zero option and read there by the others.
    """
    alone = result.options[ALONE].evaluation.reached([path], games=False)
    shared = [f"{OF_ALONE}{name}" for name in alone]
    return tuple(
        option
        for option, found in result.options.items()
        if any(
            not name.startswith(OF_ALONE)
            for phase in found.evaluation.phases()
            for name in phase.reached([path], shared, games=False)
        )
    )


def _lines_moved(scenario: Scenario, path: str, figure: Quantity) -> tuple[str, ...]:
    values = [figure.value, *nudges(path, figure)]
    tried = Cases(len(values), {path: np.array(values)})
    bills = [found.lines for found in evaluate(scenario, tried).options.values()]
    return tuple(line for line in LINES if any(_differs(bill[line]) for bill in bills))


def _differs(amounts: Array) -> bool:
    return bool((amounts != amounts[..., :1]).any())


def readers(evaluation: Evaluation, inputs: Iterable[str]) -> tuple[str, ...]:
    """Return the formulas computed so far that read one of the inputs themselves."""
    wanted = set(inputs)
    computed = (name for name in evaluation.values if not name.startswith("alone:"))
    nodes = {name: evaluation.node(name) for name in computed}
    return tuple(
        name
        for name, node in nodes.items()
        if isinstance(node, Formula) and wanted.intersection(node.arguments)
    )
