"""Prices: what a post costs a year, and how wages and other prices grow."""

from __future__ import annotations

import numpy as np

from orgdesign.model.axes import MUNICIPALITY, Array, grown, over, ratio


def wage_index(wage_growth: Array, year: Array) -> Array:
    """Return real wage growth since the first year. Unit: factor. Formula: W = (1 + growth)^y."""
    return grown(wage_growth, year)


def price_index(price_growth: Array, year: Array) -> Array:
    """Return real growth of other prices since the first year. Unit: factor.

    Formula: Q = (1 + growth)^y.
    """
    return grown(price_growth, year)


def scale_price(
    salary: Array, monthly_low: Array, monthly_high: Array, ikb: Array, on_costs: Array
) -> Array:
    """Return the yearly cost of a post by scale. Unit: euros.

    Formula: the scenario's own amount, else the bundled monthly salary x 12 x (1 + choice
    budget) x (1 + employer's contributions).
    """
    monthly = (monthly_low + monthly_high) / 2.0
    return np.where(np.isnan(salary), monthly * 12.0 * (1.0 + ikb) * (1.0 + on_costs), salary)


def own_price(scale_price: Array, scale_of_job: np.ndarray) -> Array:
    """Return what a post of a job costs a municipality. Unit: euros a year."""
    price: Array = scale_price[0][scale_of_job]
    return price


def joint_price(
    own_price: Array,
    base_pooled: Array,
    scale_price: Array,
    joint_scale_of_job: np.ndarray,
    employer: str,
) -> Array:
    """Return what a joint post of a job costs. Unit: euros a year.

    Formula: by the joint scale; with employer home or without one, the mean of the old
    scales weighted by base-year pooled fte.
    """
    weight = over(base_pooled, MUNICIPALITY)
    plain = own_price.mean(axis=MUNICIPALITY, keepdims=True)
    mean = ratio(over(own_price * base_pooled, MUNICIPALITY), weight, plain)
    scaled = joint_scale_of_job >= 0
    if employer == "home" or not scaled.any():
        return mean
    return np.where(scaled[None, :, None, None], scale_price[0][joint_scale_of_job][None], mean)


def client_price(scale_price: Array, client_scale: int) -> Array:
    """Return what a post of the client role costs. Unit: euros a year."""
    return _price_of(scale_price, client_scale)


def coordination_price(scale_price: Array, coordination_scale: int) -> Array:
    """Return what a post of coordination costs. Unit: euros a year."""
    return _price_of(scale_price, coordination_scale)


def manager_price(scale_price: Array, manager_scale: int) -> Array:
    """Return what a manager costs. Unit: euros a year."""
    return _price_of(scale_price, manager_scale)


def further_price(scale_price: Array, scale_of_post: np.ndarray) -> Array:
    """Return what each further post of the option costs. Unit: euros a year."""
    price: Array = scale_price[0][scale_of_post][None]
    return price


def own_hired_share(hired: Array, fte: Array) -> Array:
    """Return the hired part of a municipality's own posts in a job. Unit: share."""
    return ratio(hired, fte, 0.0)


def own_cost_per_fte(own_price: Array, own_hired_share: Array, hired_factor: Array) -> Array:
    """Return what an own fte costs, hired staff included. Unit: euros a year.

    Formula: own price x (1 + hired share x (hired factor - 1)).
    """
    return own_price * (1.0 + own_hired_share * (hired_factor - 1.0))


def joint_overhead_rate(overhead_per_fte: Array, own_overhead_rate: Array, is_host: Array) -> Array:
    """Return the overhead of the joint body per fte. Unit: euros a year.

    Formula: overhead_per_fte, or the host's own rate where it has none.
    """
    host_rate = over(own_overhead_rate * is_host, MUNICIPALITY)
    return np.where(np.isnan(overhead_per_fte), host_rate, overhead_per_fte)


def _price_of(scale_price: Array, scale: int) -> Array:
    return scale_price[:, scale : scale + 1] if scale >= 0 else np.zeros((1, 1, 1, 1))


FORMULAS = (
    wage_index, price_index, scale_price, own_price, joint_price, client_price,
    coordination_price, manager_price, further_price, own_hired_share, own_cost_per_fte,
    joint_overhead_rate,
)  # fmt: skip
"""The formulas of this page, in its order."""
