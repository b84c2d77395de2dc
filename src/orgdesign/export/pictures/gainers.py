"""Who gains and who pays more than alone, in every option."""

from __future__ import annotations

from orgdesign.export.pictures.drawing import Bar, Drawing, Line, Panel
from orgdesign.tables.table import Column, Row, Table
from orgdesign.words import say
from orgdesign.words.numbers import cell_text

MOST_LINES = 40


def gainers(table: Table) -> Drawing:
    """Return the differences of a table by municipality and option, on one scale."""
    columns = [(at, column) for at, column in enumerate(table.columns) if column.signed]
    panels = [Panel(column.title, _lines(table, at, column)) for at, column in columns]
    several = tuple(panel for panel in panels if panel.lines)
    unit = say(f"terms.unit_{columns[0][1].unit}", table.language) if columns else ""
    return Drawing(several, unit, columns=min(2, max(1, len(several))), same_scale=True)


def _lines(table: Table, at: int, column: Column) -> tuple[Line, ...]:
    """Return a line for each municipality; where there are many, for those that differ most."""
    rows = [row for row in table.rows if not row.total and _counts(row, at)]
    most = sorted(rows, key=lambda row: -abs(float(row.cells[at])))[:MOST_LINES]  # type: ignore[arg-type]
    return tuple(_line(table, row, at, column) for row in rows if row in most)


def _counts(row: Row, at: int) -> bool:
    return isinstance(row.cells[at], int | float)


def _line(table: Table, row: Row, at: int, column: Column) -> Line:
    amount = row.cells[at]
    assert isinstance(amount, int | float)
    bars = (Bar(0.0, amount, "more" if amount > 0 else "less"),) if amount else ()
    return Line(str(row.cells[0]), bars, cell_text(amount, column, table), before=amount < 0)
