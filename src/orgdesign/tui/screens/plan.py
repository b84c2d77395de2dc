"""What must be decided and done before the start: the budget calendar and the work plans."""

from __future__ import annotations

from orgdesign.tui.screens.tabled import TableScreen


class PlanScreen(TableScreen):
    """The decision moments of every option, the work plans and what a delay does."""

    ID = "plan"

    def around(self) -> str:
        """Return the table of the file that gives them."""
        return "plans"
