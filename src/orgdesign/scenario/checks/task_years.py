"""Growing and unwinding: the years of tasks lie within those of their option."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.scenario.checks.finding import Finding, found, least, most
from orgdesign.scenario.scenario import Scenario
from orgdesign.scenario.schema.options import Option, TaskYears


def task_years(scenario: Scenario) -> Iterator[Finding]:
    """A task that an option brings in comes and goes within its years, in that order."""
    for id, option in scenario.document.options.items():
        for task, years in option.tasks.items():
            path = f"options.{id}.tasks.{task}"
            if task in scenario.document.tasks and task not in option.scope:
                code = "task_of_merger" if scenario.property(id, "merges") else "task_not_in_scope"
                beside = (f"options.{id}.scope.{task}",)
                yield found(code, path, True, task=task, among="tasks", beside=beside)
            yield from _within(option, years, path)


def _within(option: Option, years: TaskYears, path: str) -> Iterator[Finding]:
    start, end = option.from_.value, option.until
    first = option.from_ if years.from_ is None else years.from_
    if years.from_ is not None and least(years.from_) < start:
        yield found("task_too_early", f"{path}.from", given=least(years.from_), start=start)
    if years.from_ is not None and end is not None and least(years.from_) > end.value:
        yield found("task_after_end", f"{path}.from", given=least(years.from_), end=end.value)
    if years.until is None:
        return
    if least(years.until) < first.value:
        given = least(years.until)
        yield found("until_before_from", f"{path}.until", given=given, start=first.value)
    elif least(years.until) < most(first):
        given = least(years.until)
        yield found("years_may_cross", f"{path}.until", given=given, start=most(first))
    if end is not None and most(years.until) > end.value:
        yield found("task_too_late", f"{path}.until", given=most(years.until), end=end.value)


def unwinding(scenario: Scenario) -> Iterator[Finding]:
    """What the end of a task costs is about a task that the option brings in."""
    for id, option in scenario.document.options.items():
        for position, row in enumerate(option.unwinding):
            if row.task in scenario.document.tasks and row.task not in option.scope:
                path = f"options.{id}.unwinding[{position}].task"
                beside = (f"options.{id}.scope.{row.task}",)
                yield found("task_not_in_scope", path, task=row.task, among="tasks", beside=beside)
