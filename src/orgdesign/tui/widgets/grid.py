"""The number grid: fixed header and first column, drawn line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from orgdesign.tui.actions import bindings_for
from orgdesign.tui.widgets.content import Content, GridRow, Layout, index_of, row_of
from orgdesign.tui.widgets.fitting import fit
from orgdesign.tui.widgets.jumping import Jumping, labelled
from orgdesign.tui.widgets.lined import in_stretches
from orgdesign.words import Language, say

STYLES = ("header", "total", "cursor", "gain", "loss", "mark", "quiet")
"""What a style sheet may colour: parts of the grid, and the tones of its cells."""


class NumberGrid(Jumping, can_focus=True, inherit_bindings=False):
    """A grid of cells under a cursor.

    Rows are painted once and kept; a new content repaints only the rows that differ. The
    cursor shows without colour: `>` before its row and brackets around its cell.
    """

    BINDINGS = bindings_for("grid")
    DEFAULT_CSS = """
    NumberGrid {
        overflow-x: hidden;
        scrollbar-size: 1 1;
        .grid--header, .grid--total { text-style: bold; }
        .grid--cursor { text-style: reverse bold; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"grid--{name}" for name in STYLES}

    @dataclass
    class Moved(Message):
        """The cursor stands on another cell."""

        grid: NumberGrid

    @dataclass
    class Chosen(Message):
        """The cell under the cursor was clicked twice."""

        grid: NumberGrid

    def __init__(self, cursor: Literal["cell", "row"] = "cell", id: str | None = None) -> None:
        super().__init__(id=id)
        self.content = Content()
        self.cursor = cursor
        self.language: Language = "nl"
        self.row = 0
        self.column = 1 if cursor == "row" else 2
        self._stood: tuple[Content, str | None, str | None] = (self.content, None, None)
        self._layout_now = Layout(self.content, 0)
        self._strips: dict[int, Strip] = {}
        self._restyled = True
        self._colours: tuple[Style, ...] = ()
        self._styles: dict[tuple[str, bool, bool], Style] = {}

    # ------------------------------------------------------------------ content

    def show(self, content: Content, language: Language) -> None:
        """Show a content; the cursor stays on its ids, also where one without rows came between."""
        if self.content.rows:
            self._stood = self.content, self.row_id, self.column_id
        before, row, column = self._stood
        old, self.content, self.language = self.content, content, language
        if content.rows:
            self.row = row_of(content, row, before, self.row)
        if content.columns:
            ids = [each.id for each in content.columns]
            text_first = column not in ids and not all(c.right for c in content.columns[1:2])
            self.column = 1 if text_first else max(index_of(ids, column, self.column), 1)
        if (old.columns, old.fixed, old.widths) == (content.columns, content.fixed, content.widths):
            self._layout_now = Layout(content, self._layout_now.width, self._layout_now.first)
            self._replace_rows(old)
        else:
            self._arrange()
        self._bring_in_sight()

    def _replace_rows(self, old: Content) -> None:
        rows = self.content.rows
        if len(old.rows) != len(rows):
            self._arrange()
            return
        pairs = enumerate(zip(old.rows, rows, strict=True))
        changed = [index for index, (before, after) in pairs if before != after]
        for index in changed:
            self._strips.pop(index, None)
        top, height = self.scroll_offset.y, self._body_height
        in_sight = [index for index in changed if top <= index < top + height]
        if in_sight:
            first = in_sight[0] + len(self._layout_now.header)
            self.refresh_lines(first, in_sight[-1] - in_sight[0] + 1)

    @property
    def row_id(self) -> str | None:
        """The id of the row under the cursor, None in an empty grid."""
        rows = self.content.rows
        return rows[self.row].id if 0 <= self.row < len(rows) else None

    @property
    def column_id(self) -> str | None:
        """The id of the column under the cursor, None in an empty grid."""
        columns = self.content.columns
        return columns[self.column].id if 0 <= self.column < len(columns) else None

    def go_to(self, row: int, column: int) -> None:
        """Put the cursor on a cell, as near as the grid has one."""
        before = (self.row, self.column)
        if not self.content.rows:
            return
        self.row = max(0, min(row, len(self.content.rows) - 1))
        self.column = max(1, min(column, len(self.content.columns) - 1))
        if (self.row, self.column) != before:
            self._repaint(before[0])
            self._repaint(self.row)
            self._bring_in_sight()

    # ------------------------------------------------------------------ geometry

    @property
    def _body_height(self) -> int:
        height = self.size.height - len(self._layout_now.header)
        return max(height - (0 if self._layout_now.whole else 1), 1)

    def _arrange(self) -> None:
        width = self.scrollable_content_region.width
        self._lay_out(Layout(self.content, width).showing(self.column))

    def _lay_out(self, layout: Layout) -> None:
        """Show the columns of a layout, and scroll as far as its header asks."""
        self._layout_now = layout
        extra = len(layout.header) + (0 if layout.whole else 1)
        size = Size(layout.width, len(self.content.rows) + extra)
        grown, self.virtual_size = size.height != self.virtual_size.height, size
        self._strips.clear()
        self.refresh(layout=grown)

    def on_resize(self) -> None:
        """Lay the columns out anew."""
        self._arrange()
        self._bring_in_sight()

    def _bring_in_sight(self) -> None:
        """Bring the cell at the cursor in sight, and tell of it: what of its row is cut differs."""
        layout = self._layout_now.showing(self.column)
        if layout.first != self._layout_now.first:
            self._lay_out(layout)
        top = self.scroll_offset.y
        if self.row < top:
            self.scroll_to(y=self.row, animate=False)
        elif self.row >= top + self._body_height:
            self.scroll_to(y=self.row - self._body_height + 1, animate=False)
        self.post_message(self.Moved(self))

    def rows_in_sight(self) -> range:
        """Return the rows in sight."""
        top = self.scroll_offset.y
        return range(top, min(top + self._body_height, len(self.content.rows)))

    def columns_in_sight(self) -> tuple[int, ...]:
        """Return the columns in sight but the first one."""
        return self._layout_now.columns[1:]

    def unread(self, *columns: int) -> tuple[str, ...]:
        """Return what is cut or out of sight of the row at the cursor, or of some columns there."""
        return tuple(self._layout_now.unread(self.row, *columns))

    def paint_anew(self) -> None:
        """Paint every line again."""
        self._strips.clear()
        self.refresh()

    def _repaint(self, row: int) -> None:
        self._strips.pop(row, None)
        self.refresh_line(row + len(self._layout_now.header))

    def notify_style_update(self) -> None:
        """Look at the colours again before the next line is painted."""
        super().notify_style_update()
        self._restyled = True

    def _forget_other_colours(self) -> None:
        parts = (self.get_component_rich_style(f"grid--{name}") for name in STYLES)
        colours = (self.rich_style, *parts)
        if colours != self._colours:
            self._colours = colours
            self._styles.clear()
            self._strips.clear()
        self._restyled = False

    # ------------------------------------------------------------------ painting

    def render_line(self, y: int) -> Strip:
        """Return one line of the window: header, a row, or the columns in sight."""
        if self._restyled:
            self._forget_other_colours()
        layout, width = self._layout_now, self.size.width
        if y < len(layout.header):
            return self._header(layout.header[y]).extend_cell_length(width, self._style("header"))
        if not layout.whole and y == self.size.height - 1:
            return self._columns_in_sight()
        row = y - len(layout.header) + self.scroll_offset.y
        if row >= len(self.content.rows):
            return Strip.blank(width, self._colours[0])
        if row not in self._strips:
            label = self.labels.of_row.get(row) if self.labels else None
            cells = self._cells(self.content.rows[row], row == self.row, label)
            self._strips[row] = in_stretches(cells, width, self._ground(row))
        return self._strips[row]

    def _ground(self, row: int) -> Style:
        return self._style("total") if self.content.rows[row].total else self._colours[0]

    def _style(self, name: str) -> Style:
        return self._colours[1 + STYLES.index(name)]

    def _header(self, texts: tuple[str, ...]) -> Strip:
        layout, style = self._layout_now, self._style("header")
        last = self.labels is not None and texts is layout.header[-1]
        letters = self.labels.of_column if self.labels and last else {}
        return Strip(
            Segment(labelled(self._title(text, index), letters.get(index)), style)
            for index, text in zip(layout.columns, texts, strict=True)
        )

    def _title(self, text: str, column: int) -> str:
        width, right = self._layout_now.widths[column], self.content.columns[column].right
        return f" {fit(text, width, right)} "

    def _columns_in_sight(self) -> Strip:
        layout, width = self._layout_now, self.size.width
        known = {"first": layout.first, "last": layout.last, "total": len(self.content.columns) - 1}
        words = say("app.columns_in_sight", self.language, **known)
        return Strip([Segment(fit(f" < {words} >", width), self._style("quiet"))], width)

    def _cells(self, row: GridRow, here: bool, label: str | None) -> Iterator[tuple[str, Style]]:
        layout, whole = self._layout_now, here and self.cursor == "row"
        for index in layout.columns:
            cell = row.cells[index]
            cursor = whole or (here and index == self.column)
            text = layout.fitted(cell.text, index)
            left, right = ("[", "]") if cursor and self.cursor == "cell" else (" ", " ")
            if here and index == 0:
                left = ">"
            shown = labelled(f"{left}{text}{right}", label if index == 0 else None)
            yield shown, self._cell_style(cell.tone, row.total, cursor)

    def _cell_style(self, tone: str, total: bool, cursor: bool) -> Style:
        known = self._styles.get((tone, total, cursor))
        if known is None:
            known = self._style("total") if total else self._colours[0]
            if tone:
                known += self.get_component_styles(f"grid--{tone}").partial_rich_style
            if cursor:
                known += self._style("cursor")
            self._styles[tone, total, cursor] = known
        return known

    # ------------------------------------------------------------------ keys and mouse

    def action_move(self, rows: int, columns: int) -> None:
        """Move the cursor by so many rows and columns; a list scrolls sideways."""
        self.go_to(self.row + rows, self.column + columns)

    def action_page(self, pages: int) -> None:
        """Move the cursor by a window of rows."""
        self.go_to(self.row + pages * self._body_height, self.column)

    def action_first(self) -> None:
        """Go to the first row."""
        self.go_to(0, self.column)

    def action_last(self) -> None:
        """Go to the last row."""
        self.go_to(len(self.content.rows) - 1, self.column)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse clicked; a second click chooses."""
        row = event.y - len(self._layout_now.header) + self.scroll_offset.y
        column = self._layout_now.column_at(event.x)
        known = column is not None and 0 <= row < len(self.content.rows)
        if not known or event.y < len(self._layout_now.header):
            return
        self.go_to(row, column or self.column)
        if event.chain == 2:
            self.post_message(self.Chosen(self))
