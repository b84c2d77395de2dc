"""The zero option beside each municipality's own budget: does the starting point match?"""

from __future__ import annotations

from orgdesign.model.result import Result
from orgdesign.money import rounded
from orgdesign.scenario.scenario import ALONE
from orgdesign.tables import notes
from orgdesign.tables.build import make, municipality_name, text_column, total_row
from orgdesign.tables.cents import amounts
from orgdesign.tables.settings import CENTS_IN, Settings, shown_municipalities
from orgdesign.tables.table import Cell, Column, Mark, Row, Table
from orgdesign.words import say


def reconciliation(result: Result, settings: Settings) -> Table:
    """Return computed cost alone, own budget and their difference, in the first year."""
    scenario, language = result.scenario, settings.language
    first = scenario.years[0]
    cost = amounts(result, ALONE, "structural_cost", first)
    computed = dict(zip(scenario.municipalities, cost, strict=True))
    columns = [
        text_column("municipality", settings),
        Column("computed", say("interface.computed", language), settings.unit, total=True),
        Column("own_budget", say("interface.own_budget", language), settings.unit, total=True),
        Column(
            "difference",
            say("interface.difference", language),
            settings.unit,
            total=True,
            signed=True,
            than=say("interface.than_budget", language),
        ),
    ]
    rows = [
        Row(m, (municipality_name(scenario, m), *_cells(result, m, computed[m], settings)))
        for m in shown_municipalities(scenario, settings)
    ]
    title = say("terms.table_reconciliation", language)
    return make(
        "reconciliation",
        say("interface.in_year", language, title=title, year=first),
        columns,
        [*rows, total_row(say("interface.total", language), columns, rows)],
        [
            *notes.price_notes(scenario, settings),
            notes.unit_note(settings.change(per_inhabitant=False)),
            say("interface.note_reconciliation", language),
            *notes.selection_notes(settings),
        ],
        scenario,
        settings,
    )


def _cells(
    result: Result, municipality: str, computed: int, settings: Settings
) -> tuple[Cell, ...]:
    unit = CENTS_IN[settings.unit]
    cost = rounded(computed, unit)
    own = result.scenario.document.municipalities[municipality].budget
    if own is None:
        return cost, Mark.UNKNOWN, Mark.UNKNOWN
    budget = rounded(round(own.value * 100), unit)
    return cost, budget, cost - budget
