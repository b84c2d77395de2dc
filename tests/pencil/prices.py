"""What a post costs in a year, and the overhead on it."""

from __future__ import annotations

from .arrangement import Arrangement
from .reading import number


def salary(a: Arrangement, scale: str) -> float:
    """Return the yearly cost of a post of a scale."""
    if scale in a.document.salary:
        return a.document.salary[scale].value
    staff = a.document.staff
    at = f"salaries.{staff.salary_table}.{scale}"
    figures = a.scenario.figures
    if staff.salary_basis == "mid":
        monthly = (figures[f"{at}.min"].value + figures[f"{at}.max"].value) / 2
    else:
        monthly = figures[f"{at}.{staff.salary_basis}"].value
    return monthly * 12 * (1 + number(staff.ikb, 0.1705)) * (1 + number(staff.on_costs, 0.28))


def own_price(a: Arrangement, municipality: str, job: str) -> float:
    """Return the yearly cost of a post of a job at a municipality itself."""
    scale = a.document.jobs[job].scale
    if isinstance(scale, str):
        return salary(a, scale)
    return salary(a, scale[municipality]) if municipality in scale else 0.0


def own_hired_share(a: Arrangement, municipality: str, job: str) -> float:
    """Return the part of a job's posts that a municipality fills with hired staff."""
    table = a.document.jobs[job]
    fte = number(table.fte.get(municipality))
    return number(table.hired.get(municipality)) / fte if fte else 0.0


def hired_factor(a: Arrangement) -> float:
    """Return the cost of a hired fte as a multiple of a post."""
    return number(a.document.staff.hired_factor, 1.0)


def filled_price(a: Arrangement, municipality: str, job: str) -> float:
    """Return the yearly cost of a post at a municipality, its hired share at the factor."""
    extra = own_hired_share(a, municipality, job) * (hired_factor(a) - 1)
    return own_price(a, municipality, job) * (1 + extra)


def joint_price(a: Arrangement, job: str) -> float:
    """Return the yearly cost of a joint post of a job."""
    table = a.document.jobs[job]
    if table.joint_scale is not None and a.employer != "home":
        return salary(a, table.joint_scale)
    pooled = {m: a.scope(m, table.task) * number(table.fte.get(m)) for m in a.participants}
    total = sum(pooled.values())
    if total == 0:
        return 0.0
    return sum(fte * own_price(a, m, job) for m, fte in pooled.items() if fte) / total


def own_overhead(a: Arrangement, municipality: str) -> float:
    """Return the overhead of a municipality per fte in the primary process."""
    table = a.document.overhead
    if table.values is not None and municipality in table.values:
        return table.values[municipality].value
    return number(table.per_fte)


def joint_overhead(a: Arrangement) -> float:
    """Return the overhead of the joint body per fte; with `home` it is not read."""
    given = a.given("overhead_per_fte")
    if given is not None:
        return number(given)
    return own_overhead(a, a.host) if a.host is not None else 0.0
