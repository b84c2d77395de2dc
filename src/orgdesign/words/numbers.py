"""Cells, numbers and dates as people in a place write them; language and place are two settings."""

from __future__ import annotations

import datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from orgdesign.words import Language, say
from orgdesign.words.formats import format_of

if TYPE_CHECKING:
    from orgdesign.tables.table import Cell, Column, Table, Unit

MINUS = "\u2212"

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
    "amount": 2,
}
"""Decimals that a unit is printed with; factors and other numbers drop zeros at the end."""

_TRIMMED = ("factor", "number")
_STEPS = tuple(Decimal(1).scaleb(-decimals) for decimals in range(7))
"""The smallest step of a number with so many decimals."""


class CalendarYear(int):
    """A year in a column of other numbers: printed without a thousands mark."""


def decimal_mark(numbers: str) -> str:
    """Return the decimal mark of a locale."""
    return format_of(numbers).decimal


def exact(value: float, decimals: int) -> Decimal:
    """Return a number rounded to decimals, halves away from zero, never a negative zero."""
    number = Decimal(str(value)).quantize(_STEPS[decimals], ROUND_HALF_UP)
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
    if isinstance(value, int) and DECIMALS[unit] == 0 and unit != "year":
        sign = MINUS if value < 0 else "+" if signed and value > 0 else ""
        return sign + format_of(numbers).grouped(abs(value))
    amount = raw(value, unit)
    if unit == "year":
        return str(amount)
    sign = MINUS if amount < 0 else "+" if signed and amount > 0 else ""
    if unit == "share":
        return sign + format_of(numbers).percentage(f"{abs(amount).scaleb(2):f}")
    digits = f"{abs(amount):f}"
    if unit in _TRIMMED:
        digits = digits.rstrip("0").rstrip(".")
    return sign + format_of(numbers).written(digits)


def given_share(value: float, numbers: str, *, signed: bool = False) -> str:
    """Return a share that somebody gave as a percentage with its decimals, four at most: 2,25%."""
    amount = exact(value, DECIMALS["number"] + 2).scaleb(2).normalize()
    sign = MINUS if amount < 0 else "+" if signed and amount > 0 else ""
    return sign + format_of(numbers).percentage(f"{abs(amount):f}")


def months(value: float, language: Language, numbers: str) -> str:
    """Return a time in months to one decimal, such as 1 month; what is shorter is said so."""
    rounded = float(exact(value, 1))
    if rounded == 1.0:
        return say("plans.months_one", language)
    entry = "months_hardly" if not rounded else "months_part" if rounded < 1 else "months_several"
    return say(f"plans.{entry}", language, number=number(rounded or 0.1, "number", numbers))


def years_told(value: float, language: Language, numbers: str) -> str:
    """Return a number of years in a sentence, such as 1 year."""
    entry = "years_one" if value == 1 else "years_several"
    return say(f"terms.{entry}", language, number=number(value, "number", numbers))


def cell_text(cell: Cell, column: Column, table: Table) -> str:
    """Return a cell as it is printed in a table."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, (int, float)):
        if column.unit == "text":
            return str(cell)
        unit = "year" if isinstance(cell, CalendarYear) else column.unit
        return number(cell, unit, table.numbers, signed=column.signed)
    if isinstance(cell, datetime.date):
        return format_of(table.numbers).short_date(cell)
    return say(f"terms.mark_{cell.value}", table.language)


def date_text(date: datetime.date, language: Language) -> str:
    """Return a date in words, as it stands in a sentence, such as 1 januari 2026."""
    month = say("terms.months", language).split()[date.month - 1]
    return f"{date.day} {month} {date.year}"
