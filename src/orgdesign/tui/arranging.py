"""A table as a reader arranges it: rows that hold some words, in an order, a column pinned."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from orgdesign.words import say

if TYPE_CHECKING:
    from orgdesign.tables.table import Cell, Column, Row, Table


@dataclass(frozen=True)
class Arrangement:
    """What a reader asked of the rows and columns of a table; empty means as it came."""

    words: str = ""
    column: str = ""
    """The column to sort by."""
    rising: bool = False
    pinned: str = ""
    """The column that stays in sight beside the first one."""

    def sorted_on(self, column: str) -> Arrangement:
        """Return the arrangement by a column: the largest first, then the smallest, then none."""
        if column != self.column:
            return replace(self, column=column, rising=False)
        return replace(self, rising=True) if not self.rising else replace(self, column="")

    def with_pin(self, column: str) -> Arrangement:
        """Return the arrangement with a column pinned, or loose again where it was."""
        return replace(self, pinned="" if column == self.pinned else column)


def arranged(table: Table, how: Arrangement) -> Table:
    """Return a table with its rows and columns as arranged; what is below a total stays there."""
    ids = [column.id for column in table.columns]
    first = next((at for at, row in enumerate(table.rows) if row.total), len(table.rows))
    rows = [row for row in table.rows[:first] if _holds(row, table.columns, table, how.words)]
    if how.column in ids:
        at = ids.index(how.column)
        known = [row for row in rows if _known(row.cells[at])]
        others = [row for row in rows if not _known(row.cells[at])]
        known.sort(key=lambda row: _key(row.cells[at]), reverse=not how.rising)
        rows = [*known, *others]
    below = table.rows[first:]
    if len(rows) < first:
        below = (*(_of_all(row, first, table) for row in below[:1]), *below[1:])
    table = table._replace(rows=(*rows, *below))
    return _pinned(table, ids.index(how.pinned)) if how.pinned in ids[2:] else table


def _of_all(row: Row, number: int, table: Table) -> Row:
    """Return a row of totals that says that it is of all the rows, those out of sight too."""
    total = say("app.total_of_all", table.language, total=row.cells[0], number=number)
    return row._replace(cells=(total, *row.cells[1:]))


def _pinned(table: Table, at: int) -> Table:
    order = [0, at, *(each for each in range(1, len(table.columns)) if each != at)]
    rows = (row._replace(cells=tuple(row.cells[each] for each in order)) for row in table.rows)
    return table._replace(columns=tuple(table.columns[each] for each in order), rows=tuple(rows))


def _holds(row: Row, columns: Iterable[Column], table: Table, words: str) -> bool:
    from orgdesign.words.numbers import cell_text

    sought = words.casefold().split()
    if not sought:
        return True
    pairs = zip(row.cells, columns, strict=True)
    text = " ".join([row.id, *(cell_text(cell, column, table) for cell, column in pairs)])
    return all(word in text.casefold() for word in sought)


def _known(cell: Cell) -> bool:
    number = isinstance(cell, int | float | datetime.date)
    return number or (isinstance(cell, str) and bool(cell))


def _key(cell: Cell) -> tuple[int, float, str]:
    """Return the place of a cell in an order: numbers and dates after texts, among themselves."""
    if isinstance(cell, int | float):
        return 1, float(cell), ""
    if isinstance(cell, datetime.date):
        return 1, float(cell.toordinal()), ""
    return 0, 0.0, str(cell).casefold()
