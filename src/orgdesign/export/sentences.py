"""Cells as sentences: one fact a line, for screen readers and pipes."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from orgdesign.tables.table import Cell, Column, Mark, Table
from orgdesign.words import say
from orgdesign.words.numbers import MINUS, CalendarYear, date_text, number
from orgdesign.words.visible import visible


def facts(table: Table) -> Iterator[str]:
    """Yield every cell as a sentence: whose it is, what it is, and how much."""
    labels = _labels(table)
    for row in table.rows:
        label = ", ".join(visible(str(cell)) for cell in row.cells[:labels] if cell != "")
        for column, cell in zip(table.columns[labels:], row.cells[labels:], strict=True):
            if cell != "":
                yield f"{label}, {visible(column.title)}: {spoken(cell, column, table)}"


def _labels(table: Table) -> int:
    """Return how many columns say whose the row is: the texts before the first number.

    Where there are no numbers, the fewest first texts that tell the rows apart.
    """
    for index, column in enumerate(table.columns):
        if column.unit != "text":
            return max(index, 1)
    for number_of in range(1, len(table.columns)):
        if len({row.cells[:number_of] for row in table.rows}) == len(table.rows):
            return number_of
    return 1


def spoken(cell: Cell, column: Column, table: Table) -> str:
    """Return a cell in words: with its unit, and more or less for a difference."""
    if isinstance(cell, Mark):
        return say(f"terms.meaning_{cell.value}", table.language)
    if isinstance(cell, datetime.date):
        return date_text(cell, table.language)
    if isinstance(cell, str) or column.unit == "text":
        return visible(str(cell))
    if column.signed:
        return _difference(cell, column, table)
    return _amount(cell, column, table)


def _difference(value: float, column: Column, table: Table) -> str:
    """Return a difference as more or less, and than what."""
    if value == 0:
        return say("interface.no_difference", table.language)
    entry = "more" if value > 0 else "less"
    amount = _amount(abs(value), column, table)
    if not column.than:
        return say(f"interface.{entry}", table.language, amount=amount)
    than = visible(column.than)
    return say(f"interface.{entry}_than", table.language, amount=amount, than=than)


def _amount(value: float, column: Column, table: Table) -> str:
    measured = "year" if isinstance(value, CalendarYear) else column.unit
    words = number(value, measured, table.numbers).replace(MINUS, "-")
    unit = say(f"terms.unit_{measured}", table.language)
    return f"{words} {unit}".rstrip()
