"""A group moves as one and a key is tried as one: in switching values and in the tornado."""

import pytest

from orgdesign.sensitivity.silent import silent
from orgdesign.sensitivity.single import every, one_at_a_time, quantity
from orgdesign.sensitivity.study import Comparison, Study
from orgdesign.sensitivity.switching import switching
from orgdesign.sensitivity.tornado import tornado
from orgdesign.tables.sensitivity.switching import switching_table
from orgdesign.tables.sensitivity.tornado import tornado_table
from orgdesign.tables.settings import settings_for
from sensitivity.worked import worked

FIRST, SECOND = "overhead.per_fte", "options.body.overhead_per_fte"
RANGE = "{ value = 50_000, low = 40_000, high = 60_000 }"
GROUP = f'[sensitivity.groups]\nrates = ["{FIRST}", "{SECOND}"]\n'
KEYS = """
[sensitivity.keys.charge]
option = "body"
pool = "running"
keys = ["equal", "staff"]
"""


def test_a_group_and_a_key_are_each_tried_as_one() -> None:
    given = worked(GROUP + KEYS, per_fte=RANGE)
    assert {"rates", "options.body.keys.running"} < set(every(given))
    assert not {FIRST, SECOND} & set(every(given))
    cases = one_at_a_time(given, ["rates", "rates", "rates"], [-1.0, 0.0, 0.5])
    assert list(cases.values[FIRST]) == [40_000, 50_000, 55_000]
    assert list(cases.values[SECOND]) == [30_000, 50_000, 100_000]
    assert quantity(given, "options.body.keys.running").value == -1.0


def test_another_key_lies_as_far_as_a_figure_can_and_comes_after_those_that_lie_nearer() -> None:
    """North, with three of every four people, gains only where half is charged to it: 487 500
    is less than the 650 000 of staying alone, and three quarters, 731 250, is more. It gains
    too where the joint overhead is 35 556 or less: 0.75 x 7.5 posts at 115 556 are 650 000."""
    study = Study(
        worked(KEYS, north='{ name = "North", inhabitants = 30_000 }'),
        ("body",), ("north", "south"), "structural_cost",
    )  # fmt: skip
    flips = [
        flip for flip in switching(study).flips
        if flip.comparison == Comparison("body", "alone", "north")
    ]  # fmt: skip
    assert [flip.path for flip in flips][:1] == [SECOND]
    assert flips[0].value == pytest.approx(650_000 / (0.75 * 7.5) - 80_000)
    assert flips[0].distance == pytest.approx((50_000 - flips[0].value) / 120_000)
    keys = [flip for flip in flips if flip.path == "options.body.keys.running"]
    assert [flip.distance for flip in keys] == [1.0, 1.0]


@pytest.mark.parametrize(
    ("given", "pool", "now"),
    [
        ('all = "staff"', "running", 1.0),
        ('running = "staff"', "running", 1.0),
        ('one_off = "staff"', "running", 2.0),
        ("", "one_off", 2.0),
        ('running = "demand"', "running", -1.0),
        ('running = "equal"', "governance", -1.0),
        ('running = "staff"\ngovernance = "equal"', "governance", 0.0),
    ],
)
def test_the_key_that_an_option_has_is_known_among_the_choices(
    given: str, pool: str, now: float
) -> None:
    choice = f"""
[sensitivity.keys.charge]
option = "body"
pool = "{pool}"
keys = ["equal", "staff", "inhabitants"]
[options.body.keys]
{given}
"""
    assert quantity(worked(choice), f"options.body.keys.{pool}").value == now


def test_a_group_flips_where_its_figures_do_together() -> None:
    # Ten fte alone and five together: 10 x 80 000 + 10 x own rate against 5 x 80 000 + 5 x joint.
    given = worked(GROUP, per_fte=RANGE, overlap="0.0")
    study = Study(given, given.options, given.municipalities)
    found = switching(study)
    (flip,) = [flip for flip in found.flips if flip.comparison == Comparison("alone", "body")]
    assert flip.path == "rates"
    assert flip.value == pytest.approx(0.0, abs=1e-4)
    settings = settings_for(given, language="en")
    (row, *_) = switching_table(found, study, settings).rows
    assert row.cells[1] == f"{FIRST} + {SECOND}"
    assert "together become" in str(row.cells[0])


def test_a_key_flips_who_gains_and_moves_no_sum() -> None:
    # South brings 2 of 10 fte and half of the five that are left costs more than those two.
    given = worked(KEYS, fte="{ north = 8, south = 2 }").with_keys("body", {"running": "equal"})
    key = "options.body.keys.running"
    study = Study(given, given.options, given.municipalities)
    assert quantity(given, key).value == 0.0
    found = switching(study, [key])
    (flip,) = found.flips
    assert flip.comparison == Comparison("body", "alone", "south")
    assert (flip.value, flip.below, flip.above) == (1.0, "alone", "body")
    settings = settings_for(given, language="en")
    said = str(switching_table(found, study, settings).rows[0].cells[0])
    assert said.startswith("For South: alone stays cheaper than Body until the key of running cost")
    assert said.endswith("(now equal parts).")
    together = tornado(study, [key])
    assert not together.bars("body")[0].moves
    (bar,) = together.bars("body", ["south"])
    assert bar.moves
    shares = silent(study, "body", given.municipalities, [key])
    table = tornado_table(together, "body", shares, str, settings, 1)
    assert table.notes[-1].startswith("No effect here: the key of running cost of Body.")
    assert "between municipalities" in table.notes[-1]
