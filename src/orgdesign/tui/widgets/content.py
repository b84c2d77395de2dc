"""What the number grid shows, as plain data, and how wide its columns come out."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from rich.cells import cell_len

Tone = Literal["", "gain", "loss", "mark", "quiet"]
"""How a cell is coloured; the colour never says more than its text."""

HEADER_LINES = 3
NARROWEST = 3


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: its text, ready to show, and its tone."""

    text: str
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column: its id, its title, the side its cells stand on and its greatest width."""

    id: str
    title: str
    right: bool = True
    widest: int = 16


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row: its id, a cell for every column, and whether it is a total."""

    id: str
    cells: tuple[GridCell, ...]
    total: bool = False


@dataclass(frozen=True)
class Content:
    """The columns and rows of a grid; the first column stays in sight."""

    columns: tuple[GridColumn, ...] = ()
    rows: tuple[GridRow, ...] = ()

    @cached_property
    def widths(self) -> tuple[int, ...]:
        """The width in terminal cells of every column, without the space around it."""
        return tuple(self._width(index) for index in range(len(self.columns)))

    def _width(self, index: int) -> int:
        column = self.columns[index]
        widest = max((cell_len(row.cells[index].text) for row in self.rows), default=0)
        width = min(max(widest, NARROWEST), max(column.widest, NARROWEST))
        while width < column.widest and not _fits(column.title, width):
            width += 1
        return width


@dataclass(frozen=True)
class Layout:
    """A content in a window of so many terminal cells: which columns are in sight."""

    content: Content
    width: int
    first: int = 1
    """The first column in sight after the fixed one."""
    widths: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        widths = list(self.content.widths)
        if widths:
            room = self.width - 2 - max((width + 2 for width in widths[1:]), default=0)
            widths[0] = max(min(widths[0], room), min(widths[0], self.width // 3), 1)
        object.__setattr__(self, "widths", tuple(widths))

    @cached_property
    def last(self) -> int:
        """The last column in sight."""
        room = self.width - (self.widths[0] + 2 if self.widths else 0)
        last = self.first
        for index in range(self.first, len(self.widths)):
            room -= self.widths[index] + 2
            if room < 0:
                break
            last = index
        return min(last, len(self.widths) - 1)

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns in sight from left to right, the fixed one first."""
        return (0, *range(self.first, self.last + 1)) if self.widths else ()

    @property
    def whole(self) -> bool:
        """Whether every column is in sight."""
        return len(self.columns) == len(self.widths)

    @cached_property
    def header(self) -> tuple[tuple[str, ...], ...]:
        """The lines of the header: for each line the text of every column."""
        titles = [
            _wrapped(column.title, width)
            for column, width in zip(self.content.columns, self.widths, strict=True)
        ]
        height = max((len(lines) for lines in titles), default=0)
        stacked = [("",) * (height - len(lines)) + lines for lines in titles]
        return tuple(tuple(lines[line] for lines in stacked) for line in range(height))

    def column_at(self, x: int) -> int | None:
        """Return the column under a horizontal position, None beside them."""
        edge = 0
        for index in self.columns:
            edge += self.widths[index] + 2
            if x < edge:
                return index
        return None

    def showing(self, column: int) -> Layout:
        """Return the layout moved as little as needed to bring a column in sight."""
        first = min(self.first, max(column, 1))
        moved = Layout(self.content, self.width, first)
        while moved.last < column and moved.first < column:
            moved = Layout(self.content, self.width, moved.first + 1)
        return moved


def _fits(title: str, width: int) -> bool:
    lines = textwrap.wrap(title, width, break_long_words=False)
    return len(lines) <= HEADER_LINES and all(cell_len(line) <= width for line in lines)


def _wrapped(title: str, width: int) -> tuple[str, ...]:
    lines = textwrap.wrap(title, max(width, 1))
    if len(lines) > HEADER_LINES:
        lines = [*lines[: HEADER_LINES - 1], " ".join(lines[HEADER_LINES - 1 :])]
    return tuple(lines)
