"""Posts and people: demand, what is pooled, what is needed together, and who fills it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from orgdesign.scenario.schema.facts import Measure

from .arrangement import Arrangement
from .plans import finished
from .reading import held, number, whole


def demand(a: Arrangement, municipality: str, job: str, year: int) -> float:
    """Return the posts that a job needs at a municipality in a year."""
    table = a.document.jobs[job]
    growth = number(a.document.tasks[table.task].volume_growth)
    posts: float = number(table.fte.get(municipality)) * (1 + growth) ** year
    measures = list(a.document.measures.values())
    if a.table is not None and municipality in a.participants and year <= a.end:
        measures += a.table.measures.values()
    for measure in measures:
        if table.task in measure.tasks:
            posts *= 1 - number(measure.saving) * reached(a, measure, year)
    return posts


def reached(a: Arrangement, measure: Measure, year: int) -> float:
    """Return the part of its effect that a measure has reached in a year."""
    start = 0 if measure.from_ is None else a.year_index(whole(measure.from_))
    return held(measure.ramp, year - start, 1.0)


def pooled(a: Arrangement, municipality: str, job: str, year: int) -> float:
    """Return the posts that a participant brings in."""
    task = a.document.jobs[job].task
    if not a.brings(task, year):
        return 0.0
    return a.scope(municipality, task) * demand(a, municipality, job, year)


def base_pooled(a: Arrangement, municipality: str, job: str) -> float:
    """Return the base-year posts that a participant brings in."""
    table = a.document.jobs[job]
    return a.scope(municipality, table.task) * number(table.fte.get(municipality))


def counts(a: Arrangement, task: str, year: int) -> bool:
    """Return whether a task counts in the keys of a year: of a year without work, all do."""
    return a.brings(task, year) or not works(a, year)


def works(a: Arrangement, year: int) -> bool:
    """Return whether any posts are brought in in a year."""
    return any(
        base_pooled(a, m, name) > 0 and a.brings(job.task, year)
        for name, job in a.document.jobs.items()
        for m in a.participants
    )


def potential(a: Arrangement, task: str) -> float:
    """Return the posts of a task needed together, as a part of those brought in."""
    table = a.document.tasks[task]
    jobs = [name for name, job in a.document.jobs.items() if job.task == task]
    brought = [sum(base_pooled(a, m, j) for j in jobs) for m in a.participants]
    if sum(1 for posts in brought if posts > 0) < 2:
        return 1.0
    total = sum(brought)
    overlap = number(table.overlap)
    once = (1 - overlap) * total + overlap * max(brought)
    elasticity = number(table.scale_elasticity, 1.0)
    largest = max(brought)
    volume = sum((posts / largest) ** (1 / elasticity) for posts in brought if posts > 0)
    together = largest * math.pow(volume, elasticity)
    return once / total * together / total


def kept(a: Arrangement, job: str, year: int) -> float:
    """Return the part of the pooled posts of a job that is still needed together."""
    assert a.table is not None
    plan = a.table.work_plan.get(a.document.jobs[job].task)
    if plan is None:
        since = a.since_task(a.document.jobs[job].task, year)
        taken = held(a.given("ramp"), since, 1.0)
    else:
        taken = finished(a.document.plans[plan], a.document.scenario.first_year + year)
    if job in a.table.joint_fte:
        brought = sum(base_pooled(a, m, job) for m in a.participants)
        part = number(a.table.joint_fte[job]) / brought if brought else 1.0
    else:
        part = potential(a, a.document.jobs[job].task)
        taken *= a.value("realisation", 1.0) * (1 - a.value("reinvested_share"))
    if part > 1:
        taken = 1.0
    return 1 - taken * (1 - part)


def joint_demand(a: Arrangement, job: str, year: int) -> float:
    """Return the joint posts of a job in a year."""
    if not a.brings(a.document.jobs[job].task, year):
        return 0.0
    brought = sum(pooled(a, m, job, year) for m in a.participants)
    return brought * kept(a, job, year)


def in_post(a: Arrangement, municipality: str, job: str) -> float:
    """Return the people (fte) whom a participant brings in."""
    table = a.document.jobs[job]
    filled = number(table.fte.get(municipality))
    filled -= number(table.vacant.get(municipality)) + number(table.hired.get(municipality))
    return a.scope(municipality, table.task) * max(0.0, filled)


def part_of_people(a: Arrangement, municipality: str, job: str) -> float:
    """Return a participant's part of the people of a job."""
    for count in (in_post, base_pooled):
        total = sum(count(a, m, job) for m in a.participants)
        if total > 0:
            return count(a, municipality, job) / total
    return 0.0


def hired_share(a: Arrangement, job: str) -> float:
    """Return the share of hired staff in the joint posts of a job."""
    given = a.given("hired_share")
    if given is not None:
        return number(given)
    table = a.document.jobs[job]
    hired = sum(a.scope(m, table.task) * number(table.hired.get(m)) for m in a.participants)
    posts = sum(base_pooled(a, m, job) for m in a.participants)
    return hired / posts if posts else 0.0


@dataclass
class Filling:
    """How the joint posts of a job are filled in a year."""

    posts: float = 0.0
    people: float = 0.0
    surplus: float = 0.0
    gone: float = 0.0
    hired: float = 0.0


def fillings(a: Arrangement, job: str) -> list[Filling]:
    """Return how the joint posts of a job are filled, year by year."""
    years = [Filling() for _ in range(a.horizon)]
    guarantee: float = math.inf if a.employer == "home" else whole(a.given("guarantee_years"))
    people = sum(in_post(a, m, job) for m in a.participants)
    task = a.document.jobs[job].task
    for year, filling in enumerate(years):
        if not a.brings(task, year):
            continue
        filling.posts, filling.people = joint_demand(a, job, year), people
        too_many = max(0.0, people - filling.posts)
        if a.since_task(task, year) < guarantee:
            filling.surplus = too_many
        else:
            filling.gone = too_many
        opened = max(0.0, filling.posts - people)
        filling.hired = min(hired_share(a, job) * filling.posts, opened)
        people = (people - filling.gone) * (1 - number(a.document.staff.attrition))
    return years
