"""How hard it is to get out of an option, for every year in which it could be."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from orgdesign.model.lock_in import LockIn
from orgdesign.model.lock_in import lock_in as lock_in_of
from orgdesign.model.result import Result
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables import notes
from orgdesign.tables.build import make, municipality_name, option_name, together
from orgdesign.tables.out_gaps import (
    Silence,
    gap_notes,
    no_way_out_note,
    nobody_stays_note,
    or_gap,
    silence,
)
from orgdesign.tables.settings import Settings, first_option, shown_municipalities
from orgdesign.tables.table import Cell, Column, Mark, Row, Table
from orgdesign.words import say


def lock_in(result: Result, settings: Settings) -> Table:
    """Return what leaving costs each participant and ending costs all, by the last year in it."""
    scenario, language = result.scenario, settings.language
    option = first_option(scenario, settings)
    columns = [Column("who", say("exit.who", language))]
    rows: list[Row] = []
    unstated: list[str] = []
    found: LockIn | None = None
    told = no_way_out_note(scenario, option, settings)
    if not scenario.stays_alone(option) and not scenario.property(option, "merges"):
        found = lock_in_of(result, option)
        told = say("exit.note_no_year_out", language, last=scenario.years[-1])
    if found is not None and found.years:
        told = say("exit.note_lock_in", language)
        columns += [Column(str(y), str(y), settings.unit, signed=True) for y in found.years]
        silent = [silence(result, option, year) for year in found.years]
        rows = [
            *_leaving(scenario, found, silent, settings),
            *_ending(scenario, found, silent, settings),
        ]
        able = [m for m in _shown(scenario, found, settings) if m in found.able]
        unstated += gap_notes(scenario, silent, able, settings, ending=True)
        if len(found.inside) == 1 and not found.able:
            unstated.append(nobody_stays_note(scenario, found.inside, settings))
    title, name = say("terms.table_lock_in", language), option_name(scenario, option, language)
    lines = [
        *notes.price_notes(scenario, settings),
        *notes.horizon_notes(scenario, settings, discounted=False),
        notes.unit_note(settings.change(per_inhabitant=False)),
        told,
        *unstated,
    ]
    title = say("interface.for_option", language, title=title, option=name)
    return make("lock_in", title, columns, rows, lines, scenario, settings)


def _leaving(
    scenario: Scenario, found: LockIn, silent: Sequence[Silence], settings: Settings
) -> Iterator[Row]:
    """Yield what leaving costs each participant, marked where it cannot."""
    for m in _shown(scenario, found, settings):
        cells: Iterable[Cell] = (Mark.NOT_APPLICABLE for _ in found.years)
        if m in found.able:
            unstated = [each.on_leaving([m]) for each in silent]
            cells = _cells(found.leaving[found.able.index(m)], unstated, settings)
        label = say("exit.leaves", settings.language, name=municipality_name(scenario, m))
        yield Row(m, (label, *cells))


def _ending(
    scenario: Scenario, found: LockIn, silent: Sequence[Silence], settings: Settings
) -> Iterator[Row]:
    """Yield what each still pays when all stop, then the sums over all participants."""
    language = settings.language
    unstated = [each.unwinding for each in silent]
    later = [list(_cells(each, unstated, settings)) for each in found.still_paid]
    for m in _shown(scenario, found, settings):
        label = say("exit.still_pays", language, name=municipality_name(scenario, m))
        yield Row(f"{m}.still_paid", (label, *later[found.inside.index(m)]))
    sums = (together(column) for column in zip(*later, strict=True))
    yield Row("still_paid", (say("exit.still_paid", language), *sums))
    in_all = (settings.in_unit(each) for each in found.in_all.sum(axis=0))
    yield Row("in_all", (say("exit.in_all", language), *in_all))


def _shown(scenario: Scenario, found: LockIn, settings: Settings) -> list[str]:
    return [m for m in shown_municipalities(scenario, settings) if m in found.inside]


def _cells(euros: Iterable[float], unstated: Iterable[bool], settings: Settings) -> Iterator[Cell]:
    """Yield amounts, and the mark of a gap or of what does not apply where there is none."""
    for amount, silent in zip(euros, unstated, strict=True):
        if math.isnan(amount):
            yield Mark.NOT_APPLICABLE
        else:
            yield or_gap(settings.in_unit(amount), unstated=silent)
