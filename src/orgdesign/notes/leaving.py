"""Which figures move what an exit does: those that count where somebody leaves and only there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from orgdesign.model.calculation import reached_lines, recompute
from orgdesign.model.choices import leaving
from orgdesign.model.exits import can_leave, first_exit
from orgdesign.model.outcomes import years_of_operation
from orgdesign.model.result import Array, Cases, Result
from orgdesign.notes.differing import differ
from orgdesign.notes.survey import Survey
from orgdesign.scenario.scenario import ALONE


def moving_exits(survey: Survey, values: Mapping[str, Sequence[float]], size: int) -> set[str]:
    """Return which figures move the bill of an exit, of other values to try for each.

    Tried is the exit of every participant of an option that they reach, after every year in
    which it can leave, `size` exits at a time.
    """
    found: set[str] = set()
    for option, reaching in _reaching(survey, values).items():
        own = survey.result.only((ALONE, option))
        lines = reached_lines(own, option, reaching)
        for cases in _exits(survey.result, option, size):
            left = recompute(own, survey.scenario, cases.values, cases, games=False, lines=lines)
            trying = [path for path in reaching if path not in found]
            found.update(path for path in trying if _moves(left, option, path, values[path]))
    return found


def exits_to_compute(survey: Survey, values: Mapping[str, Sequence[float]]) -> int:
    """Return how many exits that takes."""
    return sum(
        len(_possible(survey.result, option)) * sum(1 + len(values[path]) for path in reaching)
        for option, reaching in _reaching(survey, values).items()
    )


def _reaching(survey: Survey, paths: Iterable[str]) -> dict[str, list[str]]:
    """Return the figures that may move something of an option, by option."""
    found: dict[str, list[str]] = {}
    for path in paths:
        for option in survey.reached(path):
            if option != ALONE:
                found.setdefault(option, []).append(path)
    return found


def _possible(result: Result, option: str) -> list[tuple[str, int]]:
    """Return every exit that is possible: who leaves, and its last calendar year in the option."""
    if result.scenario.stays_alone(option):
        return []
    last = result.scenario.years[-1]
    return [
        (municipality, year)
        for year in years_of_operation(result, option)
        if first_exit(result, option, year) <= year < last
        for municipality in can_leave(result, option, year)
    ]


def _exits(result: Result, option: str, size: int) -> Iterator[Cases]:
    """Yield the exits of an option, one in each case."""
    each = _possible(result, option)
    for start in range(0, len(each), size):
        some = each[start : start + size]
        yield Cases(len(some), {leaving(m): _last_years(m, some) for m, _ in some})


def _last_years(municipality: str, exits: Sequence[tuple[str, int]]) -> Array:
    return np.array([year if who == municipality else np.inf for who, year in exits])


def _moves(left: Result, option: str, path: str, values: Sequence[float]) -> bool:
    """Return whether one of the values of a figure moves the bill of any of some exits."""
    number, before = left.cases.number, left.options[option].lines
    for value in values:
        cases = Cases(number, {**left.cases.values, path: np.full(number, value)})
        after = recompute(left, left.scenario, [path], cases, games=False, lines=before)
        if differ(before, after.options[option].lines, number).any():
            return True
    return False
