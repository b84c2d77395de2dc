"""Scores of people and of the model, by hand on a small case."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from sensitivity.worked import worked

from orgdesign.criteria.computed import anchored
from orgdesign.criteria.computed import outcome as outcome_of
from orgdesign.criteria.scores import own_weights, scores
from orgdesign.model.calculation import evaluate
from orgdesign.model.lock_in import lock_in
from orgdesign.model.result import Result
from orgdesign.tables.criteria import criteria
from orgdesign.tables.settings import settings_for
from orgdesign.tables.table import Mark

CRITERIA = """
votes = { north = 1, south = 3 }
exit_years = 5
exit_start_share = 1.0
exit_notice_years = 1
exit_rebuilding = 5_000
[criteria.support]
name = "Support"
steps = ["a", "b", "c", "d", "e"]
weights = { north = 3 }
veto_below = { north = 1, south = 0 }
worth_per_inhabitant = 2
scores = [
  { option = "body", role = "staff", score = 1, who = "x", when = 2024-01-01, why = "y" },
  { option = "body", role = "council", score = -2, who = "x", when = 2024-01-01, why = "y" },
  { municipality = "south", option = "body", role = "staff", score = 2, who = "x", \
when = 2024-01-01, why = "y" },
]
[criteria.money]
name = "Money"
steps = ["a", "b", "c", "d", "e"]
computed = "money"
anchors = [40, 20, 0, -20, -40]
weights = { north = 1 }
"""


@cache
def result() -> Result:
    return evaluate(worked(CRITERIA))


def outcome(name: str) -> list[float]:
    return [float(each) for each in outcome_of(result(), "body", name)]  # type: ignore[arg-type]


def test_a_municipality_has_its_own_scores_else_those_for_all() -> None:
    found = scores(result())
    assert found.options["north"] == ("alone", "body")
    assert found.scores["north"][1, 0] == -0.5
    assert found.scores["south"][1, 0] == 2


def test_staying_alone_is_nought_on_everything() -> None:
    assert (scores(result()).scores["north"][0] == 0).all()


def test_money_is_what_it_costs_more_for_each_inhabitant() -> None:
    """Alone 5 posts of 130,000; together 7.5 by inhabitants, so 3.75 each: 162,500 less, 16.25."""
    assert outcome("money") == pytest.approx([-16.25, -16.25])
    assert scores(result()).scores["north"][1, 1] == pytest.approx(16.25 / 20)


def test_say_is_the_share_of_votes_less_that_of_the_charge() -> None:
    assert outcome("say") == pytest.approx([-0.25, 0.25])


def test_say_is_unknown_where_nothing_is_charged() -> None:
    free = evaluate(worked(CRITERIA, **{"8": "0"}, per_fte="0", overhead_per_fte="0"))
    assert np.isnan(outcome_of(free, "body", "say")).all()


def test_no_job_is_vulnerable_with_five_or_more_posts() -> None:
    assert outcome("vulnerability") == [0, 0]


CHARGE = 3.75 * 130_000
"""What each pays a year: half of the posts, with their overhead."""


def leaving(new: str, after: int = 3, old: str = "exit_rebuilding = 5_000") -> list[float]:
    """Return what leaving costs with another line in place of one of those above."""
    found = evaluate(worked(CRITERIA.replace(old, new)))
    return [float(each) for each in outcome_of(found, "body", "reversibility", after)]


def test_leaving_after_the_third_year_costs_what_the_arrangement_says() -> None:
    """Out after 2027: of five years three whole charges in all, also past 2028, and 5,000."""
    assert outcome("reversibility") == pytest.approx([(3 * CHARGE + 5_000) / 10_000] * 2)


def test_what_leaving_costs_is_that_of_the_table_of_lock_in() -> None:
    found = lock_in(result(), "body")
    for years in (1, 2, 3):
        of_table = found.leaving[:, found.years.index(2024 + years)] / 10_000
        scored = outcome_of(result(), "body", "reversibility", years)
        if np.isnan(of_table).all():
            assert np.isinf(scored).all()
        else:
            assert scored == pytest.approx(of_table)


def test_what_leaving_costs_is_unknown_where_the_file_does_not_say() -> None:
    assert np.isnan(leaving("exit_people = 'stay'")).all()
    without_fee = evaluate(worked("exit_rebuilding = 0", form='"network"'))
    assert np.isnan(outcome_of(without_fee, "body", "reversibility")).all()
    north, south = leaving("exit_rebuilding = { south = 0 }")
    assert np.isnan(north)
    assert south == pytest.approx(3 * CHARGE / 10_000)


def test_who_cannot_be_out_yet_by_the_notice_cannot_leave() -> None:
    assert np.isinf(leaving("exit_notice_years = 3", old="exit_notice_years = 1")).all()
    assert np.isfinite(leaving("exit_notice_years = 2", old="exit_notice_years = 1")).all()


ENDING = """
unwinding = [{ line = "process", name = "Winding up", amount = 40_000, profile = [0.75, 0.25] }]
[criteria.way_out]
name = "Way out together"
steps = ["a", "b", "c", "d", "e"]
computed = "dissolution"
after_years = 2
anchors = [4, 2, 0, -1, -2]
"""


def test_stopping_together_costs_what_is_still_paid_after_it() -> None:
    """40 000 by inhabitants, 2 for each; after 2027 only its first part is within the years."""
    ending = evaluate(worked(ENDING))
    assert outcome_of(ending, "body", "dissolution", 2).tolist() == pytest.approx([2, 2])
    assert outcome_of(ending, "body", "dissolution", 3).tolist() == pytest.approx([1.5, 1.5])
    assert np.isnan(outcome_of(ending, "body", "dissolution", 4)).all()
    assert scores(ending).scores["north"][1].tolist() == pytest.approx([-1])


def test_what_stopping_costs_is_unknown_where_the_file_does_not_say_and_a_merger_cannot_stop() -> (
    None
):
    assert np.isnan(outcome("dissolution")).all()
    merged = evaluate(worked("", form='"merger"'))
    assert np.isinf(outcome_of(merged, "body", "dissolution")).all()


def test_what_leaving_costs_is_unknown_where_all_stop_with_it() -> None:
    assert np.isnan(leaving("exit_rebuilding = 0\nuntil = 2025")).all()


START = """exit_rebuilding = 5_000
amounts = [{ line = "governance", name = "Start", amount = 20_000, year = 2026 }]"""


def test_leaving_counts_from_the_year_that_is_asked() -> None:
    """Out after 2026, in which each pays 10,000 more."""
    assert leaving(START, 2) == pytest.approx([(3 * (CHARGE + 10_000) + 5_000) / 10_000] * 2)
    assert leaving(START, 3) == pytest.approx(outcome("reversibility"))


def test_the_steady_state_is_there_when_the_gain_is() -> None:
    """People who go are settled at no cost here: only a ramp keeps things moving."""
    slow = evaluate(worked(CRITERIA, ramp="[0.2, 0.5, 1.0]"))
    assert outcome("time_to_steady_state") == [0, 0]
    assert outcome_of(slow, "body", "time_to_steady_state").tolist() == [2, 2]


@pytest.mark.parametrize(("amount", "years"), [(3.0, 2), (0.8, 0)])
def test_an_amount_that_is_no_euro_is_nothing_of_the_change(amount: float, years: float) -> None:
    """Once, in the second year, by inhabitants: 1.50 for each is something, 0.40 is not."""
    once = f'amounts = [{{ line = "process", name = "Once", amount = {amount}, year = 2026 }}]'
    found = evaluate(worked(once))
    assert outcome_of(found, "body", "time_to_steady_state").tolist() == [years, years]


def test_anchors_may_rise_or_fall_and_the_scale_ends_at_them() -> None:
    values = np.array([-100.0, -2.0, 0.0, 1.5, 100.0, np.nan, np.inf])
    up = anchored(values, (-4, -2, 0, 2, 4))
    assert up[:5].tolist() == [-2, -1, 0, 0.75, 2]
    assert np.isnan(up[5])
    assert up[6] == 2
    assert anchored(values, (4, 2, 0, -2, -4))[:5].tolist() == [2, 1, 0, -0.75, -2]


def test_own_weights_sum_to_one_and_may_lack() -> None:
    weights = own_weights(result().scenario, "north")
    assert weights is not None
    assert weights.tolist() == [0.75, 0.25]
    assert own_weights(result().scenario, "south") is None


def test_the_table_shows_vetoes_apart_and_money_with_a_visible_rate() -> None:
    """North: -162,500 and a score of -0.5 at 2 euros for 10,000 people: 10,000 against it."""
    found = criteria(result(), settings_for(result().scenario, "criteria", language="en"))
    at = {column.id: place for place, column in enumerate(found.columns)}
    north, south = found.row("north.body").cells, found.row("south.body").cells
    assert north[at["money"]] == -162_500
    assert north[at["with_worth"]] == -152_500
    assert (north[at["veto"]], south[at["veto"]]) == ("Support", "")
    assert north[at["weighted"]] == pytest.approx(0.75 * -0.5 + 0.25 * 0.8125, abs=0.005)
    assert south[at["weighted"]] is Mark.NOT_APPLICABLE
    assert any("counts for 2.00 euros" in note for note in found.notes)
    assert any("Disagreement on Support" in note for note in found.notes)


NEXT = """
then = { year = 2027, option = "next" }
[options.next]
name = "Next"
form = "joint_operations_body"
from = 2025
scope = { work = 1.0 }
client_fte = 0
coordination_fixed_fte = 0
span_of_control = 0
ramp = [0.5, 1.0]
stranded = [0.0]
guarantee_years = 0
vat_recoverable = 1.0
governance_fixed = 0
overhead_per_fte = 50_000
votes = { north = 1, south = 3 }
"""


def test_where_another_option_takes_over_say_and_quiet_are_of_the_one_in_force() -> None:
    """The votes of the one in force in 2028; its gain is there in full in the fourth year."""
    changing = evaluate(worked(NEXT))
    assert outcome_of(changing, "body", "say").tolist() == pytest.approx([-0.25, 0.25])
    assert outcome_of(changing, "body", "time_to_steady_state").tolist() == [3, 3]


def next_of(fee: str) -> list[float]:
    """Return what leaving costs after 2027, when the other option is in force."""
    changing = evaluate(worked(NEXT.replace("votes", f"exit_years = 0\n{fee}\nvotes")))
    return [float(each) for each in outcome_of(changing, "body", "reversibility")]


def test_where_another_option_takes_over_leaving_costs_what_that_one_says() -> None:
    assert next_of("exit_rebuilding = { north = 8_000, south = 0 }") == pytest.approx([0.8, 0])


def test_who_is_out_when_another_option_takes_over_pays_nothing_for_leaving() -> None:
    """South is not in the other option. North is alone in it: it would end it by leaving."""
    north, south = next_of("exit_rebuilding = 8_000\nparticipants = ['north']")
    assert np.isnan(north)
    assert south == 0
