"""Keys: the share of every participant in a pool, bounds left aside."""

from __future__ import annotations

from orgdesign.quantities import Quantity

from .arrangement import Arrangement
from .prices import filled_price, own_overhead, own_price
from .reading import number, whole
from .staff import base_pooled, counts, demand, works

Shares = dict[str, float]


def pool_key(a: Arrangement, pool: str) -> str:
    """Return the key of a pool; inhabitants where nobody gives one."""
    given = {} if a.table is None else a.table.keys
    return given.get(pool, given.get("all", "inhabitants"))


def line_key(a: Arrangement, line: str, pool: str) -> str:
    """Return the key of a joint line: its own, else that of its pool."""
    assert a.table is not None
    return a.table.keys.get(line, pool_key(a, pool))


def shares(a: Arrangement, key: str, year: int) -> Shares:
    """Return the shares by a key in a year, with its growth path."""
    rule = a.document.keys.get(key)
    if rule is None:
        return _by_weight({m: weight(a, key, m, year) for m in a.participants})
    if rule.mix is not None:
        parts = [(number(part), shares(a, name, year)) for name, part in rule.mix.items()]
        new = {m: sum(part * by[m] for part, by in parts) for m in a.participants}
    elif rule.fixed is not None:
        new = {m: number(rule.fixed[m]) for m in a.participants}
    else:
        assert rule.figure is not None
        figure = rule.figure
        new = _by_weight({m: weight(a, figure, m, year) for m in a.participants})
    if rule.path is None:
        return new
    old = shares(a, rule.path.from_, year)
    start = a.start if rule.path.start is None else a.year_index(whole(rule.path.start))
    in_force = min(1.0, max(0.0, (year - start) / whole(rule.path.years)))
    return {m: in_force * new[m] + (1 - in_force) * old[m] for m in a.participants}


def _by_weight(weights: Shares) -> Shares:
    total = sum(weights.values())
    return {m: weight / total if total else 0.0 for m, weight in weights.items()}


def weight(a: Arrangement, name: str, municipality: str, year: int) -> float:
    """Return what a participant weighs by a figure or a built-in one."""
    jobs = a.document.jobs
    if name == "inhabitants":
        return number(a.document.municipalities[municipality].inhabitants)
    if name == "equal":
        return 1.0
    if name == "staff":
        return sum(
            base_pooled(a, municipality, job_name)
            for job_name, job in jobs.items()
            if counts(a, job.task, year)
        )
    if name == "history":
        return history(a, municipality, year)
    if name == "demand":
        return sum(
            a.scope(municipality, job.task)
            * demand(a, municipality, job_name, year)
            * own_price(a, municipality, job_name)
            for job_name, job in jobs.items()
            if counts(a, job.task, year)
        )
    table = a.document.figures[name]
    return averaged(table.values[municipality], table.mean, year - table.lag)


def averaged(given: Quantity | tuple[Quantity, ...], mean: int, year: int) -> float:
    """Return a figure in a year, averaged over that year and those before it."""
    values = given if isinstance(given, tuple) else (given,)
    years = range(year - mean + 1, year + 1)
    return sum(values[min(max(y, 0), len(values) - 1)].value for y in years) / mean


def history(a: Arrangement, municipality: str, year: int) -> float:
    """Return the base-year cost of what a participant brings in."""
    euros = sum(
        base_pooled(a, municipality, job)
        * (filled_price(a, municipality, job) + own_overhead(a, municipality))
        for job, table in a.document.jobs.items()
        if counts(a, table.task, year)
    )
    for name in a.systems():
        first, last = a.years_of_system(name)
        if works(a, year) and not first <= year <= last:
            continue
        euros += number(a.document.systems[name].local.get(municipality))
    return euros
