"""The tables by name, in the order in which readers meet them."""

from __future__ import annotations

from collections.abc import Callable

from orgdesign.model.result import Result
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables.assumptions import assumptions
from orgdesign.tables.compare import compare
from orgdesign.tables.cover import cover
from orgdesign.tables.criteria import criteria
from orgdesign.tables.exit import exit, exit_by_year
from orgdesign.tables.forms import forms
from orgdesign.tables.gaps import gaps
from orgdesign.tables.key_list import key_list
from orgdesign.tables.lines import lines, lines_by_year
from orgdesign.tables.lock_in import lock_in
from orgdesign.tables.options import options
from orgdesign.tables.payback import payback
from orgdesign.tables.people.figures import masked_figures
from orgdesign.tables.people.placement import placement, placement_by_job
from orgdesign.tables.people.posts import placement_by_year, placement_posts
from orgdesign.tables.people.staffing import staffing, staffing_by_job
from orgdesign.tables.people.vulnerability import stand_in, vulnerability
from orgdesign.tables.plans.calendar import calendar
from orgdesign.tables.plans.plan import plan
from orgdesign.tables.plans.slips import slips
from orgdesign.tables.present_value import present_value
from orgdesign.tables.programme import programme
from orgdesign.tables.reconciliation import reconciliation
from orgdesign.tables.risk import risk, solidarity
from orgdesign.tables.scores import scores
from orgdesign.tables.settings import Settings
from orgdesign.tables.sharing.chance import stability_chance
from orgdesign.tables.sharing.groups import groups
from orgdesign.tables.sharing.keys import keys
from orgdesign.tables.sharing.overrun import overrun
from orgdesign.tables.sharing.shares import shares
from orgdesign.tables.sharing.stability import stability
from orgdesign.tables.sharing.tournament import tournament
from orgdesign.tables.steps import steps
from orgdesign.tables.structural import structural
from orgdesign.tables.summary import summary
from orgdesign.tables.table import Table
from orgdesign.tables.thresholds import thresholds
from orgdesign.tables.transition import transition


def _of_scenario(
    build: Callable[[Scenario, Settings], Table],
) -> Callable[[Result, Settings], Table]:
    """Return a table that needs no calculation as one of a result."""
    return lambda result, settings: build(result.scenario, settings)


def _register(result: Result, settings: Settings) -> Table:
    """Return the register, with figures of people masked where the tables of people are."""
    return assumptions(result.scenario, settings, masked=masked_figures(result, settings))


TABLES: dict[str, Callable[[Result, Settings], Table]] = {
    "cover": cover,
    "compare": compare,
    "summary": summary,
    "structural": structural,
    "transition": transition,
    "present_value": present_value,
    "payback": payback,
    "thresholds": thresholds,
    "lines": lines,
    "lines_by_year": lines_by_year,
    "steps": steps,
    "staffing": staffing,
    "staffing_by_job": staffing_by_job,
    "vulnerability": vulnerability,
    "stand_in": stand_in,
    "placement": placement,
    "placement_by_job": placement_by_job,
    "placement_posts": placement_posts,
    "placement_by_year": placement_by_year,
    "programme": programme,
    "risk": risk,
    "solidarity": solidarity,
    "keys": keys,
    "shares": shares,
    "tournament": tournament,
    "overrun": overrun,
    "stability": stability,
    "stability_chance": stability_chance,
    "groups": groups,
    "exit": exit,
    "exit_by_year": exit_by_year,
    "lock_in": lock_in,
    "key_list": _of_scenario(key_list),
    "criteria": criteria,
    "scores": _of_scenario(scores),
    "plan": _of_scenario(plan),
    "slips": _of_scenario(slips),
    "calendar": _of_scenario(calendar),
    "reconciliation": reconciliation,
    "gaps": _of_scenario(gaps),
    "forms": _of_scenario(forms),
    "options": _of_scenario(options),
    "assumptions": _register,
}
"""What makes each table."""
