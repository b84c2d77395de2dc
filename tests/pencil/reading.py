"""How a number, a whole number of years and a yearly profile are read; central values only."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from orgdesign.quantities import Quantity


def number(given: Quantity | None, default: float = 0.0) -> float:
    """Return the central value of a figure."""
    return default if given is None else given.value


def whole(given: Quantity | None, default: int = 0) -> int:
    """Return a figure as a whole number, halves going up."""
    return default if given is None else math.floor(given.value + 0.5)


def for_one(given: Quantity | Mapping[str, Quantity] | None, municipality: str) -> float | None:
    """Return the figure of one municipality, None where nobody gives it."""
    if given is None:
        return None
    if isinstance(given, Mapping):
        return given[municipality].value if municipality in given else None
    return given.value


def held(profile: Sequence[Quantity] | None, since: int, default: float) -> float:
    """Return a value of a run-up or run-off, which holds its last value."""
    if since < 0:
        return 0.0
    if profile is None:
        return default
    return profile[min(since, len(profile) - 1)].value
