"""Numbers as people type them in the app, turned into numbers as a scenario file writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from orgdesign.scenario.kinds import kind_at
from orgdesign.scenario.paths import split_path
from orgdesign.words import Language, say
from orgdesign.words.formats import format_of

if TYPE_CHECKING:
    from orgdesign.quantities import Kind, Quantity
    from orgdesign.scenario.scenario import Scenario

_N = r"[+-]?\d+(?:[._,]\d+)*"
_TO = r"\s*(?:\.{2,3}|\u2026|[-\u2013\u2014]|tot|t/m|to)\s*"
_NUMBER = re.compile(_N, re.ASCII)
_DECIMAL = re.compile(r"[+-]?\d+(?:_\d+)*(?:[.,]\d+)?", re.ASCII)
_THREE_DECIMALS = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
_PERCENTAGE = re.compile(r"(?P<number>[+-]?\d+(?:[.,]\d+)?)\s?%", re.ASCII)
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


def not_among(
    text: str, choices: Iterable[str], language: Language, between: str = ", "
) -> ObjectionError:
    """Return the objection that a text is none of some choices: what was meant comes first."""
    from orgdesign.scenario.suggestions import suggest

    every = {re.sub(r"[\s-]+", "_", each.casefold()): each for each in choices}
    near, sought = every.get(suggest(text, every) or ""), text.casefold()
    order = sorted(every.values(), key=lambda each: (each != near, sought not in each.casefold()))
    listed = between.join(order)
    if near is None:
        return ObjectionError(say("app.choose_one_of", language, text=text, choices=listed))
    entry = "app.choose_nearest"
    return ObjectionError(say(entry, language, text=text, near=near, choices=listed))


class Writing(NamedTuple):
    """How numbers are written where they are typed: as the app prints them there."""

    language: Language
    """Of what is said about them."""
    numbers: str
    """The locale whose marks part thousands and decimals."""
    kind: Kind | None = None
    """What sort of number belongs there, where that is known."""

    def at(self, path: str) -> Writing:
        """Return how a number is written at a path."""
        return self._replace(kind=kind_at(split_path(path)))

    def shown(self, number: str) -> str:
        """Return a number of a scenario file as it is typed: no thousands mark."""
        return number.replace("_", "").replace(".", format_of(self.numbers).decimal)


def writing_in(language: Language) -> Writing:
    """Return how numbers are typed where there is no scenario yet."""
    return Writing(language, "nl_NL" if language == "nl" else "en_GB")


def writing(scenario: Scenario, language: Language) -> Writing:
    """Return how numbers of a scenario are typed: in its own format, as they are printed."""
    from orgdesign.tables.settings import settings_for

    return Writing(language, settings_for(scenario, language=language).numbers)


def read_typed(typed: Typed, writing: Writing, now: float | None = None) -> Typed:
    """Return value, low and high as a scenario file writes them; low and high may be empty.

    A range that was typed with the value goes before low and high: see `read_field`. Raises
    ObjectionError with the words for a person.
    """
    value, low, high = map(_plain_minus, typed)
    if _RANGE.fullmatch(value) or _VALUE_AND_RANGE.fullmatch(value):
        return read_field(value, writing, now)
    if bool(low) != bool(high):
        raise ObjectionError(say("app.half_range", writing.language))
    number = read_number(value, writing)
    if not low:
        return number, "", ""
    return _in_order(number, read_number(low, writing), read_number(high, writing), writing)


def read_field(text: str, writing: Writing, now: float | None = None) -> Typed:
    """Return value, low and high of one field: `10`, `10 (8 tot 12)`, `10 8 12` or `8 tot 12`.

    A range without a value leaves the value as it is now where that lies in it; else its middle
    is the value. Low and high are empty where none is typed. Raises ObjectionError with the words
    for a person.
    """
    text = _plain_minus(text)
    if _NUMBER.fullmatch(text):
        return read_number(text, writing), "", ""
    found = _VALUE_AND_RANGE.fullmatch(text) or _RANGE.fullmatch(text)
    if found is None:
        if not re.search(r"\s", text.replace(" %", "%")):
            read_number(text, writing)
        if writing.kind is not None and writing.kind.unit == "year":
            raise ObjectionError(say("app.not_a_year", writing.language, text=text))
        raise ObjectionError(say("app.number_or_range", writing.language))
    low, high = (read_number(found[end], writing) for end in ("low", "high"))
    value = found.groupdict().get("value") or _within(low, high, now)
    return _in_order(read_number(value, writing), low, high, writing)


def _plain_minus(text: str) -> str:
    return text.strip().replace("\u2212", "-")


def _within(low: str, high: str, now: float | None) -> str:
    """Return the value as it is now where it lies in a range, else the middle, exactly."""
    if now is not None and float(low) <= now <= float(high):
        return _plain(now)
    return f"{((Decimal(low) + Decimal(high)) / 2).normalize():f}"


def _in_order(value: str, low: str, high: str, writing: Writing) -> Typed:
    if not float(low) <= float(value) <= float(high):
        raise ObjectionError(say("app.not_in_order", writing.language))
    return value, low, high


def read_number(text: str, writing: Writing) -> str:
    """Return a number as a scenario file writes it; raises ObjectionError where it is none.

    Thousands may have the mark that the app prints; where that mark makes no thousands, and in
    the place of a decimal mark, it is one. What may be either is asked back.
    """
    number = _without_thousands(text, writing) or text
    if not _DECIMAL.fullmatch(number):
        raise _no_number(text, writing)
    if _THREE_DECIMALS.fullmatch(number) and writing.kind is not None and writing.kind.grouped:
        whole, decimals = re.split("[.,]", number)
        if not writing.kind.whole:
            fraction = decimals.rstrip("0") or "0"
            exact = fraction if len(fraction) < len(decimals) else f"{decimals}0"
            other = f"{whole}{format_of(writing.numbers).decimal}{exact}"
            said = {"text": text, "thousands": whole + decimals, "decimals": other}
            raise ObjectionError(say("app.two_numbers", writing.language, **said))
        number = whole + decimals
    return number.replace(",", ".").removeprefix("+")


def _without_thousands(text: str, writing: Writing) -> str:
    """Return a number without the marks that part its thousands; empty where it has none.

    It has none either where so large a number cannot stand.
    """
    marks = format_of(writing.numbers)
    group, decimal = re.escape(marks.group), re.escape(marks.decimal)
    if not re.fullmatch(
        rf"[+-]?[1-9]\d{{0,2}}(?:{group}\d{{3}})+(?:{decimal}\d+)?", text, re.ASCII
    ):
        return ""
    number = text.replace(marks.group, "").replace(marks.decimal, ".")
    most = writing.kind.at_most if writing.kind else None
    return "" if most is not None and float(number) > most else number


def _no_number(text: str, writing: Writing) -> ObjectionError:
    """Return what is said of a text that is no number."""
    if found := _PERCENTAGE.fullmatch(text):
        share = Decimal(found["number"].replace(",", ".")) / 100
        instead = writing.shown(f"{share.normalize():f}")
        return ObjectionError(say("app.a_percentage", writing.language, text=text, share=instead))
    return ObjectionError(say("app.not_a_number", writing.language, text=text))


def as_typed(quantity: Quantity, writing: Writing) -> Typed:
    """Return value, low and high as people type them: no thousands mark, no needless decimals."""
    numbers = (quantity.value, quantity.low, quantity.high)
    value, low, high = (writing.shown(_plain(number)) for number in numbers)
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
