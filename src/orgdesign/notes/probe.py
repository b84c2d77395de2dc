"""Which figures move nothing: each is nudged, and every line, post and outcome compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

import numpy as np

from orgdesign.lines import LINES
from orgdesign.model.calculation import recompute
from orgdesign.model.making_steps import steps
from orgdesign.model.nudges import nudges
from orgdesign.model.outcomes import present_value, year_index
from orgdesign.model.result import Array, Cases, Result
from orgdesign.model.staffing import IN_REPORT_YEAR, STAFFING
from orgdesign.notes.survey import Survey
from orgdesign.scenario.scenario import ALONE, Scenario

_BLOCK = 400_000
"""Municipalities x jobs x years x cases that are computed at a time, to bound memory."""
_WORK = 20_000_000
"""The same over all options and figures, to bound time: what is beyond it is not tried."""
_NOISE = 1e-6
"""A difference below this is noise of floating point, in euros or posts."""

Nudge = tuple[str, float]
"""A figure and another value for it."""
Trial = Mapping[str, Nudge]
"""One case: for each option the figure that is nudged in it; every option has its own."""


class Probe(NamedTuple):
    """The figures that move nothing, and those for which the scenario is too large to try."""

    inert: tuple[str, ...]
    untried: tuple[str, ...]


def probe(survey: Survey, paths: Sequence[str]) -> Probe:
    """Return which figures move no outcome of any option when each is nudged by itself."""
    tried = _affordable(survey, paths)
    left = {path: nudges(path, survey.scenario.figures[path]) for path in tried}
    first = [(path, values[0]) for path, values in left.items() if values]
    moving = _moving(survey, first, _lines)
    further = [(p, value) for p, values in left.items() if p not in moving for value in values]
    moving |= _moving(survey, further, _all)
    inert = tuple(path for path in left if path not in moving)
    return Probe(inert, tuple(path for path in paths if path not in left))


def _cells(survey: Survey) -> int:
    scenario = survey.scenario
    width = max(1, len(scenario.document.jobs))
    return len(scenario.municipalities) * width * len(scenario.years)


def _affordable(survey: Survey, paths: Sequence[str]) -> Sequence[str]:
    """Return the figures to try: all, else those not given by municipality, else none."""
    each = _cells(survey) * len(survey.result.options)
    if each * len(paths) <= _WORK:
        return paths
    places = frozenset(survey.scenario.municipalities)
    single = [path for path in paths if places.isdisjoint(path.split("."))]
    return single if each * len(single) <= _WORK else ()


def _moving(survey: Survey, tried: Sequence[Nudge], look: Look) -> set[str]:
    """Return the figures that move something that is looked at, in any option."""
    found: set[str] = set()
    for block in _blocks(survey, _trials(survey, tried)):
        cases = _cases(survey.scenario, block)
        for option, before, after in look(survey, cases):
            moved = _differ(before, after, len(block))
            found.update(block[case][option][0] for case in np.flatnonzero(moved).tolist())
    return found


def _trials(survey: Survey, tried: Sequence[Nudge]) -> list[Trial]:
    """Return the cases to compute: figures that one option alone reads share a case.

    What the zero option reads may reach every option.
    """
    by_reader: dict[str, list[Nudge]] = {}
    trials: list[Trial] = []
    for nudge in tried:
        readers = survey.read_by(nudge[0])
        if len(readers) == 1 and readers[0] != ALONE:
            by_reader.setdefault(readers[0], []).append(nudge)
        else:
            trials.append(dict.fromkeys(survey.result.options, nudge))
    for row in zip_longest(*by_reader.values()):
        pairs = zip(by_reader, row, strict=True)
        trials.append({option: nudge for option, nudge in pairs if nudge is not None})
    return trials


def _blocks(survey: Survey, trials: Sequence[Trial]) -> Iterator[Sequence[Trial]]:
    size = max(1, _BLOCK // _cells(survey))
    return (trials[start : start + size] for start in range(0, len(trials), size))


def _cases(scenario: Scenario, trials: Sequence[Trial]) -> Cases:
    """Return one case for each trial, in which only its figures have other values."""
    values: dict[str, Array] = {}
    for position, trial in enumerate(trials):
        for path, value in trial.values():
            if path not in values:
                values[path] = np.full(len(trials), scenario.figures[path].value)
            values[path][position] = value
    return Cases(len(trials), values)


Figures = Mapping[str, Array]
"""What is compared, with the cases along the last axis."""
Look = Callable[[Survey, Cases], Iterator[tuple[str, Figures, Figures]]]
"""Gives for every option what is looked at in the central case and in some cases."""


def _lines(survey: Survey, cases: Cases) -> Iterator[tuple[str, Figures, Figures]]:
    """Yield the bill of every option in the central case and in some cases."""
    made = steps(survey.result, cases.values.keys(), tuple(LINES), games=False)
    bills = made.bills(made.values(cases), cases)
    for option, found in survey.result.options.items():
        yield option, found.lines, bills.options[option].lines


def _all(survey: Survey, cases: Cases) -> Iterator[tuple[str, Figures, Figures]]:
    """Yield all that a table shows of every option in the central case and in some cases."""
    paths = cases.values.keys()
    nudged = recompute(survey.result, survey.scenario, paths, cases, games=False)
    for option in survey.result.options:
        yield option, _shown(survey.result, option), _shown(nudged, option)


def _shown(result: Result, option: str) -> Figures:
    """Return everything that a table shows of an option."""
    evaluation = result.options[option].evaluation
    found = dict(result.options[option].lines)
    found |= {name: evaluation[name] for name in STAFFING}
    report = year_index(result)
    for name in IN_REPORT_YEAR:
        yearly = evaluation[name]
        found[name] = yearly[:, :, min(report, yearly.shape[2] - 1)]
    found["present_value"] = present_value(result, option)
    return found


def _differ(central: Figures, nudged: Figures, cases: int) -> Array:
    """Return for every case whether anything in it differs from the central case."""
    moved = np.zeros(cases, dtype=bool)
    for name, before in central.items():
        after = nudged[name]
        if after.shape[-1] == 1 and cases > 1:
            continue
        bound = _NOISE + 1e-11 * np.abs(before)
        moved |= (np.abs(after - before) > bound).reshape(-1, after.shape[-1]).any(axis=0)
    return moved
