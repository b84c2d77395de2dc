"""Switching values: where the order of two options flips, or a municipality stops gaining."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from orgdesign.model.result import Array
from orgdesign.sensitivity.quantities import POINTS, ends, in_steps, points
from orgdesign.sensitivity.roots import Bracket, refined
from orgdesign.sensitivity.run import Told, on_and_on
from orgdesign.sensitivity.single import every as all_uncertain
from orgdesign.sensitivity.single import is_choice, one_at_a_time, quantity
from orgdesign.sensitivity.study import EQUAL, Comparison, Study, comparisons, differences

TOGETHER = 64
"""Figures that are tried in one go."""


@dataclass(frozen=True)
class Flip:
    """A value of a quantity from which on another one is the cheaper.

    `below` is the one that costs less under the value, `above` the one that costs less over it;
    for a quantity in steps the value is the first past the flip, seen from its central value.
    `apart` is what is left between the two there, in euros; `nearest` says that between the
    value and the central one there is no other flip, and `distance` how far it lies from the
    central one, as a part of the range.
    """

    path: str
    comparison: Comparison
    value: float
    below: str
    above: str
    apart: float
    nearest: bool
    distance: float


@dataclass(frozen=True)
class Switching:
    """Every flip, the most decisive first, among these comparisons and quantities.

    `paths` are the quantities that were tried, of so many `asked` for.
    """

    flips: tuple[Flip, ...]
    comparisons: tuple[Comparison, ...]
    paths: tuple[str, ...]
    asked: int

    def without(self, comparison: Comparison) -> tuple[str, ...]:
        """Return the quantities that flip nothing in a comparison."""
        flipping = {flip.path for flip in self.flips if flip.comparison == comparison}
        return tuple(path for path in self.paths if path not in flipping)


def switching(
    study: Study, paths: Sequence[str] | None = None, told: Told = on_and_on
) -> Switching:
    """Return where each quantity by itself, within its range, flips each comparison.

    Every range is tried at many points in one go, finer where two options come near each other
    without crossing; each change of sign is then followed to the value itself. What lies
    between two points and turns back there unseen is all that can be missed. Where `told` says
    to stop, the quantities done so far count. Without `paths`: all that are uncertain.
    """
    asked = tuple(all_uncertain(study.scenario) if paths is None else paths)
    compared = comparisons(study)
    if not compared:
        return Switching((), compared, asked, len(asked))
    found: list[Flip] = []
    done = 0
    while done < len(asked):
        some = asked[done : done + TOGETHER]
        found += _flips(study, compared, some)
        done += len(some)
        if not told(done, len(asked)):
            break
    found.sort(key=lambda flip: (not flip.nearest, round(flip.distance, 9), flip.path))
    return Switching(tuple(found), compared, asked[:done], len(asked))


def _flips(study: Study, compared: Sequence[Comparison], paths: Sequence[str]) -> Iterator[Flip]:
    figures = {path: quantity(study.scenario, path) for path in paths}
    tried = {path: points(path, figures[path]) for path in paths}
    apart = _tried(study, compared, tried)
    closer = {path: _closer(tried[path], apart[path]) for path in paths}
    finer = {
        path: np.setdiff1d(more, tried[path])
        for path, more in closer.items()
        if more.size and not in_steps(path, figures[path])
    }
    for path, more in _tried(study, compared, finer).items():
        order = np.argsort(every := np.concatenate([tried[path], finer[path]]), kind="stable")
        tried[path] = every[order]
        apart[path] = np.concatenate([apart[path], more], axis=1)[:, order]
    brackets = [
        each
        for p in paths
        for each in (
            _keys(p, figures[p].value, compared, tried[p], apart[p])
            if is_choice(study.scenario, p)
            else _brackets(p, compared, tried[p], apart[p])
        )
    ]
    same: dict[tuple[str, int], list[Bracket]] = {}
    for each in brackets:
        same.setdefault((each.path, each.comparison), []).append(each)
    for bracket, value, left in refined(study, compared, brackets):
        beside = same[bracket.path, bracket.comparison]
        yield _flip(study, compared, bracket, beside, value, left)


def _tried(
    study: Study, compared: Sequence[Comparison], tried: dict[str, Array]
) -> dict[str, Array]:
    """Return for each quantity the differences at its points, (comparison, point)."""
    if not tried:
        return {}
    names = [path for path, values in tried.items() for _ in range(values.size)]
    cases = one_at_a_time(study.scenario, names, np.concatenate(list(tried.values())))
    every = differences(study, compared, study.costs(cases))
    cuts = np.cumsum([values.size for values in tried.values()])[:-1]
    return dict(zip(tried, np.split(every, cuts, axis=1), strict=True))


def _closer(values: Array, apart: Array) -> Array:
    """Return more points where a difference dips towards 0 between two points and turns back.

    It is looked at closely where the slope beside the dip would carry it to 0 within a step.
    """
    if values.size < 3:
        return np.empty(0)
    size = np.abs(apart)
    middle, before, after = size[:, 1:-1], size[:, :-2], size[:, 2:]
    same = (np.sign(apart[:, :-2]) == np.sign(apart[:, 1:-1])) & (
        np.sign(apart[:, 1:-1]) == np.sign(apart[:, 2:])
    )
    dips = same & (middle <= before) & (middle <= after) & (middle > EQUAL)
    reaches = middle < np.maximum(before - middle, after - middle)
    at = np.flatnonzero((dips & reaches).any(axis=0)) + 1
    return np.unique([np.linspace(values[i - 1], values[i + 1], 2 * POINTS - 1) for i in at])


def _sides(comparison: Comparison, apart: Array) -> NDArray[np.int8]:
    """Return -1 where the first is cheaper and 1 where it is not, (point,).

    A municipality that pays as much as alone does not gain; two options that cost the same
    keep the order they had.
    """
    side = np.where(apart < -EQUAL, -1, np.where(apart > EQUAL, 1, 0)).astype(np.int8)
    if comparison.municipality is not None:
        side[side == 0] = 1
        return side
    known = np.flatnonzero(side)
    if known.size == 0:
        return side
    last = np.maximum.accumulate(np.where(side != 0, np.arange(side.size), known[0]))
    return np.asarray(side[np.maximum(last, known[0])])


def _brackets(
    path: str, compared: Sequence[Comparison], values: Array, apart: Array
) -> Iterator[Bracket]:
    """Yield every step from one point to the next at which a comparison flips."""
    for number, comparison in enumerate(compared):
        side = _sides(comparison, apart[number])
        for at in np.flatnonzero(np.diff(side)).tolist():
            yield Bracket(path, number, float(values[at]), float(values[at + 1]), int(side[at + 1]))


def _keys(
    path: str, now: float, compared: Sequence[Comparison], values: Array, apart: Array
) -> Iterator[Bracket]:
    """Yield for every key by itself, as keys have no order, whether it flips a comparison."""
    at = int(np.flatnonzero(values == now)[0])
    for number, comparison in enumerate(compared):
        side = _sides(comparison, apart[number])
        for other in np.flatnonzero(side != side[at]).tolist():
            low, high = sorted((at, other))
            ends = float(values[low]), float(values[high])
            yield Bracket(path, number, *ends, int(side[high]))


def _flip(
    study: Study,
    compared: Sequence[Comparison],
    bracket: Bracket,
    same: Sequence[Bracket],
    value: float,
    apart: float,
) -> Flip:
    """Return the flip in a bracket; `same` are all brackets of its quantity and comparison."""
    comparison, figure = compared[bracket.comparison], quantity(study.scenario, bracket.path)
    if bracket.high > figure.value:
        nearest = not any(figure.value < other.high <= bracket.low for other in same)
    else:
        nearest = not any(bracket.high <= other.low < figure.value for other in same)
    low, high = ends(figure)
    distance = abs(value - figure.value) / ((high - low) or 1.0)
    if is_choice(study.scenario, bracket.path):
        distance = 1.0
    cheaper = (comparison.first, comparison.second)
    below, over = cheaper if bracket.side > 0 else cheaper[::-1]
    return Flip(bracket.path, comparison, value, below, over, apart, nearest, distance)
