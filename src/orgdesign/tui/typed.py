"""Numbers as people type them in the app, turned into numbers as a scenario file writes them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from orgdesign.words import Language, say

if TYPE_CHECKING:
    from orgdesign.quantities import Quantity

_NUMBER = re.compile(r"[+-]?\d+(_\d+)*([.,]\d+)?", re.ASCII)
Typed = tuple[str, str, str]
"""Value, low and high of a figure."""


class ObjectionError(ValueError):
    """What is wrong with what was typed, in words."""


def read_typed(typed: Typed, language: Language) -> Typed:
    """Return value, low and high as a scenario file writes them; low and high may be empty.

    Raises ObjectionError with the words for a person.
    """
    value, low, high = (text.strip().replace("\u2212", "-") for text in typed)
    if bool(low) != bool(high):
        raise ObjectionError(say("app.half_range", language))
    number = read_number(value, language)
    if not low:
        return number, "", ""
    least, most = read_number(low, language), read_number(high, language)
    if not float(least) <= float(number) <= float(most):
        raise ObjectionError(say("app.not_in_order", language))
    return number, least, most


def read_number(text: str, language: Language) -> str:
    """Return a number as a scenario file writes it; raises ObjectionError where it is none."""
    if not _NUMBER.fullmatch(text):
        raise ObjectionError(say("app.not_a_number", language, text=text))
    return text.replace(",", ".").removeprefix("+")


def as_typed(quantity: Quantity, language: Language) -> Typed:
    """Return value, low and high as people type them: no thousands mark, no needless decimals."""
    mark = "," if language == "nl" else "."
    numbers = (quantity.value, quantity.low, quantity.high)
    value, low, high = (_plain(number).replace(".", mark) for number in numbers)
    return value, low, high


def _plain(number: float | None) -> str:
    if number is None:
        return ""
    return str(int(number)) if number == int(number) else repr(number)


def changed(quantity: Quantity, typed: Typed) -> Typed | None:
    """Return what to try for a figure, None where what was typed is what it is.

    A range that stays is left empty; one that was cleared shrinks to the value.
    """
    value, low, high = typed
    if not low and quantity.low is not None:
        return value, value, value
    same_range = not low or (float(low), float(high)) == (quantity.low, quantity.high)
    if same_range:
        return None if float(value) == quantity.value else (value, "", "")
    return typed
