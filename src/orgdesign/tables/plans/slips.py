"""The streams of the work plans: their size and cost, and what it does when one is late."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.plans.months import last_day
from orgdesign.plans.outlook import Outlook
from orgdesign.plans.slips import slips as slips_of
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables import notes
from orgdesign.tables.build import make, text_column
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Cell, Column, Mark, Row, Table
from orgdesign.words import say


def slips(scenario: Scenario, settings: Settings) -> Table:
    """Return for each stream of the plans its size, its cost, and the test of being late."""
    language = settings.language
    outlooks = [Outlook(scenario, id) for id in scenario.document.plans]
    several = len(outlooks) > 1
    texts = ("plan", "stream", "discipline") if several else ("stream", "discipline")

    def numbers(*ids: str) -> list[Column]:
        return [Column(id, say(f"plans.{id}", language), "number") for id in ids]

    columns = [
        *(text_column(id, settings) for id in texts),
        *numbers("units_found", "units", "months_of_work"),
        Column("cost", say("plans.cost", language), settings.unit),
        *numbers("slip"),
        Column("ready", say("plans.ready", language), "date"),
        *numbers("ready_later", "finished_later"),
    ]
    return make(
        "slips",
        say("terms.table_slips", language),
        columns,
        [row for outlook in outlooks for row in _rows(outlook, settings, several)],
        [
            *notes.price_notes(scenario, settings),
            say("plans.note_slips" if outlooks else "plans.no_plan", language),
            say("plans.note_cost", language),
        ],
        scenario,
        settings,
    )


def _rows(outlook: Outlook, settings: Settings, several: bool) -> Iterator[Row]:
    head: tuple[Cell, ...] = (outlook.plan.name,) if several else ()
    months = float(outlook.plan.slip_months)
    for slip in slips_of(outlook.network, outlook.taken, outlook.plan.streams, months):
        table = outlook.plan.streams[slip.stream]
        units = [work.units.value for work in table.work.values()]
        found = [work.units_found for work in table.work.values()]
        cost = outlook.cost(slip.stream)
        must = bool(outlook.network.must_be_ready)
        cells: tuple[Cell, ...] = (
            table.name,
            say(f"plans.{table.discipline}", settings.language),
            sum(each.value for each in found if each) if all(found) else Mark.UNKNOWN,
            sum(units),
            round(sum(units) / table.per_month.value, 1),
            Mark.UNKNOWN if cost is None else settings.in_unit(cost),
            slip.months,
            last_day(slip.ready) if must else Mark.NOT_APPLICABLE,
            round(slip.ready - outlook.ready, 1) if must else Mark.NOT_APPLICABLE,
            round(slip.finished - outlook.finished, 1),
        )
        yield Row(f"{outlook.id}.{slip.stream}", (*head, *cells))
