"""Names of keys that are always there."""

from __future__ import annotations

BUILT_IN = ("inhabitants", "equal", "staff", "history", "demand")
"""Keys by a figure that the model itself knows."""

BY_GAME = (
    "shapley", "weighted_shapley", "nucleolus", "prenucleolus", "per_capita_nucleolus",
    "proportional_nucleolus", "least_core", "scrb", "equal_charge", "equal_saving",
    "stand_alone", "tau", "gately", "epm", "cea", "cel", "talmud",
)  # fmt: skip
"""Keys by a method on the cost game of the option."""

ALWAYS = (*BUILT_IN, *BY_GAME)
"""Keys that need no table."""
