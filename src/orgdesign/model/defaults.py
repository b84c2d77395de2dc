"""The numbers that the model counts with where a scenario gives none, by path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from orgdesign.model.choices import CHOICES
from orgdesign.model.evaluation import ALL_READING
from orgdesign.model.inputs import INPUTS
from orgdesign.model.reading import NOTHING, Grid, Reading
from orgdesign.model.result import CENTRAL
from orgdesign.scenario.scenario import ALONE, Scenario


def defaults(scenario: Scenario) -> Mapping[str, float]:
    """Return what holds for every figure that an input asks for and nobody gives.

    A property that is a yearly list has the path of the list. What has no number where it is
    not given, such as a formation plan, is left out.
    """
    return {path: value for path, value in _found(scenario) if np.isfinite(value)}


def _found(scenario: Scenario) -> Iterator[tuple[str, float]]:
    for option in (ALONE, *scenario.options):
        reading = Reading(scenario, option, CENTRAL)
        for name, given in {**INPUTS, **CHOICES}.items():
            grid = None if name in ALL_READING else given(reading)
            if not isinstance(grid, Grid):
                continue
            paths = grid.reads - {NOTHING}
            yield from ((path, grid.default) for path in paths if not reading.given(path))
            if grid.reads == {NOTHING} and reading.table is not None:
                yield reading.property_path(name), grid.default
