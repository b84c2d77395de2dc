"""Which figures move nothing: each is nudged, and every line, post, outcome and exit compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from orgdesign.model.calculation import recompute
from orgdesign.model.nudges import nudges
from orgdesign.model.outcomes import present_value, year_index
from orgdesign.model.result import Array, Cases, Result
from orgdesign.model.staffing import IN_REPORT_YEAR, STAFFING
from orgdesign.notes.differing import Figures, differ
from orgdesign.notes.leaving import exits_to_compute, moving_exits
from orgdesign.notes.survey import Survey
from orgdesign.scenario.scenario import ALONE, Scenario

_BLOCK = 400_000
"""Municipalities x jobs x years x cases that are computed at a time, to bound memory."""
_WORK = 20_000_000
"""The same over all options and figures, to bound time: what is beyond it is not tried."""

Nudge = tuple[str, float]
"""A figure and another value for it."""
Values = Mapping[str, Sequence[float]]
"""The other values to try of each figure."""
Trials = Mapping[str, Sequence[Nudge]]
"""What is nudged in each option, one figure in a case."""
Look = Callable[[Result, str], Figures]
"""Gives what is looked at of an option."""


class Probe(NamedTuple):
    """The figures that move nothing, and those for which the scenario is too large to try."""

    inert: tuple[str, ...]
    untried: tuple[str, ...]


def probe(survey: Survey, paths: Sequence[str]) -> Probe:
    """Return which figures move no outcome of any option when each is nudged by itself.

    Nor that of an exit, which alone is computed again for the few that move nothing else. What
    is soon computed and shows most is tried first.
    """
    figures, tried = survey.scenario.figures, _affordable(survey, paths)
    left, moving = {path: nudges(path, figures[path]) for path in tried}, set[str]()
    for trials, look in ((_alone, _lines), (_one_option_each, _lines), (_every_option, _shown)):
        moving |= _moving(survey, trials(survey, left), look)
        left = {path: values for path, values in left.items() if path not in moving}
    if _cells(survey) * exits_to_compute(survey, left) > _WORK:
        return Probe((), tuple(path for path in paths if path not in moving))
    moving |= moving_exits(survey, left, _size(survey))
    inert = tuple(path for path in left if path not in moving)
    return Probe(inert, tuple(path for path in paths if path not in tried))


def _cells(survey: Survey) -> int:
    scenario = survey.scenario
    width = max(1, len(scenario.document.jobs))
    return len(scenario.municipalities) * width * len(scenario.years)


def _size(survey: Survey) -> int:
    """Return how many cases are computed at a time."""
    return max(1, _BLOCK // _cells(survey))


def _affordable(survey: Survey, paths: Sequence[str]) -> Sequence[str]:
    """Return the figures to try: all, else those not given by municipality, else none."""
    each = _cells(survey) * len(survey.result.options)
    if each * len(paths) <= _WORK:
        return paths
    places = frozenset(survey.scenario.municipalities)
    single = [path for path in paths if places.isdisjoint(path.split("."))]
    return single if each * len(single) <= _WORK else ()


def _moving(survey: Survey, trials: Trials, look: Look) -> set[str]:
    """Return the figures that move something that is looked at, in an option they are tried in."""
    found: set[str] = set()
    for option, tried in trials.items():
        central = survey.result.only((ALONE, option))
        for block in _blocks(survey, [nudge for nudge in tried if nudge[0] not in found]):
            cases = _cases(survey.scenario, block)
            nudged = recompute(central, survey.scenario, cases.values, cases, games=False)
            moved = differ(look(central, option), look(nudged, option), cases.number)
            found.update(block[case][0] for case in np.flatnonzero(moved).tolist())
    return found


def _alone(survey: Survey, left: Values) -> Trials:
    """Return one trial of every figure that the zero option reads, in that option."""
    read = [path for path in left if ALONE in survey.read_by(path)]
    return {ALONE: [(path, value) for path in read for value in left[path][:1]]}


def _one_option_each(survey: Survey, left: Values) -> Trials:
    """Return one trial of every figure, in the option with the fewest of those it may move."""
    found: dict[str, list[Nudge]] = {option: [] for option in survey.options}
    for path, values in left.items():
        reached = [option for option in survey.reached(path) if option != ALONE]
        among = [option for option in reached if option in survey.cooperating] or reached
        if among:
            option = min(among, key=lambda option: len(found[option]))
            found[option] += [(path, value) for value in values[:1]]
    return found


def _every_option(survey: Survey, left: Values) -> Trials:
    """Return a trial of every value of every figure in each option that it may move.

    Those in which work is brought together come first: most figures move something there, and
    one that does is tried no more.
    """
    options = sorted(survey.result.options, key=lambda option: option not in survey.cooperating)
    found: dict[str, list[Nudge]] = {option: [] for option in options}
    for path, values in left.items():
        for option in survey.reached(path):
            found[option] += [(path, value) for value in values]
    return found


def _blocks(survey: Survey, tried: Sequence[Nudge]) -> Iterator[Sequence[Nudge]]:
    size = _size(survey)
    return (tried[start : start + size] for start in range(0, len(tried), size))


def _cases(scenario: Scenario, tried: Sequence[Nudge]) -> Cases:
    """Return one case for each trial, in which only its figure has another value."""
    values: dict[str, Array] = {}
    for position, (path, value) in enumerate(tried):
        if path not in values:
            values[path] = np.full(len(tried), scenario.figures[path].value)
        values[path][position] = value
    return Cases(len(tried), values)


def _lines(result: Result, option: str) -> Figures:
    """Return the bill of an option."""
    return result.options[option].lines


def _shown(result: Result, option: str) -> Figures:
    """Return everything that a table shows of an option in which nobody leaves."""
    evaluation = result.options[option].evaluation
    found = dict(result.options[option].lines)
    found |= {name: evaluation[name] for name in STAFFING}
    report = year_index(result)
    for name in IN_REPORT_YEAR:
        yearly = evaluation[name]
        found[name] = yearly[:, :, min(report, yearly.shape[2] - 1)]
    found["present_value"] = present_value(result, option)
    return found
