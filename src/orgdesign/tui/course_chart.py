"""The yearly difference of every option as a line of letters, one stretch of letters a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgdesign.tui.widgets.content import Lines, Spans, Tone, plain_lines
from orgdesign.tui.widgets.fitting import fit
from orgdesign.words import say
from orgdesign.words.visible import visible

if TYPE_CHECKING:
    from orgdesign.tables.table import Cell, Table

DEARER, CHEAPER, SAME, NONE = "+#", "-=", ".", " "
"""Up to half of the largest difference, and more; no difference; none to tell."""
WIDEST_YEAR = 6
"""Letters that a year has at most."""


def drawn(table: Table, width: int, here: str) -> Lines:
    """Return the years over a line for each option, with what the letters mean.

    Nothing where there is no room for a letter a year.
    """
    from orgdesign.words.numbers import cell_text

    years = table.columns[1:]
    cells = [cell for row in table.rows for cell in row.cells[1:]]
    largest = max((abs(cell) for cell in cells if isinstance(cell, int | float)), default=0)
    label = min(max((len(str(row.cells[0])) for row in table.rows), default=0), width // 3)
    each = min((width - label - 2) // max(len(years), 1), WIDEST_YEAR)
    if not largest or each < 1:
        return ()
    first, last = years[0].title, years[-1].title
    axis = first + last.rjust(each * len(years) - len(first)) if each * len(years) > 8 else first
    half = cell_text(largest / 2, years[0]._replace(signed=False), table)
    legend = say("app.course_legend", table.language, half=half)
    lines: list[Spans] = [((f" {fit('', label)} {axis}", "quiet"),)]
    for row in table.rows:
        mark = ">" if row.id == here else " "
        head = f"{mark}{fit(visible(str(row.cells[0])), label)} "
        letters = ((_letter(cell, largest) * each, _tone(cell)) for cell in row.cells[1:])
        lines.append(((head, "mark" if row.id == here else ""), *letters))
    return (*plain_lines(visible(table.title)), *lines, *plain_lines(legend, "quiet"))


def _letter(cell: Cell, largest: float) -> str:
    if not isinstance(cell, int | float):
        return NONE
    if cell == 0:
        return SAME
    return (DEARER if cell > 0 else CHEAPER)[abs(cell) > largest / 2]


def _tone(cell: Cell) -> Tone:
    if not isinstance(cell, int | float) or cell == 0:
        return ""
    return "loss" if cell > 0 else "gain"
