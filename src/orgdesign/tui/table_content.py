"""Any table as the number grid shows it: cells as printed, gains and losses with their letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from orgdesign.tui.arranging import Arrangement
from orgdesign.tui.widgets.content import Content, GridCell, GridColumn, GridRow, Tone
from orgdesign.words import Language, say
from orgdesign.words.visible import visible

if TYPE_CHECKING:
    from orgdesign.tables.table import Cell, Column, Row, Table

LETTERLESS = ("text", "count", "number")
"""Units of columns where more is not dearer: a higher score is better."""

MOST_FIXED = 2
"""Columns that stay in sight at most, where rows cannot be told apart by the first."""
WIDEST_TEXT, WIDEST_FIRST, WIDEST_NUMBER = 40, 30, 24


def content_of(table: Table) -> Content:
    """Return the grid of a table; a difference has the letter of its gain or loss."""
    columns = tuple(
        GridColumn(
            column.id,
            visible(column.title),
            right=column.unit != "text",
            widest=_widest(index, column),
        )
        for index, column in enumerate(table.columns)
    )
    rows = tuple(_row(row, table) for row in table.rows)
    return Content(columns, rows, _telling(columns, rows), table.language)


def _telling(columns: Sequence[GridColumn], rows: Sequence[GridRow]) -> int:
    """Return how many columns of text at the start it takes to tell the rows apart."""
    texts = next((at for at, each in enumerate(columns) if at and each.right), len(columns))
    most = max(min(texts, MOST_FIXED, len(columns) - 1), 1)
    lines = [row.cells for row in rows if not row.total]
    different = [
        len({tuple(cell.text for cell in cells[:count]) for cells in lines})
        for count in range(1, most + 1)
    ]
    return different.index(max(different)) + 1


def _widest(index: int, column: Column) -> int:
    if index == 0:
        return WIDEST_FIRST
    return WIDEST_TEXT if column.unit == "text" else WIDEST_NUMBER


def _row(row: Row, table: Table) -> GridRow:
    cells = [
        _cell(cell, column, table) for cell, column in zip(row.cells, table.columns, strict=True)
    ]
    first = cells[0]._replace(text="  " * row.level + cells[0].text)
    return GridRow(row.id, (first, *cells[1:]), row.total)


def _cell(cell: Cell, column: Column, table: Table) -> GridCell:
    from orgdesign.words.numbers import cell_text

    text = visible(shortened(cell_text(cell, column, table), column, table.language))
    if isinstance(cell, str) or column.unit in LETTERLESS or not column.signed:
        return GridCell(text)
    letter, tone = letter_of(cell, table.language)
    return GridCell(f"{text} {letter}", tone)


def shortened(text: str, column: Column, language: Language) -> str:
    """Return a cell in as few words as its column has room for: of a year that there is none."""
    if column.unit == "year" and text == say("interface.not_within_horizon", language):
        return say("app.not_within", language)
    return text


def letter_of(difference: Cell, language: Language) -> tuple[str, Tone]:
    """Return the letter and the tone of a difference: a loss, a gain, or neither."""
    if not isinstance(difference, (int, float)) or difference == 0:
        return NEITHER
    loss, gain = _letters(language)
    return loss if difference > 0 else gain


NEITHER: tuple[str, Tone] = (" ", "")
"""The letter and the tone of what is no loss and no gain."""


@cache
def _letters(language: Language) -> tuple[tuple[str, Tone], tuple[str, Tone]]:
    """Return the letter and the tone of a loss and of a gain."""
    return (say("app.letter_loss", language), "loss"), (say("app.letter_gain", language), "gain")


MANY = 60
"""Rows from which totals come first: below so many nobody would see them."""


AT_THE_END = 5
"""Rows from the first total on that still are the end of one list; more are lists in a row."""


def totals_first(content: Content) -> Content:
    """Return a content whose totals, and what is below them, come first where rows are many."""
    rows = content.rows
    first = next((at for at, row in enumerate(rows) if row.total), 0)
    if len(rows) < MANY or not first or len(rows) - first > AT_THE_END:
        return content
    return replace(content, rows=(*rows[first:], *rows[:first]))


def with_marks(content: Content, how: Arrangement) -> Content:
    """Return a content that shows by which column it is sorted, and keeps its pinned one."""
    mark = " ^" if how.rising else " v"
    columns = tuple(
        column._replace(title=column.title + mark) if column.id == how.column else column
        for column in content.columns
    )
    pinned = [column.id for column in columns[1:2]] == [how.pinned]
    fixed = max(content.fixed, 2) if pinned else content.fixed
    return totals_first(replace(content, columns=columns, fixed=fixed))
