"""Amounts that name a line of the bill."""

from __future__ import annotations

import math
from collections.abc import Iterator

from orgdesign.lines import LINES
from orgdesign.scenario.schema.amounts import AmountTable, OptionAmount, Unwinding

from .arrangement import Arrangement
from .reading import whole

Stated = AmountTable | Unwinding


def euros(a: Arrangement, amount: Stated, year: int) -> float:
    """Return an amount in a year, with the growth of its line."""
    if isinstance(amount, Unwinding):
        part = _after_the_end(a, amount, year)
    else:
        part = float(_falls(a, amount, year))
    return part * _indexed(a, amount, year)


def _after_the_end(a: Arrangement, amount: Unwinding, year: int) -> float:
    end = a.end
    if amount.task is not None:
        end = a.years_of(amount.task)[1] if a.ever_brings(amount.task) else math.inf
    parts = [1.0] if amount.profile is None else [part.value for part in amount.profile]
    since = year - end - 1
    return parts[int(since)] if 0 <= since < len(parts) else 0.0


def _indexed(a: Arrangement, amount: Stated, year: int) -> float:
    index = LINES[amount.line].follows
    if index == "wage":
        return amount.amount.value * a.wage_index(year)
    return amount.amount.value * (a.price_index(year) if index == "price" else 1.0)


def _falls(a: Arrangement, amount: AmountTable, year: int) -> bool:
    if amount.year is not None:
        return year == a.year_index(whole(amount.year))
    if amount.from_ is None and amount.until is None:
        return a.table is None or a.on(year)
    first = 0 if amount.from_ is None else a.year_index(whole(amount.from_))
    last = a.horizon - 1 if amount.until is None else a.year_index(whole(amount.until))
    return first <= year <= last


def of_option(a: Arrangement) -> tuple[OptionAmount | Unwinding, ...]:
    """Return the amounts of the option, those at its end too."""
    return () if a.table is None else (*a.table.amounts, *a.table.unwinding)


def without_cooperation(
    a: Arrangement, zero: Arrangement, municipality: str, year: int
) -> Iterator[tuple[str, float]]:
    """Yield line and euros of what a municipality has without cooperation in this year.

    A participant has it where it comes everywhere, and from the year after the end.
    """
    for amount in a.document.alone.amounts:
        outside = municipality not in a.participants or year > a.end
        if amount.municipality == municipality and (amount.everywhere or outside):
            yield amount.line, euros(zero, amount, year)
