"""Values for the figures of a scenario that have a range."""

from __future__ import annotations

import math
from random import Random

from orgdesign.scenario.scenario import Scenario


def drawn(scenario: Scenario, random: Random) -> dict[str, float]:
    """Return a value for every figure with a range, now and then an end of it."""
    values = {}
    for path, figure in scenario.figures.items():
        if figure.values is not None:
            values[path] = random.choice(figure.values)
        elif figure.low is not None and figure.high is not None and figure.uncertain:
            between = random.choice((0.0, 0.3, 0.75, 1.0))
            value = figure.low + between * (figure.high - figure.low)
            value = math.floor(value) if path.endswith(".from") else value
            values[path] = round(value, 2) if value >= 0.2 else value
    return values
