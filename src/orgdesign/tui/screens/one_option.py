"""A screen that is about one option, the same on every such screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgdesign.tui.actions import bindings_for
from orgdesign.tui.screens.base import MainScreen

if TYPE_CHECKING:
    from orgdesign.model.result import Result


class ChoosesOption(MainScreen):
    """The option is one key away."""

    BINDINGS = bindings_for("one_option")

    def action_option(self, steps: int) -> None:
        """Go to another option."""
        result = self.session.result if self.session else None
        if result:
            options = result.scenario.options
            now = options.index(self.option(result)) if options else 0
            self.workspace.option = options[(now + steps) % len(options)] if options else None
            self.redraw()

    def option(self, result: Result) -> str:
        """Return the option chosen, else the first to cooperate."""
        from orgdesign.tables.settings import Settings, first_option

        chosen = self.workspace.option
        if chosen in result.scenario.options:
            return str(chosen)
        return first_option(result.scenario, Settings())
