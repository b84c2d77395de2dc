"""Work plans: the share of a plan that is finished is the ramp of a task's gain."""

from __future__ import annotations

import numpy as np

from orgdesign.model.axes import YEAR, Array
from orgdesign.plans.network import Network
from orgdesign.plans.schedule import schedule


def plan_months(plan_units: Array, plan_pace: Array) -> Array:
    """Return how long each piece of work of a plan takes. Unit: months.

    Formula: units / units a month.
    """
    return plan_units / plan_pace


def planned_share(
    plan_months: Array,
    plan_networks: tuple[Network, ...],
    plan_of_job: np.ndarray,
    year: Array,
    first_year: Array,
    delay: Array,
) -> Array:
    """Return the share of a job's plan that is finished by the end of a year. Unit: share.

    Formula: months of work done by then / months of work, by the schedule of the plan; of an
    option that takes over from another as many years later as it starts later. None for a job
    whose task follows no plan.
    """
    if not plan_networks:
        return np.full((1, 1, 1, 1), np.nan)
    moments = 12.0 * (year + first_year + 1.0 - delay)
    cases = max(plan_months.shape[-1], moments.shape[-1])
    shares = np.full((1, plan_of_job.size, year.shape[YEAR], cases), np.nan)
    first = 0
    for position, network in enumerate(plan_networks):
        after = first + len(network.pieces)
        found = schedule(network, plan_months[0, first:after, 0])
        first = after
        by_year = [found.share_at(moment) for moment in moments[0, 0]]
        shares[:, plan_of_job == position] = np.stack(np.broadcast_arrays(*by_year))
    return shares


FORMULAS = (plan_months, planned_share)
"""The formulas of this page, in its order."""
