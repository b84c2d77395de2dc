"""Locales and how each writes a number."""

import copy
import datetime
import re
from decimal import Decimal

import pytest
from babel import Locale
from babel.dates import format_date
from babel.localedata import locale_identifiers
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from orgdesign.words.formats import USUAL, cldr_format, format_of, known

SPACES = str.maketrans("\u00a0\u202f", "  ")


@pytest.mark.parametrize("locale", ["nl_NL", "nl-NL", "nl", "en_NL", "sr_Latn_RS"])
def test_known_locales(locale: str) -> None:
    assert known(locale)


@pytest.mark.parametrize("locale", ["", "xx_YY", "../../etc", "nl_NL; rm", "Nederlands"])
def test_other_texts_are_no_locales(locale: str) -> None:
    assert not known(locale)


@pytest.mark.parametrize("locale", USUAL)
def test_the_usual_formats_are_those_of_cldr(locale: str) -> None:
    assert USUAL[locale] == cldr_format(locale)


def by_babel(digits: Decimal, locale: str, *, share: bool) -> str:
    found = Locale.parse(locale)
    pattern = copy.copy((found.percent_formats if share else found.decimal_formats)[None])
    decimals = -int(digits.as_tuple().exponent)
    pattern.frac_prec = (decimals, decimals)
    text = str(pattern.apply(digits.scaleb(-2) if share else digits, found))
    return text.translate(SPACES)


LOCALES = st.sampled_from([name for name in locale_identifiers() if "@" not in name])


# The first look at a locale reads its file, which takes as long as the disk does.
@settings(deadline=None)
@given(st.decimals(0, 10**13, places=2), LOCALES)
def test_a_number_is_written_as_babel_writes_it(digits: Decimal, locale: str) -> None:
    assert format_of(locale).written(f"{digits:f}") == by_babel(digits, locale, share=False)


# The first look at a locale reads its file, which takes as long as the disk does.
@settings(deadline=None)
@given(st.decimals(0, 10**7, places=1), LOCALES)
@example(Decimal("100.0"), "blo_BJ")
def test_a_percentage_is_written_as_babel_writes_it(digits: Decimal, locale: str) -> None:
    assert format_of(locale).percentage(f"{digits:f}") == by_babel(digits, locale, share=True)


def short_by_babel(day: datetime.date, locale: str) -> str:
    """Return the short date of Babel with all digits of the year, without marks of direction."""
    text = str(format_date(day, "short", locale=locale)).translate(SPACES).replace("\u200f", "")
    return text if "2031" in text else text.replace("31", "2031")


@settings(deadline=None)
@given(st.dates(datetime.date(2031, 10, 10), datetime.date(2031, 12, 30)), LOCALES)
@example(datetime.date(2031, 12, 25), "en_US")
@example(datetime.date(2031, 12, 25), "bg")
@example(datetime.date(2031, 12, 25), "la")
def test_a_date_is_written_as_babel_writes_it(day: datetime.date, locale: str) -> None:
    assume(day.day >= 10 and day.day != 31)
    # An era stands behind a date in one of the languages.
    assert short_by_babel(day, locale).startswith(format_of(locale).short_date(day))


@pytest.mark.parametrize("locale", ["nl_NL", "en_US", "de_CH", "fr_CA", "cs"])
def test_days_and_months_have_two_digits_and_years_four(locale: str) -> None:
    digits = re.findall(r"\d+", format_of(locale).short_date(datetime.date(850, 1, 2)))
    assert sorted(digits) == ["01", "02", "0850"]
