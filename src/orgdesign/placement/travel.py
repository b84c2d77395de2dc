"""Where the joint posts are, and how far that is from where people work."""

from __future__ import annotations

import math

from orgdesign.scenario.scenario import ALONE, Scenario


def workplace(scenario: Scenario, option: str) -> str | None:
    """Return the municipality in which the joint posts are: as given, else the host's."""
    if option == ALONE:
        return None
    table = scenario.document.options[option]
    return table.workplace or table.host


def distance(scenario: Scenario, start: str, end: str) -> float:
    """Return the distance between two municipalities. Unit: kilometres; not a number if unknown."""
    if start == end:
        return 0.0
    given = scenario.document.distances
    found = given.get(start, {}).get(end) or given.get(end, {}).get(start)
    return found.value if found else math.nan
