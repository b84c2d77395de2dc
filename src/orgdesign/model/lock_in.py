"""How hard it is to get out: what leaving and ending cost, for every year in which it could be."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from orgdesign.model.axes import Array, half_up
from orgdesign.model.calculation import evaluate
from orgdesign.model.ending import if_ended
from orgdesign.model.exits import can_leave, first_exit, paid_by_leavers
from orgdesign.model.outcomes import total_cost, years_of_operation
from orgdesign.model.result import Cases, Result
from orgdesign.scenario.scenario import ALONE


class LockIn(NamedTuple):
    """What getting out costs, by the last calendar year in it. Unit: euros."""

    years: tuple[int, ...]
    able: tuple[str, ...]
    """Who can leave after one of them."""
    leaving: Array
    """What each of them pays in all, (who can leave, year): exit fee and building up again.

    Not a number after the last year of operation, when all stop, where the notice would have
    been given before the start, and where the option then in force cannot be left.
    """
    inside: tuple[str, ...]
    """Who takes part."""
    still_paid: Array
    """What each participant still pays above staying alone after all end it, (inside, year)."""
    in_all: Array
    """What it cost each above staying alone from the first year on if all end it, the same."""


def lock_in(result: Result, option: str) -> LockIn:
    """Return what getting out costs after every year of operation but the last of the horizon.

    The exit fee counts in full, as it falls evenly to nothing in n years: its first year x
    (n + 1) / 2.
    """
    years, inside = _years(result, option), result.scenario.participants(option)
    free = {m for year in years for m in can_leave(result, option, year)}
    able = tuple(m for m in inside if m in free)
    costs = [cost_of_leaving(result, option, year) for year in years]
    paid = np.array([[cost.get(m, np.nan) for m in able] for cost in costs])
    there = result.options[option].participates
    still_paid, in_all = (each[there] for each in ending(result, option, years))
    return LockIn(years, able, paid.reshape(len(years), len(able)).T, inside, still_paid, in_all)


def _years(result: Result, option: str) -> tuple[int, ...]:
    last = result.scenario.years[-1]
    return tuple(year for year in years_of_operation(result, option) if year < last)


def cost_of_leaving(result: Result, option: str, year: int) -> dict[str, float]:
    """Return what each pays in all who leaves after a calendar year, by who can. Unit: euros.

    Formula: exit fee of all years, also what falls after the horizon, + building up again. Nobody
    can after the last year of operation, when all stop, nor where the notice would have been
    given before the start.
    """
    if year < first_exit(result, option, year):
        return {}
    after = result.scenario.years.index(year) + 1
    term = float(half_up(result.in_force(option, year)["exit_years"]).item(0))
    alone = [(m,) for m in can_leave(result, option, year)]
    return {
        who: float(compensation[after] * (term + 1.0) / 2.0 + rebuilding.sum())
        for (who,), compensation, rebuilding in paid_by_leavers(result, option, alone, year)
    }


def ending(result: Result, option: str, years: tuple[int, ...]) -> tuple[Array, Array]:
    """Return what is paid above staying alone if everyone ends it after a year: later, and in all.

    Both (municipality, year). Unit: euros.
    """
    if not years:
        none = np.zeros((len(result.scenario.municipalities), 0))
        return none, none
    cases = Cases(len(years), if_ended(result, option, years))
    ended = evaluate(result.scenario, cases, [option])
    more = total_cost(ended, option) - total_cost(result, ALONE)
    yearly = np.broadcast_to(more, (*more.shape[:2], len(years)))
    later = np.array(result.scenario.years)[:, None] > np.array(years)[None, :]
    return np.asarray((yearly * later).sum(axis=1)), np.asarray(yearly.sum(axis=1))
