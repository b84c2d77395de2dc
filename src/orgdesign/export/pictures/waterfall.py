"""From alone to an option as a waterfall, for each municipality and for all together."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.export.pictures.drawing import Bar, Drawing, Line, Panel
from orgdesign.scenario.scenario import ALONE
from orgdesign.tables.table import Table
from orgdesign.words import say
from orgdesign.words.numbers import number

MOST_PANELS = 12


def waterfall(table: Table) -> Drawing:
    """Return the steps of the table `steps`; where many take part, of all together alone."""
    columns = range(1, len(table.columns))
    several = columns if len(columns) <= MOST_PANELS else columns[-1:]
    panels = tuple(Panel(table.columns[at].title, tuple(_lines(table, at))) for at in several)
    unit = say(f"terms.unit_{table.columns[1].unit}", table.language)
    return Drawing(panels, unit, columns=min(3, len(panels)))


def _lines(table: Table, at: int) -> Iterator[Line]:
    reached = 0.0
    for row in table.rows:
        label, amount = str(row.cells[0]), row.cells[at]
        assert isinstance(amount, int | float)
        whole = row.total or row.id == ALONE
        said = number(amount, table.columns[at].unit, table.numbers, signed=not whole)
        if whole:
            yield Line(label, (Bar(0.0, amount, "total"),), said)
            reached = float(amount)
        else:
            after = reached + amount
            bars = (Bar(reached, after, "more" if amount > 0 else "less"),) if amount else ()
            yield Line(label, bars, said)
            reached = after
