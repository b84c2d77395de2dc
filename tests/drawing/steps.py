"""Small steps that the scenario strategies share: chances, picks and figures with a range."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import Any, TypeVar

Tables = dict[str, Any]
T = TypeVar("T")

FIRST_YEAR = 2025

FTE = (0.0, 0.4, 1.0, 1.5, 2.2, 3.1, 4.0, 5.2, 6.9, 12.5)
EUROS = (0, 800, 12_000, 38_000, 74_500, 120_000, 251_000)
SHARES = (0.0, 0.1, 0.25, 0.5, 0.8, 1.0)
RATES = (-0.02, 0.0, 0.005, 0.013, 0.04)


class Draw:
    """Numbers and picks that follow from a seed.

    A scenario takes some hundreds of them: one by one from hypothesis they cost more than what
    is tested.
    """

    def __init__(self, seed: bytes) -> None:
        self._random = Random(seed)

    def between(self, least: int, most: int) -> int:
        """Return a whole number from the least to the most."""
        return self._random.randint(least, most)

    def one_of(self, options: Sequence[T]) -> T:
        """Return one of the options."""
        return self._random.choice(options)


def pick(draw: Draw, options: Sequence[T]) -> T:
    """Return one of the options."""
    return draw.one_of(options)


def chance(draw: Draw, one_in: int) -> bool:
    """Return True once in so many times."""
    return draw.between(1, one_in) == one_in


def some(draw: Draw, options: Sequence[T], least: int = 0) -> list[T]:
    """Return some of the options in their order, at least so many."""
    kept = [option for option in options if chance(draw, 2)]
    return kept if len(kept) >= least else list(options[:least])


def figure(draw: Draw, options: Sequence[float], most: float | None = None) -> Any:
    """Return a bare number, or now and then a quantity with a range."""
    value = pick(draw, options)
    if not chance(draw, 6):
        return value
    decimals = 2 if abs(value) >= 0.2 else 6
    low, high = sorted((round(value * 0.8, decimals), round(value * 1.25, decimals)))
    if chance(draw, 4):
        return {"value": value, "distribution": "discrete", "values": [low, value]}
    return {"value": value, "low": low, "high": high if most is None else min(high, most)}


def least(given: Any) -> float:
    """Return the smallest value that a figure can take."""
    if isinstance(given, dict):
        return float(min(given.get("values", [given.get("low")])))
    return float(given)


def share(draw: Draw) -> Any:
    """Return a share, perhaps with a range."""
    return figure(draw, SHARES, most=1.0)


def years(draw: Draw, most: int) -> Any:
    """Return a whole number of years, or a range with a value that needs rounding."""
    value = draw.between(0, most)
    if not chance(draw, 5):
        return value
    return {"value": value + pick(draw, (0.0, 0.25, 0.5)), "low": 0, "high": most + 2}


def calendar_year(draw: Draw, after: int, most: int = 4) -> Any:
    """Return a calendar year so many years after the first, perhaps with a range."""
    year = FIRST_YEAR + after
    if not chance(draw, 5):
        return year
    return {"value": year, "low": year, "high": year + draw.between(1, most)}


def profile(draw: Draw, length: int = 4) -> list[float]:
    """Return a yearly list of shares."""
    return [pick(draw, SHARES) for _ in range(draw.between(1, length))]


def may(draw: Draw, table: Tables, name: str, make: Callable[[], Any], one_in: int = 2) -> None:
    """Give a table a key now and then."""
    if chance(draw, one_in):
        table[name] = make()


def one_or_each(draw: Draw, names: Sequence[str], make: Callable[[], Any]) -> Any:
    """Return one figure for all, or a table by municipality."""
    return {name: make() for name in names} if chance(draw, 3) else make()


def measure(draw: Draw, tasks: list[str]) -> Tables:
    """Return the table of a no-regret measure."""
    table: Tables = {"name": "Measure", "tasks": some(draw, tasks, 1)}
    table["saving"] = figure(draw, (0.02, 0.1, 0.3), most=1.0)
    may(draw, table, "from", lambda: calendar_year(draw, draw.between(0, 4)))
    may(draw, table, "ramp", lambda: profile(draw))
    return table


def when(draw: Draw, years: int) -> Tables:
    """Return the years of an amount: one, from, until, both, or nothing said."""
    first, last = sorted((draw.between(0, years - 1), draw.between(0, years - 1)))
    row = {"from": FIRST_YEAR + first, "until": FIRST_YEAR + last}
    words = pick(draw, ((), ("year",), ("from",), ("until",), ("from", "until")))
    return {word: row.get(word, FIRST_YEAR + first) for word in words}
