"""What screens with a table of a result share: its view, its order and a pinned column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from orgdesign.tui.actions import bindings_for
from orgdesign.tui.arranging import Arrangement
from orgdesign.tui.comparison import View
from orgdesign.tui.layout import Memory, memory_of, order_of, view_of
from orgdesign.tui.screens.base import MainScreen
from orgdesign.tui.widgets.grid import NumberGrid
from orgdesign.tui.workspace import Workspace

if TYPE_CHECKING:
    from orgdesign.model.result import Result

NOT_HEEDED = {
    "measure": "no_measure",
    "year": "no_year",
    "against": "no_against",
    "per_inhabitant": "no_per_inhabitant",
    "percentage": "no_percentage",
}
"""What is said of a choice that changes nothing."""
UNASKED: dict[str, Any] = {
    "measure": "structural_cost",
    "year": None,
    "against": "alone",
    "per_inhabitant": False,
    "percentage": False,
}
"""What stands in a view where a choice was not made."""


class Arranged(MainScreen):
    """A screen whose table is looked at for a year, sorted and pinned."""

    BINDINGS = bindings_for("table")

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.view = View()
        self.order = Arrangement()

    def memory(self) -> Memory:
        """Return how the table is looked at and arranged."""
        return memory_of(self.view, self.order)

    def recall(self, memory: Memory) -> None:
        """Look at the table as it was remembered."""
        self.view, self.order = view_of(memory), order_of(memory)

    @property
    def arrangement(self) -> Arrangement:
        """How the table is arranged, with the words of the filter."""
        return replace(self.order, words=self.words)

    @property
    def result(self) -> Result | None:
        """The last good result of the session at hand."""
        return self.session.result if self.session else None

    @property
    def years(self) -> Sequence[int]:
        """The years that the table can be of."""
        return self.result.scenario.years if self.result else ()

    @property
    def heeded(self) -> frozenset[str]:
        """The choices that the table in sight heeds; the others are not offered."""
        return frozenset(NOT_HEEDED)

    @property
    def idle(self) -> frozenset[str]:
        """The keys that would change nothing on the table in sight."""
        return super().idle | (frozenset(NOT_HEEDED) - self.heeded)

    @property
    def seen(self) -> View:
        """The view as far as the table in sight heeds it."""
        unheeded = frozenset(UNASKED) - self.heeded
        return replace(self.view, **{choice: UNASKED[choice] for choice in unheeded})

    def see(self, view: View) -> None:
        """Look at the table in another way."""
        self.view = view
        self.redraw()

    def action_year(self, steps: int, clicked: int | None = None) -> None:
        """Go so many years further, or to the one that was clicked, where the table is of one."""
        if self.result and not self.unheeded("year"):
            report_year = self.result.scenario.report_year
            further = self.view.next_year(self.years, report_year, steps)
            self.see(replace(self.view, year=clicked) if clicked else further)

    def action_against(self) -> None:
        """Turn between the difference from alone and the amounts, where the table has both."""
        if not self.unheeded("against"):
            self.see(self.view.turned())

    def unheeded(self, choice: str) -> bool:
        """Return whether a choice changes nothing on the table in sight, and say so."""
        if choice in self.heeded:
            return False
        self.program.tell(self.say(NOT_HEEDED[choice]))
        return True

    def action_sort(self) -> None:
        """Sort by the column under the cursor: down, up, or as it came."""
        self._arrange(self.order.sorted_on(self.query_one(NumberGrid).column_id or ""))

    def action_pin(self) -> None:
        """Keep the column under the cursor in sight, or let it go."""
        self._arrange(self.order.with_pin(self.query_one(NumberGrid).column_id or ""))

    def _arrange(self, order: Arrangement) -> None:
        self.order = order
        self.redraw()
