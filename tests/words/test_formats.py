"""Locales and how each writes a number."""

import copy
from decimal import Decimal

import pytest
from babel import Locale
from babel.localedata import locale_identifiers
from hypothesis import example, given, settings
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
