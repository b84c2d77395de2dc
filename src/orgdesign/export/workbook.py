"""Tables as a workbook for a controller: a sheet a table, with formulas that recompute it.

No macro, and no link but from the contents to the sheets; no text can start a formula.
"""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Sequence
from textwrap import wrap
from typing import Any

from orgdesign.export.booklet import Booklet, of_one
from orgdesign.export.separated import harmless
from orgdesign.export.sheet_names import sheet_name
from orgdesign.tables.table import Cell, Column, Table
from orgdesign.words import say
from orgdesign.words.formats import format_of
from orgdesign.words.numbers import CalendarYear, cell_text, raw
from orgdesign.words.visible import visible
from orgdesign.words.width import width

HEADER = 2
"""Row of the titles of columns, from 0: above it the title of the table and an empty row."""
_MADE = datetime.datetime(2000, 1, 1)
"""A fixed moment: the same tables give the same bytes."""
_FIRST_DAY = datetime.date(1900, 3, 1)
"""The day from which all spreadsheets count the same days; earlier dates stand there as texts."""
_NARROWEST, _WIDEST, _LONGEST = 10, 24, 60
"""Width of a column: at least, at most of one with numbers, at most of one with texts."""
_LINE = 15
"""Height of a line of text. Unit: points."""
_FORMATS = {
    "cents": "#,##0.00",
    "euros": "#,##0",
    "thousand_euros": "#,##0",
    "euros_per_inhabitant": "#,##0.00",
    "fte": "#,##0.00",
    "share": "0.0%",
    "factor": "0.###",
    "year": "0",
    "count": "#,##0",
    "number": "#,##0.####",
    "text": "General",
    "date": "General",
}


def workbook(booklet: Booklet) -> bytes:
    """Return tables as a workbook, with the figures and the bill where the result is given."""
    from xlsxwriter import Workbook

    data = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    with Workbook(data, options) as book:
        _properties(book, booklet)
        _Book(book, booklet).write()
    return data.getvalue()


def xlsx(table: Table) -> bytes:
    """Return a table as a workbook of its own."""
    return workbook(of_one(table))


def _properties(book: Any, booklet: Booklet) -> None:
    found = next((table.identity for table in booklet.tables if table.identity), None)
    book.set_properties(
        {
            "title": visible(booklet.title),
            "author": "orgdesign",
            "status": booklet.status,
            "created": _MADE,
            "comments": visible(found.line) if found else "",
        }
    )
    for name in ("inputs", "texts", "formulas", "program") if found else ():
        book.set_custom_property(f"orgdesign-{name}", getattr(found, name))
    book.set_calc_mode("auto")


class _Book:
    """A workbook as it is written."""

    def __init__(self, book: Any, booklet: Booklet) -> None:
        self.book, self.booklet = book, booklet
        self.names: list[str] = []
        self.kept: dict[tuple[str, bool, str], Any] = {}

    def write(self) -> None:
        from orgdesign.export.formulas import Formulas

        several = len(self.booklet.tables) > 1
        contents = self._sheet(say("export.contents", self.booklet.language)) if several else None
        sheets = [self._sheet(table.title) for table in self.booklet.tables]
        formulas = Formulas(self.booklet, self._sheet, self._style)
        for at, (sheet, table) in enumerate(zip(sheets, self.booklet.tables, strict=True)):
            self._table(sheet, table, formulas.of_table(at, HEADER + 1))
        formulas.mark_live()
        if contents is not None:
            self._contents(contents)

    def _contents(self, page: Any) -> None:
        """Write the title of each sheet, a table's in full, with a link to where it stands."""
        language, (own, *names) = self.booklet.language, self.names
        titles = [table.title for table in self.booklet.tables]
        titles += names[len(titles) :]
        bold = self._style("General", bold=True)
        page.write_string(0, 0, own, bold)
        for at, entry in enumerate(("interface.number", "export.sheet_title", "export.sheet")):
            page.write_string(HEADER, at, say(entry, language), bold)
        for at, (title, name) in enumerate(zip(titles, names, strict=True), 1):
            quoted = name.replace("'", "''")
            page.write_number(HEADER + at, 0, at)
            page.write_url(HEADER + at, 1, f"internal:'{quoted}'!A1", string=harmless(title))
            page.write_string(HEADER + at, 2, harmless(name))
        page.set_column(1, 1, 90)
        page.set_column(2, 2, 34)
        page.freeze_panes(HEADER + 1, 0)
        page.repeat_rows(HEADER)

    def _sheet(self, wanted: str) -> Any:
        name = sheet_name(wanted, self.names)
        self.names.append(name)
        sheet = self.book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        if self.booklet.draft:
            sheet.set_header(f"&R{self.booklet.draft.replace('&', '&&')}")
        return sheet

    def _style(self, number: str, *, bold: bool = False, unit: str = "") -> Any:
        """Return a style; in a table texts are wrapped, and columns of numbers stand right."""
        look = "" if not unit else "left" if unit == "text" else "right"
        if (number, bold, look) not in self.kept:
            shown = {"num_format": number, "bold": bold, "text_wrap": bool(look), "align": look}
            shown["indent"] = int(look == "right")
            made = self.book.add_format({k: v for k, v in shown.items() if v} | {"valign": "top"})
            self.kept[number, bold, look] = made
        return self.kept[number, bold, look]

    def _table(self, sheet: Any, table: Table, formulas: dict[tuple[int, int], str]) -> None:
        sheet.write_string(0, 0, harmless(table.title), self._style("General", bold=True))
        widths = [_width(table, at) for at in range(len(table.columns))]
        for at, column in enumerate(table.columns):
            style = self._style("General", bold=True, unit=column.unit)
            sheet.write_string(HEADER, at, harmless(column.title), style)
            sheet.set_column(at, at, widths[at])
        _heighten(sheet, HEADER, [column.title for column in table.columns], widths, bold=True)
        sheet.freeze_panes(HEADER + 1, 1)
        sheet.repeat_rows(HEADER)
        for at, row in enumerate(table.rows, HEADER + 1):
            for place, (cell, column) in enumerate(zip(row.cells, table.columns, strict=True)):
                shown = _format(cell, column, table)
                style = self._style(shown, bold=row.total, unit=column.unit)
                if isinstance(cell, int | float):
                    value = float(raw(cell, column.unit)) if column.unit != "text" else cell
                    formula = formulas.get((at, place))
                    if formula:
                        sheet.write_formula(at, place, formula, style, value)
                    else:
                        sheet.write_number(at, place, value, style)
                elif isinstance(cell, datetime.date) and cell >= _FIRST_DAY:
                    sheet.write_datetime(at, place, cell, style)
                elif (text := cell_text(cell, column, table)) != "":
                    sheet.write_string(at, place, harmless(text), style)
            texts = [cell if isinstance(cell, str) else "" for cell in row.cells]
            _heighten(sheet, at, texts, widths, bold=row.total)
        for at, note in enumerate(table.below, HEADER + 2 + len(table.rows)):
            sheet.write_string(at, 0, harmless(note))


def _format(cell: Cell, column: Column, table: Table) -> str:
    if isinstance(cell, datetime.date):
        # What is no letter of a date stands by itself: a bare / is the mark of the reader's place.
        return re.sub(r"([^dMy])", r"\\\1", format_of(table.numbers).date).lower()
    shown = "0" if isinstance(cell, CalendarYear) else _FORMATS[column.unit]
    return f'+{shown};"−"{shown};{shown}' if column.signed else f'{shown};"−"{shown}'


def _width(table: Table, at: int) -> float:
    column = table.columns[at]
    cells = (width(visible(cell_text(row.cells[at], column, table))) for row in table.rows)
    widest = max((*cells, *map(width, visible(column.title).split())), default=0)
    return float(min(max(widest + 3, _NARROWEST), _LONGEST if column.unit == "text" else _WIDEST))


def _heighten(
    sheet: Any, at: int, texts: Sequence[str], widths: Sequence[float], *, bold: bool
) -> None:
    """Make a row as high as its texts ask in columns of these widths: no reader does it for us."""
    rooms = [int(room * 0.85 if bold else room - 1) for room in widths]
    lines = max(len(wrap(visible(text), room)) for text, room in zip(texts, rooms, strict=True))
    if lines > 1:
        sheet.set_row(at, _LINE * lines)
