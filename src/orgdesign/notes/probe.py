"""Which figures move nothing: each is nudged, and every line, post and outcome compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from orgdesign.model.calculation import Evaluation, evaluate
from orgdesign.model.outcomes import present_value, year_index
from orgdesign.model.reading import Reading
from orgdesign.model.result import Array, Cases, Result
from orgdesign.notes.nudges import nudges
from orgdesign.notes.survey import IN_REPORT_YEAR, STAFFING, Survey
from orgdesign.scenario.scenario import ALONE, Scenario

_BLOCK = 400_000
"""Municipalities x jobs x years x cases that are computed at a time, to bound memory."""
_WORK = 20_000_000
"""The same over all options and figures, to bound time: what is beyond it is not tried."""
_NOISE = 1e-6
"""A difference below this is noise of floating point, in euros or posts."""

Nudge = tuple[str, float]
"""A figure and another value for it."""


class Probe(NamedTuple):
    """The figures that move nothing, and those for which the scenario is too large to try."""

    inert: tuple[str, ...]
    untried: tuple[str, ...]


def probe(survey: Survey, paths: Sequence[str]) -> Probe:
    """Return which figures move no outcome of any option when each is nudged by itself."""
    scenario = survey.scenario
    tried = _affordable(survey, paths)
    left = {path: nudges(path, scenario.figures[path]) for path in tried}
    for option in survey.result.options:
        first = [(path, values[0]) for path, values in left.items() if values]
        concerned = [nudge for nudge in first if _concerns(option, nudge[0])]
        for path in _moving_lines(survey, option, concerned):
            del left[path]
    further = [(path, value) for path, values in left.items() for value in values]
    moving = frozenset(_moving_anything(survey, further))
    inert = tuple(path for path in left if path not in moving)
    return Probe(inert, tuple(path for path in paths if path not in frozenset(tried)))


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


def _concerns(option: str, path: str) -> bool:
    """Return whether a figure can reach the bill of an option."""
    return not path.startswith("options.") or path.startswith(f"options.{option}.")


def _blocks(survey: Survey, tried: Sequence[Nudge]) -> Iterator[Sequence[Nudge]]:
    size = max(1, _BLOCK // _cells(survey))
    return (tried[start : start + size] for start in range(0, len(tried), size))


def _cases(scenario: Scenario, tried: Sequence[Nudge]) -> Cases:
    """Return one case for each nudge, in which only its figure has another value."""
    values: dict[str, Array] = {}
    for position, (path, value) in enumerate(tried):
        if path not in values:
            values[path] = np.full(len(tried), scenario.figures[path].value)
        values[path][position] = value
    return Cases(len(tried), values)


def _moving_lines(survey: Survey, option: str, tried: Sequence[Nudge]) -> Iterator[str]:
    """Yield the figures that move a line of one option's bill."""
    central = survey.result.options[option].lines
    for block in _blocks(survey, tried):
        cases = _cases(survey.scenario, block)
        alone = Evaluation(Reading(survey.scenario, ALONE, cases))
        nudged = Evaluation(Reading(survey.scenario, option, cases), alone)
        moved = _differ(central, nudged.lines, len(block))
        yield from (path for (path, _), moves in zip(block, moved, strict=True) if moves)


def _moving_anything(survey: Survey, tried: Sequence[Nudge]) -> Iterator[str]:
    """Yield the figures that move a line, a post or an outcome of any option."""
    result = survey.result
    for block in _blocks(survey, tried):
        nudged = evaluate(survey.scenario, _cases(survey.scenario, block), survey.options)
        moved = np.zeros(len(block), dtype=bool)
        for option in result.options:
            moved |= _differ(_all(result, option), _all(nudged, option), len(block))
        yield from (path for (path, _), moves in zip(block, moved, strict=True) if moves)


def _all(result: Result, option: str) -> Mapping[str, Array]:
    """Return everything that a table shows of an option, with the cases along the last axis."""
    evaluation = result.options[option].evaluation
    found = dict(result.options[option].lines)
    found |= {name: evaluation[name] for name in STAFFING}
    report = year_index(result)
    for name in IN_REPORT_YEAR:
        yearly = evaluation[name]
        found[name] = yearly[:, :, min(report, yearly.shape[2] - 1)]
    found["present_value"] = present_value(result, option)
    return found


def _differ(central: Mapping[str, Array], nudged: Mapping[str, Array], cases: int) -> Array:
    """Return for every case whether anything in it differs from the central case."""
    moved = np.zeros(cases, dtype=bool)
    for name, before in central.items():
        after = nudged[name]
        if after.shape[-1] == 1 and cases > 1:
            continue
        bound = _NOISE + 1e-11 * np.abs(before)
        moved |= (np.abs(after - before) > bound).reshape(-1, after.shape[-1]).any(axis=0)
    return moved
