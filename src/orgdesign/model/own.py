"""The part of the bill that every municipality bears itself."""

from __future__ import annotations

import numpy as np

from orgdesign.model.axes import (
    JOB,
    MUNICIPALITY,
    Array,
    Difference,
    Product,
    along,
    at_year,
    grown,
    half_up,
    over,
)


def system_in_scope(
    named_systems: np.ndarray | None,
    scope_by_task: Array,
    task_comes_in: Array,
    founders: Array,
    system_tasks: np.ndarray,
) -> Array:
    """Return 1 for a system that the option brings together, else 0.

    Formula: the systems that the option names; else those all of whose tasks are pooled
    wholly by every participant at the start.
    """
    partners = founders > 0
    if named_systems is not None:
        some = partners.any(axis=MUNICIPALITY, keepdims=True).astype(float)
        named: Array = named_systems[None, :, None, None] * some
        return named
    partly = ((scope_by_task * task_comes_in < 1.0) & partners).any(
        axis=MUNICIPALITY, keepdims=True
    )
    kept = np.einsum("st,mtyc->msyc", system_tasks, partly.astype(float)) > 0
    wholly: Array = (~kept & partners.any(axis=MUNICIPALITY, keepdims=True)).astype(float)
    return wholly


def own_staff_cost(
    local: Difference,
    own_price: Array,
    own_hired_share: Array,
    hired_factor: Array,
    wage_index: Array,
) -> Array:
    """Return the cost of the work that stays. Unit: euros a year.

    Formula: sum of local fte x own price x (1 + hired share x (hired factor - 1)) x wage index.
    """
    posts, hired = over(local * own_price, JOB), over(local * (own_price * own_hired_share), JOB)
    return (posts + hired * (hired_factor - 1.0)) * wage_index


def own_overhead_cost(
    local_posts: Array, client_posts: Array, own_overhead_rate: Array, price_index: Array
) -> Array:
    """Return the overhead of what stays. Unit: euros a year.

    Formula: (local + client fte) x own overhead per fte x price index.
    """
    return (local_posts + client_posts) * (own_overhead_rate * price_index)


def system_kept(system_in_scope: Array, participates: Array, system_operating: Array) -> Difference:
    """Return 1 for a local system that stays, 0 for one that goes into the joint one.

    Formula: 1 - in scope x on, for participants.
    """
    return Product(np.ones((1, 1, 1, 1))) - Product(system_in_scope, participates, system_operating)


def own_systems_cost(system_local: Array, system_kept: Difference, price_index: Array) -> Array:
    """Return the cost of the systems that stay. Unit: euros a year.

    Formula: sum of the local cost of the systems that stay x price index.
    """
    return over(system_local * system_kept, JOB) * price_index


def client_role_cost(client_posts: Array, client_price: Array, wage_index: Array) -> Array:
    """Return the cost of the client role. Unit: euros a year.

    Formula: client fte x its price x wage index.
    """
    return client_posts * client_price * wage_index


def pooled_at_start(
    scope: Array, demand: Product, participates: Array, job_start: Array
) -> Product:
    """Return the work of each job brought in in the first year in which it is. Unit: fte."""
    at_start = (at_year(factor, job_start) for factor in demand.factors)
    return Product(*at_start, scope * participates)


def stranded_part(
    stranded: Array, since_job_start: Array, job_operating: Array, people_move: Array
) -> Array:
    """Return the part of the overhead that stays behind in a year. Unit: share.

    Formula: stranded(k) while the job is brought in, for those whose people change employer.
    """
    return along(stranded, since_job_start) * job_operating * people_move


def stranded_overhead_cost(
    pooled_at_start: Product, own_overhead_rate: Array, stranded_part: Array, price_index: Array
) -> Array:
    """Return the overhead that stays behind when people leave. Unit: euros a year.

    Formula: work brought in in the first year x own overhead per fte x the part that stays
    behind x price index.
    """
    return over(pooled_at_start * stranded_part * own_overhead_rate * price_index, JOB)


def system_doubled(
    system_in_scope: Array,
    parallel_years: Array,
    system_start: Array,
    system_operating: Array,
    participates: Array,
    year: Array,
) -> Product:
    """Return 1 for a local system that is still paid beside the joint one, else 0.

    Formula: in scope, on, and less than the parallel years since the joint one began.
    """
    beside = year - system_start < half_up(parallel_years)
    return Product(system_in_scope, beside.astype(float), system_operating, participates)


def parallel_systems_cost(
    system_local: Array, system_doubled: Product, price_index: Array
) -> Array:
    """Return the cost of old systems kept beside the joint one. Unit: euros a year.

    Formula: sum of the local cost of those systems x price index.
    """
    return over(system_doubled * system_local, JOB) * price_index


def budget_in_year(budget: Array, budget_growth: Array, year: Array) -> Array:
    """Return a programme budget in a year. Unit: euros. Formula: budget x (1 + growth)^y."""
    return budget * grown(budget_growth, year)


def programme_part(ramp: Array, since_start: Array, operating: Array, participates: Array) -> Array:
    """Return the part of the programme effect felt in a year, as less cost. Unit: share.

    Formula: - ramp(k) while on, for participants.
    """
    return 0.0 - along(ramp, since_start) * operating * participates


def programme_cost(budget_in_year: Array, programme_effect: Array, programme_part: Array) -> Array:
    """Return the effect on programme budgets, - is less cost. Unit: euros a year.

    Formula: sum of budget in the year x programme effect x the part felt.
    """
    return over(budget_in_year * programme_effect, JOB) * programme_part


FORMULAS = (
    system_in_scope, system_kept, system_doubled, own_staff_cost, own_overhead_cost,
    own_systems_cost, client_role_cost, pooled_at_start, stranded_part, stranded_overhead_cost,
    parallel_systems_cost, budget_in_year, programme_part, programme_cost,
)  # fmt: skip
"""The formulas of this page, in its order."""
