"""The figures of a scenario on a sheet of a workbook, for the formulas of the other sheets."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from orgdesign.export.booklet import Booklet
from orgdesign.export.separated import harmless
from orgdesign.model.result import Result
from orgdesign.tables.notes import masked_figures_notes
from orgdesign.tables.people.figures import masked_figures
from orgdesign.tables.people.sums import masking
from orgdesign.words import say

CELL = re.compile(r"'[^']+'!\$B\$\d+")
"""The cell of a figure as formulas read it."""
_COLUMNS = ("path", "value", "low", "high")


class FigureSheet:
    """A row for every figure: its path, its value and the ends of its range."""

    def __init__(self, sheet: Callable[[str], Any], booklet: Booklet, result: Result) -> None:
        self._language = booklet.language
        self._page = sheet(say("export.figures", self._language))
        self._rows = {path: down for down, path in enumerate(result.scenario.figures, 1)}
        self.cells: dict[str, str] = {}
        """Where the value of each figure stands, of those that are not masked."""
        for at, name in enumerate(_COLUMNS):
            self._page.write_string(0, at, say(f"interface.{name}", self._language))
        self._page.freeze_panes(1, 1)
        self._page.set_column(0, 0, 56)
        self._page.set_column(1, len(_COLUMNS), 14)
        self._write(result, booklet)

    def mark(self, live: Collection[str]) -> None:
        """Write behind each figure whether a formula reads its cell, and what of others."""
        self._page.write_string(0, len(_COLUMNS), say("export.live", self._language))
        self._page.write_string(0, len(_COLUMNS) + 2, say("export.note_figures", self._language))
        for path, cell in self.cells.items():
            if cell in live:
                yes = say("interface.yes", self._language)
                self._page.write_string(self._rows[path], len(_COLUMNS), yes)

    def _write(self, result: Result, booklet: Booklet) -> None:
        """Write the figures; what is masked in any table of the document is masked here."""
        settings = {masking(each) for each in booklet.settings}
        masked = frozenset[str]().union(*(masked_figures(result, each) for each in settings))
        for path, down in self._rows.items():
            self._page.write_string(down, 0, harmless(path))
            if path in masked:
                self._page.write_string(down, 1, say("terms.mark_masked", self._language))
                continue
            quantity = result.scenario.figures[path]
            for at, value in enumerate((quantity.value, quantity.low, quantity.high), 1):
                if value is not None:
                    self._page.write_number(down, at, value)
            cell = xl_rowcol_to_cell(down, 1, row_abs=True, col_abs=True)
            self.cells[path] = f"'{self._page.get_name()}'!{cell}"
        widest = max(booklet.settings, key=lambda each: each.mask_below)
        for at, note in enumerate(masked_figures_notes(widest), len(self._rows) + 2):
            self._page.write_string(at, 0, harmless(note))
