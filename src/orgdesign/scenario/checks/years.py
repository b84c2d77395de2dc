"""Years: within the calculation where they have to be, and in order."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.scenario.checks.finding import Finding, found, least, most
from orgdesign.scenario.scenario import Scenario


def report_year(scenario: Scenario) -> Iterator[Finding]:
    """The year that structural tables quote is one of the calculation."""
    years = scenario.years
    if scenario.report_year not in years:
        details = {"given": scenario.report_year, "first": years[0], "last": years[-1]}
        yield Finding("report_year_outside", "scenario.report_year", details)


def operation(scenario: Scenario) -> Iterator[Finding]:
    """An option starts in the first year or later and does not end before it starts."""
    first = scenario.years[0]
    for id, option in scenario.document.options.items():
        start = least(option.from_)
        if start < first:
            yield found("from_too_early", f"options.{id}.from", given=start, first=first)
        if option.until is not None and least(option.until) < option.from_.value:
            given = least(option.until)
            path = f"options.{id}.until"
            yield found("until_before_from", path, given=given, start=option.from_.value)
        elif option.until is not None and least(option.until) < most(option.from_):
            given, start = least(option.until), most(option.from_)
            yield found("years_may_cross", f"options.{id}.until", given=given, start=start)


def growth_paths(scenario: Scenario) -> Iterator[Finding]:
    """A growth path takes a year or more; without it the key holds from the start."""
    for id, key in scenario.document.keys.items():
        if key.path is not None and least(key.path.years) < 1:
            yield found("path_without_years", f"keys.{id}.path.years", given=least(key.path.years))
