"""The bill behind a cell of the comparison: its lines, each leading to its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from orgdesign.tui.actions import bindings_for
from orgdesign.tui.screens.dialogs import Dialogue
from orgdesign.tui.screens.why import Why, WhyTogether
from orgdesign.tui.table_content import content_of
from orgdesign.tui.widgets.grid import NumberGrid
from orgdesign.words import say
from orgdesign.words.visible import visible

if TYPE_CHECKING:
    from orgdesign.model.result import Result
    from orgdesign.tables.settings import Settings
    from orgdesign.tables.table import Table


class Bill(Dialogue):
    """The lines of a cell; enter tells why a line is what it is."""

    BINDINGS = bindings_for("bill")
    SCOPES = ("bill",)

    def __init__(self, result: Result, settings: Settings, row: str, option: str) -> None:
        super().__init__()
        self.result = result
        self.settings = settings
        self.row = row
        self.option = option
        self.table: Table | None = None

    def compose(self) -> ComposeResult:
        """Yield the title, the lines and what they are in."""
        with Vertical(id="window", classes="-tall -broad"):
            yield Static("", markup=False)
            yield NumberGrid("row", id="bill")

    def on_mount(self) -> None:
        """Show the lines, and anew when the figures change."""
        self.query_one(NumberGrid).focus()
        self.follow(self.result)
        self.program.recomputed.subscribe(self, self.follow)

    def follow(self, result: Result) -> None:
        """Show the lines of a result; they stay where it lacks the option or the municipality."""
        from orgdesign.tables.explaining.bill_of_cell import bill_of_cell

        about = {self.row, self.option} & ids(self.result)
        if not about <= ids(result):
            return
        self.result = result
        self.table = table = bill_of_cell(result, self.settings, self.row, self.option)
        self.query_one(Static).update(Content(visible(table.title)))
        self.query_one(NumberGrid).show(content_of(table), table.language)

    def action_why(self) -> None:
        """Tell why the line under the cursor is what it is; of the total why that is.

        Of a line that the option does not have, why it is what it is alone.
        """
        line = self.query_one(NumberGrid).row_id
        if line is None:
            self.program.tell(say("app.why_needs_a_line", self.settings.language))
            return
        known = self.row in self.result.scenario.municipalities
        why = Why if known else WhyTogether
        if self.settings.measure == "payback":
            settings = self._of_year(line) if known else self.settings
            asked = why(self.result, settings, self.row, self.option)
        else:
            of = None if line == "total" else line
            asked = why(self.result, self.settings, self.row, self._has(line), of)
        self.app.push_screen(asked)

    def _of_year(self, line: str) -> Settings:
        """Return the settings of a year that a payback follows from; of the total its own."""
        if line == "total":
            return self.settings
        return self.settings.change(measure="total_cost", year=int(line))

    def _has(self, line: str) -> str:
        """Return the option where it has a line, else staying alone."""
        from orgdesign.scenario.scenario import ALONE

        cells = {row.id: row.cells for row in self.table.rows} if self.table else {}
        return ALONE if self.option != ALONE and cells[line][2] == 0 else self.option

    def on_number_grid_chosen(self) -> None:
        """Tell why the line that was clicked twice is what it is."""
        self.action_why()


def ids(result: Result) -> set[str]:
    """Return the ids of the municipalities and options of a result."""
    return {*result.scenario.municipalities, *result.scenario.options}
