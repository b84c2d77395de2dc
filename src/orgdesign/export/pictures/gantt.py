"""When the work of a plan is done, stream by stream, beside its date and what is decided when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from orgdesign.export.pictures.drawing import Bar, Drawing, Kind, Line, Panel
from orgdesign.tables.plans.bars import DECIDES
from orgdesign.tables.table import Cell, Mark, Row, Table
from orgdesign.words import say
from orgdesign.words.formats import format_of

_YEARS, _DATE = ".years", ".date"
_PARTS_OF_WORK = 3
"""Parts of the id of a row of work: plan, stream and work; other rows have two."""


def gantt(table: Table) -> Drawing:
    """Return a bar from the first to the last day of each piece of work in the table `plan`.

    The line from top to bottom is the date of the plan, its first day where it has none. Below
    the work stand the moments of deciding: a mark at the latest day, and a bar from the day on
    which it is planned.
    """
    at = {column.id: place for place, column in enumerate(table.columns)}
    panels = tuple(panel for rows in _plans(table) for panel in _panels(rows, at, table.numbers))
    unit = say("pictures.dates", table.language)
    return Drawing(panels, unit, same_scale=True, dates=True)


def _plans(table: Table) -> list[list[Row]]:
    """Return the rows plan by plan; each begins with the row of the years."""
    found: list[list[Row]] = []
    for row in table.rows:
        if _is_beside(row) and row.id.endswith(_YEARS):
            found.append([])
        found[-1].append(row)
    return found


def _is_beside(row: Row) -> bool:
    return row.id.count(".") + 1 < _PARTS_OF_WORK


def _panels(rows: list[Row], at: dict[str, int], numbers: str) -> Iterator[Panel]:
    work = [row for row in rows if not _is_beside(row)]
    beside = [row for row in rows if _is_beside(row) and not row.id.endswith(_YEARS)]
    days = [_day(row.cells[at["ends"]]) for row in beside if row.id.endswith(_DATE)]
    line = days[0] if days else min(_day(row.cells[at["begins"]]) for row in work)
    plan = f"{work[0].cells[at['plan']]}: " if "plan" in at else ""
    groups = [(work, _line), ([row for row in beside if not row.id.endswith(_DATE)], _moment)]
    for shown, drawn in groups:
        for stream in dict.fromkeys(str(row.cells[at["stream"]]) for row in shown):
            own = (row for row in shown if row.cells[at["stream"]] == stream)
            yield Panel(f"{plan}{stream}", tuple(drawn(row, at, numbers) for row in own), line)


def _line(row: Row, at: dict[str, int], numbers: str) -> Line:
    begins, ends = (row.cells[at[id]] for id in ("begins", "ends"))
    kind: Kind = "decides" if DECIDES in str(row.cells[at["timeline"]]) else "work"
    bar = Bar(_day(begins), _day(ends) + 1, kind)
    done = row.cells[at["at_start"]]
    state = f" ({done})" if not isinstance(done, Mark) else ""
    return Line(str(row.cells[at["work"]]), (bar,), f"{_between(begins, ends, numbers)}{state}")


def _moment(row: Row, at: dict[str, int], numbers: str) -> Line:
    planned, latest, verdict = (row.cells[at[id]] for id in ("begins", "ends", "at_start"))
    day = _day(latest)
    bars = [Bar(day, day, "latest")]
    if planned:
        kind: Kind = "late" if _day(planned) > day else "room"
        first, last = sorted((_day(planned), day))
        bars.insert(0, Bar(first, last, kind))
    dates = _between(planned, latest, numbers)
    said = f"{dates} ({verdict})" if verdict else dates
    return Line(str(row.cells[at["work"]]), tuple(bars), said)


def _between(first: Cell, last: Cell, numbers: str) -> str:
    """Return two dates as a locale writes them; of which the first may not be there."""
    short = format_of(numbers).short_date
    return " … ".join(short(day) for day in (first, last) if isinstance(day, date))


def _day(cell: Cell) -> float:
    assert isinstance(cell, date)
    return float(cell.toordinal())
