"""The inputs of the formulas that come from the scenario as a whole, by name."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from orgdesign.model.reading import NOTHING, Grid, Input, Reading
from orgdesign.scenario.figures import scales as scales_used
from orgdesign.scenario.schema.facts import Measure
from orgdesign.scenario.schema.work import Job

EFFICIENCY = "model.efficiency"
"""The path of a case that sets the effective efficiency itself; no file can give it."""


def _jobs(reading: Reading) -> dict[str, Job]:
    return reading.scenario.document.jobs


def by_job(field: str) -> Input:
    """Return an input of a figure by municipality and job, such as `fte`."""

    def grid(reading: Reading) -> Grid:
        places = reading.scenario.municipalities
        return Grid.of([[f"jobs.{job}.{field}.{m}" for job in _jobs(reading)] for m in places])

    return grid


def by_task(field: str, default: float = 0.0) -> Input:
    """Return an input of a figure by task, such as `overlap`."""

    def grid(reading: Reading) -> Grid:
        return Grid.row([f"tasks.{t}.{field}" for t in reading.scenario.document.tasks], default)

    return grid


def single(path: str, default: float = 0.0) -> Input:
    """Return an input of one figure, such as `staff.attrition`."""

    def grid(reading: Reading) -> Grid:
        return Grid.one(path, default)

    return grid


def volume_growth(reading: Reading) -> Grid:
    """Return the growth of the work of each job: that of its task."""
    return Grid.row([f"tasks.{job.task}.volume_growth" for job in _jobs(reading).values()])


def task_of_job(reading: Reading) -> NDArray[np.intp]:
    """Return the position of each job's task, shape (job,)."""
    tasks = list(reading.scenario.document.tasks)
    return np.array([tasks.index(job.task) for job in _jobs(reading).values()], dtype=np.intp)


def task_jobs(reading: Reading) -> NDArray[np.float64]:
    """Return 1 where a job belongs to a task, shape (task, job)."""
    tasks = len(reading.scenario.document.tasks)
    return np.equal(np.arange(tasks)[:, None], task_of_job(reading)[None, :]).astype(float)


def year(reading: Reading) -> NDArray[np.float64]:
    """Return the years counted from the first year, shape (1, 1, year, 1)."""
    return np.arange(float(len(reading.scenario.years)))[None, None, :, None]


def measures_of(reading: Reading) -> list[tuple[str, Measure, bool]]:
    """Return the measures that act, each with its path and whether it is the option's own."""
    common = reading.scenario.document.measures.items()
    found = [(f"measures.{id}", measure, False) for id, measure in common]
    own = () if reading.table is None else reading.table.measures.items()
    return found + [(f"options.{reading.option}.measures.{id}", m, True) for id, m in own]


def measure_saving(reading: Reading) -> Grid:
    """Return the saving of each measure at full effect."""
    return Grid.row([f"{path}.saving" for path, _, _ in measures_of(reading)])


def measure_ramp(reading: Reading) -> Grid:
    """Return the yearly effect of each measure from its start; 1 where no ramp is given."""
    lists = [
        [f"{path}.ramp[{i}]" for i in range(len(measure.ramp or ()))] or [NOTHING]
        for path, measure, _ in measures_of(reading)
    ]
    return Grid.profiles(lists, 1.0)


def measure_from(reading: Reading) -> Grid:
    """Return the calendar year in which each measure starts."""
    first = float(reading.scenario.years[0])
    return Grid.row([f"{path}.from" for path, _, _ in measures_of(reading)], first)


def first_year(reading: Reading) -> NDArray[np.float64]:
    """Return the first calendar year, shape (1, 1, 1, 1)."""
    return np.full((1, 1, 1, 1), float(reading.scenario.years[0]))


def measure_jobs(reading: Reading) -> NDArray[np.float64]:
    """Return 1 where a measure works on a job's task, shape (measure, job)."""
    jobs = _jobs(reading).values()
    rows = [[job.task in measure.tasks for job in jobs] for _, measure, _ in measures_of(reading)]
    return np.array(rows, dtype=float).reshape(len(rows), len(jobs))


def measure_own(reading: Reading) -> NDArray[np.float64]:
    """Return 1 for the measures of the option alone, shape (measure,)."""
    return np.array([float(own) for _, _, own in measures_of(reading)])


def scales(reading: Reading) -> list[str]:
    """Return every salary scale that the scenario prices or uses in any option, each once."""
    scenario = reading.scenario
    return list(dict.fromkeys((*scenario.document.salary, *scales_used(scenario))))


def salary(reading: Reading) -> Grid:
    """Return the scenario's own yearly cost of a post by scale, none where it gives none."""
    return Grid.row([f"salary.{scale}" for scale in scales(reading)], np.nan)


def monthly(end: str) -> Input:
    """Return an input of bundled monthly salaries by scale, at the basis asked for."""

    def grid(reading: Reading) -> Grid:
        staff = reading.scenario.document.staff
        step = staff.salary_basis if staff.salary_basis != "mid" else end
        table = f"salaries.{staff.salary_table}"
        return Grid.row([f"{table}.{scale}.{step}" for scale in scales(reading)])

    return grid


def scale_of_job(reading: Reading) -> NDArray[np.intp]:
    """Return the position of the salary scale of each job, shape (municipality, job)."""
    known = scales(reading)
    rows = [
        [known.index(scale_at(job, place)) for job in _jobs(reading).values()]
        for place in reading.scenario.municipalities
    ]
    return np.array(rows, dtype=np.intp).reshape(len(rows), -1)


def scale_at(job: Job, place: str) -> str:
    """Return a municipality's scale of a job; where it has none, any of the job's."""
    if isinstance(job.scale, str):
        return job.scale
    return job.scale.get(place, next(iter(job.scale.values())))


def joint_scale_of_job(reading: Reading) -> NDArray[np.intp]:
    """Return the position of the joint scale of each job, -1 where it has none, shape (job,)."""
    known = scales(reading)
    jobs = _jobs(reading).values()
    return np.array(
        [known.index(job.joint_scale) if job.joint_scale else -1 for job in jobs], dtype=np.intp
    )


def own_overhead_rate(reading: Reading) -> Grid:
    """Return the own overhead of each municipality per fte in the primary process."""
    values = reading.scenario.document.overhead.values or {}
    return Grid.column(
        [
            f"overhead.values.{m}" if m in values else "overhead.per_fte"
            for m in reading.scenario.municipalities
        ]
    )


def by_system(field: str) -> Input:
    """Return an input of a figure by system, such as `joint_fixed`."""

    def grid(reading: Reading) -> Grid:
        return Grid.row([f"systems.{s}.{field}" for s in reading.scenario.document.systems])

    return grid


def system_local(reading: Reading) -> Grid:
    """Return the local cost of each system."""
    systems = reading.scenario.document.systems
    places = reading.scenario.municipalities
    return Grid.of([[f"systems.{s}.local.{m}" for s in systems] for m in places])


def system_tasks(reading: Reading) -> NDArray[np.float64]:
    """Return 1 where a system serves a task, shape (system, task)."""
    tasks = reading.scenario.document.tasks
    systems = reading.scenario.document.systems.values()
    rows = [[task in system.tasks for task in tasks] for system in systems]
    return np.array(rows, dtype=float).reshape(len(rows), len(tasks))


def inhabitants(reading: Reading) -> Grid:
    """Return the inhabitants of each municipality: the key `inhabitants`."""
    places = reading.scenario.municipalities
    return Grid.column([f"municipalities.{m}.inhabitants" for m in places])


def budget(reading: Reading) -> Grid:
    """Return the programme budgets of each municipality."""
    budgets = reading.scenario.document.budgets
    places = reading.scenario.municipalities
    return Grid.of([[f"budgets.{b}.values.{m}" for b in budgets] for m in places])


def budget_growth(reading: Reading) -> Grid:
    """Return the yearly growth of each programme budget."""
    return Grid.row([f"budgets.{b}.growth" for b in reading.scenario.document.budgets])


INPUTS: dict[str, Input] = {
    "fte": by_job("fte"),
    "vacant": by_job("vacant"),
    "hired": by_job("hired"),
    "volume_growth": volume_growth,
    "task_of_job": task_of_job,
    "task_jobs": task_jobs,
    "overlap": by_task("overlap"),
    "scale_elasticity": by_task("scale_elasticity", 1.0),
    "year": year,
    "measure_saving": measure_saving,
    "measure_ramp": measure_ramp,
    "measure_from": measure_from,
    "first_year": first_year,
    "measure_jobs": measure_jobs,
    "measure_own": measure_own,
    "wage_growth": single("scenario.wage_growth"),
    "price_growth": single("scenario.price_growth"),
    "salary": salary,
    "monthly_low": monthly("min"),
    "monthly_high": monthly("max"),
    "ikb": single("staff.ikb"),
    "on_costs": single("staff.on_costs"),
    "scale_of_job": scale_of_job,
    "joint_scale_of_job": joint_scale_of_job,
    "hired_factor": single("staff.hired_factor", 1.0),
    "attrition": single("staff.attrition"),
    "absence": single("staff.absence"),
    "part_time_factor": single("staff.part_time_factor", 1.0),
    "own_overhead_rate": own_overhead_rate,
    "system_local": system_local,
    "system_tasks": system_tasks,
    "joint_fixed": by_system("joint_fixed"),
    "joint_per_participant": by_system("joint_per_participant"),
    "migration_per_participant": by_system("migration_per_participant"),
    "parallel_years": by_system("parallel_years"),
    "set_efficiency": single(EFFICIENCY, np.nan),
    "inhabitants": inhabitants,
    "budget": budget,
    "budget_growth": budget_growth,
}
"""Inputs that the scenario gives, by name."""

PER_OPTION = (
    "measure_saving",
    "measure_ramp",
    "measure_from",
    "measure_own",
    "measure_jobs",
    "measure_reach",
    "measure_lasts",
    "measure_delay",
)
"""Figures that differ between options where an option has measures of its own, and only there."""
