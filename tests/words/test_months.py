"""A time in months in words, the same in a table and in a remark."""

from __future__ import annotations

import pytest

from orgdesign.words.numbers import months


@pytest.mark.parametrize(
    ("value", "dutch", "english"),
    [
        (12.9667, "13 maanden", "13 months"),
        (1.0, "1 maand", "1 month"),
        (0.98, "1 maand", "1 month"),
        (0.5, "0,5 maand", "0.5 months"),
        (0.03, "minder dan 0,1 maand", "less than 0.1 months"),
        (1200.0, "1.200 maanden", "1,200 months"),
    ],
)
def test_months_are_said_to_one_decimal_and_one_is_one_month(
    value: float, dutch: str, english: str
) -> None:
    assert months(value, "nl", "nl_NL") == dutch
    assert months(value, "en", "en_GB") == english
