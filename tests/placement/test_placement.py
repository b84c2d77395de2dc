"""The people of a scenario in its posts: by hand, next to the model's own count, and laws."""

from __future__ import annotations

from copy import deepcopy
from functools import partial
from pathlib import Path

import numpy as np
import pytest
import tomli_w
from examples import example, gallery, result
from hypothesis import given
from strategies import RANDOM, scenario_from, scenarios

from orgdesign.model.axes import Array
from orgdesign.model.calculation import evaluate
from orgdesign.model.result import Result
from orgdesign.model.staffing import staffing
from orgdesign.placement.placement import counted_surplus, placement, salary_guarantee
from orgdesign.placement.suitable import scale_step
from orgdesign.placement.travel import distance, workplace
from orgdesign.scenario.load import load_text
from orgdesign.scenario.scenario import Scenario

SMALL = Path(__file__).with_name("small.toml")


small = partial(result, SMALL)


def test_two_of_eight_lose_their_job_and_land_in_the_vacancy_and_the_further_post() -> None:
    found = placement(small(), "host")
    clerks = found.placed[1, :, 0]
    # clerk, desk, adviser (too far), planner
    np.testing.assert_allclose(clerks[0], [1.5, 0.25, 0.0, 0.0625], atol=1e-9)
    np.testing.assert_allclose(clerks[1], [4.5, 0.75, 0.0, 0.1875], atol=1e-9)
    np.testing.assert_allclose(found.no_place[1, :, 0], [0.1875, 0.5625], atol=1e-9)
    assert found.lower[1].sum() == pytest.approx(1.0)
    assert found.higher[1].sum() == pytest.approx(0.25)
    np.testing.assert_allclose(found.open[1], [0.0, 0.0, 1.0, 0.0], atol=1e-9)


def test_nobody_is_placed_before_the_start_and_who_has_no_place_leaves_after_the_guarantee() -> (
    None
):
    found = placement(small(), "host")
    assert not found.there[0].any()
    assert found.settled[1].sum() == found.settled[2].sum() == 0
    assert found.settled[3].sum() == pytest.approx(0.75)
    assert found.left.sum() == 0


def test_with_a_bound_on_the_scales_the_adviser_is_too_far_and_without_it_is_not() -> None:
    found = placement(small("staff.suitable_scales=4"), "host")
    np.testing.assert_allclose(found.placed[1, :, 0].sum(axis=0), [6, 1, 1, 0], atol=1e-9)
    assert found.no_place[1].sum() == pytest.approx(0.0, abs=1e-9)


def test_a_vacancy_is_filled_before_a_post_of_hired_staff() -> None:
    """Half a clerk too many, and as near as each other: a hired desk and a vacant adviser."""
    half = ("jobs.clerk.fte.noord=0.5", "jobs.clerk.persons.noord=1")
    near = ("jobs.desk.hired.noord=1.0", "jobs.desk.vacant.zuid=0", 'jobs.adviser.scale="8"')
    found = placement(small(*half, *near), "host")
    assert found.hired[1, 1] == pytest.approx(1.0)
    np.testing.assert_allclose(found.placed[1, :, 0].sum(axis=0), [6, 0, 0.5, 0], atol=1e-7)


def test_a_post_of_hired_staff_is_filled_before_a_vacancy_that_lies_further() -> None:
    """Half a clerk too many: the hired desk is one scale off, the vacant adviser two."""
    half = ("jobs.clerk.fte.noord=0.5", "jobs.clerk.persons.noord=1")
    further = ("jobs.desk.hired.noord=1.0", "jobs.desk.vacant.zuid=0", 'jobs.adviser.scale="9"')
    found = placement(small(*half, *further, "salary.9=90_000"), "host")
    np.testing.assert_allclose(found.placed[1, :, 0].sum(axis=0), [6, 0.5, 0, 0], atol=1e-7)


def test_who_goes_to_a_lower_scale_keeps_the_old_pay() -> None:
    result = small()
    kept = salary_guarantee(result, "host", placement(result, "host"))
    np.testing.assert_allclose(kept[1], [0.25 * 10_000, 0.75 * 10_000])


def test_the_bill_counts_as_surplus_who_found_another_job() -> None:
    result = small()
    assert counted_surplus(result, "host")[1].sum() == pytest.approx(2.0)


def test_a_letter_behind_a_scale_is_half_a_step() -> None:
    assert [scale_step(scale) for scale in ("7", "10", "10A", "11")] == [7.0, 10.0, 10.5, 11.0]


def test_the_workplace_is_the_hosts_and_a_distance_holds_either_way() -> None:
    scenario = small().scenario
    assert workplace(scenario, "host") == "zuid"
    assert workplace(small('options.host.workplace="noord"').scenario, "host") == "noord"
    assert distance(scenario, "zuid", "noord") == distance(scenario, "noord", "zuid") == 12.0
    assert distance(scenario, "zuid", "zuid") == 0.0
    assert np.isnan(distance(example(), "zeist", "bunnik"))
    assert workplace(scenario, "alone") is None


@pytest.mark.parametrize("scenario", [example(), *gallery()], ids=lambda s: s.file[-30:])
def test_where_no_job_suits_another_the_placement_is_the_models_own_count(
    scenario: Scenario,
) -> None:
    alone = deepcopy(scenario.raw)
    for job in alone["jobs"].values():
        job.pop("suitable_for", None)
    without = load_text(tomli_w.dumps(alone), scenario.file).scenario
    assert without is not None
    agrees_with_the_model(evaluate(without))


@RANDOM
@given(scenarios())
def test_it_is_so_in_random_scenarios_too(tables: dict[str, object]) -> None:
    agrees_with_the_model(evaluate(scenario_from(tables)))


def agrees_with_the_model(result: Result) -> None:
    for option in result.scenario.options:
        figures = result.options[option].evaluation
        found = placement(result, option)
        part = np.moveaxis(figures["people_part"][..., 0], 2, 0)
        there = np.moveaxis(figures["remaining"][..., 0], 2, 0) * part
        alike(found.there, there, 1e-7)
        alike(found.no_place, counted_surplus(result, option)[:, None] * part, 1e-7)
        kept = (figures["salary_guarantee"] * figures["wage_index"])[:, 0, :, 0].T
        alike(salary_guarantee(result, option, found), kept, 0.05)


def alike(found: Array, expected: Array, within: float) -> None:
    np.testing.assert_allclose(found, np.broadcast_to(expected, found.shape), atol=within)


def with_suitable_jobs(tables: dict[str, object]) -> dict[str, object]:
    """Return the tables with every job suitable for every other."""
    jobs = tables["jobs"]
    assert isinstance(jobs, dict)
    for id, job in jobs.items():
        job["suitable_for"] = [other for other in jobs if other != id]
    return tables


@RANDOM
@given(scenarios())
def test_people_in_are_people_out_and_nobody_is_placed_twice(tables: dict[str, object]) -> None:
    result = evaluate(scenario_from(with_suitable_jobs(tables)))
    for option in result.scenario.options:
        found = placement(result, option)
        placed = found.placed.sum(axis=3) + found.no_place
        np.testing.assert_allclose(placed, found.there, atol=1e-9)
        every = found.left + found.settled_before + found.there
        came = np.broadcast_to(found.brought_in * found.operating, every.shape)
        np.testing.assert_allclose(every, came, atol=1e-7)
        over = found.placed.sum(axis=(1, 2)) - found.posts
        assert over.max(initial=0.0) < 1e-7
        assert found.follows.min(initial=0.0) >= 0
        assert found.other_job.min(initial=0.0) > -1e-9


@RANDOM
@given(scenarios())
def test_the_order_of_jobs_and_municipalities_in_the_file_does_not_matter(
    tables: dict[str, object],
) -> None:
    result = evaluate(scenario_from(with_suitable_jobs(tables)))
    turned = {**tables, **{name: backwards(tables[name]) for name in ("jobs", "municipalities")}}
    other = evaluate(scenario_from(turned))
    for option in result.scenario.options:
        found, again = placement(result, option), placement(other, option)
        np.testing.assert_allclose(found.no_place, again.no_place[:, ::-1, ::-1], atol=1e-6)
        np.testing.assert_allclose(found.follows, again.follows[:, ::-1, ::-1], atol=1e-6)


def backwards(table: object) -> dict[str, object]:
    assert isinstance(table, dict)
    return dict(reversed(table.items()))


NETWORK_FIRST = (
    'options.first={name="First", form="network", from=2025, scope={office=1.0}, '
    'joint_fte={clerk=7.0}, ramp=[1.0], then={year=2027, option="host"}}',
    "options.host.guarantee_years=1",
)


def test_where_another_option_takes_over_the_people_are_placed_by_the_one_in_force() -> None:
    """First seven posts for eight clerks, with one at the vacant desk; from 2027 on the host's
    six, and its planner: two over, of whom 1 at the desk, 0.25 planner, 0.75 without a place."""
    result = small(*NETWORK_FIRST)
    for y in range(2):
        found = placement(result, "first", y)
        np.testing.assert_allclose(found.placed[y, :, 0].sum(axis=0), [7, 1, 0], atol=1e-9)
        assert counted_surplus(result, "first", y)[y].sum() == pytest.approx(1.0)
        assert not salary_guarantee(result, "first", found, y).any()
    for y in range(2, 4):
        found = placement(result, "first", y)
        np.testing.assert_allclose(found.placed[y, :, 0].sum(axis=0), [6, 1, 0, 0.25], atol=1e-9)
        assert found.no_place[y].sum() == pytest.approx(0.75)
        assert salary_guarantee(result, "first", found, y)[y].sum() == pytest.approx(10_000)


def test_where_another_option_takes_over_the_guarantee_counts_from_then() -> None:
    """The network settles nobody; the host's guarantee of a year is over in 2028."""
    result = small(*NETWORK_FIRST)
    assert placement(result, "first", 1).settled.sum() == 0
    assert placement(result, "first", 3).settled.sum(axis=(1, 2)).tolist() == pytest.approx(
        [0, 0, 0, 0.75]
    )
    by_year = [staffing(result, "first", year) for year in result.scenario.years]
    assert [each.changing_employer.sum() for each in by_year] == pytest.approx([0, 0, 4, 4])
    assert [each.gone.sum() for each in by_year] == pytest.approx([0, 0, 0, 2])
