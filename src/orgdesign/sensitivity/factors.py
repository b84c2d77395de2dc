"""What is drawn by itself: a figure, figures that move together, or the key of a pool."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from orgdesign.lines import RUNNING
from orgdesign.model.result import Array, Cases
from orgdesign.quantities import Quantity
from orgdesign.scenario.key_names import key_of
from orgdesign.scenario.scenario import Scenario
from orgdesign.scenario.schema.output import KeyChoice
from orgdesign.sensitivity.distributions import values
from orgdesign.sensitivity.quantities import uncertain


@dataclass(frozen=True)
class Factor:
    """One thing that is uncertain: its id, and the figures that follow its rank.

    The id is the path of the figure, the id of the group or the path of the choice. A choice of
    a key has the positions of the keys as its values.
    """

    id: str
    figures: Mapping[str, Quantity]


def choices(scenario: Scenario) -> dict[str, Quantity]:
    """Return for every choice of a key its path and the positions of its keys with weights."""
    return {
        f"options.{choice.option}.keys.{choice.pool}": Quantity(
            value=_now(scenario, choice),
            values=tuple(float(position) for position in range(len(choice.keys))),
            weights=choice.weights,
            distribution="discrete",
        )
        for choice in scenario.document.sensitivity.keys.values()
    }


def _now(scenario: Scenario, choice: KeyChoice) -> float:
    """Return the position of the key that the option has, -1 where it is not among those.

    A line that follows its pool follows its floor, cap and settlement too: no key of its own does.
    """
    keys = scenario.document.options[choice.option].keys
    key = key_of(keys, choice.pool)
    follows = choice.pool in RUNNING and choice.pool not in keys
    return float(choice.keys.index(key)) if key in choice.keys and not follows else -1.0


def factors(scenario: Scenario) -> tuple[Factor, ...]:
    """Return what is drawn, sorted by id, the figures of a group sorted by path.

    Points are handed out by place, so that a place in the file must not decide what is drawn.
    """
    groups = scenario.document.sensitivity.groups
    group_of = {path: id for id, paths in groups.items() for path in paths}
    found: dict[str, dict[str, Quantity]] = {}
    for path in sorted(uncertain(scenario)):
        found.setdefault(group_of.get(path, path), {})[path] = scenario.figures[path]
    for path, positions in choices(scenario).items():
        found[path] = {path: positions}
    return tuple(Factor(id, found[id]) for id in sorted(found))


def cases_of(drawn: tuple[Factor, ...], ranks: Array) -> Cases:
    """Return the cases of ranks, shape (factor, case), each figure by its own distribution."""
    found: dict[str, Array] = {}
    for factor, row in zip(drawn, ranks, strict=True):
        for path, figure in factor.figures.items():
            found[path] = values(path, figure, row)
    return Cases(ranks.shape[1], found)


def correlations(scenario: Scenario, drawn: tuple[Factor, ...]) -> Array:
    """Return the rank correlations of the factors, (factor, factor), 1 on the diagonal.

    A correlation with a figure of a group holds for the group.
    """
    place = {path: at for at, factor in enumerate(drawn) for path in factor.figures}
    found = np.eye(len(drawn))
    for pair, given in scenario.document.sensitivity.correlation.items():
        first, second = (place.get(name.strip()) for name in pair.split(","))
        if first is not None and second is not None:
            found[first, second] = found[second, first] = given
    return found
