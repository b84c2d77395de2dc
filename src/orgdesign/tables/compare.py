"""Municipalities by options: what each costs each, alone and in every option."""

from __future__ import annotations

from collections.abc import Sequence

from orgdesign.measures import JUDGED, YEARLY
from orgdesign.model.gaps import gaps
from orgdesign.model.result import Result
from orgdesign.scenario.scenario import ALONE, Scenario
from orgdesign.tables import notes
from orgdesign.tables.build import (
    make,
    money_column,
    municipality_name,
    option_name,
    text_column,
    total_row,
)
from orgdesign.tables.grid import Grid, grid
from orgdesign.tables.operating import never_operating, outside_their_years
from orgdesign.tables.payback import payback
from orgdesign.tables.programme import unstated_effects
from orgdesign.tables.settings import Settings, quoted_year
from orgdesign.tables.sharing.notes import sharing_notes
from orgdesign.tables.table import Cell, Column, Mark, Row, Table
from orgdesign.tables.thresholds import failing_notes, verdict, whole_transition_notes
from orgdesign.words import Language, say


def compare(result: Result, settings: Settings) -> Table:
    """Return the measure asked for by municipality and option."""
    if settings.measure == "payback":
        return payback(result, settings)
    return by_measure(result, settings, "compare")


def by_measure(result: Result, settings: Settings, id: str, *, noted: bool = True) -> Table:
    """Return a measure in money by municipality and option, with totals of what is printed.

    Unless `noted` without the notes, which take longer than all else.
    """
    amounts = grid(result, settings.change(against=settings.against or "alone"))
    scenario, settings = result.scenario, amounts.settings
    columns = [text_column("municipality", settings), *option_columns(amounts)]
    rows = [
        Row(m, (municipality_name(scenario, m), *amounts.cells(m))) for m in amounts.municipalities
    ]
    rows += [last_row(columns, rows, [amounts]), *rows_below([amounts])]
    below = _notes(amounts) if noted else ()
    return make(id, title_of(amounts), columns, rows, below, scenario, settings)


def option_columns(amounts: Grid, prefix: str = "", before: str = "") -> list[Column]:
    """Return the columns of the zero option and of every option, ids and titles as prefixed."""
    settings, scenario = amounts.settings, amounts.result.scenario
    columns = [
        money_column(
            prefix + option,
            before + option_name(scenario, option, settings.language),
            settings,
            against=settings.against == "alone" and option != ALONE,
        )
        for option in (ALONE, *amounts.options)
    ]
    if not settings.in_percent:
        return columns
    return [columns[0], *(column._replace(unit="share", total=False) for column in columns[1:])]


def last_row(columns: Sequence[Column], rows: Sequence[Row], grids: Sequence[Grid]) -> Row:
    """Return the row of totals; what does not add up is of all shown municipalities as one."""
    settings = grids[0].settings
    id = "average" if settings.per_inhabitant else "total"
    total = total_row(say(f"interface.{id}", settings.language), columns, rows)
    if all(column.total for column in columns[1:]):
        return Row(id, total.cells, total=True)
    whole = ["", *(cell for amounts in grids for cell in amounts.average())]
    cells = [
        cell if column.total else other
        for column, cell, other in zip(columns, total.cells, whole, strict=True)
    ]
    return Row(id, (total.cells[0], *cells[1:]), total=True)


def rows_below(grids: Sequence[Grid]) -> list[Row]:
    """Return of every option whether it passes its frames, and how many lines nobody has stated.

    The lines are named below the table. No row where it has nothing to say.
    """
    language = grids[0].settings.language
    of_options = [(amounts.result, amounts.options) for amounts in grids]
    passed = [[_passed(result, o, language) for o in options] for result, options in of_options]
    missing = [[len(gaps(result.scenario, o)) for o in options] for result, options in of_options]
    found = []
    if any(isinstance(cell, str) for cells in passed for cell in cells):
        found.append(_row_below("threshold", "thresholds", passed, language))
    if any(number for cells in missing for number in cells):
        counted = [[str(number) for number in cells] for cells in missing]
        found.append(_row_below("gaps", "gaps", counted, language))
    return found


def _passed(result: Result, option: str, language: Language) -> Cell:
    passed = verdict(result, option)
    if passed is None:
        return Mark.NOT_APPLICABLE
    return say(f"interface.{'pass' if passed else 'fail'}", language)


def _row_below(entry: str, id: str, cells: Sequence[Sequence[Cell]], language: Language) -> Row:
    """Return a row with nothing under the zero option of each scenario."""
    beside = [cell for each in cells for cell in (Mark.NOT_APPLICABLE, *each)]
    return Row(id, (say(f"interface.{entry}", language), *beside))


def in_words(scenario: Scenario, settings: Settings, *, dated: bool = True) -> str:
    """Return the measure asked for, and of which year where it is of one that is to be said."""
    title = say(f"terms.measure_{settings.measure}", settings.language)
    if settings.measure not in YEARLY or not dated:
        return title
    year = quoted_year(scenario, settings)
    return say("interface.in_year", settings.language, title=title, year=year)


def title_of(amounts: Grid, *, dated: bool = True) -> str:
    """Return what is compared, of which year, by what, and whether differences are shown."""
    settings, language = amounts.settings, amounts.settings.language
    title = in_words(amounts.result.scenario, settings, dated=dated)
    if settings.per_inhabitant:
        title = say("interface.per_inhabitant_title", language, title=title)
    if settings.against == "alone":
        title = say("interface.difference_title", language, title=title)
    if settings.in_percent:
        title = say("interface.percentage_title", language, title=title)
    return title


def _notes(amounts: Grid) -> list[str]:
    scenario, settings = amounts.result.scenario, amounts.settings
    lines = [*notes.price_notes(scenario, settings)]
    if settings.measure in YEARLY:
        lines.append(notes.quoted_year_note(scenario, quoted_year(scenario, settings), settings))
    else:
        discounted = settings.measure == "present_value"
        lines += notes.horizon_notes(scenario, settings, discounted=discounted)
    lines += [notes.unit_note(settings), *notes.percentage_notes(settings)]
    if settings.against == "alone":
        lines.append(notes.beside_alone_note(settings))
    if settings.measure in ("programme_effect", "grant_effect"):
        lines.append(say("interface.note_grant", settings.language))
    if settings.measure == "programme_effect":
        lines += unstated_effects(scenario, notes.in_turn(scenario, amounts.options), settings)
    lines += notes.selection_notes(settings)
    if settings.measure in JUDGED:
        lines += [_winners(amounts, option) for option in amounts.options]
    return [*lines, *option_notes(amounts)]


def option_notes(amounts: Grid) -> list[str]:
    """Return what is to be said of the options: years, frames not met, keys and gaps."""
    result, options, settings = amounts.result, amounts.options, amounts.settings
    dated = settings.measure in YEARLY
    lines = [*(outside_their_years if dated else never_operating)(result, options, settings)]
    lines += failing_notes(result, options, settings)
    if settings.measure == "transition_cost" and settings.against == "alone":
        lines += whole_transition_notes(result, settings)
    lines += sharing_notes(result, options, settings)
    lines += notes.former_notes(result.scenario, options, settings)
    return [*lines, *notes.gap_notes(result.scenario, options, settings)]


def _winners(amounts: Grid, option: str) -> str:
    """Return the sentence that says who pays more and who pays less than alone."""
    language, scenario = amounts.settings.language, amounts.result.scenario
    name = option_name(scenario, option, language)
    return say("interface.note_winners", language, option=name, parts=who_pays(amounts, option))


def who_pays(amounts: Grid, option: str) -> str:
    """Return who pays more and who pays less than alone, by name."""
    language, scenario = amounts.settings.language, amounts.result.scenario
    parts = []
    for sign, entry in ((1, "dearer"), (-1, "cheaper")):
        names = [municipality_name(scenario, m) for m in amounts.dearer(option, sign)]
        everyone = 1 < len(names) == len(amounts.municipalities)
        listed = say("interface.everyone", language) if everyone else notes.listed(names, language)
        if names:
            parts.append(say(f"interface.{entry}_for", language, names=listed))
    return "; ".join(parts) or say("interface.same_for_all", language)
