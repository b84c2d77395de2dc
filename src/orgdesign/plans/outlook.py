"""One plan of a scenario in its central case: its schedule, what decides it, and its date."""

from __future__ import annotations

import datetime

import numpy as np

from orgdesign.cached import cached_property
from orgdesign.plans.best_order import BestOrder, best_order
from orgdesign.plans.months import months_at
from orgdesign.plans.network import central_months, network
from orgdesign.plans.schedule import Schedule, critical_path, schedule, slack
from orgdesign.plans.starts import Start, starts
from orgdesign.scenario.scenario import Scenario


class Outlook:
    """A plan with what follows from it; each part is computed when it is asked for."""

    def __init__(self, scenario: Scenario, id: str) -> None:
        self.id = id
        self.plan = scenario.document.plans[id]
        self.target = target(scenario, id)
        self.network = network(self.plan)
        self.taken = central_months(self.network)
        self.schedule: Schedule = schedule(self.network, self.taken)

    @cached_property
    def slack(self) -> np.ndarray:
        """The months that each piece could end later, shape (piece,)."""
        return np.asarray(slack(self.schedule)[:, 0])

    @cached_property
    def critical(self) -> tuple[int, ...]:
        """The pieces that decide when all that must be ready is; else when everything is."""
        must = self.network.must_be_ready
        last = max(must, key=lambda i: self.schedule.ends[i, 0]) if must else None
        return critical_path(self.schedule, last)

    @cached_property
    def ready(self) -> float:
        """When all that must be ready is, in months from year 0; minus infinity for nothing."""
        return float(self.schedule.ready()[0])

    @cached_property
    def finished(self) -> float:
        """When everything is finished, in months from year 0."""
        return float(self.schedule.finished()[0])

    @cached_property
    def best(self) -> BestOrder:
        """The order in the streams that is ready soonest."""
        return best_order(self.network, self.taken)

    @property
    def late(self) -> float | None:
        """The months by which what must be ready is late, None without a date or such work."""
        if self.target is None or not self.network.must_be_ready:
            return None
        return max(0.0, self.ready - months_at(self.target))

    def done(self, piece: int, moment: float) -> float:
        """Return the part of a piece that is done at a moment."""
        begin, end = self.schedule.begins[piece, 0], self.schedule.ends[piece, 0]
        if end <= moment + 1e-9:
            return 1.0
        return float((moment - begin) / (end - begin)) if moment > begin else 0.0

    def cost(self, stream: str) -> float | None:
        """Return what a stream costs in euros, None where its table gives no cost."""
        table = self.plan.streams[stream]
        if table.cost_fixed is None and table.cost_per_unit is None:
            return None
        units = sum(work.units.value for work in table.work.values())
        fixed = table.cost_fixed.value if table.cost_fixed else 0.0
        return fixed + (table.cost_per_unit.value if table.cost_per_unit else 0.0) * units


def target(scenario: Scenario, plan: str) -> datetime.date | None:
    """Return the day on which what must be ready has to be: its own, else the first start.

    The start is that of the options or tasks that follow the plan; None where there is neither.
    """
    own = scenario.document.plans[plan].ready_by
    if own is not None:
        return own
    years = [start.year for _, start in followers(scenario, plan)]
    return datetime.date(min(years), 1, 1) if years else None


def followers(scenario: Scenario, plan: str) -> tuple[tuple[str, Start], ...]:
    """Return the starts before which what must be ready of a plan has to be, with their option.

    In the days of the plan itself: with an option that takes over it moves to other days.
    """
    found = ((o, start) for o in scenario.document.options for start in starts(scenario, o))
    return tuple((o, start) for o, start in found if plan in start.plans and not start.form)
