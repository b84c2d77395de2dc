"""How hard it is to get out of an option, for every year in which it could be."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from orgdesign.model.lock_in import LockIn
from orgdesign.model.lock_in import lock_in as lock_in_of
from orgdesign.model.result import Result
from orgdesign.money import nearest
from orgdesign.scenario.scenario import ALONE, Scenario
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
        rows = [*_leaving(scenario, found, settings), *_ending(scenario, found, settings)]
    title, name = say("terms.table_lock_in", language), option_name(scenario, option, language)
    lines = [
        *notes.price_notes(scenario, settings),
        *notes.horizon_notes(scenario, settings, discounted=False),
        notes.unit_note(settings.change(per_inhabitant=False)),
        say("exit.note_lock_in" if rows else "exit.note_no_way_out", language),
    ]
    title = say("interface.for_option", language, title=title, option=name)
    return make("lock_in", title, columns, rows, lines, scenario, settings)


def _leaving(scenario: Scenario, found: LockIn, settings: Settings) -> Iterator[Row]:
    """Yield what leaving costs each participant, marked where it cannot."""
    for m in _shown(scenario, found, settings):
        cells: Iterable[Cell] = (Mark.NOT_APPLICABLE for _ in found.years)
        if m in found.able:
            cells = _possible(found.leaving[found.able.index(m)], settings)
        label = say("exit.leaves", settings.language, name=municipality_name(scenario, m))
        yield Row(m, (label, *cells))


def _ending(scenario: Scenario, found: LockIn, settings: Settings) -> Iterator[Row]:
    """Yield what each still pays when all stop, then the sums over all participants."""
    language = settings.language
    later = [_cells(each, settings) for each in found.still_paid]
    for m in _shown(scenario, found, settings):
        label = say("exit.still_pays", language, name=municipality_name(scenario, m))
        yield Row(f"{m}.still_paid", (label, *later[found.inside.index(m)]))
    sums = (sum(column) for column in zip(*later, strict=True))
    yield Row("still_paid", (say("exit.still_paid", language), *sums))
    in_all = _cells(found.in_all.sum(axis=0), settings)
    yield Row("in_all", (say("exit.in_all", language), *in_all))


def _shown(scenario: Scenario, found: LockIn, settings: Settings) -> list[str]:
    return [m for m in shown_municipalities(scenario, settings) if m in found.inside]


def _cells(euros: Iterable[float], settings: Settings) -> list[int]:
    return [nearest(float(each) * 100 / CENTS_IN[settings.unit]) for each in euros]


def _possible(euros: Iterable[float], settings: Settings) -> Iterator[Cell]:
    """Yield amounts, and the mark of what does not apply where there is none."""
    for each in euros:
        yield Mark.NOT_APPLICABLE if math.isnan(each) else _cells([each], settings)[0]
