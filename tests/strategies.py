"""Random valid scenarios, as tables of the scenario file."""

from __future__ import annotations

from typing import Any

import tomli_w
from drawing.options import forms, option
from drawing.plans import plan
from drawing.steps import (
    EUROS,
    FIRST_YEAR,
    FTE,
    RATES,
    Draw,
    Tables,
    chance,
    figure,
    least,
    may,
    measure,
    pick,
    some,
    when,
    years,
)
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from orgdesign.scenario.load import load_text
from orgdesign.scenario.scenario import Scenario

MUNICIPALITIES = ("abe", "bas", "cor", "dirk", "els")
RANDOM = settings(
    max_examples=40,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=(HealthCheck.too_slow,),
)
"""How random scenarios are tried; one that fails is large, and making it smaller takes minutes."""
SEED = 8
"""Bytes that a scenario follows from."""
OWN_LINES = (
    "own_staff", "own_overhead", "own_systems", "client_role", "friction", "grant",
)  # fmt: skip


def scenario_from(tables: Tables) -> Scenario:
    """Return the scenario that the loader makes of the tables."""
    loaded = load_text(tomli_w.dumps(tables), "random.toml")
    assert loaded.scenario is not None, [str(problem) for problem in loaded.problems]
    return loaded.scenario


def scenarios(*, options: int = 2) -> st.SearchStrategy[Tables]:
    """Return a strategy for the tables of valid scenarios with at most so many options."""
    return st.binary(min_size=SEED, max_size=SEED).map(lambda seed: _scenario(Draw(seed), options))


def _scenario(draw: Draw, options: int) -> Tables:
    names = MUNICIPALITIES[: draw.between(2, len(MUNICIPALITIES))]
    length = draw.between(3, 8)
    tables: Tables = {"format": 1, "scenario": _heading(draw, length), "forms": forms(draw)}
    tables["municipalities"] = {
        name: {"name": name.title(), "inhabitants": pick(draw, (15_214, 42_846, 1_100, 63_322))}
        for name in names
    }
    tables["sources"] = {"assumed": {"title": "Assumed", "kind": "assumption"}}
    tables["figures"] = {
        name: _figure(draw, names) for name in some(draw, ("clients", "decisions"))
    }
    tables |= _prices(draw, names) | _work(draw, names)
    if chance(draw, 3):
        budget = {"name": "Care", "values": {name: pick(draw, EUROS) for name in names}}
        may(draw, budget, "growth", lambda: figure(draw, RATES))
        tables["budgets"] = {"care": budget}
    may(draw, tables, "alone", lambda: {"amounts": _alone(draw, names, length)}, 3)
    may(draw, tables, "plans", lambda: {"build": plan(draw)}, 3)
    tables |= {"keys": {}, "options": {}}
    for number in range(draw.between(1, options)):
        tables["options"][f"option_{number}"] = option(draw, tables, f"option_{number}")
    for table in ("tasks", "jobs", "keys", "options"):
        for id, each in tables[table].items():
            each["name"] = id.replace("_", " ").title()
    return tables


def _heading(draw: Draw, length: int) -> Tables:
    heading: Tables = {
        "title": "Random", "price_level": 2024, "first_year": FIRST_YEAR, "years": length,
    }  # fmt: skip
    may(draw, heading, "report_year", lambda: FIRST_YEAR + draw.between(0, length - 1))
    for name in ("discount_rate", "wage_growth", "price_growth"):
        may(draw, heading, name, lambda: figure(draw, RATES))
    return heading


def _figure(draw: Draw, names: tuple[str, ...]) -> Tables:
    def one() -> Any:
        if chance(draw, 2):
            return [pick(draw, (3, 120, 400)) for _ in range(draw.between(1, 5))]
        return figure(draw, (1, 320, 985))

    table: Tables = {"name": "Counted", "year": 2024, "source": "assumed"}
    may(draw, table, "mean", lambda: draw.between(1, 4))
    may(draw, table, "lag", lambda: draw.between(1, 3))
    return table | {"values": {name: one() for name in names}}


def _prices(draw: Draw, names: tuple[str, ...]) -> Tables:
    staff: Tables = {"salary_table": "cao-gemeenten-2019-10"}
    may(draw, staff, "salary_basis", lambda: pick(draw, ("max", "min", "mid")))
    may(draw, staff, "attrition", lambda: figure(draw, (0.0, 0.05, 0.3)))
    may(draw, staff, "hired_factor", lambda: figure(draw, (1.0, 1.4, 2.0)))
    may(draw, staff, "ikb", lambda: 0.2, 4)
    overhead: Tables = {"per_fte": figure(draw, (44_400, 0, 30_000))}
    if chance(draw, 3):
        overhead = {"values": {name: figure(draw, (44_400, 28_000)) for name in names}}
    salary = {scale: figure(draw, (52_000, 61_300, 80_000)) for scale in some(draw, ("7", "9"))}
    return {"staff": staff, "overhead": overhead, "salary": salary}


def _work(draw: Draw, names: tuple[str, ...]) -> Tables:
    tasks = [f"task_{number}" for number in range(draw.between(1, 3))]
    jobs = [f"job_{number}" for number in range(draw.between(1, 4))]
    return {
        "tasks": {name: _task(draw) for name in tasks},
        "jobs": {name: _job(draw, names, tasks) for name in jobs},
        "systems": {name: _system(draw, names, tasks) for name in some(draw, ("cases", "pay"))},
        "measures": {name: measure(draw, tasks) for name in some(draw, ("digital", "lean"))},
    }


def _task(draw: Draw) -> Tables:
    table: Tables = {"name": "Task"}
    may(draw, table, "scale_elasticity", lambda: figure(draw, (0.92, 0.97, 1.0, 1.05)))
    may(draw, table, "overlap", lambda: figure(draw, (0.0, 0.05, 0.3), most=1.0))
    may(draw, table, "volume_growth", lambda: figure(draw, RATES))
    return table


def _job(draw: Draw, names: tuple[str, ...], tasks: list[str]) -> Tables:
    fte = {name: figure(draw, FTE) for name in some(draw, names, 1)}
    table: Tables = {"name": "Job", "task": pick(draw, tasks), "fte": fte}
    if chance(draw, 4):
        table["scale"] = {name: pick(draw, ("7", "8", "9")) for name in names}
        table["joint_scale"] = pick(draw, ("7", "8", "9"))
    else:
        table["scale"] = pick(draw, ("7", "8"))
        may(draw, table, "joint_scale", lambda: pick(draw, ("7", "8", "9")))
    for word, parts in (("vacant", (0.1, 0.25)), ("hired", (0.2, 0.5))):
        if chance(draw, 2):
            people = some(draw, [*fte])
            table[word] = {name: round(least(fte[name]) * pick(draw, parts), 2) for name in people}
    return table


def _system(draw: Draw, names: tuple[str, ...], tasks: list[str]) -> Tables:
    table: Tables = {"name": "System", "tasks": some(draw, tasks, 1)}
    table["local"] = {name: figure(draw, EUROS) for name in some(draw, names)}
    for word in ("joint_fixed", "joint_per_participant", "migration_per_participant"):
        may(draw, table, word, lambda: figure(draw, EUROS))
    may(draw, table, "parallel_years", lambda: years(draw, 3))
    return table


def _alone(draw: Draw, names: tuple[str, ...], length: int) -> list[Tables]:
    rows = []
    for _ in range(draw.between(1, 3)):
        row: Tables = {"line": pick(draw, OWN_LINES), "name": "Comes anyway"}
        row |= {"municipality": pick(draw, names), "amount": figure(draw, (6_000, -2_500))}
        row |= when(draw, length)
        may(draw, row, "everywhere", lambda: True)
        rows.append(row)
    return rows
