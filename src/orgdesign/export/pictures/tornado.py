"""What each uncertain figure does at its low and at its high."""

from __future__ import annotations

from orgdesign.export.pictures.drawing import Bar, Drawing, Line, Panel
from orgdesign.tables.table import Row, Table
from orgdesign.words import say
from orgdesign.words.numbers import cell_text

MOST_BARS = 20


def tornado(table: Table) -> Drawing:
    """Return the widest bars of a tornado, each from its outcome at low to that at high."""
    at = {column.id: place for place, column in enumerate(table.columns)}
    lines = tuple(_line(table, row, at) for row in table.rows[:MOST_BARS])
    middle = _middle(lines)
    drawn = tuple(line._replace(bars=_apart(line.bars[0], middle)) for line in lines)
    unit = say(f"terms.unit_{table.columns[at['swing']].unit}", table.language)
    return Drawing((Panel("", drawn, middle),) if drawn else (), unit)


def _line(table: Table, row: Row, at: dict[str, int]) -> Line:
    low, high = row.cells[at["at_low"]], row.cells[at["at_high"]]
    assert isinstance(low, int | float)
    assert isinstance(high, int | float)
    ends = [cell_text(row.cells[at[id]], table.columns[at[id]], table) for id in ("low", "high")]
    outcomes = [
        cell_text(row.cells[at[id]], table.columns[at[id]], table) for id in ("at_low", "at_high")
    ]
    said = "; ".join(f"{end}: {outcome}" for end, outcome in zip(ends, outcomes, strict=True))
    return Line(str(row.cells[0]), (Bar(low, high, "low"),), said)


def _middle(lines: tuple[Line, ...]) -> float:
    """Return an outcome that lies within every bar: the central one, or as good as."""
    least = max((min(bar.start, bar.end) for line in lines for bar in line.bars), default=0.0)
    most = min((max(bar.start, bar.end) for line in lines for bar in line.bars), default=0.0)
    return (least + most) / 2


def _apart(bar: Bar, middle: float) -> tuple[Bar, ...]:
    """Return the parts of a bar towards its low and its high."""
    return Bar(middle, bar.start, "low"), Bar(middle, bar.end, "high")
