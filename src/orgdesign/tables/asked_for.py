"""Tables that a scenario asks for under a name of its own."""

from __future__ import annotations

from orgdesign.measures import MEASURES, OF_TABLE, PEOPLE
from orgdesign.model.result import Result
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables.build import make
from orgdesign.tables.compare import compare
from orgdesign.tables.pivot_sides import measure_of
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Table

_COMPARED = ("municipalities", "options")


def of_measures(scenario: Scenario) -> tuple[str, ...]:
    """Return the ids of the scenario's tables that show a measure."""
    known = (*MEASURES, *PEOPLE)
    tables = scenario.document.tables.items()
    return tuple(id for id, table in tables if id in OF_TABLE or table.measure in known)


def asked_for(result: Result, settings: Settings, id: str) -> Table:
    """Return the table of a scenario's own id, with its number, title, notes and measure.

    Beside its amounts stand their ranges and switching values where it asks for them.
    """
    table, asked = _table(result, settings, id), result.scenario.document.tables[id]
    if asked.switching:
        from orgdesign.tables.switching_values import with_switching_values

        table = with_switching_values(table, result, settings, id)
    if asked.range:
        from orgdesign.tables.ranges import with_ranges

        table = with_ranges(table, result, settings, id)
    return table


def _table(result: Result, settings: Settings, id: str) -> Table:
    from orgdesign.tables.pivot import pivot

    scenario, asked = result.scenario, result.scenario.document.tables[id]
    money = next((name for name in MEASURES if name == measure_of(scenario, id)), None)
    whole = money == "payback" or (asked.rows, asked.columns) == _COMPARED
    if money is None or not whole:
        return pivot(result, settings, id)
    found = compare(result, settings.change(measure=money))
    titled = make(id, found.title, found.columns, found.rows, found.notes, scenario, settings)
    return titled._replace(notes=tuple(dict.fromkeys(titled.notes)))
