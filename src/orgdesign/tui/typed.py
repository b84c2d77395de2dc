"""Numbers as people type them in the app, turned into numbers as a scenario file writes them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from orgdesign.words import Language, say

if TYPE_CHECKING:
    from orgdesign.quantities import Quantity

_N = r"[+-]?\d+(?:_\d+)*(?:[.,]\d+)?"
_TO = r"\s*(?:\.{2,3}|\u2026|[-\u2013\u2014]|tot|t/m|to)\s*"
_NUMBER = re.compile(_N, re.ASCII)
_RANGE = re.compile(rf"(?P<low>{_N}){_TO}(?P<high>{_N})", re.ASCII)
_VALUE_AND_RANGE = re.compile(
    rf"(?P<value>{_N})(?:\s*(?P<open>[(\[])\s*|\s+)"
    rf"(?P<low>{_N})(?:{_TO}|\s+)(?P<high>{_N})(?(open)\s*[)\]])",
    re.ASCII,
)
Typed = tuple[str, str, str]
"""Value, low and high of a figure."""


class ObjectionError(ValueError):
    """What is wrong with what was typed, in words."""


def read_typed(typed: Typed, language: Language, now: float | None = None) -> Typed:
    """Return value, low and high as a scenario file writes them; low and high may be empty.

    A range that was typed with the value goes before low and high: see `read_field`. Raises
    ObjectionError with the words for a person.
    """
    value, low, high = map(_plain_minus, typed)
    if _RANGE.fullmatch(value) or _VALUE_AND_RANGE.fullmatch(value):
        return read_field(value, language, now)
    if bool(low) != bool(high):
        raise ObjectionError(say("app.half_range", language))
    number = read_number(value, language)
    if not low:
        return number, "", ""
    return _in_order(number, read_number(low, language), read_number(high, language), language)


def read_field(text: str, language: Language, now: float | None = None) -> Typed:
    """Return value, low and high of one field: `10`, `10 (8 tot 12)`, `10 8 12` or `8 tot 12`.

    A range without a value leaves the value as it is now where that lies in it; else its middle
    is the value. Low and high are empty where none is typed. Raises ObjectionError with the words
    for a person.
    """
    text = _plain_minus(text)
    if _NUMBER.fullmatch(text):
        return read_number(text, language), "", ""
    found = _VALUE_AND_RANGE.fullmatch(text) or _RANGE.fullmatch(text)
    if found is None:
        if not re.search(r"\s", text):
            read_number(text, language)
        raise ObjectionError(say("app.number_or_range", language))
    low, high = (read_number(found[end], language) for end in ("low", "high"))
    value = found.groupdict().get("value") or _within(low, high, now)
    return _in_order(read_number(value, language), low, high, language)


def _plain_minus(text: str) -> str:
    return text.strip().replace("\u2212", "-")


def _within(low: str, high: str, now: float | None) -> str:
    """Return the value as it is now where it lies in a range, else the middle, exactly."""
    if now is not None and float(low) <= now <= float(high):
        return _plain(now)
    return f"{((Decimal(low) + Decimal(high)) / 2).normalize():f}"


def _in_order(value: str, low: str, high: str, language: Language) -> Typed:
    if not float(low) <= float(value) <= float(high):
        raise ObjectionError(say("app.not_in_order", language))
    return value, low, high


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
