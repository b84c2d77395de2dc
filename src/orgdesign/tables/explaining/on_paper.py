"""The figures of a sum in as few digits as still give its outcome to the cent on paper."""

from __future__ import annotations

import math
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from orgdesign.model.arithmetic import Expression, Factor, Product
from orgdesign.words.formats import format_of

FEWEST = 4
MOST = 15
"""Significant digits of a factor, at least and at most."""
_CENTS = 2
_MOST_DECIMALS = 8
_HALF_A_CENT = Decimal("0.005")


class Digits(NamedTuple):
    """In how many digits the figures of a sum are written."""

    factor: int
    """Significant digits of what is multiplied."""
    decimals: int
    """Decimals of what is only added up: the same for all terms."""


def cents(value: float) -> int:
    """Return an amount in whole cents, as a cell prints it."""
    return round(value * 100)


def shown(product: Product) -> tuple[Factor, ...]:
    """Return the factors of a term that are written: a one adds nothing, but for the only one."""
    telling = tuple(factor for factor in product.factors if factor.value != 1.0)
    return telling or product.factors[:1]


def enough_digits(expression: Expression) -> Digits:
    """Return the fewest digits in which the sum, worked out on paper, rounds to the cell."""
    printed = Decimal(cents(expression.value)).scaleb(-_CENTS)
    most = Digits(MOST, _MOST_DECIMALS)
    choices = _choices(_least_decimals(expression))
    return next((each for each in choices if _gives(expression, each, printed)), most)


def _least_decimals(expression: Expression) -> int:
    """Return the decimals that terms have at least: none where all of them are whole."""
    terms = [product.value for product in expression.products if len(shown(product)) == 1]
    return 0 if all(term == int(term) for term in terms) else _CENTS


def _choices(decimals: int) -> Iterator[Digits]:
    for more in range(decimals, _MOST_DECIMALS + 1):
        yield from (Digits(digits, more) for digits in range(FEWEST, MOST + 1))


def _gives(expression: Expression, digits: Digits, printed: Decimal) -> bool:
    worked = sum((_worked(product, digits) for product in expression.products), Decimal(0))
    return abs(worked - printed) < _HALF_A_CENT


def _worked(product: Product, digits: Digits) -> Decimal:
    factors = shown(product)
    alone = len(factors) == 1
    return math.prod((_rounded(each.value, digits, alone) for each in factors), start=Decimal(1))


def _rounded(value: float, digits: Digits, alone: bool) -> Decimal:
    """Return a figure as it is written: a factor from a thousand on to the cent at least."""
    if alone:
        step = Decimal(1).scaleb(-digits.decimals)
        return Decimal(repr(value)).quantize(step, ROUND_HALF_UP)
    most = digits.factor
    if abs(value) >= 1000:
        most = max(most, len(str(int(abs(value)))) + _CENTS)
    return Decimal(f"{value:.{most}g}").normalize()


def written(value: float, digits: Digits, numbers: str, alone: bool = False) -> str:
    """Return a figure as a locale writes it; `alone` is a term that is only added up."""
    amount = _rounded(value, digits, alone)
    return ("−" if amount < 0 else "") + format_of(numbers).written(f"{abs(amount):f}")
