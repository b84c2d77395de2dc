"""Criteria that the model scores itself: an outcome for each municipality, against alone."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from orgdesign.model.choices import merges
from orgdesign.model.evaluation import Evaluation
from orgdesign.model.exits import can_leave, first_exit, stops, year_of_operation
from orgdesign.model.lock_in import cost_of_leaving, ending
from orgdesign.model.outcomes import against_alone, line_sum, of_kind
from orgdesign.model.result import Result
from orgdesign.model.staffing import staffing
from orgdesign.model.unstated import without_exit_fee, without_rebuilding, without_unwinding
from orgdesign.scenario.schema.criteria import Computed

Array = NDArray[np.float64]
STEPS = np.arange(-2.0, 3.0)


def inhabitants(result: Result) -> Array:
    """Return the inhabitants of each municipality, shape (municipality,)."""
    tables = result.scenario.document.municipalities.values()
    return np.array([table.inhabitants.value for table in tables])


def money(result: Result, option: str) -> Array:
    """Return the structural cost above staying alone. Unit: euros an inhabitant a year."""
    return np.asarray(against_alone(result, option, "structural_cost")[:, 0] / inhabitants(result))


def vulnerability(result: Result, option: str) -> Array:
    """Return how many jobs fewer are vulnerable than alone, in the report year. Unit: jobs."""
    people = staffing(result, option)
    return np.asarray((people.vulnerable_alone - people.vulnerable).sum(axis=1))


def reversibility(result: Result, option: str, after_years: int) -> Array:
    """Return what leaving after some years of operation costs. Unit: euros an inhabitant.

    Formula: exit fee of all years + building up again, / inhabitants; infinite for who cannot
    leave then, and 0 for who is out by then. Unknown where no year after the exit is in the
    calculation, all stop with it, as where there is one participant, or the option that is in
    force does not say what it costs; 0 for an option without cooperation.
    """
    scenario, places = result.scenario, result.scenario.municipalities
    if scenario.stays_alone(option):
        return np.zeros(len(places))
    last = year_of_operation(result, option, after_years)
    reading = result.in_force(option, last).reading
    if stops(result, option, last) and not merges(reading):
        return np.full(len(places), np.nan)
    inside = scenario.participants(reading.option)
    able = can_leave(result, option, last) if last >= first_exit(result, option, last) else ()
    said = set(able) - set(without_rebuilding(scenario, reading.option, inside))
    if last >= scenario.years[-1] or without_exit_fee(scenario, reading.option):
        said = set()
    paid = cost_of_leaving(result, option, last) if said else {}
    known = {m: paid[m] for m in said}
    unable = np.nan if len(inside) == 1 else np.inf
    cost = [known.get(m, np.nan) if m in able else unable if m in inside else 0.0 for m in places]
    return np.array(cost) / inhabitants(result)


def dissolution(result: Result, option: str, after_years: int) -> Array:
    """Return what is still paid when all stop after some years. Unit: euros an inhabitant.

    Formula: cost above staying alone in the years after the end / inhabitants; infinite where
    municipalities became one; unknown where no year after the end is in the calculation or the
    option that is in force does not say under `unwinding` what ending costs; 0 for an option
    without cooperation.
    """
    scenario, number = result.scenario, len(result.scenario.municipalities)
    if scenario.stays_alone(option):
        return np.zeros(number)
    last = year_of_operation(result, option, after_years)
    in_force = result.in_force(option, last).reading
    if merges(in_force):
        return np.full(number, np.inf)
    if last >= scenario.years[-1] or without_unwinding(scenario, in_force.option):
        return np.full(number, np.nan)
    return np.asarray(ending(result, option, (last,))[0][:, 0] / inhabitants(result))


def time_to_steady_state(result: Result, option: str) -> Array:
    """Return how long it takes until nothing of the change is left. Unit: years from the start.

    Formula: years from the start up to and with the last in which a one-off line, or a
    temporary line above its last amount, is not 0, or a gain is not yet what it becomes, in the
    option that is in force.
    """
    figures = result.options[option].evaluation
    once = line_sum(result, option, of_kind("one_off"))[..., 0]
    passing = line_sum(result, option, of_kind("temporary"))[..., 0]
    moving = (np.abs(once) > 0.5) | (np.abs(passing - passing[:, -1:]) > 0.5)
    years = np.arange(moving.shape[1])
    gain = _gain(figures, years)
    growing = (np.abs(gain - gain[:, -1:]) > 1e-9).any(axis=0)
    start = int(figures["start"].item(0))
    later = (moving | growing) & (years >= start)
    return np.array([float(years[row].max() + 1 - start) if row.any() else 0.0 for row in later])


def _gain(figures: Evaluation, years: NDArray[np.intp]) -> Array:
    """Return the part of the potential that is felt under whoever is in force, (job, year)."""
    felt = [figures.phase(y)["gain_taken"][0, :, :, 0] for y in years]
    of_year = [each[:, min(y, each.shape[1] - 1)] for y, each in zip(years, felt, strict=True)]
    return np.stack(np.broadcast_arrays(*of_year), axis=1)


def say(result: Result, option: str) -> Array:
    """Return the share of the votes less the share of the running charge. Unit: share.

    Of the option in force in the report year. Unknown where it gives no votes; 0 for an option
    without cooperation.
    """
    scenario = result.scenario
    if scenario.stays_alone(option):
        return np.zeros(len(scenario.municipalities))
    year = scenario.years.index(scenario.report_year)
    in_force = result.in_force(option, scenario.report_year)
    given = scenario.document.options[in_force.reading.option].votes
    votes = np.array([given[m].value if m in given else 0.0 for m in scenario.municipalities])
    charge = in_force["running_charge"][:, 0]
    charge = charge[:, min(year, charge.shape[1] - 1), 0]
    if votes.sum() == 0 or charge.sum() == 0:
        return np.full(votes.shape, np.nan)
    return np.asarray(votes / votes.sum() - charge / charge.sum())


OUTCOMES: dict[Computed, Callable[[Result, str], Array]] = {
    "money": money,
    "vulnerability": vulnerability,
    "time_to_steady_state": time_to_steady_state,
    "say": say,
}
"""What the model scores by, by the name that the file gives."""

OUTCOMES_OF_GETTING_OUT: dict[Computed, Callable[[Result, str, int], Array]] = {
    "reversibility": reversibility,
    "dissolution": dissolution,
}
"""What the model scores by after a number of years of operation, by name."""


def outcome(result: Result, option: str, computed: Computed, after_years: int = 3) -> Array:
    """Return what the model scores an option by, for each municipality."""
    if computed in OUTCOMES:
        return OUTCOMES[computed](result, option)
    return OUTCOMES_OF_GETTING_OUT[computed](result, option, after_years)


def anchored(outcome: Array, anchors: tuple[float, ...]) -> Array:
    """Return outcomes on the scale from -2 to 2.

    Formula: the step at an anchor, in proportion between two, and the outer step beyond them;
    by the anchors alone, whatever other options come to.
    """
    up = anchors[0] < anchors[-1]
    points, steps = (anchors, STEPS) if up else (anchors[::-1], STEPS[::-1])
    found = np.interp(np.nan_to_num(outcome, nan=0.0), points, steps)
    return np.where(np.isnan(outcome), np.nan, found)
