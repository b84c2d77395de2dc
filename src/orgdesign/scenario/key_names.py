"""Names of keys that are always there, and which key shares what."""

from __future__ import annotations

from collections.abc import Mapping

from orgdesign.lines import LINES, ONE_OFF, RUNNING

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

POOLS = ("running", "one_off")
"""The pools of joint lines."""
ALL = "all"
"""Stands for every pool at once."""
SHARED = (*POOLS, ALL, *RUNNING, *ONE_OFF)
"""What an option may give a key."""
DEFAULT_KEY = "inhabitants"
"""The key of what an option gives none."""


def entry_of(keys: Mapping[str, str], shared: str) -> str | None:
    """Return which of the keys that an option gives is that of a line or a pool, None without one.

    Its own comes first, then that of its pool, then that of all.
    """
    pool = LINES[shared].pool if shared in LINES else shared
    return next((entry for entry in (shared, pool, ALL) if entry in keys), None)


def key_of(keys: Mapping[str, str], shared: str) -> str:
    """Return the id of the key of a line or a pool, by the keys that an option gives."""
    entry = entry_of(keys, shared)
    return DEFAULT_KEY if entry is None else keys[entry]
