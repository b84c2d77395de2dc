"""From two values between which a comparison flips to the value where it does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from orgdesign.model.result import Array
from orgdesign.sensitivity.quantities import in_steps
from orgdesign.sensitivity.single import one_at_a_time, quantity
from orgdesign.sensitivity.study import EQUAL, Comparison, Study, each_difference

NEAR = 0.001
"""How near to equal a value is brought. Unit: euros."""
JUMP = 0.5
"""What is left between two options where their difference jumps over 0. Unit: euros."""

_MOST = 2**24
"""Amounts by option, municipality and case that are held at a time, to bound memory."""


class Solved(NamedTuple):
    """Where functions are 0, the ends between which each lies, and whether it jumps over 0."""

    value: Array
    low: Array
    high: Array
    jumps: NDArray[np.bool_]


def solved(function: Callable[[Array, NDArray[np.intp]], Array], low: Array, high: Array) -> Solved:
    """Return where each of some functions is 0 between two values at which its signs differ.

    All are solved side by side: `function` gets values and the numbers of their functions.
    """
    from scipy.optimize.elementwise import find_root

    every = np.arange(low.size)
    found = find_root(function, (low, high), args=(every,), tolerances={"fatol": NEAR})
    low, high = found.bracket
    return Solved(found.x, low, high, np.abs(found.f_x) >= JUMP)


class Bracket(NamedTuple):
    """Two values of a quantity between which a comparison flips; `side` is its sign over them."""

    path: str
    comparison: int
    low: float
    high: float
    side: int


def refined(
    study: Study, compared: Sequence[Comparison], brackets: Sequence[Bracket]
) -> Iterator[tuple[Bracket, float, float]]:
    """Yield each bracket with the value at which it flips and what is left between the two there.

    All are followed side by side. Where the difference jumps over 0, and for a quantity in
    steps, it is the first value past the flip, seen from the central value.
    """
    figures = {each.path: quantity(study.scenario, each.path) for each in brackets}
    stepped = [each for each in brackets if in_steps(each.path, figures[each.path])]
    smooth = [each for each in brackets if not in_steps(each.path, figures[each.path])]
    values = [*_first_past(study, compared, stepped), *_crossings(study, compared, smooth)]
    pairs = list(zip((*stepped, *smooth), values, strict=True))
    if pairs:
        left = _apart(study, compared, [each for each, _ in pairs], np.array(values))
        yield from ((each, value, float(d)) for (each, value), d in zip(pairs, left, strict=True))


def _apart(
    study: Study, compared: Sequence[Comparison], brackets: Sequence[Bracket], values: Array
) -> Array:
    """Return the difference of each bracket's comparison at a value of its quantity, (bracket,)."""
    size = max(1, _MOST // ((1 + len(study.options)) * len(study.scenario.municipalities)))
    return np.array(
        [
            apart
            for start in range(0, len(brackets), size)
            for apart in _apart_in_one_go(
                study, compared, brackets[start : start + size], values[start : start + size]
            )
        ]
    )


def _apart_in_one_go(
    study: Study, compared: Sequence[Comparison], brackets: Sequence[Bracket], values: Array
) -> Iterator[float]:
    cases = one_at_a_time(study.scenario, [each.path for each in brackets], values)
    own = (compared[each.comparison] for each in brackets)
    for case, apart in enumerate(each_difference(study, own, study.costs(cases))):
        yield apart[case]


def _crossings(
    study: Study, compared: Sequence[Comparison], brackets: Sequence[Bracket]
) -> list[float]:
    """Return where the difference of each bracket is 0, or the first value past its jump."""
    if not brackets:
        return []

    def apart(value: Array, which: NDArray[np.intp]) -> Array:
        chosen = [brackets[position] for position in which]
        return np.asarray(_apart(study, compared, chosen, value) + gone[which])

    # A gain is gone where it falls below half a cent, wherever it stays at 0 from there on.
    whose = (compared[each.comparison].municipality for each in brackets)
    gone = np.array([0.0 if municipality is None else EQUAL for municipality in whose])
    low = np.array([each.low for each in brackets])
    high = np.array([each.high for each in brackets])
    found = solved(apart, low, high)
    past = _past(study, brackets, found.low, found.high)
    return [float(value) for value in np.where(found.jumps, past, found.value)]


def _past(study: Study, brackets: Sequence[Bracket], low: Array, high: Array) -> Array:
    """Return the end of each bracket that lies farthest from the central value."""
    figures = {each.path: quantity(study.scenario, each.path) for each in brackets}
    central = np.array([figures[each.path].value for each in brackets])
    return np.where(high > central, np.maximum(low, high), np.minimum(low, high))


def _first_past(
    study: Study, compared: Sequence[Comparison], brackets: Sequence[Bracket]
) -> list[float]:
    """Return the first possible value past each flip, whole numbers halved until next to it."""
    figures = {each.path: quantity(study.scenario, each.path) for each in brackets}
    low = np.array([each.low for each in brackets])
    high = np.array([each.high for each in brackets])
    listed = np.array([figures[each.path].values is not None for each in brackets], dtype=bool)
    side = np.array([each.side for each in brackets])
    while (wide := np.flatnonzero((high - low > 1) & ~listed)).size:
        middle = np.floor((low[wide] + high[wide]) / 2)
        apart = _apart(study, compared, [brackets[i] for i in wide.tolist()], middle)
        over = np.where(apart < -EQUAL, -1, 1) == side[wide]
        high[wide] = np.where(over, middle, high[wide])
        low[wide] = np.where(over, low[wide], middle)
    return [float(value) for value in _past(study, brackets, low, high)]
