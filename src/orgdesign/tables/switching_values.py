"""Beside an option in a table of one's own: which figure decides whether it beats alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from orgdesign.measures import YEARLY
from orgdesign.model.result import Result
from orgdesign.scenario.scenario import ALONE
from orgdesign.tables.beside import Beside, places, widened
from orgdesign.tables.explaining.figure_names import told_value
from orgdesign.tables.pivot_sides import Place, measure_of
from orgdesign.tables.settings import (
    Settings,
    quoted_year,
    shown_municipalities,
    shown_options,
)
from orgdesign.tables.table import Cell, Column, Mark, Table
from orgdesign.words import say

if TYPE_CHECKING:
    from orgdesign.sensitivity.study import Comparison, Study
    from orgdesign.sensitivity.switching import Switching


class _Cells(NamedTuple):
    """What stands beside an amount: the figure that decides, and from which value."""

    row: str
    column: str
    figure: Cell
    value: Cell


def with_switching_values(table: Table, result: Result, settings: Settings, id: str) -> Table:
    """Return a table of the scenario with the nearest switching value beside every option.

    It is that of the one figure for which the smallest part of its range suffices.
    """
    from orgdesign.sensitivity.study import Study
    from orgdesign.sensitivity.switching import switching

    scenario, measure = result.scenario, measure_of(result.scenario, id)
    year = quoted_year(scenario, settings) if measure in YEARLY else None
    options = tuple(option for option in shown_options(scenario, settings) if option != ALONE)
    study = Study(scenario, options, shown_municipalities(scenario, settings), measure, year)
    found = switching(study)
    asked = scenario.document.tables[id]
    cells = [
        _Cells(row.id, column.id, *_nearest(place, cell, found, study, settings))
        for row, column, cell, place in places(table, scenario, settings, asked.rows, asked.columns)
        if column.id != ALONE
    ]
    columns = {
        column.id: tuple(_beside(column, cells, settings))
        for column in table.columns
        if any(each.column == column.id for each in cells)
    }
    entry = "note_nearest" if found.asked else "no_uncertain"
    return widened(table, columns, (say(f"sensitivity.{entry}", settings.language),))


def _nearest(
    place: Place, cell: Cell, found: Switching, study: Study, settings: Settings
) -> tuple[Cell, Cell]:
    """Return the figure that decides an amount and its switching value."""
    from orgdesign.tables.sensitivity.naming import cell_of, spoken_name
    from orgdesign.tables.sensitivity.parts import capital
    from orgdesign.tables.units import unit_of

    comparison = _comparison(place, study)
    if comparison is None or not isinstance(cell, int | float):
        return ("", "") if cell == "" else (Mark.NOT_APPLICABLE, Mark.NOT_APPLICABLE)
    flip = next((flip for flip in found.flips if flip.comparison == comparison), None)
    if flip is None:
        return say("sensitivity.none_within", settings.language), Mark.NOT_APPLICABLE
    shown = (study.scenario, flip.path)
    single = flip.path in study.scenario.figures
    near = told_value(flip.path, flip.value) if single else flip.value
    value = cell_of(*shown, near, settings)
    name = capital(spoken_name(*shown, settings.language))
    unit = unit_of(*shown, settings.language) if single else ""
    return f"{name}, {unit}" if unit else name, value


def _comparison(place: Place, study: Study) -> Comparison | None:
    """Return what an amount is held against; None where it is against nothing, or not of all."""
    from orgdesign.sensitivity.study import Comparison

    if place.options == ALONE:
        return None
    if place.municipalities:
        inside = place.municipalities in study.scenario.participants(place.options)
        return Comparison(place.options, ALONE, place.municipalities) if inside else None
    everyone = len(study.municipalities) == len(study.scenario.municipalities)
    return Comparison(ALONE, place.options) if everyone else None


def _beside(column: Column, cells: list[_Cells], settings: Settings) -> Iterator[Beside]:
    """Yield the columns with the figure that decides and its switching value."""
    own = [each for each in cells if each.column == column.id]
    figure, value = (
        say(f"sensitivity.{entry}_of", settings.language, title=column.title)
        for entry in ("decides", "switches")
    )
    yield Beside(Column(f"{column.id}.figure", figure), {each.row: each.figure for each in own})
    yield Beside(
        Column(f"{column.id}.switching_value", value, "number"),
        {each.row: each.value for each in own},
    )
