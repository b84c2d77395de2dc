"""The criteria beside the money: how every option scores, and who gave the scores."""

from __future__ import annotations

from orgdesign.tui.screens.tabled import TableScreen


class CriteriaScreen(TableScreen):
    """The criteria of every option beside each other, and the scores below them."""

    ID = "criteria"

    def around(self) -> str:
        """Return the table of the file that gives them."""
        return "criteria"
