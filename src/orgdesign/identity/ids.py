"""Ids: SHA-256 over canonical form, the same on every machine."""

from __future__ import annotations

import datetime
import hashlib
import unicodedata
from collections.abc import Iterator, Mapping

from orgdesign import FORMULAS_VERSION
from orgdesign.identity.canonical import decimal, exact, lines
from orgdesign.tables.table import Cell, Column, Mark, Table
from orgdesign.words.numbers import CalendarYear, raw

SHORT = 12
"""Hexadecimal digits of an id that people copy."""


def short(id: str) -> str:
    """Return an id as it is printed."""
    return id[:SHORT]


def input_id(leaves: Mapping[str, str], formulas: str = FORMULAS_VERSION) -> str:
    """Return the id of all that figures follow from, the version of the formulas included."""
    return digest(f"formulas\t{formulas}\n{lines(leaves)}")


def text_id(leaves: Mapping[str, str]) -> str:
    """Return the id of what a scenario says in words."""
    return digest(lines(leaves))


def result_id(table: Table) -> str:
    """Return the id of the figures and marks of a table, as they are rounded.

    Names and other words are none of it: the id is the same in both languages and everywhere.
    """
    return digest(f"table\t{table.id}\n" + "".join(sorted(_cells(table))))


def digest(text: str) -> str:
    """Return SHA-256 of a text in NFC and UTF-8, in hexadecimal."""
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()


def _cells(table: Table) -> Iterator[str]:
    for row, column, cell in table.cells():
        value = exact_cell(cell, column)
        if value is not None:
            yield f"{row.id}\t{column.id}\t{value}\n"


def exact_cell(cell: Cell, column: Column) -> str | None:
    """Return a figure as it is rounded, with its unit, or a mark by name; None for words."""
    if isinstance(cell, Mark):
        return f"mark {cell.value}"
    if isinstance(cell, str):
        return None
    if isinstance(cell, datetime.date):
        return f"{exact(cell)} date"
    unit = "year" if isinstance(cell, CalendarYear) else column.unit
    number = decimal(cell) if unit == "text" else decimal(raw(cell, unit))
    return f"{number} {'euros' if unit == 'cents' else unit}"
