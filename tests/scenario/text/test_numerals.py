"""What people type for a number, a date or a word, and what they are told to type."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgdesign.scenario.read import parse
from orgdesign.scenario.text.number_marks import grouped

TYPED = [
    ("1.234,56", "decimal_comma", "1_234.56"),
    ("7,5", "decimal_comma", "7.5"),
    ("78 500", "thousands_space", "78_500"),
    ("1'250'000", "thousands_space", "1_250_000"),
    ("1.250.000", "thousands_point", "1_250_000"),
    ("1,234,567.89", "thousands_comma", "1_234_567.89"),
    ("12,500", "comma_either", "12_500"),
    ("€ 78500", "currency", "78_500"),
    ("€78.500,00", "currency", "78_500.00"),
    ("78.500 euro", "currency", "78_500"),
    ("500,-", "comma_dash", "500"),
    ("7.5%", "percent", "0.075"),
    ("100 procent", "percent", "1"),
    (".5", "leading_point", "0.5"),
    ("-,5", "leading_point", "-0.5"),
    ("5.", "trailing_point", "5"),
    ("01", "leading_zero", "1"),
    ("00.5", "leading_zero", "0.5"),
    ("1_000_", "underscores", "1_000"),
    ("−5", "minus_sign", "-5"),
    ("1-1-2026", "date_order", "2026-01-01"),
    ("31/12/2025", "date_order", "2025-12-31"),
    ("2026/1/31", "date_order", "2026-01-31"),
    ("5 jaar", "typed_unit", "5"),
    ("1,5 mln", "typed_unit", "1_500_000"),
    ("75k", "typed_unit", "75_000"),
    ("ca. 500", "approximate", "500"),
    ("(500)", "in_brackets", "-500"),
    ("1/4", "fraction_typed", "0.25"),
    ("ja", "boolean_word", "true"),
    ("Nee", "boolean_word", "false"),
    ("76 600,00", "thousands_space", "76_600.00"),
    ("12 500,50", "thousands_space", "12_500.50"),
    ("76 600,-", "comma_dash", "76_600"),
    ("7,66E+04", "decimal_comma", "76_600"),
    ("4½", "fraction_typed", "4.5"),
    ("± 76.600", "approximate", "76_600"),
    ("76.600 stuks", "typed_unit", "76_600"),
    ("Bergen", "unquoted", '"Bergen"'),
]


@pytest.mark.parametrize(("typed", "code", "instead"), TYPED)
@pytest.mark.parametrize("statement", ["a = {}", "a = {{ b = {}, c = 2 }}", "a = {} # comment"])
def test_what_is_typed_is_understood(statement: str, typed: str, code: str, instead: str) -> None:
    (problem,) = parse(statement.format(typed), "f.toml").problems
    assert (problem.code, problem.details["instead"]) == (code, instead)
    assert problem.quoted[problem.column - 1 :].startswith(typed)


@pytest.mark.parametrize(
    "typed", ["4 ,5", "12,5 ,5", "1,234 567", "12 1/2", "12,5 600", "1 23 456"]
)
@pytest.mark.parametrize("statement", ["a = {}", "a = {{ b = {}, c = 2 }}"])
def test_a_part_of_what_is_typed_is_never_offered_for_the_whole(statement: str, typed: str) -> None:
    told = parse(statement.format(typed), "f.toml").problems
    assert told[0].code == "number_unclear"
    assert not any("instead" in problem.details for problem in told)


@pytest.mark.parametrize("instead", [instead for _, _, instead in TYPED])
def test_what_is_offered_can_be_read(instead: str) -> None:
    assert tomllib.loads(f"a = {instead}").keys() == {"a"}


@given(st.integers(-(10**14), 10**14))
def test_grouped_digits_are_the_same_number(number: int) -> None:
    assert tomllib.loads(f"a = {grouped(str(number))}")["a"] == number


@given(st.integers(0, 10**9), st.integers(0, 99))
def test_a_dutch_amount_is_told_back_as_toml(whole: int, cents: int) -> None:
    dutch = f"{whole:,}".replace(",", ".") + f",{cents:02}"
    (problem,) = parse(f"a = {dutch}", "f.toml").problems
    assert float(str(problem.details["instead"])) == float(f"{whole}.{cents:02}")
