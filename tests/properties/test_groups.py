"""A group that works together without the others is the option with only those participants."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import numpy as np
from drawing.steps import Tables
from hypothesis import assume, given
from hypothesis import strategies as st
from pencil.arrangement import Arrangement
from pencil.bill import pencil_bill
from pencil.staff import base_pooled
from properties.test_pencil import differences
from strategies import RANDOM, scenario_from, scenarios

from orgdesign.model.calculation import evaluate
from orgdesign.model.choices import leaving
from orgdesign.model.result import Cases
from orgdesign.quantities import Quantity
from orgdesign.scenario.scenario import Scenario
from orgdesign.scenario.schema.options import Option


def formation_plan(scenario: Scenario, option: str, group: tuple[str, ...]) -> dict[str, Quantity]:
    """Return the joint posts of a group: of the plan in proportion to what it brings in."""
    a = Arrangement(scenario, option)
    found: dict[str, Quantity] = {}
    for job, planned in scenario.document.options[option].joint_fte.items():
        whole = sum(base_pooled(a, m, job) for m in a.participants)
        part = sum(base_pooled(a, m, job) for m in group)
        found[job] = planned.replaced(value=planned.value * part / (whole or 1.0))
    return found


def host_of(scenario: Scenario, option: Option, group: tuple[str, ...]) -> str | None:
    """Return who is the host of a group."""
    if option.host is None or option.host in group:
        return option.host
    people = scenario.document.municipalities
    return max(sorted(group), key=lambda m: people[m].inhabitants.value)


def among_themselves(scenario: Scenario, option: str, group: tuple[str, ...]) -> Scenario:
    """Return the scenario in which only a group takes part in an option."""
    table = scenario.document.options[option]
    changes = {
        "participants": group,
        "host": host_of(scenario, table, group),
        "joint_fte": formation_plan(scenario, option, group),
        "amounts": tuple(a for a in table.amounts if a.municipality in (None, *group)),
        "unwinding": tuple(a for a in table.unwinding if a.municipality in (None, *group)),
    }
    options = {**scenario.document.options, option: table.replaced(**changes)}
    document = scenario.document.replaced(options=options)
    return replace(scenario, document=document)


def brings_work(scenario: Scenario, option: str, group: tuple[str, ...]) -> bool:
    """Return whether the key `staff` has anything to go by."""
    a = Arrangement(scenario, option)
    return any(base_pooled(a, m, job) > 0 for m in group for job in scenario.document.jobs)


@RANDOM
@given(scenarios(options=1), st.randoms(use_true_random=False))
def test_a_group_pays_what_the_option_costs_with_nobody_else(
    tables: Tables, random: Random
) -> None:
    whole = scenario_from(tables)
    for option in whole.options:
        scenario = whole.with_keys(option, {"all": "staff"})
        members = scenario.participants(option)
        group = tuple(m for m in members if random.random() < 0.6) or members[:1]
        assume(brings_work(scenario, option, group))
        outside = {leaving(m): np.array([-np.inf]) for m in members if m not in group}
        result = evaluate(scenario, Cases(1, outside))
        bill = pencil_bill(among_themselves(scenario, option, group), option)
        found = differences(result, option, bill)
        assert not [each for each in found if each[2] in group]
