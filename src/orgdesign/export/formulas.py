"""Formulas for a workbook: what a controller would recompute, from the figures and the bill.

The sheet of figures holds every figure of the scenario, the sheet of the bill every line of every
option, municipality and year in euros. Tables of a measure, totals, differences and shares follow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from orgdesign.cached import cached_property
from orgdesign.export.bill_sheet import BillSheet
from orgdesign.export.booklet import Booklet
from orgdesign.export.figure_sheet import CELL, FigureSheet
from orgdesign.export.share_sheet import ShareSheet
from orgdesign.export.share_weights import Figures
from orgdesign.export.shares import shares_of
from orgdesign.measures import IN_MONEY, OF_TABLE, Measure
from orgdesign.model.result import Result
from orgdesign.scenario.scenario import ALONE
from orgdesign.tables.settings import CENTS_IN, Settings, quoted_year
from orgdesign.tables.table import Cell, Mark, Table
from orgdesign.words import say
from orgdesign.words.numbers import raw

Cells = dict[tuple[int, int], str]
"""Formulas by row and column of a sheet, from 0."""


class Formulas:
    """The sheets that formulas read, and the formulas of each table."""

    def __init__(
        self, booklet: Booklet, sheet: Callable[[str], Any], style: Callable[..., Any]
    ) -> None:
        self._booklet, self._sheet = booklet, sheet
        self._bill: BillSheet | None = None
        self._live: set[str] = set()
        if booklet.result is not None:
            self._sheet_of_figures = FigureSheet(sheet, booklet, booklet.result)
            self._figures = self._sheet_of_figures.cells
            rate = self._figures.get("scenario.discount_rate", "0")
            self._bill = BillSheet(booklet.result, booklet.language, sheet, style, rate)

    def of_table(self, at: int, first: int) -> Cells:
        """Return the formulas of a table whose first row stands in row `first` of its sheet."""
        table = self._booklet.tables[at]
        found: Cells = {**dict(_sums(table, first)), **dict(_quotients(table, first))}
        if self._bill is not None and self._booklet.result is not None:
            settings = self._booklet.settings[at]
            measure = _measure(table, settings, self._booklet.result)
            if measure is not None and not settings.per_inhabitant:
                found.update(self._of_measure(table, measure, settings, first))
            found.update(self._of_shares(table, settings, first))
        return found

    def mark_live(self) -> None:
        """Write behind each figure whether a formula of the tables reads it, and what of others."""
        if self._bill is None:
            return
        rate = self._figures.get("scenario.discount_rate", "")
        self._sheet_of_figures.mark({*self._live, rate})

    @cached_property
    def _shares(self) -> ShareSheet:
        """The sheet of shares, there where a table has some."""
        language = self._booklet.language
        return ShareSheet(self._sheet(say("export.shares", language)), language)

    def _of_shares(
        self, table: Table, settings: Settings, first: int
    ) -> Iterator[tuple[tuple[int, int], str]]:
        """Yield the shares of a pool or a key, each where the sheet of shares has it."""
        assert self._bill is not None
        figures = Figures(self._bill.result.scenario, self._figures)
        for each in shares_of(table, settings, self._bill, figures):
            for weight in each.weights or ():
                self._live.update(CELL.findall(weight.formula))
            places = self._shares.cells(each.names, each.codes, each.weights, each.shares)
            for down, place in zip(each.rows, places, strict=True):
                yield (first + down, each.column), f"={place}"

    def _of_measure(
        self, table: Table, measure: Measure, settings: Settings, first: int
    ) -> Iterator[tuple[tuple[int, int], str]]:
        """Yield amounts out of the bill, each rounded as printed, and differences between them."""
        assert self._bill is not None
        assert self._booklet.result is not None
        scenario = self._booklet.result.scenario
        year = quoted_year(scenario, settings)
        for down, row in enumerate(table.rows, first):
            for place, column in enumerate(table.columns):
                cell, option = row.cells[place], column.id
                if option not in self._booklet.result.options or isinstance(cell, str | Mark):
                    continue
                if column.unit == "share":
                    own, alone = (
                        self._whole(o, row.id, measure, year, not settings.municipalities)
                        for o in (option, ALONE)
                    )
                    if own:
                        less = f"-({alone})" if column.signed else ""
                        yield (down, place), f"=ROUND(({own}{less})/({alone}),3)"
                elif row.id in scenario.municipalities:
                    shown = _rounded(self._bill.amount(option, row.id, measure, year), settings)
                    less = f"-{xl_rowcol_to_cell(down, 1)}" if column.signed else ""
                    yield (down, place), f"={shown}{less}"

    def _whole(self, option: str, row: str, measure: Measure, year: int, everyone: bool) -> str:
        """Return an amount in euros of what a row is of; empty where that is only some."""
        assert self._bill is not None
        places = self._bill.result.scenario.municipalities
        if row in places:
            return self._bill.amount(option, row, measure, year)
        return self._bill.of_all(option, measure, year) if everyone else ""


def _rounded(euros: str, settings: Settings) -> str:
    """Return an amount as it is printed; whole cents first, so that halves round as on paper."""
    if settings.unit == "cents":
        return f"ROUND({euros},2)"
    return f"ROUND(ROUND({euros},2)/{CENTS_IN[settings.unit] // 100},0)"


def _measure(table: Table, settings: Settings, result: Result) -> Measure | None:
    """Return the measure in money that a table shows by municipality and option.

    What stands beside an option has its id, a point and what it is.
    """
    if [column.id for column in table.columns[1:2]] != [ALONE]:
        return None
    if not all(column.id.partition(".")[0] in result.options for column in table.columns[1:]):
        return None
    asked = result.scenario.document.tables.get(table.id)
    wanted = OF_TABLE.get(table.id) or (asked.measure if asked else settings.measure)
    return next((measure for measure in IN_MONEY if measure == wanted), None)


def _sums(table: Table, first: int) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield totals of what is printed: of rows above, and of the columns before a total."""
    for down, row in enumerate(table.rows):
        for place, column in enumerate(table.columns):
            above = [other.cells[place] for other in table.rows[:down] if not other.total]
            if row.total and column.total and _adds_up(above, row.cells[place]):
                yield (
                    (first + down, place),
                    f"=SUM({xl_range_abs(first, place, first + down - 1, place)})",
                )


_QUOTIENTS = {
    "exit": ("covered", "compensation", "before"),
    "groups": ("excess_part", "excess", "on_its_own"),
}
"""Columns of a table that are a part of another column: what of what."""


def _quotients(table: Table, first: int) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield parts of amounts in the same row, where these give the part as it is printed."""
    ids = [column.id for column in table.columns]
    if not set(_QUOTIENTS.get(table.id, ("",))) <= set(ids):
        return
    place, above, below = (ids.index(id) for id in _QUOTIENTS[table.id])
    for down, row in enumerate(table.rows, first):
        if _divides(*(row.cells[at] for at in (place, above, below))):
            of, whole = (xl_rowcol_to_cell(down, at) for at in (above, below))
            yield (down, place), f"=ROUND({of}/{whole},3)"


def _divides(part: Cell, of: Cell, whole: Cell) -> bool:
    """Return whether an amount over another one is a part as it is printed."""
    if not (isinstance(part, float) and isinstance(of, int) and isinstance(whole, int) and whole):
        return False
    return abs(round(of / whole, 3) - float(raw(part, "share"))) < 1e-9


def _adds_up(parts: list[Cell], total: Cell) -> bool:
    numbers = [part for part in parts if isinstance(part, int | float)]
    if not numbers or not isinstance(total, int | float):
        return False
    return abs(sum(numbers) - total) < 1e-9
