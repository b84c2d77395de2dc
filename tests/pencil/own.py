"""The lines that a municipality bears itself, before any charge."""

from __future__ import annotations

from .arrangement import Arrangement
from .prices import filled_price, own_overhead, salary
from .reading import held, number, whole
from .staff import demand, pooled


def own_line(a: Arrangement, line: str, municipality: str, year: int) -> float:
    """Return the computed euros of an own line; amounts and tax come on top."""
    formula = _FORMULAS.get(line)
    return 0.0 if formula is None else formula(a, municipality, year)


def local(a: Arrangement, municipality: str, job: str, year: int) -> float:
    """Return the posts of a job that stay with the municipality."""
    return demand(a, municipality, job, year) - pooled(a, municipality, job, year)


def own_staff(a: Arrangement, municipality: str, year: int) -> float:
    """Return the cost of the posts that stay, hired ones at the factor."""
    return a.wage_index(year) * sum(
        local(a, municipality, job, year) * filled_price(a, municipality, job)
        for job in a.document.jobs
    )


def overhead(a: Arrangement, municipality: str, year: int) -> float:
    """Return the overhead on the posts that stay and the client role."""
    posts = sum(local(a, municipality, job, year) for job in a.document.jobs)
    posts += a.client_fte(municipality, year)
    return posts * own_overhead(a, municipality) * a.price_index(year)


def systems(a: Arrangement, municipality: str, year: int) -> float:
    """Return the cost of its systems, those in scope left out while the option operates."""
    away = joint_systems(a, year) if municipality in a.participants else ()
    return a.price_index(year) * sum(
        number(system.local.get(municipality))
        for name, system in a.document.systems.items()
        if name not in away
    )


def joint_systems(a: Arrangement, year: int) -> tuple[str, ...]:
    """Return the systems in scope that are joint in a year."""
    found = []
    for name in a.systems():
        first, last = a.years_of_system(name)
        if first <= year <= last:
            found.append(name)
    return tuple(found)


def client_role(a: Arrangement, municipality: str, year: int) -> float:
    """Return the cost of the client role."""
    posts, scale = a.client_fte(municipality, year), a.given("client_scale")
    return posts * salary(a, scale) * a.wage_index(year) if posts else 0.0


def stranded_overhead(a: Arrangement, municipality: str, year: int) -> float:
    """Return the overhead that stays behind with posts that went to another employer."""
    if not a.on(year) or a.merges or not a.changes_employer(municipality):
        return 0.0
    went = 0.0
    for name, job in a.document.jobs.items():
        if a.brings(job.task, year):
            first = int(a.years_of(job.task)[0])
            part = held(a.given("stranded"), year - first, 0.0)
            went += pooled(a, municipality, name, first) * part
    return went * own_overhead(a, municipality) * a.price_index(year)


def parallel_systems(a: Arrangement, municipality: str, year: int) -> float:
    """Return the cost of old systems that run beside the joint ones."""
    if municipality not in a.participants:
        return 0.0
    table = a.document.systems
    return a.price_index(year) * sum(
        number(table[name].local.get(municipality))
        for name in joint_systems(a, year)
        if year - a.years_of_system(name)[0] < whole(table[name].parallel_years)
    )


def programme(a: Arrangement, municipality: str, year: int) -> float:
    """Return minus what the option saves on programme money."""
    if a.table is None or not a.on(year) or municipality not in a.participants:
        return 0.0
    reached = held(a.given("ramp"), a.since(year), 1.0)
    saved = 0.0
    for name, effect in a.table.programme_effect.items():
        budget = a.document.budgets[name]
        grown = (1 + number(budget.growth)) ** year
        saved += number(budget.values.get(municipality)) * grown * effect.value * reached
    return -saved


_FORMULAS = {
    "own_staff": own_staff,
    "own_overhead": overhead,
    "own_systems": systems,
    "client_role": client_role,
    "stranded_overhead": stranded_overhead,
    "parallel_systems": parallel_systems,
    "programme": programme,
}
