"""Options and their forms: what one property asks of another."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.scenario.checks.finding import (
    Finding,
    exact_sum,
    forms_and_options,
    found,
    most,
    near_one,
    sound_options,
)
from orgdesign.scenario.scale_names import SCALED
from orgdesign.scenario.scenario import Scenario


def forms(scenario: Scenario) -> Iterator[Finding]:
    """No form rests on itself, by way of others either."""
    known = scenario.document.forms
    for id, form in known.items():
        on: str | None = form.based_on
        seen = {id}
        while on in known and on not in seen:
            seen.add(on)
            on = known[on].based_on
        if on == id:
            yield found("form_circle", f"forms.{id}.based_on", form=id)


def scales_of_posts(scenario: Scenario) -> Iterator[Finding]:
    """Client role, coordination and managers have a salary scale."""
    for id, _ in sound_options(scenario):
        merges = bool(scenario.property(id, "merges"))
        for scale, figures in SCALED.items():
            if scenario.property(id, scale) is not None or (merges and scale == "client_scale"):
                continue
            for name in figures:
                if most(scenario.property(id, name)) > 0:
                    path = scenario.property_path(id, name)
                    beside = tuple(f"{table}.{scale}" for table, _ in scenario.layers(id))
                    details = {"name": name, "scale": scale, "beside": beside}
                    yield Finding("post_without_scale", path, details, True)
                    break


def joint_overhead(scenario: Scenario) -> Iterator[Finding]:
    """A host or a joint body has an overhead per fte; a host may have its own one."""
    own = scenario.document.overhead
    for id, option in sound_options(scenario):
        who = scenario.employer(id)
        if who == "home" or scenario.property(id, "overhead_per_fte") is not None:
            continue
        hosts_own = own.per_fte is not None or option.host in (own.values or {})
        if who == "joint" or not hosts_own:
            path = f"options.{id}.overhead_per_fte"
            beside = tuple(f"{table}.overhead_per_fte" for table, _ in scenario.layers(id))
            details = {"form": option.form, "among": "overhead", "beside": beside}
            yield Finding("joint_overhead_missing", path, details, True)


def process_profile(scenario: Scenario) -> Iterator[Finding]:
    """The spread of the process cost sums to 1."""
    for path, table in forms_and_options(scenario):
        if table.process_profile is not None:
            total = exact_sum(table.process_profile)
            if not near_one(total):
                yield found("profile_sum", f"{path}.process_profile", sum=str(total))


def unwinding_profiles(scenario: Scenario) -> Iterator[Finding]:
    """The spread of what ending costs sums to 1."""
    for id, option in scenario.document.options.items():
        for position, row in enumerate(option.unwinding):
            if row.profile is not None and not near_one(total := exact_sum(row.profile)):
                path = f"options.{id}.unwinding[{position}].profile"
                yield found("unwinding_sum", path, sum=str(total))


def no_amounts(scenario: Scenario) -> Iterator[Finding]:
    """A line that has amounts is not said to have none."""
    for id, option in scenario.document.options.items():
        stated = {row.line for row in (*option.amounts, *option.unwinding)}
        for line in option.no_amount:
            if line in stated:
                yield found(
                    "amount_and_no_amount", f"options.{id}.no_amount.{line}", True, line=line
                )
