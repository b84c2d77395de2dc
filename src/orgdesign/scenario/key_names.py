"""Names of keys that are always there."""

from __future__ import annotations

BUILT_IN = ("inhabitants", "equal", "staff", "history", "demand")
"""Keys by a figure that the model itself knows."""
