"""Which tables read a figure themselves, beside or besides the formulas of the bill."""

from __future__ import annotations

from orgdesign.scenario.paths import split_path
from orgdesign.scenario.scenario import Scenario

Tables = tuple[str, ...]

LEAVING = ("exit_notice_years", "exit_years", "exit_start_share", "exit_rebuilding")
"""Properties that count when a municipality leaves."""

CONTRACTS = ("contracts", "contracts_together", "cost_per_contract")
"""Properties of a budget that the table of its contracts reads."""

_ALL_OF: dict[str, Tables] = {
    "plans": ("plan", "slips"),
    "criteria": ("criteria",),
    "distances": ("placement",),
}
"""Tables that read every figure of a table of the file."""

_OF_FIELD: dict[tuple[str, str], Tables] = {
    ("municipalities", "budget"): ("reconciliation",),
    ("jobs", "persons"): ("placement_by_job",),
    ("options", "thresholds"): ("compare", "summary", "thresholds"),
    ("options", "votes"): ("criteria",),
    ("options", "unwinding"): ("lock_in",),
}
"""Tables that read a property, where they read nothing else of it."""

_ALSO: dict[tuple[str, str], Tables] = {
    ("scenario", "discount_rate"): ("summary", "present_value", "stability", "groups"),
    ("staff", "absence"): ("vulnerability", "stand_in"),
    ("staff", "part_time_factor"): ("vulnerability", "stand_in"),
    ("options", "programme_effect"): ("programme",),
    ("budgets", "values"): ("programme",),
    ("budgets", "growth"): ("programme",),
}
"""Tables that show what formulas make of a figure and no line of the bill tells."""

_OF_KEYS: Tables = ("keys", "shares", "tournament", "overrun")
"""Tables that put every key on an option, those that share nothing in the bill too."""


def beside(scenario: Scenario, path: str) -> Tables:
    """Return the tables beside the bill that read a figure: what it costs to get out, and so on.

    An own budget, a council's frame, what an exit costs where one can leave, how many people
    there are, how far they travel, who is to stand in, what ending costs, what a budget risks,
    work plans and criteria.
    """
    table, id, field = map(str, (*split_path(path), "", "")[:3])
    if not scenario.in_use(path):
        return ()
    if table in _ALL_OF:
        return _ALL_OF[table]
    if table == "budgets":
        return _of_budget(scenario, id, field)
    if path == "staff.stand_in":
        return ("stand_in",)
    if field in LEAVING:
        stays = table == "options" and scenario.property(id, "merges")
        return () if stays else ("exit", "exit_by_year", "lock_in")
    return _OF_FIELD.get((table, field), ())


def readers(scenario: Scenario, path: str) -> Tables:
    """Return the tables that tell more of a figure than the bill does, in no table twice."""
    table, id, field = map(str, (*split_path(path), "", "")[:3])
    also = _ALSO.get((table, field)) or _ALSO.get((table, id)) or ()
    of_keys = _OF_KEYS if table in ("figures", "keys") else ()
    return tuple(dict.fromkeys((*beside(scenario, path), *also, *of_keys)))


def _of_budget(scenario: Scenario, budget: str, field: str) -> Tables:
    """Return the tables of risk and of contracts that read a property of a budget."""
    given = scenario.document.budgets[budget]
    by_clients = given.cost_variation is not None and bool(given.clients)
    if field in CONTRACTS:
        return ("programme",)
    if field in ("clients", "cost_variation", "heavy_from"):
        risk = ("risk",) if field != "heavy_from" else ()
        heavy = ("solidarity",) if given.heavy_from is not None else ()
        return (*risk, *heavy) if by_clients else ()
    at_risk = given.variation is not None or given.cost_variation is not None
    return ("risk",) if at_risk and field in ("values", "variation", "correlation") else ()
