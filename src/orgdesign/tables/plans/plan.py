"""The work plans: what is done when, what is finished at the start, and what decides it."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.plans.months import first_day, last_day, months_at
from orgdesign.plans.outlook import Outlook
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables import notes
from orgdesign.tables.build import make, text_column
from orgdesign.tables.plans.bars import DECIDES, WORK
from orgdesign.tables.plans.dates import dates
from orgdesign.tables.plans.notes import plan_notes
from orgdesign.tables.plans.timeline import Timeline, timeline
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Cell, Column, Mark, Row, Table
from orgdesign.words import Language, say

_COUNTED = ("units_found", "units", "months")


def plan(scenario: Scenario, settings: Settings) -> Table:
    """Return every piece of work of the plans with its dates, its slack and a line in time."""
    language = settings.language
    outlooks = [Outlook(scenario, id) for id in scenario.document.plans]
    several = len(outlooks) > 1
    texts = ("plan", "stream", "work") if several else ("stream", "work")
    columns = [text_column(id, settings) for id in texts]
    columns += [Column(id, say(f"plans.{id}", language), "number") for id in _COUNTED]
    columns += [Column(id, say(f"plans.{id}", language), "date") for id in ("begins", "ends")]
    columns.append(Column("slack", say("plans.slack", language), "number"))
    columns += [Column(id, say(f"plans.{id}", language)) for id in ("at_start", "timeline")]
    under = [note for outlook in outlooks for note in plan_notes(scenario, outlook, settings)]
    rows = [row for each in outlooks for row in _rows(scenario, each, settings, several)]
    return make(
        "plan",
        say("terms.table_plan", language),
        columns,
        rows,
        [*notes.price_notes(scenario, settings), *(under or [say("plans.no_plan", language)])],
        scenario,
        settings,
    )


def _rows(scenario: Scenario, outlook: Outlook, settings: Settings, several: bool) -> Iterator[Row]:
    at = None if outlook.target is None else months_at(outlook.target)
    beside = dates(scenario, outlook, settings)
    line = timeline(outlook, [moment for each in beside for moment in each.marks()])
    head: tuple[Cell, ...] = (outlook.plan.name,) if several else ()
    empty: tuple[Cell, ...] = ("",) * len(_COUNTED)
    label = say("plans.years", settings.language)
    yield Row(f"{outlook.id}.years", (*head, label, "", *empty, "", "", "", "", line.axis()))
    for position in _in_file(outlook):
        cells = _cells(outlook, position, at, line, settings)
        piece = outlook.network.pieces[position]
        names = (piece.table.name, piece.work.name)
        yield Row(f"{outlook.id}.{piece.id}", (*head, *names, *cells))
    for each in beside:
        when = (each.planned or "", each.latest, "", each.verdict, line.marks(each.marks()))
        yield Row(each.id, (*head, each.label, each.title, *empty, *when))


def _in_file(outlook: Outlook) -> list[int]:
    """Return the positions of the pieces in the order of the file."""
    ids = outlook.network.ids
    streams = outlook.plan.streams.items()
    return [ids.index(f"{stream}.{work}") for stream, table in streams for work in table.work]


def _cells(
    outlook: Outlook, position: int, at: float | None, line: Timeline, settings: Settings
) -> tuple[Cell, ...]:
    piece, found = outlook.network.pieces[position], outlook.schedule
    begin, end = float(found.begins[position, 0]), float(found.ends[position, 0])
    before = piece.work.units_found
    letter = DECIDES if position in outlook.critical else WORK
    return (
        Mark.UNKNOWN if before is None else before.value,
        piece.work.units.value,
        round(end - begin, 1),
        first_day(begin),
        last_day(end) if end > begin else first_day(end),
        round(float(outlook.slack[position]), 1),
        Mark.UNKNOWN if at is None else _state(outlook, position, at, settings.language),
        line.bar(begin, end, letter),
    )


def _state(outlook: Outlook, position: int, at: float, language: Language) -> str:
    """Return how far a piece of work is on the date of the plan, in words."""
    done = outlook.done(position, at)
    if done == 1.0:
        return say("plans.finished", language)
    must = outlook.network.pieces[position].work.must_be_ready
    entry = "missed" if must else "under_way" if done > 0 else "follows"
    return say(f"plans.{entry}", language, part=f"{100 * done:.0f}%")
