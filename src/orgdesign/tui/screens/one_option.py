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

    @property
    def about_one(self) -> bool:
        """Whether what is in sight is about one option."""
        return True

    @property
    def idle(self) -> frozenset[str]:
        """The keys that would change nothing: to another option where there is no other."""
        return super().idle | (frozenset({"option"}) if self._no_other() else frozenset())

    def _no_other(self) -> str:
        """Return the entry that says why no other option can be chosen; empty where one can."""
        result = self.session.result if self.session else None
        if not self.about_one:
            return "no_option"
        return "one_option_only" if result and len(result.scenario.options) < 2 else ""

    def action_option(self, steps: int) -> None:
        """Go to another option, where there is one and what is in sight is about one."""
        result = self.session.result if self.session else None
        if entry := self._no_other():
            self.program.tell(self.say(entry))
        elif result:
            options = result.scenario.options
            now = options.index(self.option(result))
            self.workspace.option = options[(now + steps) % len(options)]
            self.redraw()

    def option(self, result: Result) -> str:
        """Return the option chosen, else the first to cooperate."""
        from orgdesign.tables.settings import Settings, first_option

        chosen = self.workspace.option
        if chosen in result.scenario.options:
            return str(chosen)
        return first_option(result.scenario, Settings())
