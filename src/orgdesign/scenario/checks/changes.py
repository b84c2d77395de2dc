"""Changes of form: an option that another one takes over from."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.scenario.checks.finding import Finding, found, least, most
from orgdesign.scenario.scenario import Scenario
from orgdesign.scenario.schema.options import Option


def changes(scenario: Scenario) -> Iterator[Finding]:
    """Another option takes over later and in its own years, of participants alone.

    It never comes back to itself.
    """
    for id, option in scenario.document.options.items():
        if option.then is not None and option.then.option in scenario.document.options:
            yield from _change(scenario, id, option)


def _change(scenario: Scenario, id: str, option: Option) -> Iterator[Finding]:
    then, path = option.then, f"options.{id}.then"
    assert then is not None
    if id in scenario.phases(then.option):
        yield found("then_circle", f"{path}.option", id=id)
        return
    if option.until is not None:
        yield found("then_and_until", f"{path}", True)
    if least(then.year) <= most(option.from_):
        given = least(then.year)
        yield found("then_too_early", f"{path}.year", given=given, start=most(option.from_))
    start, other = most(then.year), scenario.document.options[then.option]
    if other.then is not None and least(other.then.year) <= start:
        where = f"options.{then.option}.then.year"
        yield found("then_too_early", where, given=least(other.then.year), start=start)
    if other.until is not None and least(other.until) < start:
        yield found("then_after_end", f"{path}.year", given=start, end=least(other.until))
    inside = scenario.participants(id)
    outside = tuple(m for m in scenario.participants(then.option) if m not in inside)
    if outside:
        beside = tuple(f"options.{each}.participants" for each in (id, then.option))
        details = {"places": outside, "option": then.option, "among": "municipalities",
                   "year": f"{then.year.value:.0f}", "beside": beside}  # fmt: skip
        yield Finding("then_outsiders", f"{path}.option", details)
