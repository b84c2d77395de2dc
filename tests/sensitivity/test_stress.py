"""The stress set: each test by hand on a small case, and together on the worked ones."""

from __future__ import annotations

import numpy as np
import pytest
from examples import gallery
from numpy.typing import NDArray

from orgdesign.lines import LINES
from orgdesign.model.calculation import evaluate
from orgdesign.model.choices import leaving
from orgdesign.model.outcomes import measure
from orgdesign.model.result import Cases
from orgdesign.scenario.scenario import Scenario
from orgdesign.sensitivity import stressed
from orgdesign.sensitivity.stress import STRESSES, stress
from orgdesign.sensitivity.study import Study
from sensitivity.worked import worked

ALONE, BODY = 10 * 130_000, 7.5 * 130_000


def study_of(scenario: Scenario, measure: str = "structural_cost") -> Study:
    return Study(scenario, scenario.options, scenario.municipalities, measure)


def totals(scenario: Scenario, test: str, measure: str = "structural_cost") -> tuple[float, float]:
    """Return what staying alone and the body cost under a test."""
    (found,) = [each for each in stress(study_of(scenario, measure)).tests if each.test == test]
    return float(found.costs["alone"].sum()), float(found.costs["body"].sum())


def line(scenario: Scenario, name: str) -> NDArray[np.float64]:
    lines = evaluate(scenario).options["body"].lines[name][..., 0].sum(axis=0)
    return np.asarray(lines)


def test_the_central_case_stands_first() -> None:
    first = stress(study_of(worked())).tests[0]
    assert first.test == "central"
    assert (first.costs["alone"].sum(), first.costs["body"].sum()) == pytest.approx((ALONE, BODY))


def test_without_any_gain_the_body_needs_every_post() -> None:
    assert totals(worked(), "no_gain") == pytest.approx((ALONE, ALONE))


def test_with_half_the_gain_it_needs_half_fewer_posts_less() -> None:
    assert totals(worked(), "half_gain") == pytest.approx((ALONE, 8.75 * 130_000))


def test_half_the_gain_of_a_formation_plan_lies_between_plan_and_posts() -> None:
    plan = worked("[options.body.joint_fte]\nclerk = 8\n")
    assert totals(plan, "half_gain") == pytest.approx((ALONE, 9 * 130_000))
    assert totals(plan, "no_gain") == pytest.approx((ALONE, 10 * 130_000))


def test_a_formation_plan_with_more_posts_does_not_become_cheaper_without_its_gain() -> None:
    plan = worked("[options.body.joint_fte]\nclerk = 12\n")
    assert totals(plan, "no_gain") == pytest.approx((ALONE, 12 * 130_000))


def test_two_years_late_the_gain_is_there_in_the_third_year() -> None:
    late = stressed.late(worked())
    posts = evaluate(late).options["body"].evaluation["joint_demand"][0, 0, :, 0]
    assert posts.tolist() == pytest.approx([10.0, 10.0, 7.5, 7.5])


def test_two_years_late_the_measures_are_late_too() -> None:
    extra = '[measures.better]\nname = "Better"\ntasks = ["work"]\nsaving = 0.1\n'
    late = stressed.late(worked(extra))
    demand = evaluate(late).options["alone"].evaluation["demand"][0, 0, :, 0]
    assert demand.tolist() == pytest.approx([5.0, 5.0, 4.5, 4.5])


def test_without_vat_recovered_the_charge_is_dearer_by_the_whole_rate() -> None:
    assert totals(worked(), "no_vat") == pytest.approx((ALONE, 1.2 * BODY))


def test_dearer_wages_leave_the_overhead() -> None:
    assert totals(worked(), "wages") == pytest.approx((10 * 134_000, 7.5 * 134_000))


def test_dearer_wages_take_the_amounts_along_that_follow_wages() -> None:
    amount = '[[options.body.amounts]]\nline = "{line}"\nname = "More"\namount = 100_000\n'
    for name, more in (("formation", 105_000), ("governance", 100_000)):
        given = worked(amount.format(line=name))
        assert totals(given, "wages")[1] == pytest.approx(7.5 * 134_000 + more)


def test_more_volume_is_more_of_everything_that_follows_posts() -> None:
    assert totals(worked(), "volume") == pytest.approx((1.05 * ALONE, 1.05 * BODY))


def test_a_dearer_change_is_half_dearer_in_its_three_lines_alone() -> None:
    amounts = "".join(
        f'[[options.body.amounts]]\nline = "{name}"\nname = "x"\namount = 1000\nyear = 2025\n'
        for name in ("startup", "governance")
    )
    given = worked(amounts, process_fixed="9_000", social_plan_per_fte="600")
    before = {name: line(given, name).sum() for name in LINES}
    after = {name: line(stressed.dearer_change(given), name).sum() for name in LINES}
    dearer = {name for name in LINES if after[name] != before[name]}
    assert dearer == {"process", "startup", "social_plan"}
    assert all(after[name] == pytest.approx(1.5 * before[name]) for name in dearer)


def test_a_partner_is_out_after_its_third_year() -> None:
    study = study_of(worked(), "present_value")
    (found,) = [each for each in stress(study).tests if each.leaver == "south"]
    cases = Cases(1, {leaving("south"): np.array([2027.0])})
    expected = measure(evaluate(study.scenario, cases, ["body"]), "body", "present_value")
    np.testing.assert_allclose(found.costs["body"], expected[:, 0])


def test_a_partner_is_out_before_all_end() -> None:
    given = worked("until = 2026\nexit_rebuilding = 500_000\n")
    study = study_of(given, "present_value")
    (found,) = [each for each in stress(study).tests if each.leaver == "south"]
    cases = Cases(1, {leaving("south"): np.array([2025.0])})
    expected = measure(evaluate(given, cases, ["body"]), "body", "present_value")
    np.testing.assert_allclose(found.costs["body"], expected[:, 0])


def test_nobody_leaves_what_lasts_a_year() -> None:
    found = stress(study_of(worked("until = 2025\n")))
    assert not [each for each in found.tests if each.leaver]


def test_nobody_leaves_what_has_become_a_merger_by_then() -> None:
    merger = """
then = { year = 2026, option = "one" }
[options.one]
name = "One"
form = "merger"
from = 2025
overhead_per_fte = 50_000
"""
    found = stress(study_of(worked(merger)))
    assert not [each for each in found.tests if each.leaver]


@pytest.mark.untraced  # the worked cases above reach the same
@pytest.mark.parametrize("scenario", gallery(), ids=lambda s: s.file[-12:-5])
def test_every_test_is_there_and_nobody_leaves_what_cannot_be_left(scenario: Scenario) -> None:
    found = stress(study_of(scenario))
    assert [each.test for each in found.tests[1 : 1 + len(STRESSES)]] == list(STRESSES)
    for each in found.tests:
        for option in scenario.options:
            host = scenario.document.options[option].host
            stays = each.leaver is not None and (
                each.leaver == host
                or each.leaver not in scenario.participants(option)
                or bool(scenario.property(option, "merges"))
                or scenario.property(option, "kind") == "alone"
            )
            assert (option in each.costs) is not bool(stays)


def test_figures_that_are_not_stressed_stay_as_they_are() -> None:
    given = worked()
    for change in (stressed.dearer_wages, stressed.more_volume, stressed.dearer_change):
        changed = change(given)
        assert set(changed.figures) == set(given.figures)
        assert changed.document == given.document


def test_two_years_late_a_plan_begins_two_years_later() -> None:
    """Two years of work in 2025 and 2026, then in 2027 and 2028: half of the gain, then all."""
    extra = """
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
    given = worked(extra)
    posts = [
        evaluate(each).options["body"].evaluation["joint_demand"][0, 0, :, 0].tolist()
        for each in (given, stressed.late(given))
    ]
    assert posts == [
        pytest.approx([8.75, 7.5, 7.5, 7.5]),
        pytest.approx([10.0, 10.0, 8.75, 7.5]),
    ]
