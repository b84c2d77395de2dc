"""When the work of a plan is done, stream by stream, beside the date on which it must be ready."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from orgdesign.export.pictures.drawing import Bar, Drawing, Kind, Line, Panel
from orgdesign.tables.bars import DECIDES
from orgdesign.tables.table import Mark, Row, Table
from orgdesign.words import say

_YEARS, _DATE = ".years", ".date"


def gantt(table: Table) -> Drawing:
    """Return a bar from the first to the last day of each piece of work in the table `plan`.

    The line from top to bottom is the date of the plan, its first day where it has none.
    """
    at = {column.id: place for place, column in enumerate(table.columns)}
    panels = tuple(panel for rows in _plans(table) for panel in _streams(rows, at))
    unit = say("pictures.dates", table.language)
    return Drawing(panels, unit, same_scale=True, dates=True)


def _plans(table: Table) -> list[list[Row]]:
    """Return the rows plan by plan; each begins with the row of the years."""
    found: list[list[Row]] = []
    for row in table.rows:
        if row.id.endswith(_YEARS):
            found.append([])
        found[-1].append(row)
    return found


def _streams(rows: list[Row], at: dict[str, int]) -> Iterator[Panel]:
    work = [row for row in rows if not row.id.endswith((_YEARS, _DATE))]
    if not work:
        return
    days = [str(row.cells[at["at_start"]]) for row in rows if row.id.endswith(_DATE)]
    first = min(str(row.cells[at["begins"]]) for row in work)
    line = _day(days[0] if days else first)
    for stream in dict.fromkeys(str(row.cells[at["stream"]]) for row in work):
        own = tuple(_line(row, at) for row in work if row.cells[at["stream"]] == stream)
        plan = f"{work[0].cells[at['plan']]}: " if "plan" in at else ""
        yield Panel(f"{plan}{stream}", own, line)


def _line(row: Row, at: dict[str, int]) -> Line:
    begins, ends = (str(row.cells[at[id]]) for id in ("begins", "ends"))
    kind: Kind = "decides" if DECIDES in str(row.cells[at["timeline"]]) else "work"
    bar = Bar(_day(begins), _day(ends) + 1, kind)
    done = row.cells[at["at_start"]]
    state = f" ({done})" if not isinstance(done, Mark) else ""
    return Line(str(row.cells[at["work"]]), (bar,), f"{begins} … {ends}{state}")


def _day(iso: str) -> float:
    return float(date.fromisoformat(iso).toordinal())
