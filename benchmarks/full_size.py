"""The study as numpy is usually written: every array over municipality, job, year and case.

It follows the definitions with whole arrays, shares no formula with the program and knows the
lines that the study has, no others. Here is what all options share; `full_size_option.py` has
the rest.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from orgdesign.model.result import Array, Cases
from orgdesign.scenario.scenario import Scenario

START = 1
"""The year of the start, counted from the first."""


class Bill(NamedTuple):
    """Structural lines, temporary lines and those that come once, (municipality, 1, year, case)."""

    structural: Array
    temporary: Array
    once: Array

    def outcomes(self, discount: Array) -> tuple[Array, Array]:
        """Return the structural cost of the last year and the present value, by municipality."""
        total = self.structural + self.temporary + self.once
        structural = (self.structural + self.temporary)[:, 0, -1]
        return structural, (total / discount).sum(axis=2)[:, 0]


@dataclass(frozen=True)
class FullSize:
    """The figures of the study for some cases; what all options share is computed once."""

    scenario: Scenario
    cases: Cases

    @cached_property
    def shape(self) -> tuple[int, int, int, int]:
        """Municipalities, jobs, years and cases."""
        made = self.scenario
        jobs = len(made.document.jobs)
        return len(made.municipalities), jobs, len(made.years), self.cases.number

    def full(self, figure: Array | float) -> Array:
        """Return a figure over all four axes."""
        return np.array(np.broadcast_to(figure, self.shape))

    def figure(self, path: str) -> Array:
        """Return a figure of the file by its path, over all four axes."""
        if path in self.cases.values:
            return self.full(self.cases.values[path])
        found = self.scenario.figures.get(path)
        return self.full(found.value if found else 0.0)

    def by_job(self, field: str) -> Array:
        """Return a figure of the work of each municipality in each job."""
        known = self.scenario.figures
        rows = [
            [known[path].value if (path := f"jobs.{job}.{field}.{m}") in known else 0.0
             for job in self.scenario.document.jobs]
            for m in self.scenario.municipalities
        ]  # fmt: skip
        return self.full(np.array(rows)[:, :, None, None])

    def by_task(self, field: str) -> Array:
        """Return a figure of the task of each job."""
        found = np.empty(self.shape)
        for at, job in enumerate(self.scenario.document.jobs.values()):
            found[:, at] = self.figure(f"tasks.{job.task}.{field}")[:, at]
        return found

    def price(self, field: str) -> Array:
        """Return what a post costs by the scale of each job."""
        jobs = self.scenario.document.jobs.values()
        scales = [self.scenario.figures[f"salary.{getattr(job, field)}"].value for job in jobs]
        return self.full(np.array(scales)[:, None, None])

    def systems(self, field: str) -> Array:
        """Return a figure of all systems together."""
        ids = self.scenario.document.systems
        return np.asarray(sum(self.figure(f"systems.{id}.{field}")[:1, :1] for id in ids))

    @cached_property
    def year(self) -> Array:
        """The years, counted from the first."""
        return self.full(np.arange(float(self.shape[2]))[:, None])

    @cached_property
    def demand(self) -> Array:
        """The work of each municipality, job and year."""
        return self.by_job("fte") * (1.0 + self.by_task("volume_growth")) ** self.year

    @cached_property
    def wage(self) -> Array:
        """How far wages have grown."""
        return (1.0 + self.figure("scenario.wage_growth")) ** self.year

    @cached_property
    def own_price(self) -> Array:
        """What an own post costs, without hired staff."""
        return self.price("scale")

    @cached_property
    def own_pay(self) -> Array:
        """What an own post costs, hired staff at their factor."""
        hired = self.by_job("hired") / self.by_job("fte")
        return self.own_price * (1.0 + hired * (self.figure("staff.hired_factor") - 1.0))

    @cached_property
    def rate(self) -> Array:
        """The own overhead of a post."""
        return self.figure("overhead.per_fte")

    @cached_property
    def local_systems(self) -> Array:
        """What the systems of a municipality cost it."""
        known, places = self.scenario.figures, self.scenario.municipalities
        ids = self.scenario.document.systems
        each = [sum(known[f"systems.{id}.local.{m}"].value for id in ids) for m in places]
        return self.full(np.array(each)[:, None, None, None])[:, :1]

    def own(self, work: Array, systems: Array) -> Array:
        """Return what work of its own costs a municipality."""
        each = work * self.own_pay * self.wage + work * self.rate
        return np.asarray(each.sum(axis=1, keepdims=True) + systems)

    @cached_property
    def potential(self) -> Array:
        """What remains of the work of each job's task when it is done together."""
        tasks = np.array([job.task for job in self.scenario.document.jobs.values()])
        fte, base = self.by_job("fte"), np.empty(self.shape)
        for task in tasks:
            base[:, tasks == task] = fte[:, tasks == task].sum(axis=1, keepdims=True)
        together = self.full(base.sum(axis=0))
        overlap, elasticity = self.by_task("overlap"), self.by_task("scale_elasticity")
        own = (1.0 - overlap) * together + overlap * self.full(base.max(axis=0))
        volume = self.full((base ** (1.0 / elasticity)).sum(axis=0)) ** elasticity
        return own / together * volume / together

    @cached_property
    def discount(self) -> Array:
        """What a euro of each year is divided by."""
        return ((1.0 + self.figure("scenario.discount_rate")) ** self.year)[:, :1]

    @cached_property
    def alone(self) -> Bill:
        """The bill of staying alone."""
        nothing = np.zeros_like(self.local_systems)
        return Bill(self.own(self.demand, self.local_systems), nothing, nothing)

    @cached_property
    def grown(self) -> Array:
        """The shares on the way from history to inhabitants and staff."""
        fte = self.by_job("fte")
        history = (fte * (self.own_pay + self.rate)).sum(axis=1, keepdims=True) + self.local_systems
        paths = [f"municipalities.{m}.inhabitants" for m in self.scenario.municipalities]
        people = np.array([self.scenario.figures[path].value for path in paths])
        inhabitants = self.full(people[:, None, None, None])[:, :1]
        staff = fte.sum(axis=1, keepdims=True)
        old, by_people, by_staff = (
            each / each.sum(axis=0, keepdims=True) for each in (history, inhabitants, staff)
        )
        weight = np.clip((self.year[:, :1] - START) / 4.0, 0.0, 1.0)
        return np.asarray((1.0 - weight) * old + weight * (0.6 * by_people + 0.4 * by_staff))
