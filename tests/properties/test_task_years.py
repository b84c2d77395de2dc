"""Laws of tasks that come in later or go out earlier than their option."""

from __future__ import annotations

import numpy as np
from drawing.steps import FIRST_YEAR
from hypothesis import HealthCheck, assume, given, settings
from strategies import RANDOM, scenario_from, scenarios

from orgdesign.lines import LINES
from orgdesign.model.calculation import evaluate
from orgdesign.model.result import Array, Result
from orgdesign.placement.placement import placement

Tables = dict[str, object]
FEW = settings(RANDOM, max_examples=15, suppress_health_check=list(HealthCheck))


def bill(result: Result, option: str) -> Array:
    return np.stack([result.options[option].lines[line][..., 0] for line in LINES])


def scoped(tables: Tables) -> tuple[Tables, str]:
    """Return the tables with one option that brings tasks in from a fixed year, and its id."""
    options = tables["options"]
    assert isinstance(options, dict)
    for id, table in options.items():
        if (
            table.get("scope")
            and table["form"] != "plain_merger"
            and isinstance(table["from"], int)
        ):
            kept = {key: value for key, value in table.items() if key not in ("tasks", "unwinding")}
            return {**tables, "options": {id: kept}}, id
    assume(False)
    raise AssertionError


def with_task(tables: Tables, option: str, **years: int) -> Tables:
    """Return the tables in which the first task of the option has years of its own."""
    options = tables["options"]
    assert isinstance(options, dict)
    table = options[option]
    return {**tables, "options": {option: {**table, "tasks": {next(iter(table["scope"])): years}}}}


@FEW
@given(scenarios(options=2))
def test_a_task_that_comes_and_goes_with_the_option_changes_nothing(tables: Tables) -> None:
    plain, option = scoped(tables)
    table = plain["options"][option]  # type: ignore[index]
    years = {"from": table["from"]} | ({"until": table["until"]} if "until" in table else {})
    without, with_years = plain, with_task(plain, option, **years)
    one, other = (bill(evaluate(scenario_from(each)), option) for each in (without, with_years))
    np.testing.assert_allclose(other, one, rtol=1e-12, atol=1e-6)


@FEW
@given(scenarios(options=2))
def test_a_task_that_never_comes_in_is_a_task_that_is_left_out(tables: Tables) -> None:
    plain, option = scoped(tables)
    scenario = tables["scenario"]
    assert isinstance(scenario, dict)
    table = dict(plain["options"][option])  # type: ignore[index]
    last = FIRST_YEAR + scenario["years"] - 1
    assume(table["from"] <= last and table.get("until", last + 2) > last)
    scope = dict(table["scope"])
    task = next(iter(scope))
    never = with_task(plain, option, **{"from": last + 1})
    table["scope"] = {**scope, task: 0.0}
    table["joint_fte"] = dict(table.get("joint_fte", {}))
    left_out = {**plain, "options": {option: table}}
    one, other = (bill(evaluate(scenario_from(each)), option) for each in (left_out, never))
    np.testing.assert_allclose(other, one, rtol=1e-12, atol=1e-6)


@FEW
@given(scenarios(options=1))
def test_people_come_in_with_their_task_and_nobody_is_lost(tables: Tables) -> None:
    result = evaluate(scenario_from(tables))
    (option,) = [id for id in result.options if id != "alone"]
    found = placement(result, option)
    came = found.brought_in * found.operating
    stayed = found.placed.sum(axis=3) + found.no_place
    parts = found.left + found.settled_before + stayed
    np.testing.assert_allclose(parts, came, atol=1e-9)
