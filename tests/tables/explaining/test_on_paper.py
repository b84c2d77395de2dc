"""The arithmetic of an explained cell, worked out on paper, rounds to what the cell prints."""

import math
import re
from fractions import Fraction
from pathlib import Path

import pytest
from examples import EXAMPLE, SMALL, result
from hypothesis import given
from hypothesis import strategies as st

from orgdesign.lines import LINES
from orgdesign.model.arithmetic import Expression, Factor, Product
from orgdesign.model.explain import explain
from orgdesign.model.explanation import Explanation
from orgdesign.tables.explaining.cell import sentence
from orgdesign.tables.explaining.nothing import why_nothing
from orgdesign.tables.explaining.on_paper import cents, enough_digits, shown, written

HALF_A_CENT = Fraction(1, 200)


def read(text: str) -> Fraction:
    return Fraction(text.replace(".", "").replace(",", ".").replace("−", "-"))


def parts_of(told: str, found: Explanation) -> tuple[list[list[str]], str]:
    """Return the factors of the terms of a sentence as they are printed, and its outcome."""
    arithmetic, answer = told.removesuffix(" euro").rsplit(" = ", 1)
    arithmetic = arithmetic.split(f", {found.year}, ", 1)[1].split(": ", 1)[1]
    plain = re.sub(r" \([^×+−]*\)(?= ×| \+| −|$)", "", arithmetic)
    return [term.split(" × ") for term in plain.replace(" − ", " + −").split(" + ")], answer


@pytest.mark.parametrize("path", [SMALL, EXAMPLE], ids=lambda path: path.stem)
def test_every_sentence_gives_its_cell_to_the_cent(path: Path) -> None:
    computed = result(path)
    scenario, told = computed.scenario, 0
    years = scenario.years if path == SMALL else scenario.years[::4]
    for option in computed.options:
        for municipality in scenario.municipalities:
            for line in (None, *LINES):
                for year in years:
                    found = explain(scenario, option, municipality, line, year, computed)
                    if not why_nothing(found):
                        gives_its_cell(found)
                        told += 1
    assert told > 100


def gives_its_cell(found: Explanation) -> None:
    said = sentence(found, "nl", "nl_NL")
    terms, answer = parts_of(said, found)
    worked = sum(math.prod(map(read, term)) for term in terms)
    assert abs(worked - read(answer)) < HALF_A_CENT, said
    decimals = {len(term[0].partition(",")[2]) for term in terms if len(term) == 1}
    assert len(decimals) <= 1 or any(len(term) > 1 for term in terms), said


amounts = st.floats(-1e8, 1e8, allow_nan=False).map(lambda value: round(value, 6))
shares = st.floats(0, 1)
sums = st.lists(
    st.one_of(st.tuples(amounts), st.tuples(shares, amounts), st.tuples(shares, shares, amounts)),
    min_size=1,
    max_size=8,
)


@given(sums)
def test_any_sum_is_written_in_digits_that_give_its_cell(products: list[tuple[float, ...]]) -> None:
    expression = Expression(
        tuple(Product(tuple(Factor("x", value) for value in values)) for values in products)
    )
    printed = Fraction(cents(expression.value), 100)
    exact = sum(math.prod(map(Fraction, values)) for values in products)
    if abs(abs(exact - printed) - HALF_A_CENT) < Fraction(1, 10**5):
        return  # half a cent: paper cannot tell which way a computer rounds it
    digits = enough_digits(expression)
    worked = Fraction(0)
    for values in products:
        telling = [value for value in values if value != 1.0] or values[:1]
        alone = len(telling) == 1
        worked += math.prod(read(written(value, digits, "nl_NL", alone)) for value in telling)
    assert abs(worked - printed) < HALF_A_CENT


def test_terms_of_a_sum_have_the_same_decimals_and_whole_ones_none() -> None:
    def terms(*values: float) -> list[str]:
        expression = Expression(tuple(Product((Factor("x", value),)) for value in values))
        digits = enough_digits(expression)
        return [written(value, digits, "nl_NL", alone=True) for value in values]

    mixed = terms(842_417.8547, 425_574.62, 91_028.701)
    assert mixed == ["842.417,855", "425.574,620", "91.028,701"]
    assert terms(1_000.0, 250.0) == ["1.000", "250"]
    assert terms(1_000.5, 250.0) == ["1.000,50", "250,00"]
    assert terms(0.125, 0.125) == ["0,125", "0,125"]


def test_a_term_of_which_the_other_factors_are_one_has_the_decimals_of_a_sum() -> None:
    values = (436_325.58, 523_986.2)
    expression = Expression(
        tuple(Product((Factor("x", value), Factor("factor", 1.0))) for value in values)
    )
    digits = enough_digits(expression)
    told = [
        written(each.value, digits, "nl_NL", alone=True)
        for product in expression.products
        for each in shown(product)
    ]
    assert told == ["436.325,58", "523.986,20"]
