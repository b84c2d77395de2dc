"""Where the people whom each municipality brings in land."""

from __future__ import annotations

from orgdesign.export.pictures.drawing import Bar, Drawing, Kind, Line, Panel
from orgdesign.tables.table import Mark, Row, Table
from orgdesign.words import say
from orgdesign.words.numbers import cell_text

_KINDS: tuple[Kind, ...] = ("follows", "other_job", "no_place", "settled", "left")


def flows(table: Table) -> Drawing:
    """Return a bar in parts for each row of the table `placement`, where nothing is masked."""
    at = {column.id: place for place, column in enumerate(table.columns)}
    lines = tuple(_line(table, row, at) for row in table.rows)
    shown = any(line.bars for line in lines)
    unit = say("terms.unit_fte", table.language)
    return Drawing((Panel("", lines),) if shown else (), unit)


def _line(table: Table, row: Row, at: dict[str, int]) -> Line:
    """Return a bar in parts, or none where a part of it is masked: its length would tell it."""
    cells = [row.cells[at[kind]] for kind in _KINDS]
    label = str(row.cells[0])
    if any(isinstance(cell, Mark) for cell in cells):
        return Line(label, (), say("pictures.masked", table.language))
    bars, reached = [], 0.0
    for kind, cell in zip(_KINDS, cells, strict=True):
        amount = float(str(cell))
        if amount:
            bars.append(Bar(reached, reached + amount, kind))
        reached += amount
    said = [
        cell_text(row.cells[at[id]], table.columns[at[id]], table)
        for id in ("brought_in", *(bar.kind for bar in bars))
    ]
    parts = f" = {' + '.join(said[1:])}" if len(said) > 2 else ""
    return Line(label, tuple(bars), f"{said[0]}{parts}")
