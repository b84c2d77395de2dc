"""How hard it is to get out of an option, for every year in which it could be."""

from __future__ import annotations

from collections.abc import Iterable

from orgdesign.model.lock_in import lock_in as lock_in_of
from orgdesign.model.result import Result
from orgdesign.money import nearest
from orgdesign.scenario.scenario import ALONE
from orgdesign.tables import notes
from orgdesign.tables.build import make, municipality_name, option_name
from orgdesign.tables.settings import CENTS_IN, Settings, first_option, shown_municipalities
from orgdesign.tables.table import Cell, Column, Mark, Row, Table
from orgdesign.words import say


def lock_in(result: Result, settings: Settings) -> Table:
    """Return what leaving costs each participant and ending costs all, by the last year in it."""
    scenario, language = result.scenario, settings.language
    option = first_option(scenario, settings)
    columns = [Column("who", say("exit.who", language))]
    rows: list[Row] = []
    if option != ALONE and not scenario.property(option, "merges"):
        found = lock_in_of(result, option)
        columns += [Column(str(y), str(y), settings.unit, signed=True) for y in found.years]
        inside = scenario.participants(option)
        for m in (m for m in shown_municipalities(scenario, settings) if m in inside):
            cells: Iterable[Cell] = (Mark.NOT_APPLICABLE for _ in found.years)
            if m in found.able:
                cells = _cells(found.leaving[found.able.index(m)], settings)
            label = say("exit.leaves", language, name=municipality_name(scenario, m))
            rows.append(Row(m, (label, *cells)))
        for id in ("still_paid", "in_all"):
            rows.append(
                Row(id, (say(f"exit.{id}", language), *_cells(getattr(found, id), settings)))
            )
    title, name = say("terms.table_lock_in", language), option_name(scenario, option, language)
    lines = [
        *notes.price_notes(scenario, settings),
        *notes.horizon_notes(scenario, settings, discounted=False),
        notes.unit_note(settings.change(per_inhabitant=False)),
        say("exit.note_lock_in" if rows else "exit.note_no_way_out", language),
    ]
    title = say("interface.for_option", language, title=title, option=name)
    return make("lock_in", title, columns, rows, lines, scenario, settings)


def _cells(euros: Iterable[float], settings: Settings) -> list[Cell]:
    return [nearest(float(each) * 100 / CENTS_IN[settings.unit]) for each in euros]
