"""Tables that a scenario asks for under a name of its own."""

from __future__ import annotations

from orgdesign.measures import MEASURES, PEOPLE
from orgdesign.model.result import Result
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables.build import make
from orgdesign.tables.compare import compare
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Table

_COMPARED = ("municipalities", "options")


def of_measures(scenario: Scenario) -> tuple[str, ...]:
    """Return the ids of the scenario's tables that show a measure."""
    known = (*MEASURES, *PEOPLE)
    return tuple(id for id, table in scenario.document.tables.items() if table.measure in known)


def asked_for(result: Result, settings: Settings, id: str) -> Table:
    """Return the table of a scenario's own id, with its number, title, notes and measure."""
    from orgdesign.tables.pivot import pivot

    asked = result.scenario.document.tables[id]
    money = next((name for name in MEASURES if name == asked.measure), None)
    whole = money == "payback" or (asked.rows, asked.columns) == _COMPARED
    if money is None or not whole:
        return pivot(result, settings, id)
    found, scenario = compare(result, settings.change(measure=money)), result.scenario
    titled = make(id, found.title, found.columns, found.rows, found.notes, scenario, settings)
    return titled._replace(notes=tuple(dict.fromkeys(titled.notes)))
