"""What getting out costs, by hand and as it follows from the bill with an end."""

from __future__ import annotations

import tomllib
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from examples import EXAMPLE, ROOT, result, scenario

from orgdesign.model.calculation import evaluate
from orgdesign.model.exits import exits, year_of_operation
from orgdesign.model.lock_in import lock_in
from orgdesign.model.outcomes import total_cost
from orgdesign.model.result import Result
from orgdesign.scenario.load import load_text
from orgdesign.tables.build import together
from orgdesign.tables.registry import TABLES
from orgdesign.tables.settings import settings_for
from orgdesign.tables.table import Mark, Table

RULE = ("options.host_zeist.exit_years=5", "options.host_zeist.exit_start_share=1")
STOPS = 'options.joint_body.unwinding=[{line="process", name="Stop", amount=40_000}]'
REBUILT = "options.host_zeist.exit_rebuilding=10_000"


evaluated = partial(result, EXAMPLE)


def test_leaving_costs_three_contributions_and_building_up_also_at_the_end_of_the_horizon() -> None:
    result = evaluated(*RULE, REBUILT)
    found = lock_in(result, "host_zeist")
    assert found.years == tuple(range(2020, 2028))
    charge = result.options["host_zeist"].evaluation["running_charge"][:, 0, :, 0]
    places = result.scenario.municipalities
    for at, m in enumerate(found.able):
        for position, year in enumerate(found.years):
            last = charge[places.index(m), result.scenario.years.index(year)]
            assert found.leaving[at, position] == pytest.approx(3.0 * last + 10_000)


def test_where_all_of_the_fee_falls_within_the_horizon_it_is_that_of_the_exit() -> None:
    result = evaluated(*RULE, REBUILT)
    found = lock_in(result, "host_zeist")
    (left,) = exits(result, "host_zeist", [("bunnik",)], 2021)
    paid = left.compensation.sum() + left.rebuilding.sum()
    assert found.leaving[found.able.index("bunnik"), 1] == pytest.approx(paid)


def test_ending_is_the_bill_with_that_last_year_against_alone() -> None:
    result = evaluated()
    found = lock_in(result, "joint_body")
    ended = evaluated("options.joint_body.until=2024")
    more = (total_cost(ended, "joint_body") - total_cost(ended, "alone"))[..., 0]
    at, later = found.years.index(2024), ended.scenario.years.index(2024) + 1
    assert found.in_all[:, at] == pytest.approx(more.sum(axis=1))
    assert found.still_paid[:, at] == pytest.approx(more[:, later:].sum(axis=1))


def test_the_cost_of_unwinding_that_the_file_dates_after_the_end_is_paid_after_any_end() -> None:
    amount = 'options.network.amounts=[{line="process", name="Afbouw", amount=40_000, year=2026}]'
    found = lock_in(evaluated(amount, "options.network.until=2025"), "network")
    assert found.still_paid[:, found.years.index(2024)].sum() == pytest.approx(40_000)


PARTICIPANTS = evaluated().scenario.participants("joint_body")


def table(option: str, **changes: object) -> Table:
    result = evaluated(*RULE, STOPS)
    asked = {"language": "en", "options": (option,), **changes}
    return TABLES["lock_in"](result, settings_for(result.scenario, "lock_in", **asked))


def test_a_host_cannot_leave_but_all_can_stop() -> None:
    found = table("host_zeist")
    assert set(found.row("zeist").cells[1:]) == {Mark.NOT_APPLICABLE}
    assert found.row("in_all").cells[0] == "Everyone stops: more cost together over all years"
    assert table("alone").rows == ()


def test_what_each_still_pays_when_all_stop_adds_up_to_what_all_do() -> None:
    found = table("joint_body")
    each = [found.row(f"{m}.still_paid").cells[1:] for m in PARTICIPANTS]
    sums = [together(column) for column in zip(*each, strict=True)]
    assert set(sums) == {40_000}
    assert list(found.row("still_paid").cells[1:]) == sums
    (bunnik,) = (
        r for r in table("joint_body", municipalities=("bunnik",)).rows if r.id == "still_paid"
    )
    assert list(bunnik.cells[1:]) == sums


GROWING = Path(__file__).parent.parent / "worked" / "growing_and_unwinding_by_task.toml"


def growing(more: str = "") -> Result:
    text = tomllib.loads(GROWING.read_text())["scenario"] + more
    loaded = load_text(text, "growing.toml")
    assert loaded.scenario is not None, loaded.problems
    return evaluate(loaded.scenario)


def test_what_ending_costs_falls_after_whichever_year_it_is_ended() -> None:
    found = lock_in(growing(), "grow")
    assert found.years == (2025, 2026, 2027, 2028)
    # After 2025 and 2026 the contracts of the desk and the liquidator; who is let go before 2027
    # is home again. After 2027 the same, and after 2028 the last part of the desk, as it ended.
    assert found.still_paid.sum(axis=0).tolist() == pytest.approx([52_000, 52_000, 52_000, 22_000])
    # The contracts are shared equally. The liquidator goes by the staff of what was brought in:
    # of Noord 2 / 4 of the desk, from 2027 3 / 8 with permits.
    assert found.inside == ("noord", "zuid")
    assert found.still_paid[0].tolist() == pytest.approx([26_000, 26_000, 24_500, 9_500])


AMOUNTS = """
[[options.grow.amounts]]
line = "formation"
name = "More posts, as long as it lasts"
from = 2026
amount = 1_000
[[options.grow.amounts]]
line = "governance"
name = "A contract until 2027"
from = 2025
until = 2027
amount = 200
[[options.grow.amounts]]
line = "process"
name = "A second round"
year = 2027
amount = 30
[[options.grow.amounts]]
line = "process"
name = "A reference to the past, after the end of the file"
year = 2029
amount = 4
"""


def test_after_an_end_only_amounts_that_were_entered_into_are_still_paid() -> None:
    before, found = lock_in(growing(), "grow"), lock_in(growing(AMOUNTS), "grow")
    # After 2025: the contract in 2026 and 2027, and what the file dates after the end; the posts
    # and the second round have not begun. After 2026: the contract in 2027; the posts stop.
    # After 2028, the end that the file gives, everything as the file says: the posts in 2029 too.
    later = (found.still_paid - before.still_paid).sum(axis=0)
    assert later.tolist() == pytest.approx([404, 204, 4, 1_004])
    # Before it: 200 a year until 2027, 1 000 a year from 2026, and 30 in 2027.
    in_all = (found.in_all - before.in_all).sum(axis=0)
    assert in_all.tolist() == pytest.approx([604, 1_604, 2_634, 4_634])


STEPPING = """
[options.stepping]
name = "One after the other"
form = "body"
from = 2025
governance_fixed = 10_000
then = { year = 2027, option = "lasting" }
unwinding = [{ line = "process", name = "Winding up the first", amount = 6_000 }]
[options.lasting]
name = "Lasting"
form = "body"
from = 2026
governance_fixed = 50_000
unwinding = [{ line = "process", name = "Winding up the second", amount = 9_000 }]
amounts = [{ line = "governance", name = "More of it", from = 2027, amount = 700 }]
"""


def test_where_another_option_takes_over_ending_is_of_the_one_in_force_and_nothing_follows() -> (
    None
):
    found = lock_in(growing(STEPPING), "stepping")
    assert found.years == (2025, 2026, 2027, 2028)
    # The second option is a year later than its own first year, so that more of it is from 2028.
    assert found.still_paid.sum(axis=0).tolist() == pytest.approx([6_000, 6_000, 9_000, 9_000])
    in_all = [16_000, 26_000, 26_000 + 59_000, 26_000 + 109_700]
    assert found.in_all.sum(axis=0).tolist() == pytest.approx(in_all)


def test_after_the_last_year_all_stop_and_nobody_leaves() -> None:
    """The desk and permits run until 2028; who would leave then, stops with the others."""
    leaving = lock_in(growing(), "grow").leaving
    assert np.isnan(leaving[:, -1]).all()
    assert not np.isnan(leaving[:, :-1]).any()
    found = lock_in(growing(STEPPING), "stepping").leaving
    assert not np.isnan(found).any()


def test_the_year_of_an_exit_is_before_the_last_one() -> None:
    assert year_of_operation(growing(), "grow", 3) == 2027
    assert year_of_operation(growing(), "grow", 4) == 2027
    assert year_of_operation(growing(STEPPING), "stepping", 4) == 2028


def test_from_the_year_in_which_they_become_one_nobody_can_leave() -> None:
    merging = 'options.officials_merger.then={year=2025, option="merger"}'
    result = evaluate(scenario(ROOT / "scenarios" / "maashorst.toml", merging))
    found = lock_in(result, "officials_merger")
    assert found.able == result.scenario.participants("officials_merger")
    late = np.array(found.years) >= 2025
    assert np.isnan(found.leaving[:, late]).all()
    assert np.isfinite(found.leaving[:, ~late]).any()
