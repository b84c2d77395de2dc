"""Numbers as people type them in the app, turned into numbers as a scenario file writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain, product
from typing import TYPE_CHECKING, NamedTuple

from orgdesign.scenario.kinds import kind_at
from orgdesign.scenario.paths import split_path
from orgdesign.words import Language, say
from orgdesign.words.formats import format_of

if TYPE_CHECKING:
    from orgdesign.quantities import Kind, Quantity
    from orgdesign.scenario.scenario import Scenario

_N = r"[+-]?\d+(?:[._,\u2019]\d+)*"
_ROW = rf"{_N}(?:\s+{_N})*"
_TO = r"\s*(?:\.{2,3}|\u2026|[-\u2013\u2014]|tot|t/m|to)\s*"
_SPACED = re.compile(r"[+-]?[1-9]\d{0,2}(?: \d{3}){1,4}(?:[.,](?!\d{3}$)\d+)?", re.ASCII)
_DECIMAL = re.compile(r"[+-]?\d+(?:_\d+)*(?:[.,]\d+)?", re.ASCII)
_THREE_DECIMALS = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
_PERCENTAGE = re.compile(r"(?P<number>[+-]?\d+(?:[.,]\d+)?)\s?%", re.ASCII)
_FORMS = (
    (re.compile(rf"({_ROW})", re.ASCII), (3,)),
    (re.compile(rf"({_ROW})\s*[(\[]\s*({_ROW})\s*[)\]]", re.ASCII), (1, 2)),
    (re.compile(rf"({_ROW})\s*[(\[]\s*({_ROW}){_TO}({_ROW})\s*[)\]]", re.ASCII), (1, 1, 1)),
    (re.compile(rf"({_ROW}){_TO}({_ROW})", re.ASCII), (2, 1)),
    (re.compile(rf"({_ROW}){_TO}({_ROW})", re.ASCII), (1, 1)),
    (re.compile(rf"({_ROW})", re.ASCII), (1,)),
)
"""How a figure is typed in one field, with how many numbers stand in each of its rows."""
_MARKS = str.maketrans("\u2212'\u00a0\u2009\u202f", "-\u2019   ")
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
    value, low, high = map(str.strip, typed)
    read = read_field(value, writing, now)
    if read[1]:
        return read
    if bool(low) != bool(high):
        raise ObjectionError(say("app.half_range", writing.language))
    if not low:
        return read
    return _in_order(read[0], read_number(low, writing), read_number(high, writing), writing)


def read_field(text: str, writing: Writing, now: float | None = None) -> Typed:
    """Return value, low and high of one field: `10`, `10 (8 tot 12)`, `10 8 12` or `8 tot 12`.

    A range without a value leaves the value as it is now where that lies in it; else its middle
    is the value. Low and high are empty where none is typed. A space may part thousands: where
    that leaves two figures in a text, it is asked back. Raises ObjectionError with the words for
    a person.
    """
    text = _plain_marks(text)
    read, objections = dict[Typed, None](), list[ObjectionError]()
    for numbers in _readings(text):
        try:
            read[_figure([read_number(each, writing) for each in numbers], writing, now)] = None
        except ObjectionError as objection:
            objections.append(objection)
    if len(read) > 1:
        one, other, *_ = (_in_words(each, writing) for each in read)
        said = {"text": text, "one": one, "other": other}
        raise ObjectionError(say("app.two_readings", writing.language, **said))
    if not read:
        raise objections[0] if objections else _no_figure(text, writing)
    return next(iter(read))


def _readings(text: str) -> Iterator[tuple[str, ...]]:
    """Yield the numbers of a figure: the value, low and high, or all three, in every way."""
    for form, counts in _FORMS:
        if found := form.fullmatch(text):
            rows = zip(found.groups(), counts, strict=True)
            for parts in product(*(tuple(_parted(row.split(), count)) for row, count in rows)):
                yield tuple(chain(*parts))


def _parted(words: list[str], count: int) -> Iterator[tuple[str, ...]]:
    """Yield the ways to make so many numbers of what stands beside each other."""
    if not count and not words:
        yield ()
    for end in range(1, len(words) + 1 if count else 0):
        number = " ".join(words[:end])
        if end > 1 and not _SPACED.fullmatch(number):
            return
        yield from ((number, *rest) for rest in _parted(words[end:], count - 1))


def _figure(numbers: Sequence[str], writing: Writing, now: float | None) -> Typed:
    """Return value, low and high of the numbers that were typed; raises ObjectionError."""
    if len(numbers) == 1:
        return numbers[0], "", ""
    *value, low, high = numbers
    return _in_order(value[0] if value else _within(low, high, now), low, high, writing)


def _in_words(read: Typed, writing: Writing) -> str:
    """Return how a figure is typed so that it can be one thing only."""
    value, low, high = map(writing.shown, read)
    said = {"value": value, "low": low, "high": high}
    return say("app.with_range", writing.language, **said) if low else value


def _no_figure(text: str, writing: Writing) -> ObjectionError:
    """Return what is said of a text in which no figure can be found."""
    if not re.search(r"\s", text.replace(" %", "%")):
        return _no_number(text, writing)
    if writing.kind is not None and writing.kind.unit == "year":
        return ObjectionError(say("app.not_a_year", writing.language, text=text))
    return ObjectionError(say("app.number_or_range", writing.language))


def _plain_marks(text: str) -> str:
    return text.translate(_MARKS).strip()


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

    Thousands may have the mark that the app prints, or a space; where that mark makes no
    thousands, and in the place of a decimal mark, it is one. What may be either is asked back.
    """
    text = _plain_marks(text)
    number = _without_thousands(text, writing) or text
    if not _DECIMAL.fullmatch(number):
        raise _no_number(text, writing)
    if _THREE_DECIMALS.fullmatch(number) and writing.kind is not None and writing.kind.grouped:
        whole, decimals = re.split("[.,]", number)
        if not writing.kind.whole:
            fraction = decimals.rstrip("0") or "0"
            exact = fraction if len(fraction) < len(decimals) else f"{decimals}0"
            other = f"{whole}{format_of(writing.numbers).decimal}{exact}"
            said = {"text": text, "one": whole + decimals, "other": other}
            raise ObjectionError(say("app.two_readings", writing.language, **said))
        number = whole + decimals
    return number.replace(",", ".").removeprefix("+")


def _without_thousands(text: str, writing: Writing) -> str:
    """Return a number without the marks that part its thousands; empty where it has none.

    It has none either where so large a number cannot stand.
    """
    marks = format_of(writing.numbers)
    group, decimal = re.escape(marks.group), re.escape(marks.decimal)
    printed = rf"[+-]?[1-9]\d{{0,2}}(?:{group}\d{{3}})+(?:{decimal}\d+)?"
    if re.fullmatch(printed, text, re.ASCII):
        number = text.replace(marks.group, "").replace(marks.decimal, ".")
    elif _SPACED.fullmatch(text):
        number = text.replace(" ", "").replace(",", ".")
    else:
        return ""
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
