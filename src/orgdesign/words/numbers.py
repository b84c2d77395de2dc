"""Cells, numbers and dates as people in a place write them; language and place are two settings."""

from __future__ import annotations

import copy
import datetime
import re
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from orgdesign.words import Language, say

if TYPE_CHECKING:
    from orgdesign.tables.table import Cell, Column, Table, Unit

MINUS = "\u2212"
_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " "})

DECIMALS: dict[Unit, int] = {
    "cents": 2,
    "euros": 0,
    "thousand_euros": 0,
    "euros_per_inhabitant": 2,
    "fte": 2,
    "share": 1,
    "factor": 3,
    "year": 0,
    "count": 0,
    "number": 4,
}
"""Decimals that a unit is printed with; factors and other numbers drop zeros at the end."""

_TRIMMED = ("factor", "number")
_LOCALE = re.compile(r"[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8})*")


class CalendarYear(int):
    """A year in a column of other numbers: printed without a thousands mark."""


@cache
def known(numbers: str) -> bool:
    """Return whether a locale such as `nl_NL` is one whose number format is known."""
    from babel import Locale, UnknownLocaleError

    if not _LOCALE.fullmatch(numbers):
        return False
    try:
        Locale.parse(numbers.replace("-", "_"))
    except (UnknownLocaleError, ValueError, TypeError):
        return False
    return True


@cache
def _locale(numbers: str) -> Any:
    from babel import Locale

    return Locale.parse(numbers.replace("-", "_"))


@cache
def _pattern(numbers: str, share: bool, least: int, most: int) -> Any:
    locale = _locale(numbers)
    formats = locale.percent_formats if share else locale.decimal_formats
    pattern = copy.copy(formats[None])
    pattern.frac_prec = (least, most)
    return pattern


def decimal_mark(numbers: str) -> str:
    """Return the decimal mark of a locale."""
    return str(_locale(numbers).number_symbols["latn"]["decimal"])


def exact(value: float, decimals: int) -> Decimal:
    """Return a number rounded to decimals, halves away from zero, never a negative zero."""
    number = Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return abs(number) if number == 0 else number


def raw(value: float, unit: Unit) -> Decimal:
    """Return the number that a cell prints: rounded as its unit is, cents in euros.

    Shares stay fractions.
    """
    if unit == "cents":
        return exact(value, 0).scaleb(-2)
    return exact(value, DECIMALS[unit] + 2 if unit == "share" else DECIMALS[unit])


def number(value: float, unit: Unit, numbers: str, *, signed: bool = False) -> str:
    """Return a number in its unit as a locale writes it, with a true minus sign.

    Thousands that a locale parts by a fixed space have an ordinary one.
    """
    amount = raw(value, unit)
    if unit == "year":
        return str(amount)
    sign = MINUS if amount < 0 else "+" if signed and amount > 0 else ""
    decimals = DECIMALS[unit]
    pattern = _pattern(numbers, unit == "share", 0 if unit in _TRIMMED else decimals, decimals)
    return sign + str(pattern.apply(abs(amount), _locale(numbers))).translate(_SPACES)


def cell_text(cell: Cell, column: Column, table: Table) -> str:
    """Return a cell as it is printed in a table."""
    if isinstance(cell, str):
        return cell
    if not isinstance(cell, int | float):
        return say(f"terms.mark_{cell.value}", table.language)
    if column.unit == "text":
        return str(cell)
    unit = "year" if isinstance(cell, CalendarYear) else column.unit
    return number(cell, unit, table.numbers, signed=column.signed)


def date_text(date: datetime.date, language: Language) -> str:
    """Return a date in words, such as 1 januari 2026."""
    from babel.dates import format_date

    return str(format_date(date, "long", locale="nl_NL" if language == "nl" else "en_GB"))
