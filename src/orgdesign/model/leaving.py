"""Leaving: what a municipality that steps out pays, and what it leaves with the others."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from orgdesign.model.axes import (
    JOB,
    MUNICIPALITY,
    YEAR,
    Array,
    Product,
    at_year,
    half_up,
    over,
    ratio,
)

NOBODY = np.zeros((1, 1, 1, 1))
"""What leaving costs where nobody leaves."""


def guarantee_clock(since_job_start: Array, participates: Array, exit_people: str) -> Array:
    """Return the years that count for the guarantee of surplus staff. Unit: years.

    Formula: years since the task came in; from an exit whose people stay, the years since
    that exit.
    """
    if participates.shape[YEAR] == 1 or exit_people != "stay":
        return since_job_start
    left = _fewer(over(participates, MUNICIPALITY))
    shape = np.broadcast_shapes(since_job_start.shape, left.shape)
    clock = np.broadcast_to(since_job_start, shape).copy()
    for y in range(1, clock.shape[YEAR]):
        began = clock[:, :, y - 1] >= 0
        anew = np.where(left[:, :, y], 0.0, clock[:, :, y - 1] + 1.0)
        clock[:, :, y] = np.where(began, anew, clock[:, :, y])
    return clock


def overhead_left(
    joint_demand: Array,
    job_operating: Array,
    span_of_control: Array,
    coordination_posts: Array,
    operating: Array,
    surplus_staff: Product,
    participates: Array,
    stranded: Array,
    employer: str,
    exit_people: str,
) -> Array:
    """Return the posts that went with a leaver and whose joint overhead stays. Unit: fte.

    Formula: posts fewer in the first year after an exit, of each job with its managers as long as
    its task is in, and of coordination, x stranded(years since the exit); where the leaver's people
    stay, less the surplus staff, whose overhead is on their own line. None with employer home.
    """
    if participates.shape[YEAR] == 1 or employer == "home":
        return NOBODY
    managed = joint_demand * (1.0 + ratio(np.ones((1, 1, 1, 1)), span_of_control, 0.0))
    jobs, others = _went(managed, job_operating), _went(coordination_posts, operating)
    left = _fewer(over(participates, MUNICIPALITY))
    every = (over(jobs, JOB), others, left, stranded[:, :, :1])
    kept = np.zeros(np.broadcast_shapes(*(each.shape for each in every)))
    profile = stranded.shape[YEAR]
    for exit in range(1, kept.shape[YEAR]):
        at = slice(exit, exit + 1)
        for y in range(exit, kept.shape[YEAR]):
            in_year, since = slice(y, y + 1), min(y - exit, profile - 1)
            still = over(jobs[:, :, at] * job_operating[:, :, in_year], JOB)
            still = still + others[:, :, at] * operating[:, :, in_year]
            part = left[:, :, at] * stranded[:, :, since : since + 1]
            kept[:, :, in_year] += np.maximum(0.0, still) * part
    if exit_people == "stay":
        kept = np.maximum(0.0, kept - over(surplus_staff, JOB))
    return kept


def running_charge(formation: Array, overhead: Array, systems: Array, governance: Array) -> Array:
    """Return what a municipality is charged for the running pool. Unit: euros a year."""
    return formation + overhead + systems + governance


def steps_out(founders: Array, last_year_in: Array, end: Array, first_year: Array) -> Array:
    """Return 1 for a participant whose last year in is one of this option, else 0.

    What its exit costs follows the option in force then, not one before it or after it.
    """
    last = last_year_in - first_year
    return founders * (np.isfinite(last) & (last <= end))


def compensation(
    running_charge: Array,
    steps_out: Array,
    last_year_in: Array,
    exit_years: Array,
    exit_start_share: Array,
    partners: Array,
    year: Array,
    first_year: Array,
) -> Array:
    """Return what a leaver pays the others. Unit: euros a year.

    Formula: last running charge x start share x (1 - k / exit years), k the years since the exit;
    of who steps out of this option, as long as anyone is left to be paid.
    """
    if np.isinf(last_year_in).all():
        return NOBODY
    last = last_year_in - first_year
    paid_over = half_up(exit_years)
    since = np.clip(year - last - 1.0, -1.0, paid_over)
    part = np.where(
        (since >= 0) & (since < paid_over),
        exit_start_share * (1.0 - since / np.maximum(paid_over, 1.0)),
        0.0,
    )
    return part * _in_year(running_charge, last) * steps_out * (partners > 0)


def compensation_received(compensation: Array, shares: Array) -> Array:
    """Return what a municipality gets of the compensation of leavers. Unit: euros a year.

    Formula: compensation of all leavers x share of the running key.
    """
    return over(compensation, MUNICIPALITY) * shares


def rebuilding(
    exit_rebuilding: Array, steps_out: Array, last_year_in: Array, year: Array, first_year: Array
) -> Array:
    """Return what a leaver pays once to build up its own organisation again. Unit: euros.

    Formula: the amount given, in the first year on its own, of who steps out of this option.
    """
    if np.isinf(last_year_in).all():
        return NOBODY
    first_alone: Array = np.equal(year + first_year, last_year_in + 1.0)
    return exit_rebuilding * steps_out * first_alone


def leaving_cost(compensation: Array, compensation_received: Array, rebuilding: Array) -> Array:
    """Return what exits cost a municipality. Unit: euros a year.

    Formula: compensation paid - compensation received + rebuilding.
    """
    return compensation - compensation_received + rebuilding


def _went(posts: Array, on: Array) -> Array:
    """Return the posts fewer than the year before, where they were there and are. Unit: fte."""
    return (_year_before(posts) - posts) * _year_before(on) * on


def _year_before(figure: Array) -> Array:
    return np.concatenate([figure[:, :, :1], figure[:, :, :-1]], axis=YEAR)


def _fewer(partners: Array) -> NDArray[np.bool_]:
    """Return where there are fewer participants than the year before."""
    fewer: NDArray[np.bool_] = np.less(partners, _year_before(partners))
    return fewer


def _in_year(figure: Array, year: Array) -> Array:
    """Return a figure in one year for each municipality and case; 0 outside the years."""
    inside = (year >= 0) & (year < figure.shape[YEAR])
    return np.where(inside, at_year(figure, year), 0.0)


FORMULAS = (
    guarantee_clock, overhead_left, running_charge, steps_out, compensation,
    compensation_received, rebuilding, leaving_cost,
)  # fmt: skip
"""The formulas of this page, in its order."""
