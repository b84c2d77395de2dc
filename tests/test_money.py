"""Amounts become whole parts once, and nothing is lost on the way."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgdesign.money import nearest, rounded, split, split_cents

EUROS = st.floats(-1e9, 1e9, allow_nan=False).map(lambda amount: round(amount, 4))


def order(amounts: list[float]) -> list[str]:
    return [f"GM{index:04}" for index in range(len(amounts))]


@given(st.lists(EUROS, min_size=1, max_size=40))
def test_the_cents_sum_to_the_rounded_total(amounts: list[float]) -> None:
    exact = sum((Fraction(str(amount)) for amount in amounts), Fraction(0)) * 100
    assert abs(sum(split_cents(amounts, order(amounts))) - exact) <= Fraction(1, 2) + Fraction(
        1, 1000
    )


@given(st.lists(EUROS, min_size=1, max_size=40))
def test_no_amount_moves_by_more_than_a_cent(amounts: list[float]) -> None:
    for amount, cents in zip(amounts, split_cents(amounts, order(amounts)), strict=True):
        assert abs(cents - amount * 100) < 1 + 1e-5


@given(st.lists(EUROS, min_size=1, max_size=10), st.randoms())
def test_the_order_of_the_rows_changes_nothing(amounts: list[float], random: object) -> None:
    codes = order(amounts)
    places = list(range(len(amounts)))
    random.shuffle(places)  # type: ignore[attr-defined]
    shuffled = split_cents([amounts[p] for p in places], [codes[p] for p in places])
    assert [shuffled[places.index(p)] for p in range(len(amounts))] == split_cents(amounts, codes)


@given(st.lists(EUROS, min_size=1, max_size=10))
def test_whole_cents_stay_as_they_are(amounts: list[float]) -> None:
    whole = [round(amount, 2) for amount in amounts]
    assert split_cents(whole, order(whole)) == [round(amount * 100) for amount in whole]


@given(st.lists(EUROS, min_size=1, max_size=10))
def test_nothing_stays_nothing(amounts: list[float]) -> None:
    padded = [*amounts, 0.0]
    assert split_cents(padded, order(padded))[-1] == 0


def test_the_largest_remainder_gets_the_cent() -> None:
    assert split_cents([0.004, 0.003, 0.003], ["c", "b", "a"]) == [1, 0, 0]


def test_equal_remainders_go_by_code() -> None:
    thirds = [100 / 3, 100 / 3, 100 / 3]
    assert split_cents(thirds, ["GM0355", "GM0310", "GM0312"]) == [3333, 3334, 3333]


def test_negative_amounts_add_up_too() -> None:
    assert split_cents([-100 / 3, -100 / 3, -100 / 3], ["a", "b", "c"]) == [-3333, -3333, -3334]


def test_noise_of_floating_point_is_no_remainder() -> None:
    assert split_cents([0.1 + 0.2, 0.7], ["a", "b"]) == [30, 70]


@given(st.lists(st.floats(0, 1), min_size=1, max_size=12).filter(lambda parts: sum(parts) > 0.1))
def test_printed_shares_sum_to_one(parts: list[float]) -> None:
    shares = [part / math.fsum(parts) for part in parts]
    assert sum(split(shares, order(shares), 1000)) == 1000


@pytest.mark.parametrize(
    ("cents", "unit", "whole"),
    [(149, 100, 1), (150, 100, 2), (-150, 100, -2), (-149, 100, -1), (49_999, 100_000, 0),
     (50_000, 100_000, 1), (0, 100, 0), (-1, 100, 0), (7, 1, 7)],
)  # fmt: skip
def test_halves_round_away_from_zero(cents: int, unit: int, whole: int) -> None:
    assert rounded(cents, unit) == whole


@given(st.integers(-(10**15), 10**15), st.sampled_from([1, 100, 100_000]))
def test_rounding_is_the_same_on_both_sides_of_zero(cents: int, unit: int) -> None:
    assert rounded(-cents, unit) == -rounded(cents, unit)
    assert abs(rounded(cents, unit) * unit - cents) * 2 <= unit


@pytest.mark.parametrize(("amount", "whole"), [(0.5, 1), (-0.5, -1), (1.4999, 1), (-2.5, -3)])
def test_nearest(amount: float, whole: int) -> None:
    assert nearest(amount) == whole
