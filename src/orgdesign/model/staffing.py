"""People and posts by municipality: what the staffing tables show. Unit: fte."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from orgdesign.model.axes import Array
from orgdesign.model.calculation import evaluate
from orgdesign.model.evaluation import Evaluation
from orgdesign.model.inputs import EFFICIENCY
from orgdesign.model.outcomes import structural_cost, year_index
from orgdesign.model.result import Cases, Result
from orgdesign.scenario.scenario import ALONE

STAFFING = (
    "demand", "local", "brought_in", "changing_employer", "joint_demand", "open_posts",
    "surplus_staff", "gone", "client_posts", "coordination_posts", "manager_posts",
    "further_posts",
)  # fmt: skip
"""Staffing by year that tables show beside the bill."""
IN_REPORT_YEAR = ("vulnerable", "nobody_there")
"""Staffing that tables show for the report year alone."""


def compute_staffing(figures: Evaluation) -> None:
    """Have an evaluation hold all figures of staffing, not those alone that the bill reads."""
    for name in (*STAFFING, *IN_REPORT_YEAR):
        figures.value(name)


class Staffing(NamedTuple):
    """Fte by municipality and job in one year, shape (municipality, job).

    `client` has shape (municipality,); `joint_by_job` and the other joint figures are of the
    joint body as a whole, shape (job,) or a number.
    """

    before: Array
    demand: Array
    local: Array
    brought_in: Array
    changing_employer: Array
    open: Array
    surplus: Array
    gone: Array
    vulnerable: Array
    vulnerable_alone: Array
    nobody_there: Array
    client: Array
    joint_by_job: Array
    joint: float
    coordination: float
    managers: float
    further: float
    efficiency: float
    reinvested_fte: float
    reinvested_euros: float


def staffing(result: Result, option: str, year: int | None = None) -> Staffing:
    """Return the staffing of an option in a year (the report year), central case.

    The people settled are those of all years up to it; who came in and who changes employer
    did so when their task came in. A job's open posts, surplus and settled people are shown by each
    municipality's part of the people.
    """
    y = year_index(result, year)
    figures = result.options[option].evaluation.phase(y)
    alone = result.options[ALONE].evaluation
    part, counted = _at(figures, "people_part", 0), _at(figures, "jobs_of_year", y)
    gone = _at(figures, "gone", slice(0, y + 1))
    return Staffing(
        before=_at(alone, "fte", 0),
        demand=_at(figures, "demand", y),
        local=_at(figures, "local", y),
        brought_in=_at(figures, "brought_in", 0) * counted,
        changing_employer=_at(figures, "changing_employer", 0) * counted,
        open=_at(figures, "open_posts", y) * part,
        surplus=_at(figures, "surplus_staff", y) * part,
        gone=gone * part,
        vulnerable=_at(figures, "vulnerable", y),
        vulnerable_alone=_at(alone, "vulnerable", y),
        nobody_there=_at(figures, "nobody_there", y),
        client=_at(figures, "client_posts", y)[:, 0],
        joint_by_job=_whole(figures, "joint_demand", y),
        joint=_total(figures, "joint_demand", y),
        coordination=_total(figures, "coordination_posts", y),
        managers=_total(figures, "manager_posts", y),
        further=_total(figures, "further_posts", y),
        efficiency=_total(figures, "effective_efficiency", y),
        reinvested_fte=float(_reinvested(figures, y).sum()),
        reinvested_euros=reinvested_euros(figures, y),
    )


def reinvested_euros(figures: Evaluation, y: int) -> float:
    """Return what the reinvested posts cost a year in wages, without overhead. Unit: euros."""
    price = np.broadcast_to(figures["joint_price"][0, :, 0, 0], _shape(figures)[1])
    wages = np.broadcast_to(figures["wage_index"][0, 0, :, 0], _shape(figures)[2])[y]
    return float((_reinvested(figures, y) * price * wages).sum())


def _reinvested(figures: Evaluation, y: int) -> Array:
    """Return the posts by job that the reinvested share of the gain pays for. Unit: fte."""
    potential, share = figures["potential"], figures["reinvested_share"]
    planned = ~np.isnan(figures["joint_fte"])
    gain = np.where((potential > 1.0) | planned, 0.0, 1.0 - potential) * share
    pooled = figures["pooled"].sum(axis=0, keepdims=True)
    ramp = np.where(potential < 1.0, figures["gain_reached"], 0.0)
    found: Array = pooled * gain * ramp * figures["realisation"]
    return found[0, :, y, 0]


def _shape(figures: Evaluation) -> tuple[int, int, int, int]:
    scenario = figures.reading.scenario
    jobs = len(scenario.document.jobs)
    return len(scenario.municipalities), jobs, len(scenario.years), figures.reading.cases.number


def _full(figures: Evaluation, name: str) -> Array:
    value = figures[name]
    years = _shape(figures)[2]
    return np.broadcast_to(value, (*value.shape[:2], years, value.shape[3]))


def _at(figures: Evaluation, name: str, y: int | slice) -> Array:
    """Return a figure of a year by municipality and job, years of a slice added up."""
    value = _full(figures, name)
    places = _shape(figures)[0]
    taken = value[:, :, y, 0] if isinstance(y, int) else value[:, :, y, 0].sum(axis=2)
    return np.broadcast_to(taken, (places, value.shape[1])).copy()


def _whole(figures: Evaluation, name: str, y: int) -> Array:
    return _full(figures, name)[0, :, y, 0].copy()


def _total(figures: Evaluation, name: str, y: int) -> float:
    return float(_whole(figures, name, y).sum())


def break_even_efficiency(result: Result, option: str) -> Array:
    """Return the efficiency at which each municipality pays as much as alone, (municipality,).

    The joint posts are set to (1 - efficiency) x pooled work in every year and the rest of
    the model follows; where no efficiency between -100 % and 100 % does it, the answer is
    not a number. All municipalities are solved side by side in one set of cases.
    """
    from scipy.optimize.elementwise import find_root

    alone = structural_cost(result, ALONE)[:, 0]

    def excess(efficiency: Array, place: NDArray[np.intp]) -> Array:
        cases = Cases(efficiency.size, {EFFICIENCY: efficiency})
        cost = structural_cost(evaluate(result.scenario, cases, [option]), option)
        every = np.broadcast_to(cost, (alone.size, efficiency.size))
        found: Array = every[place, np.arange(efficiency.size)] - alone[place]
        return found

    ends = (np.full(alone.size, -1.0), np.full(alone.size, 1.0))
    found = find_root(excess, ends, args=(np.arange(alone.size),), tolerances={"fatol": 1e-3})
    solved = found.success & result.options[option].participates
    return np.where(solved, found.x, np.nan)
