import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import ArrayLike

from orgdesign.allocation.bounds import bound, within_bounds
from orgdesign.model.axes import Array

Pool = tuple[Array, float, Array, Array]
EUROS = st.floats(0, 1e6).map(lambda x: round(x, 2))


def column(values: ArrayLike) -> Array:
    return np.array(values, dtype=float)[:, None, None, None]


@st.composite
def pools(draw: st.DrawFn) -> Pool:
    size = draw(st.integers(2, 6))
    weights = draw(st.lists(st.integers(1, 100), min_size=size, max_size=size))
    low = draw(st.lists(EUROS, min_size=size, max_size=size))
    room = draw(st.lists(EUROS, min_size=size, max_size=size))
    total = draw(st.floats(1, 5e6))
    shares = np.array(weights) / sum(weights)
    return column(shares), total, column(low), column(np.array(low) + np.array(room))


@given(pools())
def test_amounts_make_the_sum_and_stay_within_bounds_where_they_fit(pool: Pool) -> None:
    shares, total, low, high = pool
    found = within_bounds(shares, np.full((1, 1, 1, 1), total), low, high)
    assert found.amounts.sum() == pytest.approx(total, rel=1e-12, abs=1e-15 * high.sum() + 1e-9)
    if low.sum() <= total <= high.sum():
        assert (found.amounts >= low - 1e-6).all()
        assert (found.amounts <= high + 1e-6).all()
        assert found.short == 0


@given(pools())
def test_all_within_bounds_pay_the_same_multiple_of_their_key_amount(pool: Pool) -> None:
    shares, total, low, high = pool
    amounts = within_bounds(shares, np.full((1, 1, 1, 1), total), low, high).amounts
    if not low.sum() <= total <= high.sum():
        return
    inside = (amounts > low + 1e-3) & (amounts < high - 1e-3)
    multiples = (amounts / (shares * total))[inside]
    if multiples.size:
        assert np.ptp(multiples) <= 1e-9 * max(1.0, multiples.max())


@given(pools())
def test_what_does_not_fit_follows_the_key_and_is_named(pool: Pool) -> None:
    shares, total, low, high = pool
    found = within_bounds(shares, np.full((1, 1, 1, 1), total), low, high)
    if total > high.sum() + 1:
        assert found.short.item() == pytest.approx(total - high.sum(), rel=1e-9)
        np.testing.assert_allclose(found.amounts, high + shares * found.short, rtol=1e-9)
    if total < low.sum() - 1:
        assert found.short.item() == pytest.approx(total - low.sum(), rel=1e-9)


@given(pools())
def test_a_cap_alone_never_asks_less_than_the_key_of_those_it_spares(pool: Pool) -> None:
    shares, total, _, high = pool
    amounts = within_bounds(shares, np.full((1, 1, 1, 1), total), None, high).amounts
    if total <= high.sum():
        spared = amounts < high - 1e-6
        assert (amounts[spared] >= (shares * total)[spared] - 1e-6).all()


def test_a_cap_that_binds_for_two_by_hand() -> None:
    # Key amounts 50, 30, 20 of 100; caps 40, 25, 60: z x 20 = 100 - 40 - 25 = 35, so z = 1.75.
    shares = column([0.5, 0.3, 0.2])
    found = within_bounds(shares, np.full((1, 1, 1, 1), 100.0), None, column([40.0, 25.0, 60.0]))
    assert found.amounts.ravel().tolist() == pytest.approx([40.0, 25.0, 35.0])


def test_a_cap_counts_where_a_floor_lies_above_it() -> None:
    # 100 as 5 to 3 to 2; the first at least 60 and at most 40: it pays 40, the others 36 and 24.
    shares, floor = column([0.5, 0.3, 0.2]), column([60.0, 0.0, 0.0])
    cap = column([40.0, 99.0, 99.0])
    found = within_bounds(shares, np.full((1, 1, 1, 1), 100.0), floor, cap)
    assert found.amounts.ravel().tolist() == pytest.approx([40.0, 36.0, 24.0])
    assert not found.short.any()


def test_the_bound_leaves_room_for_own_lines_tax_and_other_charges() -> None:
    # (1.1 x 1000 + 2 x 10 - 300) / 1.25 - 56 = 600
    one = np.ones((1, 1, 1, 1))
    found = bound(0.1 * one, 2 * one, 10 * one, 1000 * one, 300 * one, 56 * one, 0.25 * one, one)
    assert found.item() == pytest.approx(600.0)


def test_many_cases_are_solved_at_once() -> None:
    shares = np.broadcast_to(column([0.5, 0.3, 0.2]), (3, 1, 2, 4))
    total = np.linspace(80, 110, 8).reshape(1, 1, 2, 4)
    high = np.broadcast_to(column([40.0, 25.0, 60.0]), (3, 1, 2, 4))
    together = within_bounds(shares, total, None, high).amounts
    for y in range(2):
        for case in range(4):
            at = (slice(None), slice(None), slice(y, y + 1), slice(case, case + 1))
            alone = within_bounds(shares[at], total[at], None, high[at]).amounts
            np.testing.assert_allclose(together[at], alone, rtol=1e-14)


def test_a_pool_that_is_a_credit_by_hand() -> None:
    # Key amounts -50, -30, -20 of -100; no more credit than 40 for the first: it gets -40, and
    # the others share -60 as 3 to 2: -36 and -24.
    shares = column([0.5, 0.3, 0.2])
    low = column([-40.0, -99.0, -99.0])
    found = within_bounds(shares, np.full((1, 1, 1, 1), -100.0), low, None)
    assert found.amounts.ravel().tolist() == pytest.approx([-40.0, -36.0, -24.0])


@given(pools())
def test_where_there_is_nothing_to_share_nothing_is_short(pool: Pool) -> None:
    shares, _, low, high = pool
    found = within_bounds(shares, np.zeros((1, 1, 1, 1)), low, -high)
    assert not found.short.any()
    assert not found.amounts.any()
