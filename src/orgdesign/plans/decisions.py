"""Decision moments and the budget calendar, counted back from the start of an option."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any, Literal, NamedTuple

from orgdesign.library import loader
from orgdesign.plans.months import last_day
from orgdesign.plans.outlook import Outlook
from orgdesign.plans.starts import Start, starts
from orgdesign.scenario.scenario import Scenario
from orgdesign.scenario.schema.common import Statement

Verdict = Literal["fits", "conflict", "unknown", "no_date"]
MUST_BE_READY = "must_be_ready"
DECIDED = ("draft_arrangement", "decision", "draft_merger", "merger_advice", MUST_BE_READY)
"""Moments that the decision or a plan gives a day; the others follow from the law alone."""
DECIDING = ("decision", "merger_advice")
"""The moments at which councils decide: to cooperate, or by equal decisions to merge."""


class Moment(NamedTuple):
    """A moment of an option: the latest day, and the day on which it can or will be.

    `planned` follows from the day of the decision, or from the plan that the option's tasks
    follow; None where nothing says. `start` is what it comes before. `facts` is the entry of the
    library, empty for plans; `weeks` are those for an opinion.
    """

    id: str
    latest: datetime.date
    planned: datetime.date | None
    start: Start
    facts: Mapping[str, Any]
    plan: str = ""
    weeks: int = 0

    @property
    def verdict(self) -> Verdict:
        """Whether the day that is planned is in time."""
        if self.id not in DECIDED:
            return "no_date"
        if self.planned is None:
            return "unknown"
        return "fits" if self.planned <= self.latest else "conflict"


def moments(scenario: Scenario, option: str) -> tuple[Moment, ...]:
    """Return the moments of an option that works together, in the order of their latest days.

    Those of its own start, of the start of tasks that come in later, and of what takes over.
    """
    found = [
        moment
        for start in starts(scenario, option)
        for moment in _moments(scenario, start.form or option, start)
    ]
    return tuple(sorted(found, key=lambda moment: moment.latest))


def _moments(scenario: Scenario, option: str, start: Start) -> Iterator[Moment]:
    kind, own = scenario.property(option, "kind"), own_budget(scenario, option)
    for facts in loader.decisions()["moments"]:
        counts = own if facts.get("own_budget") else kind in facts["kinds"]
        if not counts or (start.tasks and not facts.get("of_tasks", True)):
            continue
        moment = _moment(facts, start, own)
        if moment.latest >= facts.get("from", moment.latest):
            yield moment
    yield from _of_plans(scenario, start)


def _moment(facts: Mapping[str, Any], start: Start, own: bool) -> Moment:
    planned: datetime.date | None = None
    if facts.get("planned") == "decision":
        planned = start.decided
    elif facts.get("planned") == "opinion" and start.decided is not None:
        # The opinion comes before the decision: the day of the draft follows from it.
        planned = start.decided - datetime.timedelta(weeks=facts["weeks"])
    weeks = int(rules(start.year)["opinion_weeks"])
    day = latest(facts["id"], start.year, own)
    return Moment(facts["id"], day, planned, start, facts, weeks=weeks)


def latest(moment: str, start: int, own: bool) -> datetime.date:
    """Return the latest day of a moment for a start on 1 January of a year.

    Formula: the day of the calendar, weeks before another moment, the day before the start, or
    the last day of the month that leaves so many months until the start.
    """
    facts = next(each for each in loader.decisions()["moments"] if each["id"] == moment)
    if facts.get("start"):
        return datetime.date(start, 1, 1)
    if "calendar" in facts:
        year = start + 1 if facts["calendar"] == "accounts_before" else start - 1
        return datetime.date.fromisoformat(f"{year}-{rules(start)[facts['calendar']]}")
    if "months" in facts:
        left = 12 * start - facts["months"]
        return datetime.date(left // 12, left % 12 + 1, 1) - datetime.timedelta(days=1)
    other = (own and facts.get("before_with_budget")) or facts["before"]
    given = facts.get("weeks", 0)
    weeks = rules(start)[given] if isinstance(given, str) else given
    days = 1 if other == "start" else 7 * weeks
    return latest(other, start, own) - datetime.timedelta(days=days)


def rules(start: int) -> Mapping[str, Any]:
    """Return the budget calendar in force when the budget of a year is adopted."""
    entries: list[dict[str, Any]] = loader.ranges()["calendar"]
    return entries[rules_at(start)]


def rules_at(start: int) -> int:
    """Return the position of that calendar in the published ones."""
    entries = loader.ranges()["calendar"]
    in_force = [
        position
        for position, entry in enumerate(entries)
        if entry["from"] <= datetime.date.fromisoformat(f"{start - 1}-{entry['adopted_before']}")
    ]
    return max(in_force, default=0)


def own_budget(scenario: Scenario, option: str) -> bool:
    """Return whether an option is a body with a budget of its own to decide on before it starts.

    A host needs none, nor does a merger.
    """
    stated = scenario.property(option, "earliest_start")
    value = stated.value if isinstance(stated, Statement) else stated
    joint = scenario.employer(option) == "joint" and not scenario.property(option, "merges")
    return joint and value == "budget_year"


def deciding(scenario: Scenario, option: str) -> str:
    """Return the moment at which the councils decide on an option: a merger has one of its own."""
    return DECIDING[scenario.property(option, "kind") == "merger"]


def first_start(scenario: Scenario, option: str, start: Start | None = None) -> int:
    """Return the first year in which an option, one of its tasks, or what follows could start.

    Its own year where nothing conflicts. The plans of what follows move along with its year:
    they rule out none.
    """
    asked = start or starts(scenario, option)[0]
    form = asked.form or option
    own, decision = own_budget(scenario, form), deciding(scenario, form)
    of_plans = () if asked.form else _of_plans(scenario, asked)
    ready = [each.planned for each in of_plans if each.planned]
    for year in range(asked.year, asked.year + 200):
        late = asked.decided is not None and asked.decided > latest(decision, year, own)
        if not late and all(day < datetime.date(year, 1, 1) for day in ready):
            return year
    return asked.year + 200


def _of_plans(scenario: Scenario, start: Start) -> Iterator[Moment]:
    """Yield when what must be ready of the plans of a start has to be."""
    for plan in start.plans:
        outlook = Outlook(scenario, plan)
        if outlook.network.must_be_ready:
            before = datetime.date(start.year, 1, 1) - datetime.timedelta(days=1)
            ready = last_day(outlook.ready + 12 * start.delay)
            yield Moment(MUST_BE_READY, before, ready, start, {}, outlook.plan.name)
