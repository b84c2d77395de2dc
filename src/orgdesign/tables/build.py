"""What tables are built from: names, titles, and rows and columns that sum what is printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from orgdesign.scenario.scenario import ALONE, Scenario
from orgdesign.tables.notes import with_legend
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Cell, Column, Mark, Row, Table
from orgdesign.words import Language, say
from orgdesign.words.source_titles import source_title


def title_of_source(scenario: Scenario, id: str | None, language: Language) -> str:
    """Return the title of a source as readers meet it, "" where the scenario has no such source."""
    source = scenario.document.sources.get(id or "")
    return source_title(id or "", source.title, language) if source else ""


def option_name(scenario: Scenario, option: str, language: Language) -> str:
    """Return the name of an option as readers see it."""
    if option == ALONE:
        return say("terms.alone", language)
    return scenario.document.options[option].name


def municipality_name(scenario: Scenario, municipality: str) -> str:
    """Return the name of a municipality as readers see it."""
    return scenario.document.municipalities[municipality].name


def name_or_together(scenario: Scenario, municipality: str | None, language: Language) -> str:
    """Return the name of a municipality; of anything else that it is of all together."""
    if municipality in scenario.municipalities:
        return municipality_name(scenario, str(municipality))
    return say("interface.together", language)


def make(
    id: str,
    title: str,
    columns: Sequence[Column],
    rows: Iterable[Row],
    notes: Iterable[str],
    scenario: Scenario,
    settings: Settings,
) -> Table:
    """Return a table with its number, its own title and notes where the scenario gives them."""
    asked = scenario.document.tables.get(id)
    if asked and asked.title:
        title = asked.title
    if asked and asked.number:
        title = say("interface.numbered", settings.language, number=asked.number, title=title)
    if not scenario.document.options:
        notes = (*notes, say("interface.note_no_options", settings.language))
    return with_legend(
        Table(
            id,
            title,
            tuple(columns),
            tuple(rows),
            (*notes, *(asked.notes if asked else ())),
            settings.language,
            settings.numbers,
            scenario.document.scenario.status,
        )
    )


def total_row(label: str, columns: Sequence[Column], rows: Sequence[Row]) -> Row:
    """Return the row of totals: in columns that add up the sum of what is printed, else nothing."""
    cells = [
        together([row.cells[index] for row in rows]) if column.total else ""
        for index, column in enumerate(columns)
    ]
    return Row("total", (label, *cells[1:]), total=True)


def together(cells: Sequence[Cell]) -> Cell:
    """Return the sum of the numbers of a row or column, or why there is none.

    An unknown makes the sum unknown and what is masked masks it; a gap counts for nothing, for it
    is named in a note.
    """
    marks = [cell for cell in cells if isinstance(cell, Mark)]
    for mark in (Mark.UNKNOWN, Mark.MASKED):
        if mark in marks:
            return mark
    if marks and len(marks) == len(cells):
        return next((mark for mark in marks if mark is not Mark.NOT_APPLICABLE), marks[0])
    return row_total(cells)


def column_totals(rows: Sequence[Sequence[Cell]], width: int) -> list[Cell]:
    """Return the sum of the numbers in each of `width` columns, 0 where there are no rows."""
    return [row_total([row[column] for row in rows]) for column in range(width)]


def row_total(cells: Iterable[Cell]) -> int | float:
    """Return the sum of the numbers that are printed."""
    numbers = [cell for cell in cells if isinstance(cell, int | float)]
    return sum(numbers) if all(isinstance(n, int) for n in numbers) else round(sum(numbers), 6)


def text_column(id: str, settings: Settings) -> Column:
    """Return a column of text whose title is the word for its id."""
    return Column(id, say(f"interface.{id}", settings.language))


def money_column(id: str, title: str, settings: Settings, *, against: bool) -> Column:
    """Return a column of money that adds up; where `against` it is a difference from alone."""
    per_head = settings.per_inhabitant
    return Column(
        id,
        title,
        "euros_per_inhabitant" if per_head else settings.unit,
        total=not per_head,
        signed=against,
        than=say("interface.than_alone", settings.language) if against else "",
    )
