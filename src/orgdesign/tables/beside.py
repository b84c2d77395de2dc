"""Columns beside those of a table of one's own: how sure an amount is, and what decides it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from orgdesign.measures import Side
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables.notes import legend, with_legend
from orgdesign.tables.pivot_sides import Place, central
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Cell, Column, Mark, Row, Table

OF_EVERYTHING = ("total", "average")
"""Rows of all that is shown together."""


class Beside(NamedTuple):
    """A column that stands beside another one: its cells by row."""

    column: Column
    cells: Mapping[str, Cell]


def widened(table: Table, columns: Mapping[str, Sequence[Beside]], notes: Iterable[str]) -> Table:
    """Return a table with columns beside others, by the id of these, and notes on them."""
    wide = table._replace(
        columns=tuple(
            each
            for column in table.columns
            for each in (column, *(new.column for new in columns.get(column.id, ())))
        ),
        rows=tuple(_widened(row, table, columns) for row in table.rows),
        notes=tuple(note for note in table.notes if note not in legend(table)),
    )
    return with_legend(wide._replace(notes=(*wide.notes, *notes)))


def _widened(row: Row, table: Table, columns: Mapping[str, Sequence[Beside]]) -> Row:
    cells = (
        each
        for column, cell in zip(table.columns, row.cells, strict=True)
        for each in (cell, *(new.cells[row.id] for new in columns.get(column.id, ())))
    )
    return row._replace(cells=tuple(cells))


def places(
    table: Table, scenario: Scenario, settings: Settings, rows: Side, columns: Side
) -> Iterator[tuple[Row, Column, Cell, Place]]:
    """Yield the cells of a table but those beside others, each with what it is of."""
    middle = central(scenario, settings)
    for row, column, cell in table.cells():
        if column.unit != "text" and "." not in column.id:
            of: dict[str, Any] = {rows: _entry(rows, row.id), columns: _entry(columns, column.id)}
            yield row, column, cell, middle._replace(**of)


def _entry(side: Side, id: str) -> str | int:
    """Return what a row or column is of, empty where it is of everything."""
    if id in OF_EVERYTHING:
        return ""
    return int(id) if side == "years" else id


def without_amount(cell: Cell) -> Cell | None:
    """Return what stands beside a cell that is no amount; None where it is one."""
    if isinstance(cell, Mark):
        return cell
    if isinstance(cell, str):
        return Mark.NOT_APPLICABLE if cell else ""
    return None
