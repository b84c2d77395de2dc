"""Scenarios of any size, with every line of the bill, growth paths and caps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import tomli_w

Tables = dict[str, Any]
FORMS = ("host", "joint_operations_body", "public_body", "network", "officials_merger")


def scenario(municipalities: int, options: int, jobs: int, years: int) -> str:
    """Return the text of a scenario file of a size; its figures are invented."""
    places = [f"place_{number:03}" for number in range(municipalities)]
    tasks = [f"task_{number}" for number in range(max(1, jobs // 4))]
    tables: Tables = {
        "format": 1,
        "scenario": {
            "title": "Size",
            "price_level": 2024,
            "first_year": 2025,
            "years": years,
            "discount_rate": _figure(0.02),
            "wage_growth": _figure(0.005),
        },
        "sources": {"invented": {"title": "Invented for size", "kind": "assumption"}},
        "municipalities": {
            place: {"name": place, "inhabitants": 12_000 + 1_700 * number}
            for number, place in enumerate(places)
        },
        "staff": {"attrition": _figure(0.05), "hired_factor": _figure(1.4)},
        "salary": {str(scale): 45_000.0 + 5_000 * (scale - 6) for scale in range(6, 13)},
        "overhead": {"per_fte": _figure(44_000)},
        "tasks": {task: _task(number) for number, task in enumerate(tasks)},
        "jobs": {f"job_{n}": _job(n, tasks, places) for n in range(jobs)},
        "systems": {f"system_{task}": _system(task, places) for task in tasks},
        "keys": {"grown": _key()},
        "options": {
            f"option_{number}": _option(number, places, tasks) for number in range(options)
        },
    }
    return tomli_w.dumps(tables)


def _figure(value: float) -> Tables:
    return {"value": value, "low": value * 0.8, "high": value * 1.2, "source": "invented"}


def _task(number: int) -> Tables:
    return {
        "name": f"Task {number}",
        "scale_elasticity": _figure(0.9),
        "overlap": _figure(0.05),
        "volume_growth": _figure(0.01),
    }


def _job(number: int, tasks: Sequence[str], places: Sequence[str]) -> Tables:
    fte = {place: 1.0 + (number + at) % 5 * 0.5 for at, place in enumerate(places)}
    return {
        "name": f"Job {number}",
        "task": tasks[number % len(tasks)],
        "scale": str(7 + number % 4),
        "joint_scale": str(7 + number % 5),
        "fte": fte,
        "vacant": {places[0]: 0.5},
        "hired": {places[-1]: 0.5},
    }


def _system(task: str, places: Sequence[str]) -> Tables:
    return {
        "name": f"System of {task}",
        "tasks": [task],
        "local": {place: 40_000.0 + 500 * at for at, place in enumerate(places)},
        "joint_fixed": _figure(100_000),
        "joint_per_participant": _figure(9_000),
        "migration_per_participant": _figure(20_000),
        "parallel_years": 1,
    }


def _key() -> Tables:
    return {
        "name": "Grown and capped",
        "mix": {"inhabitants": 0.6, "staff": 0.4},
        "path": {"from": "history", "years": 4},
        "cap": {"over_alone": 0.1},
    }


def _option(number: int, places: Sequence[str], tasks: Sequence[str]) -> Tables:
    form = FORMS[number % len(FORMS)]
    host = {"host": places[number % len(places)]} if form == "host" else {}
    return {
        "name": f"Option {number}",
        "form": form,
        **host,
        "from": 2026,
        "scope": dict.fromkeys(tasks, 1.0),
        "ramp": [0.1, 0.5, 0.9, 1.0],
        "realisation": _figure(0.7),
        "client_fte": _figure(0.3),
        "client_scale": "10",
        "overhead_per_fte": _figure(44_000),
        "stranded": [1.0, 0.5, 0.0],
        "governance_fixed": _figure(30_000),
        "vat_rate": 0.21,
        "vat_recoverable": _figure(0.8),
        "process_fixed": _figure(100_000),
        "process_lead": 1,
        "process_profile": [0.6, 0.4],
        "training_per_fte": _figure(1_000),
        "guarantee_years": 2,
        "social_plan_per_fte": _figure(40_000),
        "keys": {"running": "grown", "one_off": "equal"},
    }
