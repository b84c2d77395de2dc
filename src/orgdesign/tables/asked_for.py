"""Tables that a scenario asks for under a name of its own: a measure by municipality and option."""

from __future__ import annotations

from orgdesign.measures import MEASURES
from orgdesign.model.result import Result
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables.build import make
from orgdesign.tables.compare import compare
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Table

_SIDES = ("municipalities", "options")


def of_measures(scenario: Scenario) -> tuple[str, ...]:
    """Return the ids of the scenario's tables that show a measure by municipality and option."""
    return tuple(
        id
        for id, table in scenario.document.tables.items()
        if table.measure in MEASURES and (table.rows, table.columns) == _SIDES
    )


def asked_for(result: Result, settings: Settings, id: str) -> Table:
    """Return the table of a scenario's own id, with its number, title, notes and measure."""
    wanted = result.scenario.document.tables[id].measure
    measure = next(name for name in MEASURES if name == wanted)
    found = compare(result, settings.change(measure=measure))
    scenario = result.scenario
    titled = make(id, found.title, found.columns, found.rows, found.notes, scenario, settings)
    return titled._replace(notes=tuple(dict.fromkeys(titled.notes)))
