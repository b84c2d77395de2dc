"""Decimal numbers as read from a file: those with exactly three decimals are marked."""

from __future__ import annotations

import re

_THREE_DECIMALS = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}")


class ThreeDecimals(float):
    """A number typed with exactly three decimals, as a thousands mark would make it: 78.500."""


def decimal_number(typed: str) -> float:
    """Return a decimal number as read from a file, marked where it has three decimals."""
    return ThreeDecimals(typed) if _THREE_DECIMALS.fullmatch(typed) else float(typed)
