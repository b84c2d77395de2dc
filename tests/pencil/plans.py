"""How much of a work plan is finished by the end of a year, day by day of the calendar."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterator

from orgdesign.scenario.schema.plans import Plan, Stream


def finished(plan: Plan, calendar_year: int) -> float:
    """Return the part of the months of work that is done by the end of a calendar year."""
    ends: dict[tuple[str, str], float] = {}
    while len(ends) < sum(len(stream.work) for stream in plan.streams.values()):
        for each in plan.streams:
            _go_on(plan, each, ends)
    whole = done = 0.0
    for name, stream in plan.streams.items():
        for work in stream.work:
            months = stream.work[work].units.value / stream.per_month.value
            begin = ends[name, work] - months
            whole += months
            done += max(0.0, min(months, 12 * (calendar_year + 1) - begin))
    if whole == 0:
        return 1.0 if max(ends.values()) <= 12 * (calendar_year + 1) else 0.0
    return done / whole


def _go_on(plan: Plan, name: str, ends: dict[tuple[str, str], float]) -> None:
    """Do what can be done next in a stream."""
    stream = plan.streams[name]
    free = 0.0
    for work, table in stream.work.items():
        if (name, work) in ends:
            free = ends[name, work]
            continue
        before = list(_before(plan, name, stream, work))
        if any(each not in ends for each in before):
            return
        dates = [date for date in (plan.from_, stream.from_, table.from_) if date]
        begin = max([free, *map(_months, dates), *(ends[each] for each in before)])
        ends[name, work] = free = begin + table.units.value / stream.per_month.value


def _before(plan: Plan, name: str, stream: Stream, work: str) -> Iterator[tuple[str, str]]:
    for given in (*stream.after, *stream.work[work].after):
        if "." in given:
            other, piece = given.split(".")
            yield other, piece
        elif given in stream.work:
            yield name, given
        else:
            yield from ((given, each) for each in plan.streams[given].work)


def _months(date: datetime.date) -> float:
    days = calendar.monthrange(date.year, date.month)[1]
    return 12 * date.year + date.month - 1 + (date.day - 1) / days
