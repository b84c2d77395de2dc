"""The bill of every option: computed from nothing, or again where some figures differ."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from orgdesign.lines import LINES
from orgdesign.model.alike import Alike
from orgdesign.model.evaluation import OF_ALONE, Evaluation
from orgdesign.model.memory import keep_memory
from orgdesign.model.reading import Reading
from orgdesign.model.result import CENTRAL, Cases, OptionResult, Result
from orgdesign.scenario.scenario import ALONE, Scenario

if TYPE_CHECKING:
    from orgdesign.model.coalitions import OptionGame


NO_GAMES: Mapping[str, OptionGame] = MappingProxyType({})
"""Where no game is at hand."""


def evaluate(
    scenario: Scenario,
    cases: Cases = CENTRAL,
    options: Sequence[str] | None = None,
    games: Mapping[str, OptionGame] = NO_GAMES,
    alone: Evaluation | None = None,
) -> Result:
    """Return the bill of the zero option and of the options asked for (all where none is).

    `games` are what groups would pay, by option and by what takes over from one, and `alone`
    is the zero option, where they are at hand: they are the same under every key.
    """
    if cases.number > 1:
        keep_memory()
    alike = Alike()
    alone = alone or Evaluation(Reading(scenario, ALONE, cases), alike=alike)
    wanted = scenario.options if options is None else options
    found = {ALONE: alone}
    for o in wanted:
        if o != ALONE:
            found[o] = _evaluation(Reading(scenario, o, cases), alone, alike)
    for phase in (phase for o in wanted if games for phase in found[o].phases()):
        if phase.reading.option in games:
            phase.values["game"] = games[phase.reading.option]
    return Result(scenario, cases, {option: _result(each) for option, each in found.items()})


def recompute(
    result: Result,
    scenario: Scenario,
    paths: Collection[str],
    cases: Cases = CENTRAL,
    *,
    games: bool = True,
    lines: Collection[str] = LINES,
) -> Result:
    """Return the result of a scenario that differs from the last in the values of some figures.

    Every path must have been a figure before: a new path, or another choice, can change which
    formulas there are and needs `evaluate`. The cases may give values for the same paths.
    Without `games` shares by game stay as they were: they take all groups to compute. Of the
    bill there are the lines asked for alone, which the last result must have.
    """
    # Taken before anything is computed, staying alone last: another thread may ask for more.
    options = {o: _copies(each.evaluation) for o, each in result.options.items() if o != ALONE}
    alone = result.options[ALONE].evaluation.copied()
    other = alone.update(Reading(scenario, ALONE, cases), alone.given(paths), None, lines=lines)
    changed = {OF_ALONE + name for name in other}
    found = {ALONE: alone}
    for option, phases in options.items():
        after: Evaluation | None = None
        for phase in reversed(phases):
            given = phase.given(paths, games=games).union(changed)
            reading = replace(phase.reading, scenario=scenario, cases=cases)
            phase.update(reading, given, alone, after, lines)
            after = phase
        found[option] = phases[0]
    return Result(scenario, cases, {o: _result(each) for o, each in found.items()})


def reached_lines(result: Result, option: str, paths: Collection[str]) -> set[str]:
    """Return the lines of an option's bill, of those it has, that the figures of paths reach."""
    changed = [OF_ALONE + name for name in result.options[ALONE].evaluation.reached(paths)]
    phases = result.options[option].evaluation.phases()
    found = set[str]().union(*(phase.reached(paths, changed) for phase in phases))
    return found.intersection(result.options[option].lines)


def _copies(evaluation: Evaluation) -> list[Evaluation]:
    """Return what was computed of an option and of those that take over from it."""
    return [phase.copied() for phase in evaluation.phases()]


def _evaluation(reading: Reading, alone: Evaluation, alike: Alike) -> Evaluation:
    """Return the figures of an option, with those of the one that takes over from it."""
    then = None if reading.table is None else reading.table.then
    if then is None:
        return Evaluation(reading, alone, alike=alike)
    begins = f"options.{reading.option}.then.year"
    after = Reading(reading.scenario, then.option, reading.cases, begins)
    return Evaluation(reading, alone, _evaluation(after, alone, alike), alike)


def _result(evaluation: Evaluation) -> OptionResult:
    taking_part = evaluation["members"][:, 0, 0, 0] > 0
    return OptionResult(evaluation.reading.option, taking_part, evaluation.lines, evaluation)
