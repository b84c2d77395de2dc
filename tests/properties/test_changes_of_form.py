"""An option that another takes over from: each in its years, told against staying alone."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import partial
from itertools import permutations
from typing import Any

import numpy as np
import pytest
from drawing.steps import FIRST_YEAR, Tables
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pencil.bill import Bill, pencil_bill
from strategies import RANDOM, scenario_from, scenarios

from orgdesign.lines import LINES
from orgdesign.model.calculation import evaluate, recompute
from orgdesign.model.explain import explain
from orgdesign.model.result import Cases
from orgdesign.scenario.scenario import ALONE, Scenario


def changed(tables: Tables, latest: int = 0) -> Tables | None:
    """Return the tables in which one option changes to the other; None where it cannot.

    The year of the change has a range of so many years. The measures of the other start with it,
    and its amounts fall in the horizon.
    """
    everyone = set(tables["municipalities"])
    last = FIRST_YEAR + tables["scenario"]["years"] - 1
    for first, second in permutations(tables["options"], 2):
        one, other = dict(tables["options"][first]), dict(tables["options"][second])
        year = int(most(one["from"])) + 1 + len(first) % 2
        if year > last or not among(other, everyone) <= among(one, everyone):
            continue
        if other.get("until", year + latest) < year + latest:
            del other["until"]
        delay = year - central(other["from"])
        other["measures"] = {
            id: {**row, "from": central(other["from"])}
            for id, row in other.get("measures", {}).items()
        }
        other["amounts"] = [
            row
            for row in other.get("amounts", ())
            if all(
                FIRST_YEAR <= central(row[k]) + delay <= last
                for k in ("year", "from", "until")
                if k in row
            )
        ]
        other["tasks"] = tasks_by(other, min(last, other.get("until", last)) - delay)
        one.pop("until", None)  # it ends by the change
        one["tasks"] = tasks_by(one, year - 1)
        range_of = {"value": year, "low": year, "high": year + latest}
        one["then"] = {"year": range_of if latest else year, "option": second}
        plans = {"plans": dated(tables["plans"], undivided)} if "plans" in tables else {}
        return {**tables, **plans, "options": {first: one, second: other}}
    return None


def most(quantity: Any) -> float:
    """Return the largest value that a figure can take."""
    if not isinstance(quantity, dict):
        return float(quantity)
    return float(max(quantity["value"], quantity.get("high", 0), *quantity.get("values", (0,))))


def tasks_by(option: Tables, last: int) -> Tables:
    """Return the tasks with years of their own that lie by a last year."""
    given = option.get("tasks", {}).items()
    return {task: years for task, years in given if max(years.values()) <= last}


def among(option: Tables, everyone: set[str]) -> set[str]:
    given = option.get("participants", "all")
    return everyone if given == "all" else set(given)


def central(quantity: Any) -> int:
    return int(quantity["value"] if isinstance(quantity, dict) else quantity)


def by_pencil(tables: Tables, year: int) -> tuple[Bill, Bill, Bill]:
    """Return the bill of the first option until the change, of the second since, and of alone."""
    first, second = tables["options"]
    one, other = (dict(tables["options"][id]) for id in (first, second))
    one.pop("then")
    one |= {"from": central(one["from"]), "until": year - 1}
    delay = year - central(other["from"])
    plans = tables.get("plans", {})
    moving = partial(later, delay=delay)
    plans = plans | {f"{id}_later": dated(plan, moving) for id, plan in plans.items()}
    options = {first: one, second: moved(other, delay)}
    drawn = {**tables, "options": options} | ({"plans": plans} if plans else {})
    scenario = scenario_from(drawn)
    bills = (pencil_bill(scenario, option) for option in (first, second, ALONE))
    return tuple(bills)  # type: ignore[return-value]


def moved(option: Tables, delay: int) -> Tables:
    """Return an option that starts later, its own amounts, measures, tasks and plans too."""
    found = {**option, "from": central(option["from"]) + delay}
    found["amounts"] = [
        {k: central(v) + delay if k in ("year", "from", "until") else v for k, v in row.items()}
        for row in option.get("amounts", ())
    ]
    for row in found["amounts"]:
        if "until" in row and "from" not in row:
            row["from"] = max(FIRST_YEAR, FIRST_YEAR + delay)
    found["tasks"] = {
        task: {word: year + delay for word, year in years.items()}
        for task, years in option.get("tasks", {}).items()
    }
    found["measures"] = {
        id: {**row, "from": central(row.get("from", FIRST_YEAR)) + delay}
        for id, row in option.get("measures", {}).items()
    }
    plans = option.get("work_plan", {}).items()
    found["work_plan"] = {task: f"{plan}_later" for task, plan in plans}
    return found


def later(date: datetime.date, delay: int) -> datetime.date:
    """Return the date so many years later."""
    return date.replace(year=date.year + delay)


def undivided(date: datetime.date) -> datetime.date:
    """Return the date, of February the first: its days are no equal parts of it in every year."""
    return date.replace(day=1) if date.month == 2 else date


def dated(plan: Any, other: Callable[[datetime.date], datetime.date]) -> Any:
    """Return a plan, or a part of it, with other dates."""
    if isinstance(plan, datetime.date):
        return other(plan)
    return {k: dated(v, other) for k, v in plan.items()} if isinstance(plan, dict) else plan


@settings(RANDOM, suppress_health_check=list(HealthCheck))
@given(scenarios(options=2), st.integers(0, 2))
def test_a_change_of_form_is_each_option_in_its_years(tables: Tables, latest: int) -> None:
    found = changed(tables, latest)
    assume(found is not None)
    assert found is not None
    scenario = scenario_from(found)
    result = evaluate(scenario)
    option = next(iter(found["options"]))
    year = central(found["options"][option]["then"]["year"])
    one, other, alone = by_pencil(found, year)
    for line in LINES:
        for place, m in enumerate(scenario.municipalities):
            for y in range(len(scenario.years)):
                expected = one[line][m][y] + other[line][m][y] - alone[line][m][y]
                cell = float(result.options[option].lines[line][place, y, 0])
                assert cell == pytest.approx(expected, rel=1e-9, abs=1e-4), (line, m, y)


def sed_then(year: int) -> Scenario:
    from examples import ROOT

    from orgdesign.scenario.load import load

    then = f'options.joint_body.then={{year={year}, option="merger"}}'
    loaded = load(ROOT / "scenarios" / "sed.toml", [then])
    assert loaded.scenario is not None, loaded.problems
    return loaded.scenario


def test_every_cell_of_a_change_of_form_is_explained() -> None:
    scenario = sed_then(2021)
    result = evaluate(scenario)
    for line in LINES:
        for place, m in enumerate(scenario.municipalities):
            for y, year in enumerate(scenario.years):
                found = explain(scenario, "joint_body", m, line, year, result)
                cell = result.options["joint_body"].lines[line][place, y, 0]
                assert found.value == pytest.approx(cell, abs=1e-6)
                assert found.expression.value == pytest.approx(cell, rel=1e-12, abs=1e-6)


def test_the_year_of_a_change_is_a_figure_like_any_other() -> None:
    scenario, path = sed_then(2021), "options.joint_body.then.year"
    assert path in scenario.figures
    tried = Cases(3, {path: np.array([2019.0, 2021.0, 2023.0])})
    together = recompute(evaluate(scenario), scenario, [path], tried)
    for case, year in enumerate((2019, 2021, 2023)):
        single = evaluate(sed_then(year)).options["joint_body"].lines
        for line, amounts in together.options["joint_body"].lines.items():
            assert amounts[..., case] == pytest.approx(single[line][..., 0], rel=1e-12), line


def test_what_the_other_option_costs_counts_in_the_option_that_changes_to_it() -> None:
    scenario = sed_then(2019)
    path = "options.merger.governance_fixed"
    assert path in scenario.figures or "options.merger.process_fixed" in scenario.figures
    name = path if path in scenario.figures else "options.merger.process_fixed"
    before = evaluate(scenario)
    dearer = Cases(1, {name: np.array([scenario.figures[name].value + 1e6])})
    after = recompute(before, scenario, [name], dearer)
    changed_by = sum(
        (after.options["joint_body"].lines[line] - before.options["joint_body"].lines[line]).sum()
        for line in LINES
    )
    assert changed_by > 1e5
