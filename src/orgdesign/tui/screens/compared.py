"""A screen that compares options: in money, per inhabitant, or as a part of the cost alone."""

from __future__ import annotations

from dataclasses import replace

from orgdesign.tui.actions import bindings_for
from orgdesign.tui.screens.measured import Measured


class Compared(Measured):
    """What amounts are a part of is one key away."""

    BINDINGS = bindings_for("compared")

    def action_per_inhabitant(self) -> None:
        """Turn between per inhabitant and the whole."""
        self.see(replace(self.view, per_inhabitant=not self.view.per_inhabitant))

    def action_percentage(self) -> None:
        """Turn between a percentage of the cost alone and money."""
        self.see(replace(self.view, percentage=not self.view.percentage))
