"""A work plan as the ramp of a task's gain, by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from sensitivity.worked import worked

from orgdesign.model.calculation import evaluate, recompute
from orgdesign.model.result import Cases
from orgdesign.model.staffing import staffing
from orgdesign.quantities import Quantity
from orgdesign.scenario.scenario import Scenario

PLAN = """
[options.body.work_plan]
work = "build"
[plans.build]
name = "Build"
from = 2025-01-01
[plans.build.streams.all]
name = "All"
discipline = "processes"
per_month = 1
[plans.build.streams.all.work]
whole = { name = "Whole", units = 24 }
"""
UNITS = "plans.build.streams.all.work.whole.units"


def posts(scenario: Scenario) -> list[float]:
    found = evaluate(scenario).options["body"].evaluation["joint_demand"]
    return [float(each) for each in found[0, 0, :, 0]]


def test_half_the_plan_is_half_the_gain() -> None:
    """Of 10 posts 2.5 can go; after a year 12 of 24 months of work are done, after two all."""
    assert posts(worked(PLAN)) == pytest.approx([8.75, 7.5, 7.5, 7.5])


def test_what_is_reinvested_follows_the_plan_too() -> None:
    result = evaluate(worked("reinvested_share = 0.5\n" + PLAN))
    by_year = [staffing(result, "body", year).reinvested_fte for year in result.scenario.years]
    assert by_year == pytest.approx([0.625, 1.25, 1.25, 1.25])


def test_longer_work_moves_the_gain_as_computing_it_anew_does() -> None:
    scenario = worked(PLAN)
    figures = {**scenario.figures, UNITS: Quantity(value=48.0)}
    longer = replace(scenario, figures=figures)
    again = recompute(evaluate(scenario), longer, [UNITS])
    found = again.options["body"].evaluation["joint_demand"][0, 0, :, 0]
    assert found.tolist() == posts(longer)
    assert found.tolist() == pytest.approx([9.375, 8.75, 8.125, 7.5])


def test_a_case_of_many_is_as_one() -> None:
    scenario = worked(PLAN)
    cases = Cases(2, {UNITS: np.array([24.0, 48.0])})
    found = evaluate(scenario, cases).options["body"].evaluation["joint_demand"][0, 0]
    assert found[:, 0].tolist() == pytest.approx([8.75, 7.5, 7.5, 7.5])
    assert found[:, 1].tolist() == pytest.approx([9.375, 8.75, 8.125, 7.5])


def test_a_task_that_comes_in_later_gains_what_its_plan_has_finished_by_then() -> None:
    """In from 2026 on: 24 of 48 months of work are done after that year, then three quarters."""
    later = worked(PLAN.replace("= 24", "= 48") + "[options.body.tasks]\nwork = { from = 2026 }\n")
    assert posts(later) == pytest.approx([0.0, 8.75, 8.125, 7.5])
