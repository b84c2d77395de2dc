"""Growing and unwinding: the years in which each task, job and system is brought in."""

from __future__ import annotations

import numpy as np

from orgdesign.model.axes import JOB, MUNICIPALITY, Array, Product, half_up, over

ALL = np.ones((1, 1, 1, 1))


def task_start(task_from: Array, start: Array, first_year: Array, delay: Array) -> Array:
    """Return the first year in which a task is brought in, counted from the first. Unit: years.

    Formula: its own first year, else that of the option; never before the option. It moves along
    with an option that takes over from another one.
    """
    return np.maximum(half_up(task_from) - first_year + delay, start)


def task_end(task_until: Array, end: Array, first_year: Array, delay: Array) -> Array:
    """Return the last year in which a task is brought in, counted from the first. Unit: years.

    Formula: its own last year, else that of the option; never after the option. It moves along
    with an option that takes over from another one.
    """
    return np.minimum(half_up(task_until) - first_year + delay, end)


def task_comes_in(task_start: Array, task_end: Array, start: Array, year: Array) -> Array:
    """Return 1 for a task that is ever brought in, else 0.

    Formula: 1 where it starts by its last year, and by the last year of the calculation where
    the option itself does.
    """
    last = year.max()
    begins: Array = (task_start <= task_end) & ((task_start <= last) | (start > last))
    return begins.astype(float)


def job_start(task_start: Array, task_of_job: np.ndarray) -> Array:
    """Return the first year in which a job is brought in: that of its task. Unit: years."""
    return _by_job(task_start, task_of_job)


def job_end(task_end: Array, task_of_job: np.ndarray) -> Array:
    """Return the last year in which a job is brought in: that of its task. Unit: years."""
    return _by_job(task_end, task_of_job)


def job_comes_in(task_comes_in: Array, task_of_job: np.ndarray) -> Array:
    """Return 1 for a job that is ever brought in, as its task is, else 0."""
    return _by_job(task_comes_in, task_of_job)


def _by_job(figure: Array, task_of_job: np.ndarray) -> Array:
    return figure if figure.shape[JOB] == 1 else figure[:, task_of_job]


def job_operating(year: Array, job_start: Array, job_end: Array, partners: Array) -> Array:
    """Return 1 in the years in which a job is brought in, else 0.

    Formula: on(y) = 1 for its start <= y <= its end.
    """
    return _between(year, job_start, job_end, partners)


def since_job_start(year: Array, job_start: Array) -> Array:
    """Return the years since a job was brought in, negative before it. Unit: years."""
    return year - job_start


def system_start(
    task_start: Array, served_tasks: Array, named_systems: np.ndarray | None, start: Array
) -> Array:
    """Return the first year of a joint system, counted from the first. Unit: years.

    Formula: a system that the option names begins with the first of its tasks that come in, any
    other with the last of them; with the option where none does.
    """
    if not served_tasks.size:
        return start
    found = _extreme(task_start, served_tasks, first=named_systems is not None)
    return np.where(np.isnan(found), start, found)


def system_end(
    task_end: Array, served_tasks: Array, named_systems: np.ndarray | None, end: Array
) -> Array:
    """Return the last year of a joint system, counted from the first. Unit: years.

    Formula: a system that the option names ends with the last of its tasks that come in, any
    other with the first of them; with the option where none does.
    """
    if not served_tasks.size:
        return end
    found = _extreme(task_end, served_tasks, first=named_systems is None)
    return np.where(np.isnan(found), end, found)


def _extreme(by_task: Array, served: Array, *, first: bool) -> Array:
    """Return the first or last of the years of the tasks that each system serves.

    Shape (1, system, 1, case); no number for a system that serves none.
    """
    none, choose = (np.inf, np.minimum) if first else (-np.inf, np.maximum)
    found = choose.reduce(np.where(served > 0, by_task[:, :, 0], none), axis=1)
    serves = np.max(served, axis=1) > 0
    return np.where(serves, found, np.nan)[None, :, None]


def served_tasks(
    scope_by_task: Array,
    task_comes_in: Array,
    founders: Array,
    system_tasks: np.ndarray,
    own_years: bool,
) -> Array:
    """Return 1 for the tasks of a system that come in, shape (system, task, case).

    Empty where no task has years of its own: all systems come in with the option then.
    """
    if not own_years:
        return np.zeros((0, 0, 1))
    brought = np.max(scope_by_task * founders, axis=MUNICIPALITY) * task_comes_in[0]
    return np.asarray(system_tasks[:, :, None] * (brought[None, :, 0] > 0))


def system_operating(year: Array, system_start: Array, system_end: Array, partners: Array) -> Array:
    """Return 1 in the years in which a joint system is there, else 0.

    Formula: on(y) = 1 for its start <= y <= its end.
    """
    return _between(year, system_start, system_end, partners)


def _between(year: Array, first: Array, last: Array, partners: Array) -> Array:
    on = (year >= first) & (year <= last) & (partners > 0)
    return np.asarray(on, dtype=float)


def year_has_work(base_pooled: Array, job_operating: Array) -> Array:
    """Return 1 in a year in which some posts are brought in, else 0."""
    posts = over(Product(base_pooled, job_operating), MUNICIPALITY, JOB)
    return (posts > 0).astype(float)


def jobs_of_year(
    job_operating: Array, job_comes_in: Array, year_has_work: Array, own_years: bool
) -> Array:
    """Return 1 for the jobs that count in a year: for keys, and in tables of people.

    Formula: those brought in that year; in a year in which nothing is brought in, all that ever
    are.
    """
    return np.where(year_has_work > 0, job_operating, job_comes_in) if own_years else ALL


def systems_of_year(system_operating: Array, year_has_work: Array, own_years: bool) -> Array:
    """Return 1 for the joint systems that count in a year for keys.

    Formula: those that are there that year; in a year in which nothing is brought in, all.
    """
    return np.where(year_has_work > 0, system_operating, ALL) if own_years else ALL


FORMULAS = (
    task_start, task_end, task_comes_in, job_start, job_end, job_comes_in, job_operating,
    since_job_start, served_tasks, system_start, system_end, system_operating, year_has_work,
    jobs_of_year, systems_of_year,
)  # fmt: skip
"""The formulas of this page, in its order."""
