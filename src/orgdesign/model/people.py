"""People: who comes in, who stays, who is surplus, and what hangs on one person."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from orgdesign.model.axes import (
    JOB,
    MUNICIPALITY,
    YEAR,
    Array,
    Difference,
    Product,
    at_year,
    excess,
    over,
    ratio,
)
from orgdesign.model.guarantee import settles


def brought_in(
    scope: Array, fte: Array, vacant: Array, hired: Array, participates: Array, job_comes_in: Array
) -> Array:
    """Return the people brought in. Unit: fte.

    Formula: F = scope x max(0, fte - vacant - hired), of the tasks that ever come in.
    """
    return scope * participates * job_comes_in * np.maximum(0.0, fte - vacant - hired)


def is_host(host: Array, founders: Array, inhabitants: Array, place_by_code: np.ndarray) -> Array:
    """Return 1 for the host, else 0.

    Formula: the host that the option names; for a group without it, the member with most
    inhabitants, among equals the first by code.
    """
    absent = over(host * founders, MUNICIPALITY) == 0
    if not host.any() or not absent.any():
        return host
    code = np.broadcast_to(place_by_code[:, None, None, None], inhabitants.shape)
    order = np.lexsort((code, -inhabitants), axis=MUNICIPALITY)
    rank = np.argsort(order, axis=MUNICIPALITY, kind="stable")
    first = np.where(founders > 0, rank, len(rank))
    largest = (first == first.min(axis=MUNICIPALITY, keepdims=True)) & (founders > 0)
    return np.where(absent, largest.astype(float), host)


def people_move(participates: Array, is_host: Array, employer: str) -> Array:
    """Return 1 for the municipalities whose people change employer, else 0.

    Formula: everyone where the employer is joint, all but the host's where it is a host,
    nobody where it is home.
    """
    return participates * (0.0 if employer == "home" else 1.0 - is_host)


def remaining(
    brought_in: Array,
    joint_demand: Array,
    job_operating: Array,
    since_job_start: Array,
    guarantee_clock: Array,
    attrition: Array,
    guarantee_years: Array,
    employer: str,
    exit_people: str,
) -> Array:
    """Return the people who came in and are still there. Unit: fte.

    Formula: R = sum F when the task comes in, then (R - gone) x (1 - attrition). Where a
    leaver's people return with it, R falls by their part of F.
    """
    came = over(brought_in, MUNICIPALITY)
    every = (came, joint_demand, attrition, guarantee_clock, guarantee_years)
    there = np.empty(np.broadcast_shapes(*(each.shape for each in every)))
    settled = settles(guarantee_clock, guarantee_years, employer)
    staying = 1.0 - attrition[:, :, 0]
    now = np.zeros((1, 1, 1))
    for y in range(there.shape[YEAR]):
        came_now = came[:, :, min(y, came.shape[YEAR] - 1)]
        if 0 < y < came.shape[YEAR] and exit_people == "return":
            now = now * ratio(came_now, came[:, :, y - 1], 1.0)
        now = _where(since_job_start[:, :, y] == 0, came_now, now)
        np.multiply(now, job_operating[:, :, y], out=there[:, :, y])
        if settled[:, :, y].any():
            now = _where(settled[:, :, y], np.minimum(now, joint_demand[:, :, y]), now)
        now = now * staying
    return there


def _where(true: NDArray[np.bool_], then: Array, otherwise: Array) -> Array:
    """Return one of two figures; where it is the same one everywhere nothing is copied."""
    if true.all():
        return then
    return np.where(true, then, otherwise) if true.any() else otherwise


def people_above(remaining: Array, joint_demand: Array) -> Array:
    """Return the people above the joint posts. Unit: fte. Formula: max(0, R - N)."""
    return excess(remaining, joint_demand)


def gone(
    people_above: Array, guarantee_clock: Array, guarantee_years: Array, employer: str
) -> Product:
    """Return the people settled by the social plan in a year. Unit: fte.

    Formula: max(0, R - N) from the end of the guarantee. With employer home nobody is settled.
    """
    settled = settles(guarantee_clock, guarantee_years, employer)
    return Product(people_above, settled.astype(float))


def open_posts(joint_demand: Array, remaining: Array) -> Array:
    """Return the joint posts that nobody who came in fills. Unit: fte. Formula: max(0, N - R)."""
    return excess(joint_demand, remaining)


def surplus_staff(
    people_above: Array, guarantee_clock: Array, guarantee_years: Array, employer: str
) -> Product:
    """Return the people above the joint posts under the guarantee. Unit: fte.

    Formula: U = max(0, R - N) while k < guarantee years; with employer home without end.
    """
    guaranteed = ~settles(guarantee_clock, guarantee_years, employer)
    return Product(people_above, guaranteed.astype(float))


def hired_share(
    option_hired_share: Array, scope: Array, hired: Array, base_pooled: Array, participates: Array
) -> Array:
    """Return the share of hired staff in the joint posts of a job. Unit: share.

    Formula: sum of scope x hired / sum of scope x fte, or the option's own share.
    """
    found = ratio(
        over(scope * participates * hired, MUNICIPALITY), over(base_pooled, MUNICIPALITY), 0.0
    )
    return np.where(np.isnan(option_hired_share), found, option_hired_share)


def hired_posts(hired_share: Array, joint_demand: Array, open_posts: Array) -> Array:
    """Return the joint posts that hired staff fill. Unit: fte.

    Formula: min(hired share x N, open posts): hire ends before anyone is surplus.
    """
    return np.minimum(hired_share * joint_demand, open_posts)


def people_part(brought_in: Array, base_pooled: Array, job_start: Array, exit_people: str) -> Array:
    """Return a municipality's part of the people of a job. Unit: share.

    Formula: F / sum F; by pooled fte where nobody came in. Where the people of a leaver stay
    behind, F when the task came in: they remain the ones who came from there.
    """
    if exit_people == "stay":
        brought_in, base_pooled = at_year(brought_in, job_start), at_year(base_pooled, job_start)
    by_posts = ratio(base_pooled, over(base_pooled, MUNICIPALITY), 0.0)
    return ratio(brought_in, over(brought_in, MUNICIPALITY), by_posts)


def changing_employer(brought_in: Array, people_move: Array) -> Array:
    """Return the people who change employer. Unit: fte."""
    return brought_in * people_move


def effective_efficiency(joint_demand: Array, pooled: Product) -> Array:
    """Return the part of the pooled work that is saved. Unit: share. Formula: 1 - N / sum B."""
    return 1.0 - ratio(over(joint_demand, JOB), over(pooled, MUNICIPALITY, JOB), 1.0)


def filled_together(
    local: Difference,
    fte: Array,
    vacant: Array,
    joint_demand: Array,
    open_posts: Array,
    hired_posts: Array,
    pooled: Product,
) -> Array:
    """Return the filled fte that a municipality's work in a job rests on. Unit: fte.

    Formula: its local filled fte, and where it brings work in, all filled joint posts.
    """
    joint = joint_demand - open_posts + hired_posts
    own = np.asarray(local) * ratio(fte - vacant, fte, 0.0)
    return own + joint * (np.asarray(pooled) > 0)


def vulnerable(demand: Product, filled_together: Array) -> Array:
    """Return 1 for a job with work that fewer than 1.5 filled fte do, else 0."""
    return ((np.asarray(demand) > 0) & (filled_together < 1.5)).astype(float)


def nobody_there(
    demand: Product, filled_together: Array, absence: Array, part_time_factor: Array
) -> Array:
    """Return the chance that nobody is there for a job. Unit: share.

    Formula: absence ^ max(1, fte / part-time factor).
    """
    people = np.maximum(1.0, ratio(filled_together, part_time_factor, filled_together))
    return np.where(np.asarray(demand) > 0, absence**people, 0.0)


FORMULAS = (
    brought_in, is_host, people_move, remaining, people_above, gone, open_posts, surplus_staff,
    hired_share, hired_posts, people_part, changing_employer, effective_efficiency,
    filled_together, vulnerable, nobody_there,
)  # fmt: skip
"""The formulas of this page, in its order."""
