"""What screens with a table of a result share: its view, its order and a pinned column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from orgdesign.tui.actions import bindings_for
from orgdesign.tui.arranging import Arrangement
from orgdesign.tui.comparison import View
from orgdesign.tui.layout import Memory, memory_of, order_of, view_of
from orgdesign.tui.screens.base import MainScreen
from orgdesign.tui.widgets.grid import NumberGrid
from orgdesign.tui.workspace import Workspace

if TYPE_CHECKING:
    from orgdesign.model.result import Result


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

    def see(self, view: View) -> None:
        """Look at the table in another way."""
        self.view = view
        self.redraw()

    def action_year(self, steps: int) -> None:
        """Go to another year."""
        if self.result:
            report_year = self.result.scenario.report_year
            self.see(self.view.next_year(self.years, report_year, steps))

    def action_against(self) -> None:
        """Turn between the difference from alone and the amounts."""
        self.see(self.view.turned())

    def action_sort(self) -> None:
        """Sort by the column under the cursor: down, up, or as it came."""
        self._arrange(self.order.sorted_on(self.query_one(NumberGrid).column_id or ""))

    def action_pin(self) -> None:
        """Keep the column under the cursor in sight, or let it go."""
        self._arrange(self.order.with_pin(self.query_one(NumberGrid).column_id or ""))

    def _arrange(self, order: Arrangement) -> None:
        self.order = order
        self.redraw()
