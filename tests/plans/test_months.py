"""Dates as months and back: the day on which work begins and the day on which it ends."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgdesign.plans.months import first_day, last_day, months_at, year_after

DATES = st.dates(datetime.date(1900, 1, 1), datetime.date(2400, 12, 31))


def test_the_first_of_a_month_is_a_whole_number() -> None:
    assert months_at(datetime.date(2021, 1, 1)) == 12 * 2021
    assert months_at(datetime.date(2021, 4, 1)) == 12 * 2021 + 3


def test_a_day_is_a_part_of_its_own_month() -> None:
    assert months_at(datetime.date(2021, 2, 15)) == 12 * 2021 + 1 + 0.5


def test_three_months_from_new_year_end_on_the_last_of_march() -> None:
    end = months_at(datetime.date(2021, 1, 1)) + 3
    assert last_day(end) == datetime.date(2021, 3, 31)
    assert first_day(end) == datetime.date(2021, 4, 1)


@given(DATES)
def test_a_date_comes_back(date: datetime.date) -> None:
    assert first_day(months_at(date)) == date


@given(DATES)
def test_work_until_a_date_ends_the_day_before(date: datetime.date) -> None:
    assert last_day(months_at(date)) == date - datetime.timedelta(days=1)


@pytest.mark.parametrize(
    ("date", "year"),
    [((2022, 1, 1), 2022), ((2021, 12, 2), 2022), ((2022, 1, 2), 2023)],
)
def test_the_first_year_that_begins_after_a_moment(date: tuple[int, int, int], year: int) -> None:
    assert year_after(months_at(datetime.date(*date))) == year


def test_what_ends_after_all_calendars_ends_on_their_last_day() -> None:
    assert first_day(1e6) == last_day(1e6) == datetime.date.max
