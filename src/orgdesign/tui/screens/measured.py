"""A screen whose table is of one of several outcomes."""

from __future__ import annotations

from typing import ClassVar

from orgdesign.measures import MEASURES, Measure
from orgdesign.tui.actions import bindings_for
from orgdesign.tui.screens.arranged import Arranged


class Measured(Arranged):
    """The outcome is one key away."""

    BINDINGS = bindings_for("measured")
    OUTCOMES: ClassVar[tuple[Measure, ...]] = MEASURES
    """The outcomes that the screen can show."""

    def action_measure(self, steps: int) -> None:
        """Go to another outcome, where the table is of any that is asked for."""
        if not self.unheeded("measure"):
            self.see(self.view.next_measure(steps, self.OUTCOMES))
