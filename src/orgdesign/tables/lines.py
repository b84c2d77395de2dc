"""The bill line by line: by municipality for one option, by option, or by year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from orgdesign.lines import LINES, TOTAL
from orgdesign.model.gaps import gaps
from orgdesign.model.result import Result
from orgdesign.money import rounded
from orgdesign.scenario.scenario import ALONE
from orgdesign.tables import notes
from orgdesign.tables.build import (
    make,
    municipality_name,
    option_name,
    text_column,
    together,
    total_row,
)
from orgdesign.tables.cents import Bill, bill
from orgdesign.tables.operating import never_operating, outside_their_years
from orgdesign.tables.settings import (
    CENTS_IN,
    Settings,
    first_option,
    quoted_year,
    shown_municipalities,
    shown_options,
)
from orgdesign.tables.sharing.notes import sharing_notes
from orgdesign.tables.table import Cell, Column, Mark, Row, Table
from orgdesign.words import say


@dataclass(frozen=True, slots=True)
class _Entry:
    """A column of the bill: its id and title, and what it adds up."""

    id: str
    title: str
    option: str
    municipalities: tuple[str, ...]
    years: tuple[int, ...]


def lines(result: Result, settings: Settings) -> Table:
    """Return the bill of one option by municipality, or of several by option, in one year."""
    scenario, language = result.scenario, settings.language
    chosen = _chosen(result, settings)
    shown = shown_municipalities(scenario, settings)
    year = quoted_year(scenario, settings)
    if len(chosen) == 1:
        entries = [
            _Entry(m, municipality_name(scenario, m), chosen[0], (m,), (year,)) for m in shown
        ]
    else:
        entries = [_Entry(o, option_name(scenario, o, language), o, shown, (year,)) for o in chosen]
    title = _title("lines", result, chosen, settings)
    title = say("interface.in_year", language, title=title, year=year)
    return _table("lines", title, result, chosen, entries, settings)


def lines_by_year(result: Result, settings: Settings) -> Table:
    """Return the bill of one option year by year, of the shown municipalities together."""
    option = first_option(result.scenario, settings)
    shown = shown_municipalities(result.scenario, settings)
    entries = [
        _Entry(str(year), str(year), option, shown, (year,)) for year in result.scenario.years
    ]
    title = _title("lines_by_year", result, (option,), settings)
    return _table("lines_by_year", title, result, (option,), entries, settings)


def _chosen(result: Result, settings: Settings) -> tuple[str, ...]:
    if settings.options == (ALONE,):
        return (ALONE,)
    options = shown_options(result.scenario, settings)
    return options if len(options) == 1 else (ALONE, *options)


def _title(id: str, result: Result, chosen: Sequence[str], settings: Settings) -> str:
    language = settings.language
    title = say(f"terms.table_{id}", language)
    if len(chosen) > 1:
        return title
    name = option_name(result.scenario, chosen[0], language)
    return say("interface.for_option", language, title=title, option=name)


def _table(
    id: str,
    title: str,
    result: Result,
    chosen: Sequence[str],
    entries: Sequence[_Entry],
    settings: Settings,
) -> Table:
    scenario, language = result.scenario, settings.language
    adds_up = len(chosen) == 1
    columns = [
        text_column("line", settings),
        text_column("kind", settings),
        *(Column(entry.id, entry.title, settings.unit, total=True) for entry in entries),
        *([Column("total", say("interface.total", language), settings.unit, total=True)]
          if adds_up else []),
    ]  # fmt: skip
    cell = _cell_of(result, {option: bill(result, option) for option in chosen}, settings)
    rows = [_row(line, entries, cell, settings, adds_up=adds_up) for line in LINES]
    inside = [row for row in rows if row.id in TOTAL]
    apart = [row for row in rows if row.id not in TOTAL]
    options = [option for option in chosen if option != ALONE]
    return make(
        id,
        title,
        columns,
        [*inside, total_row(say("interface.total", language), columns, inside), *apart],
        _notes(id, result, options, settings),
        scenario,
        settings,
    )


def _notes(id: str, result: Result, options: Sequence[str], settings: Settings) -> list[str]:
    scenario = result.scenario
    told = never_operating if id == "lines_by_year" else outside_their_years
    return [
        *notes.price_notes(scenario, settings),
        notes.unit_note(settings.change(per_inhabitant=False)),
        *notes.selection_notes(settings),
        say("interface.note_apart", settings.language),
        *told(result, options, settings),
        *sharing_notes(result, options, settings),
        *notes.former_notes(scenario, options, settings),
        *notes.gap_notes(scenario, options, settings),
    ]


def _row(
    line: str,
    entries: Sequence[_Entry],
    cell: Callable[[str, _Entry], Cell],
    settings: Settings,
    *,
    adds_up: bool,
) -> Row:
    cells = [cell(line, entry) for entry in entries]
    name = say(f"terms.{line}", settings.language)
    kind = say(f"terms.kind_{LINES[line].kind}", settings.language)
    return Row(line, (name, kind, *cells, *([together(cells)] if adds_up else [])))


def _cell_of(
    result: Result, bills: dict[str, Bill], settings: Settings
) -> Callable[[str, _Entry], Cell]:
    """Return what gives the cell of a line in a column: an amount, or why there is none."""
    scenario = result.scenario
    missing = {o: gaps(scenario, o) if o != ALONE else () for o in bills}
    unit = CENTS_IN[settings.unit]

    def cell(line: str, entry: _Entry) -> Cell:
        places = scenario.places(entry.municipalities)
        years = [scenario.years.index(year) for year in entry.years]
        cents = int(bills[entry.option][line][places][:, years].sum())
        inside = set(scenario.participants(entry.option)) & set(entry.municipalities)
        if cents == 0 and LINES[line].borne != "own" and not inside:
            return Mark.NOT_APPLICABLE
        if cents == 0 and line in missing[entry.option] and inside:
            return Mark.GAP
        return rounded(cents, unit)

    return cell
