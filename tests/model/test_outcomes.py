import numpy as np
import pytest
from examples import example, gallery

from orgdesign.lines import LINES, TOTAL
from orgdesign.model.calculation import evaluate
from orgdesign.model.outcomes import (
    LINES_OF,
    Amount,
    against_alone,
    measure,
    of_kind,
    present_value,
    total_cost,
    year_index,
)
from orgdesign.scenario.scenario import Scenario


@pytest.mark.parametrize("scenario", [example(), *gallery()], ids=lambda s: s.file[-30:])
def test_the_total_is_every_line_but_grant_and_programme(scenario: Scenario) -> None:
    result = evaluate(scenario)
    for option, found in result.options.items():
        every = sum(found.lines.values())
        apart = sum(
            found.lines[line.id] for line in LINES.values() if line.kind in ("grant", "programme")
        )
        np.testing.assert_allclose(total_cost(result, option), every - apart, atol=1e-6)


def test_present_value_discounts_from_the_second_year() -> None:
    result = evaluate(example())
    yearly = total_cost(result, "alone")[..., 0]
    by_hand = sum(yearly[:, y] / 1.02**y for y in range(yearly.shape[1]))
    np.testing.assert_allclose(present_value(result, "alone")[:, 0], by_hand, rtol=1e-12)


def test_against_alone_is_nothing_for_alone_itself() -> None:
    result = evaluate(example())
    for name in LINES_OF:
        assert not against_alone(result, "alone", name).any()
        assert measure(result, "network", name).shape[0] == 5


def test_a_measure_of_a_year_is_of_the_year_that_is_asked() -> None:
    result = evaluate(example())
    for year in result.scenario.years:
        total = measure(result, "host_zeist", "total_cost", year)
        parts = [measure(result, "host_zeist", "structural_cost", year)]
        parts += [
            result.options["host_zeist"].lines[line][:, year_index(result, year)]
            for line in of_kind("one_off")
        ]
        np.testing.assert_allclose(sum(parts), total, rtol=1e-12)


def test_an_amount_is_of_a_line_and_of_some_together() -> None:
    result = evaluate(example())
    two = result.scenario.municipalities[:2]
    year = result.scenario.years[3]
    lines = [measure(result, "host_zeist", Amount("total_cost", year, line, two)) for line in TOTAL]
    whole = measure(result, "host_zeist", "total_cost", year)
    assert all(line.shape[0] == 1 for line in lines)
    np.testing.assert_allclose(sum(lines), whole[:2].sum(axis=0, keepdims=True), rtol=1e-12)
