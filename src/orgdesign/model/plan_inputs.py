"""The inputs of the formulas that come from the plans of an option's tasks, by name."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from orgdesign.model.reading import Grid, Input, Reading
from orgdesign.plans.network import Network, network


def _plans(reading: Reading) -> tuple[str, ...]:
    """Return the plans that the option's tasks follow, each once."""
    given = {} if reading.table is None else reading.table.work_plan
    return tuple(dict.fromkeys(given.values()))


def plan_networks(reading: Reading) -> tuple[Network, ...]:
    """Return the plans that the option's tasks follow, as networks."""
    plans = reading.scenario.document.plans
    return tuple(network(plans[plan]) for plan in _plans(reading))


def plan_of_job(reading: Reading) -> NDArray[np.intp]:
    """Return the position of the plan that each job's task follows, -1 for none, shape (job,)."""
    plans = {plan: position for position, plan in enumerate(_plans(reading))}
    given = {} if reading.table is None else reading.table.work_plan
    jobs = reading.scenario.document.jobs.values()
    return np.array([plans.get(given.get(job.task, ""), -1) for job in jobs], dtype=np.intp)


def pieces_of_plans(reading: Reading) -> list[str]:
    """Return the paths of the pieces of work of the option's plans, one plan after the other."""
    return [
        f"plans.{plan}.streams.{piece.stream}.work.{piece.id.partition('.')[2]}"
        for plan, found in zip(_plans(reading), plan_networks(reading), strict=True)
        for piece in found.pieces
    ]


def plan_units(reading: Reading) -> Grid:
    """Return the units of each piece of work."""
    return Grid.row([f"{path}.units" for path in pieces_of_plans(reading)])


def plan_pace(reading: Reading) -> Grid:
    """Return the capacity of the stream of each piece of work."""
    streams = [path.partition(".work.")[0] for path in pieces_of_plans(reading)]
    return Grid.row([f"{stream}.per_month" for stream in streams], 1.0)


PLANS: dict[str, Input] = {
    "plan_networks": plan_networks,
    "plan_of_job": plan_of_job,
    "plan_units": plan_units,
    "plan_pace": plan_pace,
}
"""Inputs that the plans of an option give, by name."""
