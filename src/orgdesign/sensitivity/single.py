"""What is tried by itself: a figure, a group of figures that move together, or a pool's key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from orgdesign.model.result import Array, Cases
from orgdesign.quantities import Quantity
from orgdesign.scenario.scenario import Scenario
from orgdesign.sensitivity.factors import choices, factors
from orgdesign.sensitivity.quantities import ends, uncertain

GROUP = Quantity(value=0.0, low=-1.0, high=1.0)
"""A group: -1 has all its figures at their low, 0 at their value, 1 at their high."""


def every(scenario: Scenario) -> tuple[str, ...]:
    """Return the ids of all that is uncertain, a group or the choice of a key as one.

    In the order of the file, in which readers know them; a group where its first figure stands.
    """
    place = {path: at for at, path in enumerate((*uncertain(scenario), *choices(scenario)))}
    found = sorted(
        factors(scenario), key=lambda factor: min(map(place.__getitem__, factor.figures))
    )
    return tuple(factor.id for factor in found)


def members(scenario: Scenario, id: str) -> tuple[str, ...]:
    """Return the figures of a group, none where the id is of something else."""
    return scenario.document.sensitivity.groups.get(id, ())


def is_choice(scenario: Scenario, id: str) -> bool:
    """Return whether an id is that of the choice of a key: its values have no order."""
    return id not in scenario.figures and id in choices(scenario)


def quantity(scenario: Scenario, id: str) -> Quantity:
    """Return the range of what an id stands for, and where in it the scenario is."""
    if id in scenario.figures:
        return scenario.figures[id]
    return GROUP if members(scenario, id) else choices(scenario)[id]


def values_of(scenario: Scenario, id: str, value: float) -> Mapping[str, float]:
    """Return the value of every figure, or the position of the key, where an id has a value."""
    inside = members(scenario, id)
    if not inside:
        return {id: value}
    return {path: _moved(scenario.figures[path], value) for path in inside}


def _moved(figure: Quantity, part: float) -> float:
    """Return the value that lies so far between a figure's value and its high, or its low."""
    low, high = ends(figure)
    value = figure.value + abs(part) * ((high if part > 0 else low) - figure.value)
    if figure.values is None:
        return value
    return min(figure.values, key=lambda known: abs(known - value))


def one_at_a_time(scenario: Scenario, ids: Sequence[str], values: Sequence[float] | Array) -> Cases:
    """Return one case for each id and value: that has it, all others are central."""
    varied: dict[str, Array] = {}
    for position, (id, value) in enumerate(zip(ids, values, strict=True)):
        for path, own in values_of(scenario, id, float(value)).items():
            if path not in varied:
                varied[path] = np.full(len(ids), quantity(scenario, path).value)
            varied[path][position] = own
    return Cases(len(ids), varied)
