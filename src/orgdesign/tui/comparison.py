"""The comparison as the screen shows it: the table of the command line, with its marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import repeat
from typing import TYPE_CHECKING

from orgdesign.tui.arranging import Arrangement, arranged
from orgdesign.tui.table_content import NEITHER, letter_of, shortened
from orgdesign.tui.widgets.content import Content, GridCell, GridColumn, GridRow, Tone
from orgdesign.words import Language
from orgdesign.words.visible import visible

if TYPE_CHECKING:
    from orgdesign.measures import Measure
    from orgdesign.model.result import Result
    from orgdesign.tables.settings import Against, Settings
    from orgdesign.tables.table import Cell, Table

FAILS = "!"
"""Stands by an amount whose threshold is not met."""


@dataclass(frozen=True)
class View:
    """What the reader chose to see; no year means the report year."""

    measure: Measure = "structural_cost"
    year: int | None = None
    against: Against = "alone"
    per_inhabitant: bool = False
    percentage: bool = False

    def settings(self, result: Result, language: Language, table: str = "compare") -> Settings:
        """Return the settings of a table for this view."""
        from orgdesign.tables.settings import settings_for

        return settings_for(
            result.scenario,
            table,
            language=language,
            measure=self.measure,
            year=self.year if self.year in result.scenario.years else None,
            against=None if self.against == "alone" else self.against,
            per_inhabitant=self.per_inhabitant,
            percentage=self.percentage,
        )

    def next_measure(self, steps: int, known: Sequence[Measure]) -> View:
        """Return the view of a measure further on among those that a screen knows."""
        position = (known.index(self.measure) if self.measure in known else 0) + steps
        return replace(self, measure=known[position % len(known)])

    def with_measure(self, measure: Measure) -> View:
        """Return the view of a measure."""
        return replace(self, measure=measure)

    def next_year(self, years: Sequence[int], usual: int, steps: int) -> View:
        """Return the view of a year further on; without a choice it is the usual one."""
        year = self.year if self.year in years else usual
        at = years.index(year) if year in years else min(-steps, 0)
        return replace(self, year=years[(at + steps) % len(years)]) if years else self

    def turned(self) -> View:
        """Return the view of the difference instead of the amounts, or the other way round."""
        return replace(self, against="absolute" if self.against == "alone" else "alone")

    def options(self) -> list[str]:
        """Return the options of the command line that ask for this view."""
        words = ["--measure", self.measure] if self.measure != "structural_cost" else []
        words += ["--year", str(self.year)] if self.year is not None else []
        words += ["--against", self.against] if self.against != "alone" else []
        words += ["--per-inhabitant"] if self.per_inhabitant else []
        return words + (["--percentage"] if self.percentage else [])


@dataclass(frozen=True)
class Comparison:
    """A comparison: the table, the same as differences from alone, and thresholds not met.

    The tables are without their notes: a reader looks at the amounts first.
    """

    table: Table
    differences: Table
    failing: frozenset[tuple[str, str]]
    """Rows and columns of the cells whose threshold is not met."""

    def content(self) -> Content:
        """Return the grid: every cell as the table prints it, with its letter and its mark."""
        columns = tuple(
            GridColumn(c.id, visible(c.title), right=index > 0, widest=20 if index else 28)
            for index, c in enumerate(self.table.columns)
        )
        differences = {each.id: each.cells for each in self.differences.rows}
        compared = [differences.get(row.id, row.cells) for row in self.table.rows]
        cells = zip(*(self._cells(at, compared) for at in range(len(columns))), strict=True)
        rows = tuple(
            GridRow(row.id, shown, row.total)
            for row, shown in zip(self.table.rows, cells, strict=True)
        )
        return Content(columns, rows, language=self.table.language)

    def _cells(self, at: int, differences: Sequence[Sequence[Cell]]) -> list[GridCell]:
        """Return the cells of a column from above to below; `differences` are of every row."""
        from orgdesign.words.numbers import cell_text

        table, column = self.table, self.table.columns[at]
        cells = [row.cells[at] for row in table.rows]
        texts = [
            visible(shortened(cell_text(cell, column, table), column, table.language))
            for cell in cells
        ]
        if column.unit == "text":
            return [GridCell(text) for text in texts]
        return [
            GridCell(text) if isinstance(cell, str) else GridCell(f"{text} {letter}{mark}", tone)
            for cell, text, (letter, tone), mark in zip(
                cells, texts, self._letters(at, differences), self._marks(column.id), strict=True
            )
        ]

    def _letters(
        self, at: int, differences: Sequence[Sequence[Cell]]
    ) -> Iterable[tuple[str, Tone]]:
        """Return the letter and the tone of every cell of a column."""
        from orgdesign.scenario.scenario import ALONE

        column, language = self.table.columns[at], self.table.language
        if column.id == ALONE or column.unit == "year":  # when it is paid back is no gain or loss
            return repeat(NEITHER, len(differences))
        return [letter_of(each[at], language) for each in differences]

    def _marks(self, column: str) -> list[str]:
        """Return the mark of every cell of a column, as wide in all: its threshold is not met."""
        failing = {row for row, id in self.failing if id == column}
        return [FAILS if row.id in failing else " " if failing else "" for row in self.table.rows]


def comparison(
    result: Result, view: View, language: Language, how: Arrangement | None = None
) -> Comparison:
    """Return the comparison of a result in a view, arranged as the reader asked."""
    settings = view.settings(result, language)
    table = _without_notes(result, settings)
    other = settings.change(against="alone")
    differences = table if view.against == "alone" else _without_notes(result, other)
    how = how or Arrangement()
    others = arranged(differences, replace(how, words=""))
    return Comparison(arranged(table, how), others, _failing(result, settings))


def _without_notes(result: Result, settings: Settings) -> Table:
    from orgdesign.tables.compare import by_measure, compare

    if settings.measure == "payback":
        table = compare(result, settings)
    else:
        table = by_measure(result, settings, "compare", noted=False)
    return table._replace(notes=())


def _failing(result: Result, settings: Settings) -> frozenset[tuple[str, str]]:
    """Return the cells whose threshold is not met, of those that are about what is in sight."""
    from orgdesign.measures import YEARLY
    from orgdesign.tables.settings import quoted_year
    from orgdesign.tables.thresholds import MEASURES, checks

    scenario, measure = result.scenario, settings.measure
    if measure in YEARLY and quoted_year(scenario, settings) != scenario.report_year:
        return frozenset()
    return frozenset(
        (check.municipality or "total", option)
        for option in scenario.options
        for check in checks(result, option)
        if MEASURES[check.threshold] == measure and not check.passed
    )
