"""A little more and a little less of a figure, within what the file accepts for it."""

from __future__ import annotations

from orgdesign.quantities import Kind, Quantity
from orgdesign.scenario.kinds import kind_at
from orgdesign.scenario.paths import split_path

PART = 0.05
"""The part of a figure by which it is nudged."""
_FROM_NOTHING = {"euros": 1_000.0, "persons": 100.0, "fte": 0.1, "share": 0.01, "rate a year": 0.01}
"""The step from a figure that is 0, by unit."""
_ANY = Kind("")


def nudges(path: str, figure: Quantity) -> tuple[float, ...]:
    """Return other values of a figure: 5 % more, 5 % less, and its own low, high or values.

    Years go up and down by 1, a number of them to none at all too, and a figure of 0 by a small
    step of its unit; all stay within the bounds of the file, so a share of 1 has no value above
    it.
    """
    kind = kind_at(split_path(path)) or _ANY
    step = _step(figure.value, kind)
    ends = [end for end in (figure.low, figure.high, *(figure.values or ())) if end is not None]
    near = [_within(figure.value + step, kind), _within(figure.value - step, kind)]
    none = [0.0] if kind.unit == "years" else []
    return tuple(dict.fromkeys(value for value in (*near, *ends, *none) if value != figure.value))


def counts_years(path: str) -> bool:
    """Return whether a figure is a year or a number of years: one more and one less are tried."""
    return (kind_at(split_path(path)) or _ANY).unit in ("year", "years")


def _step(value: float, kind: Kind) -> float:
    if kind.unit in ("year", "years"):
        return 1.0
    step = PART * abs(value) or _FROM_NOTHING.get(kind.unit, PART)
    return max(1.0, round(step)) if kind.whole else step


def _within(value: float, kind: Kind) -> float:
    if kind.at_most is not None:
        value = min(value, kind.at_most)
    return value if kind.at_least is None else max(value, kind.at_least)
