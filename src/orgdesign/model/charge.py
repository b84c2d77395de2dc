"""From cost to charge: what each municipality pays on every line, and the tax on it."""

from __future__ import annotations

import numpy as np

from orgdesign.model.axes import JOB, Array, Product, over, part_of, plus


def pool_total(cost: Array, shared: Array) -> Array:
    """Return what a joint line costs all participants together. Unit: euros a year.

    Formula: computed cost + amounts on the line's pool.
    """
    return plus(cost, shared)


def running_total(cost: Array, shared: Array, overrun: Array) -> Array:
    """Return what a running line costs all participants together. Unit: euros a year.

    Formula: (computed cost + amounts on the line's pool) x (1 + overrun).
    """
    whole = plus(cost, shared)
    return plus(whole, whole * overrun)


def joint_line(shares: Array, total: Array, municipal: Array) -> Array:
    """Return what each municipality bears of a joint line. Unit: euros a year.

    Formula: share of the key x the line's total + its own amounts.
    """
    return plus(shares * total, municipal)


def running_line(shares: Array, total: Array, settlement: Array, municipal: Array) -> Array:
    """Return what each municipality bears of a running line. Unit: euros a year.

    Formula: share of the key x the line's total + what is settled of years before + its own
    amounts.
    """
    return plus(plus(shares * total, settlement), municipal)


def surplus_line(shares: Array, total: Array, municipal: Array, own: Array) -> Array:
    """Return what each municipality bears of surplus staff. Unit: euros a year.

    Formula: share of the key x the line's total + its own amounts + its own surplus staff.
    """
    return plus(plus(shares * total, municipal), own)


def own_line(cost: Array, municipal: Array, shares: Array, shared: Array) -> Array:
    """Return what each municipality bears of a line of its own. Unit: euros a year.

    Formula: computed cost + its own amounts + share of the pool's key x amounts of all.
    """
    return plus(plus(cost, municipal), part_of(shares, shared))


def stated_line(municipal: Array, shares: Array, shared: Array) -> Array:
    """Return what each municipality bears of a line that is only stated. Unit: euros a year.

    Formula: its own amounts + share of the pool's key x amounts of all.
    """
    return plus(municipal, part_of(shares, shared))


def vat_factor(vat_rate: Array, vat_recoverable: Array, is_host: Array) -> Array:
    """Return the tax on each euro charged that is not recovered. Unit: share.

    Formula: rate x (1 - recoverable); none for a host.
    """
    return vat_rate * (1.0 - vat_recoverable) * (1.0 - is_host)


def own_people_pay(pooled: Product, own_price: Array, wage_index: Array) -> Array:
    """Return what a municipality's own pooled people earn. Unit: euros a year.

    Formula: sum of pooled fte x own price x wage index.
    """
    return over(pooled * own_price, JOB) * wage_index


def own_people_cost(
    own_people_pay: Array, pooled_posts: Array, own_overhead_rate: Array, price_index: Array
) -> Array:
    """Return what a municipality's own pooled people cost it. Unit: euros a year.

    Formula: their pay + pooled fte x own overhead x price index.
    """
    return own_people_pay + pooled_posts * (own_overhead_rate * price_index)


def vat_base(running_charge: Array, own_people_cost: Array, employer: str) -> Array:
    """Return the running charge that tax is due on. Unit: euros a year.

    Formula: its charge of the running pool; with employer home only the part, never below 0,
    above the cost of its own pooled people.
    """
    if employer != "home":
        return running_charge
    return np.maximum(0.0, running_charge - own_people_cost)


def vat_cost(vat_factor: Array, vat_base: Array) -> Array:
    """Return the tax on the running charge that is not recovered. Unit: euros a year.

    Formula: rate x (1 - recoverable) x charge.
    """
    return vat_factor * vat_base


def vat_one_off_base(
    surplus: Array, own_surplus_cost: Array, process: Array, startup: Array, social_plan: Array
) -> Array:
    """Return the one-off charge that tax is due on. Unit: euros a year.

    Formula: its charge of the one-off pool, without the surplus staff that it keeps itself.
    """
    return surplus - own_surplus_cost + process + startup + social_plan


def vat_one_off_cost(vat_factor: Array, vat_one_off_base: Array) -> Array:
    """Return the tax on the one-off charge that is not recovered. Unit: euros a year.

    Formula: rate x (1 - recoverable) x charge.
    """
    return vat_factor * vat_one_off_base


def history_cost(
    base_pooled: Array,
    own_cost_per_fte: Array,
    own_overhead_rate: Array,
    system_local: Array,
    system_in_scope: Array,
    participates: Array,
    jobs_of_year: Array,
    systems_of_year: Array,
) -> Array:
    """Return the base-year cost of what is pooled: the key `history`. Unit: euros.

    Formula: scope x fte x (own price with hired staff + own overhead) + local cost of the
    systems in scope, of what counts in the year.
    """
    each = Product(base_pooled * (own_cost_per_fte + own_overhead_rate), jobs_of_year)
    systems = Product(system_local * system_in_scope, systems_of_year)
    return over(each, JOB) + over(systems, JOB) * participates


def demand_cost(
    scope: Array, demand: Product, own_price: Array, participates: Array, jobs_of_year: Array
) -> Array:
    """Return the work to be pooled at own prices: the key `demand`. Unit: euros a year.

    Formula: sum of scope x demand in the year x own price, of the jobs that count in the year,
    in operation or not.
    """
    return over(demand * (scope * own_price) * jobs_of_year, JOB) * participates


def staff_weight(base_pooled: Array, jobs_of_year: Array) -> Array:
    """Return the base-year pooled posts: the key `staff`. Unit: fte.

    Formula: sum over the jobs that count in the year.
    """
    return over(Product(base_pooled, jobs_of_year), JOB)


FORMULAS = (
    vat_factor, own_people_pay, own_people_cost, vat_base, vat_cost, vat_one_off_base,
    vat_one_off_cost, history_cost, demand_cost, staff_weight,
)  # fmt: skip
"""The formulas of this page, in its order."""
