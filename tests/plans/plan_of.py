"""Plans for tests: from streams as short texts."""

from __future__ import annotations

from typing import Any

from orgdesign.records.schema import validator
from orgdesign.scenario.schema.plans import Plan

ABOUT = ("per_month", "after", "from")


def plan_of(**streams: Any) -> Plan:
    """Return a plan from 2021 of streams: tables of work, at pace 1 where none is given.

    Work is units, or a table with `units` and what else the file gives.
    """
    tables = {}
    for stream, given in streams.items():
        about = {key: value for key, value in given.items() if key in ABOUT}
        work = {
            id: {"name": id, **(table if isinstance(table, dict) else {"units": table})}
            for id, table in given.items()
            if id not in about
        }
        base = {"name": stream, "discipline": "processes", "per_month": 1.0}
        tables[stream] = {**base, **about, "work": work}
    given = {"name": "Plan", "from": "2021-01-01", "streams": tables}
    plan: Plan = validator(Plan).validate_python(given)
    return plan
