"""Which figures move nothing: each is nudged, and every line, post, outcome and exit compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, zip_longest
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
Trial = Mapping[str, Nudge]
"""One case: for each option the figure that is nudged in it; every option has its own."""


class Probe(NamedTuple):
    """The figures that move nothing, and those for which the scenario is too large to try."""

    inert: tuple[str, ...]
    untried: tuple[str, ...]


def probe(survey: Survey, paths: Sequence[str]) -> Probe:
    """Return which figures move no outcome of any option when each is nudged by itself.

    Nor that of an exit, which alone is computed again for the few that move nothing else.
    """
    tried = _affordable(survey, paths)
    left = {path: nudges(path, survey.scenario.figures[path]) for path in tried}
    first = {path: values[:1] for path, values in left.items()}
    alone = [path for path in left if ALONE in survey.read_by(path)]
    moving = _moving(survey, _nudged(first, alone), _lines_alone)
    moving |= _moving(survey, _nudged(first, [p for p in left if p not in moving]), _lines)
    moving |= _moving(survey, _nudged(left, [p for p in left if p not in moving]), _all)
    still = {path: values for path, values in left.items() if path not in moving}
    if _cells(survey) * exits_to_compute(survey, still) > _WORK:
        return Probe((), tuple(path for path in paths if path not in moving))
    moving |= moving_exits(survey, still, _size(survey))
    inert = tuple(path for path in still if path not in moving)
    return Probe(inert, tuple(path for path in paths if path not in left))


def _nudged(values: Mapping[str, Sequence[float]], paths: Sequence[str]) -> list[Nudge]:
    return [(path, value) for path in paths for value in values[path]]


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


def _moving(survey: Survey, tried: Sequence[Nudge], look: Look) -> set[str]:
    """Return the figures that move something that is looked at, in any option."""
    found: set[str] = set()
    for block in _blocks(survey, _trials(survey, tried)):
        cases = _cases(survey.scenario, block)
        tried_in = dict.fromkeys((ALONE, *chain.from_iterable(block)))
        for option, before, after in look(survey.result.only(tried_in), cases):
            moved = differ(before, after, len(block))
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
    size = _size(survey)
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


Look = Callable[[Result, Cases], Iterator[tuple[str, Figures, Figures]]]
"""Gives for every option what is looked at in the central case and in some cases."""


def _lines_alone(central: Result, cases: Cases) -> Iterator[tuple[str, Figures, Figures]]:
    """Yield the bill of the zero option alone, which is soon computed and shows most figures."""
    return _lines(central.only([ALONE]), cases)


def _lines(central: Result, cases: Cases) -> Iterator[tuple[str, Figures, Figures]]:
    """Yield the bill of every option in the central case and in some cases."""
    nudged = _recomputed(central, cases)
    for option, found in central.options.items():
        yield option, found.lines, nudged.options[option].lines


def _all(central: Result, cases: Cases) -> Iterator[tuple[str, Figures, Figures]]:
    """Yield all of every option in which nobody leaves, in the central case and in some cases."""
    nudged = _recomputed(central, cases)
    for option in central.options:
        yield option, _shown(central, option), _shown(nudged, option)


def _recomputed(central: Result, cases: Cases) -> Result:
    return recompute(central, central.scenario, cases.values.keys(), cases, games=False)


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
