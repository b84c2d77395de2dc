"""The part of the bill that the participants share: the running and the one-off pool."""

from __future__ import annotations

import numpy as np

from orgdesign.model.axes import (
    JOB,
    MUNICIPALITY,
    YEAR,
    Array,
    Product,
    excess,
    half_up,
    over,
    ratio,
)


def formation_cost(
    joint_demand: Array,
    hired_posts: Array,
    hired_factor: Array,
    joint_price: Array,
    coordination_posts: Array,
    coordination_price: Array,
    manager_posts: Array,
    manager_price: Array,
    further_posts: Array,
    further_price: Array,
    wage_index: Array,
) -> Array:
    """Return the cost of the joint posts. Unit: euros a year.

    Formula: (joint posts, hired ones at the factor, + coordination + managers + further
    posts), each at its price, x wage index.
    """
    posts, hired = (over(Product(each, joint_price), JOB) for each in (joint_demand, hired_posts))
    posts = posts + hired * (hired_factor - 1.0)
    staff = coordination_posts * coordination_price + manager_posts * manager_price
    return (posts + staff + over(further_posts * further_price, JOB)) * wage_index


def overhead_cost(
    joint_posts: Array,
    pooled_posts: Array,
    other_posts: Array,
    overhead_left: Array,
    joint_overhead_rate: Array,
    own_overhead_rate: Array,
    participates: Array,
    price_index: Array,
    employer: str,
) -> Array:
    """Return the overhead of the joint posts. Unit: euros a year.

    Formula: (N + other posts + posts whose overhead an exit leaves) x overhead per fte x price
    index; with employer home the own overhead on all pooled work, and its mean weighted by that
    work on the other posts.
    """
    if employer != "home":
        return (joint_posts + other_posts + overhead_left) * joint_overhead_rate * price_index
    own = over(pooled_posts * own_overhead_rate, MUNICIPALITY)
    plain = ratio(
        over(own_overhead_rate * participates, MUNICIPALITY), over(participates, MUNICIPALITY), 0.0
    )
    return (own + ratio(own, over(pooled_posts, MUNICIPALITY), plain) * other_posts) * price_index


def systems_cost(
    joint_fixed: Array,
    joint_per_participant: Array,
    system_in_scope: Array,
    partners: Array,
    system_operating: Array,
    price_index: Array,
) -> Array:
    """Return the cost of the joint systems. Unit: euros a year.

    Formula: sum over the systems in scope of (fixed + per participant x |P|) x price index.
    """
    each = (joint_fixed + joint_per_participant * partners) * system_in_scope
    return over(each * system_operating, JOB) * price_index


def governance_cost(
    governance_fixed: Array,
    governance_per_participant: Array,
    partners: Array,
    operating: Array,
    price_index: Array,
) -> Array:
    """Return the cost of board, control and accountability. Unit: euros a year.

    Formula: (fixed + per participant x |P|) x price index.
    """
    fixed = governance_fixed + governance_per_participant * partners
    return fixed * operating * price_index


def salary_guarantee(
    remaining: Array, people_part: Array, own_price: Array, joint_price: Array, employer: str
) -> Array:
    """Return the pay above the joint scale of those who came in. Unit: euros a year.

    Formula: part of R x max(0, old price - joint price); none with employer home.
    """
    if employer == "home":
        return np.zeros((1, 1, 1, 1))
    return over(Product(remaining, people_part * excess(own_price, joint_price)), JOB)


def surplus_cost(
    surplus_staff: Product,
    joint_price: Array,
    joint_overhead_rate: Array,
    salary_guarantee: Array,
    wage_index: Array,
    price_index: Array,
    employer: str,
) -> Array:
    """Return the cost of surplus staff and of the salary guarantee. Unit: euros a year.

    Formula: U x (joint price x wage index + joint overhead x price index) + salary guarantee
    x wage index; with employer home nothing is shared.
    """
    if employer == "home":
        return np.zeros((1, 1, 1, 1))
    pay = over(surplus_staff * joint_price, JOB) + over(salary_guarantee, MUNICIPALITY)
    return pay * wage_index + over(surplus_staff, JOB) * joint_overhead_rate * price_index


def own_surplus_cost(
    surplus_staff: Product, people_part: Array, own_price: Array, wage_index: Array, employer: str
) -> Array:
    """Return the surplus staff that a municipality keeps itself. Unit: euros a year.

    Formula: with employer home its own part of U x own price x wage index, else 0.
    """
    if employer != "home":
        return np.zeros((1, 1, 1, 1))
    return over(surplus_staff * (people_part * own_price), JOB) * wage_index


def process_cost(
    process_fixed: Array,
    process_per_participant: Array,
    process_profile: Array,
    process_lead: Array,
    founding_partners: Array,
    start: Array,
    year: Array,
) -> Array:
    """Return the cost of the process towards the start. Unit: euros a year.

    Formula: (fixed + per participant x |P|) spread by the profile from the lead before the
    start; what falls before the first year falls in it. No index.
    """
    partners = founding_partners
    total: Array = (process_fixed + process_per_participant * partners) * (partners > 0)
    first = start - half_up(process_lead)
    spread: Array = np.zeros((1, 1, 1, 1))
    for position in range(process_profile.shape[YEAR]):
        falls = np.maximum(first + position, 0.0)
        spread = spread + process_profile[:, :, position : position + 1] * (year == falls)
    yearly: Array = total * spread
    return yearly


def startup_cost(
    migration_per_participant: Array,
    system_in_scope: Array,
    partners: Array,
    system_start: Array,
    system_end: Array,
    year: Array,
) -> Array:
    """Return the cost of moving to the joint systems. Unit: euros, in the first year of each.

    Formula: sum over the systems in scope of migration per participant x |P|, who take part then.
    """
    begins = (year == system_start) & (system_start <= system_end)
    moving = Product(migration_per_participant * system_in_scope, begins.astype(float))
    return over(moving, JOB) * partners


def social_plan_cost(
    gone: Product,
    social_plan_per_fte: Array,
    changing_employer: Array,
    training_per_fte: Array,
    job_start: Array,
    year: Array,
) -> Array:
    """Return the cost of settling surplus staff and of training. Unit: euros a year.

    Formula: gone x social plan per fte; training per fte x people changing employer in the year
    in which their task comes in.
    """
    moving = Product(changing_employer, np.equal(year, job_start).astype(float))
    trained = over(moving, MUNICIPALITY, JOB) * training_per_fte
    return over(gone, JOB) * social_plan_per_fte + trained


FORMULAS = (
    formation_cost, overhead_cost, systems_cost, governance_cost, salary_guarantee, surplus_cost,
    own_surplus_cost, process_cost, startup_cost, social_plan_cost,
)  # fmt: skip
"""The formulas of this page, in its order."""
