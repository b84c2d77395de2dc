"""Stand-in: how many people it takes for somebody to be there, and who reaches that together."""

from __future__ import annotations

import math
from collections.abc import Sequence

MOST = 1000
"""People beyond whom no pool is looked for."""


def people_needed(absence: float, level: float) -> int | None:
    """Return the fewest people of whom one is there with a wanted chance; None if no number does.

    Formula: the least n with 1 - absence^n >= level, people absent independently of each other.
    """
    if level >= 1.0:
        return None if absence else 1
    for people in range(1, MOST + 1):
        if absence**people <= (1.0 - level) * (1.0 + 1e-9):
            return people
    return None


def fewest_others(own: float, others: Sequence[float], needed: float) -> int | None:
    """Return the fewest others who with an own part reach what is needed; None if all do not.

    The largest others count first: no other choice of as many brings more.
    """
    short = needed - own
    for number, part in enumerate([0.0, *sorted(others, reverse=True)]):
        short -= part
        if short <= 1e-9:
            return number
    return None


def posts_needed(people: int | None, part_time_factor: float) -> float:
    """Return the fte of so many people: infinite where no number does. Unit: fte."""
    return math.inf if people is None else people * part_time_factor
