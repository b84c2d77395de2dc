"""An app with a grid of 30 by 20 numbers that all change at a key: `repaint.py grid|datatable`."""

from __future__ import annotations

import sys
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.widgets import DataTable

from orgdesign.tui.widgets.content import Content, GridCell, GridColumn, GridRow
from orgdesign.tui.widgets.grid import NumberGrid

ROWS, COLUMNS = 30, 20


def text(turn: int, row: int, column: int) -> str:
    """Return the text of a cell, another one at every turn."""
    return f"{(row * 37 + column * 11 + turn * 7) % 97:>3}"


class Grid(App[None]):
    """The number grid of the program."""

    BINDINGS: ClassVar = [("x", "change")]
    turn = 0

    def compose(self) -> ComposeResult:
        """Show the grid."""
        yield NumberGrid()

    def on_mount(self) -> None:
        """Fill the grid."""
        self.action_change()

    def action_change(self) -> None:
        """Change every number."""
        self.turn += 1
        columns = [GridColumn(str(column), str(column)) for column in range(COLUMNS)]
        rows = [
            GridRow(
                str(row),
                tuple(GridCell(text(self.turn, row, column)) for column in range(COLUMNS)),
            )
            for row in range(ROWS)
        ]
        self.query_one(NumberGrid).show(Content(tuple(columns), tuple(rows)), "en")


class Table(App[None]):
    """The table widget of textual."""

    BINDINGS: ClassVar = [("x", "change")]
    turn = 0

    def compose(self) -> ComposeResult:
        """Show the table."""
        yield DataTable[str]()

    def on_mount(self) -> None:
        """Fill the table."""
        table = self.query_one(DataTable)
        for column in range(COLUMNS):
            table.add_column(str(column), key=str(column), width=3)
        for row in range(ROWS):
            cells = [text(0, row, column) for column in range(COLUMNS)]
            table.add_row(*cells, key=str(row))

    def action_change(self) -> None:
        """Change every number."""
        self.turn += 1
        table = self.query_one(DataTable)
        for row in range(ROWS):
            for column in range(COLUMNS):
                table.update_cell(str(row), str(column), text(self.turn, row, column))


if __name__ == "__main__":
    (Grid if sys.argv[1:] == ["grid"] else Table)().run()
