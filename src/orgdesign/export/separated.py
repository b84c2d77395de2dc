"""A table for spreadsheets: bare numbers, ISO dates, and no text that could start a formula."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from unicodedata import normalize

from orgdesign.tables.table import Cell, Column, Table
from orgdesign.words.numbers import cell_text, decimal_mark, raw
from orgdesign.words.visible import visible

BYTE_ORDER_MARK = "\ufeff"
_FORMULA = "=+-@\t\r\n|%−"


def csv(table: Table) -> str:
    """Return a table as values with a mark between them.

    Where the locale has a decimal comma the values are parted by semicolons and the text
    starts with a byte-order mark, as spreadsheets there expect; else by commas.
    """
    decimal = decimal_mark(table.numbers)
    if decimal == ",":
        return BYTE_ORDER_MARK + _separated(table, ";", decimal)
    return _separated(table, ",", ".")


def iso_csv(table: Table) -> str:
    """Return a table as values with commas and decimal points, whatever the locale."""
    return _separated(table, ",", ".")


def tsv(table: Table) -> str:
    """Return a table as values parted by tabs, with the decimal mark of the locale."""
    return _separated(table, "\t", decimal_mark(table.numbers))


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    shown = visible(text)
    starts = text.lstrip(" \u00a0\ufeff")[:1] or shown[:1]
    # Full-width and small letters are read as the letter itself.
    starts = normalize("NFKC", starts)[:1]
    return f"'{shown}" if starts and starts in _FORMULA else shown


def _separated(table: Table, mark: str, decimal: str) -> str:
    lines = [[_quoted(column.title, mark) for column in table.columns]]
    lines += [
        [
            _value(cell, column, table, mark, decimal)
            for column, cell in zip(table.columns, row.cells, strict=True)
        ]
        for row in table.rows
    ]
    lines += [[], *([_quoted(words, mark)] for words in (table.title, *table.below))]
    return "".join(mark.join(cells) + "\r\n" for cells in lines)


def _value(cell: Cell, column: Column, table: Table, mark: str, decimal: str) -> str:
    if isinstance(cell, int | float) and column.unit != "text":
        return _plain_number(cell, column, decimal)
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    return _quoted(cell_text(cell, column, table), mark)


def _plain_number(value: float, column: Column, decimal: str) -> str:
    number = format(raw(value, column.unit), "f")
    if column.unit in ("factor", "number") and "." in number:
        number = number.rstrip("0").rstrip(".")
    return number.replace(".", decimal)


def _quoted(text: str, mark: str) -> str:
    safe = harmless(text)
    if mark == "\t" or not _needs_quotes(safe):
        return safe
    doubled = safe.replace('"', '""')
    return f'"{doubled}"'


def _needs_quotes(text: str) -> bool:
    marks: Iterable[str] = ',;"\t'
    return any(mark in text for mark in marks) or text != text.strip()
