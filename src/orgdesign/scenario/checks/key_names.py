"""Names of keys that are always there."""

from __future__ import annotations

BUILT_IN = ("inhabitants", "equal", "staff", "history", "demand")
"""Keys by a figure that the model itself knows."""

GAMES = (
    "shapley",
    "nucleolus",
    "prenucleolus",
    "per_capita_nucleolus",
    "tau",
    "separable_costs",
    "equal_profit",
)
"""Keys by a method of cost games: for the whole or for a pool, never part of another key."""
