"""Any measure by two of municipalities, options, lines, years, keys and jobs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from orgdesign.measures import PEOPLE, YEARLY, Measure, Side
from orgdesign.model.gaps import gaps
from orgdesign.model.result import Result
from orgdesign.scenario.scenario import ALONE, Scenario
from orgdesign.tables import notes
from orgdesign.tables.build import make, money_column, option_name, text_column, total_row
from orgdesign.tables.cents import bill, measured
from orgdesign.tables.grid import Grid
from orgdesign.tables.people.pivot import counting
from orgdesign.tables.pivot_sides import HEADS, Place, central, entries, measure_of, money
from orgdesign.tables.settings import (
    Settings,
    first_option,
    quoted_year,
    shown_municipalities,
    shown_options,
)
from orgdesign.tables.sharing.about import phase_notes, silent_notes
from orgdesign.tables.sharing.notes import sharing_notes
from orgdesign.tables.sharing.under import under_keys
from orgdesign.tables.table import Cell, Column, Mark, Row, Table
from orgdesign.words import say

ADDED: tuple[Side, ...] = ("municipalities", "lines", "jobs")
"""Rows that add up to a total."""


Cells = Callable[[Place], Cell]


def pivot(result: Result, settings: Settings, id: str) -> Table:
    """Return the table of a scenario's own id, with the rows and columns that it asks for."""
    asked, measure = result.scenario.document.tables[id], measure_of(result.scenario, id)
    settings = settings.change(against=settings.against or "absolute")
    middle = central(result.scenario, settings)
    across = entries(asked.columns, result, measure, settings)
    down = entries(asked.rows, result, measure, settings)
    cells = _cells(result, measure, settings)
    columns = [
        text_column(HEADS[asked.rows], settings),
        *(
            _column(asked.rows in ADDED, measure, column, title, settings)
            for column, title in across
        ),
    ]
    rows = [
        Row(
            str(row) or "agreed",
            (
                title,
                *(
                    cells(_at(middle, {asked.rows: row, asked.columns: column}))
                    for column, _ in across
                ),
            ),
        )
        for row, title in down
    ]
    if asked.rows in ADDED and not settings.per_inhabitant:
        rows.append(total_row(say("interface.total", settings.language), columns, rows))
    title, said = _title(result.scenario, id, settings), _notes(result, id, settings)
    return make(id, title, columns, rows, said, result.scenario, settings)


def _at(place: Place, sides: Mapping[str, Any]) -> Place:
    """Return a place with what its row and its column say."""
    return place._replace(**sides)


def _column(adds: bool, measure: str, id: str | int, title: str, settings: Settings) -> Column:
    if measure in PEOPLE:
        return Column(str(id), title, "fte", total=adds)
    signed = settings.against == "alone" and id != ALONE
    column = money_column(str(id) or "agreed", title, settings, against=signed)
    return column if adds else column._replace(total=False)


def _cells(result: Result, measure: str, settings: Settings) -> Cells:
    """Return what gives the cell of a place: fte of people, or money in the unit asked."""
    if measure in PEOPLE:
        counted = counting(result, settings, measure)
        return lambda at: counted(at.options, at.years, at.municipalities, at.jobs)
    scenario, shown = result.scenario, shown_municipalities(result.scenario, settings)

    def cell(at: Place) -> Cell:
        towns = (at.municipalities,) if at.municipalities else shown
        options = dict.fromkeys((ALONE, at.options))
        cents = {each: _cents(result, each, at, money(measure)) for each in options}
        found = Grid(result, settings, (at.options,), shown, cents)
        if at.options == ALONE:
            return found.printed(ALONE, towns)
        outside = not set(towns) & set(scenario.participants(at.options))
        if outside and settings.against == "alone":
            return Mark.NOT_APPLICABLE
        nothing = not any(cents[at.options][town] for town in towns)
        if nothing and at.lines in gaps(scenario, at.options) and not outside:
            return Mark.GAP
        return found.against(at.options, towns)

    return cell


def _cents(result: Result, option: str, at: Place, measure: Measure) -> dict[str, int]:
    """Return a measure of an option by municipality, of one line where one is asked for."""
    if at.keys and option != ALONE:
        result = under_keys(result, option).under(at.keys)
    found = bill(result, option, at.years if measure in YEARLY else None)
    lines = {at.lines: found[at.lines]} if at.lines else found
    amounts = measured(result.scenario, lines, measure)
    return dict(zip(result.scenario.municipalities, amounts, strict=True))


def _title(scenario: Scenario, id: str, settings: Settings) -> str:
    """Return what is shown, of which option and in which year where it is of one."""
    asked, language = scenario.document.tables[id], settings.language
    both, measure = (asked.rows, asked.columns), measure_of(scenario, id)
    of_people = measure in PEOPLE
    title = say(f"{'interface.' if of_people else 'terms.measure_'}{measure}", language)
    if "years" not in both and (of_people or measure in YEARLY):
        year = quoted_year(scenario, settings)
        title = say("interface.in_year", language, title=title, year=year)
    if "options" not in both:
        name = option_name(scenario, first_option(scenario, settings), language)
        title = say("interface.for_option", language, title=title, option=name)
    if settings.against == "alone" and not of_people:
        title = say("interface.difference_title", language, title=title)
    return title


def _notes(result: Result, id: str, settings: Settings) -> list[str]:
    scenario, language = result.scenario, settings.language
    asked, measure = scenario.document.tables[id], measure_of(scenario, id)
    said = [*notes.price_notes(scenario, settings)]
    if measure in PEOPLE:
        return [*said, *notes.masked_notes(settings), *notes.selection_notes(settings)]
    if measure not in YEARLY:
        discounted = measure == "present_value"
        said += notes.horizon_notes(scenario, settings, discounted=discounted)
    said.append(notes.unit_note(settings))
    if settings.against == "alone":
        said.append(notes.sign_note(settings))
    if measure in ("programme_effect", "grant_effect"):
        said.append(say("interface.note_grant", language))
    both = (asked.rows, asked.columns)
    of_all = shown_options(scenario, settings) if "options" in both else ()
    options = [o for o in (of_all or (first_option(scenario, settings),)) if o != ALONE]
    said += notes.selection_notes(settings)
    if "keys" not in both:
        said += sharing_notes(result, options, settings)
    for option in options if "keys" in both else ():
        year = quoted_year(scenario, settings) if measure in YEARLY else None
        under = under_keys(result, option, year)
        said += [*phase_notes(under, year, settings), *silent_notes(under, settings)]
    return [*said, *notes.gap_notes(scenario, options, settings)]
