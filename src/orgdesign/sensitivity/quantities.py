"""The uncertain quantities of a scenario, and the values at which one of them is tried."""

from __future__ import annotations

import numpy as np

from orgdesign.model.result import Array
from orgdesign.quantities import Quantity
from orgdesign.scenario.kinds import kind_at
from orgdesign.scenario.paths import split_path
from orgdesign.scenario.scenario import Scenario

POINTS = 33
"""Values at which a range is tried, both its ends among them."""


def uncertain(scenario: Scenario) -> tuple[str, ...]:
    """Return the paths of the quantities with a range or with several values, in their order.

    A range that a form gives and no option takes from it is none of the scenario.
    """
    figures = scenario.figures.items()
    return tuple(path for path, each in figures if each.uncertain and scenario.in_use(path))


def ends(figure: Quantity) -> tuple[float, float]:
    """Return the lowest and the highest value of a quantity, its value where it has no range."""
    if figure.values is not None:
        return min(figure.values), max(figure.values)
    low = figure.value if figure.low is None else figure.low
    return low, figure.value if figure.high is None else figure.high


def in_steps(path: str, figure: Quantity) -> bool:
    """Return whether a quantity jumps from value to value: a choice, a count or whole years."""
    kind = kind_at(split_path(path))
    return figure.values is not None or (
        kind is not None and (kind.whole or kind.unit in ("years", "year"))
    )


def points(path: str, figure: Quantity, number: int = POINTS) -> Array:
    """Return the values to try, in order: the ends, the central value and those between.

    A quantity of a few possible values has just these, one of whole numbers only whole numbers.
    """
    low, high = ends(figure)
    if figure.values is not None:
        return np.unique([*figure.values, figure.value])
    if in_steps(path, figure):
        low, high = np.ceil(low), np.floor(high)
        return np.unique([*np.round(np.linspace(low, high, number)), np.round(figure.value)])
    return np.unique([*np.linspace(low, high, number), figure.value])
