"""Salary scales: each has a price, in the file or in the bundled table."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import tomli

from orgdesign.library import salary_table_ids, salary_text
from orgdesign.scenario.checks.finding import Finding, forms_and_options, found
from orgdesign.scenario.scale_names import SCALED
from orgdesign.scenario.scenario import Scenario
from orgdesign.scenario.suggestions import suggest


def salary_table(scenario: Scenario) -> Iterator[Finding]:
    """The salary table is one of the bundled ones."""
    given = scenario.document.staff.salary_table
    known = salary_table_ids()
    if given is not None and given not in known:
        # The latest is the likelier one where several are equally near.
        near = suggest(given, known[::-1])
        details = {"given": given, "known": known, "suggestion": near}
        yield Finding("unknown_salary_table", "staff.salary_table", details)


def scales(scenario: Scenario) -> Iterator[Finding]:
    """Every scale that is used has a price."""
    table = scenario.document.staff.salary_table
    if table is not None and table not in salary_table_ids():
        return
    priced = {*scenario.document.salary, *(_bundled(table) if table else ())}
    for path, scale in _used(scenario):
        if scale not in priced:
            code = "scale_not_in_table" if table else "scale_without_price"
            yield found(code, path, given=scale, table=table, among="salary")


@cache
def _bundled(table: str) -> tuple[str, ...]:
    return tuple(tomli.loads(salary_text(table))["salaries"][table]["monthly"])


def _used(scenario: Scenario) -> Iterator[tuple[str, str]]:
    for id, job in scenario.document.jobs.items():
        if isinstance(job.scale, dict):
            for place, scale in job.scale.items():
                yield f"jobs.{id}.scale.{place}", scale
        else:
            yield f"jobs.{id}.scale", job.scale
        if job.joint_scale is not None:
            yield f"jobs.{id}.joint_scale", job.joint_scale
    for path, table in forms_and_options(scenario):
        for name in SCALED:
            if (scale := getattr(table, name)) is not None:
                yield f"{path}.{name}", scale
    for id, option in scenario.document.options.items():
        for position, post in enumerate(option.posts):
            yield f"options.{id}.posts[{position}].scale", post.scale
