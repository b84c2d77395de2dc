"""An option that another takes over from: each in its years, told against staying alone."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import numpy as np
import pytest
from drawing.steps import FIRST_YEAR, Tables
from hypothesis import HealthCheck, assume, given, settings
from pencil.bill import Bill, pencil_bill
from strategies import RANDOM, scenario_from, scenarios

from orgdesign.lines import LINES
from orgdesign.model.calculation import evaluate, recompute
from orgdesign.model.explain import explain
from orgdesign.model.result import Cases
from orgdesign.scenario.scenario import ALONE, Scenario


def changed(tables: Tables) -> Tables | None:
    """Return the tables in which one option changes to the other; None where it cannot.

    The other has no last year and no work plan, its measures start with it, and its amounts
    fall in the horizon.
    """
    everyone = set(tables["municipalities"])
    for first, second in permutations(tables["options"], 2):
        one, other = tables["options"][first], dict(tables["options"][second])
        year = central(one["from"]) + 1 + len(first) % 2
        last = FIRST_YEAR + tables["scenario"]["years"] - 1
        if year > last or not among(other, everyone) <= among(one, everyone):
            continue
        delay = year - central(other["from"])
        other.pop("until", None)
        other.pop("work_plan", None)  # its dates move along with the option
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
        other["tasks"] = tasks_by(other, last - delay)
        kept = {key: value for key, value in one.items() if key != "until"}
        kept["tasks"] = tasks_by(one, year - 1)
        kept["from"] = central(one["from"])  # a range could pass the change
        kept["then"] = {"year": year, "option": second}
        return {**tables, "options": {first: kept, second: other}}
    return None


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
    one["until"] = year - 1
    delay = year - central(other["from"])
    other = moved(other, delay)
    scenario = scenario_from({**tables, "options": {first: one, second: other}})
    bills = (pencil_bill(scenario, option) for option in (first, second, ALONE))
    return tuple(bills)  # type: ignore[return-value]


def moved(option: Tables, delay: int) -> Tables:
    """Return an option that starts later, its own amounts and measures too."""
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
    return found


@settings(RANDOM, suppress_health_check=list(HealthCheck))
@given(scenarios(options=2))
def test_a_change_of_form_is_each_option_in_its_years(tables: Tables) -> None:
    found = changed(tables)
    assume(found is not None)
    assert found is not None
    scenario = scenario_from(found)
    result = evaluate(scenario)
    option = next(iter(found["options"]))
    one, other, alone = by_pencil(found, found["options"][option]["then"]["year"])
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
