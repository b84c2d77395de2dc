"""Between which amounts each option lies: nine in ten draws, half of them, and the median."""

from __future__ import annotations

from orgdesign.export.pictures.drawing import Bar, Drawing, Line, Panel
from orgdesign.tables.table import Row, Table
from orgdesign.words import say
from orgdesign.words.numbers import cell_text

MOST_LINES = 60


def bands(table: Table) -> Drawing:
    """Return the bands of a table: all together in the first panel, then option by option."""
    at = {column.id: place for place, column in enumerate(table.columns)}
    rows = [row for row in table.rows if isinstance(row.cells[at["p50"]], int)][:MOST_LINES]
    together = [row for row in rows if row.id.endswith(".together")]
    first = Panel(
        str(together[0].cells[1]) if together else "",
        tuple(_line(table, row, at, str(row.cells[0])) for row in together),
    )
    panels = [first] if together else []
    for option in dict.fromkeys(str(row.cells[0]) for row in rows):
        each = [row for row in rows if row.cells[0] == option and row not in together]
        lines = tuple(_line(table, row, at, str(row.cells[1])) for row in each)
        panels += [Panel(option, lines)] if lines else []
    return Drawing(
        tuple(panels), say(f"terms.unit_{table.columns[at['p50']].unit}", table.language)
    )


def _line(table: Table, row: Row, at: dict[str, int], label: str) -> Line:
    low, quarter, median, three, high = (
        float(str(row.cells[at[f"p{percent}"]])) for percent in (5, 25, 50, 75, 95)
    )
    low_said, said, high_said = (
        cell_text(row.cells[at[id]], table.columns[at[id]], table) for id in ("p5", "p50", "p95")
    )
    bars = (Bar(low, high, "wide"), Bar(quarter, three, "half"), Bar(median, median, "median"))
    return Line(label, bars, f"{said} ({low_said} … {high_said})")
