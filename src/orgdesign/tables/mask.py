"""Small numbers of people out of sight, and what would give them away."""

from __future__ import annotations

from collections.abc import Sequence

from orgdesign.tables.build import row_total
from orgdesign.tables.table import Cell, Column, Mark, Row


def small(cell: Cell, least: float) -> bool:
    """Return whether a cell counts people, but too few to show."""
    return isinstance(cell, int | float) and 0 < cell < least


def masked_sum(parts: Sequence[Cell], least: float) -> Cell:
    """Return the sum of parts that another table prints, masked where it gives one away."""
    alone = sum(small(part, least) for part in parts) == 1
    return Mark.MASKED if alone else row_total(parts)


def mask(columns: Sequence[Column], rows: Sequence[Row], least: float) -> list[Row]:
    """Return rows whose fte below the least are masked.

    Where one cell of a column is masked its total is too: it would follow from the others.
    """
    counted = [column.unit == "fte" for column in columns]
    shown = [row._replace(cells=_masked(row.cells, counted, least)) for row in rows]
    parts = [row.cells for row in shown if not row.total]
    single = [[cells[at] for cells in parts].count(Mark.MASKED) == 1 for at in range(len(columns))]
    return [row._replace(cells=_hidden(row.cells, single)) if row.total else row for row in shown]


def _masked(cells: Sequence[Cell], counted: Sequence[bool], least: float) -> tuple[Cell, ...]:
    return tuple(
        Mark.MASKED if count and small(cell, least) else cell
        for cell, count in zip(cells, counted, strict=True)
    )


def _hidden(cells: Sequence[Cell], single: Sequence[bool]) -> tuple[Cell, ...]:
    return tuple(Mark.MASKED if hide else cell for cell, hide in zip(cells, single, strict=True))


def mask_whole(
    columns: Sequence[Column], rows: Sequence[Row], least: float, whole: str, parts: Sequence[str]
) -> list[Row]:
    """Return rows in which a whole is masked where just one of its parts is, or will be."""
    ids = [column.id for column in columns]
    at, others = ids.index(whole), [ids.index(part) for part in parts]

    def gives_away(row: Row) -> bool:
        hidden = [row.cells[i] is Mark.MASKED or _will_be(row, i) for i in others]
        return hidden.count(True) == 1

    def _will_be(row: Row, i: int) -> bool:
        return not row.total and small(row.cells[i], least)

    return [row._replace(cells=_without(row.cells, at)) if gives_away(row) else row for row in rows]


def _without(cells: Sequence[Cell], at: int) -> tuple[Cell, ...]:
    return (*cells[:at], Mark.MASKED, *cells[at + 1 :])
