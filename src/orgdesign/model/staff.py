"""Staff: how much work there is, who does it where, and the posts that it takes."""

from __future__ import annotations

import numpy as np

from orgdesign.model.axes import (
    JOB,
    MUNICIPALITY,
    Array,
    Difference,
    Product,
    along,
    grown,
    half_up,
    over,
    ratio,
)


def start(from_year: Array, first_year: Array) -> Array:
    """Return the first year of operation, counted from the first year. Unit: years."""
    return half_up(from_year) - first_year


def end(until_year: Array, then_year: Array, first_year: Array) -> Array:
    """Return the last year of operation, counted from the first year. Unit: years.

    Formula: the last year given, or the year before another option takes over.
    """
    return np.minimum(half_up(until_year), half_up(then_year) - 1.0) - first_year


def delay(from_year: Array, own_from_year: Array) -> Array:
    """Return how much later than its own first year an option starts. Unit: years.

    0 unless it takes over from another option.
    """
    return half_up(from_year) - half_up(own_from_year)


def participates(members: Array, last_year_in: Array, year: Array, first_year: Array) -> Array:
    """Return 1 in the years in which a municipality takes part, else 0.

    Formula: 1 for a participant, until the end of the last year in which it takes part.
    """
    if np.isinf(last_year_in).all():
        return members * (last_year_in > 0)
    return members * (year + first_year <= last_year_in)


def founders(members: Array, last_year_in: Array, start: Array, first_year: Array) -> Array:
    """Return 1 for the municipalities that take part from the start, else 0."""
    return members * (start + first_year <= last_year_in)


def operating(year: Array, start: Array, end: Array, partners: Array) -> Array:
    """Return 1 in the years in which the option operates, else 0.

    Formula: on(y) = 1 for start <= y <= end.
    """
    return ((year >= start) & (year <= end) & (partners > 0)).astype(float)


def ended(year: Array, end: Array) -> Array:
    """Return 1 in the years after the last year of operation, else 0."""
    return np.greater(year, end).astype(float)


def since_start(year: Array, start: Array) -> Array:
    """Return the years since the start, negative before it. Unit: years. Formula: k = y - s."""
    return year - start


def partners(participates: Array) -> Array:
    """Return the number of participants. Formula: |P|."""
    return over(participates, MUNICIPALITY)


def founding_partners(founders: Array) -> Array:
    """Return the number of participants at the start. Formula: |P|."""
    return over(founders, MUNICIPALITY)


def measure_reach(measure_own: np.ndarray, participates: Array) -> Array:
    """Return 1 for the municipalities that a measure reaches.

    Formula: 1 for all; that of an option reaches its participants.
    """
    return 1.0 - measure_own[None, :, None, None] * (1.0 - participates)


def measure_lasts(
    measure_own: np.ndarray, ended: Array, since_start: Array, takes_over: bool
) -> Array:
    """Return 1 in the years in which a measure can act.

    Formula: 1 in all; that of an option until the option ends, and where it takes over from
    another one from then on.
    """
    idle: Array = np.maximum(ended, since_start < 0) if takes_over else ended
    return 1.0 - measure_own[None, :, None, None] * idle


def measure_delay(measure_own: np.ndarray, delay: Array) -> Array:
    """Return how much later a measure starts. Unit: years.

    Formula: as much later as its option does; 0 for a measure of all options.
    """
    return measure_own[None, :, None, None] * delay


def measures_left(
    measure_saving: Array,
    measure_ramp: Array,
    measure_from: Array,
    measure_jobs: Array,
    measure_reach: Array,
    measure_lasts: Array,
    measure_delay: Array,
    year: Array,
    first_year: Array,
) -> Array:
    """Return the part of the demand that the no-regret measures leave. Unit: share.

    Formula: product over the measures of a job's task of 1 - saving x ramp, the ramp counted
    from the measure's own start. A measure of an option reaches its participants only, and
    stops when the option ends.
    """
    left = np.ones((1, 1, 1, 1))
    for position in range(measure_saving.shape[JOB]):
        this = slice(position, position + 1)
        began = half_up(measure_from[:, this]) - first_year + measure_delay[:, this]
        ramp = along(measure_ramp[:, this], year - began)
        lasts = measure_lasts[:, this]
        effect = measure_saving[:, this] * ramp * measure_reach[:, this] * lasts
        left = left * (1.0 - measure_jobs[this, :, None, None] * effect)
    return left


def demand(fte: Array, volume_growth: Array, year: Array, measures_left: Array) -> Product:
    """Return the work there is to do, wherever it is done. Unit: fte.

    Formula: D = fte x (1 + volume growth)^y x what the measures leave.
    """
    return Product(fte, grown(volume_growth, year), measures_left)


def pooled(scope: Array, demand: Product, job_operating: Array, participates: Array) -> Product:
    """Return the work that is brought in. Unit: fte. Formula: B = scope x D x on."""
    return demand * (scope * participates) * job_operating


def local(demand: Product, pooled: Product) -> Difference:
    """Return the work that stays with the municipality. Unit: fte. Formula: L = D - B."""
    return demand - pooled


def local_posts(local: Difference) -> Array:
    """Return the work that stays, all jobs together. Unit: fte."""
    return over(local, JOB)


def pooled_posts(pooled: Product) -> Array:
    """Return the work that is brought in, all jobs together. Unit: fte."""
    return over(pooled, JOB)


def base_pooled(scope: Array, fte: Array, participates: Array, job_comes_in: Array) -> Array:
    """Return the base-year posts that are brought in. Unit: fte.

    Formula: b = scope x fte, of the tasks that ever come in.
    """
    return scope * participates * job_comes_in * fte


def base_pooled_by_task(base_pooled: Array, task_jobs: Array) -> Array:
    """Return the base-year posts brought in by task. Unit: fte. Formula: sum over its jobs."""
    by_task: Array = np.einsum("tj,mjyc->mtyc", task_jobs, base_pooled)
    return by_task


def task_potential(base_pooled_by_task: Array, overlap: Array, scale_elasticity: Array) -> Array:
    """Return what remains of the work of a task when it is done together. Unit: share.

    Formula: (own / b) x phi, with own = (1 - overlap) x b + overlap x max b_m for duplicate
    work and phi = (sum b_m^(1/a))^a / b for scale, since fte = c x volume^a for each alone
    and for all together; 1 where fewer than two participants bring work in.
    """
    each = base_pooled_by_task
    together = over(each, MUNICIPALITY)
    largest = each.max(axis=MUNICIPALITY, keepdims=True)
    duplicate = ratio((1.0 - overlap) * together + overlap * largest, together, 1.0)
    with np.errstate(divide="ignore"):  # nothing has a logarithm of minus infinity, and a power 0
        size = np.log(ratio(each, largest, 0.0))
    # Beside the largest, as its own power by a small elasticity is beyond any number.
    volume = over(np.exp(size / scale_elasticity), MUNICIPALITY)
    scale = ratio(largest * volume**scale_elasticity, together, 1.0)
    several = (each > 0).sum(axis=MUNICIPALITY, keepdims=True) > 1
    return np.where(several, duplicate * scale, 1.0)


def potential(
    task_potential: Array,
    task_of_job: np.ndarray,
    joint_fte: Array,
    scope: Array,
    fte: Array,
    members: Array,
) -> Array:
    """Return what remains of the work of a job when it is done together. Unit: share.

    Formula: that of its task, or joint_fte / base-year pooled fte of all partners where a
    formation plan gives the joint posts; a subgroup keeps that ratio.
    """
    planned = ratio(joint_fte, over(scope * members * fte, MUNICIPALITY), 1.0)
    return np.where(np.isnan(joint_fte), task_potential[:, task_of_job], planned)


def gain_reached(ramp: Array, since_job_start: Array, planned_share: Array) -> Array:
    """Return the part of the gain that can be there in a year. Unit: share.

    Formula: ramp by the years since the task came in; of a task with a work plan the share of that
    plan finished by the end of the year.
    """
    reached = along(ramp, since_job_start)
    if np.isnan(planned_share).all():
        return reached
    return np.where(np.isnan(planned_share), reached, planned_share)


def gain_taken(
    potential: Array,
    joint_fte: Array,
    realisation: Array,
    reinvested_share: Array,
    gain_reached: Array,
) -> Product | Difference:
    """Return the part of the potential that is felt in a year. Unit: share.

    Formula: realisation x (1 - reinvested share) x part reached; the part reached alone under a
    formation plan; 1 where the potential is above 1: what is lost is felt in full at once.
    """
    planned = np.where(np.isnan(joint_fte), realisation * (1.0 - reinvested_share), 1.0)
    lost = potential > 1.0
    if not lost.any():
        return Product(planned, gain_reached)
    return Product(np.where(lost, 0.0, planned), gain_reached) - Product(-lost.astype(float))


def joint_demand(
    pooled: Product, gain_taken: Product | Difference, potential: Array, set_efficiency: Array
) -> Array:
    """Return the joint posts of a job. Unit: fte.

    Formula: N = sum B x (1 - taken x (1 - potential)); where an efficiency is set to find the
    one at which a municipality breaks even, N = sum B x (1 - efficiency).
    """
    saved = np.asarray(gain_taken * (1.0 - potential))
    if not np.isnan(set_efficiency).all():
        saved = np.where(np.isnan(set_efficiency), saved, set_efficiency)
    return over(pooled, MUNICIPALITY) * np.subtract(1.0, saved, out=saved)


def joint_posts(joint_demand: Array) -> Array:
    """Return the joint posts, all jobs together. Unit: fte. Formula: sum of N."""
    return over(joint_demand, JOB)


FORMULAS = (
    start, end, delay, participates, founders, operating, ended, since_start, partners,
    founding_partners, measure_reach, measure_lasts, measure_delay, measures_left, demand, pooled,
    local, local_posts, pooled_posts, base_pooled, base_pooled_by_task, task_potential, potential,
    gain_reached, gain_taken, joint_demand, joint_posts,
)  # fmt: skip
"""The formulas of this page, in its order."""
