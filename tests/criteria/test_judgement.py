"""Dominance and shares of weight sets: by hand, against closed forms, and what always holds."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray

from orgdesign.criteria.judgement import best_shares, dominators, weighted

Array = NDArray[np.float64]
STEPS = st.integers(-2, 2).map(float)
SCORES = arrays.arrays(
    np.float64, st.tuples(st.integers(2, 5), st.integers(1, 4)), elements=STEPS
).map(lambda scores: np.vstack([np.zeros((1, scores.shape[1])), scores]))
NAN = np.nan


def table(*rows: list[float]) -> Array:
    return np.array(rows, dtype=float)


def test_better_on_one_and_worse_on_none_dominates() -> None:
    scores = table([0, 0], [1, 0], [1, 1], [2, -1])
    assert dominators(scores) == ((1, 2), (2,), (), ())


def test_equal_options_do_not_dominate_each_other() -> None:
    assert dominators(table([0, 0], [1, 1], [1, 1])) == ((1, 2), (), ())


def test_an_option_that_lacks_a_score_neither_dominates_nor_is_dominated() -> None:
    assert dominators(table([0, 0], [2, NAN], [1, 1])) == ((2,), (), ())


def test_a_criterion_on_which_nobody_is_scored_is_left_out() -> None:
    scores = table([0, 0], [1, NAN], [2, NAN])
    assert dominators(scores) == ((1, 2), (2,), ())
    assert best_shares(scores, 0).tolist() == [0, 0, 1]


@pytest.mark.parametrize(("up", "down"), [(1, -1), (2, -1), (1, -2)])
def test_two_criteria_have_a_closed_form(up: float, down: float) -> None:
    """An option beats alone where w x up + (1 - w) x down > 0: from w = down / (down - up)."""
    share = best_shares(table([0, 0], [up, down]), seed=1, draws=40_000)[1]
    assert share == pytest.approx(1 - down / (down - up), abs=0.01)


def test_each_of_three_criteria_has_a_third_of_the_simplex() -> None:
    shares = best_shares(table([0, 0, 0], [2, 0, 0], [0, 2, 0], [0, 0, 2]), seed=2, draws=40_000)
    assert shares == pytest.approx([0, 1 / 3, 1 / 3, 1 / 3], abs=0.01)


def test_equal_options_share_what_they_win() -> None:
    assert best_shares(table([0, 0], [1, 1], [1, 1]), 0).tolist() == [0, 0.5, 0.5]


def test_options_that_only_rounding_tells_apart_share_what_they_win() -> None:
    tenths = table([0, 0], [0.1 + 0.2, 1], [0.3, 1])
    assert tenths[1, 0] > tenths[2, 0]
    assert best_shares(tenths, 0).tolist() == [0, 0.5, 0.5]


def test_the_same_seed_gives_the_same_shares() -> None:
    scores = table([0, 0], [1, -1], [-1, 2])
    assert best_shares(scores, 3).tolist() == best_shares(scores, 3).tolist()
    assert best_shares(scores, 3).tolist() != best_shares(scores, 4).tolist()


def test_weights_of_nothing_ask_for_no_score() -> None:
    scores = table([0, 0], [2, NAN])
    assert weighted(scores, np.array([1.0, 0.0])).tolist() == [0, 2]
    assert np.isnan(weighted(scores, np.array([0.5, 0.5]))[1])


@settings(deadline=None)
@given(SCORES)
def test_shares_sum_to_one_and_what_is_dominated_on_everything_is_never_best(scores: Array) -> None:
    shares = best_shares(scores, 0, draws=200)
    assert shares.sum() == pytest.approx(1)
    for worse, above in enumerate(dominators(scores)):
        if any((scores[a] > scores[worse]).all() for a in above):
            assert shares[worse] == 0


@settings(deadline=None)
@given(SCORES, st.data())
def test_one_more_dominated_option_changes_nothing_for_the_others(
    scores: Array, data: st.DataObject
) -> None:
    better = data.draw(st.integers(0, len(scores) - 1))
    more = np.vstack([scores, scores[better] - 0.5])
    before, after = dominators(scores), dominators(more)
    new = len(scores)
    assert [set(above) - {new} for above in after[:-1]] == [set(above) for above in before]
    assert [not above for above in after] == [*(not above for above in before), False]
    assert best_shares(more, 0, draws=200)[:-1] == pytest.approx(best_shares(scores, 0, draws=200))
    assert best_shares(more, 0, draws=200)[-1] == 0


@given(SCORES)
def test_nothing_dominates_what_dominates_it(scores: Array) -> None:
    above = dominators(scores)
    for worse, better in enumerate(above):
        assert worse not in better
        assert all(worse not in above[each] for each in better)
        assert all(set(above[each]) <= set(better) for each in better)


def test_without_another_option_to_compare_with_none_is_best() -> None:
    scores = table([1, 2], [np.nan, 1], [0, np.nan])
    assert np.isnan(best_shares(scores, 0, draws=200)).all()
