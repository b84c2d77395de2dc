"""The starts of an option: its own, of tasks that come in later, and of what takes over."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from orgdesign.scenario.scenario import Scenario
from orgdesign.scenario.schema.options import Option


class Start(NamedTuple):
    """A start on 1 January of a calendar year, and what has to come before it.

    `tasks` come in then, later than the option; there are none for the start of the option.
    `decided` is the day of the decision, `plans` are those that the tasks follow. `form` is the
    option that takes over then, empty for the option itself; its plans move along by `delay` years.
    """

    year: int
    tasks: tuple[str, ...]
    decided: datetime.date | None
    plans: tuple[str, ...]
    form: str = ""
    delay: int = 0


def starts(scenario: Scenario, option: str) -> tuple[Start, ...]:
    """Return the start of an option, of its tasks that come in later, and of what takes over.

    Tasks that start in one year and are decided on together start together. Without a day of
    its own a task is decided on with the option, and so is a change of form.
    """
    table, decided = scenario.document.options[option], scenario.document.scenario.decision_date
    found = [Start(start_year(table), (), decided, _plans_of_start(scenario, option))]
    for (year, day), tasks in sorted(
        _later(scenario, option).items(), key=lambda group: group[0][0]
    ):
        found.append(Start(year, tuple(tasks), day, _plans(table, tasks)))
    return (*found, *_changes(scenario, option))


def _later(scenario: Scenario, option: str) -> dict[tuple[int, datetime.date | None], list[str]]:
    """Return the tasks that come in later than the option, by their year and day of decision."""
    table, decided = scenario.document.options[option], scenario.document.scenario.decision_date
    found: dict[tuple[int, datetime.date | None], list[str]] = {}
    for task, years in table.tasks.items():
        begins = task_start_year(table, task)
        within = task in table.scope or scenario.property(option, "merges")
        if begins > start_year(table) and within:
            found.setdefault((begins, years.decision_date or decided), []).append(task)
    return found


def _plans_of_start(scenario: Scenario, option: str) -> tuple[str, ...]:
    """Return the plans of the tasks that come in with an option."""
    table = scenario.document.options[option]
    alone = {task for tasks in _later(scenario, option).values() for task in tasks}
    return _plans(table, [task for task in table.work_plan if task not in alone])


def _changes(scenario: Scenario, option: str) -> Iterator[Start]:
    """Yield the start of every option that takes over: of what comes in with it.

    It starts later than by itself, or earlier, and its plans with it by as many years: what they
    must have ready is in time before the change just where it is before its own start.
    """
    decided = scenario.document.scenario.decision_date
    for phase in scenario.phases(option):
        then = scenario.document.options[phase].then
        if then is not None:
            year, plans = then.year.whole, _plans_of_start(scenario, then.option)
            delay = year - start_year(scenario.document.options[then.option])
            yield Start(year, (), decided, plans, then.option, delay)


def start_year(option: Option) -> int:
    """Return the calendar year in which an option starts."""
    return option.from_.whole


def task_start_year(option: Option, task: str) -> int:
    """Return the calendar year in which a task comes in: never before the option."""
    own = option.tasks.get(task)
    given = option.from_ if own is None or own.from_ is None else own.from_
    return max(given.whole, start_year(option))


def _plans(option: Option, tasks: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(option.work_plan[t] for t in tasks if t in option.work_plan))
