"""Dates as months, so that work at so many units a month can be added to them."""

from __future__ import annotations

import calendar
import datetime
import math

_CLOSE = 1e-6
_LAST = datetime.date.max


def months_at(date: datetime.date) -> float:
    """Return the months from year 0 to the morning of a date. Formula: 12 x year + month + day.

    A day is its part of its own month, so that the first of a month is a whole number.
    """
    length = calendar.monthrange(date.year, date.month)[1]
    return 12 * date.year + date.month - 1 + (date.day - 1) / length


def first_day(months: float) -> datetime.date:
    """Return the day in which a moment falls: that on which work begins."""
    whole = math.floor(months + _CLOSE)
    year, month = divmod(whole, 12)
    if year > _LAST.year:
        return _LAST
    length = calendar.monthrange(year, month + 1)[1]
    day = math.floor((months - whole) * length + _CLOSE)
    return datetime.date(year, month + 1, 1 + min(max(day, 0), length - 1))


def last_day(months: float) -> datetime.date:
    """Return the last day before a moment: that on which work ends."""
    year, month = divmod(math.floor(months + _CLOSE), 12)
    if year > _LAST.year:
        return _LAST
    length = calendar.monthrange(year, month + 1)[1]
    begun = math.ceil((months - 12 * year - month) * length - _CLOSE)
    return datetime.date(year, month + 1, 1) + datetime.timedelta(days=begun - 1)


def year_after(months: float) -> int:
    """Return the first calendar year that begins at a moment or after it."""
    return math.ceil((months - _CLOSE) / 12)
