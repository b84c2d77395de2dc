"""A list of things that are on or off, each with a cross in brackets where it is on."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from textual.message import Message

from orgdesign.tui.actions import bindings_for
from orgdesign.tui.widgets.content import Content, GridCell, GridColumn, GridRow
from orgdesign.tui.widgets.grid import NumberGrid


class Ticks(NumberGrid):
    """A grid of one column; space, or two clicks, turns the row under the cursor."""

    BINDINGS = bindings_for("ticks")

    @dataclass
    class Ticked(Message):
        """A row was turned on or off."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__("row", id=id)
        self.rows: tuple[tuple[str, str], ...] = ()
        self.ticked: frozenset[str] = frozenset()

    def offer(self, rows: Sequence[tuple[str, str]], ticked: Collection[str]) -> None:
        """Show rows, each with its id, some of them on."""
        self.rows, self.ticked = tuple(rows), frozenset(ticked)
        shown = (
            GridRow(id, (GridCell(f"[{'x' if id in self.ticked else ' '}] {words}"),))
            for id, words in self.rows
        )
        self.show(Content((GridColumn("tick", "", right=False, widest=40),), tuple(shown)), "nl")

    def action_tick(self) -> None:
        """Turn the row under the cursor on or off."""
        if self.row_id is not None:
            self.offer(self.rows, self.ticked ^ {self.row_id})
            self.post_message(self.Ticked())

    def on_number_grid_chosen(self) -> None:
        """Turn the row that was clicked twice."""
        self.action_tick()
