"""Bands: between which amounts each option lies, for one municipality after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgdesign.tui.plots.canvas import Axis, Look, axis_of, ends, fill, labelled, labels_width
from orgdesign.tui.widgets.content import Lines, Spans, plain_lines
from orgdesign.words import say

if TYPE_CHECKING:
    from orgdesign.parts_of_sensitivity import Made
    from orgdesign.tables.table import Row, Table

PERCENTILES = ("p5", "p25", "p50", "p75", "p95")


def bands(made: Made, look: Look) -> Lines:
    """Return a block for every municipality, that under the cursor first: its options' bands."""
    table = made.table
    blocks: dict[str, list[Row]] = {}
    for row in table.rows:
        blocks.setdefault(str(row.cells[1]), []).append(row)
    here = [whose for whose, rows in blocks.items() if any(row.id == look.row for row in rows)]
    order = sorted(blocks, key=lambda whose: whose not in here)
    label = labels_width([str(row.cells[0]) for row in table.rows] + order, look.width)
    lines = [*plain_lines(say("app.plot_bands", look.settings.language), "quiet")]
    for whose in order:
        lines += _block(whose, blocks[whose], table, label, look)
    return tuple(lines)


def _block(whose: str, rows: list[Row], table: Table, label: int, look: Look) -> list[Spans]:
    from orgdesign.words.numbers import cell_text

    places = [[column.id for column in table.columns].index(id) for id in PERCENTILES]
    values = [[int(str(row.cells[at])) for at in places] for row in rows]
    column = table.columns[places[0]]
    zero = [0] if column.signed else []
    axis = axis_of([*zero, *(each for row in values for each in row)], look.width - label - 2)
    low, high = (cell_text(int(end), column, table) for end in (axis.low, axis.high))
    found = [ends(whose, label, axis, low, high)]
    for row, points in zip(rows, values, strict=True):
        line = _band(points, axis, zero=bool(zero))
        found.append(labelled(str(row.cells[0]), label, line, here=row.id == look.row))
    return found


def _band(points: list[int], axis: Axis, *, zero: bool) -> list[str]:
    """Return a band: from 5 to 95 %, the middle half in brackets, the median, and where 0 is."""
    line = axis.empty()
    low, first, median, third, high = (axis.at(point) for point in points)
    fill(line, "-", low, high)
    fill(line, "=", first, third)
    line[first], line[third] = "[", "]"
    if zero:
        line[axis.at(0)] = ":"
    line[median] = "O"
    return line
