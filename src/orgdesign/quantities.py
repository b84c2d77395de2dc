"""Numbers as people give them: a value with its range, unit, source and sign-off."""

import math
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, Literal, NamedTuple

from pydantic_core import PydanticCustomError, PydanticKnownError

from orgdesign.records.record import Record, unchecked
from orgdesign.records.schema import validator

QUANTITY_WORDS = (
    "value", "low", "high", "distribution", "values", "weights",
    "unit", "source", "note", "owner", "signed_off",
)  # fmt: skip
"""The words of a quantity; none of them can be the id of a municipality."""

Distribution = Literal["triangular", "pert", "uniform", "normal", "lognormal", "discrete"]


class Quantity(Record):
    """A number with what is known about it; a bare number is a quantity with only a value."""

    value: float
    """The central value, used where nothing is varied."""
    low: float | None = None
    """Lower end of the range; with `high` it makes the quantity uncertain."""
    high: float | None = None
    """Upper end of the range."""
    distribution: Distribution | None = None
    """How the range is filled; triangular where nothing is said."""
    values: tuple[float, ...] | None = None
    """The possible values of a discrete quantity."""
    weights: tuple[float, ...] | None = None
    """The weights of those values."""
    unit: str | None = None
    """Unit, where the table does not already give it."""
    source: str | None = None
    """Id of a source in `[sources]`."""
    note: str | None = None
    """Anything a reader should know."""
    owner: str | None = None
    """Who answers for the figure."""
    signed_off: bool | date | None = None
    """Whether, or when, the owner signed it off."""

    def consistent(self) -> None:
        """Raise PydanticCustomError where the range, the values and the number do not agree."""
        numbers = [self.value, self.low, self.high, *(self.values or ()), *(self.weights or ())]
        if any(number is not None and not math.isfinite(number) for number in numbers):
            raise PydanticCustomError("not_finite", "not a finite number")
        if (self.low is None) != (self.high is None):
            raise PydanticCustomError("half_range", "low and high come together")
        if (
            self.low is not None
            and self.high is not None
            and not (self.low <= self.value <= self.high)
        ):
            raise PydanticCustomError(
                "range_order",
                "low <= value <= high does not hold",
                {"low": self.low, "value": self.value, "high": self.high},
            )
        if (self.distribution == "discrete") != (self.values is not None):
            raise PydanticCustomError("discrete_values", "discrete goes with values")
        if self.weights is not None and len(self.weights) != len(self.values or ()):
            raise PydanticCustomError("discrete_weights", "one weight for each value")

    @property
    def uncertain(self) -> bool:
        """Whether the quantity has a range or several possible values."""
        return self.values is not None or (self.low is not None and self.low != self.high)

    @property
    def whole(self) -> int:
        """The value as a whole number, halves up, as formulas read what counts years."""
        return math.floor(self.value + 0.5)


class Kind(NamedTuple):
    """What a field of the file accepts: the unit and the bounds of its quantity.

    `grouped` marks figures that are never given with three decimals (euros, posts,
    inhabitants), so that 78.500 is caught as a thousands mark.
    """

    unit: str
    at_least: float | None = None
    at_most: float | None = None
    above: float | None = None
    whole: bool = False
    grouped: bool = False

    def read(self, given: object) -> Quantity:
        """Return a number, bare or with what is known about it, within the bounds.

        Raises PydanticCustomError, or the faults of the quantity's own words.
        """
        quantity = _as_quantity(given)
        for number in (quantity.value, quantity.low, quantity.high, *(quantity.values or ())):
            if number is not None:
                self.check(number)
        return quantity

    def check(self, number: float) -> None:
        """Raise PydanticCustomError where a number lies outside the bounds."""
        context = {"number": number, "unit": self.unit}
        if self.at_least is not None and number < self.at_least:
            raise PydanticCustomError("too_low", "too low", {**context, "bound": self.at_least})
        if self.above is not None and number <= self.above:
            raise PydanticCustomError("not_above", "not above", {**context, "bound": self.above})
        if self.at_most is not None and number > self.at_most:
            raise PydanticCustomError("too_high", "too high", {**context, "bound": self.at_most})
        if self.whole and number != math.floor(number):
            raise PydanticCustomError("not_whole", "not whole", context)


def _from_table(given: Mapping[str, Any]) -> Quantity:
    """Return a quantity from its words; raises the ValidationError of what is wrong with them."""
    quantity: Quantity = validator(Quantity).validate_python(given, strict=True)
    return quantity


def _as_quantity(given: object) -> Quantity:
    if isinstance(given, Quantity):
        return given
    if isinstance(given, Mapping):
        return _from_table(given)
    if isinstance(given, bool) or not isinstance(given, int | float):
        raise PydanticCustomError("not_a_number", "not a number")
    return _bare(_finite_float(given))


@lru_cache(maxsize=4096)
def _bare(number: float) -> Quantity:
    return unchecked(Quantity, value=number)


def _finite_float(number: float) -> float:
    try:
        finite = float(number)
    except OverflowError:
        finite = math.inf
    if not math.isfinite(finite):
        raise PydanticCustomError("not_finite", "not a finite number")
    return finite


class Setting(NamedTuple):
    """A number that says how to calculate and is never uncertain: a year, a number of draws.

    It may be given with a unit, a source and what else is known about it, but not with a range.
    """

    at_least: float
    at_most: float
    whole: bool = True

    def read(self, given: object) -> float:
        """Return the number; raises PydanticCustomError, or the faults of a quantity's words."""
        if isinstance(given, Mapping):
            quantity = _from_table(given)
            if quantity.values is not None or quantity.low is not None:
                raise PydanticCustomError("range_of_setting", "never uncertain")
            return self._number(given["value"], "not_whole")
        return self._number(given, "int_type")

    def _number(self, given: object, not_whole: Literal["not_whole", "int_type"]) -> float:
        if isinstance(given, bool) or not isinstance(given, int | float):
            raise PydanticKnownError("int_type" if self.whole else "float_type")
        if isinstance(given, float) and not math.isfinite(given):
            raise PydanticCustomError("not_finite", "not a finite number")
        context = {"number": given, "unit": ""}
        if self.whole and not isinstance(given, int):
            if not_whole == "int_type":
                raise PydanticKnownError("int_type")
            raise PydanticCustomError("not_whole", "not whole", context)
        if given < self.at_least:
            raise PydanticCustomError("too_low", "too low", {**context, "bound": self.at_least})
        if given > self.at_most:
            raise PydanticCustomError("too_high", "too high", {**context, "bound": self.at_most})
        return given


YEAR = Setting(1900, 2200)
"""What a calendar year that is never uncertain can be."""
CalendarYear = Annotated[int, YEAR]
"""A calendar year that is never uncertain."""

Amount = Annotated[Quantity, Kind("euros", grouped=True, at_least=-1e12, at_most=1e12)]
"""Euros, with either sign."""
Money = Annotated[Quantity, Kind("euros", at_least=0, at_most=1e12, grouped=True)]
"""Euros, never negative."""
Fte = Annotated[Quantity, Kind("fte", at_least=0, at_most=1e6, grouped=True)]
"""Full-time posts."""
People = Annotated[Quantity, Kind("persons", at_least=0, at_most=1e9, whole=True, grouped=True)]
"""A count of people."""
Inhabitants = Annotated[
    Quantity, Kind("persons", at_least=1, at_most=1e9, whole=True, grouped=True)
]
"""The inhabitants of a municipality: what is told for each of them is divided by their number."""
Kilometres = Annotated[Quantity, Kind("kilometres", at_least=0, at_most=1000)]
"""A distance."""
Share = Annotated[Quantity, Kind("share", at_least=0, at_most=1)]
"""A fraction between 0 and 1."""
Rate = Annotated[Quantity, Kind("rate a year", at_least=-0.5, at_most=0.5)]
"""A yearly growth as a fraction."""
Effect = Annotated[Quantity, Kind("share", at_least=-1, at_most=1)]
"""A fraction of a budget, with either sign."""
Years = Annotated[Quantity, Kind("years", at_least=0, at_most=100)]
"""A number of years; with a range it is rounded half up."""
Weeks = Annotated[Quantity, Kind("weeks", at_least=0, at_most=100)]
"""A number of weeks."""
Year = Annotated[Quantity, Kind("year", at_least=1900, at_most=2200, whole=True)]
"""A calendar year."""
Factor = Annotated[Quantity, Kind("factor", at_least=0, at_most=1000)]
"""A multiplier that is not negative."""
Elasticity = Annotated[Quantity, Kind("elasticity", above=0, at_most=3)]
"""The exponent by which posts follow volume."""
Hours = Annotated[Quantity, Kind("hours a year", above=0, at_most=2500, grouped=False)]
"""Working hours in a year."""
Units = Annotated[Quantity, Kind("units", at_least=0, at_most=1e5)]
"""Units of work, such as processes."""
Pace = Annotated[Quantity, Kind("units a month", at_least=0.01, at_most=1e5)]
"""Units of work that are finished in a month."""
Weight = Annotated[Quantity, Kind("", at_least=0, at_most=1e15)]
"""A figure that a key weighs by: never negative."""
