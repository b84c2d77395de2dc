"""The outcomes table by table: each option in a line, the sheet for a council, the bill, gaps."""

from __future__ import annotations

from collections.abc import Sequence

from orgdesign.tui.screens.tabled import OneOption


class OverviewScreen(OneOption):
    """Every other table of outcomes, and those that the scenario asks for itself."""

    ID = "overview"

    @property
    def names(self) -> Sequence[str]:
        """The usual tables, then those that only the scenario knows."""
        if self.result is None:
            return super().names
        from orgdesign.tables.by_name import own_tables

        return (*super().names, *own_tables(self.result.scenario))
