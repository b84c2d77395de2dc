"""What the exits of a scenario come to, and whether a figure moves any of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from orgdesign.model.calculation import evaluate
from orgdesign.model.exits import can_leave, exits, first_exit
from orgdesign.model.nudges import nudges
from orgdesign.model.outcomes import years_of_operation
from orgdesign.model.result import Result
from orgdesign.scenario.scenario import Scenario


def left(result: Result) -> Iterator[np.ndarray]:
    """Yield what the exit of each participant does to who leaves and to the others."""
    for option in result.options:
        for year in years_of_operation(result, option)[:-1]:
            able = can_leave(result, option, year)
            if first_exit(result, option, year) > year or result.scenario.stays_alone(option):
                continue
            for each in exits(result, option, [(m,) for m in able], year):
                yield each.leaves - each.stays
                yield each.after


def moves_an_exit(taken: Scenario, path: str) -> bool:
    """Return whether a figure that is nudged moves the exit of anybody."""
    before = list(left(evaluate(taken)))
    for value in nudges(path, taken.figures[path]):
        other = taken.figures[path].replaced(value=value)
        moved = replace(taken, figures={**taken.figures, path: other})
        after = left(evaluate(moved))
        pairs = zip(before, after, strict=True)
        if not all(np.allclose(was, now, rtol=1e-9, atol=1e-4) for was, now in pairs):
            return True
    return False
