"""The outcomes table by table: each option in a line, the sheet for a council, the bill, gaps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from orgdesign.tui.pages import OF_ONE_OPTION
from orgdesign.tui.screens.tabled import OneOption

if TYPE_CHECKING:
    from orgdesign.model.result import Result
    from orgdesign.tables.settings import Settings


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

    def settings(self, result: Result) -> Settings:
        """Return the settings of the table in sight; most are about every option."""
        settings = super().settings(result)
        return settings if self.name_of_table in OF_ONE_OPTION else settings.change(options=())

    def asked(self, result: Result) -> list[str]:
        """Return the options of the command line that ask for what the table is about."""
        return super().asked(result) if self.name_of_table in OF_ONE_OPTION else []
