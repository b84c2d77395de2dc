"""Posts and people of an option: what stays, who moves, what is open, surplus or vulnerable."""

from __future__ import annotations

from orgdesign.tui.actions import bindings_for
from orgdesign.tui.screens.tabled import OneOption

SMALL = 2.0
"""Fte below which a count may point at a person."""


class StaffingScreen(OneOption):
    """Staffing by municipality, and by job; small counts are masked on request."""

    ID = "staffing"
    BINDINGS = bindings_for("staffing")

    def action_mask(self) -> None:
        """Mask small counts, or show them again."""
        self.mask_below = 0.0 if self.mask_below else SMALL
        self.redraw()
