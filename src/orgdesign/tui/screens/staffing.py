"""Posts and people of an option: what stays, who moves, what is open, surplus or vulnerable."""

from __future__ import annotations

from orgdesign.export.usual import MASK
from orgdesign.tui.actions import bindings_for
from orgdesign.tui.screens.tabled import OneOption


class StaffingScreen(OneOption):
    """Staffing by municipality, and by job; small counts are masked on request."""

    ID = "staffing"
    BINDINGS = bindings_for("staffing")

    def action_mask(self) -> None:
        """Mask counts that are masked in an export too, or show them again."""
        self.mask_below = 0.0 if self.mask_below else MASK
        self.redraw()
