"""The tornado: its ends are what the model says there, and what does nothing has its reason."""

from __future__ import annotations

import numpy as np
import pytest
from examples import ROOT, example, scenario

from orgdesign.model.calculation import evaluate
from orgdesign.model.outcomes import measure
from orgdesign.model.result import Cases
from orgdesign.scenario.scenario import Scenario
from orgdesign.sensitivity.quantities import ends
from orgdesign.sensitivity.silent import Silent, silent
from orgdesign.sensitivity.single import every
from orgdesign.sensitivity.study import Study
from orgdesign.sensitivity.tornado import tornado
from sensitivity.worked import worked

ZOU = scenario(ROOT / "scenarios" / "zuidoost-utrecht.toml")


def study_of(scenario: Scenario, measure: str = "structural_cost") -> Study:
    return Study(scenario, scenario.options, scenario.municipalities, measure)


@pytest.mark.parametrize("name", ["structural_cost", "transition_cost", "present_value"])
def test_both_ends_are_what_the_model_says_with_that_figure_alone(name: str) -> None:
    given = example()
    option, place = given.options[-1], given.municipalities[1]
    found = tornado(study_of(given, name))
    for bar in found.bars(option, [place]):
        for value, outcome in ((bar.low, bar.at_low), (bar.high, bar.at_high)):
            result = evaluate(given, Cases(1, {bar.path: np.array([value])}))
            paid = [np.broadcast_to(measure(result, o, name), (len(given.municipalities), 1))
                    for o in (option, "alone")]  # fmt: skip
            assert outcome == pytest.approx((paid[0] - paid[1])[1, 0], abs=1e-6)


def test_the_widest_bar_comes_first_and_what_moves_nothing_last() -> None:
    found = tornado(study_of(ZOU))
    bars = found.bars("joint_body")
    swings = [round(bar.swing, 2) if bar.moves else 0.0 for bar in bars]
    assert swings == sorted(swings, reverse=True)
    assert {bar.path for bar in bars} == set(every(ZOU))


def test_by_hand_a_rate_of_overhead_swings_by_its_range_times_the_joint_posts() -> None:
    (bar,) = tornado(study_of(worked()), ["options.body.overhead_per_fte"]).bars("body")
    assert bar.central == pytest.approx(7.5 * 130_000 - 10 * 130_000)
    assert bar.swing == pytest.approx(7.5 * 120_000)


def test_the_amount_itself_is_the_difference_and_what_alone_costs() -> None:
    found = tornado(study_of(ZOU))
    amount = found.outcome("network", None, None)
    difference, alone = found.outcome("network", None), found.outcome("alone", None, None)
    np.testing.assert_allclose(amount, difference + alone)


REASONS = [
    ("structural_cost", "scenario.discount_rate", "discounting", ()),
    ("structural_cost", "staff.absence", "unread", ()),
    ("structural_cost", "options.network.realisation", "elsewhere", ("network",)),
    ("structural_cost", "options.joint_body.process_fixed", "lines", ("process", "vat_one_off")),
    ("structural_cost", "options.joint_body.stranded[0]", "years", ("stranded_overhead",)),
    ("structural_cost", "options.joint_body.social_plan_per_fte", "inert", ()),
]


@pytest.mark.parametrize(("name", "path", "why", "names"), REASONS)
def test_what_moves_nothing_has_its_reason(
    name: str, path: str, why: str, names: tuple[str, ...]
) -> None:
    found = silent(study_of(ZOU, name), "joint_body", ZOU.municipalities, [path])[path]
    assert (found.why, found.names) == (why, names)


def test_a_key_shifts_cost_and_leaves_the_sum() -> None:
    keys = """
[figures.clients]
name = "Clients"
year = 2024
values = { north = { value = 100, low = 50, high = 150 }, south = 100 }
"""
    given = worked("keys = { all = 'clients' }\n" + keys)
    study = study_of(given)
    path = "figures.clients.values.north"
    (bar,) = tornado(study, [path]).bars("body")
    assert not bar.moves
    assert silent(study, "body", given.municipalities, [path])[path].why == "shifted"


def test_what_alone_costs_as_much_more_is_the_same_for_both() -> None:
    extra = """
[[alone.amounts]]
line = "own_systems"
name = "Own"
municipality = "north"
amount = { value = 1000, low = 0, high = 2000 }
everywhere = true
"""
    given = worked(extra)
    path = "alone.amounts[0].amount"
    assert silent(study_of(given), "body", given.municipalities, [path])[path].why == "both"


def test_what_moves_nothing_in_the_year_asked_for_does_so_in_other_years() -> None:
    given = worked(ramp="[0.0, { value = 0.5, low = 0.2, high = 0.8 }, 1.0]")
    path = "options.body.ramp[1]"
    for name in ("structural_cost", "total_cost"):
        study = Study(given, given.options, given.municipalities, name, year=2025)
        found = silent(study, "body", given.municipalities, [path])[path]
        assert (found.why, found.names) == ("years", ("formation", "overhead"))


def test_what_comes_to_nothing_for_each_municipality_shifts_nothing() -> None:
    """The people who are not needed are paid as before for as long as they are guaranteed it."""
    given = worked(overlap="{ value = 0.5, low = 0.4, high = 0.6 }", guarantee_years="4")
    path = "tasks.work.overlap"
    for places in (given.municipalities, ("north",)):
        found = silent(study_of(given), "body", places, [path])[path]
        assert (found.why, found.names) == ("cancelled", ("formation", "overhead", "surplus"))


def test_what_only_moves_staying_alone_does_nothing_to_the_amount_of_an_option() -> None:
    extra = """
[[alone.amounts]]
line = "own_systems"
name = "Own"
municipality = "north"
amount = { value = 1000, low = 0, high = 2000 }
"""
    given, path = worked(extra), "alone.amounts[0].amount"
    found = silent(study_of(given), "body", given.municipalities, [path], None)[path]
    assert (found.why, found.names) == ("elsewhere", ("alone",))


def test_the_key_of_what_takes_over_shifts_cost() -> None:
    change = """
then = { year = 2027, option = "later" }
[options.later]
name = "Later"
form = "network"
from = 2025
scope = { work = 1.0 }
[sensitivity.keys.charge]
option = "later"
pool = "running"
keys = ["inhabitants", "equal"]
"""
    path, smaller = "options.later.keys.running", '{ name = "North", inhabitants = 5_000 }'
    for given, why in ((worked(change, north=smaller), "shifted"), (worked(change), "unmoved")):
        assert silent(study_of(given), "body", given.municipalities, [path])[path].why == why


OF_PAIR = """
[options.pair]
name = "Pair"
form = "network"
participants = ["north", "south"]
from = 2025
scope = { work = 1.0 }
process_fixed = 30_000
governance_fixed = 10_000
[sensitivity.keys.once]
option = "pair"
pool = "one_off"
keys = ["staff", "inhabitants"]
[sensitivity.keys.yearly]
option = "pair"
pool = "running"
keys = ["inhabitants", "equal"]
"""


@pytest.mark.parametrize(
    ("pool", "places", "why"),
    [
        ("one_off", ("north", "south", "west"), "lines"),
        ("running", ("north", "south", "west"), "shifted"),
        ("running", ("west",), "unmoved"),
    ],
)
def test_a_key_does_nothing_for_what_it_does_in_the_bill(
    pool: str, places: tuple[str, ...], why: str
) -> None:
    fte = "{ north = 5, south = 3, west = 2 }"
    west = '{ name = "North", inhabitants = 4_000 }\nwest = { name = "West", inhabitants = 9 }'
    study = study_of(worked(OF_PAIR, fte=fte, north=west))
    path = f"options.pair.keys.{pool}"
    assert silent(study, "pair", places, [path])[path].why == why
    assert silent(study, "body", places, [path])[path] == Silent("elsewhere", ("pair",))


def test_every_quantity_without_a_bar_in_the_worked_case_has_a_reason() -> None:
    study = study_of(ZOU)
    for option in ZOU.options:
        bars = tornado(study).bars(option)
        still = [bar.path for bar in bars if not bar.moves]
        assert set(silent(study, option, ZOU.municipalities, still)) == set(still)
        assert all(ends(ZOU.figures[path]) for path in still)
