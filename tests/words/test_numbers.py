"""Numbers and dates as people in a place write them."""

from __future__ import annotations

import datetime

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from orgdesign.tables.table import Column, Mark, Table, Unit
from orgdesign.words.numbers import (
    MINUS,
    cell_text,
    date_text,
    decimal_mark,
    given_share,
    number,
    raw,
)


@pytest.mark.parametrize(
    ("value", "unit", "locale", "text"),
    [
        (123_456, "cents", "nl_NL", "1.234,56"),
        (123_456, "cents", "en_NL", "1.234,56"),
        (123_456, "cents", "en_GB", "1,234.56"),
        (1_234_567, "euros", "fr_FR", "1 234 567"),
        (1_234_567, "euros", "en_IN", "12,34,567"),
        (-1_234, "thousand_euros", "nl_NL", f"{MINUS}1.234"),
        (0.075, "share", "nl_NL", "7,5%"),
        (0.075, "share", "de_DE", "7,5 %"),
        (2.345, "fte", "nl_NL", "2,35"),
        (-0.001, "fte", "nl_NL", "0,00"),
        (1.4, "factor", "nl_NL", "1,4"),
        (44_400.0, "number", "nl_NL", "44.400"),
        (0.02, "number", "en_GB", "0.02"),
        (2026, "year", "nl_NL", "2026"),
        (12.345, "euros_per_inhabitant", "nl_NL", "12,35"),
    ],
)
def test_a_number_in_its_unit(value: float, unit: Unit, locale: str, text: str) -> None:
    assert number(value, unit, locale) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0225, "2,25%"), (0.02, "2%"), (1.0, "100%"), (0.0, "0%"), (-0.005, f"{MINUS}0,5%"),
     (1 / 3, "33,3333%"), (0.07, "7%")],
)  # fmt: skip
def test_a_share_that_was_given_keeps_its_decimals(value: float, text: str) -> None:
    assert given_share(value, "nl_NL") == text


def test_a_difference_has_its_sign() -> None:
    assert number(1_234, "euros", "nl_NL", signed=True) == "+1.234"
    assert number(-1_234, "euros", "nl_NL", signed=True) == f"{MINUS}1.234"
    assert number(0, "euros", "nl_NL", signed=True) == "0"


@given(st.integers(-(10**14), 10**14), st.sampled_from(["nl_NL", "en_GB", "fr_FR", "de_CH", "pl"]))
def test_what_is_printed_can_be_read_back(cents: int, locale: str) -> None:
    text = number(cents, "cents", locale).replace(MINUS, "-")
    whole, _, decimals = text.rpartition(decimal_mark(locale))
    digits = "".join(letter for letter in whole if letter in "-0123456789")
    assert int(digits + decimals) == cents


@given(st.floats(-1e12, 1e12), st.sampled_from(["fte", "share", "factor", "number"]))
def test_no_number_has_a_space_that_a_spreadsheet_stumbles_over(value: float, unit: Unit) -> None:
    assert not set(number(value, unit, "fr_FR")) & {"\u00a0", "\u202f", "-"}


def test_raw_keeps_what_is_printed() -> None:
    assert str(raw(123_456, "cents")) == "1234.56"
    assert str(raw(0.0755, "share")) == "0.076"
    assert str(raw(-0.004, "fte")) == "0.00"


def table_of(column: Column) -> Table:
    return Table("t", "T", (column,), (), language="nl", numbers="nl_NL")


@pytest.mark.parametrize(
    ("mark", "sign"),
    [(Mark.NOT_APPLICABLE, "–"), (Mark.UNKNOWN, "?"), (Mark.MASKED, "•"), (Mark.GAP, "ontbreekt")],
)
def test_what_is_no_number_has_a_sign_of_its_own(mark: Mark, sign: str) -> None:
    column = Column("a", "A", "euros")
    assert cell_text(mark, column, table_of(column)) == sign


def test_zero_is_none_of_the_marks() -> None:
    column = Column("a", "A", "euros")
    assert cell_text(0, column, table_of(column)) == "0"


def test_text_in_a_column_of_money_stays_text() -> None:
    column = Column("a", "A", "euros")
    assert cell_text("voldoet", column, table_of(column)) == "voldoet"


@pytest.mark.parametrize("month", range(1, 13))
def test_a_date_in_a_sentence_is_in_the_words_of_its_language(month: int) -> None:
    day = datetime.date(2026, month, 1)
    assert date_text(day, "nl") == format_date(day, "long", locale="nl_NL")
    assert date_text(day, "en") == format_date(day, "long", locale="en_GB")


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("nl_NL", "01-02-2026"),
        ("en_NL", "01/02/2026"),
        ("en_GB", "01/02/2026"),
        ("en_US", "02/01/2026"),
        ("de_CH", "01.02.2026"),
        ("fr_CA", "2026-02-01"),
        ("hu_HU", "2026. 02. 01."),
        ("bg_BG", "01.02.2026 г."),
        ("ar_EG", "01/02/2026"),
    ],
)
def test_a_date_in_a_column_is_in_the_form_of_its_place(locale: str, text: str) -> None:
    column = Column("a", "A", "date")
    table = table_of(column)._replace(numbers=locale)
    assert cell_text(datetime.date(2026, 2, 1), column, table) == text
