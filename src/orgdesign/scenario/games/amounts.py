"""An amount as a spreadsheet writes it, read only where it can mean one thing."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from orgdesign.scenario.problems import Word
from orgdesign.scenario.text.number_marks import decimal as decimal_of

LARGEST = 1e15
"""The most that a group may cost."""

Wrong = tuple[str, Mapping[str, object]]
"""The code of a problem and its details."""

_PLAIN = re.compile(r"[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?")
_GROUPS = {
    ".": re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?"),
    ",": re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?"),
}
"""Numbers with marks between thousands, by decimal mark."""
_NO_NUMBERS = ("nan", "inf", "infinity", "-inf", "-infinity", "+inf", "+infinity")


def amount(written: str, decimal: str) -> float | Wrong:
    """Return the number that was written with a decimal mark, or what is wrong with it.

    A mark that may part thousands or decimals, as in 78.500, is not guessed at.
    """
    typed = written.strip()
    if not typed:
        return "game_cost_missing", {}
    if typed.casefold() in _NO_NUMBERS:
        return "not_finite", {}
    thousands = "," if decimal == "." else "."
    if re.fullmatch(rf"[+-]?\d{{1,3}}\{thousands}\d{{3}}", typed):
        whole, rest = typed.split(thousands)
        other = f"{whole}{decimal}{rest}"
        return "game_thousands_or_decimals", {"instead": f"{whole}{rest}", "other": other}
    if _GROUPS[decimal].fullmatch(typed):
        typed = typed.replace(thousands, "")
    if not _PLAIN.fullmatch(typed) or thousands in typed:
        return _unreadable(typed, decimal)
    return _within(float(typed.replace(",", ".")))


def _within(number: float) -> float | Wrong:
    if not math.isfinite(number):
        return "not_finite", {}
    if number < 0:
        return "negative", {"number": number, "unit": Word("unit_cost")}
    if number > LARGEST:
        return "too_high", {"number": number, "unit": Word("unit_cost"), "bound": LARGEST}
    return number


def _unreadable(typed: str, decimal: str) -> Wrong:
    """Return that something is no number, and what number it may be meant to be."""
    digits = re.sub(r"^[^\d+-]+|[^\d]+$", "", typed)
    mark = Word("mark_comma" if decimal == "," else "mark_point")
    instead = decimal_of(digits).replace(".", decimal)
    if not instead or instead == typed:
        return "game_no_number", {"given": typed}
    return "game_number_instead", {"given": typed, "instead": instead, "mark": mark}
